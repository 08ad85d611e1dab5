// The table of keys, the parser and the schema say the same; configs are found and shared as configs.h says.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "config/configs.h"
#include "config/init.h"
#include "config/keys.h"
#include "config/parse.h"
#include "config/profile.h"
#include "config/schema.h"
#include "embed/embed.h"
#include "report/json.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

Errors ErrorsOf(const std::string& toml, uint8_t where = Key::kTop) {
  Errors errors;
  ParseConfig(toml, "bnlint.toml", where, errors);
  return errors;
}

std::string FirstError(const std::string& toml) {
  const Errors errors = ErrorsOf(toml);
  return errors.empty() ? "" : errors.front().ToString();
}

// A value that the schema allows, as TOML (for these, JSON is TOML).
std::string Sample(const Json& schema) {
  if (schema.contains("anyOf")) return Sample(schema["anyOf"][1]);
  if (schema.contains("enum")) return schema["enum"].back().dump();
  const std::string type = schema.at("type");
  if (type == "array") return "[" + Sample(schema["items"]) + "]";
  return type == "boolean" ? "true" : "\"x\"";
}

// Every key that a table of the schema allows, as lines of TOML.
void Walk(const Json& table, const std::string& prefix, std::vector<std::string>& lines) {
  const auto visit = [&](const std::string& name, const Json& entry) {
    const std::string key = prefix + name;
    if (entry.value("type", "") != "object") {
      lines.push_back(key + " = " + Sample(entry));
    } else if (entry.contains("additionalProperties")) {  // not a table of another room
      Walk(entry, key + ".", lines);
    }
  };
  if (table.contains("properties")) {
    for (const auto& [name, entry] : table["properties"].items()) {
      if (name != "overrides") visit(name, entry);
    }
  }
  if (table.contains("patternProperties")) {
    for (const auto& [pattern, entry] : table["patternProperties"].items()) {
      EXPECT_TRUE(std::regex_match(".story", std::regex(pattern)));
      visit("\".story\"", entry);
    }
  }
  if (table["additionalProperties"].is_object()) visit("PUN002", table["additionalProperties"]);
}

TEST(ConfigSchema, AllowsNothingThatTheParserRefuses) {
  const Json schema = Json::parse(ConfigSchema());
  std::vector<std::string> lines;
  Walk(schema, "", lines);
  EXPECT_GT(lines.size(), 20U);
  for (const std::string& line : lines) EXPECT_EQ(FirstError(line), "");
  lines.clear();
  Walk(schema["properties"]["overrides"]["items"], "", lines);
  EXPECT_GT(lines.size(), 10U);
  for (const std::string& line : lines) {
    const bool paths = line.starts_with("paths");
    EXPECT_EQ(FirstError("[[overrides]]\n" + line + (paths ? "" : "\npaths = [\"x\"]")), "");
  }
}

// Where the schema describes a key of the table; null when it does not.
const Json* Find(const Json& schema, const Key& key) {
  const Json* at = &schema;
  for (const std::string& name : SplitPath(key.path)) {
    if (name != "*") {
      if (!at->contains("properties") || !(*at)["properties"].contains(name)) return nullptr;
      at = &(*at)["properties"][name];
    } else if (key.names != nullptr) {
      at = &(*at)["properties"][key.names().front()];
    } else if (at->contains("patternProperties")) {
      at = &(*at)["patternProperties"].front();
    } else {
      at = &(*at)["additionalProperties"];
    }
  }
  return at;
}

