#include "dataset/policy.h"

#include <algorithm>

#include <toml++/toml.h>

#include "base/nearest.h"
#include "embed/embed.h"

namespace bnlint::dataset {
namespace {

constexpr std::string_view kFolder = "checker/dataset/presets/";
constexpr std::string_view kEnding = ".toml";

Error At(const toml::node& node, std::string message, const std::string& path) {
  const auto& begin = node.source().begin;
  return {std::move(message), path, begin.line, begin.column};
}

std::string Unknown(std::string_view what, std::string_view name,
                    const std::vector<std::string>& known) {
  return "unknown " + std::string(what) + " '" + std::string(name) + "'" + DidYouMean(name, known);
}

std::vector<std::string> SignalNames() {
  std::vector<std::string> names;
  for (const SignalInfo& info : SignalTable()) names.emplace_back(info.name);
  return names;
}

}  // namespace

// Reads a [dataset] table into a policy; the first error ends it.
class PolicyReader {
 public:
  PolicyReader(Policy& policy, const std::string& path) : policy_(policy), path_(path) {}

  Result<void> Read(const toml::table& table, std::string_view preset) {
    for (const auto& [key, node] : table) {
      if (const auto read = Key(key.str(), node); !read) return read;
    }
    if (const auto started = Start(table["preset"], preset); !started) return started;
    const toml::node* thresholds = table.get("thresholds");
    if (thresholds == nullptr) return {};
    if (!thresholds->is_table()) return Fail(*thresholds, "thresholds must be a table");
    for (const auto& [key, node] : *thresholds->as_table()) {
      if (const auto read = Read(key.str(), node); !read) return read;
    }
    return {};
  }

 private:
  tl::unexpected<Error> Fail(const toml::node& node, std::string message) const {
    return tl::unexpected(At(node, std::move(message), path_));
  }

  Result<void> Key(std::string_view key, const toml::node& node) {
    static const std::vector<std::string> kKeys = {"id_field", "preset", "text_field",
                                                   "thresholds"};
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) {
      return Fail(node, Unknown("key", key, kKeys) + " in [dataset]");
    }
    if (key == "thresholds") return {};
    const auto text = node.value<std::string>();
    if (!text) return Fail(node, std::string(key) + " must be a string");
    if (key == "text_field") policy_.text_field = *text;
    if (key == "id_field") policy_.id_field = *text;
    return {};
  }

  // The thresholds to begin with.
  Result<void> Start(toml::node_view<const toml::node> own, std::string_view given) {
    const std::string name = given.empty() ? own.value_or(std::string()) : std::string(given);
    if (name.empty()) return {};
    auto preset = Policy::Preset(name);
    if (!preset && given.empty()) return Fail(*own.node(), preset.error().message);
    if (!preset) return tl::unexpected(preset.error());
    policy_.thresholds_ = preset->thresholds_;
    return {};
  }

  Result<void> Read(std::string_view key, const toml::node& node) {
    const auto signal = FindSignal(key);
    if (!signal) return Fail(node, Unknown("signal", key, SignalNames()));
    std::erase_if(policy_.thresholds_,
                  [&](const Threshold& other) { return other.signal == *signal; });
    if (node.is_boolean() && !node.as_boolean()->get()) return {};
    const toml::table* range = node.as_table();
    if (range == nullptr) {
      return Fail(node, std::string(key) + " must be { min = …, max = … }, or false");
    }
    Threshold threshold{*signal, std::nullopt, std::nullopt};
    for (const auto& [end, value] : *range) {
      const auto number = value.value<double>();
      if (!number || (end.str() != "min" && end.str() != "max")) {
        return Fail(value, std::string(key) + " takes the numbers min and max");
      }
      (end.str() == "min" ? threshold.min : threshold.max) = *number;
    }
    if (!threshold.min && !threshold.max) return Fail(node, "needs min or max");
    const auto place =
        std::find_if(policy_.thresholds_.begin(), policy_.thresholds_.end(),
                     [&](const Threshold& other) { return other.signal > threshold.signal; });
    policy_.thresholds_.insert(place, threshold);
    return {};
  }

  Policy& policy_;
  const std::string& path_;
};

Result<Policy> Policy::FromToml(std::string_view toml, const std::string& path,
                                std::string_view preset) {
  try {
    const toml::table root = toml::parse(toml, path);
    Policy policy;
    PolicyReader reader(policy, path);
    const toml::node* table = root.get("dataset");
    if (table != nullptr && !table->is_table()) {
      return tl::unexpected(At(*table, "dataset must be a table", path));
    }
    const toml::table empty;
    const auto read = reader.Read(table == nullptr ? empty : *table->as_table(), preset);
    if (!read) return tl::unexpected(read.error());
    return policy;
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    return tl::unexpected(Error{std::string(error.description()), path, begin.line, begin.column});
  }
}

Result<Policy> Policy::Preset(std::string_view name) {
  const std::string path = std::string(kFolder) + std::string(name) + std::string(kEnding);
  const std::string_view toml = Embedded(path);
  if (toml.empty()) return bnlint::Fail(Unknown("preset", name, PresetNames()));
  return FromToml(toml, path);
}

const Threshold* Policy::Find(Signal signal) const {
  for (const Threshold& threshold : thresholds_) {
    if (threshold.signal == signal) return &threshold;
  }
  return nullptr;
}

Needs Policy::needs() const {
  Needs needs = Needs::kText;
  for (const Threshold& threshold : thresholds_) {
    needs = std::max(needs, Info(threshold.signal).needs);
  }
  return needs;
}

std::vector<Reason> Policy::Judge(const Signals& signals) const {
  std::vector<Reason> reasons;
  for (const Threshold& threshold : thresholds_) {
    const double value = signals[threshold.signal];
    if ((threshold.min && value < *threshold.min) || (threshold.max && value > *threshold.max)) {
      reasons.push_back({threshold, value});
    }
  }
  return reasons;
}

std::vector<std::string> PresetNames() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.name.starts_with(kFolder)) continue;
    names.emplace_back(
        file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kEnding.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace bnlint::dataset
