// Brackets without a partner. A remark may run over several paragraphs, so that an open bracket waits some of them
// for its partner. Faces :-( and numbers of lists ক) ১) have none; what is quoted in a law opens behind a number
// and may close far away.

#include <optional>
#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/sentence.h"
#include "spelling/fold.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr uint64_t kMostParagraphs = 20;
// The number of a list's item closes a bracket only if that opened just before.
constexpr uint64_t kNearParagraphs = 2;
constexpr size_t kMostWaiting = 16;
constexpr size_t kMostDepth = 32;

char Partner(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }
bool IsOpen(std::string_view mark) { return mark == "(" || mark == "[" || mark == "{"; }
bool IsClose(std::string_view mark) { return mark == ")" || mark == "]" || mark == "}"; }

// The mouth of a face: :) ;-( =)) ঃ) ^_^) (: and what follows a mouth.
bool IsMouth(const Around& around) {
  static constexpr std::array<std::string_view, 8> kEyes = {":", ";", "=", "^", "<", "#", "_", "ঃ"};
  static constexpr std::array<std::string_view, 6> kNose = {"-", "'", "o", "~", "*", "_"};
  const auto eyes = [&](std::ptrdiff_t at) {
    return IsOneOf(around.Text(at), kEyes) || around.Text(at).ends_with("ঃ");
  };
  if (eyes(-1) || (IsOneOf(around.Text(-1), kNose) && eyes(-2))) return true;
  return around.Text(1) == ":" || around.Text(1) == ";" || around.Text(1) == "=";
}

// ক) ১) ২ক) iv) এক): the number of an item, however far into the line.
bool NumbersItem(const Around& around) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "এক",  "দুই", "তিন",     "চার", "পাঁচ",   "ছ\u09DF",
      "সাত", "আট", "ন\u09DF", "দশ",  "প্রথমত", "দ্বিতী\u09DFত"};
  constexpr uint64_t kShort = 2;
  constexpr uint64_t kRoman = 4;
  int at = around.IsBlank(-1) ? -2 : -1;
  if (around.Is(at, TokenKind::kNumber)) return true;
  const std::string_view word = around.Text(at);
  const bool item = (around.Is(at, TokenKind::kBengali) && CountCodePoints(word) <= kShort) ||
                    (around.Is(at, TokenKind::kLatin) && word.size() <= kRoman) ||
                    IsOneOf(Fold(word), kWords);
  if (!item) return false;
  if (around.Is(at, TokenKind::kBengali) && CountCodePoints(word) == 1) return true;
  // Behind it a blank, the text's edge or a number (২ক); "ভুল না)" is no item.
  if (around.Is(at - 1, TokenKind::kNumber)) return true;
  if (around.At(at - 1) == nullptr) return true;
  static constexpr std::array<std::string_view, 10> kEnds = {"।", ";", ",", ":", "-",
                                                             ".", "!", "?", "ও", "এবং"};
  if (IsOneOf(around.Text(at - 1), kEnds)) return true;
  return around.Is(at - 1, TokenKind::kSpace) &&
         (around.At(at - 2) == nullptr || around.At(at - 1)->Has(kHasLineBreak) ||
          IsOneOf(around.Text(at - 2), kEnds) || !around.Is(at, TokenKind::kBengali));
}

// …করিবে।] at the end of a paragraph: what was put into a law ends here; it began paragraphs ago.
bool EndsProvision(const Around& around) {
  static constexpr std::array<std::string_view, 3> kEnds = {"।", ";", ":"};
  return IsOneOf(around.Text(-1), kEnds) && around.At(1) == nullptr;
}

struct Open {
  size_t token = 0;
  char mark = '(';
  bool told = true;  // false for a law's quotation, which is not told
};

