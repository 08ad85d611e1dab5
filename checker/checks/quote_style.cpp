// Which double quotation marks a text writes: “ ” or ". The kind that its house does not want, or, where the house has
// no wish, the rarer kind of a text with both. Which way a straight mark turns is read off its sides; a paragraph in which
// they do not open and close in turn gets no fix, so that no pair ends up with two different halves.

#include <array>
#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"

namespace bnlint {
namespace {

// Held until the document's habit is known; further ones count, but have no place of their own.
constexpr size_t kMostHeld = 500;

// A straight mark and the curly one that should stand there.
struct Straight {
  size_t token;
  std::string_view curly;  // empty when its sides do not tell
};

// “ behind a blank, a dash or an opening bracket and before a word; ” behind a word or mark and before a blank or mark.
std::string_view CurlyFor(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const auto opens_after = [&](std::string_view before) {
    return before == "(" || before == "[" || before == "—" || before == "–" || before == "‘";
  };
  const auto ends_before = [&](std::string_view behind) {
    static constexpr std::array<std::string_view, 11> kMarks = {"।", ",", ";", ".", "?", "!",
                                                                ")", "]", "—", "–", "’"};
    return IsOneOf(behind, kMarks);
  };
  const bool free_before = index == 0 || tokens[index - 1].Is(TokenKind::kSpace) ||
                           opens_after(tokens[index - 1].In(text));
  const bool free_behind = index + 1 == tokens.size() || tokens[index + 1].Is(TokenKind::kSpace) ||
                           ends_before(tokens[index + 1].In(text));
  if (free_before == free_behind) return {};
  return free_before ? "“" : "”";
}

std::vector<Straight> StraightMarks(const Paragraph& paragraph, uint8_t masks) {
  std::vector<Straight> marks;
  if (paragraph.text().find('"') == std::string_view::npos) return marks;
  const auto tokens = paragraph.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].In(paragraph.text()) != "\"") continue;
    // 5" is a measure.
    const bool measure = i > 0 && tokens[i - 1].Is(TokenKind::kNumber) && marks.size() % 2 == 0;
    if (measure || paragraph.Masked(tokens[i].span(), masks)) continue;
    marks.push_back({i, CurlyFor(paragraph, i)});
  }
  return marks;
}

bool InTurn(const std::vector<Straight>& marks) {
  for (size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].curly != (i % 2 == 0 ? "“" : "”")) return false;
  }
  return marks.size() % 2 == 0;
}

class QuoteStyle final : public Check {
 public:
  explicit QuoteStyle(const CheckServices& services)
      : all_edits_(services.all_edits), house_(services.house.quotes) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    // Quotation marks stand around Latin words too.
    const auto masks = static_cast<uint8_t>(findings.rule().masks & ~unsigned{kMaskLatin});
    if (house_ != HouseStyle::Quotes::kStraight) VisitStraight(paragraph, masks, findings);
    if (house_ != HouseStyle::Quotes::kCurly) VisitCurly(paragraph, masks, findings);
  }

  void Finish(Findings& findings) override {
    if (house_ == HouseStyle::Quotes::kConsistent) {
      // As many of both may be quotations within quotations.
      constexpr uint64_t kClearly = 2;
      if (straight_.count * kClearly <= curly_.count) return Tell(straight_, findings);
      if (curly_.count * kClearly <= straight_.count) Tell(curly_, findings);
    } else {
      Tell(straight_, findings);
      Tell(curly_, findings);
    }
  }

 private:
  struct Kind {
    std::vector<Diagnostic> held;
    uint64_t count = 0;
  };

  void VisitStraight(const Paragraph& paragraph, uint8_t masks, const Findings& findings) {
    const std::vector<Straight> marks = StraightMarks(paragraph, masks);
    const bool certain = InTurn(marks);
    for (const Straight& mark : marks) {
      Hold(straight_, paragraph, mark.token, certain ? mark.curly : "", findings);
    }
  }

  void VisitCurly(const Paragraph& paragraph, uint8_t masks, const Findings& findings) {
    const auto tokens = paragraph.tokens();
    if (paragraph.text().find("\xE2\x80\x9C") == std::string_view::npos &&
        paragraph.text().find("\xE2\x80\x9D") == std::string_view::npos) {
      return;
    }
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view mark = tokens[i].In(paragraph.text());
      if ((mark == "“" || mark == "”") && !paragraph.Masked(tokens[i].span(), masks)) {
        Hold(curly_, paragraph, i, "\"", findings);
      }
    }
  }

  void Hold(Kind& kind, const Paragraph& paragraph, size_t token, std::string_view better,
            const Findings& findings) const {
    ++kind.count;
    if (kind.held.size() >= kMostHeld && !all_edits_) return;
    const Span span = paragraph.tokens()[token].span();
    Diagnostic diagnostic = findings.Make(paragraph, span);
    if (!better.empty()) findings.AddFix(diagnostic, paragraph, span, std::string(better));
    kind.held.push_back(std::move(diagnostic));
  }

  static void Tell(Kind& kind, Findings& findings) {
    if (kind.held.empty()) return;
    if (kind.count == 1) return findings.Report(std::move(kind.held.front()));
    Diagnostic whole = Merged(std::move(kind.held));
    whole.args = {{"count", std::to_string(kind.count)}};
    findings.Report(std::move(whole));
  }

  const bool all_edits_;
  const HouseStyle::Quotes house_;
  Kind straight_;
  Kind curly_;
};

}  // namespace

std::unique_ptr<Check> MakeQuoteStyle(const CheckServices& services) {
  return std::make_unique<QuoteStyle>(services);
}

}  // namespace bnlint
