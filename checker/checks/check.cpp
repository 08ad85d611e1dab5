#include "checks/check.h"

#include "checks/syllables.h"
#include "checks/word_traits.h"

namespace bnlint {

std::span<const Mask> Paragraph::masks() const {
  if (!masked_) {
    FindMasks(text(), tokens_, masks_);
    masked_ = true;
  }
  return masks_;
}

std::span<const TokenError> Paragraph::syllable_errors() const {
  if (!parsed_) {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (WordHas(i, trait::kFault)) FindSyllableErrors(text(), tokens_[i], i, syllable_errors_);
    }
    parsed_ = true;
  }
  return syllable_errors_;
}

std::span<const uint32_t> Paragraph::hasantas() const {
  if (!hasantas_found_) {
    // Of the three bytes of a hasanta the last is rare, where the first is that of every Bengali letter.
    constexpr std::string_view kHasanta = "্";
    for (size_t at = text().find(kHasanta.back()); at != std::string_view::npos;
         at = text().find(kHasanta.back(), at + 1)) {
      if (at >= 2 && text().substr(at - 2, kHasanta.size()) == kHasanta) {
        hasantas_.push_back(static_cast<uint32_t>(at - 2));
      }
    }
    hasantas_found_ = true;
  }
  return hasantas_;
}

Diagnostic Findings::Make(const Paragraph& paragraph, Span text_span, std::vector<Arg> args) const {
  return MakeHere(locator_->At(paragraph.segment(), text_span), std::move(args));
}

Diagnostic Findings::MakeAt(Span source_span, std::vector<Arg> args) const {
  return MakeHere(locator_->At(source_span), std::move(args));
}

Diagnostic Findings::MakeHere(Place place, std::vector<Arg> args) const {
  Diagnostic diagnostic;
  diagnostic.rule = &rule_;
  diagnostic.severity = rule_.severity;
  diagnostic.place = std::move(place);
  diagnostic.args = std::move(args);
  return diagnostic;
}

void Findings::AddFix(Diagnostic& diagnostic, const Paragraph& paragraph, Span text_span,
                      std::string text, FixSafety safety) const {
  if (safety == FixSafety::kNone) return;
  auto edit = paragraph.segment().Rewrite(text_span, text);
  if (edit) diagnostic.fixes.push_back({safety, {{edit->source, std::move(edit->text)}}});
}

}  // namespace bnlint
