// The script with most letters, then within it the language whose words turn up. CLD2, CLD3 and fastText's lid.176 were
// measured first (bench/dataset_languages.py): none of the first two knows Bishnupriya Manipuri, which they call Bengali, the
// third finds two of three; none knows romanised Bengali.

#include "dataset/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_map>
#include <vector>

#include "dataset/hashed_list.h"
#include "dataset/units.h"
#include "text/utf8.h"

namespace bnlint::dataset {
namespace {

constexpr size_t kLanguages = static_cast<size_t>(TextLanguage::kOther) + 1;
using Counts = std::array<double, kLanguages>;

struct Words {
  std::unordered_map<uint64_t, uint16_t> languages;  // a bit for each language that has the word
  std::vector<std::pair<std::string, TextLanguage>> endings;
};

TextLanguage FromCode(std::string_view code) {
  for (size_t i = 0; i < kLanguages; ++i) {
    if (Code(static_cast<TextLanguage>(i)) == code) return static_cast<TextLanguage>(i);
  }
  return TextLanguage::kUnknown;
}

const Words& Embedded() {
  static const Words words = [] {
    Words read;
    ForEachLine("dictionaries/bn/languages.tsv", [&](std::string_view line) {
      const TextLanguage language = FromCode(line.substr(0, line.find('\t')));
      std::string_view rest = line.substr(line.find('\t') + 1);
      while (!rest.empty()) {
        const size_t end = rest.find(' ');
        const std::string_view word = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (word[0] == '-') {
          read.endings.emplace_back(word.substr(1), language);
          continue;
        }
        for (const uint64_t hash : HashesOf(word)) {
          read.languages[hash] =
              static_cast<uint16_t>(read.languages[hash] | (1U << static_cast<unsigned>(language)));
        }
      }
    });
    return read;
  }();
  return words;
}

// What the words of one script say.
class Evidence {
 public:
  void Word(std::string_view word) {
    ++words_;
    const auto found = Embedded().languages.find(HashBytes(word));
    if (found != Embedded().languages.end()) {
      // A word of several languages speaks for none of them against the others.
      if (std::has_single_bit(found->second)) {
        counts_[static_cast<size_t>(std::countr_zero(found->second))] += 1;
      }
    }
  }
  // ৰ is Assamese alone; ৱ is Bishnupriya Manipuri's too; a few endings of that language are no other's.
  void BengaliScript(std::string_view word) {
    if (word.find("\u09F0") != std::string_view::npos) {
      counts_[static_cast<size_t>(TextLanguage::kAssamese)] += 1;
    } else if (word.find("\u09F1") != std::string_view::npos) {
      counts_[static_cast<size_t>(TextLanguage::kAssamese)] += 0.25;
      counts_[static_cast<size_t>(TextLanguage::kBishnupriya)] += 0.25;
    }
    for (const auto& [ending, language] : Embedded().endings) {
      if (word.size() >= ending.size() + 6 && word.ends_with(ending)) {
        counts_[static_cast<size_t>(language)] += 0.5;
        break;
      }
    }
  }
  [[nodiscard]] uint64_t words() const { return words_; }
  [[nodiscard]] double total() const {
    double sum = 0;
    for (const double count : counts_) sum += count;
    return sum;
  }
  [[nodiscard]] double Share(TextLanguage language) const {
    return total() == 0 ? 0 : counts_[static_cast<size_t>(language)] / total();
  }
  [[nodiscard]] TextLanguage Best() const {
    const auto best = std::max_element(counts_.begin(), counts_.end());
    return *best == 0 ? TextLanguage::kUnknown : static_cast<TextLanguage>(best - counts_.begin());
  }

 private:
  Counts counts_{};
  uint64_t words_ = 0;
};

enum Script : uint8_t { kBengaliScript, kLatinScript, kDevanagari, kOtherScript, kScripts };

Script ScriptOf(const Token& token, std::string_view word) {
  if (token.Is(TokenKind::kBengali)) return kBengaliScript;
  if (token.Is(TokenKind::kLatin)) return kLatinScript;
  const char32_t first = DecodeAt(word, 0).value;
  return first >= 0x0900 && first <= 0x097F ? kDevanagari : kOtherScript;
}

std::string LowerAscii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// A script without a word that we know: what its texts mostly are, and not sure of it.
TextLanguage UsualLanguage(Script script) {
  return script == kBengaliScript ? TextLanguage::kBengali : TextLanguage::kOther;
}

}  // namespace

std::string_view Code(TextLanguage language) {
  constexpr std::array<std::string_view, kLanguages> kCodes = {"und", "bn",      "as", "bpy",
                                                               "hi",  "bn-Latn", "en", "other"};
  return kCodes[static_cast<size_t>(language)];
}

LanguageGuess GuessLanguage(std::string_view text, std::span<const Token> tokens) {
  std::array<Evidence, kScripts> scripts;
  std::array<double, kScripts> letters{};
  double all = 0;
  for (const Token& token : tokens) {
    if (!token.Is(TokenKind::kBengali) && !token.Is(TokenKind::kLatin) &&
        !token.Is(TokenKind::kOtherWord)) {
      continue;
    }
    const std::string_view word = token.In(text);
    const Script script = ScriptOf(token, word);
    const double length = script == kLatinScript ? static_cast<double>(word.size())
                                                 : static_cast<double>(word.size()) / 3;
    letters[script] += length;
    all += length;
    if (script == kLatinScript) {
      scripts[script].Word(LowerAscii(word));
    } else {
      scripts[script].Word(word);
    }
    if (script == kBengaliScript) scripts[script].BengaliScript(word);
  }
  LanguageGuess guess;
  if (all == 0) return guess;
  const auto most =
      static_cast<Script>(std::max_element(letters.begin(), letters.end()) - letters.begin());
  const Evidence& evidence = scripts[most];
  const double share = letters[most] / all;
  constexpr double kUnsure = 0.5;
  if (evidence.Best() == TextLanguage::kUnknown) {
    guess.language = UsualLanguage(most);
    guess.score = share * kUnsure;
  } else {
    guess.language = evidence.Best();
    guess.score = share * evidence.Share(guess.language);
  }
  const Evidence& bengali = scripts[kBengaliScript];
  guess.bengali = letters[kBengaliScript] / all *
                  (bengali.total() == 0 ? kUnsure : bengali.Share(TextLanguage::kBengali));
  return guess;
}

}  // namespace bnlint::dataset
