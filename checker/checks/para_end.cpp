// A paragraph is running prose, not a heading, caption or line of verse, when a danda ends a sentence
// inside it. Such a paragraph must end with a mark too; where its last word is one that ends sentences and is
// followed by nothing, a mark is missing. A document in which many do without is verse, or prose broken into lines: silent.

#include <algorithm>
#include <array>

#include "checks/checks.h"
#include "checks/sentence.h"
#include "spelling/lexicon.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kLeastWords = 6;
// What follows the last inner danda must be a sentence of its own, not a byline or a tag.
constexpr size_t kLeastLastWords = 3;
constexpr size_t kMostLastWords = 60;
// Up to this many bare ends are slips; more are if they stay below one in kSlipShare prose paragraphs.
constexpr size_t kSlips = 2;
constexpr size_t kSlipShare = 5;
constexpr size_t kMostHeld = 100;

// The last sentence: its words, and whether it looks like a link, a caption or a list run together.
struct LastSentence {
  size_t words = 0;  // 0 when no danda stands inside the paragraph
  bool prose = true;
};

LastSentence FindLastSentence(const Paragraph& paragraph) {
  static constexpr std::array<std::string_view, 8> kNoProse = {"-", "–", "—", "→",
                                                               "[", "|", "•", "="};
  LastSentence last;
  for (size_t i = paragraph.tokens().size(); i-- > 0;) {
    const Token& token = paragraph.tokens()[i];
    const std::string_view mark = token.In(paragraph.text());
    if (mark == "।" || mark == "॥") return last;
    if (token.Is(TokenKind::kBengali)) ++last.words;
    const bool apart = i > 0 && paragraph.tokens()[i - 1].Is(TokenKind::kSpace);
    last.prose &= !apart || std::find(kNoProse.begin(), kNoProse.end(), mark) == kNoProse.end();
    last.prose &= mark != "ছবি" && mark != "সূত্র";
  }
  last.words = 0;
  return last;
}

// Speech and roles: "- …", "মজনুঃ …".
bool OpensSpeech(const Paragraph& paragraph) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view first = tokens[0].In(text);
  return first == "-" || first == "–" || first == "—" || first.ends_with("ঃ") ||
         (tokens.size() > 1 && tokens[1].In(text) == ":");
}

std::string_view FirstLine(std::string_view text) { return text.substr(0, text.find('\n')); }
// From behind the last line break on; rfind() + 1 is 0 when there is none.
std::string_view LastLine(std::string_view text) { return text.substr(text.rfind('\n') + 1); }

bool AreAdjacent(const Segment& above, const Segment& below) {
  return above.ToSource({0, above.text.size()}).end + 2 >= below.ToSource({0, 0}).begin;
}

// The paragraph ends as a line that an editor broke does: the next line's first word would not have fitted into the width
// of the lines around, and one of them is nearly as long.
bool IsBrokenLine(const Paragraph& paragraph, const Segment& next) {
  constexpr uint64_t kWidest = 120;  // code points; above nobody breaks lines
  constexpr uint64_t kNearly = 75;   // per cent
  const Segment* above = paragraph.previous();
  const std::string_view first = FirstLine(next.text);
  const uint64_t width = CountCodePoints(LastLine(paragraph.text()));
  const uint64_t below = CountCodePoints(first);
  uint64_t before = above != nullptr && AreAdjacent(*above, paragraph.segment())
                        ? CountCodePoints(LastLine(above->text))
                        : 0;
  if (LastLine(paragraph.text()).size() < paragraph.text().size()) {
    before = CountCodePoints(FirstLine(paragraph.text()));
  }
  if (before > kWidest) before = 0;
  const bool fits =
      width + 1 + CountCodePoints(first.substr(0, first.find(' '))) <= std::max(before, below);
  return width < kWidest && !fits && std::max(before, below) * 100 >= width * kNearly;
}

// What stands below goes on with the same thought when it is an address or a number, or the speech that
// this paragraph leads to.
bool GoesOn(const Paragraph& paragraph) {
  const Segment* next = paragraph.next();
  if (next == nullptr || next->text.empty()) return false;
  const std::string_view text = next->text;
  for (const std::string_view opening : {"-", "–", "—", "“", "‘", "\""}) {
    if (text.starts_with(opening)) return true;
  }
  if (text.starts_with("http") || text.starts_with("www.")) return true;
  if (IsDigit(ClassOf(DecodeAt(text, 0).value))) return true;
  // …ছিল ⏎ না।
  if (text.starts_with("না ") || text.starts_with("না।") || text.starts_with("নাই")) return true;
  return AreAdjacent(paragraph.segment(), *next) && IsBrokenLine(paragraph, *next);
}

class ParaEnd final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const Segment& segment = paragraph.segment();
    if (segment.kind != SegmentKind::kParagraph && segment.kind != SegmentKind::kQuote) return;
    const auto last = LastToken(paragraph);
    if (segment.cut_after || !last || CountWords(paragraph) < kLeastWords) return;
    // Only a bare word is a missing end: a comma, a dash, a number or a code span may go on below; a
    // final ঃ is a colon.
    const Token& token = paragraph.tokens()[*last];
    const bool bare = token.Is(TokenKind::kBengali) && !token.In(paragraph.text()).ends_with("ঃ");
    if (!bare) {
      ++prose_;
      return;
    }
    const LastSentence sentence = FindLastSentence(paragraph);
    if (sentence.words < kLeastLastWords || sentence.words > kMostLastWords || !sentence.prose ||
        OpensSpeech(paragraph) || GoesOn(paragraph) ||
        !OftenEndsSentence(token.In(paragraph.text())) ||
        paragraph.Masked(token.span(), findings.rule().masks)) {
      return;
    }
    ++bare_;
    if (held_.size() < kMostHeld) held_.push_back(findings.Make(paragraph, token.span()));
  }

  void Finish(Findings& findings) override {
    if (bare_ > kSlips && bare_ * kSlipShare > prose_ + bare_) return;
    for (Diagnostic& diagnostic : held_) findings.Report(std::move(diagnostic));
  }

 private:
  std::vector<Diagnostic> held_;
  size_t bare_ = 0;
  size_t prose_ = 0;  // paragraphs of prose with an end
};

}  // namespace

std::unique_ptr<Check> MakeParaEnd(const CheckServices& /*services*/) {
  return std::make_unique<ParaEnd>();
}

}  // namespace bnlint
