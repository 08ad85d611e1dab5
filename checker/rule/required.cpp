// A recursive descent over RE2's syntax. What it does not understand requires nothing.

#include "rule/required.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// More alternatives than this say too little.
constexpr size_t kMostRuns = 64;
constexpr size_t kLongestRun = 8;
constexpr int kMostDepth = 50;

struct NotUnderstood {};

// What an item of a pattern is: characters out of these sets, one behind the other, or something that requires `all`.
struct Item {
  bool is_run = false;
  bool is_empty = false;  // ^ and $: no character, and what stands around it still touches
  CharRun run;
  std::vector<AnyRun> all;
};

bool IsOfWords(const CharSet& set) { return (set & ~WordLetters()).none(); }

// Adds the parts of a run that lie inside and outside words.
void AddParts(const CharRun& run, std::vector<AnyRun>& all) {
  for (size_t begin = 0; begin < run.size();) {
    size_t end = begin + 1;
    while (end < run.size() && IsOfWords(run[end]) == IsOfWords(run[begin])) ++end;
    all.push_back({CharRun(run.begin() + static_cast<std::ptrdiff_t>(begin),
                           run.begin() + static_cast<std::ptrdiff_t>(end))});
    begin = end;
  }
}

void AddRange(CharSet& set, char32_t first, char32_t last) {
  constexpr char32_t kExact = 0x2040;
  for (char32_t c = first; c <= last && c < kExact; ++c) set.set(CharBit(c));
  if (last < kExact) return;
  const char32_t from = std::max(first, kExact);
  for (char32_t c = from; c <= last && c < from + 64; ++c) set.set(CharBit(c));
}

// All code points but those of `set`: where many share a bit it stays.
CharSet Complement(const CharSet& set) {
  CharSet all;
  all.set();
  for (size_t bit = 0; bit < kSharedBits; ++bit) all[bit] = !set[bit];
  return all;
}

