#include "spelling/name_key.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace bnlint {
namespace {

TEST(NameStem, TakesEndingsOff) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"পুতিনকে", "পুতিন"},
      {"বাইডেনের", "বাইডেন"},
      {"জেলেনস্কিকেও", "জেলেনস্কি"},
      {"রাশিয়ার", "রাশিয়া"},
      {"পাতাটি", "পাতা"},
      {"পাতাটির", "পাতা"},
      {"শিক্ষকদেরকে", "শিক্ষক"},
      {"শিক্ষকদেরও", "শিক্ষক"},
      {"পাখিগুলোর", "পাখি"},
      // nothing to take, or too little would remain
      {"ল্যাভরভ", "ল্যাভরভ"},
      {"মাটি", "মাটি"},
      {"ঢেউ", "ঢেউ"},
      {"কে", "কে"},
      {"র", "র"},
      {"", ""},
      {"abc", "abc"},
  };
  for (const auto& [word, stem] : cases) EXPECT_EQ(NameStem(word), stem) << word;
}

TEST(NameKey, TranscriptionsOfOneNameAgree) {
  const std::vector<std::vector<std::string_view>> names = {
      {"ল্যাভরভ", "লাভরভ"},
      {"জেলেনস্কি", "জেলেনস্কী", "যেলেনস্কি", "জেলেনশ্কি"},
      {"মুহম্মদ", "মুহমদ"},
      {"হুসেন", "হূসেন", "হুসেণ"},
      {"চাঁদপুর", "চাদপুর"},
      {"ঈশান", "ইশান"},
      {"ভা\u09A1\u09BCি", "ভা\u09DCি"},
      {"", ""},
  };
  for (size_t i = 0; i < names.size(); ++i) {
    for (const auto name : names[i]) {
      EXPECT_EQ(NameKey(name), NameKey(names[i][0])) << name;
      if (i == 0) continue;
      EXPECT_NE(NameKey(name), NameKey(names[i - 1][0])) << name;
    }
  }
}

TEST(NameKey, OtherNamesStayApart) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"রহিম", "করিম"}, {"পলাশ", "পালাশ"}, {"মিতা", "মিরা"}, {"কবি", "খবি"}, {"দিপু", "দীপা"}};
  for (const auto& [a, b] : cases) EXPECT_NE(NameKey(a), NameKey(b)) << a << ' ' << b;
}

TEST(CodePointDistance, CountsEditsUpToTheLimit) {
  struct Case {
    std::string_view a;
    std::string_view b;
    size_t limit;
    size_t distance;
  };
  const std::vector<Case> cases = {
      {"", "", 2, 0},         {"নদী", "নদী", 2, 0},      {"নদী", "নদ", 2, 1},  {"নদী", "নদি", 2, 1},
      {"", "নদী", 3, 3},      {"", "নদী", 2, 3},         {"নদী", "দীন", 4, 2}, {"নদী", "দীন", 1, 2},
      {"কখগঘ", "গঘকখ", 1, 2}, {"নদী", "abc", 0, 1},      {"নদী", "abc", 9, 3}, {"ক😀খ", "কখ", 2, 1},
      {"কথা", "কথা", 0, 0},   {"ল্যাভরভ", "লাভরভ", 2, 2},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(CodePointDistance(c.a, c.b, c.limit), c.distance) << c.a << ' ' << c.b;
    EXPECT_EQ(CodePointDistance(c.b, c.a, c.limit), c.distance) << c.b << ' ' << c.a;
  }
}

}  // namespace
}  // namespace bnlint
