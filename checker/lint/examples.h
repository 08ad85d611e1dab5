#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "lint/linter.h"
#include "rule/ruleset.h"

namespace bnlint {

/// Runs the examples of rule files, which are their tests: a bad text is flagged by its rule exactly where it is marked and
/// its fix gives the good text; a good text is clean under its rule and, notes of other rules apart, under all that are
/// on by default. Not thread-safe.
class ExampleTester {
 public:
  /// `all` are the rules that the text may meet, and must outlive this. Fails as Linter::Make.
  static Result<ExampleTester> Make(const RuleSet& all);

  /// What does not hold, with the place of the example in the rule's file.
  Errors Test(const Rule& rule, const Example& example);

 private:
  struct Ready {
    RuleSet rules;
    CheckServices services;
    std::unique_ptr<const Linter> linter;
  };
  explicit ExampleTester(const RuleSet& all) : all_(&all) {}
  static Result<std::unique_ptr<Ready>> Prepare(const RuleSet& all, const Selection& selection);
  Result<void> Focus(const Rule& rule);
  static std::vector<Diagnostic> Lint(const std::string& text, const Example& example,
                                      const Format& format, const Linter& linter);

  const RuleSet* all_;
  std::unique_ptr<Ready> default_;
  std::unique_ptr<Ready> focus_;  // of the rule at hand
  std::string focused_;
};

/// \x and two hexadecimal digits as that byte: how examples show bytes that cannot stand in a TOML file. `marks` move along.
std::string UnescapeExample(const std::string& text, std::vector<Span>* marks);

}  // namespace bnlint
