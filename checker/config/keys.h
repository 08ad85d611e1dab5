#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/value.h"

namespace bnlint {

/// What a bnlint.toml may say: the one table from which parser, schema, `config --show` and `init` are made. A new key is
/// a line in keys.cpp and its use in setup.cpp.
struct Key {
  enum class Kind : uint8_t { kText, kFlag, kList };
  /// What its strings are, beyond being one of `choices`.
  enum class Holds : uint8_t { kWords, kSelectors, kPaths, kGlobs };
  /// Where it may stand: a file's top, its [[overrides]], a profile of bnlint's own. May be added.
  static constexpr uint8_t kTop = 1;
  static constexpr uint8_t kOverride = 2;
  static constexpr uint8_t kProfile = 4;

  std::string_view path;  ///< names joined with '/', "*" is any name: "house/digits", "severity/*"
  Kind kind;
  uint8_t where;
  Holds holds = Holds::kWords;
  bool adds = false;   ///< of a list: a stronger layer adds to it and does not replace it
  bool alone = false;  ///< of a list: one string may stand without brackets
  std::vector<std::string> (*choices)() = nullptr;
  std::vector<std::string> (*names)() = nullptr;  ///< what "*" may be; null with Holds of the name
  std::string_view otherwise = {};                ///< what holds when nobody says anything, as TOML
  std::string_view meaning;                       ///< for the schema and the documentation
};

std::span<const Key> Keys();
/// Of a name in Values, or of a path; null when there is none.
const Key* FindKey(std::string_view path);

/// A table that another room reads: any keys are taken.
struct ForeignTableName {
  std::string_view name;
  std::string_view meaning;
};
std::span<const ForeignTableName> ForeignTables();

/// What the tables are for: "house", "severity" …; empty for a name that is none.
std::string_view TableMeaning(std::string_view path);

/// "house/danda-space" → "house", "danda-space".
std::vector<std::string> SplitPath(std::string_view path);

}  // namespace bnlint
