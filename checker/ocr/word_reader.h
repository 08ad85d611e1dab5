#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ocr/akshara_model.h"
#include "ocr/neighbours.h"
#include "spelling/confusion.h"
#include "spelling/speller.h"

namespace bnlint::ocr {

/// A word that OCR may have turned into the one at hand by one of the mistakes of ocr-confusions.tsv.
struct Candidate {
  std::string packed;  ///< packed_word.h's bytes
  Neighbours::Key key = 0;
  float count = 0;  ///< occurrences, at least about 4
  float cost = 0;   ///< -ln probability of the mistake
};

/// Another way to read an unknown word, which the dictionary knows.
enum class Reading : uint8_t {
  kNone,
  kApostrophe,  ///< without its apostrophe or a foreign nukta: ক'রে, ফ়িল্ম
  kHasanta,     ///< without a hasanta that is only shown: আস্‌বে
  kOldReph,     ///< with a single consonant under the reph: সর্ব্ব
};

/// What can be said of a word without looking around it.
struct WordReading {
  bool is_word =
      false;  ///< can be packed: of Bengali letters and not too long; else nothing else is set
  bool known = false;  ///< by bnlint's own dictionary
  Reading other = Reading::kNone;
  bool faulty = false;  ///< outside the syllable grammar
  int frequency = -1;   ///< Speller::Frequency
  Neighbours::Key key = 0;
  float count = 0;  ///< Neighbours::Count
  AksharaModel::Likelihood likelihood;
  std::vector<Candidate> candidates;  ///< likeliest first, at most kMostCandidates
};

/// Reads single words: the dictionary's verdict, the frequency, the grammar, the akshara model, and what OCR may
/// have made the word of. Remembers words met lately. Thread-safe.
class WordReader {
 public:
  static constexpr size_t kMostCandidates = 6;

  /// All it asks must outlive it.
  WordReader(const Speller& speller, const Neighbours& neighbours, const AksharaModel& aksharas,
             const ConfusionTable& confusions);
  ~WordReader();
  WordReader(const WordReader&) = delete;
  WordReader& operator=(const WordReader&) = delete;
  /// With what is inside the binary, whichever dictionary a run has chosen: the weights were learnt with it.
  static const WordReader& Embedded();

  [[nodiscard]] std::shared_ptr<const WordReading> Read(std::string_view word) const;
  [[nodiscard]] const Neighbours& neighbours() const { return neighbours_; }

 private:
  struct Change;
  struct Memo;
  [[nodiscard]] Reading OtherReading(std::string_view packed) const;
  void AddCandidates(std::string_view packed, WordReading& reading) const;

  const Speller& speller_;
  const Neighbours& neighbours_;
  const AksharaModel& aksharas_;
  std::array<std::vector<Change>, 256> changes_;  // by the first byte of what stands in the word
  std::vector<Change> omissions_;
  std::unique_ptr<Memo> memo_;
};

/// The word of packed bytes, in UTF-8, folded.
std::string Unpack(std::string_view packed);

/// OCR's mistakes and their costs: dictionaries/bn/ocr-confusions.tsv. 0.01 of a cost is kNats of -ln probability.
const ConfusionTable& OcrConfusions();
inline constexpr float kNats =
    0.139F;  // what makes a class of frequency (ranking.h: 0.05) worth ln 2

}  // namespace bnlint::ocr
