// What the width of a page leaves in running text: words cut by a hyphen at the end of a line, and the line ends.

#include <memory>
#include <string>
#include <string_view>

#include "checks/checks.h"
#include "checks/stateless.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

bool IsHyphen(std::string_view mark) { return mark == "-" || mark == "\u2010" || mark == "\u00AD"; }

class HyphenatedBreak final : public Check {
 public:
  explicit HyphenatedBreak(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kLineBreak; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    for (size_t i = 1; i + 2 < tokens.size(); ++i) {
      if (!tokens[i + 1].Has(kHasLineBreak) || !IsHyphen(tokens[i].In(text))) continue;
      if (!tokens[i - 1].Is(TokenKind::kBengali) || !tokens[i + 2].Is(TokenKind::kBengali))
        continue;
      const std::string_view head = tokens[i - 1].In(text);
      const std::string_view tail = tokens[i + 2].In(text);
      std::string whole = std::string(head) + std::string(tail);
      // Two words with a hyphen of their own (নেতা-কর্মী) may meet the end of a line too.
      if (!speller_.Knows(whole) || (speller_.Knows(head) && speller_.Knows(tail))) continue;
      const Span span{tokens[i - 1].begin, tokens[i + 2].end};
      if (paragraph.Masked(span, findings.rule().masks)) continue;
      Diagnostic diagnostic = findings.Make(paragraph, span, {{"whole", whole}});
      findings.AddFix(diagnostic, paragraph, {tokens[i].begin, tokens[i + 2].begin}, "");
      findings.Report(std::move(diagnostic));
    }
  }

 private:
  const Speller& speller_;
};

// A paragraph is one segment although it has line ends when the format saw that its lines are full.
void FindBrokenLines(const Paragraph& paragraph, Findings& findings) {
  if (paragraph.segment().kind != SegmentKind::kParagraph) return;
  constexpr size_t kMostRelated = 100;
  Diagnostic diagnostic;
  Fix fix{findings.rule().fix, {}};
  size_t count = 0;
  for (const Token& token : paragraph.tokens()) {
    if (!token.Has(kHasLineBreak) || token.begin == 0 || token.end == paragraph.text().size())
      continue;
    if (++count == 1) {
      diagnostic = findings.Make(paragraph, token.span());
    } else if (diagnostic.related.size() < kMostRelated) {
      diagnostic.related.push_back(findings.Make(paragraph, token.span()).place);
    }
    if (auto edit = paragraph.segment().Rewrite(token.span(), " ")) {
      fix.edits.push_back({edit->source, std::move(edit->text)});
    }
  }
  if (count == 0) return;
  diagnostic.args = {{"count", std::to_string(count)}};
  if (fix.edits.size() == count) diagnostic.fixes.push_back(std::move(fix));
  findings.Report(std::move(diagnostic));
}

}  // namespace

std::unique_ptr<Check> MakeHyphenatedBreak(const CheckServices& services) {
  return std::make_unique<HyphenatedBreak>(services);
}
std::unique_ptr<Check> MakeBrokenLine(const CheckServices& /*services*/) {
  return Stateless(FindBrokenLines, trait::kLineBreak);
}

}  // namespace bnlint
