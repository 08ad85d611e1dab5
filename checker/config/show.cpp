#include "config/show.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/keys.h"
#include "config/make_setup.h"
#include "report/json.h"

namespace bnlint {
namespace {

std::string Quoted(std::string_view text) { return Dump(Json(text)); }

bool IsBare(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
}

// "extensions/.story" → extensions.".story", as TOML writes it.
std::string TomlKey(std::string_view path) {
  std::string out;
  for (const std::string& name : SplitPath(path)) {
    out += (out.empty() ? "" : ".") + (IsBare(name) ? name : Quoted(name));
  }
  return out;
}

std::string From(const Origin& at) {
  constexpr std::string_view kProfiles = "profiles/";
  if (at.path.empty()) return "command line";
  if (at.path.starts_with(kProfiles) && at.path.ends_with(".toml")) {
    return "profile " + at.path.substr(kProfiles.size(), at.path.size() - kProfiles.size() - 5);
  }
  return fmt::format("{}:{}:{}", at.path, at.line, at.column);
}

std::string LineText(const Key& key, const std::string& path, const Value& value) {
  const std::string name = TomlKey(path);
  if (key.kind != Key::Kind::kList) {
    const std::string text =
        key.kind == Key::Kind::kFlag ? std::string(value.Text()) : Quoted(value.Text());
    return fmt::format("{} = {}  # {}\n", name, text, From(value.at));
  }
  std::string out = name + " = [\n";
  for (const Item& item : value.items) {
    out += fmt::format("  {},  # {}\n", Quoted(item.text), From(item.at));
  }
  return out + "]\n";
}

// Calls `see(key, path, value)` for each key of a file, `value` null when nobody said anything.
template <typename See>
void ForKeys(const Values& values, const See& see) {
  for (const Key& key : Keys()) {
    if ((key.where & Key::kTop) == 0 || key.path == "extends") continue;
    bool any = false;
    for (const auto& [path, value] : values) {
      if (FindKey(path) != &key) continue;
      any = true;
      see(key, path, &value);
    }
    if (!any && key.path.find('*') == std::string_view::npos) {
      see(key, std::string(key.path), nullptr);
    }
  }
}

// The rules as they are without any config, those of the user's directories too.
RuleSet DefaultRules(const Setup& setup, RuleSet& all) {
  auto loaded = RuleSet::Load(RuleDirectories(setup.values));
  if (!loaded) return {};
  all = std::move(*loaded);
  return all.Select({}).value_or(RuleSet());
}

std::string ChangedRules(const Setup& setup) {
  RuleSet all;
  const RuleSet usual = DefaultRules(setup, all);
  constexpr size_t kFew = 20;
  const auto& running = setup.rules.rules();
  if (running.size() <= kFew) {
    std::string out = "\n# only these rules run\n";
    for (const Rule& rule : running) {
      out += fmt::format("#   {} {}: {}\n", rule.id, rule.name, Name(rule.severity));
    }
    return out;
  }
  std::string changes;
  for (const Rule& rule : all.rules()) {
    const Rule* now = setup.rules.Find(rule.id);
    const Rule* before = usual.Find(rule.id);
    std::string what;
    if (now == nullptr && before != nullptr) what = "off";
    if (now != nullptr && before == nullptr) what = "on";
    if (now != nullptr && now->severity != rule.severity) {
      what += (what.empty() ? "" : ", ") + std::string(Name(now->severity));
    }
    if (!what.empty()) changes += fmt::format("#   {} {}: {}\n", rule.id, rule.name, what);
  }
  return changes.empty() ? "\n# the rules are as by default\n"
                         : "\n# rules that are not as by default\n" + changes;
}

std::string FormatName(const FileConfig& config) {
  return config.format == nullptr ? "plain" : std::string(config.format->name);
}

Json PlaceJson(const Origin& at) {
  return {{"path", at.path}, {"line", at.line}, {"column", at.column}};
}

Json ValueJson(const Key& key, const Value* value) {
  if (value == nullptr) {
    return {{"value", key.otherwise.empty() ? Json() : Json::parse(key.otherwise)},
            {"from", Json()}};
  }
  Json texts = Json::array();
  Json from = Json::array();
  for (const Item& item : value->items) {
    texts.push_back(item.text);
    from.push_back(PlaceJson(item.at));
  }
  if (key.kind == Key::Kind::kText) texts = std::string(value->Text());
  if (key.kind == Key::Kind::kFlag) texts = value->Text() == "true";
  return {{"value", std::move(texts)}, {"from", std::move(from)}};
}

}  // namespace

std::string ShowText(const std::string& path, const FileConfig& config) {
  const Setup& setup = *config.setup;
  std::string out = fmt::format(
      "# {}: {}, read as {}{}\n", path, setup.file.empty() ? "no bnlint.toml" : setup.file,
      FormatName(config), config.excluded ? ", excluded from directories" : "");
  std::string unset;
  ForKeys(setup.values, [&](const Key& key, const std::string& name, const Value* value) {
    if (value != nullptr) {
      out += LineText(key, name, *value);
    } else if (!key.otherwise.empty()) {
      unset += fmt::format("{} = {}  # default\n", TomlKey(name), key.otherwise);
    }
  });
  return out + unset + ChangedRules(setup);
}

std::string ShowJson(const std::string& path, const FileConfig& config) {
  const Setup& setup = *config.setup;
  Json values = Json::object();
  ForKeys(setup.values, [&](const Key& key, const std::string& name, const Value* value) {
    values[TomlKey(name)] = ValueJson(key, value);
  });
  Json rules = Json::array();
  for (const Rule& rule : setup.rules.rules()) {
    rules.push_back({{"id", rule.id}, {"name", rule.name}, {"severity", Name(rule.severity)}});
  }
  return Dump({{"path", path},
               {"config", setup.file.empty() ? Json() : Json(setup.file)},
               {"file_format", FormatName(config)},
               {"excluded", config.excluded},
               {"values", std::move(values)},
               {"rules", std::move(rules)}},
              2) +
         '\n';
}

}  // namespace bnlint
