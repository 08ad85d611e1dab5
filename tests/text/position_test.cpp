#include "text/position.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace bnlint {
namespace {

// Every kind of line end and of width: CRLF, a lone CR, LF, U+2028 (no line end), an emoji beyond the
// BMP, two stray bytes and a letter cut short.
const std::string kText =
    "ঘাট\r\n"
    "😀 নৌকা\r"
    "পাল\xE2\x80\xA8হাল\n"
    "\xFF\x80ক\xE0\xA6\n"
    "\n"
    "শেষ";

struct Case {
  std::string_view name;
  Position expected;
};

TEST(PositionIndex, CountsLinesAndEveryUnit) {
  const std::vector<Case> cases = {
      {"start", {0, 1, 1, 1, 1}},
      {"a code point's start", {3, 1, 2, 2, 4}},
      {"inside a code point", {4, 1, 2, 2, 4}},
      {"CR of CRLF", {9, 1, 4, 4, 10}},
      {"LF of CRLF", {10, 1, 5, 5, 11}},
      {"line after CRLF", {11, 2, 1, 1, 1}},
      {"inside the emoji", {14, 2, 1, 1, 1}},
      {"behind the emoji", {15, 2, 2, 3, 5}},
      {"second line's word", {16, 2, 3, 4, 6}},
      {"lone CR", {28, 2, 7, 8, 18}},
      {"line after CR", {29, 3, 1, 1, 1}},
      {"U+2028", {38, 3, 4, 4, 10}},
      {"behind U+2028", {41, 3, 5, 5, 13}},
      {"line of broken bytes", {51, 4, 1, 1, 1}},
      {"second stray byte", {52, 4, 2, 2, 2}},
      {"letter behind stray bytes", {53, 4, 3, 3, 3}},
      {"letter cut short", {56, 4, 4, 4, 6}},
      {"LF behind it", {58, 4, 5, 5, 8}},
      {"empty line", {59, 5, 1, 1, 1}},
      {"last line", {60, 6, 1, 1, 1}},
      {"end", {69, 6, 4, 4, 10}},
  };
  ASSERT_EQ(kText.size(), 69U);
  PositionIndex index(kText, {});
  for (const Case& c : cases) {
    const Position got = index.At(c.expected.byte);
    EXPECT_EQ(got, c.expected) << c.name << ": got " << got.line << ":" << got.column << " utf16 "
                               << got.utf16;
  }
}

TEST(PositionIndex, AnyOrderGivesTheSame) {
  PositionIndex ascending(kText, {});
  std::vector<Position> expected;
  for (size_t at = 0; at <= kText.size(); ++at) expected.push_back(ascending.At(at));
  PositionIndex mixed(kText, {});
  std::mt19937 random(7);  // NOLINT(*-msc51-cpp): the same run each time
  for (int i = 0; i < 3000; ++i) {
    const size_t at = random() % expected.size();
    ASSERT_EQ(mixed.At(at), expected[at]) << at;
  }
}

// A block that begins in mid-line goes on counting there.
TEST(PositionIndex, BlocksAgreeWithTheWhole) {
  const std::string_view text = kText;
  PositionIndex whole(text, {});
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    if (cut < text.size() && (IsContinuation(text[cut]) || text[cut] == '\n')) continue;
    PositionIndex block(text.substr(cut), whole.At(cut));
    for (size_t at = cut; at <= text.size(); ++at) {
      ASSERT_EQ(block.At(at), whole.At(at)) << "cut " << cut << " at " << at;
    }
  }
  PositionIndex far("কখ\nগ", {5'000'000'000, 9, 101, 121, 301});
  EXPECT_EQ(far.At(5'000'000'003), (Position{5'000'000'003, 9, 102, 122, 304}));
  EXPECT_EQ(far.At(5'000'000'007), (Position{5'000'000'007, 10, 1, 1, 1}));
}

TEST(PositionIndex, LineIsWithoutItsEnd) {
  const PositionIndex index(kText, {});
  const std::vector<std::pair<uint64_t, std::string_view>> cases = {
      {0, "ঘাট"},
      {10, "ঘাট"},
      {11, "😀 নৌকা"},
      {40, "পাল\xE2\x80\xA8হাল"},
      {51, "\xFF\x80ক\xE0\xA6"},
      {59, ""},
      {69, "শেষ"},
  };
  for (const auto& [byte, line] : cases) EXPECT_EQ(index.LineAt(byte), line) << byte;
}

TEST(GraphemeColumn, CountsWhatTheReaderSees) {
  struct Column {
    std::string_view line;
    uint64_t at;
    uint64_t column;
  };
  const std::vector<Column> cases = {
      {"নদী", 0, 1},
      {"নদী", 3, 2},
      {"নদী", 9, 3},  // behind দী, one grapheme
      {"নদী", 6, 2},  // inside it
      {"a😀খ", 5, 3},
      {"👩‍🌾 মাঠ", 11, 2},  // a ZWJ sequence is one
      {"👩‍🌾 মাঠ", 12, 3},
      {"", 0, 1},
      {"e\xCC\x81য়", 3, 2},
  };
  for (const Column& c : cases) {
    EXPECT_EQ(PositionIndex::GraphemeColumn(c.line, c.at), c.column) << c.line << " at " << c.at;
  }
}

}  // namespace
}  // namespace bnlint
