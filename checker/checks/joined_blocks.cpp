// Two blocks of a page without anything between them, because a tag or a line's end was dropped: inside a word
// (word_seam.h), before the label of a caption (গ্রামেছবি: …), or at a border that words do not cross: a closing
// bracket or quotation mark, another script, a year.

#include <algorithm>
#include <array>
#include <string>

#include "checks/checks.h"
#include "checks/sentence.h"
#include "checks/word_context.h"
#include "checks/word_seam.h"
#include "checks/word_traits.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"
#include "spelling/word_list.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

template <size_t kSize>
bool IsOneOf(std::string_view text, const std::array<std::string_view, kSize>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// What stands before the colon of a caption or credit.
constexpr std::array<std::string_view, 4> kLabels = {"ছবি", "তথ্যসূত্র", "সূত্র", "লেখা"};
// Behind these a byline has its place.
constexpr std::array<std::string_view, 4> kReporters = {"প্রতিবেদক", "প্রতিনিধি", "সংবাদদাতা",
                                                        "ডেস্ক"};
constexpr size_t kMostCreditTokens = 16;
constexpr size_t kLeastLetters = 3;
constexpr size_t kLeastJoined = 15;  // bytes: five letters

bool IsForeign(const Token& token) {
  return token.Is(TokenKind::kLatin) || token.Is(TokenKind::kNumber);
}

bool IsLong(std::string_view word) { return CountCodePoints(word) >= kLeastLetters; }

// The tokens around one, by distance; empty beyond the paragraph.
class Around {
 public:
  Around(const Paragraph& paragraph, size_t index) : paragraph_(paragraph), index_(index) {}

  [[nodiscard]] const Token* At(int distance) const {
    const auto at = static_cast<std::ptrdiff_t>(index_) + distance;
    const auto tokens = paragraph_.tokens();
    const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(tokens.size());
    return inside ? &tokens[static_cast<size_t>(at)] : nullptr;
  }
  [[nodiscard]] std::string_view Text(int distance) const {
    const Token* token = At(distance);
    return token == nullptr ? std::string_view() : token->In(paragraph_.text());
  }
  [[nodiscard]] bool Is(int distance, TokenKind kind) const {
    const Token* token = At(distance);
    return token != nullptr && token->Is(kind);
  }
  // The text of the next token, or of the one behind a blank.
  [[nodiscard]] std::string_view Next() const { return Text(Is(1, TokenKind::kSpace) ? 2 : 1); }

 private:
  const Paragraph& paragraph_;
  size_t index_;
};

// Behind "ছবি:" in the same sentence, or behind the reporter's trade.
SeamContext ContextOf(const Around& around) {
  if (IsOneOf(around.Text(-2), kReporters)) return SeamContext::kByline;
  for (int distance = -1; distance >= -static_cast<int>(kMostCreditTokens); --distance) {
    const std::string_view text = around.Text(distance);
    if (text.empty() || EndsSentence(text)) return SeamContext::kProse;
    if (text != ":") continue;
    const int before = around.Is(distance - 1, TokenKind::kSpace) ? distance - 2 : distance - 1;
    return around.Text(before).ends_with("ছবি") ? SeamContext::kCredit : SeamContext::kProse;
  }
  return SeamContext::kProse;
}

// গ্রামেছবি: and গ্রামেফাইল ছবি: where the label begins; 0 when there is none.
size_t LabelAtEnd(std::string_view word, const Around& around) {
  const bool colon = around.Next() == ":";
  const auto before = [&](std::string_view label) {
    const bool found = word.ends_with(label) && CountCodePoints(word) >= CountCodePoints(label) + 2;
    return found ? word.size() - label.size() : 0;
  };
  if (!colon) return around.Next() == "ছবি" ? before("ফাইল") : 0;
  for (const std::string_view label : kLabels) {
    if (const size_t cut = before(label); cut != 0) return cut;
  }
  return 0;
}

// Getty, Author: no abbreviation, no name of a product.
bool IsPlainLatinWord(std::string_view text) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return text.size() >= kLeastLetters && text[0] >= 'A' && text[0] <= 'Z' &&
         std::all_of(text.begin() + 1, text.end(), lower);
}

class JoinedBlocks final : public Check {
 public:
  explicit JoinedBlocks(const CheckServices& services)
      : speller_(*services.speller), accepted_(services.words) {}

