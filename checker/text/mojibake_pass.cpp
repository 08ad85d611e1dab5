// Reads one UTF-8 sequence after the other. Bytes get lost on the way: a program drops what the code page does not
// define, or writes ? or U+FFFD for it; a no-break space (A0) turns into a blank. Of a sequence one byte may be lost.

#include "text/mojibake_pass.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"

namespace bnlint {
namespace {

constexpr char32_t kLost = 0xFFFD;
constexpr uint8_t kNoBreakSpace = 0xA0;
constexpr uint8_t kSoftHyphen = 0xAD;

bool IsTrail(unsigned byte) { return byte >= 0x80 && byte <= 0xBF; }
bool IsLead(unsigned byte) { return byte >= 0xC2 && byte <= 0xF4; }
size_t TrailsOf(unsigned lead) { return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; }

// Bengali letters, signs and digits as today's texts have them, and the danda.
bool IsPlainBengali(char32_t c) {
  if (c == 0x0964 || c == 0x0965) return true;
  if (c < 0x0981 || c > 0x09F3) return false;
  const CharClass cls = ClassOf(c);
  return (IsBengali(cls) || cls == CharClass::kBnDigit || c == 0x09F3) &&
         cls != CharClass::kBnOther && c != 0x098C && c != 0x09C4 && (c < 0x09E0 || c > 0x09E3);
}

// A Bengali sequence is E0, A5..A7 and a third byte. Those that fit what is left of one; 0: that byte is lost.
std::u32string Candidates(CodePage page, uint8_t second, uint8_t third) {
  const CodePages& pages = CodePages::Get();
  const auto may_be_lost = [&](uint8_t byte) {
    return pages.Lacks(page, byte) || byte == kNoBreakSpace || byte == kSoftHyphen;
  };
  std::u32string out;
  for (unsigned b = second == 0 ? 0xA5 : second; b <= (second == 0 ? 0xA7U : second); ++b) {
    for (unsigned t = third == 0 ? 0x80 : third; t <= (third == 0 ? 0xBFU : third); ++t) {
      const char32_t c = (b & 0x3FU) << 6U | (t & 0x3FU);
      const bool fits =
          third != 0 || !pages.LacksTrails(page) || may_be_lost(static_cast<uint8_t>(t));
      if (fits && IsPlainBengali(c)) out += c;
    }
  }
  return out;
}

enum class Kind : uint8_t {
  kPlain,     // ASCII and the like: no misreading touches it
  kSure,      // a whole sequence
  kUnsure,    // a sequence that lost a byte
  kLoneLead,  // E0, and nothing of what must follow
  kStop,      // anything else
};

struct Unit {
  size_t begin;  // indices of glyphs
  size_t end;
  Kind kind;
  Glyph glyph;  // what it gives; not for kPlain and kStop
};

class Reader {
 public:
  Reader(const Glyphs& in, CodePage page) : in_(in), page_(page), pages_(CodePages::Get()) {
    LookAround();
  }

  Unit Next(size_t at) const {
    const unsigned lead = Byte(at);
    if (IsLead(lead)) {
      Unit unit = Sequence(at, lead);
      if (unit.kind != Kind::kStop) return unit;
      return lead == 0xE0 ? Lone(at) : unit;
    }
    // 0xA6 0x95: a Bengali character without its E0, which all of them begin with.
    if (lead >= 0xA4 && lead <= 0xA7 && IsTrail(Byte(at + 1))) {
      const std::u32string fitting =
          Candidates(page_, static_cast<uint8_t>(lead), static_cast<uint8_t>(Byte(at + 1)));
      if (fitting.size() == 1) return Make(at, at + 2, Kind::kUnsure, fitting[0], false);
    }
    return {at, at + 1, IsNeutral(in_[at].c) ? Kind::kPlain : Kind::kStop, {}};
  }

 private:
  // 0 for what is no byte.
  [[nodiscard]] unsigned Byte(size_t at) const {
    if (at >= in_.size() || in_[at].c < 0x80) return 0;
    return pages_.ByteOf(page_, in_[at].c);
  }
  [[nodiscard]] bool IsBlankAt(size_t at) const {
    return at < in_.size() && (in_[at].c == ' ' || in_[at].c == '\n');
  }
  [[nodiscard]] bool IsMarkOfLoss(size_t at) const {
    return at < in_.size() && (in_[at].c == '?' || in_[at].c == kLost);
  }
  static bool IsNeutral(char32_t c) {
    return c < 0x80 || c == kLost || c == kNoBreakSpace || (c >= 0x2000 && c <= 0x203A);
  }

  // Where bytes were dropped without a trace, a blank behind half a character is more likely a blank.
  void LookAround() {
    bool dropped = false;
    bool controls = false;
    for (size_t i = 0; i < in_.size(); ++i) {
      controls |= in_[i].c >= 0x80 && in_[i].c <= 0x9F;
      dropped |=
          Byte(i) == 0xE0 && Byte(i + 1) >= 0xA5 && Byte(i + 1) <= 0xA7 && Byte(i + 2) == 0xE0;
    }
    blank_is_byte_ = controls || !dropped;
  }

  Unit Make(size_t begin, size_t end, Kind kind, char32_t c, bool exact) const {
    Unit unit{begin, end, kind, {}};
    unit.glyph = {c,
                  in_[begin].begin,
                  in_[end - 1].end,
                  1,
                  kind == Kind::kSure,
                  exact,
                  in_[begin].times > 0 ? in_[begin].page : page_};
    for (size_t i = begin; i < end; ++i) {
      unit.glyph.times = std::max<uint8_t>(unit.glyph.times, in_[i].times + 1);
      unit.glyph.sure &= in_[i].sure;
      unit.glyph.exact &= in_[i].exact;
    }
    return unit;
  }
  Unit Lone(size_t at) const { return Make(at, at + 1, Kind::kLoneLead, kLost, false); }