void FoldCase(CharSet& set) {
  for (char32_t c = 'a'; c <= 'z'; ++c) {
    const char32_t upper = c - 'a' + 'A';
    if (!set[c] && !set[upper]) continue;
    set.set(c);
    set.set(upper);
    if (c == 'k') set.set(CharBit(0x212A));
    if (c == 's') set.set(CharBit(0x017F));
  }
  // Other letters have cases too: of them all are let in.
  if ((set >> kSharedBits).any()) {
    for (size_t bit = kSharedBits; bit < set.size(); ++bit) set.set(bit);
  }
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : text_(pattern) {}

  std::vector<AnyRun> Parse() {
    const Item item = Alternatives();
    if (at_ < text_.size()) throw NotUnderstood{};
    return Requirements(item);
  }

 private:
  static std::vector<AnyRun> Requirements(const Item& item) {
    if (!item.is_run) return item.all;
    std::vector<AnyRun> all;
    AddParts(item.run, all);
    return all;
  }

  [[nodiscard]] bool Sees(std::string_view what) const {
    return text_.substr(at_).starts_with(what);
  }
  bool Take(std::string_view what) {
    if (!Sees(what)) return false;
    at_ += what.size();
    return true;
  }
  char32_t Next() {
    if (at_ >= text_.size()) throw NotUnderstood{};
    const CodePoint c = DecodeAt(text_, at_);
    if (!c.valid) throw NotUnderstood{};
    at_ += c.size;
    return c.value;
  }

  Item Alternatives() {
    if (++depth_ > kMostDepth) throw NotUnderstood{};
    std::vector<Item> branches{Sequence()};
    while (Take("|")) branches.push_back(Sequence());
    --depth_;
    if (branches.size() == 1) return branches[0];
    // The rarest requirement of each branch: one of all these.
    AnyRun any;
    for (const Item& branch : branches) {
      const std::vector<AnyRun> all = Requirements(branch);
      const auto rarest =
          std::max_element(all.begin(), all.end(),
                           [](const AnyRun& a, const AnyRun& b) { return Rarity(a) < Rarity(b); });
      if (rarest == all.end()) return {};
      any.insert(any.end(), rarest->begin(), rarest->end());
    }
    if (any.size() > kMostRuns) return {};
    Item item;
    item.all.push_back(std::move(any));
    return item;
  }

  Item Sequence() {
    std::vector<AnyRun> all;
    CharRun run;
    bool whole = true;  // nothing but `run` so far
    const auto flush = [&] {
      AddParts(run, all);
      run.clear();
      whole = false;
    };
    while (at_ < text_.size() && !Sees("|") && !Sees(")")) {
      const std::optional<Item> item = One();
      if (!item) continue;  // flags
      const auto [least, most] = Repeat();
      if (item->is_empty) continue;
      if (least == 0) {
        flush();
        continue;
      }
      if (!item->is_run) {
        flush();
        all.insert(all.end(), item->all.begin(), item->all.end());
        continue;
      }
      for (int i = 0; i < least && run.size() < kLongestRun; ++i) {
        run.insert(run.end(), item->run.begin(), item->run.end());
      }
      if (run.size() >= kLongestRun || most != least) {
        flush();
        // The last one still touches what follows.
        run = item->run;
      }
    }
    Item item;
    if (whole && !run.empty()) {
      item.is_run = true;
      item.run = std::move(run);
      return item;
    }
    flush();
    item.all = std::move(all);
    return item;
  }

  // How often the item before stands: at least, and at most (-1: any number).
  std::pair<int, int> Repeat() {
    std::pair<int, int> times{1, 1};
    if (Take("*")) {
      times = {0, -1};
    } else if (Take("+")) {
      times = {1, -1};
    } else if (Take("?")) {
      times = {0, 1};
    } else if (Sees("{")) {
      const size_t before = at_++;
      const auto number = [&] {
        int value = -1;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
          value = std::min(std::max(value, 0) * 10 + (text_[at_++] - '0'), 10000);
        }
        return value;
      };
      const int least = number();
      int most = least;
      if (Take(",")) most = number();
      if (least < 0 || !Take("}")) {
        at_ = before;  // a brace as it is
        return times;
      }
      times = {least, most};
    } else {
      return times;
    }
    Take("?");
    if (Sees("*") || Sees("+") || Sees("?")) throw NotUnderstood{};
    return times;
  }

  // The next item; nothing when it is a setting of flags.
  std::optional<Item> One() {
    if (Take("(")) return Group();
    if (Take("[")) return Char(Class());
    if (Take("^") || Take("$")) {
      Item item;
      item.is_empty = true;
      return item;
    }
    if (Take(".")) return Char(Complement({}));
    if (Take("\\")) return Escape();
    CharSet set;
    set.set(CharBit(Next()));
    return Char(set);
  }

  [[nodiscard]] Item Char(CharSet set) const {
    if (fold_) FoldCase(set);
    Item item;
    item.is_run = true;
    item.run = {set};
    return item;
  }

  std::optional<Item> Group() {
    const bool outer = fold_;
    if (Take("?")) {
      if (Take("P<") || Take("<")) {
        while (Next() != '>') {
        }
      } else {
        bool on = true;
        while (true) {
          const char32_t c = Next();
          if (c == 'i') fold_ = on;
          if (c == '-') on = false;
          if (c == ')') return std::nullopt;  // for the rest of the group
          if (c == ':') break;
          if (c != 'i' && c != '-' && c != 's' && c != 'm' && c != 'U') throw NotUnderstood{};
        }
      }
    }
    Item inside = Alternatives();
    if (!Take(")")) throw NotUnderstood{};
    fold_ = outer;
    return inside;
  }

  std::optional<Item> Escape() {
    const char32_t c = Next();
    if (c == 'A' || c == 'z') {
      Item item;
      item.is_empty = true;
      return item;
    }
    CharSet set;
    set.set(CharBit(Escaped(c)));
    return Char(set);
  }

  // The code point that an escape names, of which `c` stands behind the backslash.
  char32_t Escaped(char32_t c) {
    switch (c) {
      case 'n': return '\n';
      case 'r': return '\r';
      case 't': return '\t';
      case 'f': return '\f';
      case 'v': return '\v';
      case 'a': return '\a';
      case 'x': return Hex();
      default: break;
    }
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (word || c >= 0x80) throw NotUnderstood{};
    return c;
  }

  char32_t Hex() {
    const bool braces = Take("{");
    char32_t value = 0;
    for (int i = 0; braces ? !Sees("}") : i < 2; ++i) {
      const char32_t digit = Next();
      if (i > 6) throw NotUnderstood{};
      value = value * 16 + (digit <= '9' ? digit - '0' : (digit | 0x20U) - 'a' + 10);
    }
    if (braces) Take("}");
    return value;
  }

  CharSet Class() {
    CharSet set;
    const bool negated = Take("^");
    for (bool first = true; first || !Sees("]"); first = false) {
      if (Sees("[:")) throw NotUnderstood{};
      const char32_t from = ClassChar();
      char32_t to = from;
      if (Sees("-") && !Sees("-]")) {
        Take("-");
        to = ClassChar();
      }
      AddRange(set, from, to);
    }
    Take("]");
    if (fold_) FoldCase(set);
    return negated ? Complement(set) : set;
  }
  char32_t ClassChar() { return Take("\\") ? Escaped(Next()) : Next(); }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  bool fold_ = false;
};

