#include "checks/stray_glyphs.h"

#include <algorithm>
#include <utility>

#include "text/bijoy.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr size_t kNowhere = static_cast<size_t>(-1);

// How a glyph beside Bengali letters is taken.
enum class Stray : uint8_t {
  kNone,      // no glyph, or one that only typography uses
  kLetter,    // a letter that no Bengali text has
  kInside,    // a sign that nobody writes between two letters
  kAmbiguous  // has uses of its own
};

Stray StrayOf(char32_t c) {
  static constexpr std::u32string_view kTypography = U"…–—’”";
  static constexpr std::u32string_view kNeverInside = U"¡¢¤¦¨ª¬¯¸¹º¿‹˜ˆ";
  if (c < 0x80 || !IsBijoyGlyph(BijoyCode(c)) || ClassOf(c) == CharClass::kInvisible ||
      kTypography.find(c) != std::u32string_view::npos) {
    return Stray::kNone;
  }
  if (kNeverInside.find(c) != std::u32string_view::npos) return Stray::kInside;
  return ClassOf(c) == CharClass::kLatin ? Stray::kLetter : Stray::kAmbiguous;
}

bool IsStray(std::string_view token) {
  for (size_t at = 0; at < token.size();) {
    const CodePoint c = DecodeAt(token, at);
    if (StrayOf(c.value) == Stray::kNone) return false;
    at += c.size;
  }
  return true;
}

bool OpensQuotation(std::string_view token) {
  return token == "‘" || token == "“" || token == "‚" || token == "„";
}

using Knows = std::function<bool(std::string_view)>;

// Whether a text is made of known words, one at least.
bool AllKnown(std::string_view text, const Knows& knows) {
  bool any = false;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size()) {
      const CodePoint c = DecodeAt(text, end);
      const CharClass cls = ClassOf(c.value);
      if (!IsBengali(cls) && cls != CharClass::kJoiner) break;
      end += c.size;
    }
    if (end > at && !knows(text.substr(at, end - at))) return false;
    any |= end > at;
    at = end > at ? end : at + DecodeAt(text, at).size;
  }
  return any;
}

// The known words that a word with stray glyphs reads as; else nothing. `bare` is the word without them.
std::string KnownReading(std::string_view word, std::string_view bare, const Knows& knows) {
  constexpr size_t kShort = 9;  // bytes: what is left without its glyphs is a word by chance
  for (std::string& reading : BijoyReadings(word)) {
    if (reading == bare && reading.size() < kShort) continue;
    if (AllKnown(reading, knows)) return std::move(reading);
  }
  return {};
}

class Finder {
 public:
  Finder(const Paragraph& paragraph, const Knows& knows)
      : text_(paragraph.text()), tokens_(paragraph.tokens()), knows_(knows) {}

  std::vector<StrayWord> Find() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const auto first = static_cast<uint8_t>(text_[tokens_[i].begin]);
      if (first < 0xC2 || first == 0xE0) {
        if (tokens_[i].Has(kHasInvisible)) TakeSoftHyphen(i);
      } else if (In(i) == "¾" && IsDash(i)) {
        found_.push_back({i, i, tokens_[i].span(), "—"});
      } else if (IsStray(In(i))) {
        i = TakeWord(i);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view In(size_t i) const { return tokens_[i].In(text_); }
  [[nodiscard]] bool IsWord(size_t i) const { return tokens_[i].Is(TokenKind::kBengali); }

  // A word with stray glyphs, of which token `i` is the first; returns its last token.
  size_t TakeWord(size_t i) {
    const size_t first = i > 0 && IsWord(i - 1) ? i - 1 : i;
    if (first == i && OpensQuotation(In(i))) return i;
    size_t last = i;
    size_t words = first < i ? 1 : 0;
    for (size_t k = i + 1; k < tokens_.size(); ++k) {
      const bool quotation = OpensQuotation(In(k)) && !IsWord(k - 1);
      if (!IsWord(k) && (quotation || !IsStray(In(k)))) break;
      words += IsWord(k) ? 1 : 0;
      last = k;
    }
    // Longer rows are ornament: ¯¯¯¯.
    constexpr size_t kMostInARow = 4;
    if (words > 0 && last - first < 2 * words + kMostInARow) Judge(first, last);
    return last;
  }

  void Judge(size_t first, size_t last) {
    const Span span{tokens_[first].begin, tokens_[last].end};
    const std::string_view word = text_.substr(span.begin, span.size());
    size_t first_word = kNowhere;
    size_t last_word = kNowhere;
    for (size_t i = first; i <= last; ++i) {
      if (!IsWord(i)) continue;
      first_word = std::min(first_word, i);
      last_word = i;
    }
    bool certain = false;
    bool inside = false;      // a glyph between two words' letters
    bool punctuation = true;  // Ñ Ò Ó: they hide no letter
    bool doubled = true;      // what the glyphs read as stands before them
    std::string bare;         // the letters without the glyphs
    for (size_t i = first; i <= last; ++i) {
      if (IsWord(i)) {
        bare += In(i);
        continue;
      }
      const char32_t glyph = DecodeAt(text_, tokens_[i].begin).value;
      const Stray stray = StrayOf(glyph);
      const bool between = i > first_word && i < last_word;
      certain |= stray == Stray::kLetter || (stray == Stray::kInside && between);
      inside |= between;
      punctuation &= glyph >= 0xD1 && glyph <= 0xD5;
      doubled &= std::string_view(bare).ends_with(FromBijoy(In(i)));
    }
    // শব্দ©: a word, and a sign beside it.
    if (!certain && !inside && knows_(bare)) return;
    std::string reading = punctuation ? FromBijoy(word) : KnownReading(word, bare, knows_);
    if (!certain && (reading.empty() || (!inside && reading == bare))) return;
    if (reading.empty() && doubled) reading = bare;
    found_.push_back({first, last, span, std::move(reading)});
  }

  // আল\u00ADাহ: the soft hyphen is ্ল in the font.
  void TakeSoftHyphen(size_t i) {
    if (In(i).find(kSoftHyphen) == std::string_view::npos || knows_(In(i))) return;
    std::string reading = KnownReading(In(i), {}, knows_);
    if (!reading.empty()) found_.push_back({i, i, tokens_[i].span(), std::move(reading)});
  }

  // ¾ at the end of a clause is the dash of another font (Symbol), as in laws: "তখন¾". Beside a number it is what it is.
  [[nodiscard]] bool IsDash(size_t i) const {
    if (i == 0) return false;
    const bool at_end = i + 1 == tokens_.size() || tokens_[i + 1].Has(kHasLineBreak);
    const bool apart = tokens_[i - 1].Is(TokenKind::kSpace) && i > 1 && IsWord(i - 2);
    return In(i - 1) == "।" || (at_end && (IsWord(i - 1) || apart));
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Knows& knows_;
  std::vector<StrayWord> found_;
};

}  // namespace

std::vector<StrayWord> FindStrayGlyphs(const Paragraph& paragraph, const Knows& knows) {
  return Finder(paragraph, knows).Find();
}

}  // namespace bnlint
