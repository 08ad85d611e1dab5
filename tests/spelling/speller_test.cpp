#include "spelling/speller.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "embed/embed.h"
#include "spelling/dictionary.h"
#include "spelling/verdict_table.h"

namespace bnlint {
namespace {

struct Form {
  std::string_view word;
  int frequency;
};

// The frequency list in the binary.
std::vector<Form> Frequencies() {
  std::vector<Form> forms;
  for (std::string_view rest = Embedded("dictionaries/bn/frequency.tsv"); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = line.find('\t');
    Form form{line.substr(0, tab), -1};
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), form.frequency);
    forms.push_back(form);
  }
  return forms;
}

std::unique_ptr<Dictionary> EmbeddedDictionary() {
  return Dictionary::FromFolded(Embedded("dictionaries/bn.aff"), Embedded("dictionaries/bn.dic"))
      .value();
}

TEST(Speller, TheTableSaysWhatHunspellSays) {
  const auto table = VerdictTable::Open(Embedded("dictionaries/verdicts.bin"));
  ASSERT_TRUE(table);
  const auto dictionary = EmbeddedDictionary();
  const auto forms = Frequencies();
  EXPECT_GT(forms.size(), 10'000U);
  EXPECT_EQ(table->size(), forms.size());
  size_t wrong = 0;
  for (const Form& form : forms) {
    const auto facts = table->Find(form.word);
    if (facts && facts->known == dictionary->Knows(form.word) &&
        facts->frequency == form.frequency) {
      continue;
    }
    if (++wrong <= 10) ADD_FAILURE() << form.word;
  }
  EXPECT_EQ(wrong, 0U);
}

TEST(Speller, KnowsWordsInEveryForm) {
  const Speller& speller = Speller::Embedded();
  EXPECT_TRUE(speller.HasDictionary());
  for (const char* word : {"আমরা", "বাড়ি", "বা\u09A1\u09BCি", "ভাল\u09C7\u09BE", "আ\u200Cমরা"}) {
    EXPECT_TRUE(speller.Knows(word)) << word;
    EXPECT_TRUE(speller.IsCommon(word)) << word;
  }
  for (const char* word : {"ঝাক্কুস", "আকাংখা", "abc", "\xFF", "ককককক"}) {
    EXPECT_FALSE(speller.Knows(word)) << word;
  }
  EXPECT_EQ(speller.Frequency("ঝাক্কুস"), Speller::kUnseen);
  EXPECT_FALSE(speller.IsCommon("ঝাক্কুস"));
  EXPECT_GT(speller.Frequency("করে"), speller.Frequency("ভেরেশচাগিন"));
}

TEST(Speller, NoneKnowsNothing) {
  const auto speller = Speller::Open("none");
  ASSERT_TRUE(speller);
  EXPECT_FALSE((*speller)->HasDictionary());
  EXPECT_FALSE((*speller)->Knows("আমরা"));
  EXPECT_TRUE((*speller)->IsCommon("আমরা"));
  EXPECT_TRUE((*speller)->Suggest("আমর", 3).empty());
}

TEST(Speller, AnotherDictionaryTakesThePlaceOfOurs) {
  const std::filesystem::path stem =
      std::filesystem::temp_directory_path() / ("bnlint-speller-" + std::to_string(getpid()));
  std::ofstream(stem.string() + ".aff") << "SET UTF-8\n";
  std::ofstream(stem.string() + ".dic") << "1\nঝাক্কুস\n";
  const auto speller = Speller::Open(stem.string());
  ASSERT_TRUE(speller) << speller.error().ToString();
  EXPECT_TRUE((*speller)->Knows("ঝাক্কুস"));
  EXPECT_FALSE((*speller)->Knows("আমরা"));
  EXPECT_TRUE((*speller)->IsCommon("আমরা"));
  std::filesystem::remove(stem.string() + ".aff");
  std::filesystem::remove(stem.string() + ".dic");
  EXPECT_FALSE(Speller::Open(stem.string()));
}

TEST(Speller, ServesManyThreads) {
  const auto speller = Speller::Open("").value();  // not loaded yet
  std::vector<int> wrong(4, 0);
  {
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < wrong.size(); ++i) {
      threads.emplace_back([&, i] {
        for (int n = 0; n < 500; ++n) {
          std::string unknown = "ঝাক্কুস";
          for (int k = 0; k < n % 7; ++k) unknown += "ঝা";
          wrong[i] += speller->Knows("আমরা") ? 0 : 1;
          wrong[i] += speller->Knows(unknown) ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(std::count(wrong.begin(), wrong.end(), 0), 4);
}

}  // namespace
}  // namespace bnlint
