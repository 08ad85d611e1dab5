#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "rule/ruleset.h"

// A namespace of its own: all tests are one program.
namespace bnlint::report_test {

/// A rule set of two rules, loaded from files as any user's: ZZZ001 sample and ZZZ002 other, which
/// is off by default and has awkward texts.
inline RuleSet SampleRules() {
  namespace fs = std::filesystem;
  const fs::path directory =
      fs::temp_directory_path() / ("bnlint-report-" + std::to_string(getpid()));
  fs::create_directories(directory / "testing");
  std::ofstream(directory / "testing" / "sample.toml") << R"toml(
id = "ZZZ001"
severity = "error"
fix = "safe"
pattern = "খখখ"
replace = "খ"
[en]
message = "'{match}' three times"
why = """
First line
of a **paragraph**.

More about `খ`."""
[bn]
message = "«{match}» তিনবার"
why = "প্রথম অনুচ্ছেদ।"
[[example]]
bad = "এক [[খখখ]] দুই"
good = "এক খ দুই"
[[example]]
good = "খখ"
)toml";
  std::ofstream(directory / "testing" / "other.toml") << R"toml(
id = "ZZZ002"
severity = "info"
default = "off"
pattern = "গগগ"
[en]
message = "a | b"
why = "English."
[bn]
message = "ক | খ"
why = "বাংলা।"
[[example]]
bad = "[[গগগ]]"
good = "গ"
[[example]]
good = "```"
)toml";
  auto rules = RuleSet::Load({directory.string()});
  fs::remove_all(directory);
  if (!rules) throw std::runtime_error(rules.error().front().ToString());
  auto chosen = rules->Select({{"ZZZ001", "ZZZ002"}, {}, {}});
  if (!chosen) throw std::runtime_error(chosen.error().ToString());
  return *chosen;
}

}  // namespace bnlint::report_test
