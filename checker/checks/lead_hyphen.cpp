// One paragraph alone in the document that begins with a hyphen and a blank and says soon who says so: a dash that
// lost the quotation before it ("…", - said the ministry). Two or more make a list or a dialogue.

#include <array>
#include <optional>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/sentence.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

// Shorter ones are signatures, bylines and answers.
constexpr size_t kLeastWords = 8;

bool BeginsWithDash(std::string_view text) {
  return text.starts_with("-") || text.starts_with("–") || text.starts_with("—") ||
         text.starts_with("•") || text.starts_with("*");
}

// A question, an exclamation, a first sentence of one word, or what follows an open line is spoken.
bool IsSpoken(const Paragraph& paragraph) {
  const Segment* before = paragraph.previous();
  if (before != nullptr && (before->text.ends_with("…") || before->text.ends_with("...") ||
                            before->text.ends_with("-") || before->text.ends_with(":") ||
                            before->text.ends_with("ঃ") || before->text.ends_with(","))) {
    return true;
  }
  size_t words = 0;
  for (const Token& token : paragraph.tokens()) {
    const std::string_view mark = token.In(paragraph.text());
    if (mark == "?" || mark == "!" || mark == "…") return true;
    words += token.Is(TokenKind::kBengali) ? 1 : 0;
    if (EndsSentence(mark) && words <= 1) return true;
  }
  return false;
}

// Signatures and sources do not end with a danda; what begins with a quotation mark is somebody's words.
bool IsStatement(const Paragraph& paragraph) {
  static constexpr std::array<std::string_view, 5> kQuotes = {"“", "‘", "\"", "'", "«"};
  const auto last = LastToken(paragraph);
  return last && paragraph.tokens()[*last].In(paragraph.text()) == "।" &&
         !IsOneOf(paragraph.tokens()[2].In(paragraph.text()), kQuotes);
}

// A verb of saying among the first words.
bool Attributes(const Paragraph& paragraph) {
  static constexpr std::array<std::string_view, 21> kSaying = {
      "বলে",   "বলেন",       "বলেছে", "বলেছেন",        "বললেন",          "বলা",     "বলছে",
      "বলছেন", "জানা\u09DF", "জানান", "জানি\u09DFেছে", "জানি\u09DFেছেন", "জানালেন", "জানানো",
      "উল্লেখ", "লেখে",       "লেখেন", "লিখেছে",        "লিখেছেন",        "বিবৃতিতে", "বার্তা\u09DF"};
  constexpr size_t kSoon = 8;
  size_t words = 0;
  for (const Token& token : paragraph.tokens()) {
    if (!token.Is(TokenKind::kBengali)) continue;
    if (IsOneOf(Fold(token.In(paragraph.text())), kSaying)) return true;
    if (++words == kSoon) break;
  }
  return false;
}

class LeadHyphen final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    if (paragraph.segment().kind != SegmentKind::kParagraph || paragraph.segment().cut_before ||
        !BeginsWithDash(paragraph.text())) {
      return;
    }
    ++count_;
    if (count_ > 1 || tokens.size() < 3 || !tokens[1].Is(TokenKind::kSpace) ||
        tokens[0].In(paragraph.text()) == "*" || tokens[0].In(paragraph.text()) == "•" ||
        CountWords(paragraph) < kLeastWords || IsSpoken(paragraph) || !IsStatement(paragraph) ||
        !Attributes(paragraph)) {
      return;
    }
    const Span span{tokens[0].begin, tokens[1].end};
    found_ = findings.Make(paragraph, {tokens[0].begin, tokens[0].end});
    findings.AddFix(*found_, paragraph, span, "");
  }

  void Finish(Findings& findings) override {
    if (count_ == 1 && found_) findings.Report(std::move(*found_));
  }

 private:
  uint64_t count_ = 0;
  std::optional<Diagnostic> found_;
};

}  // namespace

std::unique_ptr<Check> MakeLeadHyphen(const CheckServices& /*services*/) {
  return std::make_unique<LeadHyphen>();
}

}  // namespace bnlint
