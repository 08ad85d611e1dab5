#include "text/mask.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace bnlint {
namespace {

// "url:https://…" for each mask of `kinds`, in order.
std::vector<std::string> Masked(std::string_view text, uint8_t kinds = kMaskAll) {
  std::vector<Token> tokens;
  Tokenize(text, tokens);
  std::vector<Mask> masks{{{0, 99}, kMaskCode}};  // to be replaced
  FindMasks(text, tokens, masks);
  std::vector<std::string> out;
  for (const Mask& mask : masks) {
    if ((mask.kind & kinds) == 0) continue;
    const std::string_view name = mask.kind == kMaskUrl     ? "url:"
                                  : mask.kind == kMaskEmail ? "mail:"
                                  : mask.kind == kMaskCode  ? "code:"
                                                            : "latin:";
    out.push_back(std::string(name) + std::string(text.substr(mask.span.begin, mask.span.size())));
  }
  return out;
}

struct Case {
  std::string_view text;
  std::vector<std::string> masks;
};

TEST(FindMasks, Addresses) {
  const std::vector<Case> cases = {
      {"খবর https://a.org/x?y=1#z দেখুন", {"url:https://a.org/x?y=1#z"}},
      {"দেখুনhttp://a.org/", {"url:http://a.org/"}},
      {"https://bn.example.org/পাতা/নদী_তীর আছে", {"url:https://bn.example.org/পাতা/নদী_তীর"}},
      {"(যেমন https://a.org/b), আর", {"url:https://a.org/b"}},
      {"https://a.org/b.", {"url:https://a.org/b"}},
      {"https://a.org/b?!", {"url:https://a.org/b"}},
      {"<https://a.org/b>", {"url:https://a.org/b"}},
      {"href=&quot;https://a.org/b?c=1&amp;d=2&quot;&gt;নদী&lt;/a&gt;",
       {"url:https://a.org/b?c=1&amp;d=2"}},
      {"https://a.org/নদী&lt;br&gt;", {"url:https://a.org/নদী"}},
      {"www.example.com, তারপর", {"url:www.example.com"}},
      {"www.", {}},
      {"example.org/path পাতায়", {"url:example.org/path"}},
      {"ঠিকানা jon.doe+x@mail.example.org; লিখুন", {"mail:jon.doe+x@mail.example.org"}},
      {"a@b.cd.", {"mail:a@b.cd"}},
      {"@নাম ও a@ ও @b", {}},
      {"://", {}},
      {"কখ.গঘ/ঙ", {}},
      {"১/২/২০২০", {}},
      {"https://a.b ও https://c.d", {"url:https://a.b", "url:https://c.d"}},
      {"", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Masked(c.text, kMaskUrl | kMaskEmail), c.masks) << c.text;
}

TEST(FindMasks, Code) {
  const std::vector<Case> cases = {
      {"চালান `ls -l` এখন", {"code:`ls -l`"}},
      {"`ক` ও `খ`", {"code:`ক`", "code:`খ`"}},
      {"একটা ` মাত্র", {}},
      {"`ক\nখ`", {}},
      {"`ক\n`খ`", {"code:`খ`"}},
      {"``", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Masked(c.text, kMaskCode), c.masks) << c.text;
}

TEST(FindMasks, LatinRuns) {
  const std::vector<Case> cases = {
      {"নতুন Windows 11 এল", {"latin:Windows 11"}},
      {"ওরা S-400 কিনল", {"latin:S-400"}},
      {"Visual Studio Code, দারুণ", {"latin:Visual Studio Code,"}},
      {"৪টি GPT-4o ও Gemini মডেল", {"latin:GPT-4o", "latin:Gemini"}},
      {"5 Windows", {"latin:Windows"}},
      {"Windows ১১", {"latin:Windows"}},
      {"Appটি", {}},
      {"সাল 2011 সালে", {}},
      {"শুধু বাংলা।", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Masked(c.text, kMaskLatin), c.masks) << c.text;
}

TEST(FindMasks, SortedAndMayOverlap) {
  EXPECT_EQ(Masked("`x` a@b.cd ও www.abc.de"),
            (std::vector<std::string>{"code:`x`", "latin:`x` a@b.cd", "mail:a@b.cd",
                                      "url:www.abc.de", "latin:www.abc.de"}));
}

TEST(IsMasked, AsksForASharedByteOfThoseKinds) {
  const std::vector<Mask> masks = {{{4, 8}, kMaskUrl}, {{6, 10}, kMaskLatin}};
  EXPECT_TRUE(IsMasked(masks, {7, 9}, kMaskUrl));
  EXPECT_FALSE(IsMasked(masks, {8, 9}, kMaskUrl));
  EXPECT_TRUE(IsMasked(masks, {8, 9}, kMaskUrl | kMaskLatin));
  EXPECT_FALSE(IsMasked(masks, {0, 4}, kMaskAll));
  EXPECT_FALSE(IsMasked(masks, {10, 12}, kMaskAll));
  EXPECT_TRUE(IsMasked(masks, {0, 99}, kMaskLatin));
  EXPECT_FALSE(IsMasked(masks, {0, 99}, kMaskCode));
  EXPECT_FALSE(IsMasked(masks, {0, 99}, 0));
  EXPECT_FALSE(IsMasked({}, {0, 99}, kMaskAll));
}

}  // namespace
}  // namespace bnlint
