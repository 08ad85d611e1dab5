// Words in the order of their glyphs, put back into Unicode's. In a stretch that shows the disorder (pdf_page.h) every
// word with a pre-base sign is out of order, the known ones too (কের is করে).

#include <algorithm>
#include <string>
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

// Longer than any word; what is longer is no word, and trying every reph would cost its square.
constexpr size_t kLongest = 120;

// A paragraph's fix is safe when the dictionary knows nearly all that comes of it.
constexpr size_t kKnownShareNumerator = 4;
constexpr size_t kKnownShareDenominator = 5;

class PdfVisualOrder final : public Check {
 public:
  explicit PdfVisualOrder(const CheckServices& services)
      : speller_(*services.speller), pdf_(services.pdf) {}

  void VisitBlock(const Source& block, Findings& /*findings*/) override {
    evidence_ = &pdf_->Of(block, speller_);
  }

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const Span all = paragraph.segment().ToSource({0, paragraph.text().size()});
    if (evidence_->Judge(all) != PdfDamage::kVisualOrder) return;
    std::vector<Edit> edits;
    size_t known = 0;
    const std::vector<Span> runs = MergedChunks(paragraph, [&](const Chunk& chunk) {
      return Reorder(paragraph, chunk, findings.rule().masks, edits, known);
    });
    const bool confirmed = known * kKnownShareDenominator >= edits.size() * kKnownShareNumerator;
    Report(paragraph, runs, edits, confirmed ? FixSafety::kSafe : FixSafety::kUnsafe, findings);
  }

 private:
  // Adds the edits of a chunk's words; true when there are any.
  bool Reorder(const Paragraph& paragraph, const Chunk& chunk, uint8_t masks,
               std::vector<Edit>& edits, size_t& known) const {
    bool changed = false;
    for (size_t i = chunk.first; i < chunk.last; ++i) {
      const Token& token = paragraph.tokens()[i];
      if (!token.Is(TokenKind::kBengali) || token.end - token.begin > kLongest) continue;
      const std::string_view word = token.In(paragraph.text());
      std::string right = Right(word);
      if (right == word || paragraph.Masked(token.span(), masks)) continue;
      known += speller_.Knows(right) ? 1 : 0;
      edits.push_back({token.span(), std::move(right)});
      changed = true;
    }
    return changed;
  }

  [[nodiscard]] std::string Right(std::string_view word) const {
    std::string right = FromVisualOrder(word);
    if (speller_.Knows(right)) return right;
    for (std::string& moved : RephMovedBack(right)) {
      if (!FindSyllableError(moved) && speller_.Knows(moved)) return std::move(moved);
    }
    return right;
  }

  static void Report(const Paragraph& paragraph, const std::vector<Span>& runs,
                     const std::vector<Edit>& edits, FixSafety safety, Findings& findings) {
    auto edit = edits.begin();
    for (const Span& run : runs) {
      Diagnostic diagnostic = findings.Make(paragraph, run);
      Fix fix{safety, {}};
      for (; edit != edits.end() && edit->span.end <= run.end; ++edit) {
        auto written = paragraph.segment().Rewrite(edit->span, edit->text);
        if (written) fix.edits.push_back({written->source, std::move(written->text)});
      }
      if (!fix.edits.empty()) diagnostic.fixes.push_back(std::move(fix));
      findings.Report(std::move(diagnostic));
    }
  }

  const Speller& speller_;
  PdfPage* pdf_;
  PdfEvidence* evidence_ = nullptr;
};

}  // namespace

std::unique_ptr<Check> MakePdfVisualOrder(const CheckServices& services) {
  return std::make_unique<PdfVisualOrder>(services);
}

}  // namespace bnlint