class UnbalancedBracket final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ++paragraphs_;
    if (paragraph.segment().cut_before || paragraph.segment().cut_after) return;
    Expire(findings);
    if (!paragraph.Has(trait::kBracket)) return;
    std::vector<Open> open;
    for (const size_t i : paragraph.marks()) {
      const std::string_view mark = paragraph.tokens()[i].In(paragraph.text());
      if (!IsOpen(mark) && !IsClose(mark)) continue;
      // Those of an address balance with those around it.
      if (paragraph.Masked(paragraph.tokens()[i].span(), kMaskCode)) continue;
      if (IsOpen(mark)) {
        TakeOpen(paragraph, i, open);
      } else {
        TakeClose(paragraph, i, open, findings);
      }
    }
    // A text that was cut off does not close its brackets.
    if (!open.empty() && !IsCutShort(paragraph)) WaitFor(paragraph, open, findings);
  }

  void Finish(Findings& findings) override {
    // One paragraph alone is an excerpt: its remark may begin or end outside.
    if (paragraphs_ > 1 || !edge_) {
      for (Waiting& waiting : waiting_) findings.Report(std::move(waiting.finding));
      if (only_) findings.Report(std::move(*only_));
    }
  }

 private:
  struct Waiting {
    Diagnostic finding;
    char mark;
    uint64_t since;  // paragraph
  };

  void TakeOpen(const Paragraph& paragraph, size_t index, std::vector<Open>& open) {
    const Around around(paragraph, index);
    if (open.size() >= kMostDepth) return;
    const bool mouth = IsMouth(around);
    const bool law = around.Text(0) == "[" && around.Is(-1, TokenKind::kNumber);
    const bool escape = around.Text(-1) == "\x1B";  // of a terminal
    law_ = law_ || law;
    open.push_back({index, around.Text(0)[0], !mouth && !law && !escape});
  }

  void TakeClose(const Paragraph& paragraph, size_t index, std::vector<Open>& open,
                 Findings& findings) {
    const Around around(paragraph, index);
    const char mark = around.Text(0)[0];
    if (!open.empty() && Partner(open.back().mark) == mark) {
      open.pop_back();
      return;
    }
    if (IsMouth(around)) return;
    const bool item = mark == ')' && NumbersItem(around);
    if (!open.empty() && (!item || !HasWords(paragraph, open.back().token, index))) {
      ReportMixed(paragraph, open.back(), index, findings);
      open.pop_back();
      return;
    }
    if (CloseWaiting(mark, item ? kNearParagraphs : kMostParagraphs) || item) return;
    if (mark == ']' && (law_ || EndsProvision(around))) return;
    // ")))" repeats a mouth or an unmatched bracket.
    if (IsClose(around.Text(-1))) return;
    ReportClose(paragraph, index, findings);
  }

  // True when `mark` closes a bracket that opened up to so many paragraphs ago.
  bool CloseWaiting(char mark, uint64_t paragraphs) {
    const auto found =
        std::find_if(waiting_.rbegin(), waiting_.rend(), [&](const Waiting& waiting) {
          return Partner(waiting.mark) == mark && waiting.since + paragraphs >= paragraphs_;
        });
    if (found == waiting_.rend()) return false;
    waiting_.erase(std::next(found).base());
    return true;
  }

  static bool HasWords(const Paragraph& paragraph, size_t open, size_t close) {
    const auto inside = paragraph.tokens().subspan(open, close - open);
    return std::any_of(inside.begin(), inside.end(),
                       [](const Token& token) { return token.Is(TokenKind::kBengali); });
  }

  // An opening bracket and a closing one of another kind: [0, 1) is mathematics unless there are Bengali words in it.
  static void ReportMixed(const Paragraph& paragraph, const Open& open, size_t close,
                          Findings& findings) {
    if (!HasWords(paragraph, open.token, close) || !open.told) return;
    const Span span = paragraph.tokens()[close].span();
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, span, {{"kind", "mixed", true}});
    findings.AddFix(finding, paragraph, span, std::string(1, Partner(open.mark)));
    findings.Report(std::move(finding));
  }

  void ReportClose(const Paragraph& paragraph, size_t index, Findings& findings) {
    const Span span = paragraph.tokens()[index].span();
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, span, {{"kind", "close", true}});
    if (paragraphs_ == 1 && !only_) {
      only_ = std::move(finding);
      edge_ = edge_ || index + 2 >= paragraph.tokens().size();
    } else {
      findings.Report(std::move(finding));
    }
  }

  void WaitFor(const Paragraph& paragraph, const std::vector<Open>& open, Findings& findings) {
    for (const Open& bracket : open) {
      const Span span = paragraph.tokens()[bracket.token].span();
      if (!bracket.told || paragraph.Masked(span, findings.rule().masks)) continue;
      if (paragraphs_ == 1 && bracket.token == 0) edge_ = true;
      waiting_.push_back(
          {findings.Make(paragraph, span, {{"kind", "open", true}}), bracket.mark, paragraphs_});
      if (waiting_.size() <= kMostWaiting) continue;
      findings.Report(std::move(waiting_.front().finding));
      waiting_.erase(waiting_.begin());
    }
  }

  void Expire(Findings& findings) {
    if (only_ && paragraphs_ > 1) {
      findings.Report(std::move(*only_));
      only_.reset();
    }
    while (!waiting_.empty() && waiting_.front().since + kMostParagraphs < paragraphs_) {
      findings.Report(std::move(waiting_.front().finding));
      waiting_.erase(waiting_.begin());
    }
  }

  std::vector<Waiting> waiting_;    // oldest first
  std::optional<Diagnostic> only_;  // a stray close of the first paragraph
  bool edge_ = false;               // the first paragraph opens or ends with its stray bracket
  bool law_ = false;                // has quotations that open behind a number
  uint64_t paragraphs_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeUnbalancedBracket(const CheckServices& /*services*/) {
  return std::make_unique<UnbalancedBracket>();
}

}  // namespace bnlint
