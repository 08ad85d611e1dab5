// Two questions. Of a text: which of its code points mislead the eye where they stand? Of a fix: do
// its two sides look alike, so that every code point in which they differ must be named? The second
// compares skeletons, in which look-alikes are one (the idea of Unicode's UTS 39).

#include "report/codepoints.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/terminal.h"
#include "report/words.h"
#include "text/char_class.h"
#include "text/codepoint_name.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kMostNames = 6;
constexpr size_t kLongestStray = 2;

struct Unit {
  CodePoint code;
  CharClass kind;
  std::string_view bytes;
};
using Units = std::vector<Unit>;

Units UnitsOf(std::string_view text) {
  Units units;
  for (size_t at = 0; at < text.size();) {
    const CodePoint code = DecodeAt(text, at);
    const CharClass kind = code.valid ? ClassOf(code.value) : CharClass::kUnknown;
    units.push_back({code, kind, text.substr(at, code.size)});
    at += code.size;
  }
  return units;
}

// What touches a text on its two sides.
struct Neighbours {
  CharClass before = CharClass::kSpace;
  CharClass after = CharClass::kSpace;
};

Neighbours NeighboursOf(std::string_view context, Span part) {
  Neighbours result;
  if (part.begin > 0) result.before = ClassOf(DecodeBefore(context, part.begin).value);
  if (part.end < context.size()) result.after = ClassOf(DecodeAt(context, part.end).value);
  return result;
}

// A short run of one kind with a Bengali word or number on a side: 1 in ২০1৫, o in ২o১৫. A longer
// run is plain to see.
template <typename Predicate>
bool IsStray(const Units& units, size_t at, Neighbours near, const Predicate& bengali) {
  size_t begin = at;
  size_t end = at + 1;
  while (begin > 0 && units[begin - 1].kind == units[at].kind) --begin;
  while (end < units.size() && units[end].kind == units[at].kind) ++end;
  return end - begin <= kLongestStray &&
         (bengali(begin > 0 ? units[begin - 1].kind : near.before) ||
          bengali(end < units.size() ? units[end].kind : near.after));
}

bool IsBengaliDigit(CharClass kind) { return kind == CharClass::kBnDigit; }
bool IsBengaliText(CharClass kind) { return IsBengali(kind) || IsBengaliDigit(kind); }

bool IsPlainBlank(const Unit& unit) {
  return std::string_view(" \t\r\n").find(unit.bytes) != std::string_view::npos;
}

// A mark with no letter to carry it, doubled, or a second vowel sign on one letter.
bool IsMisleadingMark(const Units& units, size_t at) {
  const bool leading = std::all_of(units.begin(), units.begin() + static_cast<ptrdiff_t>(at),
                                   [](const Unit& unit) { return IsBengaliMark(unit.kind); });
  if (leading) return true;
  const auto stacked = [&](size_t other) {
    return units[other].code.value == units[at].code.value ||
           (units[at].kind == CharClass::kBnSign && units[other].kind == CharClass::kBnSign);
  };
  return (at > 0 && stacked(at - 1)) || (at + 1 < units.size() && stacked(at + 1));
}

Units Misleading(std::string_view text, Neighbours near) {
  const Units units = UnitsOf(text);
  const bool blank =
      std::all_of(units.begin(), units.end(), [](const Unit& unit) { return IsBlank(unit.kind); });
  const auto misleads = [&](size_t at) {
    const Unit& unit = units[at];
    if (IsBengaliMark(unit.kind)) return IsMisleadingMark(units, at);
    if (IsBlank(unit.kind)) return blank || !IsPlainBlank(unit);
    switch (unit.kind) {
      case CharClass::kControl:
      case CharClass::kInvisible:
      case CharClass::kJoiner:
      case CharClass::kUnknown:
      case CharClass::kOtherMark:
      case CharClass::kOtherDigit: return true;
      case CharClass::kAsciiDigit: return IsStray(units, at, near, IsBengaliDigit);
      case CharClass::kLatin:
      case CharClass::kOtherLetter: return IsStray(units, at, near, IsBengaliText);
      default: return unit.code.value == 0xFFFD;
    }
  };
  Units result;
  for (size_t at = 0; at < units.size(); ++at) {
    if (misleads(at)) result.push_back(units[at]);
  }
  return result;
}

std::u32string_view SkeletonOf(char32_t c) {
  switch (c) {
    case 0x09CB: return U"\u09C7\u09BE";  // ো
    case 0x09CC: return U"\u09C7\u09D7";  // ৌ
    case 0x09DC: return U"\u09A1\u09BC";  // ড়
    case 0x09DD: return U"\u09A2\u09BC";  // ঢ়
    case 0x09DF: return U"\u09AF\u09BC";  // য়
    case 0x09B0: return U"\u09AC\u09BC";  // র
    case 0x0986: return U"\u0985\u09BE";  // আ
    case 0x0965: return U"\u0964\u0964";  // ॥
    case '|':
    case 0x00A6:
    case 0x01C0:
    case 0x09F7:
    case 0x2223:
    case 0x2502: return U"\u0964";  // ।
    case ':':
    case 0x02D0:
    case 0x2236:
    case 0xA789: return U"\u0983";  // ঃ
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return U"-";
    case 0x2026: return U"...";
    default: return {};
  }
}

