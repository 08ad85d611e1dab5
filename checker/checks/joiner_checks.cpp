// ZWNJ and ZWJ: the two places of র‍্য, where one is needed, and all others, where only a few have a meaning.

#include "checks/checks.h"
#include "checks/mending.h"
#include "checks/word_traits.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kReph = "র্", kRaYa = "র্য";
constexpr std::string_view kRaZwnjHasanta = "র\u200C্", kRaZwnjYa = "র\u200C্য";
constexpr std::string_view kZwj = "\u200D", kYaPhala = "্য", kYaPhalaAa = "্যা";
constexpr char32_t kRa = 0x09B0;
constexpr size_t kSize = 3;  // bytes of a joiner and of any code point of the Bengali block

char32_t At(std::string_view text, size_t at) {
  return at < text.size() ? DecodeAt(text, at).value : 0;
}
char32_t Before(std::string_view text, size_t end) {
  return end > 0 ? DecodeBefore(text, end).value : 0;
}
bool IsJoiner(char32_t c) { return ClassOf(c) == CharClass::kJoiner; }
bool IsHasanta(char32_t c) { return ClassOf(c) == CharClass::kBnHasanta; }

// The joiner of র + joiner + ্য is to go, not to be another: behind a hasanta (ট্র‌্যাম) nothing is to be kept
// apart; কার‌্য is a word without it and none with it; and of what the dictionary does not know only র‍্যা is likely.
bool RaYaNeedsNone(const Paragraph& paragraph, size_t joiner, const Speller& speller) {
  const std::string_view text = paragraph.text();
  if (IsHasanta(Before(text, joiner - kSize))) return true;
  const Token& token = paragraph.tokens()[TokenAt(paragraph, joiner)];
  if (token.begin == joiner - kSize || !IsWordSized(token)) return false;
  const Span part{joiner, joiner + kSize};
  if (speller.Knows(Mended(paragraph, token, {part, std::string(kZwj)}))) return false;
  return !text.substr(joiner + kSize).starts_with(kYaPhalaAa) ||
         speller.Knows(Mended(paragraph, token, {part, ""}));
}

class RaYa final : public Check {
 public:
  explicit RaYa(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kRaYa; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    // No word begins with a reph.
    ForEachHasanta(paragraph, kReph, [&](size_t at) {
      if (!text.substr(at).starts_with(kRaYa) || !BeginsWord(text, at)) return;
      Report(paragraph, {at, at + kRaYa.size()}, WithJoiner(paragraph, at), findings);
    });
    ForEachHasanta(paragraph, kRaZwnjHasanta, [&](size_t at) {
      if (!text.substr(at).starts_with(kRaZwnjYa)) return;
      const size_t joiner = at + kSize;
      if (RaYaNeedsNone(paragraph, joiner, speller_)) return;
      Report(paragraph, {at, at + kRaZwnjYa.size()}, {{joiner, joiner + kSize}, std::string(kZwj)},
             findings);
    });
  }

 private:
  static bool BeginsWord(std::string_view text, size_t at) {
    const CharClass before = ClassOf(Before(text, at));
    return at == 0 || IsBlank(before) || before == CharClass::kDanda ||
           before == CharClass::kPunctuation;
  }

  // Puts the joiner in. Some web pages made a blank of it, which others moved on: "র্যা ব" is one word if the
  // dictionary knows it and not its beginning.
  [[nodiscard]] Mend WithJoiner(const Paragraph& paragraph, size_t at) const {
    const std::string_view text = paragraph.text();
    const auto tokens = paragraph.tokens();
    const size_t index = TokenAt(paragraph, at);
    const size_t ya = at + kSize;
    const std::string rest =
        std::string(kZwj) + std::string(text.substr(ya, tokens[index].end - ya));
    const std::string word = std::string(text.substr(at, kSize)) + rest;
    if (IsWordSized(tokens[index]) && index + 2 < tokens.size() &&
        tokens[index + 1].In(text) == " " && tokens[index + 2].Is(TokenKind::kBengali) &&
        !speller_.Knows(word) && speller_.Knows(word + std::string(tokens[index + 2].In(text)))) {
      return {{ya, tokens[index + 1].end}, rest};
    }
    return {{ya, ya}, std::string(kZwj)};
  }

  static void Report(const Paragraph& paragraph, Span span, const Mend& mend, Findings& findings) {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, mend.part, mend.text);
    findings.Report(std::move(diagnostic));
  }

  const Speller& speller_;
};

class StrayJoiner final : public Check {
 public:
  explicit StrayJoiner(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kJoiner; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    for (size_t at = Find(text, 0); at != std::string_view::npos;) {
      size_t end = at;
      while (IsJoiner(At(text, end))) end += kSize;
      See(paragraph, {at, end}, findings);
      at = Find(text, end);
    }
  }

 private:
  // The next joiner: E2 80 8C or 8D.
  static size_t Find(std::string_view text, size_t from) {
    for (size_t at = text.find("\xE2\x80", from); at != std::string_view::npos;
         at = text.find("\xE2\x80", at + 2)) {
      if (IsJoiner(At(text, at))) return at;
    }
    return std::string_view::npos;
  }

  // A run of joiners: all stray, or all but one that means something.
  void See(const Paragraph& paragraph, Span run, Findings& findings) const {
    const bool first_means = HasMeaning(paragraph, run);
    const Span stray{run.begin + (first_means ? kSize : 0), run.end};
    if (stray.empty() || paragraph.Masked(stray, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, stray);
    findings.AddFix(diagnostic, paragraph, stray, "");
    findings.Report(std::move(diagnostic));
  }

  [[nodiscard]] bool HasMeaning(const Paragraph& paragraph, Span run) const {
    const std::string_view text = paragraph.text();
    const char32_t before = Before(text, run.begin);
    const char32_t behind = At(text, run.end);
    if (!IsOurs(before, behind)) return true;
    if (IsHasanta(before))
      return true;  // ক্‌ষ, ক্‍ষ: the hasanta or the half form is shown
    const CharClass cls = ClassOf(before);
    if (cls != CharClass::kBnConsonant && cls != CharClass::kBnNukta) return false;
    const bool zwj = text.substr(run.begin).starts_with(kZwj);
    if (!zwj && (behind == 0x09C1 || behind == 0x09C2 || behind == 0x09C3))
      return true;  // র‌ু
    const bool ra = before == kRa || text.substr(0, run.begin).ends_with("ব\u09BC");
    if (!ra || !text.substr(run.end).starts_with(kYaPhala)) return false;
    return run.size() > kSize || !RaYaNeedsNone(paragraph, run.begin, speller_);
  }

  // In other scripts and in emoji joiners have other meanings.
  static bool IsOurs(char32_t before, char32_t behind) {
    const auto foreign = [](char32_t c) {
      const CharClass cls = ClassOf(c);
      return cls == CharClass::kOtherLetter || cls == CharClass::kOtherMark ||
             cls == CharClass::kSymbol || cls == CharClass::kUnknown;
    };
    return !foreign(before) && !foreign(behind);
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeRaYa(const CheckServices& services) {
  return std::make_unique<RaYa>(services);
}
std::unique_ptr<Check> MakeStrayJoiner(const CheckServices& services) {
  return std::make_unique<StrayJoiner>(services);
}

}  // namespace bnlint
