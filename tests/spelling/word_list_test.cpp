#include "spelling/word_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bnlint {
namespace {

using testing::ElementsAre;

std::vector<std::string> UnusedOf(const WordList& list) {
  std::vector<std::string> unused;
  for (const auto& entry : list.Unused()) {
    unused.push_back(std::to_string(entry.line) + entry.text);
  }
  return unused;
}

TEST(WordList, AcceptsItsWordsInEveryForm) {
  const auto list = WordList::Parse(
      "\xEF\xBB\xBF# নাম\r\nঝাক্কুস\r\n\n  পাহা\u09A1\u09BCপুর* # গ্রাম\nহা-হুতাশ\n", "words.txt");
  ASSERT_TRUE(list);
  EXPECT_THAT(UnusedOf(**list), ElementsAre("2ঝাক্কুস", "4পাহা\u09A1\u09BCপুর*", "5হা-হুতাশ"));
  EXPECT_FALSE((*list)->Accepts("ঝাক্কুসের"));
  EXPECT_FALSE((*list)->Accepts("ঝাক্কু"));
  EXPECT_FALSE((*list)->Accepts("পাহা\u09DCপু"));
  EXPECT_FALSE((*list)->Accepts(""));
  EXPECT_TRUE((*list)->Accepts("পাহা\u09DCপুরের"));
  EXPECT_TRUE((*list)->Accepts("পাহা\u09DCপুর"));
  EXPECT_THAT(UnusedOf(**list), ElementsAre("2ঝাক্কুস", "5হা-হুতাশ"));
  EXPECT_TRUE((*list)->Accepts("ঝা\u200Cক্কুস"));
  EXPECT_TRUE((*list)->Accepts("হা-হুতাশ"));
  EXPECT_THAT(UnusedOf(**list), ElementsAre());
}

TEST(WordList, ErrorsHaveTheirPlace) {
  const auto list = WordList::Parse("ঠিক\n\n  দুই শব্দ\nক*খ\n*\nabc\n\xFF\nএক # মন্তব্য\n", "w.txt");
  ASSERT_FALSE(list);
  std::vector<std::string> places;
  for (const Error& error : list.error()) {
    places.push_back(error.path + ":" + std::to_string(error.line) + ":" +
                     std::to_string(error.column));
  }
  EXPECT_THAT(places, ElementsAre("w.txt:3:3", "w.txt:4:1", "w.txt:5:1", "w.txt:6:1", "w.txt:7:1"));
}

TEST(WordList, AFileThatIsNotThere) {
  EXPECT_FALSE(WordList::Load("/nowhere/words.txt"));
  EXPECT_FALSE(WordList::Load("/tmp"));
}

TEST(WordList, OfALineTakesTheBengaliWords) {
  const auto list = WordList::FromLine(" ঝাক্কুস, abc পাহাড়পুর*\n -->");
  EXPECT_TRUE(list->Accepts("ঝাক্কুস"));
  EXPECT_TRUE(list->Accepts("পাহাড়পুরের"));
  EXPECT_FALSE(list->Accepts("abc"));
}

TEST(AcceptedWords, EveryListThatHasTheWordWasOfUse) {
  const auto one = *WordList::Parse("ঝাক্কুস\n", "one");
  const auto two = *WordList::Parse("ঝাক্কুস\nহা\n", "two");
  AcceptedWords words;
  EXPECT_FALSE(words.Accepts("ঝাক্কুস"));
  words.Add(one);
  words.Add(two);
  EXPECT_TRUE(words.Accepts("ঝাক্কুস"));
  EXPECT_THAT(UnusedOf(*one), ElementsAre());
  EXPECT_THAT(UnusedOf(*two), ElementsAre("2হা"));
}

}  // namespace
}  // namespace bnlint
