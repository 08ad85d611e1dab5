#include "spelling/suggest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace bnlint {
namespace {

// Frequent words; the last is frequent in careless texts only: the dictionary does not know it.
constexpr std::string_view kList =
    "# form\tclass\n"
    "অভ্যন্তরীণ\t8\nআকাঙ্ক্ষা\t7\nআন্তর্জাতিক\t12\nআল্লাহ\t11\nআশীর্বাদ\t7\nউজ্জ্বল\t9\nকরছি\t12\n"
    "করে\t17\nকরি\t13\nকারণ\t13\nকৃতিত্ব\t8\nগ্রহণ\t12\nচ্যানেল\t8\nজন্য\t15\nজান\t9\nজীবন\t12\nঢিল\t5\n"
    "তাড়াতাড়ি\t9\nথেকে\t16\nদেখতে\t12\nদ্বন্দ্ব\t8\nধ্বংস\t9\nন\t9\nনা\t17\nনিষেধাজ্ঞা\t8\nনেতৃত্ব\t9\n"
    "পিশাচ\t6\nপুনর্নির্মাণ\t4\nপেঁয়াজ\t8\nপেলাম\t10\nপ্রিয়\t12\nবাঁশ\t8\nবাংলা\t13\nবাড়ি\t12\n"
    "বিজ্ঞান\t11\nব্যক্তি\t12\nব্যথা\t9\nব্রাহ্মণ\t8\nভালো\t14\nভূগোল\t6\nমানুষ\t14\nমুমূর্ষু\t6\n"
    "যাবে\t13\nরাজধানী\t10\nলজ্জা\t10\nশারীরিক\t9\nশ্বশুর\t8\nসংগীত\t8\nসন্ধ্যা\t10\nসন্ন্যাসী\t7\n"
    "সান্ত্বনা\t8\nস্মৃতি\t11\nহঠাৎ\t11\nহৃদয়\t10\nহৃৎপিণ্ড\t5\nকারন\t12\n";

// Words of the list but the last, and a few that no list holds.
bool Knows(std::string_view word) {
  static const std::set<std::string, std::less<>> unlisted = {"সন্ন্যাসীদের", "নিরীক্ষণ", "মানুষজন"};
  if (word == "কারন") return false;
  return unlisted.contains(word) ||
         kList.find("\n" + std::string(word) + "\t") != std::string::npos;
}

int Frequency(std::string_view word) {
  const size_t at = kList.find("\n" + std::string(word) + "\t");
  return at == std::string_view::npos
             ? -1
             : std::stoi(std::string(kList.substr(at + word.size() + 2, 2)));
}

WordSource Source() {
  return {.knows = Knows, .frequency = Frequency, .fallback = {}, .list = kList};
}

std::string First(const Suggester& suggester, std::string_view word) {
  const auto found = suggester.Suggest(word, 5);
  return found.empty() ? "" : found[0];
}

const std::vector<std::pair<std::string_view, std::string_view>>& Pairs() {
  static const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      // what sounds alike
      {"রাজধানি", "রাজধানী"},
      {"জিবন", "জীবন"},
      {"ভুগোল", "ভূগোল"},
      {"গ্রহন", "গ্রহণ"},
      {"মানুশ", "মানুষ"},
      {"মানুস", "মানুষ"},
      {"জাবে", "যাবে"},
      {"আন্তর্যাতিক", "আন্তর্জাতিক"},
      {"বারি", "বাড়ি"},
      {"হঠাত", "হঠাৎ"},
      {"বাঙলা", "বাংলা"},
      {"সংঙ্গীত", "সংগীত"},
      {"বাশ", "বাঁশ"},
      {"বালো", "ভালো"},
      {"দেকতে", "দেখতে"},
      {"রিদয়", "হৃদয়"},
      // conjuncts and phalas
      {"সন্ধা", "সন্ধ্যা"},
      {"শশুর", "শ্বশুর"},
      {"সৃতি", "স্মৃতি"},
      {"উজ্জল", "উজ্জ্বল"},
      {"আকাংখা", "আকাঙ্ক্ষা"},
      {"কৃতিত্ত্ব", "কৃতিত্ব"},
      {"দন্দ", "দ্বন্দ্ব"},
      {"ধংস", "ধ্বংস"},
      {"সান্তনা", "সান্ত্বনা"},
      {"ব্যাক্তি", "ব্যক্তি"},
      {"বেথা", "ব্যথা"},
      {"ব্রাক্ষণ", "ব্রাহ্মণ"},
      {"বিঙ্গান", "বিজ্ঞান"},
      {"পিয়", "প্রিয়"},
      {"আললাহ", "আল্লাহ"},
      {"হৃদপিন্ড", "হৃৎপিণ্ড"},
      {"চেনেল", "চ্যানেল"},
      // misplaced
      {"আর্শীবাদ", "আশীর্বাদ"},
      {"মূমুর্ষু", "মুমূর্ষু"},
      {"শারিরীক", "শারীরিক"},
      {"পিচাশ", "পিশাচ"},
      {"আভ্যন্তরীন", "অভ্যন্তরীণ"},
      // speech
      {"ভাল", "ভালো"},
      {"কোরে", "করে"},
      {"কইরা", "করে"},
      {"করতেছি", "করছি"},
      {"পাইলাম", "পেলাম"},
      // keys
      {"অাল্লাহ", "আল্লাহ"},
      {"কাৰণ", "কারণ"},
      {"থথেকে", "থেকে"},
      {"লজ্জাাা", "লজ্জা"},
  };
  return pairs;
}

