// ISCII read as Latin-1: words of nothing but the characters U+00A1..U+00FA (×åÆÚÏ for সোনার). A run of them is told when
// what ICU makes of it is frequent Bengali.

#include <string>
#include <vector>

#include "checks/checks.h"
#include "checks/score_run.h"
#include "spelling/speller.h"
#include "text/akshara.h"
#include "text/char_class.h"
#include "text/iscii.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Three common words.
constexpr RunLimits kLimits{.enough = 6, .strong = 2, .drop = 6};
constexpr double kNeutral = -0.1;
constexpr double kDigits = 0.5;  // a number of two digits or more

struct Chunk {
  Span span;  // text offsets
  double score = kNeutral;
  bool foreign = false;
  [[nodiscard]] bool breaks() const { return foreign; }
};

// The characters of ISCII are C2 A1..C3 BA in UTF-8.
bool MayHoldIscii(std::string_view text) { return text.find('\xC3') != std::string_view::npos; }

class Iscii final : public Check {
 public:
  explicit Iscii(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kTwoBytes; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!MayHoldIscii(paragraph.text())) return;
    FindChunks(paragraph.text());
    for (size_t at = 0; at < chunks_.size();) {
      if (chunks_[at].breaks() || chunks_[at].score <= 0) {
        ++at;
        continue;
      }
      const ScoreRun run = FindScoreRun(chunks_, at, kLimits);
      if (run.enough)
        Tell(paragraph, {chunks_[at].span.begin, chunks_[run.last].span.end}, findings);
      at = run.last + 1;
    }
  }

 private:
  void FindChunks(std::string_view text) {
    chunks_.clear();
    for (size_t at = 0; at < text.size();) {
      if (static_cast<uint8_t>(text[at]) <= 0x20) {
        ++at;
        continue;
      }
      Chunk chunk;
      chunk.span.begin = at;
      while (at < text.size() && static_cast<uint8_t>(text[at]) > 0x20) ++at;
      chunk.span.end = at;
      Judge(text.substr(chunk.span.begin, chunk.span.size()), chunk);
      chunks_.push_back(chunk);
    }
  }

  void Judge(std::string_view text, Chunk& chunk) const {
    size_t letters = 0;
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = DecodeAt(text, at);
      const CharClass cls = ClassOf(c.value);
      at += c.size;
      if (IsIsciiLetter(c.value)) {
        ++letters;
      } else if (c.value >= 0x80 || cls == CharClass::kLatin) {
        chunk.foreign = true;
        return;
      }
    }
    // UTF-8 read as Latin-1 begins each Bengali letter with à.
    if (text.find("à¦") != std::string_view::npos || text.find("à§") != std::string_view::npos) {
      chunk.foreign = true;
    } else if (letters > 0) {
      chunk.score = Score(FromIscii(text), letters);
    }
  }

  [[nodiscard]] double Score(std::string_view bengali, size_t letters) const {
    size_t begin = 0;
    size_t end = bengali.size();
    while (begin < end && !IsBengali(ClassOf(DecodeAt(bengali, begin).value))) {
      begin += DecodeAt(bengali, begin).size;
    }
    while (end > begin && !IsBengali(ClassOf(DecodeBefore(bengali, end).value))) {
      end -= DecodeBefore(bengali, end).size;
    }
    const std::string_view word = bengali.substr(begin, end - begin);
    if (word.empty()) return letters > 1 ? kDigits : kNeutral;
    if (FindSyllableError(word)) return -3;
    if (speller_.Frequency(word) < 0) return -1;
    constexpr size_t kLong = 5;
    return static_cast<double>(std::min(letters, kLong)) - 1;
  }

  void Tell(const Paragraph& paragraph, Span span, Findings& findings) const {
    const std::string reading = FromIscii(paragraph.text().substr(span.begin, span.size()));
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"reading", reading}});
    findings.AddFix(diagnostic, paragraph, span, reading);
    findings.Report(std::move(diagnostic));
  }

  const Speller& speller_;
  std::vector<Chunk> chunks_;  // of the paragraph at hand
};

}  // namespace

std::unique_ptr<Check> MakeIscii(const CheckServices& services) {
  return std::make_unique<Iscii>(services);
}

}  // namespace bnlint
