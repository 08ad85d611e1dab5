// Question marks where letters were. Alone they may be emphasis, so words of them count when nothing else is likely:
// several in a row, a sign or an ending behind them. The doubtful rest counts once the document has shown that it lost
// letters.

#include <algorithm>
#include <bitset>
#include <optional>

#include "checks/checks.h"
#include "checks/lost_letters.h"
#include "spelling/word_list.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// [M] In 3 million words of blogs, news and social media no two words of marks stood side by side but "?? ???", none was
// followed by a comma or danda, none began a paragraph that went on; 100 were emphasis, the longest of eight marks.
constexpr size_t kLeastInRow = 6;  // marks of two words or more
constexpr size_t kLeastAlone = 3;  // marks of one
// Without such proof a document lost letters when it has that many words of marks, one of them that long, none of them
// where emphasis stands too: right behind a word.
constexpr size_t kSeveral = 3;
constexpr size_t kLong = 5;
constexpr size_t kMostHeld = 500;

// The size of the mark at `at`, or 0. Some databases write ¿.
size_t MarkSize(std::string_view text, size_t at) {
  if (text[at] == '?') return 1;
  return text.substr(at).starts_with("¿") ? 2 : 0;
}
bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char32_t Before(std::string_view text, size_t at) {
  return at > 0 ? DecodeBefore(text, at).value : 0;
}
char32_t Behind(std::string_view text, size_t at) {
  return at < text.size() ? DecodeAt(text, at).value : 0;
}
bool IsBengaliChar(char32_t c) { return IsBengali(ClassOf(c)) || ClassOf(c) == CharClass::kJoiner; }

enum class Loss : uint8_t { kNone, kDoubtful, kSure };

// What stands between two blanks.
struct Chunk {
  Span span;
  Span lost;  // from the first to the last mark, with the word that they stand in
  size_t marks = 0;
  bool letters = false;
  bool inverted = false;  // ¿
  Loss loss = Loss::kNone;
  std::string word = {};  // what the word may have been
};

class Reader {
 public:
  Reader(std::string_view text, const CheckServices& services) : text_(text), services_(services) {}

  std::vector<Chunk> Read() const {
    std::vector<Chunk> chunks;
    for (size_t at = 0; at < text_.size();) {
      if (IsBlankByte(text_[at])) {
        ++at;
        continue;
      }
      Chunk chunk{{at, at}, {0, 0}};
      while (at < text_.size() && !IsBlankByte(text_[at])) at += Take(at, chunk);
      chunk.span.end = at;
      if (chunk.marks > 0) Judge(chunk);
      chunks.push_back(std::move(chunk));
    }
    return chunks;
  }

 private:
  size_t Take(size_t at, Chunk& chunk) const {
    if (const size_t size = MarkSize(text_, at); size > 0) {
      if (chunk.marks++ == 0) chunk.lost.begin = at;
      chunk.lost.end = at + size;
      chunk.inverted |= size > 1;
      return size;
    }
    const CodePoint c = DecodeAt(text_, at);
    const CharClass cls = ClassOf(c.value);
    chunk.letters |= IsWordLike(cls) && !IsDigit(cls);
    return c.size;
  }

  void Judge(Chunk& chunk) const {
    if (chunk.letters) {
      for (size_t at = chunk.span.begin; at < chunk.span.end && chunk.loss == Loss::kNone;) {
        size_t end = at;
        while (end < chunk.span.end && MarkSize(text_, end) > 0) end += MarkSize(text_, end);
        if (end > at) JudgeInWord({at, end}, chunk);
        at = end > at ? end : at + DecodeAt(text_, at).size;
      }
      return;
    }
    chunk.loss = Loss::kDoubtful;
    const char32_t next = Behind(text_, chunk.lost.end);
    const bool goes_on = next == ',' || next == ';' || next == 0x0964 || next == '-';
    const size_t second =
        std::min(text_.find_first_not_of(" \t\r\n", chunk.span.end), text_.size());
    const bool opens = chunk.span.begin == 0 && IsBengaliChar(Behind(text_, second));
    if (chunk.marks >= kLeastAlone && (goes_on || opens)) chunk.loss = Loss::kSure;
    if (chunk.inverted && chunk.marks > 1) chunk.loss = Loss::kSure;
  }

  // A run of marks that touches a Bengali letter.
  void JudgeInWord(Span run, Chunk& chunk) const {
    const std::string_view left = WordBefore(run.begin);
    const std::string_view right = WordBehind(run.end);
    if (left.empty() && right.empty()) return;
    if (IsBengaliMark(ClassOf(Behind(text_, run.end)))) {
      chunk.loss = Loss::kSure;  // a sign without the letter that carried it
    } else if (run.size() == 1 && !right.empty() && !Known(left, right)) {
      chunk.word = Filled(left, right);
    } else if (run.size() == 1 && right.empty() && run.end == chunk.span.end &&
               run.end < text_.size() && left.size() > 0 && !Knows(left) &&
               Knows(std::string(left) + "ৎ")) {
      chunk.word = std::string(left) + "ৎ";  // the letter that old encodings do not have
    }
    if (!chunk.word.empty()) chunk.loss = Loss::kSure;
    chunk.lost = {run.begin - left.size(), run.end + right.size()};
  }

