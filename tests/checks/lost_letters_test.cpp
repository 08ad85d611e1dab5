#include "checks/lost_letters.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bnlint {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// A text in which each � lost one of `candidates`.
Mojibake WithHoles(std::string_view text, const std::u32string& candidates) {
  Mojibake found;
  found.text = text;
  constexpr std::string_view kMark = "\uFFFD";
  for (size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
    found.holes.push_back({at, candidates});
  }
  return found;
}

TEST(FillHoles, PutsInWhatTheDictionaryKnows) {
  Mojibake found = WithHoles("বিদ\uFFFDযালয়ে গিয়ে ব\uFFFDষ\uFFFDটি", U"\u09C1\u09CD\u09C3");
  FillHoles(Speller::Embedded(), found);
  EXPECT_EQ(found.text, "বিদ্যালয়ে গিয়ে বৃষ্টি");
  EXPECT_THAT(found.holes, IsEmpty());
}

TEST(FillHoles, LeavesWhatItDoesNotKnowAndMovesTheRest) {
  Mojibake found = WithHoles("বিদ\uFFFDযালয়ে কখগঘ\uFFFDঙ আর শব\uFFFDদ", U"\u09C1\u09CD");
  FillHoles(Speller::Embedded(), found);
  EXPECT_EQ(found.text, "বিদ্যালয়ে কখগঘ\uFFFDঙ আর শব্দ");
  ASSERT_THAT(found.holes, SizeIs(1));
  EXPECT_EQ(found.holes[0].offset, std::string_view("বিদ্যালয়ে কখগঘ").size());
}

TEST(FillHoles, DoesNotGuessBetweenEquals) {
  Mojibake found = WithHoles("\uFFFDল", U"খচজদফবম");  // খল, চল, জল, দল, ফল …
  FillHoles(Speller::Embedded(), found);
  EXPECT_EQ(found.text, "\uFFFDল");
  EXPECT_THAT(found.holes, SizeIs(1));
}

TEST(FillHoles, IsBounded) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\uFFFDক";
  Mojibake found = WithHoles(text, U"\u0995\u0996\u0997\u0998");
  FillHoles(Speller::Embedded(), found);
  EXPECT_EQ(found.text, text);
  EXPECT_THAT(found.holes, SizeIs(40));
  // A mark that was in the text before has no candidates.
  Mojibake foreign = WithHoles("শব\uFFFDদ", U"");
  FillHoles(Speller::Embedded(), foreign);
  EXPECT_EQ(foreign.text, "শব\uFFFDদ");
}

TEST(WordWithHole, FindsTheWord) {
  EXPECT_EQ(WordWithHole(Speller::Embedded(), "বিদ্যা", "য়ে"), "বিদ্যালয়ে");
  EXPECT_EQ(WordWithHole(Speller::Embedded(), "কখগঘঙ", "চছজঝ"), "");
}

}  // namespace
}  // namespace bnlint
