#include "spelling/endings.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/letters.h"

namespace bnlint {
namespace {

// Definiteness and number × case.
constexpr std::array<std::string_view, 42> kEndings = {
    "টি",  "টির",  "টিকে",  "টিতে",   "টা",   "টার",  "টাকে", "টাতে",  "টায়",   "খানা", "খানি",
    "গুলো", "গুলোর", "গুলোকে", "গুলোতে",  "গুলোয়", "গুলি",  "গুলির", "গুলিকে", "গুলিতে", "রা",   "েরা",
    "দের", "েদের", "দেরকে", "েদেরকে", "গণ",   "গণের", "সমূহ",  "সমূহের", "সমূহে",  "কে",   "র",
    "ের",  "য়ের",  "এর",    "ে",      "য়",    "তে",   "েতে",  "সহ",    "ভাবে"};

// Second halves of adjectives and agents, as productive as endings.
constexpr std::array<std::string_view, 18> kSecondHalves = {
    "ময়",     "মূলক", "যোগ্য", "হীন", "বিহীন", "গত",   "জনক",   "শীল",    "পূর্ণ",
    "ভিত্তিক", "যুক্ত", "মুক্ত",  "ভুক্ত", "প্রাপ্ত", "কারী", "কারীর", "কারীরা", "কারীদের"};

std::vector<WordTrie::Word> WithClitics() {
  std::vector<WordTrie::Word> words;
  for (const std::string_view clitic : {"", "ই", "ও"}) {
    if (!clitic.empty()) words.push_back({ToLetters(clitic), 0});
    for (const auto& endings : {std::span<const std::string_view>(kEndings),
                                std::span<const std::string_view>(kSecondHalves)}) {
      for (const std::string_view ending : endings) {
        words.push_back({ToLetters(ending) + ToLetters(clitic), 0});
      }
    }
  }
  return words;
}

}  // namespace

const WordTrie& NounEndings() {
  static const WordTrie endings(WithClitics());
  return endings;
}

}  // namespace bnlint
