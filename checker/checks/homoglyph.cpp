// One letter of another script in a Bengali word. The tokenizer cuts words where the script changes, so this
// looks at tokens that touch.

#include "checks/checks.h"
#include "checks/stateless.h"
#include "text/char_class.h"
#include "text/confusable.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// A run of foreign letters and marks between two other tokens.
struct Run {
  Span span;
  size_t letters = 0;
  bool latin_or_greek =
      false;  // scripts of abbreviations and formulae, which take Bengali endings: Sএর, π-র
  bool only_marks = false;
};

bool IsGreek(char32_t c) { return (c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF); }

Run ReadRun(std::string_view text, Span span) {
  Run run{span, 0, false, true};
  for (size_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    const CharClass cls = ClassOf(c.value);
    if (cls != CharClass::kOtherMark) {
      ++run.letters;
      run.only_marks = false;
    }
    run.latin_or_greek = run.latin_or_greek || cls == CharClass::kLatin || IsGreek(c.value);
    at += c.size;
  }
  return run;
}

bool IsForeign(const Token& token, std::string_view text) {
  if (token.Is(TokenKind::kLatin) || token.Is(TokenKind::kOtherWord)) return true;
  return token.Is(TokenKind::kSymbol) && IsForeignLetter(DecodeAt(text, token.begin).value);
}

// Inside a word any letter; at its edge no Latin or Greek one, and a mark only behind what it would hang on.
bool IsOutOfPlace(const Run& run, bool behind_bengali, bool before_bengali) {
  if (run.only_marks) return behind_bengali;
  if (run.letters != 1) return false;
  return (behind_bengali && before_bengali) || !run.latin_or_greek;
}

// The Bengali letters that the run is taken for; empty unless each of its own is for one.
std::string Bengali(std::string_view text, Span span) {
  std::string out;
  for (size_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    const char32_t bengali = BengaliLookalike(c.value);
    if (bengali == 0) return {};
    AppendUtf8(out, bengali);
    at += c.size;
  }
  return out;
}

void See(const Paragraph& paragraph, Span span, bool behind_bengali, bool before_bengali,
         Findings& findings) {
  const std::string_view text = paragraph.text();
  if (!IsOutOfPlace(ReadRun(text, span), behind_bengali, before_bengali)) return;
  if (!IsForeignLetter(DecodeAt(text, span.begin).value)) return;
  if (paragraph.Masked(span, findings.rule().masks)) return;
  Diagnostic diagnostic = findings.Make(paragraph, span);
  if (std::string bengali = Bengali(text, span); !bengali.empty()) {
    findings.AddFix(diagnostic, paragraph, span, std::move(bengali));
  }
  findings.Report(std::move(diagnostic));
}

void FindHomoglyphs(const Paragraph& paragraph, Findings& findings) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const auto bengali = [&](size_t i) {
    return i < tokens.size() && tokens[i].Is(TokenKind::kBengali);
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].Is(TokenKind::kSpace) || tokens[i].Is(TokenKind::kBengali)) continue;
    if (!bengali(i - 1) && !bengali(i + 1)) continue;
    if (!IsForeign(tokens[i], text)) continue;
    size_t last = i;  // marks are tokens of their own
    while (last + 1 < tokens.size() && IsForeign(tokens[last + 1], text)) ++last;
    See(paragraph, {tokens[i].begin, tokens[last].end}, bengali(i - 1), bengali(last + 1),
        findings);
    i = last;
  }
}

}  // namespace

std::unique_ptr<Check> MakeHomoglyph(const CheckServices& /*services*/) {
  return Stateless(FindHomoglyphs, trait::kForeignBeside);
}

}  // namespace bnlint