  [[nodiscard]] std::string_view WordBefore(size_t end) const {
    size_t begin = end;
    while (begin > 0 && IsBengaliChar(Before(text_, begin)))
      begin -= DecodeBefore(text_, begin).size;
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view WordBehind(size_t begin) const {
    size_t end = begin;
    while (end < text_.size() && IsBengaliChar(Behind(text_, end)))
      end += DecodeAt(text_, end).size;
    return text_.substr(begin, end - begin);
  }

  [[nodiscard]] bool Knows(std::string_view word) const {
    return services_.speller->Knows(word) ||
           (services_.words != nullptr && services_.words->Accepts(word));
  }
  // Both sides are words: a blank is missing behind a question.
  [[nodiscard]] bool Known(std::string_view left, std::string_view right) const {
    return (left.empty() || Knows(left)) && Knows(right);
  }
  // The word that one letter in between makes; empty when there is none.
  [[nodiscard]] std::string Filled(std::string_view left, std::string_view right) const {
    return WordWithHole(*services_.speller, left, right);
  }

  std::string_view text_;
  const CheckServices& services_;
};

class LossyQuestion final : public Check {
 public:
  explicit LossyQuestion(const CheckServices& services) : services_(services) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    if (text.find('?') == std::string_view::npos && text.find("¿¿") == std::string_view::npos)
      return;
    std::vector<Chunk> chunks = Reader(text, services_).Read();
    for (Chunk& chunk : chunks) {
      if (chunk.marks > 0 && paragraph.Masked(chunk.lost, findings.rule().masks))
        chunk.loss = Loss::kNone;
      behind_words_ |= chunk.letters && chunk.marks > 1 && chunk.loss == Loss::kNone;
    }
    for (size_t begin = 0; begin < chunks.size();) {
      size_t end = begin;
      while (end < chunks.size() && chunks[end].loss != Loss::kNone) ++end;
      if (end > begin) Report(paragraph, &chunks[begin], end - begin, findings);
      begin = std::max(end, begin + 1);
    }
  }

  void Finish(Findings& findings) override {
    const bool proven =
        doubtful_ >= kSeveral && lengths_.count() > 1 && longest_ >= kLong && !behind_words_;
    if (proven) Release(findings);
  }

 private:
  // Neighbours that all may be lost.
  void Report(const Paragraph& paragraph, const Chunk* chunks, size_t count, Findings& findings) {
    bool sure = IsLostSentence(chunks, count);
    for (size_t i = 0; i < count; ++i) sure |= chunks[i].loss == Loss::kSure;
    if (count == 1 && chunks->marks == 1 && !sure) return;  // a question mark set off by blanks
    std::vector<Arg> args;
    if (count == 1 && !chunks->word.empty()) args.push_back({"word", chunks->word});
    Diagnostic diagnostic = findings.Make(
        paragraph, {chunks[0].lost.begin, chunks[count - 1].lost.end}, std::move(args));
    if (sure && !sure_) {
      sure_ = true;
      Release(findings);
    }
    if (sure_) {
      findings.Report(std::move(diagnostic));
      return;
    }
    for (size_t i = 0; i < count; ++i) Count(chunks[i]);
    if (held_.size() < kMostHeld) held_.push_back(std::move(diagnostic));
  }

  static bool IsLostSentence(const Chunk* chunks, size_t count) {
    size_t marks = 0;
    size_t longest = 0;
    size_t shortest = chunks->marks;
    for (size_t i = 0; i < count; ++i) {
      marks += chunks[i].marks;
      longest = std::max(longest, chunks[i].marks);
      shortest = std::min(shortest, chunks[i].marks);
    }
    constexpr size_t kManyAlike = 5;
    return count > 1 && marks >= kLeastInRow && longest >= kLeastAlone &&
           (longest != shortest || count >= kManyAlike);
  }

  void Count(const Chunk& chunk) {
    ++doubtful_;
    longest_ = std::max(longest_, chunk.marks);
    lengths_.set(std::min(chunk.marks, lengths_.size() - 1));
  }

  void Release(Findings& findings) {
    for (Diagnostic& diagnostic : held_) findings.Report(std::move(diagnostic));
    held_.clear();
  }

  const CheckServices services_;
  bool sure_ = false;
  std::vector<Diagnostic> held_;  // doubtful ones, until the document is
  size_t doubtful_ = 0;
  size_t longest_ = 0;
  std::bitset<32> lengths_;
  bool behind_words_ = false;  // "কেন???"
};

}  // namespace

std::unique_ptr<Check> MakeLossyQuestion(const CheckServices& services) {
  return std::make_unique<LossyQuestion>(services);
}

}  // namespace bnlint
