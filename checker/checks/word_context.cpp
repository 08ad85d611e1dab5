#include "checks/word_context.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "spelling/fold.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// A token by its distance from another; empty beyond the edges.
std::string_view TextAt(const Paragraph& paragraph, size_t index, int distance) {
  const auto at = static_cast<std::ptrdiff_t>(index) + distance;
  const auto tokens = paragraph.tokens();
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())) return {};
  return tokens[static_cast<size_t>(at)].In(paragraph.text());
}

template <size_t kSize>
bool IsOneOf(std::string_view text, const std::array<std::string_view, kSize>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool IsHyphen(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kHyphens = {"-", "\u2010", "\u2011", "–"};
  return IsOneOf(text, kHyphens);
}

// Of its endings a word in another script, a number or a quotation takes these, glued or hyphened.
bool IsEnding(std::string_view text) {
  static constexpr std::array<std::string_view, 30> kEndings = {
      "এর",   "র",    "এ",     "কে",    "তে",   "য়",   "ই",  "ও",   "টি",  "টা",
      "টির",  "টার",  "টিকে",  "টাকে",  "টিতে", "টায়", "রা", "দের", "গুলো", "গুলি",
      "গুলোর", "গুলির", "গুলোতে", "গুলোকে", "এরই",  "এরও", "এও", "রই",  "কেও", "তেও"};
  return IsOneOf(Fold(text), kEndings);
}

bool IsForeign(const Token& token) {
  return token.Is(TokenKind::kNumber) || token.Is(TokenKind::kLatin) ||
         token.Is(TokenKind::kOtherWord);
}

// ২০২৪এর, ৫ই, SMSগুলো, `code`এর: whatever is glued to these is their ending; behind a hyphen, a quotation mark or a
// bracket a word may stand too.
bool IsGluedEnding(const Paragraph& paragraph, size_t index) {
  if (index == 0) return false;
  const Token& before = paragraph.tokens()[index - 1];
  const std::string_view text = TextAt(paragraph, index, -1);
  if (IsForeign(before) || text == kObject || text == "%") return true;
  return !before.Is(TokenKind::kSpace) && IsEnding(TextAt(paragraph, index, 0));
}

size_t CodePoints(const Paragraph& paragraph, size_t index) {
  return CountCodePoints(TextAt(paragraph, index, 0));
}

// ড. ইঞ্জি. এ.কে.এম. পৃ.: a short word with a full stop in the middle of a line. At its end the stop may be the
// sentence's. মো: and মোঃ are the same with the marks that are typed for the stop.
bool IsAbbreviation(const Paragraph& paragraph, size_t index) {
  constexpr size_t kShort = 5;
  constexpr size_t kShorter = 4;
  const size_t size = CodePoints(paragraph, index);
  if (size > kShort) return false;
  const std::string_view next = TextAt(paragraph, index, 1);
  const bool last = index + 2 >= paragraph.tokens().size();
  const bool in_chain = TextAt(paragraph, index, -1) == "." && index >= 2 &&
                        paragraph.tokens()[index - 2].Is(TokenKind::kBengali);
  if (next == "." && (!last || in_chain)) return true;
  if (in_chain && size <= kShorter) return true;
  return size <= kShorter && (next == ":" || TextAt(paragraph, index, 0).ends_with("ঃ"));
}

bool IsTag(const Paragraph& paragraph, size_t index) {
  const std::string_view before = TextAt(paragraph, index, -1);
  return before == "#" || before == "@" || before == "_" || TextAt(paragraph, index, 1) == "_";
}

bool IsCut(const Paragraph& paragraph, size_t index) {
  const Segment& segment = paragraph.segment();
  return (index == 0 && segment.cut_before) ||
         (index + 1 == paragraph.tokens().size() && segment.cut_after);
}

// The tokens [first, last] that hyphens join to the one at `index`.
std::pair<size_t, size_t> Compound(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  constexpr size_t kMostParts = 4;
  size_t first = index;
  size_t last = index;
  while (first >= 2 && index - first < 2 * kMostParts &&
         tokens[first - 2].Is(TokenKind::kBengali) && IsHyphen(TextAt(paragraph, first, -1))) {
    first -= 2;
  }
  while (last + 2 < tokens.size() && last - index < 2 * kMostParts &&
         tokens[last + 2].Is(TokenKind::kBengali) && IsHyphen(TextAt(paragraph, last, 1))) {
    last += 2;
  }
  return {first, last};
}

bool IsBengaliAt(std::string_view text, size_t at) {
  return IsBengali(ClassOf(DecodeAt(text, at).value));
}

// The Bengali word that a text begins with.
std::string_view FirstWord(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && IsBengaliAt(text, end)) end += DecodeAt(text, end).size;
  return text.substr(0, end);
}

// The Bengali word that a text ends with, before a hyphen.
std::string_view LastHyphenedWord(std::string_view text) {
  if (!text.ends_with('-')) return {};
  text.remove_suffix(1);
  size_t begin = text.size();
  while (begin > 0 && IsBengali(ClassOf(DecodeBefore(text, begin).value))) {
    begin -= DecodeBefore(text, begin).size;
  }
  return text.substr(begin);
}

