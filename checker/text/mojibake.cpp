// Undoes one misreading after the other, each time as the code page that makes most sense of the text, and
// keeps the stretches that Bengali came out of.

#include "text/mojibake.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "text/char_class.h"
#include "text/mojibake_pass.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr int kMostTimes = 3;

// The characters that E0 and E2, or what they turn into, read as: below U+0800 or, in DOS's and Apple's pages, among the
// symbols. Bengali text has next to none of them; of the symbols it has quotation marks, dashes and ZWNJ (E2 80).
bool MayHold(std::string_view text) {
  bool two_bytes = false;
  for (const char c : text)
    two_bytes |= static_cast<uint8_t>(static_cast<uint8_t>(c) - 0xC2U) <= 0xDF - 0xC2;
  if (two_bytes) return true;
  for (size_t at = text.find('\xE2'); at != std::string_view::npos;
       at = text.find('\xE2', at + 1)) {
    if (at + 2 >= text.size()) return false;
    if (text[at + 1] != '\x80' || text[at + 2] == '\xA1') return true;
  }
  return false;
}

Glyphs Explode(std::string_view text) {
  Glyphs glyphs;
  glyphs.reserve(text.size() / 2);
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    Glyph glyph;
    glyph.c = c.value;
    glyph.begin = static_cast<uint32_t>(at);
    glyph.end = static_cast<uint32_t>(at + c.size);
    glyphs.push_back(std::move(glyph));
    at += c.size;
  }
  return glyphs;
}

// The pages by which two characters in a row, somewhere, are the first bytes of a UTF-8 sequence.
CodePageSet Explaining(const Glyphs& glyphs) {
  const CodePages& pages = CodePages::Get();
  CodePageSet found = 0;
  for (size_t i = 0; i + 1 < glyphs.size(); ++i) {
    if (glyphs[i].c >= 0x80 && glyphs[i + 1].c >= 0x80) {
      found |= pages.Leads(glyphs[i].c) & pages.Trails(glyphs[i + 1].c);
    }
  }
  return found;
}

// The same on the text itself, for it is asked of many more texts than are damaged.
CodePageSet Explaining(std::string_view text) {
  const CodePages& pages = CodePages::Get();
  CodePageSet found = 0;
  CodePageSet leads = 0;  // of the character before
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0x80 || byte == 0xE0) {  // ASCII, Bengali
      at += byte < 0x80 || at + 3 > text.size() ? 1 : 3;
      leads = 0;
      continue;
    }
    const CodePoint c = DecodeAt(text, at);
    found |= leads & pages.Trails(c.value);
    leads = pages.Leads(c.value);
    at += c.size;
  }
  return found;
}

size_t Worth(const Pass& pass) { return 4 * pass.bengali + pass.sure; }

// The best of all pages; nothing when none gives a whole character.
std::optional<Pass> BestPass(const Glyphs& glyphs, CodePageSet explaining) {
  std::optional<Pass> best;
  for (size_t i = 0; i < kCodePages; ++i) {
    const auto page = static_cast<CodePage>(i);
    if ((explaining & SetOf(page)) == 0) continue;
    Pass pass = UndoMisreading(glyphs, page);
    if (pass.sure == 0) continue;
    const bool better = !best || Worth(pass) > Worth(*best) ||
                        (Worth(pass) == Worth(*best) && pass.unsure < best->unsure);
    if (better) best = std::move(pass);
  }
  return best;
}

// Bengali, the danda, and what only E2 80 begins: quotation marks, dashes, joiners, the ellipsis.
bool IsBengaliCharacter(char32_t c) {
  return (c >= 0x0980 && c <= 0x09FF && ClassOf(c) != CharClass::kUnknown) || c == 0x0964 ||
         c == 0x0965;
}
bool IsPunctuation(char32_t c) { return c >= 0x2000 && c <= 0x203A; }
bool IsEmoji(char32_t c) { return c >= 0x1F000 && c <= 0x1FAFF; }

bool IsLatinLike(char32_t c) {
  const CharClass cls = ClassOf(c);
  return cls == CharClass::kLatin || (c >= 0x80 && c <= 0x2FF);
}

// Glyphs [begin, end) of which the first and the last are damaged.
struct Run {
  size_t begin;
  size_t end;
};

class Collector {
 public:
  explicit Collector(const Glyphs& glyphs) : glyphs_(glyphs), russian_(LongestRussian() < 3) {}

