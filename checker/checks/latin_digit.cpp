// What counts is the minority: a document that writes all its numbers in Latin digits is consistent and
// hears of it once, as a note. Too few numbers are no habit, and each is reported, but not in a text full of Latin
// words; so is each beside Bengali ones, all at once where they are the more. A house that wants Bengali digits
// hears of every one, a house that wants Latin digits of none.

#include "checks/checks.h"
#include "checks/habit.h"
#include "checks/numbers.h"

namespace bnlint {
namespace {

// Up to this many Latin numbers alone are a slip, above a habit.
constexpr uint64_t kHabit = 3;
// More Latin numbers than this for each Bengali one, and it is the Bengali ones that are out of place
// (mixed-systems reports those).
constexpr uint64_t kDominant = 3;
// More than one Latin word in this many Bengali ones: documentation, which writes Latin digits.
constexpr uint64_t kFewLatin = 20;
// Held until the document's habit is known.
constexpr size_t kMostHeld = 500;

class LatinDigit final : public Check {
 public:
  explicit LatinDigit(const CheckServices& services)
      : all_edits_(services.all_edits), house_(services.house.digits) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (house_ == HouseStyle::Digits::kLatin) return;
    latin_words_ += paragraph.latin_words();
    bengali_words_ += paragraph.bengali_words();
    if (!paragraph.Has(trait::kBengaliDigit | trait::kAsciiDigit)) return;
    const auto numbers = FindProseNumbers(paragraph, findings.rule().masks);
    for (const ProseNumber& number : numbers) {
      if (number.flags == kBengaliDigits) {
        ++bengali_;
        habit_.Right();
      }
      if (number.flags != kAsciiDigits) continue;
      ++latin_;
      if (house_ == HouseStyle::Digits::kBengali) {
        const FixSafety safety = SafetyOf(paragraph, numbers, number);
        habit_.Wrong(Make(paragraph, number.span, safety, findings), safety, findings);
        continue;
      }
      if (held_.size() >= kMostHeld && !all_edits_) continue;
      held_.push_back(Make(paragraph, number.span, findings.rule().fix, findings));
    }
  }

  void Finish(Findings& findings) override {
    if (house_ == HouseStyle::Digits::kBengali) return habit_.Tell(findings);
    if (held_.empty() || latin_ > bengali_ * kDominant) {
      if (bengali_ == 0 && !held_.empty()) TellAlone(findings);
    } else if (latin_ > kHabit && latin_ > bengali_) {
      findings.Report(Merged(std::move(held_)));
    } else {
      TellEach(findings);
    }
  }

 private:
  static Diagnostic Make(const Paragraph& paragraph, Span span, FixSafety safety,
                         const Findings& findings) {
    const std::string text(paragraph.text().substr(span.begin, span.size()));
    const std::string bengali = WithBengaliDigits(text);
    Diagnostic diagnostic =
        findings.Make(paragraph, span, {{"number", text}, {"bengali", bengali}});
    findings.AddFix(diagnostic, paragraph, span, bengali, safety);
    return diagnostic;
  }
  // There is no Bengali number to compare with.
  void TellAlone(Findings& findings) {
    if (latin_ > kHabit) {
      Diagnostic whole = Merged(std::move(held_));
      whole.severity = Severity::kInfo;
      whole.fixes.clear();  // a house style is not a slip
      findings.Report(std::move(whole));
    } else if (latin_words_ * kFewLatin <= bengali_words_) {
      TellEach(findings);
    }
  }
  void TellEach(Findings& findings) {
    for (Diagnostic& diagnostic : held_) findings.Report(std::move(diagnostic));
  }

  const bool all_edits_;
  const HouseStyle::Digits house_;
  Habit habit_;  // against a house's wish
  std::vector<Diagnostic> held_;
  uint64_t latin_ = 0;
  uint64_t bengali_ = 0;
  uint64_t latin_words_ = 0;
  uint64_t bengali_words_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeLatinDigit(const CheckServices& services) {
  return std::make_unique<LatinDigit>(services);
}

}  // namespace bnlint
