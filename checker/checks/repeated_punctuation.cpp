// Marks that exclude each other or are typed twice: ,, ।, ।? ;;. Dots, !!, ??, ?! and ।। are the author's voice.

#include <optional>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"

namespace bnlint {
namespace {

bool IsMark(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kMarks = {",", ";", "।", "?", "!", ".", "…"};
  return IsOneOf(text, kMarks);
}

bool IsOnly(std::string_view run, std::string_view mark) {
  return run.size() > mark.size() && run.find_first_not_of(mark) == std::string_view::npos;
}

// What a run of two or more marks should be; nothing when it may stand. `last` when the paragraph ends behind it.
std::optional<std::string_view> Mended(std::string_view run, bool last) {
  if (run == ",,") return last ? "।" : ",";
  if (IsOnly(run, ",")) return "…";  // typed for dots
  if (IsOnly(run, ";")) return ";";
  static constexpr std::array<std::string_view, 2> kSemicolon = {",;", ";,"};
  if (IsOneOf(run, kSemicolon)) return ";";
  static constexpr std::array<std::string_view, 5> kDanda = {",।", ";।", "।,", "।;", ",."};
  if (IsOneOf(run, kDanda)) return "।";
  static constexpr std::array<std::string_view, 2> kQuestion = {"।?", ",?"};
  if (IsOneOf(run, kQuestion)) return "?";
  static constexpr std::array<std::string_view, 2> kExclamation = {"।!", ",!"};
  if (IsOneOf(run, kExclamation)) return "!";
  // In verse the line's danda may follow its question mark.
  if (!last && run == "?।") return "?";
  if (!last && run == "!।") return "!";
  return std::nullopt;
}

class RepeatedPunctuation final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    size_t done = 1;  // tokens before it have been looked at
    for (const size_t at : paragraph.marks()) {
      size_t i = at;
      if (i < done || !IsMark(tokens[i].In(text))) continue;
      const size_t first = i;
      while (i + 1 < tokens.size() && IsMark(tokens[i + 1].In(text))) ++i;
      if (const size_t apart = CommasApart(paragraph, i); apart > i) i = apart;
      done = i + 1;
      if (first == i) {  // one mark, as nearly always
        habit_.Right();
        continue;
      }
      const Span span{tokens[first].begin, tokens[i].end};
      const bool last = i + 1 >= tokens.size();
      const auto mended = Mended(WithoutBlanks(paragraph, first, i), last);
      if (!mended) {
        habit_.Right();
      } else if (FollowsBengali(paragraph, first)) {
        Report(paragraph, span, *mended, findings);
      }
    }
  }
  void Finish(Findings& findings) override { habit_.Tell(findings); }

 private:
  void Report(const Paragraph& paragraph, Span span, std::string_view mended, Findings& findings) {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, span, {{"mended", std::string(mended)}});
    findings.AddFix(finding, paragraph, span, std::string(mended));
    habit_.Wrong(std::move(finding), findings);
  }

  // ", ,": the last comma of a series with blanks between, or `index` itself.
  static size_t CommasApart(const Paragraph& paragraph, size_t index) {
    while (true) {
      const Around around(paragraph, index);
      if (around.Text(0) != "," || !around.IsBlank(1) || around.Text(2) != ",") return index;
      index += 2;
    }
  }

  static std::string WithoutBlanks(const Paragraph& paragraph, size_t first, size_t last) {
    std::string run;
    for (size_t i = first; i <= last; ++i) {
      const Token& token = paragraph.tokens()[i];
      if (!token.Is(TokenKind::kSpace)) run += token.In(paragraph.text());
    }
    return run;
  }

  static bool FollowsBengali(const Paragraph& paragraph, size_t index) {
    const Around around(paragraph, index);
    const int before = around.IsBlank(-1) ? -2 : -1;
    return around.EndsPhrase(before);
  }

  Habit habit_;
};

}  // namespace

std::unique_ptr<Check> MakeRepeatedPunctuation(const CheckServices& /*services*/) {
  return std::make_unique<RepeatedPunctuation>();
}

}  // namespace bnlint
