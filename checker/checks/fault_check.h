#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/mending.h"
#include "checks/word_traits.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {

/// A check that looks at the syllable faults of a paragraph one by one and takes those that are its own.
class FaultCheck : public Check {
 public:
  explicit FaultCheck(const CheckServices& services) : speller_(*services.speller) {}
  [[nodiscard]] Traits Needs() const override { return trait::kFault; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (const TokenError& found : paragraph.syllable_errors()) {
      See({paragraph, paragraph.tokens()[found.token], found.error, findings});
    }
  }

 protected:
  static constexpr size_t kSize = 3;  // bytes of any code point of the Bengali block

  struct Place {
    const Paragraph& paragraph;
    const Token& token;
    const SyllableError& error;
    Findings& findings;

    [[nodiscard]] std::string_view text() const { return paragraph.text(); }
    /// The code point at fault.
    [[nodiscard]] std::string_view mark() const {
      return text().substr(error.begin, error.end - error.begin);
    }
    [[nodiscard]] std::string_view In(Span span) const {
      return text().substr(span.begin, span.size());
    }
    /// Where the last code point before the fault begins that is no ঁ ং ঃ, and no nukta or hasanta on a sign.
    /// REQUIRES: the fault is none of a token's beginning.
    [[nodiscard]] size_t Carrier() const {
      size_t at = error.begin - kSize;
      while (at > token.begin && (ClassAt(at) == CharClass::kBnModifier || IsOnSign(at)))
        at -= kSize;
      return at;
    }
    [[nodiscard]] bool IsOnSign(size_t at) const {
      const CharClass mark = ClassAt(at);
      return (mark == CharClass::kBnNukta || mark == CharClass::kBnHasanta) &&
             ClassAt(at - kSize) == CharClass::kBnSign;
    }
    [[nodiscard]] CharClass ClassAt(size_t at) const {
      return at < text().size() ? ClassOf(DecodeAt(text(), at).value) : CharClass::kControl;
    }
  };

  virtual void See(const Place& place) = 0;

  /// Reports `span`; the fix is the first of `mends` that gives a known word, of safety `if_known`, else the
  /// first of all, unsafe.
  void Report(const Place& place, Span span, std::vector<Arg> args, std::span<const Mend> mends,
              FixSafety if_known) const {
    if (place.paragraph.Masked(span, place.findings.rule().masks)) return;
    Diagnostic diagnostic = place.findings.Make(place.paragraph, span, std::move(args));
    AddMend(diagnostic, place.findings, place.paragraph, place.token, mends, speller_, if_known);
    place.findings.Report(std::move(diagnostic));
  }

  /// … with one fix that is safe whatever the word.
  static void ReportCertain(const Place& place, Span span, std::vector<Arg> args,
                            const Mend& mend) {
    if (place.paragraph.Masked(span, place.findings.rule().masks)) return;
    Diagnostic diagnostic = place.findings.Make(place.paragraph, span, std::move(args));
    place.findings.AddFix(diagnostic, place.paragraph, mend.part, mend.text, FixSafety::kSafe);
    place.findings.Report(std::move(diagnostic));
  }

  /// ে, ি or ৈ where it is seen, left of its consonants, and not where it is read: moved behind them.
  static std::vector<Mend> BehindConsonants(const Place& place, size_t sign_begin) {
    const std::string_view text = place.text();
    const std::string_view sign = text.substr(sign_begin, kSize);
    const size_t begin = sign_begin + kSize;
    const size_t end = ClusterEnd(text, begin);
    if (end == begin || (sign != "ে" && sign != "ি" && sign != "ৈ")) return {};
    const std::string cluster(text.substr(begin, end - begin));
    if (sign == "ে" && text.substr(end).starts_with("া")) {
      return {{{sign_begin, end + kSize}, cluster + "ো"}};
    }
    return {{{sign_begin, end}, cluster + std::string(sign)}};
  }

  const Speller& speller_;
};

}  // namespace bnlint
