#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// A path pattern as in .gitignore, matched against a whole path whose names are joined with '/':
///
///   *        any run of characters of one name, also none, also a leading dot
///   ?        one character
///   [a-z]    one character of a set; [!a-z] and [^a-z] one outside it. A ']' first in the set and
///   a
///            '-' at an end of it stand for themselves; [[:alpha:]] and the like mean ASCII ones
///   \x       x itself, in a set too
///   **/x     x at any depth, the top included (at the start of the pattern or after a '/')
///   a/**     everything below a, but not a (at the end of the pattern)
///   a/**/b   a/b, a/x/b, a/x/y/b …
///
/// Any other run of stars is one star; only `**` crosses a '/'. A character is a code point, so `?`
/// matches ক; a byte that is not UTF-8 counts as a character of its own. Case matters.
/// A leading or trailing '/' and '!' mean nothing special here: see config/gitignore.h.
/// Thread-safe.
class Glob {
 public:
  /// Fails on an unclosed '[', an unknown [:name:] and a '\' at the end. The error has the column;
  /// the caller knows file and line.
  static Result<Glob> Parse(std::string_view pattern);

  /// Whether all of `path` matches. Time is at most |path| × |pattern|, whatever the two are.
  [[nodiscard]] bool Matches(std::string_view path) const;

 private:
  class Parser;

  enum class Kind : uint8_t {
    kLiteral,      // this code point
    kAny,          // ?
    kSet,          // […]
    kStar,         // *
    kDirectories,  // **/ : nothing, or all up to some '/'
    kRest,         // ** at the end
    kEnd,          // of the pattern; never stored
  };
  struct Step {
    Kind kind;
    char32_t value;  // kLiteral: the code point; kSet: its index in sets_
  };
  struct Range {
    char32_t low;
    char32_t high;
  };
  struct Set {
    std::vector<Range> ranges;
    bool negated = false;
  };

  struct State {
    size_t step;  // the next one to match
    size_t at;    // against what stands here in the path
  };

  // How many bytes a step for one character matches, or 0.
  [[nodiscard]] size_t MatchOne(State now, std::string_view path) const;

  std::vector<Step> steps_;
  std::vector<Set> sets_;
};

}  // namespace bnlint
