#pragma once

#include <string>
#include <string_view>

#include "checks/check.h"
#include "checks/habit.h"

namespace bnlint {

/// A blank too many or too few: each place is told with its fix, or all at once where they are a habit.
class Spacing {
 public:
  /// `mark` is what the reader should look at; `text` goes in place of `edit`; `found` is the punctuation mark meant.
  void Wrong(const Paragraph& paragraph, Span mark, Span edit, std::string_view text,
             std::string_view found, Findings& findings) {
    if (paragraph.Masked(mark, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, mark, {{"mark", std::string(found)}});
    findings.AddFix(finding, paragraph, edit, std::string(text));
    habit_.Wrong(std::move(finding), findings);
  }
  void Right() { habit_.Right(); }
  void Tell(Findings& findings) { habit_.Tell(findings); }

 private:
  Habit habit_;
};

}  // namespace bnlint
