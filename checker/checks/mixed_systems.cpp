// Counts the numbers of a document by their digits and, at its end, names the system that is fewer.

#include "checks/checks.h"
#include "checks/numbers.h"

namespace bnlint {
namespace {

constexpr size_t kMostPlaces = 50;
// A few strays among many are latin-digit's; a mixture needs this many, or one in kShare numbers.
constexpr uint64_t kLeast = 3;
constexpr uint64_t kShare = 20;

struct System {
  uint64_t count = 0;
  std::vector<Diagnostic> places;
};

class MixedSystems final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (const ProseNumber& number : FindProseNumbers(paragraph, findings.rule().masks)) {
      if (number.flags == kBengaliDigits) Note(bengali_, paragraph, number, findings);
      if (number.flags == kAsciiDigits) Note(latin_, paragraph, number, findings);
    }
  }

  void Finish(Findings& findings) override {
    if (latin_.count == 0 || bengali_.count == 0) return;
    System& minority = latin_.count <= bengali_.count ? latin_ : bengali_;
    if (minority.count < kLeast && minority.count * kShare < latin_.count + bengali_.count) return;
    Diagnostic whole = std::move(minority.places.front());
    for (size_t i = 1; i < minority.places.size(); ++i) {
      whole.related.push_back(std::move(minority.places[i].place));
    }
    whole.args = {{"latin", std::to_string(latin_.count)},
                  {"bengali", std::to_string(bengali_.count)},
                  {"minority", &minority == &latin_ ? "latin" : "bengali", true}};
    findings.Report(std::move(whole));
  }

 private:
  static void Note(System& system, const Paragraph& paragraph, const ProseNumber& number,
                   const Findings& findings) {
    ++system.count;
    if (system.places.size() < kMostPlaces) {
      system.places.push_back(findings.Make(paragraph, number.span));
    }
  }

  System latin_;
  System bengali_;
};

}  // namespace

std::unique_ptr<Check> MakeMixedSystems(const CheckServices& /*services*/) {
  return std::make_unique<MixedSystems>();
}

}  // namespace bnlint
