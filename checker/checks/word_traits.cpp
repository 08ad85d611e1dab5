// Most words are known and without a hasanta: for them a handful of looks at their bytes is all. They come again and
// again, so that even that is done for one in ten only.

#include "checks/word_traits.h"

#include <cstring>
#include <new>
#include <utility>

#include "checks/converted_word.h"
#include "checks/syllables.h"
#include "checks/word_questions.h"
#include "spelling/lexicon.h"
#include "text/lines.h"

namespace bnlint {
namespace {

constexpr std::string_view kReph = "র্";
constexpr size_t kLongWord = 15;  // bytes: five letters

bool Has(std::string_view word, std::string_view part) {
  return word.find(part) != std::string_view::npos;
}

// The bytes eight at a time; the same word has the same hash within a run.
size_t HashOf(std::string_view word) {
  constexpr uint64_t kMix = 0x9E3779B97F4A7C15U;
  uint64_t hash = word.size() * kMix;
  size_t left = word.size();
  const char* at = word.data();
  for (; left >= 8; left -= 8, at += 8) {
    uint64_t part = 0;
    std::memcpy(&part, at, 8);
    hash = (hash ^ part) * kMix;
    hash ^= hash >> 29U;
  }
  uint64_t part = 0;
  std::memcpy(&part, at, left);
  hash = (hash ^ part) * kMix;
  return hash ^ (hash >> 32U);
}

// The traits of words that have a hasanta.
Traits OfHasanta(std::string_view word, bool known, const Speller& speller) {
  constexpr std::string_view kHasanta = "্";
  Traits traits = 0;
  if (word.starts_with(kHasanta) || word.ends_with(kHasanta)) traits |= trait::kEdgeHasanta;
  if (Has(word, kReph)) {
    if (!known || word == kReph) traits |= trait::kReph;
    if (Has(word, "র্য")) traits |= trait::kRaYa;
    if (word.ends_with(kReph)) traits |= trait::kEndsInReph;
    if (IsDoubledUnderReph(word, speller)) traits |= trait::kDoubledUnderReph;
  }
  if (Has(word, "র\u200C্")) traits |= trait::kRaYa;
  if (MayLackKhandaTa(word, known)) traits |= trait::kTaHasanta;
  if (!known && MayHoldOddConjunct(word)) traits |= trait::kOddConjunct;
  if (!known && MayBeConverted(word)) traits |= trait::kConverted;
  return traits;
}

Traits OfLetters(std::string_view word, bool known, const Speller& speller) {
  Traits traits = 0;
  bool hasanta = false;
  unsigned before = 0;
  for (size_t at = 0; at < word.size();) {
    if (!IsBengaliAt(word, at)) {
      before = 0;
      ++at;
      continue;
    }
    const unsigned letter = (static_cast<uint8_t>(word[at + 1]) & 1U) << 6U |
                            (static_cast<uint8_t>(word[at + 2]) & 0x3FU);  // from U+0980
    switch (letter) {
      case 0x4D: hasanta = true; break;
      case 0x3C:
      case 0x5C:
      case 0x5D:
      case 0x5F: traits |= trait::kNukta; break;
      case 0x3E:
      case 0x57:  // া and ৗ behind ে
        if (before == 0x47) traits |= trait::kSplitVowel;
        break;
      case 0x42:
      case 0x43:  // হূ, হৃ
        if (before == 0x39 && !known) traits |= trait::kHriHuu;
        break;
      default: break;
    }
    before = letter;
    at += 3;
  }
  return hasanta ? traits | OfHasanta(word, known, speller) : traits;
}

}  // namespace

// Zeroed memory that is not touched takes none.
WordTraits::WordTraits(const Speller& speller)
    : speller_(speller), sets_(static_cast<Set*>(std::calloc(kSets, sizeof(Set)))) {
  if (sets_ == nullptr) throw std::bad_alloc();
}

Traits WordTraits::Of(std::string_view word, const Token& token) {
  if (word.size() > kLongest) return Find(word, token);
  Set& set = sets_.get()[HashOf(word) % kSets];
  const auto is = [&](const Slot& slot) {
    return slot.size == word.size() && std::memcmp(slot.word.data(), word.data(), slot.size) == 0;
  };
  if (!is(set.slots[0])) {
    std::swap(set.slots[0], set.slots[1]);
    Slot& slot = set.slots[0];
    if (!is(slot)) {
      slot.traits = static_cast<uint32_t>(Find(word, token) >> 32U);
      slot.size = static_cast<uint8_t>(word.size());
      std::memcpy(slot.word.data(), word.data(), word.size());
    }
  }
  return Traits{set.slots[0].traits} << 32U;
}

Traits WordTraits::Find(std::string_view word, const Token& token) const {
  const auto [known, frequency] = speller_.Look(word);
  Traits traits = OfLetters(word, known, speller_);
  if (!known) {
    traits |= trait::kUnknown;
    if (word.size() >= kLongWord) traits |= trait::kLongUnknown;
    if (frequency < 0 && MayBeLatinAsBijoy(word)) traits |= trait::kFewSigns;
  }
  const Token alone{0, static_cast<uint32_t>(word.size()), token.kind, token.flags};
  std::vector<TokenError> errors;
  FindSyllableErrors(word, alone, 0, errors);
  if (!errors.empty()) traits |= trait::kFault;
  if (frequency < Speller::kCommon && MayBeTwoSpellings(word, token, speller_)) {
    traits |= trait::kName;
  }
  if (MayBeGlued(word, speller_)) traits |= trait::kGlued;
  if (IsSadhu(word)) traits |= trait::kSadhu;
  if (SpeaksOfPrograms(word)) traits |= trait::kProgram;
  if (MayBeDetachedEnding(word)) traits |= trait::kEnding;
  if (IsFirstPerson(word)) traits |= trait::kFirstPerson;
  if (word.starts_with("ওটা")) traits |= trait::kHour;
  return traits;
}

}  // namespace bnlint
