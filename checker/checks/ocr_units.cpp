// What OCR has misread, as the page reader judges it (ocr/page_reader.h): words in ocr-confusion, everything else in
// ocr-garbage. How sure one must be depends on whether the text is known to come from OCR.

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "checks/checks.h"
#include "ocr/guesses.h"
#include "spelling/fold.h"
#include "spelling/word_list.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

using ocr::JudgedUnit;
using ocr::Signal;
using ocr::UnitKind;

// The probabilities from which a unit is told. Of text from OCR, the one with the best F1 on pages of our own making;
// on a page that is nearly clean most that looks odd is a name, so more is asked for.
constexpr float kFromOcr = 0.30F;
constexpr float kFromCleanOcr = 0.35F;
constexpr double kCleanPage = 0.97;
// Of other text, what happens in none of ten thousand right words, with two signals that say so.
constexpr float kOtherwise = 0.95F;
constexpr int kSignalsOtherwise = 2;
// A signal speaks that multiplies the odds by more than this many e.
constexpr float kSpeaks = 0.7F;
constexpr size_t kMostSignals = 3;
constexpr size_t kMostSuggestions = 3;
// So many Latin words in a row are a sentence that was written so; so far one looks for them.
constexpr size_t kLatinSentence = 4;
constexpr size_t kFarthest = 12;

class OcrUnits final : public Check {
 public:
  OcrUnits(const CheckServices& services, bool words) : services_(services), words_(words) {}

