// One paragraph alone in the document that begins with a hyphen and a blank: a dash that lost the rest of
// its sentence. Two or more make a list or a dialogue.

#include <optional>

#include "checks/checks.h"
#include "checks/sentence.h"

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
                            before->text.ends_with("-") || before->text.ends_with(":"))) {
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

class LeadHyphen final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    if (paragraph.segment().kind != SegmentKind::kParagraph || paragraph.segment().cut_before ||
        !BeginsWithDash(paragraph.text())) {
      return;
    }
    ++count_;
    if (count_ > 1 || tokens.size() < 2 || !tokens[1].Is(TokenKind::kSpace) ||
        tokens[0].In(paragraph.text()) == "*" || tokens[0].In(paragraph.text()) == "•" ||
        CountWords(paragraph) < kLeastWords || IsSpoken(paragraph)) {
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
