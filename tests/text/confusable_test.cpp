#include "text/confusable.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace bnlint {
namespace {

TEST(BengaliLookalike, KnowsTheDataOfUnicode) {
  const std::vector<std::pair<char32_t, char32_t>> pairs = {
      {U'o', 0},          // ০ looks like it, which is no letter that a word has
      {0x0310, 0x0981},   // combining candrabindu
      {0x0323, 0x09BC},   // combining dot below
      {0x114B0, 0x09BE},  // Tirhuta া
      {0x114AA, 0x09A3},  // Tirhuta ণ
      {U'k', 0},         {0x4E2D, 0},
  };
  for (const auto& [foreign, bengali] : pairs) {
    EXPECT_EQ(BengaliLookalike(foreign), bengali) << std::hex << static_cast<uint32_t>(foreign);
  }
}

TEST(BengaliLookalike, KnowsTheSisterScripts) {
  EXPECT_EQ(BengaliLookalike(0x0915), 0x0995U);  // Devanagari क
  EXPECT_EQ(BengaliLookalike(0x0930), 0x09B0U);
  EXPECT_EQ(BengaliLookalike(0x0902), 0x0982U);  // ं
  EXPECT_EQ(BengaliLookalike(0x0A15), 0x0995U);  // Gurmukhi
  EXPECT_EQ(BengaliLookalike(0x0B15), 0x0995U);  // Odia
  EXPECT_EQ(BengaliLookalike(0x0935), 0U);       // व: Bengali has no place for it
}

TEST(IsForeignLetter, HoldsWhatTheScriptsShareToBeBengali) {
  for (const char32_t c :
       {U'a', U'é', char32_t{0x03C0}, char32_t{0x0430}, char32_t{0x0915}, char32_t{0x0310}}) {
    EXPECT_TRUE(IsForeignLetter(c)) << std::hex << static_cast<uint32_t>(c);
  }
  for (const char32_t c :
       {char32_t{0x0995}, char32_t{0x09BE}, char32_t{0x0951}, U'1', U'.', char32_t{0x200D}}) {
    EXPECT_FALSE(IsForeignLetter(c)) << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace bnlint
