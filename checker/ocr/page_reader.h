#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ocr/features.h"
#include "ocr/unit.h"
#include "ocr/weights.h"
#include "ocr/word_reader.h"
#include "text/token.h"

namespace bnlint::ocr {

/// A unit and what the model makes of it.
struct JudgedUnit {
  Unit unit;
  UnitFacts facts;
  float probability = 0;  ///< that it is wrong, once the block is closed; calibrated
};

/// How good the text of a document is, and why.
struct Quality {
  uint64_t units = 0;    ///< what stands between blanks
  uint64_t words = 0;    ///< … those that are Bengali words
  double wrong = 0;      ///< the sum of the probabilities: so many units are likely wrong
  uint64_t unknown = 0;  ///< words that bnlint's dictionary does not know
  uint64_t faulty = 0;   ///< words outside the syllable grammar
  double unlikely = 0;   ///< the sum over words of the mean -ln probability of their aksharas
  double garbage = 0;    ///< the part of `wrong` that falls on what is no word

  /// About this share of the words is right, in 0…1; 1 for an empty document.
  [[nodiscard]] double Score(const Weights& weights = Weights::Embedded()) const;
  [[nodiscard]] double KnownShare() const { return ShareOfWords(unknown); }
  [[nodiscard]] double ValidShare() const { return ShareOfWords(faulty); }
  [[nodiscard]] double MeanUnlikelihood() const;
  [[nodiscard]] double GarbageShare() const;
  void Add(const Quality& other);

 private:
  [[nodiscard]] double ShareOfWords(uint64_t bad) const;
};

/// Reads a document with the eyes of a proofreader who knows that it went through OCR: paragraph by paragraph, and
/// judges at the end of a block, since errors come in company: what is odd on a clean page is a name, on a spoiled
/// one a misreading. Keeps one block. Not thread-safe: one a document.
class PageReader {
 public:
  explicit PageReader(const WordReader& words = WordReader::Embedded(),
                      const Weights& weights = Weights::Embedded())
      : words_(words), weights_(weights) {}

  /// Takes in a paragraph of the block at hand. `tokens` are those of `text`.
  void Add(std::string_view text, std::span<const Token> tokens);
  /// The block ends: the probabilities of its units are set, and counted into quality().
  void Close();
  /// Forgets the block.
  void Begin();

  /// The units of the paragraph that was added as number `index` of the block.
  /// Nothing when it was not added. REQUIRES: the block is closed.
  [[nodiscard]] std::span<const JudgedUnit> Paragraph(size_t index) const;
  /// Of the block at hand. REQUIRES: it is closed.
  [[nodiscard]] const Quality& block() const { return block_; }
  /// Of all blocks closed so far.
  [[nodiscard]] const Quality& quality() const { return quality_; }
  [[nodiscard]] const Weights& weights() const { return weights_; }

 private:
  const WordReader& words_;
  const Weights& weights_;
  std::vector<JudgedUnit> units_;
  std::vector<size_t> begins_{0};  // of the paragraphs, and the end of the last
  std::vector<Unit> scratch_;
  Quality block_;
  Quality quality_;
};

}  // namespace bnlint::ocr