// প্রতি-⏎ষ্ঠান: the halves of a word that a line's end has divided, within the segment or at its edge.
void AddDivided(const Paragraph& paragraph, size_t index, std::vector<std::string>& readings) {
  const auto tokens = paragraph.tokens();
  const auto add = [&](std::string_view left, std::string_view right) {
    if (!left.empty() && !right.empty()) {
      readings.push_back(std::string(left) + std::string(right));
    }
  };
  const auto join = [&](size_t left) {
    if (left + 3 >= tokens.size() || !tokens[left].Is(TokenKind::kBengali) ||
        !IsHyphen(TextAt(paragraph, left, 1)) || !tokens[left + 2].Has(kHasLineBreak) ||
        !tokens[left + 3].Is(TokenKind::kBengali)) {
      return;
    }
    add(TextAt(paragraph, left, 0), TextAt(paragraph, left, 3));
  };
  join(index);
  if (index >= 3) join(index - 3);
  const std::string_view word = TextAt(paragraph, index, 0);
  if (index + 2 == tokens.size() && IsHyphen(TextAt(paragraph, index, 1)) &&
      paragraph.next() != nullptr) {
    add(word, FirstWord(paragraph.next()->text));
  }
  if (index == 0 && paragraph.previous() != nullptr) {
    add(LastHyphenedWord(paragraph.previous()->text), word);
  }
}

std::string Without(std::string_view word, std::string_view part) {
  std::string out(word);
  for (size_t at = out.find(part); at != std::string::npos; at = out.find(part, at)) {
    out.erase(at, part.size());
  }
  return out;
}

// কেব্‌ল, ফ়িল্ম: a hasanta that is shown (by a ZWNJ) and a nukta on a letter that has none of its own only tell how
// the word is spoken.
void AddWithoutShownMarks(std::string_view word, std::vector<std::string>& readings) {
  constexpr std::string_view kShownHasanta = "\u09CD\u200C";
  constexpr std::string_view kNukta = "\u09BC";
  std::string plain = Without(FoldCanonical(word), kShownHasanta);
  plain = Without(plain, kNukta);
  if (plain.size() < word.size()) readings.push_back(std::move(plain));
}

// `word` with every run of three or more of one letter shrunk to `kept` of it; empty when there is none. A vowel
// that only draws out the one before (আমিইইই) goes with `kept` = 0, consonants stay.
std::string Shrunk(std::string_view word, size_t kept) {
  std::string out;
  bool shrunk = false;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    size_t run = 0;
    const size_t begin = at;
    for (; at < word.size() && DecodeAt(word, at).value == c.value; at += c.size) ++run;
    if (run >= 3) {
      shrunk = true;
      const bool vowel = ClassOf(c.value) == CharClass::kBnVowel;
      run = kept == 0 && !vowel ? 1 : kept;
    }
    for (size_t i = 0; i < run; ++i) out += word.substr(begin, c.size);
  }
  return shrunk ? out : std::string();
}

}  // namespace

bool IsDictionaryWord(const Paragraph& paragraph, size_t index) {
  const std::string_view word = TextAt(paragraph, index, 0);
  if (IsCut(paragraph, index) || IsBengaliMark(ClassOf(DecodeAt(word, 0).value))) return false;
  if (CodePoints(paragraph, index) < 2) return false;
  const auto tokens = paragraph.tokens();
  if (index + 1 < tokens.size() && IsForeign(tokens[index + 1])) return false;
  return !IsGluedEnding(paragraph, index) && !IsAbbreviation(paragraph, index) &&
         !IsTag(paragraph, index);
}

bool IsInQuotedName(const Paragraph& paragraph, size_t index) {
  static constexpr std::array<std::string_view, 6> kOpening = {"“", "‘", "«", "„", "\"", "'"};
  static constexpr std::array<std::string_view, 5> kClosing = {"”", "’", "»", "\"", "'"};
  constexpr int kReach = 7;  // tokens to each side: four words and the blanks between
  const auto tokens = paragraph.tokens();
  // How many tokens away the quotation's edge is; 0 when there is none near.
  const auto edge = [&](int step, const auto& marks) {
    for (int distance = step; std::abs(distance) <= kReach; distance += step) {
      const auto at = static_cast<std::ptrdiff_t>(index) + distance;
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())) return 0;
      const Token& token = tokens[static_cast<size_t>(at)];
      if (IsOneOf(token.In(paragraph.text()), marks)) {
        // A straight mark opens only before a word and closes only behind one.
        const auto inner = static_cast<size_t>(at - step);
        return tokens[inner].Is(TokenKind::kSpace) ? 0 : std::abs(distance);
      }
      const bool word = token.Is(TokenKind::kBengali) || IsForeign(token);
      if (!word && !token.Is(TokenKind::kSpace) && !IsHyphen(token.In(paragraph.text()))) return 0;
    }
    return 0;
  };
  const int left = edge(-1, kOpening);
  const int right = left == 0 ? 0 : edge(1, kClosing);
  return right != 0 && left + right <= kReach + 1;
}

std::vector<std::string> OtherReadings(const Paragraph& paragraph, size_t index) {
  std::vector<std::string> readings;
  const auto [first, last] = Compound(paragraph, index);
  if (first != last) {
    std::string whole;
    std::string solid;
    for (size_t i = first; i <= last; i += 2) {
      const std::string_view part = paragraph.tokens()[i].In(paragraph.text());
      whole += (whole.empty() ? "" : "-") + std::string(part);
      solid += part;
    }
    readings.push_back(std::move(whole));
    readings.push_back(std::move(solid));
  }
  AddDivided(paragraph, index, readings);
  AddWithoutShownMarks(TextAt(paragraph, index, 0), readings);
  const std::string folded = Fold(TextAt(paragraph, index, 0));
  if (const size_t apostrophe = folded.find('\''); apostrophe != std::string::npos) {
    std::string without = folded;
    std::erase(without, '\'');
    readings.push_back(std::move(without));
    if (IsEnding(std::string_view(folded).substr(apostrophe + 1))) {
      readings.push_back(folded.substr(0, apostrophe));
    }
  }
  for (const size_t kept : {0, 1, 2}) {
    std::string shrunk = Shrunk(folded, kept);
    if (!shrunk.empty()) readings.push_back(std::move(shrunk));
  }
  return readings;
}

}  // namespace bnlint
