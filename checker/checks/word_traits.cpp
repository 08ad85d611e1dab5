// Most words are known and without a hasanta: for them a handful of looks at their bytes is all. They come again and
// again, so that even that is done for one in ten only.

#include "checks/word_traits.h"

#include <cstring>

#include "checks/converted_word.h"
#include "checks/syllables.h"
#include "checks/word_questions.h"
#include "spelling/lexicon.h"

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
  bool nukta = false;
  for (size_t at = 2; at < word.size(); ++at) {
    // Only letters of the Bengali block have these bytes as their last; E0 A6 and E0 A7 are the first two.
    const char c = word[at];
    hasanta |= c == '\x8D';
    nukta |= c == '\xBC' || c == '\x9C' || c == '\x9D' || c == '\x9F';
  }
  if (hasanta) traits |= OfHasanta(word, known, speller);
  if (nukta &&
      (Has(word, "\u09BC") || Has(word, "\u09DC") || Has(word, "\u09DD") || Has(word, "\u09DF"))) {
    traits |= trait::kNukta;
  }
  if (Has(word, "\u09C7\u09BE") || Has(word, "\u09C7\u09D7")) traits |= trait::kSplitVowel;
  if (!known && (Has(word, "হূ") || Has(word, "হৃ"))) traits |= trait::kHriHuu;
  return traits;
}

}  // namespace

WordTraits::WordTraits(const Speller& speller) : speller_(speller), slots_(kSlots) {}

Traits WordTraits::Of(std::string_view word, const Token& token) {
  if (word.size() > kLongest) return Find(word, token);
  Slot& slot = slots_[HashOf(word) % kSlots];
  if (slot.size != word.size() || std::memcmp(slot.word.data(), word.data(), word.size()) != 0) {
    slot.traits = static_cast<uint32_t>(Find(word, token) >> 32U);
    slot.size = static_cast<uint8_t>(word.size());
    std::memcpy(slot.word.data(), word.data(), word.size());
  }
  return Traits{slot.traits} << 32U;
}

Traits WordTraits::Find(std::string_view word, const Token& token) const {
  const bool known = speller_.HasDictionary() && speller_.Knows(word);
  Traits traits = OfLetters(word, known, speller_);
  if (!known) {
    traits |= trait::kUnknown;
    if (word.size() >= kLongWord) traits |= trait::kLongUnknown;
    if (MayBeLatinAsBijoy(word, speller_)) traits |= trait::kFewSigns;
  }
  const Token alone{0, static_cast<uint32_t>(word.size()), token.kind, token.flags};
  std::vector<TokenError> errors;
  FindSyllableErrors(word, alone, 0, errors);
  if (!errors.empty()) traits |= trait::kFault;
  if (MayBeTwoSpellings(word, token, speller_)) traits |= trait::kName;
  if (MayBeGlued(word, speller_)) traits |= trait::kGlued;
  if (IsSadhu(word)) traits |= trait::kSadhu;
  if (SpeaksOfPrograms(word)) traits |= trait::kProgram;
  if (MayBeDetachedEnding(word)) traits |= trait::kEnding;
  if (IsFirstPerson(word)) traits |= trait::kFirstPerson;
  if (word.starts_with("ওটা")) traits |= trait::kHour;
  return traits;
}

}  // namespace bnlint
