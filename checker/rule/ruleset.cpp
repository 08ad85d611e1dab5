#include "rule/ruleset.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/nearest.h"
#include "embed/embed.h"
#include "rule/loader.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

void Append(Errors& errors, Errors more) {
  errors.insert(errors.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

// Adds a rule in place of one of the same name.
void Add(std::vector<Rule>& rules, Rule rule) {
  const auto same = std::find_if(rules.begin(), rules.end(),
                                 [&](const Rule& other) { return other.name == rule.name; });
  if (same == rules.end()) {
    rules.push_back(std::move(rule));
  } else {
    *same = std::move(rule);
  }
}

// The rule files below a directory in a fixed order, so that errors do not differ from run to run.
Result<std::vector<std::string>> RuleFiles(const std::string& directory) {
  std::error_code error;
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".toml") files.push_back(it->path().string());
  }
  if (error) return Fail("cannot read the rule directory: " + error.message(), directory);
  if (files.empty()) return Fail("holds no rule files (<category>/<name>.toml)", directory);
  std::sort(files.begin(), files.end());
  return files;
}

void LoadDirectory(const std::string& directory, std::vector<Rule>& rules, Errors& errors) {
  const auto files = RuleFiles(directory);
  if (!files) {
    errors.push_back(files.error());
    return;
  }
  for (const std::string& path : *files) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
      errors.push_back({"cannot read it", path, 0, 0});
      continue;
    }
    auto rule = LoadRule(text, path);
    if (rule) {
      Add(rules, std::move(*rule));
    } else {
      Append(errors, std::move(rule.error()));
    }
  }
}

bool Any(const std::vector<std::string>& selectors, const Rule& rule) {
  return std::any_of(selectors.begin(), selectors.end(), [&](const std::string& selector) {
    return selector == "all" || rule.AnswersTo(selector);
  });
}

bool IsOnIn(const Rule& rule, std::span<const std::string> profiles) {
  const auto names_one = [&](const std::vector<std::string>& list) {
    return std::any_of(profiles.begin(), profiles.end(), [&](const std::string& profile) {
      return std::find(list.begin(), list.end(), profile) != list.end();
    });
  };
  return (rule.on_by_default || names_one(rule.profiles)) && !names_one(rule.not_in);
}

// 0 when the selector does not fit, else the more the more exact it is.
int Exactness(const std::string& selector, const Rule& rule) {
  if (selector == rule.id || selector == rule.name) return 3;
  if (rule.AnswersTo(selector)) return 2;
  return selector == "all" ? 1 : 0;
}

void Weigh(const Selection& selection, Rule& rule) {
  int best = 0;
  for (const auto& [selector, severity] : selection.severities) {
    const int exactness = Exactness(selector, rule);
    if (exactness <= best) continue;
    best = exactness;
    rule.severity = severity;
  }
}

}  // namespace

tl::expected<RuleSet, Errors> RuleSet::Load(const std::vector<std::string>& directories) {
  RuleSet set;
  Errors errors;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.name.starts_with("rules/")) continue;
    auto rule = LoadRule(file.bytes, std::string(file.name));
    if (rule) {
      rule->path.clear();
      Add(set.rules_, std::move(*rule));
    } else {
      Append(errors, std::move(rule.error()));
    }
  }
  for (const std::string& directory : directories) LoadDirectory(directory, set.rules_, errors);
  std::sort(set.rules_.begin(), set.rules_.end(),
            [](const Rule& a, const Rule& b) { return a.id < b.id; });
  for (size_t i = 1; i < set.rules_.size(); ++i) {
    if (set.rules_[i].id != set.rules_[i - 1].id) continue;
    errors.push_back({"the id " + set.rules_[i].id + " belongs to both " + set.rules_[i - 1].name +
                          " and " + set.rules_[i].name,
                      {},
                      0,
                      0});
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return set;
}

Result<void> RuleSet::CheckSelector(const std::string& selector) const {
  if (selector == "all" || std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
        return rule.AnswersTo(selector);
      })) {
    return {};
  }
  std::vector<std::string> names;
  for (const Rule& rule : rules_) names.insert(names.end(), {rule.id, rule.name, rule.category});
  return Fail("no rule or category is called '" + selector + "'" + DidYouMean(selector, names) +
              "; `bnlint rules` lists them");
}

Result<RuleSet> RuleSet::Select(const Selection& selection) const {
  std::vector<std::string> profiles;
  if (!selection.profile.empty()) profiles.push_back(selection.profile);
  return Select(profiles, {&selection, 1});
}

Result<RuleSet> RuleSet::Select(std::span<const std::string> profiles,
                                std::span<const Selection> selections) const {
  for (const Selection& selection : selections) {
    for (const auto* list : {&selection.select, &selection.extend, &selection.ignore}) {
      for (const std::string& selector : *list) {
        if (auto known = CheckSelector(selector); !known) return tl::unexpected(known.error());
      }
    }
    for (const auto& [selector, severity] : selection.severities) {
      if (auto known = CheckSelector(selector); !known) return tl::unexpected(known.error());
    }
  }
  RuleSet kept;
  kept.loaded_ = loaded_ ? loaded_ : std::make_shared<const std::vector<Rule>>(rules_);
  for (const Rule& rule : rules_) {
    bool on = IsOnIn(rule, profiles);
    for (const Selection& selection : selections) {
      if (!selection.select.empty()) on = Any(selection.select, rule);
      on = (on || Any(selection.extend, rule)) && !Any(selection.ignore, rule);
    }
    if (!on) continue;
    kept.rules_.push_back(rule);
    for (const Selection& selection : selections) Weigh(selection, kept.rules_.back());
  }
  return kept;
}

void RuleSet::AddMissing(const RuleSet& other) {
  for (const Rule& rule : other.rules_) {
    const auto at =
        std::lower_bound(rules_.begin(), rules_.end(), rule.id,
                         [](const Rule& known, const std::string& id) { return known.id < id; });
    if (at == rules_.end() || at->id != rule.id) rules_.insert(at, rule);
  }
}

const Rule* RuleSet::Find(std::string_view id_or_name) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    return rule.id == id_or_name || rule.name == id_or_name;
  });
  return found == rules_.end() ? nullptr : &*found;
}

}  // namespace bnlint
