#include "lsp/setups.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bnlint::lsp {

const Format* FormatFor(std::string_view language_id, std::string_view path) {
  // Editors' names for what has another one here.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNames = {
      {{"plaintext", "plain"},
       {"text", "plain"},
       {"markdown.mdx", "markdown"},
       {"gfm", "markdown"},
       {"jsonc", "json"},
       {"restructuredtext", "rst"},
       {"gettext", "po"},
       {"subrip", "srt"},
       {"xhtml", "html"}}};
  const auto* known =
      std::ranges::find(kNames, language_id, &std::pair<std::string_view, std::string_view>::first);
  const std::string_view name = known == kNames.end() ? language_id : known->second;
  const Format* by_path = FormatForPath(path);
  if (name == "plain") return by_path != nullptr ? by_path : FormatByName(name);
  const Format* by_name = FormatByName(name);
  return by_name != nullptr ? by_name : by_path;
}

tl::expected<std::shared_ptr<const Setup>, Errors> Setups::Shared() {
  if (setup_ != nullptr) return setup_;
  const auto setup = std::make_shared<Setup>();
  auto all = RuleSet::Load({});
  if (!all) return tl::unexpected(all.error());
  auto rules =
      all->Select({settings_.select, settings_.extend_select, settings_.ignore, settings_.profile});
  if (!rules) return tl::unexpected(Errors{rules.error()});
  setup->rules = std::move(*rules);
  auto speller = Speller::Open(settings_.dictionary);
  if (!speller) return tl::unexpected(Errors{speller.error()});
  setup->speller = std::move(*speller);
  setup->services.speller = setup->speller.get();
  setup->services.from_ocr = settings_.profile == "ocr";
  auto linter = Linter::Make(setup->rules, setup->services);
  if (!linter) return tl::unexpected(Errors{linter.error()});
  setup->linter.emplace(std::move(*linter));
  setup->policy.named = settings_.select;
  return setup_ = setup;
}

tl::expected<FileSetup, Errors> Setups::For(const std::string& path, std::string_view language_id) {
  FileSetup file;
  auto setup = Shared();
  if (!setup) return tl::unexpected(setup.error());
  file.setup = *setup;
  if (!user_words_) {
    auto words = LoadUserWords();
    if (!words) return tl::unexpected(words.error());
    user_words_ = std::move(*words);
  }
  if (*user_words_ != nullptr) file.words.Add(*user_words_);
  if (!path.empty()) {
    if (const auto added = project_words_.AddFor(path, file.words); !added) {
      return tl::unexpected(added.error());
    }
  }
  file.format = FormatFor(language_id, path);
  return file;
}

}  // namespace bnlint::lsp
