// Where the font of a PDF calls the glyph of া ো, nearly every া of the text is a ো. The dictionary says which of them
// cannot be.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checks/checks.h"
#include "checks/pdf_page.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr std::string_view kO = "ো";
constexpr std::string_view kAa = "া";

// Which of a word's signs were true ো is tried out: up to this many, each either way.
constexpr unsigned kMostSigns = 4;

std::vector<size_t> PlacesOfO(std::string_view word) {
  std::vector<size_t> places;
  for (size_t at = word.find(kO); at != std::string_view::npos; at = word.find(kO, at + kO.size()))
    places.push_back(at);
  return places;
}

// The most frequent known word that comes of reading some of the ো as া; the word itself when none is better.
std::string Best(std::string_view word, const Speller& speller) {
  const std::vector<size_t> places = PlacesOfO(word);
  std::string best(word);
  if (places.size() > kMostSigns) return best;
  int frequency = speller.Knows(word) ? speller.Frequency(word) : Speller::kUnseen - 1;
  for (unsigned choice = 1; choice < 1U << places.size(); ++choice) {
    std::string candidate(word);
    for (size_t i = 0; i < places.size(); ++i) {
      if ((choice >> i & 1U) != 0) candidate.replace(places[i], kO.size(), kAa);
    }
    if (!speller.Knows(candidate) || speller.Frequency(candidate) <= frequency) continue;
    frequency = speller.Frequency(candidate);
    best = std::move(candidate);
  }
  return best;
}

class PdfSplitO final : public Check {
 public:
  explicit PdfSplitO(const CheckServices& services)
      : speller_(*services.speller), pdf_(services.pdf) {}

  void VisitBlock(const Source& block, Findings& /*findings*/) override {
    evidence_ = &pdf_->Of(block, speller_);
  }

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (evidence_->Judge(paragraph.segment().ToSource({0, paragraph.text().size()})) !=
        PdfDamage::kSplitO)
      return;
    for (const Token& token : paragraph.tokens()) {
      const std::string_view word = token.In(paragraph.text());
      if (!token.Is(TokenKind::kBengali) || word.find(kO) == std::string_view::npos) continue;
      if (paragraph.Masked(token.span(), findings.rule().masks)) continue;
      std::string right = Best(word, speller_);
      if (right == word) continue;
      Diagnostic diagnostic = findings.Make(paragraph, token.span(), {{"right", right}});
      findings.AddFix(diagnostic, paragraph, token.span(), std::move(right));
      findings.Report(std::move(diagnostic));
    }
  }

 private:
  const Speller& speller_;
  PdfPage* pdf_;
  PdfEvidence* evidence_ = nullptr;
};

}  // namespace

std::unique_ptr<Check> MakePdfSplitO(const CheckServices& services) {
  return std::make_unique<PdfSplitO>(services);
}

}  // namespace bnlint
