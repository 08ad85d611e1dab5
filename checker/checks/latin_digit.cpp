// What counts is the minority: a document that writes all its numbers in Latin digits is consistent and
// hears of it once. Too few numbers are no habit, and each is reported; so is each beside Bengali ones.

#include "checks/checks.h"
#include "checks/numbers.h"

namespace bnlint {
namespace {

// Up to this many Latin numbers alone are a slip, above a habit.
constexpr uint64_t kHabit = 3;
// More Latin numbers than this for each Bengali one, and it is the Bengali ones that are out of place
// (mixed-systems reports those).
constexpr uint64_t kDominant = 3;
// Held until the document's habit is known.
constexpr size_t kMostHeld = 500;

class LatinDigit final : public Check {
 public:
  explicit LatinDigit(bool all_edits) : all_edits_(all_edits) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (const ProseNumber& number : FindProseNumbers(paragraph, findings.rule().masks)) {
      if (number.flags == kBengaliDigits) ++bengali_;
      if (number.flags != kAsciiDigits) continue;
      ++latin_;
      if (held_.size() >= kMostHeld && !all_edits_) continue;
      const std::string text(paragraph.text().substr(number.span.begin, number.span.size()));
      const std::string bengali = WithBengaliDigits(text);
      Diagnostic diagnostic =
          findings.Make(paragraph, number.span, {{"number", text}, {"bengali", bengali}});
      findings.AddFix(diagnostic, paragraph, number.span, bengali);
      held_.push_back(std::move(diagnostic));
    }
  }

  void Finish(Findings& findings) override {
    if (held_.empty()) return;
    const bool habit = bengali_ == 0 && latin_ > kHabit;
    const bool dominant = bengali_ > 0 && latin_ > bengali_ * kDominant;
    if (dominant) return;
    if (!habit) {
      for (Diagnostic& diagnostic : held_) findings.Report(std::move(diagnostic));
      return;
    }
    Diagnostic whole = std::move(held_.front());
    for (size_t i = 1; i < held_.size(); ++i) whole.related.push_back(std::move(held_[i].place));
    whole.fixes.clear();  // a house style is not a slip
    findings.Report(std::move(whole));
  }

 private:
  const bool all_edits_;
  std::vector<Diagnostic> held_;
  uint64_t latin_ = 0;
  uint64_t bengali_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeLatinDigit(const CheckServices& services) {
  return std::make_unique<LatinDigit>(services.all_edits);
}

}  // namespace bnlint
