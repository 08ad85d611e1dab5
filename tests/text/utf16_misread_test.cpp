#include "text/utf16_misread.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/utf8.h"

namespace bnlint {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// The bytes of a text in UTF-16.
std::string Utf16(std::string_view text, ByteOrder order) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const auto low = static_cast<char>(c.value & 0xFFU);
    const auto high = static_cast<char>(c.value >> 8U);
    out += order == ByteOrder::kLittle ? std::string{low, high} : std::string{high, low};
    at += c.size;
  }
  return out;
}

// Bytes written as the characters of Latin-1.
std::string Latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) AppendUtf8(out, static_cast<uint8_t>(c));
  return out;
}

constexpr std::string_view kText =
    "নদীর ধারে “বাড়ি”।\nসেখানে ৫টি গাছ, "
    "ক্‌ষ।";

TEST(LooksLikeUtf16, KnowsBothByteOrders) {
  for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
    EXPECT_EQ(LooksLikeUtf16(Utf16(kText, order)), order);
    EXPECT_EQ(LooksLikeUtf16(Utf16("\uFEFFabc", order)), order);
  }
}

TEST(LooksLikeUtf16, LeavesUtf8Alone) {
  for (const std::string_view text :
       {std::string_view(), std::string_view("a"), kText, std::string_view("\t\tনদী\tতীর\n"),
        std::string_view("\n\n\n\n\n"), std::string_view("\xEF\xBB\xBFনদী"),
        std::string_view("\0\0\0\0\0\0", 6)}) {
    EXPECT_FALSE(LooksLikeUtf16(text).has_value()) << text;
  }
}

TEST(FindUtf16Misread, RestoresWhatWasReadByteByByte) {
  for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
    const std::string damaged = Latin1(Utf16(kText, order));
    const auto found = FindUtf16Misread("ভূমিকা " + damaged + "কথা");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, kText);
    EXPECT_EQ(found[0].span, (Span{std::string_view("ভূমিকা ").size(),
                                   std::string_view("ভূমিকা ").size() + damaged.size()}));
    EXPECT_TRUE(found[0].exact);
    EXPECT_FALSE(found[0].two_by_two);
  }
}

TEST(FindUtf16Misread, GuessesWhereNulWasCutOut) {
  for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
    std::string damaged = Latin1(Utf16("নদীর ধারে বাড়ি", order));
    std::erase(damaged, '\0');
    const auto found = FindUtf16Misread(damaged);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "নদীর ধারে বাড়ি");
    EXPECT_FALSE(found[0].exact);
  }
}

TEST(FindUtf16Misread, RestoresWhatWasReadTwoByTwo) {
  const std::string_view text = "নদীর ধারে বাড়ি।";  // of an even number of bytes
  ASSERT_EQ(text.size() % 2, 0U);
  for (const bool little : {true, false}) {
    std::string damaged;
    for (size_t i = 0; i < text.size(); i += 2) {
      const auto low = static_cast<uint8_t>(text[i + (little ? 0 : 1)]);
      const auto high = static_cast<uint8_t>(text[i + (little ? 1 : 0)]);
      AppendUtf8(damaged, static_cast<char32_t>(high << 8U | low));
    }
    const auto found = FindUtf16Misread(damaged + " শেষ");
    ASSERT_THAT(found, SizeIs(1)) << damaged;
    EXPECT_EQ(found[0].text, text);
    EXPECT_EQ(found[0].span, (Span{0, damaged.size()}));
    EXPECT_TRUE(found[0].two_by_two);
  }
}

TEST(FindUtf16Misread, LeavesTablesAlone) {
  for (const std::string_view text : {"café\tété\tnaïve\té\té", "é\té\né\té\n", "নাম\tবয়স\t৫\t",
                                      "ꛠ একা", "\uE0A6", "中文\t한국어", "\t\t\t"}) {
    EXPECT_THAT(FindUtf16Misread(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace bnlint
