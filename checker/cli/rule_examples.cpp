// bnlint rules --test: the examples of a directory of rules, as `./dev test` runs those of bnlint's own.

#include <iostream>

#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/tell.h"
#include "lint/examples.h"
#include "report/terminal.h"
#include "rule/ruleset.h"

namespace bnlint {

int RunRuleExamples(const std::string& directory) {
  const auto rules = RuleSet::Load({directory});
  if (!rules) {
    Tell(rules.error());
    return kCouldNot;
  }
  auto tester = ExampleTester::Make(*rules);
  if (!tester) {
    Tell(tester.error());
    return kCouldNot;
  }
  size_t tested = 0;
  size_t examples = 0;
  size_t failed = 0;
  for (const Rule& rule : rules->rules()) {
    if (rule.path.empty()) continue;  // bnlint's own
    ++tested;
    for (const Example& example : rule.examples) {
      ++examples;
      const Errors errors = tester->Test(rule, example);
      failed += errors.empty() ? 0 : 1;
      for (const Error& error : errors) std::cout << Visible(error.ToString()) << '\n';
    }
  }
  std::cout << fmt::format("rules: {}, examples: {}, failed: {}\n", tested, examples, failed);
  return failed == 0 ? kClean : kFindings;
}

}  // namespace bnlint
