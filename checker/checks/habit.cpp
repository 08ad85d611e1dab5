#include "checks/habit.h"

#include <iterator>
#include <string>

namespace bnlint {

void Habit::Wrong(Diagnostic finding, Findings& findings) {
  ++wrong_;
  finding.may_be_habit = true;
  finding.is_habit = IsHabit();
  findings.Report(std::move(finding));
}

Diagnostic Merged(std::vector<Diagnostic> findings) {
  Diagnostic whole = std::move(findings.front());
  whole.args.push_back({"count", std::to_string(findings.size()), false});
  for (auto finding = std::next(findings.begin()); finding != findings.end(); ++finding) {
    whole.related.push_back(std::move(finding->place));
    if (finding->fixes.empty()) continue;
    Fix& theirs = finding->fixes.front();
    if (whole.fixes.empty()) {
      whole.fixes.push_back(std::move(theirs));
      continue;
    }
    Fix& fix = whole.fixes.front();
    fix.separable = true;
    if (theirs.safety == FixSafety::kUnsafe) fix.safety = FixSafety::kUnsafe;
    std::move(theirs.edits.begin(), theirs.edits.end(), std::back_inserter(fix.edits));
  }
  return whole;
}

}  // namespace bnlint
