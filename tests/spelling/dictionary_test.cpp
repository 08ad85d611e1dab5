#include "spelling/dictionary.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace bnlint {
namespace {

namespace fs = std::filesystem;

// A dictionary of five words that goes with the test.
class DictionaryTest : public testing::Test {
 protected:
  DictionaryTest()
      : directory_(fs::temp_directory_path() / ("bnlint-dictionary-" + std::to_string(getpid()))) {
    fs::create_directories(directory_);
    // One entry with a precomposed letter, one with its two halves; a suffix that asks for ় before it.
    Write("tiny.aff", "SET UTF-8\nTRY কাড়\nSFX A Y 1\nSFX A 0 টি \u09A1\u09BC\n");
    Write("tiny.dic",
          "5\nবা\u09DCি\nপাহা\u09A1\u09BC/A\nআল\u09C7\u09BE\nক'রে\nর\u200D\u09CD\u09AFালি\n");
  }
  ~DictionaryTest() override { fs::remove_all(directory_); }
  void Write(std::string_view name, std::string_view text) const {
    std::ofstream(directory_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string Path(std::string_view name) const {
    return (directory_ / name).string();
  }
  [[nodiscard]] std::unique_ptr<Dictionary> Tiny() const {
    auto loaded = Dictionary::Load(Path("tiny"));
    if (!loaded) throw std::runtime_error(loaded.error().ToString());
    return std::move(*loaded);
  }
  fs::path directory_;
};

TEST_F(DictionaryTest, KnowsAWordInEveryForm) {
  const auto dictionary = Tiny();
  for (int round = 0; round < 2; ++round) {  // the second time from the memo
    for (const char* word : {"বা\u09DCি", "বা\u09A1\u09BCি", "পাহা\u09DC", "পাহা\u09A1\u09BC",
                             "পাহা\u09DCটি", "পাহা\u09A1\u09BCটি", "আলো", "আল\u09C7\u09BE", "ক’রে",
                             "ক'রে", "আ\u200Bলো", "পা\u200Cহাড়", "র\u200D\u09CD\u09AFালি"}) {
      EXPECT_TRUE(dictionary->Knows(word)) << word;
    }
    for (const char* word :
         {"বাড", "বাড়িটি", "আলোটি", "করে", "পাহাড", "\xFF", "র\u09CD\u09AFালি"}) {
      EXPECT_FALSE(dictionary->Knows(word)) << word;
    }
  }
  std::string longer;
  while (longer.size() < 5000) longer += "আলো";
  EXPECT_FALSE(dictionary->Knows(longer));
  EXPECT_TRUE(dictionary->Suggest(longer, 5).empty());
}

TEST_F(DictionaryTest, SuggestsWhatItKnows) {
  const auto dictionary = Tiny();
  const auto suggestions = dictionary->Suggest("পাহাড়ট", 3);
  ASSERT_FALSE(suggestions.empty());
  EXPECT_LE(suggestions.size(), 3U);
  for (const std::string& word : suggestions) EXPECT_TRUE(dictionary->Knows(word)) << word;
  EXPECT_TRUE(dictionary->Suggest("পাহাড়ট", 0).empty());
}

TEST_F(DictionaryTest, AnyOfItsNamesWillDo) {
  for (const char* name : {"tiny", "tiny.dic", "tiny.aff"}) {
    const auto dictionary = Dictionary::Load(Path(name));
    ASSERT_TRUE(dictionary) << name << ": " << dictionary.error().ToString();
    EXPECT_TRUE((*dictionary)->Knows("আলো")) << name;
  }
}

TEST_F(DictionaryTest, ErrorsNameTheFile) {
  Write("half.aff", "SET UTF-8\n");
  Write("old.aff", "SET ISO8859-1\n");
  Write("old.dic", "1\nx\n");
  struct Case {
    std::string_view load;
    std::string_view path;
    std::string_view says;
  };
  for (const Case& c :
       {Case{"none.dic", "none.aff", "cannot read"}, Case{"half.aff", "half.dic", "cannot read"},
        Case{"old", "old.aff", "UTF-8"}}) {
    const auto dictionary = Dictionary::Load(Path(c.load));
    ASSERT_FALSE(dictionary) << c.load;
    EXPECT_EQ(dictionary.error().path, Path(c.path));
    EXPECT_NE(dictionary.error().message.find(c.says), std::string::npos)
        << dictionary.error().message;
  }
}

TEST_F(DictionaryTest, ServesManyThreads) {
  const auto dictionary = Tiny();
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 2000; ++n) {
        const std::string other = "অচেনা" + std::to_string(n % 97);
        wrong[i] += dictionary->Knows("আলো") ? 0 : 1;
        wrong[i] += dictionary->Knows(other) ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::count(wrong.begin(), wrong.end(), 0), 4);
}

TEST(Dictionary, TheInstalledOneCanBeRead) {
  const std::string path = Dictionary::FindInstalled();
  if (path.empty()) GTEST_SKIP() << "no Bengali dictionary here";
  EXPECT_TRUE(Dictionary::Load(path).has_value());
}

}  // namespace
}  // namespace bnlint
