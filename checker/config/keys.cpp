#include "config/keys.h"

#include <algorithm>
#include <array>

#include "config/profile.h"
#include "formats/format.h"
#include "report/reporter.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

using Strings = std::vector<std::string>;
using Kind = Key::Kind;
using Holds = Key::Holds;

constexpr uint8_t kTop = Key::kTop;
constexpr uint8_t kAnywhere = Key::kTop | Key::kOverride | Key::kProfile;
constexpr uint8_t kTopOrOverride = Key::kTop | Key::kOverride;

Strings Severities() { return {"info", "warning", "error"}; }
Strings DandaSpaces() { return {"never", "always", "any"}; }
Strings Digits() { return {"consistent", "bengali", "latin", "any"}; }
Strings Nuktas() { return {"consistent", "precomposed", "decomposed", "any"}; }
Strings QuoteKinds() { return {"consistent", "curly", "straight", "any"}; }
Strings Languages() { return {"bn", "en"}; }
Strings ProfileNames() { return {kProfiles.begin(), kProfiles.end()}; }
Strings FormatNames() {
  Strings names;
  for (const Format& format : Formats()) names.emplace_back(format.name);
  return names;
}
// Formats of records, whose prose is in some fields only.
Strings RecordFormats() { return {"csv", "json", "jsonl", "tsv"}; }

constexpr Key kKeys[] = {
    {.path = "extends",
     .kind = Kind::kList,
     .where = kTop,
     .holds = Holds::kPaths,
     .alone = true,
     .meaning = "Other configs to start from: files, or directories that hold a bnlint.toml, from "
                "this file's directory. "
                "What this file says wins over them, a later one over an earlier."},
    {.path = "profile",
     .kind = Kind::kList,
     .where = kTopOrOverride,
     .alone = true,
     .choices = ProfileNames,
     .otherwise = "[]",
     .meaning = "What the text is for; several may be named."},
    {.path = "select",
     .kind = Kind::kList,
     .where = kAnywhere,
     .holds = Holds::kSelectors,
     .meaning = "Only these rules: ids (PUN002), names (danda-glued), categories (punctuation or "
                "PUN), or \"all\"."},
    {.path = "extend-select",
     .kind = Kind::kList,
     .where = kAnywhere,
     .holds = Holds::kSelectors,
     .adds = true,
     .meaning = "These rules on top of those that are on."},
    {.path = "ignore",
     .kind = Kind::kList,
     .where = kAnywhere,
     .holds = Holds::kSelectors,
     .adds = true,
     .meaning = "Not these rules. Wins over select and extend-select of the same place."},
    {.path = "severity/*",
     .kind = Kind::kText,
     .where = kAnywhere,
     .holds = Holds::kSelectors,
     .choices = Severities,
     .meaning = "How grave what a rule, or any rule of a category, finds is."},
    {.path = "house/danda-space",
     .kind = Kind::kText,
     .where = kAnywhere,
     .choices = DandaSpaces,
     .otherwise = "\"never\"",
     .meaning =
         "A space before the danda (rule danda-space): never, always, or as the author likes."},
    {.path = "house/digits",
     .kind = Kind::kText,
     .where = kAnywhere,
     .choices = Digits,
     .otherwise = "\"consistent\"",
     .meaning =
         "Digits in Bengali prose (rules latin-digit and mixed-systems). consistent: as most of "
         "the text has them; "
         "bengali or latin: every other number is reported, with a safe fix; any: nothing is."},
    {.path = "house/nukta",
     .kind = Kind::kText,
     .where = kAnywhere,
     .choices = Nuktas,
     .otherwise = "\"consistent\"",
     .meaning =
         "ড় ঢ় য় (rule nukta-form) as one code point (precomposed, as keyboards type them), as "
         "letter and nukta "
         "(decomposed, as Unicode normalisation makes them), consistent within a text, or any."},
    {.path = "house/quotes",
     .kind = Kind::kText,
     .where = kAnywhere,
     .choices = QuoteKinds,
     .otherwise = "\"any\"",
     .meaning = "Double quotation marks (rule quote-style): curly “ ”, straight \", consistent "
                "within a text, or any."},
    {.path = "house/academy",
     .kind = Kind::kFlag,
     .where = kAnywhere,
     .meaning = "Whether older spellings that the Academy's standard replaced (শ্রেণী for শ্রেণি) "
                "are reported (rule "
                "academy-form). Without it the profile decides: editorial and bn-IN do."},
    {.path = "words",
     .kind = Kind::kList,
     .where = kTopOrOverride,
     .holds = Holds::kPaths,
     .adds = true,
     .meaning = "Lists of words to accept, from this file's directory: a word a line, শব্দ* for one "
                "with any ending."},
    {.path = "dictionary",
     .kind = Kind::kText,
     .where = kTopOrOverride,
     .holds = Holds::kPaths,
     .meaning = "A Hunspell dictionary (.dic) in place of bnlint's own; \"system\" for an "
                "installed one, \"none\" for none."},
    {.path = "rules",
     .kind = Kind::kList,
     .where = kTop,
     .holds = Holds::kPaths,
     .adds = true,
     .meaning = "Directories of rules of your own, from this file's directory: "
                "<category>/<name>.toml below them. One of the "
                "name of bnlint's takes its place."},
    {.path = "include",
     .kind = Kind::kList,
     .where = kTop,
     .holds = Holds::kGlobs,
     .adds = true,
     .meaning =
         "Of the files below a directory only these. Patterns as in .gitignore, from the directory "
         "of the bnlint.toml "
         "that was found. A file of an unknown kind that is named here is read as plain text."},
    {.path = "exclude",
     .kind = Kind::kList,
     .where = kTop,
     .holds = Holds::kGlobs,
     .adds = true,
     .meaning = "Of the files below a directory not these. A file that the command line names is "
                "checked all the same."},
    {.path = "extensions/*",
     .kind = Kind::kText,
     .where = kTop,
     .choices = FormatNames,
     .meaning = "The format of files by how their names end: \".story\" = \"markdown\"."},
    {.path = "formats/*/fields",
     .kind = Kind::kList,
     .where = kTop,
     .names = RecordFormats,
     .meaning = "Which fields of a record hold prose."},
    {.path = "fail-on",
     .kind = Kind::kText,
     .where = kTopOrOverride,
     .choices = Severities,
     .otherwise = "\"warning\"",
     .meaning = "The least severity that makes the exit status 1."},
    {.path = "language",
     .kind = Kind::kText,
     .where = kTop,
     .choices = Languages,
     .otherwise = "\"bn\"",
     .meaning = "Language of messages; of the config that holds for the first file of a run."},
    {.path = "format",
     .kind = Kind::kText,
     .where = kTop,
     .choices = +[] { return ReportFormats(); },
     .otherwise = "\"full\"",
     .meaning = "Format of the report; of the config that holds for the first file of a run."},
    {.path = "paths",
     .kind = Kind::kList,
     .where = Key::kOverride,
     .holds = Holds::kGlobs,
     .alone = true,
     .meaning = "Which files the table is for. Patterns as in .gitignore, from the directory of "
                "the bnlint.toml that was found."},
};

