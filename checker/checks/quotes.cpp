// Balance of double quotation marks over paragraphs. A quotation may run over several: each may open
// again, the last one closes. So an open mark waits some paragraphs for its partner; what never finds
// one is reported where it stands. Single marks are not counted, for ’ is an apostrophe too; doubled
// they are a double mark (‘‘ ’’), and where a double mark lacks its partner a single one may be it.

#include <optional>

#include "checks/checks.h"
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
  bool edge = false;  // the first or last thing of the paragraph
};

// The quotation mark at token `i`, which moves past the second half of a doubled one.
Found MarkAt(const Paragraph& paragraph, size_t& i) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view mark = tokens[i].In(text);
  Found found{Mark::kNone, tokens[i].span(), i == 0 || i + 1 == tokens.size()};
  if (mark == "“" || mark == "„") found.mark = Mark::kOpen;
  if (mark == "”") found.mark = Mark::kClose;
  // 5" is a measure.
  if (mark == "\"" && (i == 0 || !tokens[i - 1].Is(TokenKind::kNumber)))
    found.mark = Mark::kStraight;
  if (mark != "‘" && mark != "’") return found;
  if (i + 1 < tokens.size() && tokens[i + 1].In(text) == mark) {
    found.mark = mark == "‘" ? Mark::kOpen : Mark::kClose;
    found.span.end = tokens[++i].end;
    return found;
  }
  const bool ends_word =
      tokens[i].end >= text.size() || !IsWordLike(ClassOf(DecodeAt(text, tokens[i].end).value));
  if (mark == "’" && ends_word) found.mark = Mark::kSingleClose;
  return found;
}

// What a paragraph leaves unmatched.
struct Balance {
  std::optional<Found> open;
  std::optional<Found> close;
  std::optional<Found> straight;  // the last of an odd number
  std::optional<Found> single;    // a ’ behind the last unmatched mark that opens
};

Balance Weigh(const Paragraph& paragraph, uint8_t masks, bool goes_on) {
  Balance balance;
  int depth = 0;
  int singles_open = 0;
  bool odd = false;
  for (size_t i = 0; i < paragraph.tokens().size(); ++i) {
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
        } else if (!balance.close) {
          balance.close = found;
        }
        break;
      case Mark::kStraight:
        odd = !odd;
        balance.straight = found;
        balance.single.reset();
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
  if (!odd) balance.straight.reset();
  return balance;
}

class Quotes final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ++paragraphs_;
    if (paragraph.segment().cut_before || paragraph.segment().cut_after) return;
    if (waiting_ && ++age_ > kMostParagraphs) Expire(findings);
    // Quotation marks stand around Latin words too.
    const auto masks = static_cast<uint8_t>(findings.rule().masks & ~unsigned{kMaskLatin});
    const Balance balance = Weigh(paragraph, masks, waiting_.has_value());
    if (balance.straight && balance.open.has_value() != balance.close.has_value()) {
      ReportMixed(paragraph, balance.straight->span, balance.open ? "”" : "“", findings);
    } else if (balance.single && (balance.open || balance.straight) && !waiting_) {
      ReportMixed(paragraph, balance.single->span, balance.open ? "”" : "\"", findings);
    } else if (waiting_ && (balance.close || balance.straight)) {
      waiting_.reset();
      if (balance.open) Wait(paragraph, *balance.open, findings);
    } else if (balance.close) {
      Report(paragraph, *balance.close, findings);
    } else if (balance.open || balance.straight) {
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

  void Wait(const Paragraph& paragraph, const Found& found, const Findings& findings) {
    waiting_ = Make(paragraph, found.span, "open", findings);
    waiting_edge_ = found.edge;
    age_ = 0;
  }

  // A mark that closes nothing; of the first paragraph only once it is known not to be the only one.
  void Report(const Paragraph& paragraph, const Found& found, Findings& findings) {
    Diagnostic diagnostic = Make(paragraph, found.span, "close", findings);
    if (paragraphs_ == 1) {
      only_ = std::move(diagnostic);
      only_edge_ = found.edge;
      return;
    }
    findings.Report(std::move(diagnostic));
  }

  static void ReportMixed(const Paragraph& paragraph, Span span, std::string_view partner,
                          Findings& findings) {
    Diagnostic diagnostic = Make(paragraph, span, "mixed", findings);
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
