// The words of a damaged PDF text that no reordering brings back: glyphs without a code point are holes, or came as
// wrong letters or as pieces apart. Sound words between them stay silent.

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "checks/checks.h"
#include "checks/chunk.h"
#include "checks/pdf_page.h"
#include "spelling/speller.h"
#include "text/akshara.h"
#include "text/visual_order.h"

namespace bnlint {
namespace {

// In a stretch that lies in pieces the sound words are few, and cannot be told from pieces that happen to be words; a
// paragraph in it is whole when less than this share of its words is broken.
constexpr double kBrokenShare = 0.3;

class PdfLostConjunct final : public Check {
 public:
  explicit PdfLostConjunct(const CheckServices& services)
      : speller_(*services.speller), pdf_(services.pdf) {}

  void VisitBlock(const Source& block, Findings& /*findings*/) override {
    evidence_ = &pdf_->Of(block, speller_);
  }

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!speller_.HasDictionary()) return;
    const PdfDamage damage =
        evidence_->Judge(paragraph.segment().ToSource({0, paragraph.text().size()}));
    if (damage == PdfDamage::kNone || damage == PdfDamage::kSplitO) return;
    const bool in_pieces = damage == PdfDamage::kInPieces && IsInPieces(paragraph);
    const auto broken = [&](const Chunk& chunk) {
      return !IsExplained(paragraph, chunk, damage) &&
             (in_pieces ? HasBengali(paragraph, chunk) : IsBroken(paragraph, chunk));
    };
    for (const Span& run : MergedChunks(paragraph, broken)) {
      if (!paragraph.Masked(run, findings.rule().masks))
        findings.Report(findings.Make(paragraph, run));
    }
  }

 private:
  [[nodiscard]] bool IsInPieces(const Paragraph& paragraph) const {
    double words = 0;
    double broken = 0;
    for (const Token& token : paragraph.tokens()) {
      if (!token.Is(TokenKind::kBengali)) continue;
      ++words;
      const std::string_view word = token.In(paragraph.text());
      broken += !speller_.Knows(word) || IsPiece(speller_, word) ? 1 : 0;
    }
    return broken >= kBrokenShare * words;
  }

  static bool HasBengali(const Paragraph& paragraph, const Chunk& chunk) {
    const auto tokens = paragraph.tokens().subspan(chunk.first, chunk.last - chunk.first);
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return token.Is(TokenKind::kBengali); });
  }

  // A word that is out of order, or has a glyph's number in it: other rules tell.
  static bool IsExplained(const Paragraph& paragraph, const Chunk& chunk, PdfDamage damage) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text().substr(
        tokens[chunk.first].begin, tokens[chunk.last - 1].end - tokens[chunk.first].begin);
    if (text.find("(cid:") != std::string_view::npos) return true;
    if (damage != PdfDamage::kVisualOrder) return false;
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(chunk.first),
                       tokens.begin() + static_cast<std::ptrdiff_t>(chunk.last),
                       [&](const Token& token) {
                         const std::string_view word = token.In(paragraph.text());
                         return token.Is(TokenKind::kBengali) && FromVisualOrder(word) != word;
                       });
  }

  [[nodiscard]] bool IsBroken(const Paragraph& paragraph, const Chunk& chunk) const {
    const auto tokens = paragraph.tokens();
    bool beside_bengali = false;
    for (size_t i = chunk.first; i < chunk.last; ++i) {
      const std::string_view text = tokens[i].In(paragraph.text());
      if (text == "◌" || text == "\uFFFD") return true;
      const bool bengali = tokens[i].Is(TokenKind::kBengali);
      if (bengali && (!speller_.Knows(text) || IsPiece(speller_, text))) return true;
      // A symbol or a digit for a letter: রা+তে.
      if (beside_bengali && (tokens[i].Is(TokenKind::kSymbol) || tokens[i].Is(TokenKind::kNumber)))
        return true;
      beside_bengali = bengali;
    }
    return false;
  }

  const Speller& speller_;
  PdfPage* pdf_;
  PdfEvidence* evidence_ = nullptr;
};

}  // namespace

std::unique_ptr<Check> MakePdfLostConjunct(const CheckServices& services) {
  return std::make_unique<PdfLostConjunct>(services);
}

}  // namespace bnlint
