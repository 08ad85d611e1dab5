#include "spelling/verdict_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/fold.h"
#include "spelling/packed_word.h"

namespace bnlint {
namespace {

TEST(PackedWord, IsTheSameForEqualSpellings) {
  const std::vector<std::vector<std::string>> groups = {
      {"বা\u09DCি", "বা\u09A1\u09BCি", "বা\u200C\u09DCি", "\u200Bবা\u09DCি"},
      {"আল\u09CB", "আল\u09C7\u09BE"},
      {"ম\u09CCন", "ম\u09C7\u09D7ন"},
      {"ক'রে", "ক’রে"},
      {"র\u200D্যালি"},
      {"র্যালি"},
  };
  std::map<std::string, size_t> seen;
  for (size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& word : groups[i]) {
      const auto packed = PackedWord::Of(word);
      ASSERT_TRUE(packed) << word;
      EXPECT_EQ(packed->bytes(), PackedWord::Of(Fold(word))->bytes()) << word;
      EXPECT_EQ(seen.emplace(packed->bytes(), i).first->second, i) << word;
    }
  }
  EXPECT_EQ(seen.size(), groups.size());
}

TEST(PackedWord, RefusesWhatIsNoBengaliWord) {
  std::string longest;
  for (size_t i = 0; i < PackedWord::kLongest; ++i) longest += "ক";
  EXPECT_TRUE(PackedWord::Of(longest));
  for (const std::string& word :
       {std::string(), std::string("abc"), std::string("ক-খ"), std::string("\xE0\xA6"),
        std::string("\xE0\xA6\xFF"), std::string("ক\xE0"), std::string("कल"), longest + "ক"}) {
    EXPECT_FALSE(PackedWord::Of(word)) << word;
  }
}

std::vector<VerdictTable::Form> SomeForms(const std::vector<std::string>& words) {
  std::vector<VerdictTable::Form> forms;
  for (size_t i = 0; i < words.size(); ++i) {
    forms.push_back({words[i], {i % 3 != 0, static_cast<int>(i % 20)}});
  }
  return forms;
}

TEST(VerdictTable, AnswersForItsFormsAndNoOthers) {
  std::vector<std::string> words;
  for (const char* a : {"ক", "খা", "গি", "ঘু", "চ্ছ", "ড়"}) {
    for (const char* b : {"ত", "থে", "দো", "ন্ধ", "প", "য়"}) {
      for (const char* c : {"ম", "রা", "লি", "শ", "ৎ", "ং"}) {
        words.push_back(std::string(a) + b + c);
      }
    }
  }
  const auto forms = SomeForms(words);
  const auto bytes = VerdictTable::Build(forms);
  ASSERT_TRUE(bytes) << bytes.error().message;
  const auto table = VerdictTable::Open(*bytes);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), words.size());
  for (const auto& form : forms) {
    const auto facts = table->Find(form.word);
    ASSERT_TRUE(facts) << form.word;
    EXPECT_EQ(facts->known, form.facts.known) << form.word;
    EXPECT_EQ(facts->frequency, form.facts.frequency) << form.word;
    EXPECT_FALSE(table->Find(std::string(form.word) + "ক")) << form.word;
  }
  EXPECT_FALSE(table->Find(""));
  EXPECT_FALSE(table->Find("কত"));
  EXPECT_FALSE(table->Find("abc"));
}

TEST(VerdictTable, DoesNotDependOnTheOrderOfItsForms) {
  const std::vector<std::string> words = {"এক", "দুই", "তিন", "চার", "পাঁচ"};
  auto forms = SomeForms(words);
  const auto bytes = VerdictTable::Build(forms);
  std::reverse(forms.begin(), forms.end());
  EXPECT_EQ(VerdictTable::Build(forms).value(), bytes.value());
}

TEST(VerdictTable, RefusesFormsItCannotHold) {
  using Form = VerdictTable::Form;
  EXPECT_FALSE(VerdictTable::Build(std::vector<Form>{{"abc", {true, 1}}}));
  EXPECT_FALSE(VerdictTable::Build(std::vector<Form>{{"এক", {true, 128}}}));
  EXPECT_FALSE(VerdictTable::Build(std::vector<Form>{{"এক", {true, -1}}}));
  EXPECT_FALSE(VerdictTable::Build(std::vector<Form>{{"এক", {true, 1}}, {"এক", {false, 1}}}));
}

TEST(VerdictTable, OpensNothingElse) {
  const std::string bytes = *VerdictTable::Build(SomeForms({"এক", "দুই"}));
  EXPECT_TRUE(VerdictTable::Open(bytes));
  EXPECT_FALSE(VerdictTable::Open(""));
  EXPECT_FALSE(VerdictTable::Open(bytes.substr(0, 15)));
  EXPECT_FALSE(VerdictTable::Open("x" + bytes));
  // Cut short: found or not, but nothing beyond the end is read.
  for (size_t size = 24; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    if (const auto table = VerdictTable::Open(cut)) static_cast<void>(table->Find("এক"));
  }
  EXPECT_FALSE(VerdictTable().Find("এক"));
}

}  // namespace
}  // namespace bnlint
