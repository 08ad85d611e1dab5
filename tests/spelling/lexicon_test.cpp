#include "spelling/lexicon.h"

#include <gtest/gtest.h>

#include <string_view>

#include "embed/embed.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

// Calls `visit` with each word of an embedded list and returns how many there are.
template <typename Visit>
size_t ForEachWord(std::string_view list, Visit visit) {
  size_t count = 0;
  for (std::string_view rest = Embedded(list); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    visit(line);
    ++count;
  }
  return count;
}

TEST(Lexicon, KnowsEveryWordOfItsList) {
  size_t missing = 0;
  EXPECT_GT(ForEachWord("dictionaries/bn/never-doubled.txt",
                        [&](std::string_view word) {
                          missing += IsNeverDoubled(word) ? 0 : 1;
                          // A word that is not folded could never be found in another form.
                          if (Fold(word) != word) ADD_FAILURE() << word << " is not folded";
                        }),
            100U);
  EXPECT_EQ(missing, 0U);
}

TEST(Lexicon, DoesNotKnowOthers) {
  for (const std::string_view word : {"", "#", "abc", "ল্যাভরভ", "কককক", "\xFF", "# Frequent"}) {
    EXPECT_FALSE(IsNeverDoubled(word)) << word;
  }
}

// Words that Bengali doubles on purpose must not be on the list.
TEST(Lexicon, ReduplicationIsNoSlip) {
  for (const std::string_view word : {"ধীরে", "বার", "ঘরে", "কথায়", "লাল", "দিন", "ছোট"}) {
    EXPECT_FALSE(IsNeverDoubled(word)) << word;
  }
}

TEST(Lexicon, KnowsTheEdgesOfSentences) {
  for (const std::string_view word : {"তবে", "তিনি", "এরপর", "আমাদের"}) {
    EXPECT_TRUE(BeginsSentences(word) && !EndsSentences(word)) << word;
  }
  for (const std::string_view word : {"হয়েছে", "করেন", "নেই", "হ\u09AF\u09BCেছে"}) {
    EXPECT_TRUE(EndsSentences(word) && !BeginsSentences(word)) << word;
  }
  // Endings and members of compounds, first persons that the spoken language inflects on.
  for (const std::string_view word : {"তাকে", "এর", "ফলে", "খাই", "নদী", ""}) {
    EXPECT_FALSE(BeginsSentences(word) || EndsSentences(word)) << word;
  }
}

}  // namespace
}  // namespace bnlint