  // The sequence that begins at `at` with `lead`; kStop when there is none.
  Unit Sequence(size_t at, unsigned lead) const {
    const Unit none{at, at + 1, Kind::kStop, {}};
    const size_t wanted = TrailsOf(lead);
    std::array<uint8_t, 3> trails{};  // 0: lost
    size_t found = 0;
    bool lost = false;
    bool exact = true;
    size_t next = at + 1;
    for (size_t i = 0; i < wanted; ++i) {
      if (const unsigned byte = Byte(next); IsTrail(byte)) {
        trails[i] = static_cast<uint8_t>(byte);
        ++found;
        ++next;
      } else if (IsBlankAt(next) && BlankMayBeByte(lead, i, wanted, next)) {
        trails[i] = kNoBreakSpace;
        // "Ã " and "Â ": nothing but A0 can have followed here.
        exact = wanted == 1;
        ++found;
        ++next;
      } else if (lost) {
        return none;
      } else {
        lost = true;
        if (IsMarkOfLoss(next)) ++next;
      }
    }
    if (!lost) return Whole(at, next, lead, trails, exact);
    // One byte of two says little; nor does the middle of a long sequence.
    if (found + 1 < wanted || (wanted == 1 && next == at + 1 && !IsLead(Byte(next)))) return none;
    return Broken(at, next, lead, trails);
  }

  [[nodiscard]] bool BlankMayBeByte(unsigned lead, size_t index, size_t wanted, size_t next) const {
    if (lead == 0xC3) return IsLead(Byte(next + 1));
    // † in a text misread twice; in one misread once it is rather a blank behind ” with its byte lost.
    if (lead == 0xE2)
      return blank_is_byte_ && index == 1 && Byte(next - 1) == 0x80 && Byte(next + 1) == 0xC3;
    return blank_is_byte_ && index + 1 == wanted && (lead == 0xC2 || lead == 0xE0);
  }

  Unit Whole(size_t at, size_t next, unsigned lead, const std::array<uint8_t, 3>& trails,
             bool exact) const {
    const size_t count = TrailsOf(lead);
    char32_t c = lead & (0x3FU >> count);
    for (size_t i = 0; i < count; ++i) c = c << 6U | (trails[i] & 0x3FU);
    constexpr std::array<char32_t, 4> kLeast = {0, 0x80, 0x800, 0x10000};
    if (c < kLeast[count] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
      return {at, at + 1, Kind::kStop, {}};
    return Make(at, next, Kind::kSure, c, exact);
  }

  Unit Broken(size_t at, size_t next, unsigned lead, const std::array<uint8_t, 3>& trails) const {
    Unit unit = Make(at, next, Kind::kUnsure, kLost, false);
    if (lead != 0xE0) return unit;
    const auto is_second = [](uint8_t byte) { return byte >= 0xA5 && byte <= 0xA7; };
    if (is_second(trails[0])) {
      unit.glyph.candidates = Candidates(page_, trails[0], 0);
    } else if (trails[0] == 0 || trails[1] == 0) {  // the one that is there is the third
      unit.glyph.candidates = Candidates(page_, 0, std::max(trails[0], trails[1]));
    }
    if (unit.glyph.candidates.empty()) return {at, at + 1, Kind::kStop, {}};
    if (unit.glyph.candidates.size() == 1) {
      unit.glyph.c = unit.glyph.candidates[0];
      unit.glyph.candidates.clear();
    }
    return unit;
  }

  const Glyphs& in_;
  CodePage page_;
  const CodePages& pages_;
  bool blank_is_byte_ = true;
};

// Of units between two stops: at least one is whole.
bool HasSure(const std::vector<Unit>& units, size_t begin, size_t end) {
  return std::any_of(units.begin() + static_cast<std::ptrdiff_t>(begin),
                     units.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Unit& unit) { return unit.kind == Kind::kSure; });
}

bool IsSequence(const std::vector<Unit>& units, size_t at) {
  return at < units.size() && (units[at].kind == Kind::kSure || units[at].kind == Kind::kUnsure);
}

}  // namespace

Pass UndoMisreading(const Glyphs& in, CodePage page) {
  const Reader reader(in, page);
  std::vector<Unit> units;
  for (size_t at = 0; at < in.size(); at = units.back().end) units.push_back(reader.Next(at));
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != Kind::kLoneLead) continue;
    const bool beside = (i > 0 && IsSequence(units, i - 1)) || IsSequence(units, i + 1);
    units[i].kind = beside ? Kind::kUnsure : Kind::kStop;
  }

  Pass pass;
  pass.page = page;
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin;
    while (end < units.size() && units[end].kind != Kind::kStop) ++end;
    const bool damaged = HasSure(units, begin, end);
    end = std::min(end + 1, units.size());
    for (; begin < end; ++begin) {
      const Unit& unit = units[begin];
      if (!damaged || !IsSequence(units, begin)) {
        pass.glyphs.insert(pass.glyphs.end(), in.begin() + static_cast<std::ptrdiff_t>(unit.begin),
                           in.begin() + static_cast<std::ptrdiff_t>(unit.end));
        continue;
      }
      ++(unit.kind == Kind::kSure ? pass.sure : pass.unsure);
      if (unit.kind == Kind::kSure && IsPlainBengali(unit.glyph.c)) ++pass.bengali;
      pass.glyphs.push_back(unit.glyph);
    }
  }
  return pass;
}

}  // namespace bnlint