  [[nodiscard]] Traits Needs() const override {
    return trait::kLongUnknown | trait::kWordBehindMark | trait::kNumberBehindWord;
  }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!speller_.HasDictionary()) return;
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].Is(TokenKind::kBengali)) continue;
      // Nearly all words are short or known, with blanks or a comma around them.
      if (paragraph.WordHas(i, trait::kLongUnknown)) LookInside(paragraph, i, findings);
      if (i > 0 && !tokens[i - 1].Is(TokenKind::kSpace)) LookBefore(paragraph, i, findings);
      if (i + 1 < tokens.size() && IsForeign(tokens[i + 1])) LookBehind(paragraph, i, findings);
    }
  }

 private:
  void LookInside(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const Token& token = paragraph.tokens()[index];
    const std::string_view word = token.In(paragraph.text());
    if (speller_.Knows(word)) return;
    const Around around(paragraph, index);
    size_t cut = LabelAtEnd(word, around);
    if (cut == 0) {
      cut = FindSeam(speller_, word, ContextOf(around));
      if (cut == 0 || IsWord(paragraph, index)) return;
    }
    Report(paragraph, token.span(), token.begin + cut, findings, std::string(word));
  }

  // What else than two words the token may be.
  [[nodiscard]] bool IsWord(const Paragraph& paragraph, size_t index) const {
    const std::string_view word = paragraph.tokens()[index].In(paragraph.text());
    if (!IsDictionaryWord(paragraph, index) || IsAccepted(word)) return true;
    // পায়তারা is a misspelling of পাঁয়তারা, not পায় and তারা.
    const auto any = [](const std::string&) { return true; };
    if (!WordMap::Misspellings().Find(word, any).empty()) return true;
    const auto readings = OtherReadings(paragraph, index);
    return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
      return speller_.Knows(reading) || IsAccepted(reading);
    });
  }

  // ”তিনি, )তিনি, Imagesছবি:, ২০২১তিনি, যথা:-তিনি.
  static void LookBefore(const Paragraph& paragraph, size_t index, Findings& findings) {
    if (!EndsBlock(paragraph, index)) return;
    const Token& token = paragraph.tokens()[index];
    const Token& before = paragraph.tokens()[index - 1];
    Report(paragraph, {before.begin, token.end}, token.begin, findings);
  }

  static bool EndsBlock(const Paragraph& paragraph, size_t index) {
    static constexpr std::array<std::string_view, 6> kQuotes = {"\"", "'", "”", "’", "»", "’’"};
    // An ellipsis often has no blank behind it.
    static constexpr std::array<std::string_view, 4> kEnds = {"।", "?", "!", "॥"};
    const Around around(paragraph, index);
    const std::string_view word = around.Text(0);
    const std::string_view mark = around.Text(-1);
    // Either the quotation closes and the next sentence is glued to it, or it opens and is glued to the last one. An
    // ending stays: “এসো!”র মতো.
    if (IsOneOf(mark, kQuotes) && IsOneOf(around.Text(-2), kEnds)) {
      return IsLong(word) && IsDictionaryWord(paragraph, index);
    }
    if (mark == "-" || mark == "–" || mark == "—") {
      return around.Text(-2) == ":" && around.Is(-3, TokenKind::kBengali) && IsLong(word);
    }
    const bool label = IsOneOf(word, kLabels) && around.Next() == ":";
    if (!label && (!IsLong(word) || !BeginsSentences(word))) return false;
    if (mark == ")" || mark == "]") return CountCodePoints(around.Text(-2)) >= 2;
    // Behind a blank or a comma it was typed for an opening one.
    if (mark == "”" || mark == "»") return around.Is(-2, TokenKind::kBengali);
    if (around.Is(-1, TokenKind::kLatin)) return mark.size() >= kLeastLetters;
    return around.Is(-1, TokenKind::kNumber) && IsLong(mark);
  }

  // নিয়েছেনAuthor, ঢাকা১৯৭৫ সালে.
  void LookBehind(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const Around around(paragraph, index);
    if (!StartsBlock(around) || !IsLong(around.Text(0)) || !speller_.Knows(around.Text(0))) return;
    const Token& token = paragraph.tokens()[index];
    Report(paragraph, {token.begin, paragraph.tokens()[index + 1].end}, token.end, findings);
  }

  static bool StartsBlock(const Around& around) {
    const std::string_view next = around.Text(1);
    if (around.Is(1, TokenKind::kLatin)) return IsPlainLatinWord(next);
    constexpr size_t kYear = 4;
    return around.Is(1, TokenKind::kNumber) && CountCodePoints(next) == kYear &&
           around.Is(2, TokenKind::kSpace) && around.Text(3).starts_with("সাল");
  }

  [[nodiscard]] bool IsAccepted(std::string_view word) const {
    return accepted_ != nullptr && accepted_->Accepts(word);
  }

  // A blank belongs at `cut`; text offsets.
  static void Report(const Paragraph& paragraph, Span span, size_t cut, Findings& findings,
                     std::string repeat_key = {}) {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    const std::string_view text = paragraph.text();
    const std::string apart = std::string(text.substr(span.begin, cut - span.begin)) + " " +
                              std::string(text.substr(cut, span.end - cut));
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"apart", apart}});
    findings.AddFix(diagnostic, paragraph, {cut, cut}, " ");
    diagnostic.repeat_key = std::move(repeat_key);
    findings.Report(std::move(diagnostic));
  }

  const Speller& speller_;
  const AcceptedWords* accepted_;
};

}  // namespace

std::unique_ptr<Check> MakeJoinedBlocks(const CheckServices& services) {
  return std::make_unique<JoinedBlocks>(services);
}

}  // namespace bnlint