TEST(ConfigSchema, DescribesEveryKeyOfTheParserAndItsChoices) {
  const Json schema = Json::parse(ConfigSchema());
  const Json& overrides = schema["properties"]["overrides"]["items"];
  for (const Key& key : Keys()) {
    for (const auto& [where, table] :
         {std::pair{Key::kTop, &schema}, std::pair{Key::kOverride, &overrides}}) {
      const Json* found = Find(*table, key);
      if ((key.where & where) == 0) {
        EXPECT_EQ(found, nullptr) << key.path;
        continue;
      }
      ASSERT_NE(found, nullptr) << key.path;
      EXPECT_FALSE(found->at("description").get<std::string>().empty()) << key.path;
      if (key.choices == nullptr) continue;
      const Json& one = found->contains("anyOf")  ? (*found)["anyOf"][0]
                        : found->contains("enum") ? *found
                                                  : (*found)["items"];
      EXPECT_EQ(one.at("enum").get<std::vector<std::string>>(), key.choices()) << key.path;
    }
  }
  for (const ForeignTableName& table : ForeignTables()) {
    EXPECT_TRUE(schema["properties"].contains(std::string(table.name)));
    EXPECT_EQ(FirstError("[" + std::string(table.name) + "]\nwhatever = 1"), "");
  }
  EXPECT_EQ(schema["additionalProperties"], false);
}

TEST(ConfigParser, RefusesOtherTypesForEveryKey) {
  for (const Key& key : Keys()) {
    std::string name;
    for (const std::string& part : SplitPath(key.path)) {
      const std::string shown = part != "*"                          ? part
                                : key.path.starts_with("extensions") ? "\".x\""
                                : key.names != nullptr               ? key.names().front()
                                                                     : "PUN002";
      name += (name.empty() ? "" : ".") + shown;
    }
    const bool top = (key.where & Key::kTop) != 0;
    const std::string before = top ? "" : "[[overrides]]\n";
    for (const char* wrong : {"3", "[3]", "1979-05-27", "{}", "[\"\"]"}) {
      const Errors errors = ErrorsOf(before + name + " = " + wrong);
      ASSERT_FALSE(errors.empty()) << name << " = " << wrong;
      EXPECT_EQ(errors.front().line, top ? 1U : 2U);
      EXPECT_GT(errors.front().column, 1U);
    }
  }
}

TEST(ConfigParser, OffersTheNearestFormat) {
  EXPECT_TRUE(
      FirstError("[extensions]\n\".story\" = \"markdwn\"").ends_with("did you mean 'markdown'?"));
}

TEST(ConfigParser, TellsAllErrorsInOrder) {
  const Errors errors =
      ErrorsOf("fail-on = 1\nzzzzzzzz = 1\nhouse.digits = \"x\"\n[[overrides]]\n");
  std::vector<uint64_t> lines;
  for (const Error& error : errors) lines.push_back(error.line);
  EXPECT_EQ(lines, (std::vector<uint64_t>{1, 2, 3, 4}));
}

TEST(ConfigProfile, EveryOneIsDescribedAndRead) {
  for (const std::string_view name : kProfiles) {
    EXPECT_FALSE(ProfileMeaning(name).empty()) << name;
    const std::string path = "profiles/" + std::string(name) + ".toml";
    EXPECT_FALSE(Embedded(path).empty()) << path;
    EXPECT_TRUE(ErrorsOf(std::string(Embedded(path)), Key::kProfile).empty()) << path;
  }
  EXPECT_TRUE(ProfileLayer("editorial").values.contains("ignore"));
}

TEST(ConfigTemplate, IsRightAsItIsAndWithEverySettingOn) {
  Folder folder;
  folder.habits.Count("“আমি” ১ জন। তুমি 2 জন ।");
  folder.fields["jsonl"] = {"text", "it's \"x\""};
  for (const bool pages : {false, true}) {
    folder.has_pages = pages;
    folder.has_words = pages;
    const std::string text = ConfigTemplate(folder);
    EXPECT_EQ(FirstError(text), "") << text;
    const std::string on = std::regex_replace(text, std::regex("(^|\n)#(?=[a-z\"\\[])"), "$1");
    EXPECT_EQ(FirstError(on), "") << on;
    Errors errors;
    const ParsedConfig parsed = ParseConfig(on, "", Key::kTop, errors);
    for (const Key& key : Keys()) {
      if ((key.where & Key::kTop) == 0) continue;
      EXPECT_TRUE(std::ranges::any_of(parsed.top.values, [&](const auto& value) {
        return FindKey(value.first) == &key;
      })) << key.path;
    }
    EXPECT_EQ(parsed.overrides.size(), 1U);
  }
}

