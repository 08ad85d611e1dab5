// হূদয় for হৃদয়: in some Bijoy fonts হৃ is a glyph that converters took for হূ, or ৃ for ূ (মুহৃর্ত). Told where one form is
// a known word and the other, that stands there, is none.

#include <string>

#include "checks/checks.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr std::string_view kHuu = "হূ", kHri = "হৃ";
// ূ is E0 A7 82, ৃ E0 A7 83.
constexpr std::string_view kUuEnd = "\xA7\x82", kRiEnd = "\xA7\x83";

class HriHuu final : public Check {
 public:
  explicit HriHuu(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kHriHuu; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!Holds(paragraph.text(), kUuEnd, kHuu) && !Holds(paragraph.text(), kRiEnd, kHri)) return;
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      std::string better = Swapped(word);
      if (better == word || Knows(word) || !Knows(better)) return;
      Diagnostic diagnostic =
          findings.Make(paragraph, span, {{"word", std::string(word)}, {"better", better}});
      findings.AddFix(diagnostic, paragraph, span, std::move(better));
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  // Whether `text` holds `letters`; `end`, their last two bytes, is the rarer thing to look for.
  static bool Holds(std::string_view text, std::string_view end, std::string_view letters) {
    for (size_t at = text.find(end); at != std::string_view::npos; at = text.find(end, at + 1)) {
      if (text.substr(0, at + end.size()).ends_with(letters)) return true;
    }
    return false;
  }

  // Without a dictionary what is in use passes for known.
  [[nodiscard]] bool Knows(std::string_view word) const {
    return speller_.HasDictionary() ? speller_.Knows(word) : speller_.Frequency(word) >= 0;
  }

  static std::string Swapped(std::string_view word) {
    std::string out(word);
    for (size_t at = 0; at + kHuu.size() <= out.size(); ++at) {
      const std::string_view here = std::string_view(out).substr(at, kHuu.size());
      if (here == kHuu) {
        out.replace(at, kHuu.size(), kHri);
      } else if (here == kHri) {
        out.replace(at, kHri.size(), kHuu);
      }
    }
    return out;
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeHriHuu(const CheckServices& services) {
  return std::make_unique<HriHuu>(services);
}

}  // namespace bnlint