constexpr ForeignTableName kForeign[] = {
    {"dataset", "What `bnlint dataset` does."},
};

}  // namespace

std::span<const Key> Keys() { return kKeys; }

std::vector<std::string> SplitPath(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = path.find('/');
    parts.emplace_back(path.substr(0, end));
    if (end == std::string_view::npos) return parts;
    path.remove_prefix(end + 1);
  }
}

const Key* FindKey(std::string_view path) {
  const auto wanted = SplitPath(path);
  const auto fits = [&](const Key& key) {
    const auto parts = SplitPath(key.path);
    return parts.size() == wanted.size() &&
           std::equal(parts.begin(), parts.end(), wanted.begin(),
                      [](const auto& a, const auto& b) { return a == "*" || a == b; });
  };
  const auto* found = std::find_if(std::begin(kKeys), std::end(kKeys), fits);
  return found == std::end(kKeys) ? nullptr : found;
}

std::span<const ForeignTableName> ForeignTables() { return kForeign; }

std::string_view TableMeaning(std::string_view path) {
  if (path == "severity")
    return "Severities by rule, category or \"all\"; the more exact name wins.";
  if (path == "house") return "What the house wants where usage leaves a choice.";
  if (path == "extensions") return "Formats by the ends of file names.";
  if (path == "formats") return "What to read in files of a format.";
  if (path == "overrides")
    return "Other settings for some of the files; a later table wins over an earlier.";
  return {};
}

}  // namespace bnlint
