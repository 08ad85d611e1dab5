// Marks that hang on nothing because a blank stands before them, and hastantas with a blank beside them.

#include <algorithm>

#include "checks/checks.h"
#include "checks/mending.h"
#include "checks/word_traits.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kHasanta = "্", kYaPhala = "্য", kRa = "র", kZwj = "\u200D";

// The marks at the start of a token that hang on nothing.
Span OpeningMarks(const Paragraph& paragraph, const Token& token) {
  size_t end = token.begin;
  while (end < token.end) {
    const CodePoint c = DecodeAt(paragraph.text(), end);
    if (!IsBengaliMark(ClassOf(c.value))) break;
    end += c.size;
  }
  return {token.begin, end};
}

// Texts about the script show marks alone: on ◌, in quotes or brackets, before -কার and ফলা.
bool IsShown(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view before = index > 0 ? tokens[index - 1].In(text) : "";
  const std::string_view after = index + 1 < tokens.size() ? tokens[index + 1].In(text) : "";
  if (before == "◌" || before == "*" || before == kObject) return true;  // * blots out a letter
  const Span marks = OpeningMarks(paragraph, tokens[index]);
  const std::string_view rest = text.substr(marks.end, tokens[index].end - marks.end);
  if (rest.starts_with("কার") || rest.starts_with("ফলা")) return true;
  // ্য ফলা, ্র: a phala is shown as a hasanta and one consonant.
  const bool phala = text.substr(marks.begin, marks.size()) == kHasanta;
  if (phala && rest.size() == kHasanta.size() && CountAksharas(rest) == 1) return true;
  if (!rest.empty()) return false;
  static constexpr std::string_view kAround[] = {"\"", "'", "“", "”", "‘", "’", "(", ")", "[", "]",
                                                 "«",  "»", "/", ",", "=", "+", "-", "–", "`"};
  const auto around = [](std::string_view mark) {
    return std::find(std::begin(kAround), std::end(kAround), mark) != std::end(kAround);
  };
  return around(before) || around(after);
}

// "শব্দ শব্দ": two Bengali words with blanks between them, on one line; the index is the second's.
bool FollowsWord(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  return index >= 2 && tokens[index - 1].Is(TokenKind::kSpace) &&
         !tokens[index - 1].Has(kHasLineBreak) && tokens[index - 2].Is(TokenKind::kBengali);
}

// The blank between two words taken out, or – র ্যাম – made the joiner that was there.
Mend Joining(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const bool ra_ya =
      tokens[index - 2].In(text).ends_with(kRa) && tokens[index].In(text).starts_with(kYaPhala);
  return {tokens[index - 1].span(), ra_ya ? std::string(kZwj) : ""};
}

std::string Joined(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  return std::string(tokens[index - 2].In(text)) + Joining(paragraph, index).text +
         std::string(tokens[index].In(text));
}

// A hasanta and consonants behind a blank, which do not make a word without the hasanta ("ের ্যৌবন").
bool IsSpacedHasanta(const Paragraph& paragraph, size_t index, const Speller& speller) {
  const std::string_view word = paragraph.tokens()[index].In(paragraph.text());
  if (!word.starts_with(kHasanta) || word.size() == kHasanta.size() ||
      !FollowsWord(paragraph, index)) {
    return false;
  }
  const std::string joined = Joined(paragraph, index);
  return !FindSyllableError(joined) &&
         (speller.Knows(joined) || !speller.Knows(word.substr(kHasanta.size())));
}

class OrphanMark final : public Check {
 public:
  explicit OrphanMark(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kFault; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const TokenError& found : paragraph.syllable_errors()) {
      const size_t i = found.token;
      if (!OpensToken(paragraph, found) || IsShown(paragraph, i)) continue;
      if (i == 0 && paragraph.segment().cut_before) continue;
      if (IsSpacedHasanta(paragraph, i, speller_)) continue;
      const Span marks = OpeningMarks(paragraph, tokens[i]);
      if (StandsForItself(paragraph, i, marks)) continue;
      if (paragraph.Masked(marks, findings.rule().masks)) continue;
      Diagnostic diagnostic = findings.Make(paragraph, marks);
      AddFix(paragraph, i, marks, diagnostic, findings);
      findings.Report(std::move(diagnostic));
    }
  }

 private:
  // Of several marks the first stands for all.
  static bool OpensToken(const Paragraph& paragraph, const TokenError& found) {
    return found.error.begin == paragraph.tokens()[found.token].begin &&
           IsBengaliMark(ClassOf(DecodeAt(paragraph.text(), found.error.begin).value));
  }

  // A visarga apart is a colon: visarga-colon's matter. A lone ং is a letter that the text names, and a ঁ before a
  // name says that its bearer is dead or a god; unless a word comes of it with what stands before.
  [[nodiscard]] bool StandsForItself(const Paragraph& paragraph, size_t index, Span marks) const {
    const std::string_view mark = paragraph.text().substr(marks.begin, marks.size());
    if (mark == "ঃ") return true;
    const auto tokens = paragraph.tokens();
    if (mark != "ঁ" && (mark != "ং" || marks.end != tokens[index].end)) return false;
    if (index > 0 && !tokens[index - 1].Is(TokenKind::kSpace)) return false;
    return !FollowsWord(paragraph, index) || !speller_.Knows(Joined(paragraph, index));
  }

  // "বড়কর্ত া": taking the blank out is right if a word comes of it, and safe if a known one does. "্এবং": the
  // mark is one too many.
  void AddFix(const Paragraph& paragraph, size_t index, Span marks, Diagnostic& diagnostic,
              Findings& findings) const {
    const Token& token = paragraph.tokens()[index];
    const std::string joined = FollowsWord(paragraph, index) ? Joined(paragraph, index) : "";
    const bool known = !joined.empty() && speller_.Knows(joined);
    const std::vector<Mend> mends = {{marks, ""}};
    if (!known && FirstKnown(paragraph, token, mends, speller_) != nullptr) {
      findings.AddFix(diagnostic, paragraph, marks, "", FixSafety::kUnsafe);
    } else if (known || (!joined.empty() && !FindSyllableError(joined))) {
      const Mend mend = Joining(paragraph, index);
      findings.AddFix(diagnostic, paragraph, mend.part, mend.text,
                      known ? FixSafety::kSafe : FixSafety::kUnsafe);
    }
  }

  const Speller& speller_;
};

