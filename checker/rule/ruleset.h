#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rule/pattern.h"
#include "rule/rule.h"

namespace bnlint {

/// Which rules run. A selector is an id (PUN002), a name (danda-glued), a category (punctuation or its
/// letters PUN) or "all".
struct Selection {
  std::vector<std::string> select;  ///< when not empty: these and no others
  std::vector<std::string> extend;  ///< on top of the default
  std::vector<std::string> ignore;  ///< wins over the others
  std::string profile = {};         ///< one of kProfiles, or empty: what else is on by default
  /// By selector; an id or name beats a category, which beats "all". What a check itself calls a note stays one.
  std::vector<std::pair<std::string, Severity>> severities = {};
};

/// The rules of a run. Immutable once made; thread-safe.
class RuleSet {
 public:
  /// The rules inside the binary, then those of each directory (rules/<category>/<name>.toml, found
  /// recursively). A rule of a directory replaces one of the same name; an id used twice is an error.
  static tl::expected<RuleSet, Errors> Load(const std::vector<std::string>& directories);

  /// The rules that `selection` keeps. A selector that fits no rule is an error that offers the nearest.
  [[nodiscard]] Result<RuleSet> Select(const Selection& selection) const;
  /// The rules that are on by default in any of `profiles`, as one selection after the other then changes them: each
  /// turns all others off (`select`), some on (`extend`), some off (`ignore`). Their own profiles do not count.
  [[nodiscard]] Result<RuleSet> Select(std::span<const std::string> profiles,
                                       std::span<const Selection> selections) const;
  /// Fails, and offers the nearest, when no rule answers to `selector`.
  [[nodiscard]] Result<void> CheckSelector(const std::string& selector) const;

  /// Adds the rules of `other` whose id is not there, for a report about several sets.
  void AddMissing(const RuleSet& other);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }  ///< in order of id
  /// All rules that were loaded, of which Select kept rules(); in order of id.
  [[nodiscard]] const std::vector<Rule>& loaded() const { return loaded_ ? *loaded_ : rules_; }
  /// By id or name; null when there is none.
  [[nodiscard]] const Rule* Find(std::string_view id_or_name) const;

 private:
  std::vector<Rule> rules_;
  std::shared_ptr<const std::vector<Rule>> loaded_;  // null: rules_
};

}  // namespace bnlint
