// One abbreviation, two marks behind it in a document: মো. here, মোঃ there. The fewer are told, once an abbreviation.

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"

namespace bnlint {
namespace {

constexpr size_t kMostPlaces = 50;
constexpr std::array<std::string_view, 3> kMarks = {".", "ঃ", ":"};

class AbbreviationStyle final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override {
    return trait::kDot | trait::kColon | trait::kVisarga;
  }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (!tokens[i].Is(TokenKind::kBengali)) continue;
      std::string_view stem = tokens[i].In(paragraph.text());
      const bool visarga = stem.ends_with("ঃ");
      if (visarga) stem.remove_suffix(std::string_view("ঃ").size());
      const std::string_view mark = visarga ? "ঃ" : tokens[i + 1].In(paragraph.text());
      const auto style = std::find(kMarks.begin(), kMarks.end(), mark);
      if (style == kMarks.end() || !HasStyles(stem)) continue;
      const size_t end = tokens[i].begin + stem.size();
      Note(paragraph, stem, static_cast<size_t>(style - kMarks.begin()),
           {tokens[i].begin, end + mark.size()}, findings);
    }
  }

  void Finish(Findings& findings) override {
    for (auto& [stem, styles] : stems_) {
      const auto most =
          std::max_element(styles.begin(), styles.end(),
                           [](const Style& a, const Style& b) { return a.count < b.count; });
      std::vector<Diagnostic> others;
      for (auto style = styles.begin(); style != styles.end(); ++style) {
        if (style == most) continue;
        std::move(style->places.begin(), style->places.end(), std::back_inserter(others));
      }
      if (others.empty()) continue;
      const std::string usual =
          stem + std::string(kMarks[static_cast<size_t>(most - styles.begin())]);
      for (Diagnostic& place : others) {
        place.args.push_back({"usual", usual});
        for (Fix& fix : place.fixes) fix.edits.front().text = usual;
      }
      std::sort(others.begin(), others.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.place.span < b.place.span;
      });
      findings.Report(Merged(std::move(others)));
    }
  }

 private:
  struct Style {
    uint64_t count = 0;
    std::vector<Diagnostic> places;
  };

  // Words that are written with any of the marks; কি. মি. and the like are not.
  static bool HasStyles(std::string_view stem) {
    static constexpr std::array<std::string_view, 16> kStyled = {
        "মো",   "মোসা", "মোছা", "ড",   "ডা",  "প্রফে", "অধ্যা", "ইঞ্জি",
        "অ্যাড", "এড",   "লি",   "কোং", "প্রা", "খ্রি",  "পৃ",    "রহ"};
    return IsOneOf(stem, kStyled);
  }

  void Note(const Paragraph& paragraph, std::string_view stem, size_t style, Span span,
            const Findings& findings) {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Style& mine = stems_[std::string(stem)][style];
    ++mine.count;
    if (mine.places.size() >= kMostPlaces) return;
    mine.places.push_back(findings.Make(paragraph, span));
    findings.AddFix(mine.places.back(), paragraph, span, "");  // which mark, only the end tells
  }

  std::map<std::string, std::array<Style, kMarks.size()>> stems_;
};

}  // namespace

std::unique_ptr<Check> MakeAbbreviationStyle(const CheckServices& /*services*/) {
  return std::make_unique<AbbreviationStyle>();
}

}  // namespace bnlint
