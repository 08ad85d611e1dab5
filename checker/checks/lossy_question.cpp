// Question marks where letters were. Alone they may be emphasis, so words of them count when nothing else is likely:
// several in a row, a sign or an ending behind them. The doubtful rest counts once the document has shown that it lost
// letters.

#include <algorithm>
#include <bitset>
#include <string>
#include <utility>

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
constexpr size_t kLeastAlone = 3;  // marks of one with something attached
constexpr size_t kLongAlone = 6;   // marks of one before a word
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
      // Chunks without a mark only keep others apart: one stands for all in a row.
      const size_t next = NextChunkWithMark(at);
      if (next > at) {
        chunks.push_back({{at, next}, {0, 0}});
        at = next;
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
  // The beginning of the first chunk at or behind `at`, itself a beginning, that has a mark; else the text's end.
  size_t NextChunkWithMark(size_t at) const {
    size_t mark = std::min(text_.find('?', at), text_.size());
    mark = std::min(text_.substr(0, mark).find("¿", at), mark);
    while (mark > at && mark < text_.size() && !IsBlankByte(text_[mark - 1])) --mark;
    return mark;
  }

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
    if (chunk.letters) return JudgeWord(chunk);
    chunk.loss = Loss::kDoubtful;
    const char32_t next = Behind(text_, chunk.lost.end);
    const bool attached = next == ',' || next == ';' || next == 0x0964 || next == '-';
    const size_t second =
        std::min(text_.find_first_not_of(" \t\r\n", chunk.span.end), text_.size());
    const bool goes_on = IsBengaliChar(Behind(text_, second));
    if (chunk.marks >= kLeastAlone && (attached || (chunk.span.begin == 0 && goes_on)))
      chunk.loss = Loss::kSure;
    if (chunk.marks >= kLongAlone && goes_on) chunk.loss = Loss::kSure;
    if (chunk.inverted && chunk.marks > 1) chunk.loss = Loss::kSure;
  }

  // The worst run of marks that touches a Bengali word.
  void JudgeWord(Chunk& chunk) const {
    const size_t end_of_chunk = chunk.span.end;
    for (size_t at = chunk.span.begin; at < end_of_chunk && chunk.loss != Loss::kSure;) {
      size_t end = at;
      while (end < end_of_chunk && MarkSize(text_, end) > 0) end += MarkSize(text_, end);
      if (end == at) {
        at += DecodeAt(text_, at).size;
        continue;
      }
      const std::string_view left = WordBefore(at);
      const std::string_view right = WordBehind(end);
      const Loss loss = JudgeRun({at, end}, left, right, end == end_of_chunk, chunk.word);
      if (loss > chunk.loss) {
        chunk.loss = loss;
        chunk.lost = {at - left.size(), end + right.size()};
      }
      at = end;
    }
  }

  Loss JudgeRun(Span run, std::string_view left, std::string_view right, bool last,
                std::string& word) const {
    if (left.empty() && right.empty()) return Loss::kNone;
    // A sign without the letter that carried it.
    if (IsBengaliMark(ClassOf(Behind(text_, run.end)))) return Loss::kSure;
    const bool one = run.size() == MarkSize(text_, run.begin);
    if (right.empty()) {  // a question, unless it goes on and no word asks
      if (!one || !last || run.end == text_.size() || Knows(left)) return Loss::kNone;
      word = WordWithHole(*services_.speller, left, {});
      // The letter that old encodings do not have.
      if (word == std::string(left) + "ৎ") return Loss::kSure;
      return std::exchange(word, {}).empty() ? Loss::kNone : Loss::kDoubtful;
    }
    const bool hasanta = left.ends_with("্");
    // Two words: a blank is missing behind a question.
    const bool two_words = !left.empty() && Knows(left) && Knows(right) && !hasanta;
    if (one && !two_words && !(left.empty() && Knows(right))) {
      word = WordWithHole(*services_.speller, left, right);
      if (!word.empty()) return Loss::kSure;
    }
    return left.empty() || hasanta || (!one && !two_words) ? Loss::kDoubtful : Loss::kNone;
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
  std::string_view text_;
  const CheckServices& services_;
};

class LossyQuestion final : public Check {
 public:
  explicit LossyQuestion(const CheckServices& services) : services_(services) {}

  [[nodiscard]] Traits Needs() const override { return trait::kQuestion; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    if (text.find('?') == std::string_view::npos && text.find("¿¿") == std::string_view::npos)
      return;
    std::vector<Chunk> chunks = Reader(text, services_).Read();
    for (Chunk& chunk : chunks) {
      if (chunk.marks > 0 && paragraph.Masked(chunk.lost, findings.rule().masks))
        chunk.loss = Loss::kNone;
      behind_words_ |= chunk.letters && chunk.marks > 1 && chunk.loss != Loss::kSure;
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
    // A question mark set off by blanks.
    if (count == 1 && chunks->marks == 1 && !chunks->letters && !sure) return;
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
    size_t shortest = static_cast<size_t>(-1);
    size_t words = 0;
    for (size_t i = 0; i < count; ++i) {
      if (chunks[i].letters) continue;
      ++words;
      marks += chunks[i].marks;
      longest = std::max(longest, chunks[i].marks);
      shortest = std::min(shortest, chunks[i].marks);
    }
    constexpr size_t kManyAlike = 5;
    return words > 1 && marks >= kLeastInRow && longest >= kLeastAlone &&
           (longest != shortest || words >= kManyAlike);
  }

  void Count(const Chunk& chunk) {
    if (chunk.letters) return;
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
