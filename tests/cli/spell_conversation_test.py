"""`bnlint spell` answers each line before it gets the next: a program can hold the pipe open and converse.

    spell_conversation_test.py BNLINT
"""
import json
import select
import subprocess
import sys

TIMEOUT = 60  # seconds, for one answer


def main(program):
    command = [program, "spell", "--format", "jsonl", "--suggest", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for word, known in (("আমরা", True), ("আকাংখা", False), ("বাংলা", True)):
            process.stdin.write(f"{word}\n".encode())
            process.stdin.flush()
            if not select.select([process.stdout], [], [], TIMEOUT)[0]:
                process.kill()
                sys.exit(f"no answer to {word}")
            answer = json.loads(process.stdout.readline())
            if answer["word"] != word or answer["known"] != known or not isinstance(answer["suggestions"], list):
                process.kill()
                sys.exit(f"to {word}: {answer}")
        process.stdin.close()
        if process.wait(TIMEOUT) != 1:
            sys.exit(f"exit status {process.returncode}, with an unknown word")


main(sys.argv[1])
