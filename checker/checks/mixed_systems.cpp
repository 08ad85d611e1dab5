// A document that writes Latin digits, but for some numbers: names the Bengali ones, once. Where the Latin ones are
// not the great majority, they are the strays, and latin-digit names them.

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
  [[nodiscard]] Traits Needs() const override { return trait::kBengaliDigit | trait::kAsciiDigit; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (const ProseNumber& number : FindProseNumbers(paragraph, findings.rule().masks)) {
      if (number.flags == kAsciiDigits) ++latin_;
      if (number.flags != kBengaliDigits) continue;
      ++bengali_;
      if (places_.size() < kMostPlaces) places_.push_back(findings.Make(paragraph, number.span));
    }
  }

  void Finish(Findings& findings) override {
    if (bengali_ == 0 || latin_ <= bengali_ * kDominant) return;
    Diagnostic whole = Merged(std::move(places_));
    whole.args = {{"latin", std::to_string(latin_)}, {"bengali", std::to_string(bengali_)}};
    findings.Report(std::move(whole));
  }

 private:
  std::vector<Diagnostic> places_;
  uint64_t latin_ = 0;
  uint64_t bengali_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeMixedSystems(const CheckServices& /*services*/) {
  return std::make_unique<MixedSystems>();
}

}  // namespace bnlint
