// What is left of the syllable faults when every other rule has taken its own.

#include "checks/checks.h"
#include "checks/fault_check.h"

namespace bnlint {
namespace {

class InvalidSyllable final : public FaultCheck {
  using FaultCheck::FaultCheck;
  void See(const Place& place) override {
    if (IsExplained(place)) return;
    const std::string word(IsWordSized(place.token) ? place.token.In(place.text()) : place.mark());
    const std::string fault(FaultName(place.error.fault));
    Report(place, {place.error.begin, place.error.end}, {{"word", word}, {"fault", fault, true}},
           {}, FixSafety::kNone);
  }

  static bool IsExplained(const Place& place) {
    switch (place.error.fault) {
      case SyllableFault::kOrphanMark: return place.error.begin == place.token.begin;
      case SyllableFault::kSignAfterVowel:  // অ্যে: the vowel is not the last before it
        return place.ClassAt(place.Carrier()) == CharClass::kBnVowel;
      case SyllableFault::kTwoModifiers:
      case SyllableFault::kHalfSign:
      case SyllableFault::kLongCluster:
      case SyllableFault::kForeignLetter: return false;
      default: return true;
    }
  }
};

class NuktaOther final : public FaultCheck {
  using FaultCheck::FaultCheck;
  void See(const Place& place) override {
    if (place.error.fault == SyllableFault::kNukta) {
      Report(place, {place.error.begin, place.error.end}, {}, {}, FixSafety::kNone);
    }
  }
};

}  // namespace

std::unique_ptr<Check> MakeInvalidSyllable(const CheckServices& services) {
  return std::make_unique<InvalidSyllable>(services);
}
std::unique_ptr<Check> MakeNuktaOther(const CheckServices& services) {
  return std::make_unique<NuktaOther>(services);
}

}  // namespace bnlint