std::u32string Skeleton(const Units& units) {
  std::u32string out;
  for (const Unit& unit : units) {
    if (unit.kind == CharClass::kJoiner || unit.kind == CharClass::kInvisible) continue;
    const std::u32string_view known = SkeletonOf(unit.code.value);
    if (!known.empty()) {
      out += known;
    } else {
      out += IsBlank(unit.kind) ? U' ' : unit.code.value;
    }
  }
  // The order of marks on a letter cannot be seen.
  const auto is_mark = [](char32_t c) { return IsBengaliMark(ClassOf(c)); };
  for (auto begin = out.begin(); begin != out.end();) {
    const auto end = std::find_if_not(begin, out.end(), is_mark);
    std::sort(begin, end);
    begin = end == out.end() ? end : std::next(end);
  }
  return out;
}

// Takes off what both texts begin and end with.
void TrimCommon(Units& a, Units& b) {
  const auto same = [](const Unit& x, const Unit& y) { return x.bytes == y.bytes; };
  const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same);
  a.erase(a.begin(), head.first);
  b.erase(b.begin(), head.second);
  const auto tail = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend(), same);
  a.erase(tail.first.base(), a.end());
  b.erase(tail.second.base(), b.end());
}

// Distinct names, in order, and how often each came.
class Names {
 public:
  void Add(const Units& units, Language language) {
    for (const Unit& unit : units) {
      std::string name = unit.code.valid ? CodePointName(unit.code.value)
                                         : fmt::format("{} ({})", Visible(unit.bytes),
                                                       In(language, "UTF-8 নয়", "not UTF-8"));
      const auto known = std::find_if(names_.begin(), names_.end(),
                                      [&](const auto& entry) { return entry.first == name; });
      if (known == names_.end()) {
        names_.emplace_back(std::move(name), 1);
      } else {
        ++known->second;
      }
    }
  }

  [[nodiscard]] std::string Text(size_t most, Language language) const {
    std::string out;
    for (size_t i = 0; i < std::min(most, names_.size()); ++i) {
      out += (i == 0 ? "" : ", ") + names_[i].first;
      if (names_[i].second > 1) out += " × " + Number(names_[i].second, language);
    }
    if (names_.size() > most) out += ' ' + AndMore(names_.size() - most, language);
    return out;
  }

  [[nodiscard]] bool empty() const { return names_.empty(); }
  friend bool operator==(const Names&, const Names&) = default;

 private:
  std::vector<std::pair<std::string, uint64_t>> names_;
};

// What the edits of a fix take away and put there that must be named.
void AddFix(const Place& place, const Fix& fix, Language language, Names& before, Names& after,
            bool odd_before) {
  const bool only_after = before.empty();
  for (const Edit& edit : fix.edits) {
    const auto span = InContext(place, edit.span);
    if (!span) continue;  // what it replaces is not known
    const std::string_view old_text =
        std::string_view(place.context).substr(span->begin, span->size());
    const Neighbours near = NeighboursOf(place.context, *span);
    Units old_units = UnitsOf(old_text);
    Units new_units = UnitsOf(edit.text);
    if (!old_units.empty() && !new_units.empty() && Skeleton(old_units) == Skeleton(new_units)) {
      TrimCommon(old_units, new_units);
      if (only_after) before.Add(old_units, language);
      after.Add(new_units, language);
    } else {
      Units misleading = Misleading(edit.text, near);
      // A space is plain to see, unless it takes the place of another kind of blank.
      if (!odd_before) std::erase_if(misleading, IsPlainBlank);
      after.Add(misleading, language);
    }
  }
}

}  // namespace

std::string CodePointLine(const Diagnostic& diagnostic, Language language) {
  const Place& place = diagnostic.place;
  const Span match = MatchSpan(place);
  Names before;
  Names after;
  const Units misleading =
      Misleading(std::string_view(place.context).substr(match.begin, match.size()),
                 NeighboursOf(place.context, match));
  before.Add(misleading, language);
  if (!diagnostic.fixes.empty()) {
    const bool odd = std::any_of(misleading.begin(), misleading.end(), std::not_fn(IsPlainBlank));
    AddFix(place, diagnostic.fixes.front(), language, before, after, odd);
  }
  if (after.empty() || after == before) return before.Text(kMostNames, language);
  const size_t most = before.empty() ? kMostNames : kMostNames / 2;
  std::string out = before.Text(most, language);
  if (!out.empty()) out += ' ';
  return out + "→ " + after.Text(most, language);
}

}  // namespace bnlint
