// Balance of double quotation marks over paragraphs. A quotation may run over several: each may open
// again, the last one closes. So an open mark waits some paragraphs for its partner; what never finds
// one is reported where it stands. Single marks are not counted, for ’ is an apostrophe too; doubled
// they are a double mark (‘‘ ’’ ''), and where a double mark lacks its partner a single one may be it.

#include <optional>
#include <vector>

#include "checks/checks.h"
#include "checks/sentence.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// A quotation that has not closed by then has lost its mark. Laws quote whole schedules.
constexpr int kMostParagraphs = 40;

enum class Mark : uint8_t { kNone, kOpen, kClose, kStraight, kSingleClose };

struct Found {
  Mark mark = Mark::kNone;
  Span span;
  bool opens = false;   // of a straight mark: it stands behind a blank and before a word
  bool closes = false;  // … behind a word or mark and before a blank
};

// শত্র“ ফেব্র“য়ারি: what a converter left of a vowel sign behind a cluster is no quotation mark.
bool IsResidue(const Paragraph& paragraph, size_t index) {
  const std::string_view text = paragraph.text();
  const Token& token = paragraph.tokens()[index];
  if (index == 0 || !paragraph.tokens()[index - 1].Is(TokenKind::kBengali)) return false;
  return text.substr(0, token.begin).ends_with("্র") ||
         (index + 1 < paragraph.tokens().size() &&
          paragraph.tokens()[index + 1].Is(TokenKind::kBengali));
}

bool TouchesBengali(const Paragraph& paragraph, size_t first, size_t last) {
  const auto tokens = paragraph.tokens();
  return (first > 0 && tokens[first - 1].Is(TokenKind::kBengali)) ||
         (last + 1 < tokens.size() && tokens[last + 1].Is(TokenKind::kBengali));
}

bool IsSingle(std::string_view mark) { return mark == "‘" || mark == "’" || mark == "'"; }

// The quotation mark at token `i`, which moves past the second half of a doubled one.
Found MarkAt(const Paragraph& paragraph, size_t& i) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view mark = tokens[i].In(text);
  Found found{Mark::kNone, tokens[i].span()};
  if ((mark == "“" && !IsResidue(paragraph, i)) || mark == "„") found.mark = Mark::kOpen;
  if (mark == "”") found.mark = Mark::kClose;
  // 5" is a measure.
  const bool measure =
      i > 0 && tokens[i - 1].Is(TokenKind::kNumber) && (i == 1 || tokens[i - 2].In(text) != mark);
  if (mark == "\"" && !measure) found.mark = Mark::kStraight;
  const bool after_blank = i == 0 || tokens[i - 1].Is(TokenKind::kSpace);
  const bool before_blank = i + 1 >= tokens.size() || tokens[i + 1].Is(TokenKind::kSpace);
  found.opens = after_blank && !before_blank;
  found.closes = !after_blank && before_blank;
  if (!IsSingle(mark)) return found;
  if (i + 1 < tokens.size() && IsSingle(tokens[i + 1].In(text))) {
    const std::string_view second = tokens[i + 1].In(text);
    const bool opens =
        i == 0 || tokens[i - 1].Is(TokenKind::kSpace) || (mark == "‘" && second == "‘");
    found.mark = opens ? Mark::kOpen : Mark::kClose;
    // '' is a straight mark in prose, and an empty text in code.
    if (mark == "'" && second == "'")
      found.mark = TouchesBengali(paragraph, i, i + 1) ? Mark::kStraight : Mark::kNone;
    found.span.end = tokens[++i].end;
    return found;
  }
  const bool ends_word =
      tokens[i].end >= text.size() || !IsWordLike(ClassOf(DecodeAt(text, tokens[i].end).value));
  if (mark == "’" && ends_word) found.mark = Mark::kSingleClose;
  return found;
}

// A mark that pairs with one of another kind, and the mark that it should be.
struct Mixed {
  Span span;
  std::string_view partner;
};

// What a paragraph leaves unmatched.
struct Balance {
  std::optional<Found> open;
  std::optional<Found> close;
  std::optional<Found> straight;  // one of an odd number
  std::optional<Found> single;    // a ’ behind the last unmatched mark that opens
  std::vector<Mixed> mixed;
};

Balance Weigh(const Paragraph& paragraph, uint8_t masks, bool goes_on) {
  Balance balance;
  std::optional<Found> first_straight;
  int depth = 0;
  int singles_open = 0;
  bool odd = false;
  for (size_t i = 0; i < paragraph.tokens().size(); ++i) {
    const size_t begin = i;
    const bool first = i == 0;
    if (paragraph.tokens()[i].In(paragraph.text()) == "‘") ++singles_open;
    const Found found = MarkAt(paragraph, i);
    if (found.mark == Mark::kNone || paragraph.Masked(found.span, masks)) continue;
    switch (found.mark) {
      case Mark::kOpen:
        // A quotation that goes on opens each paragraph again.
        if (first && goes_on) break;
        if (depth++ == 0) balance.open = found;
        balance.single.reset();
        break;
      case Mark::kClose:
        if (depth > 0) {
          --depth;
        } else if (odd) {
          odd = false;
          balance.mixed.push_back({balance.straight->span, "“"});
        } else if (!balance.close) {
          balance.close = found;
        }
        break;
      case Mark::kStraight:
        balance.single.reset();
        if (!odd && depth > 0 && !first && !paragraph.tokens()[begin - 1].Is(TokenKind::kSpace)) {
          --depth;
          balance.mixed.push_back({found.span, "”"});
          break;
        }
        odd = !odd;
        balance.straight = found;
        if (!first_straight) first_straight = found;
        break;
      default:
        if (singles_open > 0) {
          --singles_open;
        } else {
          balance.single = found;
        }
    }
  }
  if (depth == 0) balance.open.reset();
  // Where the first closes what an earlier paragraph opened, the others are pairs.
  if (odd && first_straight->closes) balance.straight = first_straight;
  if (!odd) balance.straight.reset();
  return balance;
}

