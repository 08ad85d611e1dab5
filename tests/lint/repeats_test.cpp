#include "lint/repeats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rule/rule.h"

namespace bnlint {
namespace {

using testing::ElementsAre;

class RepeatsTest : public testing::Test {
 protected:
  RepeatsTest() { rule_.id = "SPL001"; }
  Diagnostic At(uint64_t at, const std::string& key) {
    Diagnostic diagnostic;
    diagnostic.rule = &rule_;
    diagnostic.place.span = {at, at + 1};
    diagnostic.repeat_key = key;
    return diagnostic;
  }
  // Hands `finding` in and returns where the findings are that come back.
  std::vector<uint64_t> Hold(Diagnostic finding) {
    found_.push_back(std::move(finding));
    repeats_.Hold(found_, found_.size() - 1);
    return Places();
  }
  [[nodiscard]] std::vector<uint64_t> Places() const {
    std::vector<uint64_t> places;
    for (const Diagnostic& diagnostic : found_) places.push_back(diagnostic.place.span.begin);
    return places;
  }
  Rule rule_;
  Repeats repeats_;
  std::vector<Diagnostic> found_;
};

TEST_F(RepeatsTest, FewAreToldEach) {
  EXPECT_THAT(Hold(At(1, "ক")), ElementsAre());
  EXPECT_THAT(Hold(At(2, "")), ElementsAre(2));
  EXPECT_THAT(Hold(At(3, "ক")), ElementsAre(2));
  EXPECT_THAT(Hold(At(4, "খ")), ElementsAre(2));
  repeats_.Release(found_);
  EXPECT_THAT(Places(), ElementsAre(2, 1, 3, 4));
  for (const Diagnostic& diagnostic : found_) EXPECT_TRUE(diagnostic.args.empty());
  found_.clear();
  repeats_.Release(found_);
  EXPECT_TRUE(found_.empty());
}

TEST_F(RepeatsTest, ManyAreToldOnce) {
  for (uint64_t at = 0; at < 20; ++at) Hold(At(at, "ক"));
  repeats_.Release(found_);
  ASSERT_EQ(found_.size(), 1U);
  EXPECT_EQ(found_[0].place.span.begin, 0U);
  ASSERT_EQ(found_[0].args.size(), 1U);
  EXPECT_EQ(found_[0].args[0].value, "20");
  ASSERT_EQ(found_[0].related.size(), Repeats::kMostRelated);
  for (uint64_t i = 0; i < Repeats::kMostRelated; ++i) {
    EXPECT_EQ(found_[0].related[i].span.begin, i + 1);
  }
}

TEST_F(RepeatsTest, TheOldestGoWhenThereAreTooMany) {
  for (uint64_t at = 0; at < Repeats::kMostKeys; ++at) Hold(At(at, std::to_string(at)));
  EXPECT_TRUE(found_.empty());
  EXPECT_THAT(Hold(At(5000, "আরও")), ElementsAre(0));
  EXPECT_THAT(Hold(At(5001, "আরও")), ElementsAre(0));
  EXPECT_THAT(Hold(At(5002, "0")), ElementsAre(0, 1));
}

TEST_F(RepeatsTest, WhatAnotherFindingPointsAtIsDropped) {
  rule_.yields_to = {"name-variant"};
  Rule better;
  better.id = "STY007";
  better.name = "name-variant";
  Hold(At(1, "ক"));
  Hold(At(2, "ক"));
  Diagnostic other = At(3, "");
  other.rule = &better;
  other.related.push_back(At(1, "").place);
  Hold(other);
  repeats_.Release(found_);
  EXPECT_THAT(Places(), ElementsAre(3, 2));
}

}  // namespace
}  // namespace bnlint