TEST(Suggester, PutsTheRightWordFirst) {
  const Suggester suggester(Source());
  for (const auto& [wrong, right] : Pairs()) {
    EXPECT_EQ(First(suggester, wrong), right) << wrong;
  }
}

TEST(Suggester, OnlyKnownWordsAndNeverTheWordItself) {
  const Suggester suggester(Source());
  for (const std::string_view word : {"কারন", "কারণ", "করি", "কৰি", "ভাল", "xyz", "সন্ধা"}) {
    for (const std::string& found : suggester.Suggest(word, 10)) {
      EXPECT_TRUE(Knows(found)) << word << " → " << found;
      EXPECT_NE(found, word);
    }
  }
  EXPECT_EQ(First(suggester, "কারন"), "কারণ");
}

TEST(Suggester, FormsThatNoListShows) {
  const Suggester suggester(Source());
  EXPECT_EQ(First(suggester, "সন্যাসীদের"), "সন্ন্যাসীদের") << "by its stem and ending";
  EXPECT_EQ(First(suggester, "নিরিক্ষন"), "নিরীক্ষণ") << "by undoing two confusions";
}

TEST(Suggester, MissingSpaces) {
  const Suggester suggester(Source());
  EXPECT_EQ(First(suggester, "মানুষথেকে"), "মানুষ থেকে");
  EXPECT_EQ(First(suggester, "যাবেনা"), "যাবে না");
  const auto found = suggester.Suggest("ঢিলন", 5);
  EXPECT_EQ(std::count(found.begin(), found.end(), "ঢিল ন"), 0) << "a letter is no word's half";
}

TEST(Suggester, FewerAreTheBestOfMore) {
  const Suggester suggester(Source());
  for (const auto& [wrong, right] : Pairs()) {
    const auto five = suggester.Suggest(wrong, 5);
    for (size_t most = 0; most < 5; ++most) {
      const auto fewer = suggester.Suggest(wrong, most);
      ASSERT_EQ(fewer.size(), std::min(most, five.size())) << wrong;
      EXPECT_TRUE(std::equal(fewer.begin(), fewer.end(), five.begin())) << wrong;
    }
  }
}

TEST(Suggester, NormalFormsDoNotMatter) {
  const Suggester suggester(Source());
  EXPECT_EQ(First(suggester, "বাড\u09BCী"), "বাড়ি");
  EXPECT_EQ(First(suggester, "বা\u09DCী"), "বাড়ি");
  EXPECT_EQ(First(suggester, "উজ্\u200Cজল"), "উজ্জ্বল");
}

TEST(Suggester, WordsOfAnySort) {
  const Suggester suggester(Source());
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += "ক";
  EXPECT_LE(suggester.Suggest(longest, 5).size(), 5U);
  EXPECT_TRUE(suggester.Suggest(longest + "ক", 5).empty());
  for (const char* word : {"", "hello", "১২৩", "\xFF\xFE", "।", "্", "😀"}) {
    EXPECT_TRUE(suggester.Suggest(word, 5).empty()) << word;
  }
  for (const char* word : {"ক", "\xE0\xA6\x95\xFF", "্ক", "ক😀", "ককককককক", "া"}) {
    EXPECT_LE(suggester.Suggest(word, 5).size(), 5U) << word;
  }
}

TEST(Suggester, AsksTheFallbackOnlyWhenItFoundNothing) {
  WordSource source = Source();
  int asked = 0;
  source.fallback = [&](std::string_view, size_t) {
    ++asked;
    return std::vector<std::string>{"মানুষজন", "অজানা"};
  };
  const Suggester suggester(std::move(source));
  EXPECT_EQ(First(suggester, "মানুশ"), "মানুষ");
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(suggester.Suggest("ঘটৎকচদলবল", 5), std::vector<std::string>{"মানুষজন"});
  EXPECT_EQ(asked, 1);
}

TEST(Suggester, ThreadsAgree) {
  const Suggester alone(Source());
  const Suggester shared(Source());
  std::vector<std::vector<std::vector<std::string>>> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (auto& mine : found) {
    threads.emplace_back([&] {
      for (const auto& [wrong, right] : Pairs()) mine.push_back(shared.Suggest(wrong, 5));
    });
  }
  for (auto& thread : threads) thread.join();
  for (size_t i = 0; i < Pairs().size(); ++i) {
    for (const auto& mine : found) EXPECT_EQ(mine[i], alone.Suggest(Pairs()[i].first, 5));
  }
}

}  // namespace
}  // namespace bnlint
