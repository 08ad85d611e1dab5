#include "spelling/word_trie.h"

#include <gtest/gtest.h>

namespace bnlint {
namespace {

TEST(WordTrie, FindsItsWords) {
  const WordTrie trie({{u"কর", 3}, {u"করা", 9}, {u"বই", 5}, {u"করা", 1}});
  EXPECT_EQ(trie.Frequency(u"কর"), 3);
  EXPECT_EQ(trie.Frequency(u"করা"), 9) << "the first of two counts";
  EXPECT_EQ(trie.Frequency(u"বই"), 5);
  for (const auto* word : {u"", u"ক", u"করাত", u"ই", u"বইখ"}) EXPECT_EQ(trie.Frequency(word), -1);
}

TEST(WordTrie, NodesKnowTheBestBelow) {
  const WordTrie trie({{u"কর", 3}, {u"করা", 9}, {u"করি", 4}, {u"বই", 12}});
  EXPECT_EQ(trie.At(WordTrie::kRoot).best, 12);
  const uint32_t ka = trie.Child(WordTrie::kRoot, u'ক');
  EXPECT_EQ(trie.At(ka).best, 9);
  EXPECT_EQ(trie.At(ka).frequency, -1);
  const uint32_t kar = trie.Walk(ka, u"র");
  EXPECT_EQ(trie.At(kar).frequency, 3);
  ASSERT_EQ(trie.Children(kar).size(), 2U);
  EXPECT_EQ(trie.Children(kar)[0].letter, u'া');
  EXPECT_EQ(trie.Children(kar)[1].letter, u'ি');
  EXPECT_EQ(trie.Spell(trie.Walk(kar, u"ি")), u"করি");
  EXPECT_EQ(trie.Spell(WordTrie::kRoot), u"");
  EXPECT_EQ(trie.Walk(kar, u"ু"), WordTrie::kNone);
}

TEST(WordTrie, ReadsALikelyList) {
  const WordTrie trie =
      WordTrie::FromFrequencyList("# form\tclass\nকর\t3\nবই\t12\nভাঙা\nখাতা\tx\n\nশেষ\t7");
  EXPECT_EQ(trie.Frequency(u"কর"), 3);
  EXPECT_EQ(trie.Frequency(u"বই"), 12);
  EXPECT_EQ(trie.Frequency(u"শেষ"), 7) << "no newline at the end";
  for (const auto* word : {u"ভাঙা", u"খাতা", u"# form"}) EXPECT_EQ(trie.Frequency(word), -1);
}

TEST(WordTrie, MayBeEmpty) {
  const WordTrie trie = WordTrie::FromFrequencyList("");
  EXPECT_EQ(trie.Frequency(u"ক"), -1);
  EXPECT_TRUE(trie.Children(WordTrie::kRoot).empty());
}

}  // namespace
}  // namespace bnlint
