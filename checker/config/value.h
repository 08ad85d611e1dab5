#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// Where a value was said. `path` is a file as errors call it; "" is the command line, which has no line.
struct Origin {
  std::string path;
  uint64_t line = 0;    ///< from 1
  uint64_t column = 0;  ///< from 1, code points
};

/// One string of a value.
struct Item {
  std::string text;
  Origin at;
};

/// What a key was set to: strings, one for a key that is no list. A flag is "true" or "false".
struct Value {
  std::vector<Item> items;
  Origin at;

  [[nodiscard]] std::string_view Text() const {
    return items.empty() ? std::string_view() : std::string_view(items.front().text);
  }
};

/// Values by key, the names of nested tables joined with '/': "house/digits", "severity/PUN002".
using Values = std::map<std::string, Value>;

/// Values that one place said together: a file, one of its [[overrides]], a profile, the command line.
struct Layer {
  Values values;
};

}  // namespace bnlint