  std::vector<Mojibake> Collect() const {
    std::vector<Mojibake> found;
    for (size_t at = 0; at < glyphs_.size();) {
      if (glyphs_[at].times == 0) {
        ++at;
        continue;
      }
      const Run run = RunAt(at);
      if (HasAnchor(run)) found.push_back(Make(run));
      at = run.end;
    }
    return found;
  }

 private:
  // Over ASCII and punctuation to the last damaged character.
  Run RunAt(size_t begin) const {
    Run run{begin, begin + 1};
    for (size_t at = begin; at < glyphs_.size(); ++at) {
      const char32_t c = glyphs_[at].c;
      if (glyphs_[at].times > 0) {
        run.end = at + 1;
      } else if (c >= 0x80 && c != 0xA0 && !IsPunctuation(c) && c != 0xFFFD) {
        break;
      }
    }
    return run;
  }

  // In DOS's Cyrillic page E0 A6 is рж, E0 A5 A4 is ред, which Russian and Serbian have in many words, but never thrice
  // in a row.
  size_t LongestRussian() const {
    size_t longest = 0;
    size_t length = 0;
    for (const Glyph& glyph : glyphs_) {
      length = glyph.times > 0 && glyph.page == CodePage::kDos866 && IsBengaliCharacter(glyph.c)
                   ? length + 1
                   : 0;
      longest = std::max(longest, length);
    }
    return longest;
  }

  // A whole character is there that no text has by chance in this disguise.
  bool HasAnchor(Run run) const {
    for (size_t i = run.begin; i < run.end; ++i) {
      const Glyph& glyph = glyphs_[i];
      if (glyph.times == 0 || !glyph.sure || (russian_ && glyph.page == CodePage::kDos866))
        continue;
      if (IsBengaliCharacter(glyph.c) || IsPunctuation(glyph.c) || IsEmoji(glyph.c)) return true;
      if (IsStrayA(glyph) && StandsApart(i)) return true;
    }
    return false;
  }

  // "Â°": what C2 A0 to C2 BF read as where the second byte is no letter.
  static bool IsStrayA(const Glyph& glyph) {
    const bool latin = glyph.page == CodePage::kWindows1252 || glyph.page == CodePage::kWindows1254;
    return latin && glyph.c >= 0xA0 && glyph.c <= 0xBF && glyph.c != 0xAA && glyph.c != 0xBA;
  }

  // Among letters of legacy fonts, Â and what follows it may be letters too.
  bool StandsApart(size_t at) const {
    const bool before = at > 0 && IsLatinLike(glyphs_[at - 1].c);
    const bool after = at + 1 < glyphs_.size() && IsLatinLike(glyphs_[at + 1].c);
    return !before && !after;
  }

  Mojibake Make(Run run) const {
    Mojibake out;
    out.span = {glyphs_[run.begin].begin, glyphs_[run.end - 1].end};
    out.page = glyphs_[run.begin].page;
    out.exact = true;
    for (size_t i = run.begin; i < run.end; ++i) {
      const Glyph& glyph = glyphs_[i];
      out.times = std::max<int>(out.times, glyph.times);
      const CharClass cls = ClassOf(glyph.c);
      // A byte that decodes into nonsense, or one that was left over, was not what we think.
      const bool odd = glyph.times > 0 ? cls == CharClass::kUnknown || cls == CharClass::kControl
                                       : glyph.c >= 0x80;
      out.exact &= glyph.exact && !odd;
      if (glyph.c == 0xFFFD && glyph.times > 0)
        out.holes.push_back({out.text.size(), glyph.candidates});
      AppendUtf8(out.text, glyph.c);
    }
    return out;
  }

  const Glyphs& glyphs_;
  bool russian_;  // what looks like DOS's Cyrillic page is Russian
};

}  // namespace

std::vector<Mojibake> FindMojibake(std::string_view text) {
  if (!MayHold(text)) return {};
  CodePageSet explaining = Explaining(text);
  if (explaining == 0) return {};
  Glyphs glyphs = Explode(text);
  for (int i = 0; i < kMostTimes && explaining != 0; ++i) {
    std::optional<Pass> pass = BestPass(glyphs, explaining);
    if (!pass) break;
    glyphs = std::move(pass->glyphs);
    explaining = Explaining(glyphs);
  }
  return Collector(glyphs).Collect();
}

std::string UndoMojibake(const std::string& text) {
  std::string out;
  size_t copied = 0;
  for (const Mojibake& found : FindMojibake(text)) {
    out += text.substr(copied, found.span.begin - copied) + found.text;
    copied = found.span.end;
  }
  return out + text.substr(copied);
}

}  // namespace bnlint
