#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "spelling/speller.h"
#include "text/source.h"

namespace bnlint {

/// What PDF extraction did to a stretch of text, judged by the stretch's surroundings.
enum class PdfDamage : uint8_t {
  kNone,
  kVisualOrder,  ///< vowel signs stand where their glyphs do: িকছু for কিছু
  kGlyphNames,   ///< glyphs without a code point came as (cid:17)
  kInPieces,     ///< words fell into pieces of an akshara or two, with letters missing
  kSplitO,       ///< the glyph of া came as ো: ভোটোর for ভোটার
};

/// True when `word` is a single akshara that is no common word, so most likely a piece of one.
bool IsPiece(const Speller& speller, std::string_view word);

/// One block's evidence of PDF damage, gathered in one scan of its bytes: how many pre-base signs stand at the start
/// of a word, where Unicode has none, against all pre-base signs; how many (cid:…) there are; how many words are no
/// longer than a letter with its sign; how many ো there are against া. Evidence is counted in buckets of kBucketBytes, and a stretch is judged by its own
/// buckets and their neighbours, so that a damaged page amid a sound text is found and the rest left alone. The
/// dictionary is asked only where short words abound. Not thread-safe.
class PdfEvidence {
 public:
  static constexpr uint64_t kBucketBytes = 1024;

  /// `block` and `speller` must outlive the evidence.
  PdfEvidence(const Source& block, const Speller& speller);

  /// What the text around `source` shows. REQUIRES: the span lies in the block.
  [[nodiscard]] PdfDamage Judge(Span source);

 private:
  struct Bucket {
    uint32_t initial = 0;  // pre-base signs that begin a word
    uint32_t signs = 0;    // pre-base signs
    uint32_t cids = 0;
    uint32_t words = 0;
    uint32_t brief = 0;  // words of kShortBytes at most
    uint32_t o = 0;      // ো
    uint32_t aa = 0;     // া
  };
  size_t CountWord(size_t begin);
  [[nodiscard]] bool InPieces(size_t first, size_t last) const;

  std::string_view bytes_;
  uint64_t begin_;
  const Speller& speller_;
  std::vector<Bucket> buckets_;
  // The last judgement: the lines of a paragraph share their buckets.
  size_t judged_first_ = 1;
  size_t judged_last_ = 0;
  PdfDamage judged_ = PdfDamage::kNone;
};

/// The evidence of the block at hand, gathered once for all checks that judge by it. One a document.
class PdfPage {
 public:
  /// The evidence of `block`, valid until the next block. REQUIRES: `block` and `speller` outlive it.
  PdfEvidence& Of(const Source& block, const Speller& speller) {
    if (block_ != &block || begin_ != block.begin()) {
      evidence_ = std::make_unique<PdfEvidence>(block, speller);
      block_ = &block;
      begin_ = block.begin();
    }
    return *evidence_;
  }
  /// The next block may lie where this one did.
  void Forget() { block_ = nullptr; }

 private:
  std::unique_ptr<PdfEvidence> evidence_;
  const Source* block_ = nullptr;
  uint64_t begin_ = 0;
};

}  // namespace bnlint