class SpacedHasanta final : public Check {
 public:
  explicit SpacedHasanta(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kEdgeHasanta; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    ForEachHasanta(paragraph, kHasanta, [&](size_t at) {
      if (!IsBlankAt(text, at + kHasanta.size()) && (at == 0 || !IsBlankAt(text, at - 1))) return;
      const size_t i = TokenAt(paragraph, at);
      const Token& token = paragraph.tokens()[i];
      if (!token.Is(TokenKind::kBengali)) return;
      if (at == token.begin && at + kHasanta.size() == token.end) {
        SeeAlone(paragraph, i, findings);
      } else if (at == token.begin) {
        if (IsSpacedHasanta(paragraph, i, speller_) && !IsShown(paragraph, i))
          Report(paragraph, i, findings);
      } else if (at + kHasanta.size() == token.end) {
        SeeAtEnd(paragraph, i, findings);
      }
    });
  }

 private:
  static bool IsBlankAt(std::string_view text, size_t at) {
    return at < text.size() && (text[at] == ' ' || text[at] == '\xA0');
  }

  // "ক ্ ষমতা"
  void SeeAlone(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const auto tokens = paragraph.tokens();
    if (index + 2 >= tokens.size() || !FollowsWord(paragraph, index) ||
        !FollowsWord(paragraph, index + 2))
      return;
    const std::string_view text = paragraph.text();
    const std::string joined = std::string(tokens[index - 2].In(text)) + std::string(kHasanta) +
                               std::string(tokens[index + 2].In(text));
    if (FindSyllableError(joined)) return;
    const Span span{tokens[index - 1].begin, tokens[index + 1].end};
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, span, std::string(kHasanta), Safety(joined));
    findings.Report(std::move(diagnostic));
  }

  // "বিশ্ ববিদ্যালয়": a word may end in a hasanta (কোন্ দিন), so the dictionary must know the whole and neither part.
  void SeeAtEnd(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const auto tokens = paragraph.tokens();
    if (index + 2 >= tokens.size() || !FollowsWord(paragraph, index + 2)) return;
    const std::string_view text = paragraph.text();
    if (ClusterEnd(text, tokens[index + 2].begin) == tokens[index + 2].begin) return;
    if (!speller_.Knows(Joined(paragraph, index + 2)) || speller_.Knows(tokens[index].In(text)) ||
        speller_.Knows(tokens[index + 2].In(text))) {
      return;
    }
    Report(paragraph, index + 2, findings);
  }

  // The blank before the token at `index`.
  void Report(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const Mend mend = Joining(paragraph, index);
    const std::string_view text = paragraph.text();
    // The finding is the hasanta and the blank.
    const bool behind = paragraph.tokens()[index].In(text).starts_with(kHasanta);
    const Span span = behind ? Span{mend.part.begin, mend.part.end + kHasanta.size()}
                             : Span{mend.part.begin - kHasanta.size(), mend.part.end};
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, mend.part, mend.text, Safety(Joined(paragraph, index)));
    findings.Report(std::move(diagnostic));
  }

  [[nodiscard]] FixSafety Safety(const std::string& joined) const {
    return speller_.Knows(joined) ? FixSafety::kSafe : FixSafety::kUnsafe;
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeOrphanMark(const CheckServices& services) {
  return std::make_unique<OrphanMark>(services);
}
std::unique_ptr<Check> MakeSpacedHasanta(const CheckServices& services) {
  return std::make_unique<SpacedHasanta>(services);
}

}  // namespace bnlint
