#include "rule/ruleset.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {
namespace {

namespace fs = std::filesystem;

const RuleSet& Embedded() {
  static const auto set = RuleSet::Load({});
  if (!set) throw std::runtime_error(set.error().front().ToString());
  return *set;
}

std::vector<std::string> Ids(const RuleSet& set) {
  std::vector<std::string> ids;
  for (const Rule& rule : set.rules()) ids.push_back(rule.id);
  return ids;
}

// The ids of the embedded rules that `wanted` accepts.
template <typename Predicate>
std::vector<std::string> IdsWhere(Predicate wanted) {
  std::vector<std::string> ids;
  for (const Rule& rule : Embedded().rules()) {
    if (wanted(rule)) ids.push_back(rule.id);
  }
  return ids;
}

// A rule directory that goes with the test.
class RuleSetDirectory : public testing::Test {
 protected:
  RuleSetDirectory()
      : directory_(fs::temp_directory_path() / ("bnlint-ruleset-" + std::to_string(getpid()))) {
    fs::create_directories(directory_ / "own");
  }
  ~RuleSetDirectory() override { fs::remove_all(directory_); }
  void Write(std::string_view name, std::string_view id, std::string_view more = "") {
    std::ofstream(directory_ / "own" / name)
        << "id = \"" << id << "\"\nseverity = \"info\"\npattern = \"ঢঢঢ\"\n"
        << more
        << "\n[en]\nmessage = \"m\"\nwhy = \"w\"\n[bn]\nmessage = \"ম\"\nwhy = \"ক\"\n"
           "[[example]]\nbad = \"[[ঢঢঢ]]\"\ngood = \"ঢ\"\n[[example]]\ngood = \"ঢ ঢ\"\n";
  }
  fs::path directory_;
};

TEST(RuleSet, HoldsTheEmbeddedRulesInOrder) {
  const auto ids = Ids(Embedded());
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(BNLINT_SOURCE_DIR "/rules")) {
    files += entry.path().extension() == ".toml" ? 1 : 0;
  }
  EXPECT_EQ(ids.size(), files);
}

TEST(RuleSet, FindsByIdOrName) {
  const Rule* rule = Embedded().Find("PUN002");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule, Embedded().Find("danda-glued"));
  for (const char* other : {"punctuation", "PUN", "pun002", ""}) {
    EXPECT_EQ(Embedded().Find(other), nullptr) << other;
  }
}

TEST(RuleSet, SelectsByIdNameCategoryAndLetters) {
  const auto punctuation = IdsWhere([](const Rule& r) { return r.category == "punctuation"; });
  ASSERT_GT(punctuation.size(), 2U);
  const auto on = IdsWhere([](const Rule& r) { return r.on_by_default; });
  struct Case {
    Selection selection;
    std::vector<std::string> ids;
  };
  const std::vector<Case> cases = {
      {{}, on},
      {{{"PUN002"}, {}, {}}, {"PUN002"}},
      {{{"danda-glued"}, {}, {}}, {"PUN002"}},
      {{{"punctuation"}, {}, {}}, punctuation},
      {{{"PUN"}, {}, {}}, punctuation},
      {{{"all"}, {}, {}}, Ids(Embedded())},
      {{{"PUN"}, {}, {"all"}}, {}},
      {{{"PUN002"}, {"PUN002", "PLH001"}, {}}, {"PLH001", "PUN002"}},
      {{{}, {"all"}, {}}, Ids(Embedded())},
      {{{}, {}, {"PUN"}},
       IdsWhere([](const Rule& r) { return r.on_by_default && r.category != "punctuation"; })},
      {{{"PUN002"}, {}, {"danda-glued"}}, {}},
      {{{}, {}, {}, "editorial"}, IdsWhere([](const Rule& r) {
         return r.on_by_default || std::ranges::find(r.profiles, "editorial") != r.profiles.end();
       })},
  };
  for (const Case& c : cases) {
    const auto kept = Embedded().Select(c.selection);
    ASSERT_TRUE(kept) << kept.error().ToString();
    EXPECT_EQ(Ids(*kept), c.ids);
  }
}

TEST(RuleSet, AnUnknownSelectorOffersTheNearest) {
  for (const Selection& selection :
       {Selection{{"danda-gleud"}, {}, {}}, Selection{{}, {"danda-gleud"}, {}},
        Selection{{}, {}, {"PUN", "danda-gleud"}}}) {
    const auto kept = Embedded().Select(selection);
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().message.find("'danda-gleud'; did you mean 'danda-glued'?"),
              std::string::npos)
        << kept.error().message;
  }
  const auto far = Embedded().Select({{"qqqqqqqqqqqq"}, {}, {}});
  ASSERT_FALSE(far);
  EXPECT_EQ(far.error().message.find("did you mean"), std::string::npos) << far.error().message;
}

TEST_F(RuleSetDirectory, AddsAndOverrides) {
  Write("new-one.toml", "OWN001", "default = \"off\"\n");
  Write("danda-glued.toml", "PUN002");
  const auto set = RuleSet::Load({directory_.string()});
  ASSERT_TRUE(set) << set.error().front().ToString();
  EXPECT_EQ(set->rules().size(), Embedded().rules().size() + 1);
  ASSERT_NE(set->Find("OWN001"), nullptr);
  EXPECT_EQ(set->Find("OWN001")->category, "own");
  EXPECT_EQ(set->Find("danda-glued")->severity, Severity::kInfo);
  EXPECT_EQ(set->Select({{"own"}, {}, {}})->rules().size(), 2U);
}

TEST_F(RuleSetDirectory, RefusesWithEveryError) {
  EXPECT_EQ(RuleSet::Load({directory_.string()}).error().at(0).path,
            directory_.string());   // no rule
  Write("new-one.toml", "PUN002");  // the id of another
  Write("odd.toml", "OWN002", "odd = 1\n");
  Write("other.toml", "OWN3");
  const auto set = RuleSet::Load({directory_.string(), "/nowhere/rules"});
  ASSERT_FALSE(set);
  std::string all;
  for (const Error& error : set.error()) all += error.ToString() + "\n";
  for (const char* part : {"own/odd.toml:4:1: unknown key 'odd'",
                           "own/other.toml:1:6: ", "/nowhere/rules: ", "PUN002 belongs to both "}) {
    EXPECT_NE(all.find(part), std::string::npos) << part << " not in\n" << all;
  }
}

}  // namespace
}  // namespace bnlint
