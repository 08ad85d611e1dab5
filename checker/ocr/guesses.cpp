#include "ocr/guesses.h"

#include <algorithm>

#include "spelling/suggest.h"

namespace bnlint::ocr {
namespace {

// Suggestions by OCR's mistakes instead of people's.
const Suggester& ByShape() {
  static const Suggester suggester({
      .knows = [](std::string_view word) { return Speller::Embedded().Knows(word); },
      .frequency = [](std::string_view word) { return Speller::Embedded().Frequency(word); },
      .fallback = {},
      .list = {},
      .confusions = &OcrConfusions(),
  });
  return suggester;
}

}  // namespace

std::vector<std::string> Guess(std::string_view word, const UnitFacts& facts, size_t most, bool thorough) {
  std::vector<std::string> guesses;
  const auto add = [&](std::string guess) {
    if (guesses.size() < most && std::find(guesses.begin(), guesses.end(), guess) == guesses.end()) {
      guesses.push_back(std::move(guess));
    }
  };
  std::vector<std::string> near;
  for (const uint8_t i : facts.order) {
    std::string candidate = Unpack(facts.word->candidates[i].packed);
    if (Speller::Embedded().Knows(candidate)) near.push_back(std::move(candidate));
  }
  if (!near.empty()) add(near[0]);
  if (thorough) {
    for (std::string& guess : ByShape().Suggest(word, most)) {
      if (guesses.size() + 1 >= most && near.size() > 1) break;
      add(std::move(guess));
    }
  }
  for (std::string& guess : near) add(std::move(guess));
  return guesses;
}

}  // namespace bnlint::ocr
