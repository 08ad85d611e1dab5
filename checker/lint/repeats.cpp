#include "lint/repeats.h"

#include <algorithm>
#include <iterator>

#include "checks/habit.h"
#include "rule/rule.h"

namespace bnlint {

void Repeats::Hold(std::vector<Diagnostic>& found, size_t from) {
  const auto begin = found.begin() + static_cast<std::ptrdiff_t>(from);
  const auto kept = std::stable_partition(begin, found.end(), [](const Diagnostic& finding) {
    return finding.repeat_key.empty() && !finding.may_be_habit;
  });
  std::vector<Diagnostic> held(std::make_move_iterator(kept), std::make_move_iterator(found.end()));
  found.erase(kept, found.end());
  for (Diagnostic& finding : held) {
    if (finding.may_be_habit) {
      TakeHabit(std::move(finding), found);
    } else {
      Take(std::move(finding));
    }
  }
  for (size_t i = from; i < found.size(); ++i) DropExplained(found[i]);
  while (groups_.size() > kMostKeys) {
    const auto oldest = groups_.find(*order_.front());
    order_.pop_front();
    Tell(oldest->second, found);
    groups_.erase(oldest);
  }
}

void Repeats::IsHabit(const Rule& rule, bool as_note) {
  const auto held = habits_.find(rule.id);
  if (held == habits_.end()) return;
  held->second.is_habit = true;
  held->second.is_note = as_note;
}

void Repeats::Release(std::vector<Diagnostic>& found) {
  for (auto& [rule, held] : habits_) TellHeld(held, found);
  habits_.clear();
  for (const std::string* key : order_) Tell(groups_.at(*key), found);
  order_.clear();
  groups_.clear();
}

void Repeats::TakeHabit(Diagnostic diagnostic, std::vector<Diagnostic>& found) {
  Held& held = habits_[diagnostic.rule->id];
  const bool is_habit = diagnostic.is_habit;
  held.findings.push_back(std::move(diagnostic));
  if (held.findings.size() < Habit::kMostHeld) return;
  held.is_habit = is_habit;
  TellHeld(held, found);
}

void Repeats::TellHeld(Held& held, std::vector<Diagnostic>& found) {
  if (held.is_note) {
    for (Diagnostic& finding : held.findings) finding.severity = Severity::kInfo;
  }
  if (held.is_habit && held.findings.size() > 1) {
    found.push_back(Merged(std::move(held.findings)));
  } else {
    std::move(held.findings.begin(), held.findings.end(), std::back_inserter(found));
  }
  held = {};
}

void Repeats::Take(Diagnostic diagnostic) {
  const auto [entry, added] =
      groups_.try_emplace(diagnostic.rule->id + ' ' + diagnostic.repeat_key);
  if (added) order_.push_back(&entry->first);
  Group& group = entry->second;
  ++group.count;
  if (group.count < kMany) {
    group.findings.push_back(std::move(diagnostic));
    return;
  }
  std::vector<Place>& related = group.findings.front().related;
  if (group.count == kMany) {
    for (size_t i = 1; i < group.findings.size(); ++i) {
      related.push_back(std::move(group.findings[i].place));
    }
    group.findings.resize(1);
  }
  if (related.size() < kMostRelated) related.push_back(std::move(diagnostic.place));
}

// One word, two spellings: the finding at the second names the first, so that this needs none of its own.
void Repeats::DropExplained(const Diagnostic& by) {
  for (const Place& place : by.related) {
    for (auto& [key, group] : groups_) {
      if (group.count >= kMany) continue;
      group.count -= std::erase_if(group.findings, [&](const Diagnostic& mine) {
        return mine.place.span == place.span && mine.rule->YieldsTo(*by.rule);
      });
    }
  }
}

void Repeats::Tell(Group& group, std::vector<Diagnostic>& found) {
  if (group.count >= kMany) {
    group.findings.front().args.push_back({"count", std::to_string(group.count), false});
  }
  std::move(group.findings.begin(), group.findings.end(), std::back_inserter(found));
}

}  // namespace bnlint
