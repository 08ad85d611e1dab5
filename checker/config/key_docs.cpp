#include "config/key_docs.h"

#include <fmt/format.h>

#include "config/keys.h"
#include "config/profile.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

// "formats/*/fields" → formats.NAME.fields
std::string ShownPath(const Key& key) {
  std::string shown;
  for (const std::string& name : SplitPath(key.path)) {
    shown += (shown.empty() ? "" : ".") + (name != "*" ? name : std::string("NAME"));
  }
  return shown;
}

std::string Type(const Key& key) {
  std::string choices;
  if (key.choices != nullptr) {
    for (const std::string& choice : key.choices()) {
      choices += fmt::format("{}`\"{}\"`", choices.empty() ? "" : ", ", choice);
    }
  }
  if (key.kind == Key::Kind::kFlag) return "`true` or `false`";
  const std::string one = choices.empty() ? "a string" : "one of " + choices;
  if (key.kind == Key::Kind::kText) return one;
  const std::string list = choices.empty() ? "a list of strings" : "a list of " + choices;
  return key.alone ? list + ", or one alone" : list;
}

std::string Where(const Key& key) {
  const bool top = (key.where & Key::kTop) != 0;
  const bool scoped = (key.where & Key::kOverride) != 0;
  return top && scoped ? "anywhere" : top ? "at the top" : "in `[[overrides]]`";
}

}  // namespace

std::string ConfigMarkdown() {
  std::string page =
      "# bnlint.toml\n\nThe nearest one in a text's directory or above holds, up to the root of "
      "the repository.\n";
  for (const Key& key : Keys()) {
    page += fmt::format("\n## `{}`\n\n{}\n\n{}; {}{}.\n", ShownPath(key), key.meaning, Type(key),
                        Where(key),
                        key.otherwise.empty() ? "" : fmt::format("; default `{}`", key.otherwise));
  }
  for (const ForeignTableName& table : ForeignTables()) {
    page += fmt::format("\n## `[{}]`\n\n{}\n", table.name, table.meaning);
  }
  page += "\n## Profiles\n\n";
  for (const std::string_view profile : kProfiles) {
    page += fmt::format("- `{}`: {}.\n", profile, ProfileMeaning(profile));
  }
  return page;
}

}  // namespace bnlint
