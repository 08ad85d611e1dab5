#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/check.h"
#include "checks/habit.h"

namespace bnlint {

/// A blank too many or too few: each place is told with its fix, or all at once where they are a habit.
class Spacing {
 public:
  /// `mark` is what the reader should look at; `text` goes in place of `edit`; `args` are of the message.
  void Wrong(const Paragraph& paragraph, Span mark, Span edit, std::string_view text,
             std::vector<Arg> args, Findings& findings) {
    if (paragraph.Masked(mark, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, mark, std::move(args));
    findings.AddFix(finding, paragraph, edit, std::string(text));
    habit_.Wrong(std::move(finding), findings);
  }
  /// `found` is the punctuation mark meant: {mark}.
  void Wrong(const Paragraph& paragraph, Span mark, Span edit, std::string_view text,
             std::string_view found, Findings& findings) {
    Wrong(paragraph, mark, edit, text, std::vector<Arg>{{"mark", std::string(found)}}, findings);
  }
  void Right() { habit_.Right(); }
  void Tell(Findings& findings) { habit_.Tell(findings); }

 private:
  Habit habit_;
};

}  // namespace bnlint
