#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/house_style.h"
#include "ocr/page_reader.h"
#include "rule/diagnostic.h"
#include "rule/locator.h"
#include "rule/rule.h"
#include "spelling/speller.h"
#include "text/akshara.h"
#include "text/document.h"
#include "text/mask.h"
#include "text/scan.h"
#include "text/source.h"
#include "text/token.h"

namespace bnlint {

class AcceptedWords;
class PdfPage;

/// A syllable fault of one token, in text offsets.
struct TokenError {
  size_t token;  ///< its index
  SyllableError error;
};

/// A segment with what one pass has learnt about it, as checks see it. Valid during one visit.
class Paragraph {
 public:
  /// All must outlive the paragraph. `words` holds the traits of each token's word (word_traits.h), 0 for other tokens;
  /// `traits` is theirs and the scan's together, or more.
  Paragraph(const Document& document, size_t index, const ScannedText& scan,
            std::span<const Traits> words, Traits traits)
      : document_(document),
        index_(index),
        scan_(scan),
        tokens_(scan.tokens),
        words_(words),
        traits_(traits) {}

  [[nodiscard]] const Segment& segment() const { return document_.segments[index_]; }
  [[nodiscard]] std::string_view text() const { return segment().text; }
  /// Its number in the block.
  [[nodiscard]] size_t index() const { return index_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  /// The indices of the tokens that are punctuation or symbols, in order.
  [[nodiscard]] std::span<const uint32_t> marks() const { return scan_.marks; }
  /// How many tokens are Bengali words, and Latin ones.
  [[nodiscard]] size_t bengali_words() const { return scan_.bengali; }
  [[nodiscard]] size_t latin_words() const { return scan_.latin; }
  /// What it has, one bit each; a bit may be set without reason, but is never missing.
  [[nodiscard]] Traits traits() const { return traits_; }
  [[nodiscard]] bool Has(Traits any) const { return (traits_ & any) != 0; }
  /// … of one token's word.
  [[nodiscard]] bool WordHas(size_t token, Traits any) const { return (words_[token] & any) != 0; }
  /// The neighbours within the block; null at its edges.
  [[nodiscard]] const Segment* previous() const {
    return index_ == 0 ? nullptr : &document_.segments[index_ - 1];
  }
  [[nodiscard]] const Segment* next() const {
    return index_ + 1 == document_.segments.size() ? nullptr : &document_.segments[index_ + 1];
  }
  /// Found when first asked for: most paragraphs have no finding to mask.
  [[nodiscard]] std::span<const Mask> masks() const;
  /// The syllable faults of all Bengali tokens (syllables.h), in order; found when first asked for,
  /// since several rules read them.
  [[nodiscard]] std::span<const TokenError> syllable_errors() const;
  /// Where each hasanta of the text begins, in order; found when first asked for.
  [[nodiscard]] std::span<const uint32_t> hasantas() const;
  [[nodiscard]] bool Masked(Span text_span, uint8_t kinds) const {
    return IsMasked(masks(), text_span, kinds);
  }
  /// All of it lies in a mask: shown, not left behind.
  [[nodiscard]] bool InMask(Span text_span, uint8_t kinds) const {
    return IsInMask(masks(), text_span, kinds);
  }

 private:
  const Document& document_;
  size_t index_;
  const ScannedText& scan_;
  std::span<const Token> tokens_;
  std::span<const Traits> words_;
  Traits traits_;
  mutable bool masked_ = false;
  mutable std::vector<Mask> masks_;
  mutable bool parsed_ = false;
  mutable std::vector<TokenError> syllable_errors_;
  mutable bool hasantas_found_ = false;
  mutable std::vector<uint32_t> hasantas_;
};

/// What a check reports through. Makes diagnostics of its rule with their places taken at once, so that
/// a check may hold them until the document ends.
class Findings {
 public:
  Findings(const Rule& rule, Locator* locator, std::vector<Diagnostic>& out)
      : rule_(rule), locator_(locator), out_(out) {}

