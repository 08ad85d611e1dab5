#include "spelling/name_key.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "spelling/fold.h"
#include "text/akshara.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr char32_t kHasanta = 0x09CD, kYa = 0x09AF;

char32_t KeyLetter(char32_t c) {
  switch (c) {
    case 0x0988: return 0x0987;  // ঈ → ই
    case 0x098A: return 0x0989;  // ঊ → উ
    case 0x09C0: return 0x09BF;  // ী → ি
    case 0x09C2: return 0x09C1;  // ূ → ু
    case 0x09B6:
    case 0x09B7: return 0x09B8;  // শ ষ → স
    case 0x09A3: return 0x09A8;  // ণ → ন
    case 0x09AF: return 0x099C;  // য → জ
    case 0x09CE: return 0x09A4;  // ৎ → ত
    default: return c;
  }
}

std::u32string Decode(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    out += c.value;
    at += c.size;
  }
  return out;
}

}  // namespace

std::string_view NameStem(std::string_view word) {
  // Longest first; particles stand outside case endings, so two rounds.
  static constexpr std::array<std::string_view, 17> kEndings = {
      "দেরকে", "গুলোর", "টিকে", "দের", "গুলো", "টির", "টার", "কেও", "ের",
      "কে",    "তে",   "রা",   "টি",  "টা",  "ই",   "ও",   "র"};
  // A bare র is an ending behind these signs only: কবির and তানভির end in it themselves.
  static constexpr std::array<std::string_view, 4> kBeforeR = {"া", "ো", "ে", "ু"};
  for (int round = 0; round < 2; ++round) {
    for (const std::string_view ending : kEndings) {
      const std::string_view stem =
          word.substr(0, word.size() - std::min(word.size(), ending.size()));
      if (!word.ends_with(ending) || CountAksharas(stem) < 2) continue;
      if (ending == "র" &&
          std::none_of(kBeforeR.begin(), kBeforeR.end(),
                       [&](std::string_view sign) { return stem.ends_with(sign); })) {
        continue;
      }
      word = stem;
      break;
    }
  }
  return word;
}

std::string NameKey(std::string_view stem) {
  const std::u32string word = Decode(Fold(stem));
  std::u32string key;
  for (size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const char32_t next = i + 1 < word.size() ? word[i + 1] : 0;
    if (c == 0x0981) continue;
    const bool doubled = !key.empty() && KeyLetter(next) == key.back();
    if (c == kHasanta && (next == kYa || doubled)) {
      ++i;  // ya-phala, or the second of a doubled consonant
    } else {
      key += KeyLetter(c);
    }
  }
  std::string out;
  for (const char32_t c : key) AppendUtf8(out, c);
  return out;
}

size_t CodePointDistance(std::string_view a, std::string_view b, size_t limit) {
  const std::u32string x = Decode(a);
  const std::u32string y = Decode(b);
  if (std::max(x.size(), y.size()) - std::min(x.size(), y.size()) > limit) return limit + 1;
  std::vector<size_t> row(y.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= x.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= y.size(); ++j) {
      const size_t replace = diagonal + (x[i - 1] == y[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
    }
  }
  return std::min(row[y.size()], limit + 1);
}

}  // namespace bnlint
