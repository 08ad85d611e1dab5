#include "cli/run_setups.h"

#include <set>
#include <utility>

#include "cli/tell.h"

namespace bnlint {
namespace {

void Say(Layer& layer, const char* key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Value& value = layer.values[key];
  for (const std::string& text : texts) value.items.push_back({text, {}});
}

void Say(Layer& layer, const char* key, const std::string& text) {
  if (!text.empty()) Say(layer, key, std::vector<std::string>{text});
}

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
  Say(layer, "profile", options.profile);
  Say(layer, "select", options.select);
  Say(layer, "extend-select", options.extend_select);
  Say(layer, "ignore", options.ignore);
  Say(layer, "rules", options.rules);
  Say(layer, "words", options.words);
  Say(layer, "dictionary", options.dictionary);
  Say(layer, "fail-on", options.fail_on);
  Say(layer, "language", options.language);
  Say(layer, "format", options.format);
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
    const Format* format = config->format;
    if (!options.input_format.empty()) format = FormatByName(options.input_format);
    const size_t index = format == nullptr ? 0 : static_cast<size_t>(format - Formats().data());
    file.format = &setups.entries_.at(file.linter).formats[index];
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
  rules_.AddMissing(setup->rules);
  entry->second.formats.assign(Formats().begin(), Formats().end());
  for (Format& format : entry->second.formats) {
    const auto fields = setup->fields.find(std::string(format.name));
    if (fields != setup->fields.end()) format.fields = fields->second;
    if (!options.fields.empty()) format.fields = options.fields;
  }
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
