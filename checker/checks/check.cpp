#include "checks/check.h"

#include "checks/syllables.h"

namespace bnlint {

std::span<const Mask> Paragraph::masks() const {
  auto& masks = facts().masks;
  if (!masks) FindMasks(text(), tokens_, masks.emplace());
  return *masks;
}

std::span<const TokenError> Paragraph::syllable_errors() const {
  auto& errors = facts().syllable_errors;
  if (!errors) {
    errors.emplace();
    for (size_t i = 0; i < tokens_.size(); ++i) FindSyllableErrors(text(), tokens_[i], i, *errors);
  }
  return *errors;
}

std::span<const uint32_t> Paragraph::hasantas() const {
  auto& hasantas = facts().hasantas;
  if (!hasantas) {
    hasantas.emplace();
    // Of the three bytes of a hasanta the last is rare, where the first is that of every Bengali letter.
    constexpr std::string_view kHasanta = "্";
    for (size_t at = text().find(kHasanta.back()); at != std::string_view::npos;
         at = text().find(kHasanta.back(), at + 1)) {
      if (at >= 2 && text().substr(at - 2, kHasanta.size()) == kHasanta) {
        hasantas->push_back(static_cast<uint32_t>(at - 2));
      }
    }
  }
  return *hasantas;
}

Diagnostic Findings::Make(const Paragraph& paragraph, Span text_span, std::vector<Arg> args) const {
  return MakeAt(paragraph.segment().ToSource(text_span), std::move(args));
}

Diagnostic Findings::MakeAt(Span source_span, std::vector<Arg> args) const {
  Diagnostic diagnostic;
  diagnostic.rule = &rule_;
  diagnostic.severity = rule_.severity;
  diagnostic.place = locator_->At(source_span);
  diagnostic.args = std::move(args);
  return diagnostic;
}

void Findings::AddFix(Diagnostic& diagnostic, const Paragraph& paragraph, Span text_span,
                      std::string text, FixSafety safety) const {
  const Segment& segment = paragraph.segment();
  if (safety == FixSafety::kNone || !segment.IsVerbatim(text_span)) return;
  diagnostic.fixes.push_back({safety, {{segment.ToSource(text_span), std::move(text)}}});
}

}  // namespace bnlint
