#include "config/init.h"

#include <fmt/format.h>

#include "config/keys.h"
#include "config/profile.h"
#include "config/word_files.h"
#include "report/json.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr size_t kWidth = 100;  // bytes; few of them are Bengali

// The words of `text` as comment lines.
std::string Comment(std::string_view text) {
  std::string out;
  std::string line = "#";
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (line.size() > 1 && line.size() + 1 + end > kWidth) {
      out += line + '\n';
      line = "#";
    }
    line += ' ' + std::string(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line + '\n';
}

// A key with its meaning, set but commented out.
std::string Entry(std::string_view path, std::string_view line) {
  const Key* key = FindKey(path);
  return Comment(key == nullptr ? std::string_view() : key->meaning) + '#' + std::string(line) +
         "\n\n";
}

std::string Quoted(std::string_view text) { return Dump(Json(text)); }

// `one` or `other` by which is met more often, with the counts; `otherwise` when nothing or nearly both are.
std::string Choice(std::string_view name, const Habits::Pair& pair, std::string_view one,
                   std::string_view other, std::string_view otherwise) {
  constexpr uint64_t kClearly = 9;
  constexpr uint64_t kEnough = 10;
  std::string_view chosen = otherwise;
  if (pair.first >= kEnough && pair.first > pair.second * kClearly) chosen = one;
  if (pair.second >= kEnough && pair.second > pair.first * kClearly) chosen = other;
  std::string out = fmt::format("{} = {}", name, Quoted(chosen));
  if (pair.first + pair.second == 0) return out;
  return out + fmt::format("  # here: {} {}, {} {}", one, pair.first, other, pair.second);
}

std::string Files(const Folder& folder) {
  std::string list;
  for (const auto& [extension, count] : folder.files) {
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, extension);
  }
  return list.empty() ? "no file that bnlint reads was found here" : "found here: " + list;
}

std::string Profiles() {
  std::string out;
  for (const std::string_view profile : kProfiles) {
    out += Comment(fmt::format("  {}: {}", profile, ProfileMeaning(profile)));
  }
  return out;
}

std::string House(const Habits& habits) {
  return "[house]\n" +
         Entry("house/danda-space",
               Choice("danda-space", habits.danda, "always", "never", "never")) +
         Entry("house/digits", Choice("digits", habits.digits, "bengali", "latin", "consistent")) +
         Entry("house/nukta",
               Choice("nukta", habits.nukta, "precomposed", "decomposed", "consistent")) +
         Entry("house/quotes", Choice("quotes", habits.quotes, "curly", "straight", "any")) +
         Entry("house/academy", "academy = true");
}

std::string Formats(const Folder& folder) {
  std::string out = Comment("Formats by the ends of file names:");
  out += "#[extensions]\n#\".story\" = \"markdown\"\n\n";
  if (folder.fields.empty()) return out;
  for (const auto& [format, fields] : folder.fields) {
    std::string list;
    for (const std::string& field : fields) list += (list.empty() ? "" : ", ") + Quoted(field);
    out += Comment(FindKey("formats/*/fields")->meaning);
    out += fmt::format("#[formats.{}]\n#fields = [{}]\n\n", format, list);
  }
  return out;
}

std::string Overrides(const Folder& folder) {
  std::string out = Comment(TableMeaning("overrides"));
  if (folder.has_pages) {
    return out + "#[[overrides]]\n#paths = [\"*.hocr\", \"*.alto\"]\n#profile = \"ocr\"\n";
  }
  return out + "#[[overrides]]\n#paths = [\"drafts/\"]\n#ignore = [\"para-end\"]\n";
}

}  // namespace

std::string ConfigTemplate(const Folder& folder) {
  std::string words = "words = [\"words.txt\"]";
  if (folder.has_words) words += fmt::format("  # {} counts without being named", kProjectWords);
  return Comment("Settings of bnlint for the texts in this folder and below it; " + Files(folder) +
                 ".") +
         Comment(
             "A line that begins with # and no space is a setting: take the # away to make it "
             "count. "
             "`bnlint config --show FILE` tells what holds for a file.") +
         "\n" + Comment(FindKey("profile")->meaning) + Profiles() + "#profile = \"editorial\"\n\n" +
         Entry("extends", "extends = \"../house.toml\"") + Entry("select", "select = [\"all\"]") +
         Entry("extend-select", "extend-select = [\"quote-style\"]") +
         Entry("ignore", "ignore = [\"dash-style\"]") + Entry("words", words) +
         Entry("dictionary", "dictionary = \"none\"") +
         Entry("rules", "rules = [\"house-rules\"]") + Entry("include", "include = [\"*.md\"]") +
         Entry("exclude", "exclude = [\"archive/\"]") + Entry("fail-on", "fail-on = \"warning\"") +
         Entry("language", "language = \"bn\"") + Entry("format", "format = \"full\"") +
         Comment(TableMeaning("severity")) + "#[severity]\n#danda-glued = \"warning\"\n\n" +
         House(folder.habits) + Formats(folder) + Overrides(folder);
}

}  // namespace bnlint
