// Of a word with holes all fillings are tried: three candidates for a byte that Windows-1252 lacks, two holes in a
// long word.

#include "checks/lost_letters.h"

#include <algorithm>
#include <optional>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kMark = "\uFFFD";
constexpr size_t kMostFillings = 512;  // of a word
constexpr size_t kMostTried = 20000;   // of a finding
// The best must be this many classes of frequency above the next: eight times as common.
constexpr int kClear = 3;

bool InWord(char32_t c) {
  const CharClass cls = ClassOf(c);
  return IsBengali(cls) || cls == CharClass::kJoiner || c == 0xFFFD;
}

// The word around `at`.
Span WordAt(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0) {
    const CodePoint c = DecodeBefore(text, begin);
    if (!InWord(c.value)) break;
    begin -= c.size;
  }
  size_t end = at;
  while (end < text.size()) {
    const CodePoint c = DecodeAt(text, end);
    if (!InWord(c.value)) break;
    end += c.size;
  }
  return {begin, end};
}

// `word` with its marks filled by the candidates that the digits of `number`, to their bases, choose.
std::string Filled(std::string_view word, const Hole* holes, size_t count, size_t number) {
  std::string out;
  size_t copied = 0;
  for (size_t i = 0; i < count; ++i) {
    const size_t mark = word.find(kMark, copied);
    out += word.substr(copied, mark - copied);
    AppendUtf8(out, holes[i].candidates[number % holes[i].candidates.size()]);
    number /= holes[i].candidates.size();
    copied = mark + kMark.size();
  }
  return out += word.substr(copied);
}

size_t Fillings(const Hole* holes, size_t count) {
  size_t product = 1;
  for (size_t i = 0; i < count && product <= kMostFillings; ++i)
    product *= holes[i].candidates.size();
  return product;
}

std::optional<std::string> BestFilling(const Speller& speller, std::string_view word,
                                       const Hole* holes, size_t count, size_t fillings) {
  std::optional<std::string> best;
  int frequency = Speller::kUnseen;
  int second = Speller::kUnseen - kClear;
  for (size_t number = 0; number < fillings; ++number) {
    std::string filled = Filled(word, holes, count, number);
    if (!speller.Knows(filled)) continue;
    const int its = speller.Frequency(filled);
    if (best && its <= frequency) {
      second = std::max(second, its);
      continue;
    }
    if (best) second = frequency;
    frequency = its;
    best = std::move(filled);
  }
  return frequency - second >= kClear ? best : std::nullopt;
}

}  // namespace

void FillHoles(const Speller& speller, Mojibake& found) {
  if (!speller.HasDictionary() || found.holes.empty()) return;
  std::string out;
  std::vector<Hole> left;
  size_t copied = 0;
  size_t tried = 0;
  for (size_t i = 0; i < found.holes.size();) {
    const Span span = WordAt(found.text, found.holes[i].offset);
    const std::string_view word = std::string_view(found.text).substr(span.begin, span.size());
    size_t end = i;
    while (end < found.holes.size() && found.holes[end].offset < span.end) ++end;
    const size_t fillings = Fillings(&found.holes[i], end - i);
    std::optional<std::string> best;
    // A mark that stood in the text before has no candidates.
    const auto marks = static_cast<size_t>(std::count(word.begin(), word.end(), '\xEF'));
    if (marks == end - i && fillings > 0 && fillings <= kMostFillings && tried < kMostTried) {
      tried += fillings;
      best = BestFilling(speller, word, &found.holes[i], end - i, fillings);
    }
    out += std::string_view(found.text).substr(copied, span.begin - copied);
    for (size_t hole = i; hole < end && !best; ++hole) {
      left.push_back(
          {out.size() + (found.holes[hole].offset - span.begin), found.holes[hole].candidates});
    }
    out += best ? *best : word;
    copied = span.end;
    i = end;
  }
  found.text = out + found.text.substr(copied);
  found.holes = std::move(left);
}

std::string WordWithHole(const Speller& speller, std::string_view left, std::string_view right) {
  std::string best;
  int frequency = Speller::kUnseen - 1;
  const auto ask = [&](char32_t c) {
    std::string word(left);
    AppendUtf8(word, c);
    word += right;
    if (!speller.Knows(word) || speller.Frequency(word) <= frequency) return;
    frequency = speller.Frequency(word);
    best = std::move(word);
  };
  for (char32_t c = 0x0981; c <= 0x09DF; ++c) {
    if (IsBengali(ClassOf(c))) ask(c);
  }
  for (const char32_t joiner : {0x200C, 0x200D}) ask(joiner);
  return best;
}

}  // namespace bnlint
