// Bijoy text made from Unicode by ToBijoy, alone and amid Unicode, is found to the byte and read back whole.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "checks/check.h"
#include "formats/format.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "spelling/fold.h"
#include "text/bijoy.h"
#include "text/to_bijoy.h"

namespace bnlint {
namespace {

std::vector<Diagnostic> Lint(const std::string& text) {
  static const RuleSet rules = RuleSet::Load({}).value().Select({{"bijoy"}, {}, {}}).value();
  static const CheckServices services;
  static const Linter linter = Linter::Make(rules, services).value();
  std::vector<Diagnostic> found;
  SourceReader reader = SourceReader::FromText(text, "text");
  EXPECT_TRUE(linter
                  .Lint(reader, *FormatByName("plain"),
                        [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); }, {})
                  .has_value());
  return found;
}

// Unicode text in Bijoy, word by word, in the characters of Latin-1 or of Windows-1252.
std::string InBijoy(std::string_view sentence, bool windows) {
  const std::string text = FoldCanonical(sentence);
  static const ToBijoy to_bijoy;
  std::string latin;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && IsBengali(ClassOf(DecodeAt(text, end).value))) end += 3;
    latin += to_bijoy.Word(std::string_view(text).substr(at, end - at));
    if (end < text.size()) {
      const CodePoint c = DecodeAt(text, end);
      latin += c.value == U'।' ? "|" : text.substr(end, c.size);
      end += c.size;
    }
    at = end;
  }
  if (!windows) return latin;
  std::string out;
  for (size_t at = 0; at < latin.size();) {
    const CodePoint c = DecodeAt(latin, at);
    at += c.size;
    char32_t shown = c.value;
    // The character of Windows-1252 that has the same code.
    for (char32_t other = 0x100; c.value < 0xA0 && c.value >= 0x80 && other < 0x2200; ++other) {
      if (BijoyCode(other) == static_cast<int>(c.value)) shown = other;
    }
    AppendUtf8(out, shown);
  }
  return out;
}

constexpr std::string_view kSentences[] = {"গত বছর আমরা পাহাড়ে বেড়াতে গিয়েছিলাম।",
                                           "শিক্ষার্থীরা প্রতিদিন সকালে ব্যায়াম করে, তারপর ক্লাসে বসে।",
                                           "দুর্নীতি বন্ধ করতে আইন দরকার; শুধু কথায় কাজ হবে না।",
                                           "মা বললেন, বৃষ্টি থামলে বাজারে যাব।",
                                           "রান্নাঘরে মাছ ভাজার গন্ধ ছড়িয়ে পড়ল।",
                                           "কৃষকের মুখে হাসি, মাঠে সোনালি ধান।"};

TEST(Bijoy, SentencesAloneAreReadBackWhole) {
  for (const std::string_view sentence : kSentences) {
    for (const bool windows : {false, true}) {
      const std::string text = InBijoy(sentence, windows);
      const auto found = Lint(text);
      ASSERT_EQ(found.size(), 1U) << text;
      EXPECT_EQ(found[0].place.span, (Span{0, text.size()})) << text;
      ASSERT_EQ(found[0].fixes.size(), 1U);
      EXPECT_EQ(found[0].fixes[0].safety, FixSafety::kUnsafe);
      EXPECT_EQ(FoldCanonical(found[0].fixes[0].edits[0].text), FoldCanonical(sentence));
    }
  }
}

TEST(Bijoy, ARunAmidUnicodeIsFoundToTheByte) {
  for (const std::string_view sentence : kSentences) {
    const std::string before = "প্রথমে এই কথা ছিল। ";
    const std::string run = InBijoy(sentence, true);
    const std::string text = before + run + " এরপর আবার বাংলা।";
    const auto found = Lint(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].place.span, (Span{before.size(), before.size() + run.size()})) << text;
  }
}

TEST(Bijoy, ADocumentInBothKeepsItsUnicodeLines) {
  std::string text;
  size_t lines = 0;
  for (const std::string_view sentence : kSentences) {
    text += std::string(sentence) + "\n" + InBijoy(sentence, lines++ % 2 == 0) + "\n";
    text += "An English line, with Levi and a big cow: 8 GB, 20 km.\n";
  }
  const auto found = Lint(text);
  EXPECT_EQ(found.size(), lines);
  for (const Diagnostic& diagnostic : found) {
    EXPECT_EQ(diagnostic.place.Match().find("English"), std::string::npos);
  }
}

// One long text without a blank or a line end, and many short chunks that are no words: no more than linear.
TEST(Bijoy, HostileTextTakesNoTime) {
  std::string one(200000, 'v');
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "GB 12 ";
  EXPECT_TRUE(Lint(one).empty());
  EXPECT_TRUE(Lint(many).empty());
}

}  // namespace
}  // namespace bnlint
