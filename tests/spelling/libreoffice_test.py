#!/usr/bin/env python3
"""Builds the LibreOffice extension, installs it in a profile of its own and asks a headless office for words through
its API.

usage: libreoffice_test.py DEV_SCRIPT

Needs soffice and python3-uno; exit code 77 (ctest: skipped) where they are missing.
"""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

SKIP = 77
LOCALES = ("BD", "IN")
RIGHT = ("বাড়িগুলোতে", "করেছিলেন", "বিশ্ববিদ্যালয়ের")
WRONG = ("উজ্জল", "মানুসের", "বিদ্যালযের")


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIP)


def nobody():
    """unopkg refuses to work for root: then all is run as nobody."""
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def connect(uno, port, office):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        if office.poll() is not None:
            sys.exit("FAILED: the office ended: " + office.stderr.read().decode(errors="replace"))
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.25)
    sys.exit("FAILED: no connection to the office within a minute")


def ask(uno, context):
    checker = context.ServiceManager.createInstanceWithContext("com.sun.star.linguistic2.SpellChecker", context)
    failures = []
    for country in LOCALES:
        locale = uno.createUnoStruct("com.sun.star.lang.Locale", Language="bn", Country=country, Variant="")
        if not checker.hasLocale(locale):
            failures.append(f"bn-{country}: no dictionary")
            continue
        for word in RIGHT + WRONG:
            if checker.isValid(word, locale, ()) != (word in RIGHT):
                failures.append(f"bn-{country}: {word} should be {'right' if word in RIGHT else 'wrong'}")
    return failures


def main(dev):
    try:
        import uno
    except ImportError:
        skip("python3-uno is missing")
    if not shutil.which("soffice") or not shutil.which("unopkg"):
        skip("LibreOffice is missing")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        os.chmod(folder, 0o777)
        subprocess.run([dev, "dict", folder], check=True)
        copy = f"{folder}/bnlint-bn.oxt"
        added = subprocess.run([*nobody(), "unopkg", "add", profile, copy], capture_output=True, text=True,
                               timeout=240, env={**os.environ, "HOME": folder})
        if added.returncode:
            sys.exit("FAILED: unopkg add: " + added.stdout + added.stderr)
        port = free_port()
        office = subprocess.Popen([*nobody(), "soffice", profile, "--headless", "--norestore", "--nologo",
                                   f"--accept=socket,host=127.0.0.1,port={port};urp;"],
                                  stderr=subprocess.PIPE, env={**os.environ, "HOME": folder})
        try:
            failures = ask(uno, connect(uno, port, office))
        finally:
            office.terminate()
            office.wait(30)
    for failure in failures:
        print("FAILED:", failure)
    print("asked", len(LOCALES) * len(RIGHT + WRONG), "words")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main(sys.argv[1])
