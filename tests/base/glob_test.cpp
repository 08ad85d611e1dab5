#include "base/glob.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {
namespace {

bool Matches(std::string_view pattern, std::string_view path) {
  const Result<Glob> glob = Glob::Parse(pattern);
  EXPECT_TRUE(glob.has_value()) << pattern;
  return glob && glob->Matches(path);
}

struct Case {
  std::string_view pattern;
  std::vector<std::string_view> matches;
  std::vector<std::string_view> differs;
};

TEST(Glob, MatchesAsDocumented) {
  const std::vector<Case> cases = {
      {"", {""}, {"a"}},
      {"a.txt", {"a.txt"}, {"a", "a.txt2", "xa.txt", "A.txt", "d/a.txt", ""}},
      {"*", {"a", ".a", "", "কখ"}, {"a/b", "/"}},
      {"*.txt", {"a.txt", ".txt", "কথা.txt"}, {"a.md", "d/a.txt", "a.txt/b"}},
      {"a*b*c", {"abc", "aXbXc", "abcbc", "abbcc"}, {"ab", "acb", "a/bc", "abc/"}},
      {"d/*/x", {"d/a/x", "d/.a/x"}, {"d/x", "d/a/b/x"}},
      {"?", {"a", "ক", "😀", "\xff"}, {"", "ab", "কি", "/", "\xe0\xa6"}},
      {"*?", {"a", "ab", "কি"}, {"", "a/"}},
      {"[a-cx]", {"a", "b", "c", "x"}, {"d", "", "ab", "-"}},
      {"[!a-c]", {"d", "ক", "\xff", "!"}, {"a", "c", "/", "", "কি"}},
      {"[^a]", {"b", "^"}, {"a"}},
      {"*[!ক]", {"খ", "কখ"}, {"ক", "খক"}},
      {"[ক-ঘ]?", {"কা", "ঘ।"}, {"ঙা", "ক"}},
      {"[]]", {"]"}, {"[", ""}},
      {"[]a]", {"]", "a"}, {"b"}},
      {"[!]]", {"a"}, {"]"}},
      {"[-a]", {"-", "a"}, {"b"}},
      {"[a-]", {"-", "a"}, {"b"}},
      {"[a-c-e]", {"a", "b", "-", "e"}, {"d"}},
      {"[z-a]", {"z"}, {"a", "m", "-"}},
      {"[\\]\\-\\\\]", {"]", "-", "\\"}, {"a"}},
      {"[+-0]", {"+", ".", "0"}, {"/", "1"}},
      {"[[:digit:]x]", {"0", "9", "x"}, {"a", ":", "০"}},
      {"[![:alnum:]]", {"_", "ক"}, {"a", "Z", "5"}},
      {"[[:]", {"[", ":"}, {"]"}},
      {"[[:a]x", {"[x", "ax"}, {"]x"}},
      {"\\*\\?\\[\\a", {"*?[a"}, {"xx[a"}},
      {"**", {"a", "a/b", ".a/b/c"}, {}},
      {"**/x", {"x", "a/x", "a/b/x"}, {"ax", "a/bx", "x/a"}},
      {"a/**", {"a/b", "a/b/c"}, {"a", "ab", "b/a/c"}},
      {"a/**/b", {"a/b", "a/x/b", "a/x/y/b", "a/b/b"}, {"ab", "a/xb", "a/b/c", "x/a/b"}},
      {"**/a/**/b/**", {"a/b/c", "x/a/y/b/z/z"}, {"a/b", "a/c", "xa/b/c"}},
      {"**/**/a", {"a", "x/a", "x/y/a"}, {"xa"}},
      {"**/*b/c", {"b/c", "ab/c", "a/ab/c", "b/b/c"}, {"b/x/c", "a/c"}},
      {"**/a*/**/c*d", {"a/cd", "x/ab/y/c_d", "a/a/c/cd"}, {"a/c/d", "b/cd"}},
      {"a**b", {"ab", "axb"}, {"a/b", "ax/xb"}},
      {"a**/b", {"a/b", "ax/b"}, {"ax/y/b", "b"}},
      {"/**b", {"/b", "/ab"}, {"/a/b"}},
      {"***/x", {"x", "a/b/x"}, {"ax"}},
  };
  for (const Case& c : cases) {
    for (const std::string_view path : c.matches) {
      EXPECT_TRUE(Matches(c.pattern, path)) << c.pattern << " on " << path;
    }
    for (const std::string_view path : c.differs) {
      EXPECT_FALSE(Matches(c.pattern, path)) << c.pattern << " on " << path;
    }
  }
}

TEST(Glob, RefusesWhatIsMalformedWithItsColumn) {
  const std::vector<std::pair<std::string_view, uint64_t>> cases = {
      {"[", 1},   {"ক[a", 2}, {"a[]", 2},           {"[!]", 1},    {"[a-", 1}, {"[a\\", 1},
      {"খ\\", 2}, {"\\", 1},  {"x[[:letter:]]", 2}, {"[[::]]", 1}, {"[[:", 1}, {"[\\]", 1},
  };
  for (const auto& [pattern, column] : cases) {
    const Result<Glob> glob = Glob::Parse(pattern);
    ASSERT_FALSE(glob.has_value()) << pattern;
    EXPECT_EQ(glob.error().column, column) << pattern;
  }
}

TEST(Glob, IsNotSlowOnHostilePatterns) {
  const std::string many(4000, 'a');
  std::string stars;
  std::string deep;
  std::string names;
  std::string sets = "[";
  for (int i = 0; i < 500; ++i) {
    stars += "*a";
    deep += "**/*a*a/";
    names += "aa/";
  }
  for (int i = 0; i < 500'000; ++i) sets += "[:";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Matches(stars + "b", many));
  EXPECT_FALSE(Matches(deep + "b", names + names));
  EXPECT_FALSE(Matches("**/" + deep + "b", many));
  EXPECT_FALSE(Glob::Parse(sets).has_value());
  EXPECT_TRUE(Glob::Parse(sets + "x]").has_value());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

// The definition, name by name, with all its choices tried.
bool NameMatches(std::string_view pattern, std::string_view name) {
  if (pattern.empty()) return name.empty();
  if (pattern[0] == '*') {
    return NameMatches(pattern.substr(1), name) ||
           (!name.empty() && NameMatches(pattern, name.substr(1)));
  }
  return !name.empty() && (pattern[0] == '?' || pattern[0] == name[0]) &&
         NameMatches(pattern.substr(1), name.substr(1));
}

using Names = std::vector<std::string>;

bool NamesMatch(const Names& pattern, const Names& path, size_t p, size_t n) {
  if (p == pattern.size()) return n == path.size();
  if (pattern[p] == "**") {
    if (p + 1 == pattern.size()) return n < path.size();
    return NamesMatch(pattern, path, p + 1, n) ||
           (n < path.size() && NamesMatch(pattern, path, p, n + 1));
  }
  return n < path.size() && NameMatches(pattern[p], path[n]) &&
         NamesMatch(pattern, path, p + 1, n + 1);
}

std::string Join(const Names& names) {
  std::string path;
  for (const std::string& name : names) path += (path.empty() ? "" : "/") + name;
  return path;
}

TEST(Glob, AgreesWithTheDefinitionOnRandomPatterns) {
  std::mt19937 random(20240601);
  const auto pick = [&random](const Names& from) { return from[random() % from.size()]; };
  const auto make = [&](const Names& pieces, size_t most_names, size_t most_pieces) {
    Names names(1 + random() % most_names);
    for (std::string& name : names) {
      const size_t count = 1 + random() % most_pieces;
      for (size_t i = 0; i < count; ++i) name += pick(pieces);
    }
    return names;
  };
  size_t matched = 0;
  for (int round = 0; round < 100'000; ++round) {
    Names pattern = make({"a", "b", "*", "*", "?"}, 5, 4);
    for (std::string& name : pattern) {
      const bool stars = name.size() > 1 && name.find_first_not_of('*') == std::string::npos;
      if (stars || random() % 4 == 0) name = "**";
    }
    const Names path = make({"a", "b"}, 6, 4);
    const bool expected = NamesMatch(pattern, path, 0, 0);
    matched += expected ? 1 : 0;
    ASSERT_EQ(Matches(Join(pattern), Join(path)), expected) << Join(pattern) << " " << Join(path);
  }
  EXPECT_GT(matched, 5'000U);  // or the test would say little
}

}  // namespace
}  // namespace bnlint