  /// A diagnostic at a range of the paragraph's text, not yet reported.
  [[nodiscard]] Diagnostic Make(const Paragraph& paragraph, Span text_span,
                                std::vector<Arg> args = {}) const;
  /// … at a range of the block's bytes.
  [[nodiscard]] Diagnostic MakeAt(Span source_span, std::vector<Arg> args = {}) const;
  /// Adds a fix that puts `text` in place of the range when the format allows it (Segment::Rewrite); else the
  /// fix is withheld. The rule's own safety, or another that the case at hand deserves.
  void AddFix(Diagnostic& diagnostic, const Paragraph& paragraph, Span text_span, std::string text,
              FixSafety safety) const;
  void AddFix(Diagnostic& diagnostic, const Paragraph& paragraph, Span text_span,
              std::string text) const {
    AddFix(diagnostic, paragraph, text_span, std::move(text), rule_.fix);
  }
  void Report(Diagnostic diagnostic) { out_.push_back(std::move(diagnostic)); }
  /// At the end of the document: the rule's findings that may be a habit are one. `as_note`: and no more than a note,
  /// since the document is consistent.
  void TellHabit(bool as_note = false) {
    is_habit_ = true;
    is_note_ = as_note;
  }
  [[nodiscard]] bool is_habit() const { return is_habit_; }
  [[nodiscard]] bool is_note() const { return is_note_; }

  [[nodiscard]] const Rule& rule() const { return rule_; }

 private:
  [[nodiscard]] Diagnostic MakeHere(Place place, std::vector<Arg> args) const;

  const Rule& rule_;
  Locator* locator_;  // null once the document has ended
  std::vector<Diagnostic>& out_;
  bool is_habit_ = false;
  bool is_note_ = false;
};

/// A native check on one document: made when it begins, gone when it ends. It sees every block, then
/// its paragraphs, in order, then the end. What it keeps between visits must not grow with the
/// document. Not thread-safe: one document is checked by one thread.
class Check {
 public:
  Check() = default;
  Check(const Check&) = delete;
  Check& operator=(const Check&) = delete;
  virtual ~Check() = default;

  /// True when it asks CheckServices::page, which then has read the whole block before the first paragraph is
  /// visited.
  [[nodiscard]] virtual bool ReadsPage() const { return false; }
  /// Only a paragraph that has one of these is visited; with every other, Visit must do nothing. Asked before each
  /// paragraph, since it may depend on what the check has seen.
  [[nodiscard]] virtual Traits Needs() const { return trait::kAll; }
  virtual void VisitBlock(const Source& /*block*/, Findings& /*findings*/) {}
  virtual void Visit(const Paragraph& /*paragraph*/, Findings& /*findings*/) {}
  /// Make may not be called any more: there are no bytes left.
  virtual void Finish(Findings& /*findings*/) {}
};

/// What checks may ask beyond the text.
struct CheckServices {
  const Speller* speller = &Speller::Embedded();  ///< never null
  const AcceptedWords* words =
      nullptr;           ///< of the document at hand; the linter supplies it. May be null
  bool suggest = false;  ///< spend time on suggestions
  /// The findings are there to be mended: a finding that stands for many places has an edit for each of them, even if
  /// memory grows with their number.
  bool all_edits = false;
  const ocr::PageReader* page = nullptr;  ///< of the document at hand, for checks that read it
  PdfPage* pdf = nullptr;                 ///< … the same
  bool quality = false;   ///< the ocr-quality of every document is wanted, of clean ones too
  HouseStyle house = {};  ///< what a house wants where usage leaves a choice
  bool from_ocr = false;  ///< the text is known to come from OCR: misreadings are to be expected
};

/// A new check by the name a rule file gives; null when checks/ has none of that name. Thread-safe.
std::unique_ptr<Check> MakeCheck(std::string_view name, const CheckServices& services);

/// The names MakeCheck knows, in alphabetical order.
std::vector<std::string_view> CheckNames();

}  // namespace bnlint
