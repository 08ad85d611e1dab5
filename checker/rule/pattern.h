#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace bnlint {

/// What a rule file says about its pattern.
struct PatternSpec {
  std::string pattern;      ///< in the rule language: RE2 with {{macros}}
  int mark = 0;             ///< the group that is the finding; 0 is the whole match
  bool word_edges = false;  ///< no letter, mark or digit may touch the match on either side
  bool has_replace = false;
  std::string replace;  ///< what to put in place of the mark; ${0}..${9} are groups
};

/// One match of a pattern, in text offsets.
struct PatternMatch {
  Span mark;
  std::vector<std::string_view>
      groups;  ///< [0] is the whole match; empty where a group took no part
};

/// A compiled pattern: RE2, so linear in the text whatever the pattern. Thread-safe.
class Pattern {
 public:
  /// Errors carry the place in spec.pattern as column; the caller adds file and line.
  static Result<std::shared_ptr<const Pattern>> Compile(PatternSpec spec);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// All matches from left to right. A search goes on behind the last mark, not the last match, so
  /// that what one match read as context the next may mark.
  [[nodiscard]] std::vector<PatternMatch> FindAll(std::string_view text) const;

  [[nodiscard]] bool has_replace() const { return spec_.has_replace; }
  /// What goes in place of the mark of `match`. REQUIRES: has_replace().
  [[nodiscard]] std::string Replacement(const PatternMatch& match) const;
  [[nodiscard]] const std::string& expanded() const { return expanded_; }

 private:
  struct Compiled;
  Pattern(PatternSpec spec, std::string expanded, std::unique_ptr<Compiled> compiled);

  PatternSpec spec_;
  std::string expanded_;
  std::unique_ptr<Compiled> compiled_;
};

/// Tells in one pass over a text which of many patterns can match in it. Thread-safe.
class PatternGate {
 public:
  /// `patterns` must outlive the gate.
  explicit PatternGate(std::span<const Pattern* const> patterns);
  ~PatternGate();
  PatternGate(PatternGate&&) noexcept;
  PatternGate& operator=(PatternGate&&) noexcept;

  /// Indices, ascending, of the patterns that match somewhere in `text`. When the automaton runs out of
  /// its memory the answer is all of them: slower, never wrong.
  void Candidates(std::string_view text, std::vector<int>& indices) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace bnlint
