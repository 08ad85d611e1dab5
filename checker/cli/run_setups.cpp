#include "cli/run_setups.h"

#include <set>
#include <utility>

#include "cli/tell.h"
#include "config/keys.h"

namespace bnlint {
namespace {

// A config that many files share has its errors told once.
class ErrorsOnce {
 public:
  void Tell(const Errors& errors) {
    for (const Error& error : errors) {
      if (told_.insert(error.ToString()).second) bnlint::Tell(error);
    }
  }
  [[nodiscard]] bool any() const { return !told_.empty(); }

 private:
  std::set<std::string> told_;
};

}  // namespace

Configs::Options ConfigsFor(const CheckOptions& options) {
  Configs::Options configs;
  configs.file = options.config;
  configs.isolated = options.isolated;
  configs.unsafe = options.unsafe;
  configs.suggest = options.suggest;
  Layer& layer = configs.command_line;
  layer.Say("profile", options.profile);
  layer.Say("select", options.select);
  layer.Say("extend-select", options.extend_select);
  layer.Say("ignore", options.ignore);
  layer.Say("rules", options.rules);
  layer.Say("words", options.words);
  layer.Say("dictionary", options.dictionary);
  layer.Say("fail-on", options.fail_on);
  layer.Say("language", options.language);
  layer.Say("format", options.format);
  for (const std::string& format : FindKey("formats/*/fields")->names()) {
    layer.Say(("formats/" + format + "/fields").c_str(), options.fields);
  }
  return configs;
}

std::optional<RunSetups> RunSetups::Make(const CheckOptions& options, Configs& configs,
                                         std::vector<BatchFile>& files) {
  RunSetups setups;
  ErrorsOnce errors;
  std::vector<BatchFile> kept;
  for (BatchFile& file : files) {
    auto config = configs.For(file.name);
    if (!config) {
      errors.Tell(config.error());
      continue;
    }
    if (config->excluded && options.force_exclude && file.path != "-") continue;
    file.linter = &*config->setup->linter;
    file.words = std::move(config->words);
    if (!setups.Add(config->setup, options)) return std::nullopt;
    file.format = options.input_format.empty() ? config->format
                                               : config->setup->FormatNamed(options.input_format);
    if (file.format == nullptr) file.format = config->setup->formats.data();
    kept.push_back(std::move(file));
  }
  files = std::move(kept);
  if (files.empty()) {
    const auto setup = configs.SetupFor(kConfigFile);
    if (!setup) errors.Tell(setup.error());
    if (setup && !setups.Add(*setup, options)) return std::nullopt;
  }
  if (errors.any()) return std::nullopt;
  return setups;
}

bool RunSetups::Add(const std::shared_ptr<const Setup>& setup, const CheckOptions& options) {
  const auto [entry, is_new] = entries_.try_emplace(&*setup->linter);
  if (!is_new) return true;
  entry->second.setup = setup;
  if (first_ == nullptr) first_ = setup;
  if (entries_.size() == 2) rules_ = first_->rules;
  if (entries_.size() >= 2) rules_.AddMissing(setup->rules);
  if (!options.fix && !options.diff) return true;
  auto fixer = Fixer::Make(setup->rules, setup->services, setup->policy);
  if (!fixer) {
    Tell(fixer.error());
    return false;
  }
  entry->second.fixer = std::move(*fixer);
  return true;
}

void RunSetups::Count(const BatchFile& file, const Diagnostic& diagnostic, Summary& summary) const {
  const Setup& setup = Of(file);
  summary.Count(diagnostic, setup.policy);
  if (diagnostic.severity >= setup.fail_on) ++summary.failing;
}

}  // namespace bnlint
