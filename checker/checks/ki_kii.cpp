// কি asks for yes or no, কী for a thing (কী চাই, কী হলো). কি is wrong where it can only be the thing: before করা, হওয়া, বলা
// and their like at the end of a clause with no other question, doubled (কী কী), and in কীভাবে, কীসের, কীরকম.

#include <algorithm>
#include <array>
#include <string>

#include "checks/checks.h"
#include "checks/stateless.h"
#include "checks/word_run.h"

namespace bnlint {
namespace {

constexpr std::string_view kKi = "কি";
// Words that begin with কি for কী; as they are written, without their endings.
constexpr std::array<std::string_view, 8> kCompounds = {"কিভাবে", "কিসের", "কিসে",   "কিরকম",
                                                        "কিরূপ",   "কিজন্য", "কিসেরই", "কিসেও"};
// What follows the কী of a thing: কী করে, কী কারণে, কী যে …
constexpr std::array<std::string_view, 30> kAfterThing = {
    "করে",    "করছে", "করছ",  "করছেন", "করব",   "করবে", "করবেন", "করব?", "করা",   "করতে",
    "করলে",   "করেন", "করি",  "কারণে", "হয়েছে", "হবে",  "হলো",   "হচ্ছে", "ধরনের", "রকম",
    "পরিমাণ", "বলব",  "বলছে", "বলছেন", "বলবে",  "বলে",  "বলেন",  "নিয়ে", "জন্য",   "জানি"};

bool IsOneOf(std::string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void Report(const Paragraph& paragraph, Span span, const std::string& better, Findings& findings) {
  Diagnostic diagnostic = findings.Make(paragraph, span, {{"better", better}});
  findings.AddFix(diagnostic, paragraph, span, better);
  findings.Report(std::move(diagnostic));
}

void FindKi(const Paragraph& paragraph, Findings& findings) {
  if (paragraph.text().find(kKi) == std::string_view::npos) return;
  const uint8_t masks = findings.rule().masks;
  ForWords(paragraph, masks, [&](std::string_view word, Span span) {
    if (IsOneOf(word, kCompounds)) {
      Report(paragraph, span, "কী" + std::string(word.substr(kKi.size())), findings);
    }
  });
  size_t reported = 0;  // the end of the last one
  ForWordPairs(paragraph, masks, [&](const WordPair& pair) {
    const Span first{pair.whole.begin, pair.gap.begin};
    if (pair.first != kKi || first.begin < reported) return;
    if (pair.second == kKi) {
      reported = pair.whole.end;
      return Report(paragraph, pair.whole, "কী কী", findings);
    }
    if (IsOneOf(pair.second, kAfterThing)) Report(paragraph, first, "কী", findings);
  });
}

}  // namespace

std::unique_ptr<Check> MakeKiKii(const CheckServices& /*services*/) { return Stateless(FindKi); }

}  // namespace bnlint