// About how often the character of a bit stands in prose.
double Share(size_t bit) {
  constexpr double kRare = 0.00005;
  if (bit < kBengaliBits) {
    const auto c = static_cast<char>(bit);
    if (c == ' ') return 0.15;
    if (c == ',' || c == '-' || c == '.') return 0.005;
    if (c == '\n' || (c >= 'a' && c <= 'z')) return 0.001;
    return 0.0003;
  }
  if (bit < kPunctuationBits) {
    constexpr std::u32string_view kMost = U"ারকনেিতবস্লম";
    constexpr std::u32string_view kMany = U"পদহযটুোগজীশএআইছওথভউ";
    const auto c = static_cast<char32_t>(bit - kBengaliBits + 0x0980);
    if (kMost.find(c) != std::u32string_view::npos) return 0.05;
    if (kMany.find(c) != std::u32string_view::npos || c == 0x09DF) return 0.015;
    const bool letter = (c >= 0x0985 && c <= 0x09B9) || c == 0x0982 || c == 0x0981;
    return letter ? 0.004 : kRare;
  }
  if (bit < kSharedBits) return 0.0005;
  return bit == kSharedBits ? 0.012 : kRare;
}

}  // namespace

const CharSet& WordLetters() {
  static const CharSet set = [] {
    CharSet letters;
    for (char32_t c = 0x0980; c < 0x0A00; ++c) {
      if (IsBengali(ClassOf(c))) letters.set(CharBit(c));
    }
    return letters;
  }();
  return set;
}

std::vector<AnyRun> RequiredRuns(std::string_view pattern) {
  try {
    return Parser(pattern).Parse();
  } catch (const NotUnderstood&) {
    return {};
  }
}

double Rarity(const CharRun& run) {
  static const auto shares = [] {
    std::array<double, 384> table{};
    for (size_t bit = 0; bit < table.size(); ++bit) table[bit] = Share(bit);
    return table;
  }();
  double bits = 0;
  for (const CharSet& set : run) {
    double share = 0;
    for (size_t bit = 0; bit < set.size(); ++bit) share += set[bit] ? shares[bit] : 0;
    bits -= std::log2(std::clamp(share, 1e-6, 1.0));
  }
  return bits;
}

double Rarity(const AnyRun& runs) {
  double share = 0;
  for (const CharRun& run : runs) share += std::exp2(-Rarity(run));
  return runs.empty() ? 0 : -std::log2(std::min(share, 1.0));
}

}  // namespace bnlint
