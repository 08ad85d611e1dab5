#include "spelling/variants.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "spelling/letters.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

// Forms and costs in the order of the visits.
std::vector<std::pair<std::string, EditCost>> Visit(std::u16string_view typed, EditCost most) {
  std::vector<std::pair<std::string, EditCost>> forms;
  VisitVariants(typed, ConfusionTable::BuiltIn(), most, [&](std::u16string_view form, EditCost c) {
    forms.emplace_back(FromLetters(form), c);
    return true;
  });
  return forms;
}

TEST(Variants, UndoOneConfusionOrTwo) {
  const auto visited = Visit(u"নিরিক্ষন", 40);
  const std::map<std::string, EditCost> forms(visited.begin(), visited.end());
  EXPECT_TRUE(forms.contains("নিরিক্ষণ"));
  EXPECT_TRUE(forms.contains("নিরীক্ষন"));
  EXPECT_TRUE(forms.contains("নিরীক্ষণ"));
  EXPECT_GT(forms.at("নিরীক্ষণ"), forms.at("নিরীক্ষন"));
}

TEST(Variants, CheapestFirstOnceAndWellFormed) {
  const auto visited = Visit(u"আশির্বাদ", 100);
  ASSERT_FALSE(visited.empty());
  EXPECT_LE(visited.size(), 80U);
  std::set<std::string> seen;
  for (size_t i = 0; i < visited.size(); ++i) {
    const auto& [form, cost] = visited[i];
    EXPECT_NE(form, "আশির্বাদ");
    EXPECT_TRUE(seen.insert(form).second) << form;
    EXPECT_FALSE(FindSyllableError(form)) << form;
    EXPECT_LE(cost, 100);
    EXPECT_GE(cost, i == 0 ? 1 : visited[i - 1].second);
  }
}

TEST(Variants, EndWhenTold) {
  int visits = 0;
  VisitVariants(u"আশির্বাদ", ConfusionTable::BuiltIn(), 100,
                [&](std::u16string_view, EditCost) { return ++visits < 3; });
  EXPECT_EQ(visits, 3);
  EXPECT_TRUE(Visit(u"আশির্বাদ", 1).empty());
  EXPECT_TRUE(Visit(u"আশির্বাদ", -20).empty());
  Visit(u"ক", 100);
}

}  // namespace
}  // namespace bnlint
