#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"
#include "spelling/word_list.h"

namespace bnlint {

/// Rules, dictionaries and word lists that several setups may share, each loaded once. Not thread-safe; what it hands out
/// is.
class Libraries {
 public:
  /// bnlint's rules and those of `directories`.
  tl::expected<std::shared_ptr<const RuleSet>, Errors> Rules(
      const std::vector<std::string>& directories);
  /// As Speller::Open.
  Result<std::shared_ptr<const Speller>> SpellerFor(const std::string& choice);
  tl::expected<std::shared_ptr<const WordList>, Errors> Words(const std::string& path);

  /// All word lists so far, in the order in which they were first asked for.
  [[nodiscard]] const std::vector<std::shared_ptr<const WordList>>& lists() const { return lists_; }

 private:
  std::map<std::vector<std::string>, std::shared_ptr<const RuleSet>> rules_;
  std::map<std::string, std::shared_ptr<const Speller>> spellers_;
  std::map<std::string, std::shared_ptr<const WordList>> words_;
  std::vector<std::shared_ptr<const WordList>> lists_;
};

}  // namespace bnlint
