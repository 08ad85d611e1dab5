#include "lsp/setups.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bnlint::lsp {
namespace {

// Settings are to the server what the command line is to `check`.
Configs::Options OptionsFor(const Settings& settings) {
  Configs::Options options;
  Layer& layer = options.command_line;
  layer.Say("profile", settings.profile);
  layer.Say("select", settings.select);
  layer.Say("extend-select", settings.extend_select);
  layer.Say("ignore", settings.ignore);
  layer.Say("dictionary", settings.dictionary);
  return options;
}

}  // namespace

const Format* FormatFor(std::string_view language_id, const Format* by_path) {
  // Editors' names for what has another one here.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNames = {
      {{"plaintext", "plain"},
       {"text", "plain"},
       {"mdx", "markdown"},
       {"gfm", "markdown"},
       {"jsonc", "json"},
       {"restructuredtext", "rst"},
       {"gettext", "po"},
       {"subrip", "srt"},
       {"xhtml", "html"}}};
  const auto* known =
      std::ranges::find(kNames, language_id, &std::pair<std::string_view, std::string_view>::first);
  const std::string_view name = known == kNames.end() ? language_id : known->second;
  const Format* by_name = FormatByName(name);
  // The one by path knows the fields that the config names.
  if (by_path != nullptr && (name == "plain" || name == by_path->name)) return by_path;
  return by_name != nullptr ? by_name : by_path;
}

Setups::Setups(const Settings& settings) : configs_(OptionsFor(settings)) {}

tl::expected<FileConfig, Errors> Setups::For(const std::string& path,
                                             std::string_view language_id) {
  auto file = configs_.For(path.empty() ? "untitled" : path);
  if (!file) return file;
  file->format = file->excluded ? nullptr : FormatFor(language_id, file->format);
  return file;
}

}  // namespace bnlint::lsp