class Quotes final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ++paragraphs_;
    if (paragraph.segment().cut_before || paragraph.segment().cut_after) return;
    if (waiting_ && ++age_ > kMostParagraphs) Expire(findings);
    if (!paragraph.Has(trait::kQuote)) return;
    // Quotation marks stand around Latin words too.
    const auto masks = static_cast<uint8_t>(findings.rule().masks & ~unsigned{kMaskLatin});
    const Balance balance = Weigh(paragraph, masks, waiting_.has_value());
    for (const Mixed& mixed : balance.mixed) {
      ReportMixed(paragraph, mixed.span, mixed.partner, findings);
    }
    if (balance.straight && balance.open.has_value() != balance.close.has_value()) {
      ReportMixed(paragraph, balance.straight->span, balance.open ? "”" : "“", findings);
    } else if (balance.single && (balance.open || balance.straight) && !waiting_) {
      ReportMixed(paragraph, balance.single->span, balance.open ? "”" : "\"", findings);
    } else if (balance.straight && balance.straight->opens && waiting_ && !balance.close) {
      // Not what the open quotation waits for, unless it goes on here.
      if (balance.straight->span.begin == 0) return;
      Expire(findings);
      Wait(paragraph, *balance.straight, findings);
    } else if (waiting_ && (balance.close || balance.straight)) {
      waiting_.reset();
      if (balance.open) Wait(paragraph, *balance.open, findings);
    } else if (balance.close || (balance.straight && balance.straight->closes)) {
      Report(paragraph, balance.close ? *balance.close : *balance.straight, findings);
    } else if ((balance.open || balance.straight) && !IsCutShort(paragraph)) {
      if (!waiting_) Wait(paragraph, balance.open ? *balance.open : *balance.straight, findings);
      age_ = 0;
    }
  }

  void Finish(Findings& findings) override {
    // One paragraph alone is an excerpt: its quotation may begin or end outside.
    if (paragraphs_ == 1 && only_.has_value() && !only_edge_) findings.Report(std::move(*only_));
    if (paragraphs_ == 1 && waiting_edge_) waiting_.reset();
    Expire(findings);
  }

 private:
  static Diagnostic Make(const Paragraph& paragraph, Span span, std::string_view kind,
                         const Findings& findings) {
    return findings.Make(paragraph, span, {{"kind", std::string(kind), true}});
  }

  // Of a paragraph that stands alone: the quotation may have begun before its first sentence or end behind its last.
  static bool MayGoBeyond(const Paragraph& paragraph, Span mark, bool opens) {
    if (opens ? mark.begin == 0 : mark.end == paragraph.text().size()) return true;
    size_t ends = 0;
    for (const Token& token : paragraph.tokens()) {
      if (!EndsSentence(token.In(paragraph.text()))) continue;
      // The end right before a closing mark is the quotation's own.
      ends += (opens ? token.begin >= mark.end : token.end < mark.begin) ? 1 : 0;
    }
    return ends <= (opens ? 1U : 0U);
  }

  void Wait(const Paragraph& paragraph, const Found& found, const Findings& findings) {
    waiting_ = Make(paragraph, found.span, "open", findings);
    waiting_edge_ = MayGoBeyond(paragraph, found.span, true) ||
                    (found.mark == Mark::kStraight && MayGoBeyond(paragraph, found.span, false));
    age_ = 0;
  }

  // …হইবে।”। ends what a law puts into another; it began paragraphs ago.
  static bool EndsProvision(const Paragraph& paragraph, Span mark) {
    const std::string_view text = paragraph.text();
    return text.substr(0, mark.begin).ends_with("।") && text.substr(mark.end).starts_with("।");
  }

  // A mark that closes nothing; of the first paragraph only once it is known not to be the only one.
  void Report(const Paragraph& paragraph, const Found& found, Findings& findings) {
    if (EndsProvision(paragraph, found.span)) return;
    Diagnostic diagnostic = Make(paragraph, found.span, "close", findings);
    if (paragraphs_ == 1) {
      only_ = std::move(diagnostic);
      only_edge_ = MayGoBeyond(paragraph, found.span, false);
      return;
    }
    findings.Report(std::move(diagnostic));
  }

  static void ReportMixed(const Paragraph& paragraph, Span span, std::string_view partner,
                          Findings& findings) {
    // Nobody is misled by it.
    Diagnostic diagnostic = Make(paragraph, span, "mixed", findings);
    diagnostic.severity = Severity::kInfo;
    findings.AddFix(diagnostic, paragraph, span, std::string(partner));
    findings.Report(std::move(diagnostic));
  }

  void Expire(Findings& findings) {
    if (only_ && paragraphs_ > 1) findings.Report(std::move(*only_));
    only_.reset();
    if (waiting_) findings.Report(std::move(*waiting_));
    waiting_.reset();
  }

  std::optional<Diagnostic> waiting_;  // the first mark that opened and has not closed
  std::optional<Diagnostic> only_;     // a stray close of the first paragraph
  bool waiting_edge_ = false;
  bool only_edge_ = false;
  int age_ = 0;  // paragraphs since the quotation last opened
  uint64_t paragraphs_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeQuotes(const CheckServices& /*services*/) {
  return std::make_unique<Quotes>();
}

}  // namespace bnlint
