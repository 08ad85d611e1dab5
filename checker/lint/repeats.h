#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "rule/diagnostic.h"

namespace bnlint {

/// Holds the findings of a document that may be a habit of it, a rule's together, until that is known
/// (checks/habit.h); and those that have a repeat_key, so that what recurs is told once: a name that the
/// dictionary does not have, say. Findings that share rule and key and are at least kMany become one at the
/// first place, with the argument "count" and up to kMostRelated of the other places. What another finding
/// explains by a related place is dropped (Rule::YieldsTo). Bounded: of more than kMostKeys different keys the
/// oldest are let go as they are. Not thread-safe.
class Repeats {
 public:
  static constexpr size_t kMany = 3;
  static constexpr size_t kMostRelated = 10;
  static constexpr size_t kMostKeys = 1000;

  /// Takes the findings to be held out of `found` from index `from` on, and adds those that are let go.
  void Hold(std::vector<Diagnostic>& found, size_t from);
  /// What may be a habit in the findings of a rule is one, and no more than a note when so said; before Release.
  void IsHabit(const Rule& rule, bool as_note);
  /// Adds all that is held.
  void Release(std::vector<Diagnostic>& found);

 private:
  struct Group {
    std::vector<Diagnostic> findings;  // fewer than kMany, or the one that stands for all
    size_t count = 0;
  };
  struct Held {
    std::vector<Diagnostic> findings;
    bool is_habit = false;
    bool is_note = false;
  };
  void Take(Diagnostic diagnostic);
  void TakeHabit(Diagnostic diagnostic, std::vector<Diagnostic>& found);
  static void TellHeld(Held& held, std::vector<Diagnostic>& found);
  void DropExplained(const Diagnostic& by);
  static void Tell(Group& group, std::vector<Diagnostic>& found);

  std::map<std::string, Held> habits_;  // by rule
  std::unordered_map<std::string, Group> groups_;
  std::deque<const std::string*> order_;  // keys of groups_, oldest first
};

}  // namespace bnlint