  [[nodiscard]] bool ReadsPage() const override { return true; }

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const float least = Least();
    for (const JudgedUnit& unit : services_.page->Paragraph(paragraph.index())) {
      if (unit.probability < least) continue;  // nearly all units end here
      const bool is_word = unit.unit.kind == UnitKind::kWord && unit.facts.word != nullptr;
      if (is_word != words_ || IsExcused(paragraph, unit)) continue;
      if (unit.unit.kind == UnitKind::kLatin && IsInLatinSentence(paragraph.tokens(), unit.unit)) {
        continue;
      }
      Report(paragraph, unit, findings);
    }
  }

 private:
  [[nodiscard]] float Least() const {
    if (!services_.from_ocr) return kOtherwise;
    return services_.page->block().Score() > kCleanPage ? kFromCleanOcr : kFromOcr;
  }

  [[nodiscard]] bool IsExcused(const Paragraph& paragraph, const JudgedUnit& unit) const {
    if (unit.facts.word == nullptr) return false;
    // What is outside the syllable grammar has rules of its own, some with a safe fix.
    if (!services_.from_ocr && unit.facts.word->faulty) return true;
    const std::string_view word = paragraph.tokens()[unit.facts.token].In(paragraph.text());
    // A letter by itself is shown, listed or an initial more often than misread.
    if (!services_.from_ocr && CountAksharas(word) <= 1) return true;
    return services_.words != nullptr && services_.words->Accepts(word);
  }

  // Bengali that was read into Latin letters seldom makes several words in a row.
  static bool IsInLatinSentence(std::span<const Token> tokens, const ocr::Unit& unit) {
    size_t words = 1;
    const auto goes_on = [&](const Token& token) {
      if (token.kind == TokenKind::kLatin && token.end - token.begin > 1) ++words;
      return words < kLatinSentence &&
             (token.kind == TokenKind::kLatin || token.kind == TokenKind::kSpace ||
              token.kind == TokenKind::kPunctuation);
    };
    for (size_t i = unit.last; i < std::min(tokens.size(), unit.last + kFarthest); ++i) {
      if (!goes_on(tokens[i])) break;
    }
    for (size_t i = unit.first; i > 0 && unit.first - i < kFarthest; --i) {
      if (!goes_on(tokens[i - 1])) break;
    }
    return words >= kLatinSentence;
  }

  void Report(const Paragraph& paragraph, const JudgedUnit& unit, Findings& findings) const {
    // The signals that speak loudest.
    const auto says = services_.page->weights().Contributions(unit.facts.features);
    std::vector<std::pair<float, size_t>> loud;
    for (size_t i = 1; i < says.size(); ++i) {
      if (says[i] > kSpeaks) loud.emplace_back(-says[i], i);
    }
    std::sort(loud.begin(), loud.end());
    if (!services_.from_ocr && loud.size() < kSignalsOtherwise) return;

    const bool by_shape = !loud.empty() && loud[0].second == static_cast<size_t>(Signal::kShape);
    Span span{unit.unit.begin, unit.unit.end};
    if (words_ && !by_shape) span = paragraph.tokens()[unit.facts.token].span();
    const auto percent = static_cast<int>(100 * unit.probability);
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"percent", std::to_string(percent)}});
    for (size_t i = 0; i < std::min(loud.size(), kMostSignals); ++i) {
      diagnostic.args.push_back({"signal" + std::to_string(i + 1),
                                 std::string(NameOf(static_cast<Signal>(loud[i].second))), true});
    }
    AddDash(paragraph, unit, findings, diagnostic);
    if (words_) {
      AddSuggestions(paragraph, unit, findings, diagnostic);
    } else if (IsStain(paragraph, unit.unit)) {
      findings.AddFix(diagnostic, paragraph, WithItsBlank(paragraph, unit.unit), "",
                      FixSafety::kUnsafe);
    }
    findings.Report(std::move(diagnostic));
  }

  // A long dash is read as hyphens and low lines: হলে-_.
  static void AddDash(const Paragraph& paragraph, const JudgedUnit& unit, const Findings& findings,
                      Diagnostic& diagnostic) {
    const std::string_view text = paragraph.text().substr(0, unit.unit.end);
    const size_t low_line = text.find('_', unit.unit.begin);
    if (low_line == std::string_view::npos) return;
    const size_t before = text.find_last_not_of("-_", low_line);
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const size_t end = std::min(text.find_first_not_of("-_", low_line), text.size());
    if (begin < unit.unit.begin || end - begin < 2 || end - begin == text.size()) return;
    // Low lines alone set words off in Markdown and fill blanks in forms.
    if (text.substr(begin, end - begin).find('-') == std::string_view::npos) return;
    findings.AddFix(diagnostic, paragraph, {begin, end}, "\u2014", FixSafety::kUnsafe);
  }

  // A stain or a rule beside the text; stars part sections and call notes, and signs of a formula may be meant. Other
  // junk may stand for a word, or a mark for another, and shows where it is lost.
  static bool IsStain(const Paragraph& paragraph, const ocr::Unit& unit) {
    const std::string_view text = paragraph.text().substr(unit.begin, unit.end - unit.begin);
    return unit.kind == UnitKind::kMarks &&
           text.find_first_not_of("|_~^\\`.") == std::string_view::npos &&
           text.find_first_not_of('.') != std::string_view::npos;
  }

  // The unit and the blank behind it or, at the end of a line, before it; alone on its line, with the line's end.
  static Span WithItsBlank(const Paragraph& paragraph, const ocr::Unit& unit) {
    const auto& tokens = paragraph.tokens();
    const bool first = unit.first == 0;
    const bool last = unit.last >= tokens.size();
    const bool behind = !last && (!tokens[unit.last].Has(kHasLineBreak) || first ||
                                  tokens[unit.first - 1].Has(kHasLineBreak));
    if (behind) return {unit.begin, tokens[unit.last].end};
    if (!first) return {tokens[unit.first - 1].begin, unit.end};
    return {unit.begin, unit.end};
  }

  void AddSuggestions(const Paragraph& paragraph, const JudgedUnit& unit, const Findings& findings,
                      Diagnostic& diagnostic) const {
    const Token& token = paragraph.tokens()[unit.facts.token];
    const std::string_view word = token.In(paragraph.text());
    std::string all;
    // A look-alike of the danda behind the word may be its last letter: ব৷ for বা.
    const std::string longer = std::string(word) + "\u09BE";
    if (paragraph.text().substr(token.end).starts_with("\u09F7") &&
        services_.speller->IsCommon(longer)) {
      const Span both{token.begin, token.end + std::string_view("\u09F7").size()};
      findings.AddFix(diagnostic, paragraph, both, longer, FixSafety::kUnsafe);
      all = longer;
    }
    for (const std::string& guess :
         ocr::Guesses(word, unit.facts, kMostSuggestions, services_.suggest)) {
      if (diagnostic.fixes.size() == kMostSuggestions) break;
      findings.AddFix(diagnostic, paragraph, token.span(), InFormOf(guess, word),
                      FixSafety::kUnsafe);
      all += (all.empty() ? "" : ", ") + guess;
    }
    if (!all.empty()) diagnostic.args.push_back({"suggestions", std::move(all)});
  }

  const CheckServices services_;
  const bool words_;
};

}  // namespace

std::unique_ptr<Check> MakeOcrConfusion(const CheckServices& services) {
  return std::make_unique<OcrUnits>(services, true);
}
std::unique_ptr<Check> MakeOcrGarbage(const CheckServices& services) {
  return std::make_unique<OcrUnits>(services, false);
}

}  // namespace bnlint
