#include "config/libraries.h"

#include <utility>

namespace bnlint {

tl::expected<std::shared_ptr<const RuleSet>, Errors> Libraries::Rules(
    const std::vector<std::string>& directories) {
  auto& known = rules_[directories];
  if (known) return known;
  auto loaded = RuleSet::Load(directories);
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  known = std::make_shared<const RuleSet>(std::move(*loaded));
  return known;
}

Result<std::shared_ptr<const Speller>> Libraries::SpellerFor(const std::string& choice) {
  auto& known = spellers_[choice];
  if (known) return known;
  auto opened = Speller::Open(choice);
  if (!opened) return tl::unexpected(opened.error());
  known = std::move(*opened);
  return known;
}

tl::expected<std::shared_ptr<const WordList>, Errors> Libraries::Words(const std::string& path) {
  auto& known = words_[path];
  if (known) return known;
  auto loaded = WordList::Load(path);
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  known = std::move(*loaded);
  lists_.push_back(known);
  return known;
}

}  // namespace bnlint
