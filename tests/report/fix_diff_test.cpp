#include "report/fix_diff.h"

#include <gtest/gtest.h>

#include "report/fixture.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

std::string Diff(const Place& place, const Fix& fix) {
  const FixDiff diff = MakeFixDiff(place, fix);
  return diff.removed + " => " + diff.added;
}

std::string Diff(std::string_view marked, std::string text) {
  const Rule rule = TestRule();
  const Diagnostic finding = FixedFinding(rule, marked, std::move(text));
  return Diff(finding.place, finding.fixes[0]);
}

TEST(MakeFixDiff, ShowsTheWordsTouched) {
  EXPECT_EQ(Diff("আজ এলেন।[[]]সবাই বসল", " "), "এলেন।সবাই => এলেন। সবাই");
  EXPECT_EQ(Diff("একটা [[ভূল]] শব্দ", "ভুল"), "ভূল => ভুল");
  EXPECT_EQ(Diff("একটা [[ভূল]]", ""), "ভূল => ");
}

TEST(MakeFixDiff, MarksAChangeOfBlanksAlone) {
  EXPECT_EQ(Diff("সে কথা[[  ]]শুরু হল", " "), "কথা␣␣শুরু => কথা␣শুরু");
  EXPECT_EQ(Diff("সে কথা[[  ]]", ""), "কথা␣␣ => কথা");
  EXPECT_EQ(Diff("৫[[\u00A0]]টাকা", " "), "৫<U+00A0>টাকা => ৫␣টাকা");
  EXPECT_EQ(Diff("ক[[\u200C]] খ", ""), "ক<U+200C> => ক");
}

TEST(MakeFixDiff, JoinsWordsFarApart) {
  const MarkedText text("এক[[।]]দুই আর কত কথা [[তিন]]");
  const Fix fix = {FixSafety::kSafe, {{text.places[0].span, "। "}, {text.places[1].span, "৩"}}};
  EXPECT_EQ(Diff(text.places[0], fix), "এক।দুই … তিন => এক। দুই … ৩");
}

TEST(MakeFixDiff, KeepsEditsOfOneWordTogether) {
  const MarkedText text("ক[[খ]]গ[[ঘ]]ঙ");
  const Fix fix = {FixSafety::kSafe, {{text.places[0].span, "১"}, {text.places[1].span, "২"}}};
  EXPECT_EQ(Diff(text.places[1], fix), "কখগঘঙ => ক১গ২ঙ");
}

TEST(MakeFixDiff, ShowsOnlyTheNewTextOutsideTheContext) {
  const MarkedText text("[[ক]]\n[[খ]]");
  EXPECT_EQ(Diff(text.places[0], {FixSafety::kSafe, {{text.places[1].span, "নতুন"}}}), " => নতুন");
}

TEST(MakeFixDiff, ShowsTheFirstOfManyPieces) {
  std::string marked;
  for (int i = 0; i < 9; ++i) marked += "[[ক]] খ ";
  const MarkedText text(marked);
  Fix fix;
  for (const Place& place : text.places) fix.edits.push_back({place.span, "গ"});
  EXPECT_EQ(Diff(text.places[0], fix), "ক … ক … ক … ক … => গ … গ … গ … গ …");
}

TEST(MakeFixDiff, IsSafeToShow) {
  EXPECT_EQ(Diff("ক[[\x1B]]খ", "\x1B[2J\n"), "ক\\x1Bখ => ক\\x1B[2J\\nখ");
  EXPECT_EQ(Diff("ক\xFF[[খ]]", "গ"), "ক\\xFFখ => ক\\xFFগ");
}

TEST(MakeFixDiff, ElidesWhatIsLong) {
  std::string long_text;
  for (int i = 0; i < 400; ++i) long_text += "ক";
  const std::string diff = Diff("[[" + long_text + "]]", "খ");
  EXPECT_LT(diff.size(), 500U);
  EXPECT_NE(diff.find("…"), std::string::npos);
}

}  // namespace
}  // namespace bnlint