class ConfigFolder : public testing::Test {
 protected:
  ConfigFolder()
      : folder_(fs::temp_directory_path() / ("bnlint-config-" + std::to_string(getpid()))) {
    fs::create_directories(folder_ / ".git");
  }
  ~ConfigFolder() override { fs::remove_all(folder_); }
  std::string Write(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  [[nodiscard]] std::string At(const std::string& name) const { return (folder_ / name).string(); }
  fs::path folder_;
};

TEST_F(ConfigFolder, FilesWithTheSameSettingsShareASetup) {
  Write("bnlint.toml", "[[overrides]]\npaths = \"drafts/\"\nignore = [\"PUN002\"]\n");
  Write("nested/bnlint.toml", "");
  Configs configs({});
  const auto a = configs.SetupFor(At("a.txt"));
  ASSERT_TRUE(a) << a.error().front().ToString();
  EXPECT_EQ(*a, *configs.SetupFor(At("b/c.txt")));
  EXPECT_NE(*a, *configs.SetupFor(At("nested/c.txt")));
  EXPECT_EQ(*configs.SetupFor(At("drafts/c.txt")), *configs.SetupFor(At("x/drafts/d.txt")));
  EXPECT_NE(*a, *configs.SetupFor(At("drafts/c.txt")));
  EXPECT_EQ(configs.setups().size(), 3U);
  EXPECT_EQ((*a)->policy.named.size(), 0U);
}

TEST_F(ConfigFolder, IsReadFromManyThreads) {
  Write("bnlint.toml", "words = [\"w.txt\"]\n[[overrides]]\npaths = \"*.md\"\nprofile = \"ocr\"\n");
  Write("w.txt", "ঝাক্কুস\n");
  Configs configs({});
  std::vector<std::thread> threads;
  std::vector<const bnlint::Setup*> seen(8);
  for (size_t i = 0; i < seen.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 20; ++n) {
        const auto config =
            configs.For(At("d" + std::to_string(n) + (i % 2 == 0 ? "/a.txt" : "/a.md")));
        if (config) seen[i] = &*config->setup;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t i = 0; i < seen.size(); ++i) {
    ASSERT_NE(seen[i], nullptr);
    EXPECT_EQ(seen[i], seen[i % 2]);
  }
  EXPECT_NE(seen[0], seen[1]);
  EXPECT_TRUE(seen[1]->services.from_ocr);
}

TEST_F(ConfigFolder, ConfigForIsEnoughToLint) {
  Write(
      "bnlint.toml",
      "words = [\"w.txt\"]\nextensions.\".story\" = \"markdown\"\n[formats.csv]\nfields = [\"a\", "
      "\"b\"]\n[dataset]\nx = 1\n");
  Write("w.txt", "ঝাক্কুস\n");
  const std::string path = At("a.story");
  const auto config = ConfigFor(path);
  ASSERT_TRUE(config) << config.error().front().ToString();
  EXPECT_EQ(config->format, FormatByName("markdown"));
  EXPECT_EQ(config->setup->fields.at("csv"), (std::vector<std::string>{"a", "b"}));
  ASSERT_TRUE(config->setup->dataset.has_value());
  EXPECT_NE(config->setup->dataset->text.find("[dataset]\nx = 1"), std::string::npos);
  SourceReader reader = SourceReader::FromText("ঝাক্কুস এল।`গেল।এল`তারপর।", path);
  std::vector<std::string> found;
  const auto linted = config->setup->linter->Lint(
      reader, *config->format,
      [&](const Diagnostic& diagnostic) { found.push_back(diagnostic.rule->id); }, config->words);
  ASSERT_TRUE(linted);
  EXPECT_EQ(std::ranges::count(found, "SPL001"), 0);
  EXPECT_FALSE(ConfigFor(Write("broken/bnlint.toml", "x = 1")));
}

}  // namespace
}  // namespace bnlint
