// bnlint.toml → values by key. The table of keys.h says what may stand where; here is only how TOML is walked and how faults
// are told.

#include "config/parse.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include <toml++/toml.h>

#include "base/nearest.h"
#include "config/path_pattern.h"

namespace bnlint {
namespace {

using Names = std::vector<std::string>;

constexpr std::string_view kOverrides = "overrides";

std::string Join(const Names& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

bool Contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether the first names of a key's path may be `begin`; "*" takes any.
bool Begins(const Names& path, const Names& begin) {
  return begin.size() <= path.size() &&
         std::equal(begin.begin(), begin.end(), path.begin(),
                    [](const auto& name, const auto& part) { return part == "*" || part == name; });
}

class Parser {
 public:
  Parser(const std::string& path, Errors& errors) : path_(path), errors_(errors) {}

  void Top(const toml::table& table, uint8_t where, ParsedConfig& config) {
    for (const auto& [key, node] : table) {
      const Names name = {std::string(key.str())};
      if (where == Key::kTop && key.str() == kOverrides) {
        Overrides(node, config);
      } else if (where == Key::kTop && IsForeign(key.str())) {
        if (node.is_table()) {
          config.foreign.push_back(name.front());
        } else {
          NotATable(node, name);
        }
      } else {
        Entry(name, key.source(), node, where, config.top);
      }
    }
  }

 private:
  static bool IsForeign(std::string_view name) {
    const auto tables = ForeignTables();
    return std::any_of(tables.begin(), tables.end(),
                       [&](const ForeignTableName& table) { return table.name == name; });
  }

  [[nodiscard]] Origin At(const toml::source_region& region) const {
    return {path_, region.begin.line, region.begin.column};
  }
  void Complain(const toml::source_region& region, std::string message) {
    errors_.push_back({std::move(message), path_, region.begin.line, region.begin.column});
  }
  void NotATable(const toml::node& node, const Names& name) {
    Complain(node.source(), "'" + name.back() + "' is a table: write [" + Dotted(name) + "]");
  }
  static std::string Dotted(const Names& names) {
    std::string dotted;
    for (const std::string& name : names) dotted += (dotted.empty() ? "" : ".") + name;
    return dotted;
  }

  void Overrides(const toml::node& node, ParsedConfig& config) {
    const toml::array* array = node.as_array();
    if (array == nullptr || !array->is_array_of_tables()) {
      return Complain(node.source(), "write each of the overrides as [[overrides]]");
    }
    for (const auto& item : *array) {
      Override& override = config.overrides.emplace_back();
      for (const auto& [key, value] : *item.as_table()) {
        Entry({std::string(key.str())}, key.source(), value, Key::kOverride, override.layer);
      }
      auto paths = override.layer.values.extract("paths");
      if (!paths.empty()) {
        override.paths = std::move(paths.mapped().items);
      } else if (!item.as_table()->contains("paths")) {
        Complain(item.source(), "'paths' is missing: which files are meant?");
      }
    }
  }

  // What stands under `name`: a value, or a table with more.
  void Entry(const Names& name, const toml::source_region& key_at, const toml::node& node,
             uint8_t where, Layer& layer) {
    const Key* value = nullptr;
    const Key* inside = nullptr;  // some key further in
    for (const Key& key : Keys()) {
      const Names path = SplitPath(key.path);
      if ((key.where & where) == 0 || !Begins(path, name)) continue;
      (path.size() == name.size() ? value : inside) = &key;
    }
    if (value == nullptr && inside == nullptr) return Unknown(name, key_at, where);
    if (!NameFits(value != nullptr ? *value : *inside, name, key_at)) return;
    if (value != nullptr) return Read(*value, name, key_at, node, layer);
    if (!node.is_table()) return NotATable(node, name);
    for (const auto& [key, entry] : *node.as_table()) {
      Names longer = name;
      longer.emplace_back(key.str());
      Entry(longer, key.source(), entry, where, layer);
    }
  }

  // The names that stand where a key has "*".
  bool NameFits(const Key& key, const Names& name, const toml::source_region& at) {
    if (SplitPath(key.path)[name.size() - 1] != "*") return true;
    const std::string& last = name.back();
    if (name.front() == "extensions" &&
        (last.size() < 2 || last[0] != '.' || last.find('/') != std::string::npos)) {
      Complain(at, "'" + last + "' must be the end of a file name with its dot, as \".txt\"");
      return false;
    }
    if (key.names == nullptr || Contains(key.names(), last)) return true;
    Complain(at,
             "'" + last + "' is not one of: " + Join(key.names()) + DidYouMean(last, key.names()));
    return false;
  }

  void Unknown(const Names& name, const toml::source_region& at, uint8_t where) {
    const Names above(name.begin(), name.end() - 1);
    Names near;
    std::string elsewhere;
    for (const Key& key : Keys()) {
      const Names path = SplitPath(key.path);
      if (path.size() > above.size() && Begins(path, above)) {
        const bool here = (key.where & where) != 0;
        if (here) near.push_back(path[above.size()]);
        if (!here && path[above.size()] == name.back()) {
          elsewhere = where == Key::kOverride
                          ? "; it holds for all files of a config: write it above"
                          : "; it belongs in [[overrides]]";
        }
      }
      if (path.size() > 1 && path.back() == name.back() && path.size() != name.size()) {
        elsewhere = "; it belongs in [" + path.front() + "]";
      }
    }
    if (above.empty() && where == Key::kTop) {
      near.emplace_back(kOverrides);
      for (const ForeignTableName& table : ForeignTables()) near.emplace_back(table.name);
    }
    std::string hint = elsewhere.empty() ? DidYouMean(name.back(), near) : elsewhere;
    if (hint.empty() && !above.empty()) hint = "; known are: " + Join(near);
    if (hint.empty()) hint = "; `bnlint config --schema` describes them all";
    Complain(at, "unknown key '" + Dotted(name) + "'" + hint);
  }

  void Read(const Key& key, const Names& name, const toml::source_region& key_at,
            const toml::node& node, Layer& layer) {
    const size_t before = errors_.size();
    Value value;
    // Of a name that is the user's own, the name is what may turn out wrong.
    value.at = At(key.path.ends_with('*') ? key_at : node.source());
    switch (key.kind) {
      case Key::Kind::kFlag:
        if (const auto flag = node.value_exact<bool>()) {
          value.items.push_back({*flag ? "true" : "false", value.at});
        } else {
          Complain(node.source(), "'" + name.back() + "' must be true or false");
        }
        break;
      case Key::Kind::kText: Text(key, name, node, "a string", value); break;
      case Key::Kind::kList:
        if (const toml::array* array = node.as_array()) {
          for (const auto& item : *array) Text(key, name, item, "a list of strings", value);
          if (array->empty() && name.back() == "select") {
            Complain(node.source(), "'select' is empty: without it the default rules run");
          }
        } else {
          Text(key, name, node, key.alone ? "a string or a list of strings" : "a list of strings",
               value, key.alone);
        }
    }
    if (errors_.size() != before) return;
    std::string path;
    for (const std::string& part : name) path += (path.empty() ? "" : "/") + part;
    layer.values[path] = std::move(value);
  }

  void Text(const Key& key, const Names& name, const toml::node& node, std::string_view type,
            Value& value, bool may_be_string = true) {
    const auto text = node.value_exact<std::string>();
    if (!text || !may_be_string) {
      return Complain(node.source(), "'" + name.back() + "' must be " + std::string(type));
    }
    if (text->empty()) return Complain(node.source(), "'" + name.back() + "' is an empty string");
    if (key.choices != nullptr && !Contains(key.choices(), *text)) {
      const Names choices = key.choices();
      return Complain(node.source(), "'" + *text + "' is not one of: " + Join(choices) +
                                         DidYouMean(*text, choices));
    }
    if (key.holds == Key::Holds::kGlobs) {
      if (const auto pattern = PathPattern::Parse(*text); !pattern) {
        // A one-line string: its first character stands behind the quote.
        const auto at = At(node.source());
        return errors_.push_back(
            {pattern.error().message, path_, at.line, at.column + pattern.error().column});
      }
    }
    value.items.push_back({*text, At(node.source())});
  }

  const std::string& path_;
  Errors& errors_;
};

}  // namespace

ParsedConfig ParseConfig(std::string_view toml, const std::string& path, uint8_t where,
                         Errors& errors) {
  ParsedConfig config;
  Errors found;
  try {
    Parser(path, found).Top(toml::parse(toml, path), where, config);
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    found.push_back({std::string(error.description()), path, at.line, at.column});
  }
  std::stable_sort(found.begin(), found.end(), [](const Error& a, const Error& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  errors.insert(errors.end(), found.begin(), found.end());
  return config;
}

}  // namespace bnlint
