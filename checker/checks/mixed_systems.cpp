// A document that writes Latin digits, but for some numbers: names the Bengali ones, once. Where the Latin ones are
// not the great majority, they are the strays, and latin-digit names them. A house that wants Latin digits hears of
// every Bengali number, one that wants Bengali digits of none.

#include "checks/checks.h"
#include "checks/habit.h"
#include "checks/numbers.h"

namespace bnlint {
namespace {

constexpr size_t kMostPlaces = 50;
// As in latin-digit.
constexpr uint64_t kDominant = 3;

class MixedSystems final : public Check {
 public:
  explicit MixedSystems(HouseStyle::Digits house) : house_(house) {}

  [[nodiscard]] Traits Needs() const override { return trait::kBengaliDigit | trait::kAsciiDigit; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (house_ == HouseStyle::Digits::kBengali) return;
    const auto numbers = FindProseNumbers(paragraph, findings.rule().masks);
    for (const ProseNumber& number : numbers) {
      if (number.flags == kAsciiDigits) {
        ++latin_;
        habit_.Right();
      }
      if (number.flags != kBengaliDigits) continue;
      if (house_ == HouseStyle::Digits::kLatin) {
        const FixSafety safety = SafetyOf(paragraph, numbers, number);
        habit_.Wrong(Make(paragraph, number.span, safety, findings), safety, findings);
        continue;
      }
      ++bengali_;
      if (places_.size() < kMostPlaces) places_.push_back(findings.Make(paragraph, number.span));
    }
  }

  void Finish(Findings& findings) override {
    if (house_ == HouseStyle::Digits::kLatin) return habit_.Tell(findings);
    if (bengali_ == 0 || latin_ <= bengali_ * kDominant) return;
    Diagnostic whole = Merged(std::move(places_));
    whole.args = {{"latin", std::to_string(latin_)}, {"bengali", std::to_string(bengali_)}};
    findings.Report(std::move(whole));
  }

 private:
  static Diagnostic Make(const Paragraph& paragraph, Span span, FixSafety safety,
                         const Findings& findings) {
    const std::string text(paragraph.text().substr(span.begin, span.size()));
    const std::string plain = WithAsciiDigits(text);
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"number", text}, {"plain", plain}});
    findings.AddFix(diagnostic, paragraph, span, plain, safety);
    return diagnostic;
  }

  const HouseStyle::Digits house_;
  Habit habit_;  // against a house's wish
  std::vector<Diagnostic> places_;
  uint64_t latin_ = 0;
  uint64_t bengali_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeMixedSystems(const CheckServices& services) {
  return std::make_unique<MixedSystems>(services.house.digits);
}

}  // namespace bnlint
