// How likely is it that a word falls into two by chance? A random string of n letters is one of 2^3.2n; two words of
// 2^a and 2^b occurrences stand side by side in a corpus about 2^(a+b) times. So weight = a + b + 3.2 n, here times five.
// The thresholds were set by reading what they let through in 3 million words of news, blogs, laws and literature.

#include "checks/word_seam.h"

#include <string>

#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr int kFrequencyWeight = 5;
constexpr int kLetterWeight = 16;
constexpr int kLeastFrequency = 4;
constexpr size_t kLeastLetters =
    3;  // code points of each part; a part that begins with a vowel has two
constexpr size_t kLeastVowelLetters = 2;
constexpr int kMostLetters = 60;  // no two words are longer; keeps the search linear in the text

constexpr int kLeastBoth = 225;  // a verb that ends a sentence, a word that begins the next
constexpr int kLeastVerb = 244;
constexpr int kLeastStart = 251;
constexpr int kLeastGenitive = 285;
constexpr int kLeastCredit = 255;
constexpr int kLeastByline = 265;

// জীবনের, তাদের, আমার: no first member of a compound.
bool IsGenitive(const Speller& speller, std::string_view word) {
  for (const std::string_view ending : {"দের", "ের"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (speller.Frequency(stem) >= kLeastFrequency && speller.Knows(stem)) return true;
  }
  return word.ends_with("র") && BeginsSentences(word);
}

// করেনা, হয়নাই and গিয়েছেছিলেন have faults of their own; শুধুশুধু has none.
bool IsNoSeam(const Speller& speller, std::string_view word) {
  for (const std::string_view negation : {"না", "নাই", "নি"}) {
    if (word.ends_with(negation) && speller.Knows(word.substr(0, word.size() - negation.size()))) {
      return true;
    }
  }
  return false;
}

bool IsNoPair(std::string_view first, std::string_view second, SeamContext context) {
  return second.starts_with("ছিল") || (first == second && context == SeamContext::kProse);
}

// What the weight must be at least; 0 when nothing speaks for a seam.
int Threshold(const Speller& speller, std::string_view first, std::string_view second,
              SeamContext context) {
  if (IsNoPair(first, second, context)) return 0;
  const bool verb = EndsSentences(first);
  const bool start = BeginsSentences(second);
  if (verb && start) return kLeastBoth;
  if (verb) return kLeastVerb;
  if (start) return kLeastStart;
  // শক্তিকুমার is a photographer.
  if (context == SeamContext::kCredit) return IsName(second) ? 0 : kLeastCredit;
  if (context == SeamContext::kByline) return kLeastByline;
  return IsGenitive(speller, first) ? kLeastGenitive : 0;
}

}  // namespace

size_t FindSeam(const Speller& speller, std::string_view word, SeamContext context) {
  const auto letters = static_cast<int>(CountCodePoints(Fold(word)));
  if (letters > kMostLetters) return 0;
  size_t best = 0;
  int best_margin = -1;
  CodePoint before{0, 0, true};
  size_t passed = 0;
  for (size_t cut = 0; cut < word.size(); ++passed) {
    const CodePoint c = DecodeAt(word, cut);
    const bool vowel = ClassOf(c.value) == CharClass::kBnVowel;
    const bool letter = vowel || ClassOf(c.value) == CharClass::kBnConsonant;
    if (passed >= kLeastLetters && letter && ClassOf(before.value) != CharClass::kBnHasanta) {
      const std::string_view first = word.substr(0, cut);
      const std::string_view second = word.substr(cut);
      const size_t least = vowel ? kLeastVowelLetters : kLeastLetters;
      const int a = CountCodePoints(second) < least ? Speller::kUnseen : speller.Frequency(first);
      const int b = a < kLeastFrequency ? Speller::kUnseen : speller.Frequency(second);
      if (b >= kLeastFrequency) {
        const int threshold = Threshold(speller, first, second, context);
        const int margin = kFrequencyWeight * (a + b) + kLetterWeight * letters - threshold;
        if (threshold > 0 && margin > best_margin && speller.Knows(first) &&
            speller.Knows(second)) {
          best = cut;
          best_margin = margin;
        }
      }
    }
    before = c;
    cut += c.size;
  }
  return best != 0 && IsNoSeam(speller, word) ? 0 : best;
}

}  // namespace bnlint
