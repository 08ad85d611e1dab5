// Glyphs are gathered into one akshara at a time: reph, cluster, the two halves of its vowel sign, modifiers. It is
// written out in reading order when a glyph comes that begins the next one.

#include "text/bijoy.h"

#include <algorithm>
#include <array>
#include <map>

#include "embed/embed.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kHasanta = "্", kReph = "র্", kZwnj = "\u200C";
constexpr size_t kLetter = 3;  // bytes of a Bengali character

struct Glyph {
  std::string text;                 // empty: no glyph
  std::vector<std::string> others;  // other readings
};

struct Glyphs {
  std::array<Glyph, 256> single;
  std::map<std::pair<int, int>, Glyph> pairs;
};

std::vector<std::string_view> Split(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  for (size_t end = 0; end != std::string_view::npos;) {
    end = line.find(at);
    parts.push_back(line.substr(0, end));
    if (end != std::string_view::npos) line.remove_prefix(end + 1);
  }
  return parts;
}

int HexCode(std::string_view hex) { return std::stoi(std::string(hex), nullptr, 16); }

Glyphs ReadGlyphs() {
  Glyphs glyphs;
  for (const std::string_view line : Split(Embedded("dictionaries/bn/bijoy.tsv"), '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = Split(line, '\t');
    Glyph glyph{std::string(fields.at(1)), {}};
    if (fields.size() > 2) {
      for (const std::string_view other : Split(fields[2], ' ')) glyph.others.emplace_back(other);
    }
    const auto codes = Split(fields[0], ' ');
    if (codes.size() == 1) {
      glyphs.single.at(static_cast<size_t>(HexCode(codes[0]))) = std::move(glyph);
    } else {
      glyphs.pairs[{HexCode(codes[0]), HexCode(codes[1])}] = std::move(glyph);
    }
  }
  return glyphs;
}

const Glyphs& Table() {
  static const Glyphs glyphs = ReadGlyphs();
  return glyphs;
}

// Windows-1252 where it differs from Latin-1: 80..9F.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool IsPreBase(char32_t sign) { return sign == 0x09BF || sign == 0x09C7 || sign == 0x09C8; }

// Letters with a form that hangs below or behind another: য র ব ম ন ল.
bool HasPhala(char32_t letter) {
  return letter == 0x09AF || letter == 0x09B0 || letter == 0x09AC || letter == 0x09AE ||
         letter == 0x09A8 || letter == 0x09B2;
}

class Writer {
 public:
  // A letter or cluster, whole or half; a vowel sign may end it (গু).
  void Base(std::string_view text) {
    const bool vowel = ClassOf(DecodeAt(text, 0).value) == CharClass::kBnVowel;
    // A vowel takes no sign: some converters set ে ি behind their letter (q‡B for য়েই).
    if (!cluster_.empty() ? !OpenEnded() : vowel) Flush();
    std::string_view rest = text;
    // A visible hasanta stays visible before a letter that would go under.
    if (visible_ && OpenEnded() && HasPhala(DecodeAt(text, 0).value)) cluster_ += kZwnj;
    visible_ = false;
    TakeSignAtEnd(rest);
    cluster_ += rest;
  }
  // What hangs below the letter before it.
  void Below(std::string_view text) {
    if (OpenEnded()) text.remove_prefix(kHasanta.size());
    TakeSignAtEnd(text);
    cluster_ += text;
  }
  void PreBase(std::string_view sign) {
    if (!cluster_.empty() || !pre_.empty()) Flush();
    pre_ = sign;
  }
  // A sign behind its letter; in Unicode text that is where all stand.
  void Sign(std::string_view sign) {
    post_ += sign;
    if (cluster_.empty()) Flush();
  }
  void Reph(std::string_view as_is) {
    if (cluster_.empty()) {
      Other(as_is);
    } else {
      reph_ = true;
    }
  }
  void Modifier(std::string_view text) {
    // The eye sees ঁ before ং whichever was typed first.
    if (text == "ঁ") {
      modifiers_.insert(0, text);
    } else {
      modifiers_ += text;
    }
    if (cluster_.empty()) Flush();
  }
  void Hasanta(bool visible) {
    if (cluster_.empty()) {
      Other(kHasanta);
      return;
    }
    if (!OpenEnded()) cluster_ += kHasanta;
    visible_ = visible;
  }
  // Belongs to the cluster but changes nothing in it: a nukta, a joiner. A nukta that a sign was moved in front of
  // (h‡় for য়ে) takes its letter, and so its place before the sign, back.
  void Attach(std::string_view text) {
    if (cluster_.empty()) {
      if (pre_.empty()) return Other(text);
      out_ += std::string(text) + pre_;
      pre_.clear();
    } else {
      cluster_ += text;
    }
  }
  void Other(std::string_view text) {
    Flush();
    out_ += text;
  }
  std::string Take() {
    Flush();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool OpenEnded() const { return std::string_view(cluster_).ends_with(kHasanta); }

  void TakeSignAtEnd(std::string_view& text) {
    if (text.size() <= kLetter) return;
    const std::string_view last = text.substr(text.size() - kLetter);
    if (ClassOf(DecodeAt(last, 0).value) != CharClass::kBnSign) return;
    post_ += last;
    text.remove_suffix(kLetter);
  }

  [[nodiscard]] std::string VowelSign() const {
    const std::string sign = pre_ + post_;
    if (sign ==
        "ে"
        "া")
      return "ো";
    if (sign ==
        "ে"
        "ৗ")
      return "ৌ";
    return sign;
  }

  void Flush() {
    if (reph_) out_ += kReph;
    out_ += cluster_ + VowelSign() + modifiers_;
    reph_ = visible_ = false;
    cluster_.clear();
    pre_.clear();
    post_.clear();
    modifiers_.clear();
  }

  std::string out_;
  // The akshara at hand.
  bool reph_ = false;
  bool visible_ = false;  // the cluster ends in a hasanta that was typed to be seen
  std::string cluster_;
  std::string pre_;   // the sign before it: ি ে ৈ
  std::string post_;  // the sign behind it
  std::string modifiers_;
};

// `as_is` is what the glyph is in the text.
void AddGlyph(std::string_view text, std::string_view as_is, Writer& writer) {
  const char32_t first = DecodeAt(text, 0).value;
  if (text == kReph) return writer.Reph(as_is);
  if (text == kHasanta) return writer.Hasanta(true);
  if (text.starts_with(kHasanta)) return writer.Below(text);
  if (IsPreBase(first)) return writer.PreBase(text);
  switch (ClassOf(first)) {
    case CharClass::kBnSign: return writer.Sign(text);
    case CharClass::kBnModifier: return writer.Modifier(text);
    case CharClass::kBnConsonant:
    case CharClass::kBnVowel:
    case CharClass::kBnKhandaTa: return writer.Base(text);
    default: return writer.Other(text);
  }
}

// A character of Unicode text between the glyphs.
void AddCharacter(std::string_view text, char32_t value, Writer& writer) {
  switch (ClassOf(value)) {
    case CharClass::kBnSign: return writer.Sign(text);
    case CharClass::kBnModifier: return writer.Modifier(text);
    case CharClass::kBnHasanta: return writer.Hasanta(false);
    case CharClass::kBnNukta:
    case CharClass::kJoiner: return writer.Attach(text);
    case CharClass::kBnConsonant:
    case CharClass::kBnVowel:
    case CharClass::kBnKhandaTa:
    case CharClass::kBnOther: return writer.Base(text);
    default: return writer.Other(text);
  }
}

// A glyph found in a text: one code or two.
struct Found {
  const Glyph* glyph = nullptr;
  uint32_t size = 0;  // in bytes of the text
};

Found GlyphAt(std::string_view text, size_t at) {
  const CodePoint c = DecodeAt(text, at);
  const int code = BijoyCode(c.value);
  if (code < 0) return {nullptr, c.size};
  if (at + c.size < text.size()) {
    const CodePoint next = DecodeAt(text, at + c.size);
    const auto pair = Table().pairs.find({code, BijoyCode(next.value)});
    if (pair != Table().pairs.end()) return {&pair->second, c.size + next.size};
  }
  const Glyph& glyph = Table().single.at(static_cast<size_t>(code));
  return {glyph.text.empty() ? nullptr : &glyph, c.size};
}

// A glyph outside ASCII in a word, and how it may be read.
struct Place {
  size_t begin;
  size_t size;
  std::vector<std::string> readings;
};

// Codes under which Windows-1252 and the font itself have quotation marks, dashes and dots: these are not noise.
bool IsPunctuation(int code) {
  return code == 0x82 || code == 0x84 || code == 0x85 || (code >= 0x91 && code <= 0x97) ||
         (code >= 0xD0 && code <= 0xD5);
}

std::vector<Place> StrayGlyphs(std::string_view word) {
  std::vector<Place> places;
  for (size_t at = 0; at < word.size();) {
    const Found found = GlyphAt(word, at);
    if (found.glyph != nullptr && static_cast<uint8_t>(word[at]) >= 0x80) {
      Place place{at, found.size, {found.glyph->text}};
      place.readings.insert(place.readings.end(), found.glyph->others.begin(),
                            found.glyph->others.end());
      // ¬¬ for one ¬, and a glyph whose reading stands before it already (প্ল¬াবিত).
      if (!IsPunctuation(BijoyCode(DecodeAt(word, at).value))) place.readings.emplace_back();
      places.push_back(std::move(place));
    }
    at += found.size;
  }
  return places;
}

std::string Read(std::string_view word, const std::vector<Place>& places,
                 const std::vector<size_t>& choice) {
  Writer writer;
  size_t next = 0;
  for (size_t at = 0; at < word.size();) {
    if (next < places.size() && places[next].begin == at) {
      const Place& place = places[next];
      const std::string& reading = place.readings[choice[next]];
      if (!reading.empty()) AddGlyph(reading, word.substr(at, place.size), writer);
      at += place.size;
      ++next;
      continue;
    }
    const CodePoint c = DecodeAt(word, at);
    AddCharacter(word.substr(at, c.size), c.value, writer);
    at += c.size;
  }
  return writer.Take();
}

}  // namespace

int BijoyCode(char32_t character) {
  if (character > 0x20 && character < 0x80) return static_cast<int>(character);
  if (character >= 0x80 && character <= 0xFF) return static_cast<int>(character);
  const auto* found = std::find(kWindows.begin(), kWindows.end(), character);
  return found == kWindows.end() ? -1 : 0x80 + static_cast<int>(found - kWindows.begin());
}

bool IsBijoyGlyph(int code) {
  return code >= 0 && code <= 0xFF && !Table().single.at(static_cast<size_t>(code)).text.empty();
}

std::string FromBijoy(std::string_view text) {
  Writer writer;
  for (size_t at = 0; at < text.size();) {
    const Found found = GlyphAt(text, at);
    const std::string_view as_is = text.substr(at, found.size);
    if (found.glyph != nullptr) {
      AddGlyph(found.glyph->text, as_is, writer);
    } else {
      AddCharacter(as_is, DecodeAt(text, at).value, writer);
    }
    at += found.size;
  }
  return writer.Take();
}

std::vector<std::string> BijoyReadings(std::string_view word) {
  constexpr size_t kMost = 32;
  const std::vector<Place> places = StrayGlyphs(word);
  std::vector<size_t> choice(places.size(), 0);
  std::vector<std::string> readings;
  while (readings.size() < kMost) {
    readings.push_back(Read(word, places, choice));
    size_t digit = 0;  // counts up, the last glyph first
    while (digit < choice.size()) {
      const size_t index = choice.size() - 1 - digit;
      if (++choice[index] < places[index].readings.size()) break;
      choice[index] = 0;
      ++digit;
    }
    if (digit == choice.size()) break;
  }
  return readings;
}

namespace {

// The Latin letter under which a Bengali character stands alone in the font, or 0.
char LatinLetter(char32_t character) {
  static const auto letters = [] {
    std::map<char32_t, char> found;
    for (int code = 'z'; code >= 'A'; --code) {
      const bool letter = code >= 'a' || code <= 'Z' || code == '_' || code == '`';
      const std::string& text = Table().single.at(static_cast<size_t>(code)).text;
      if (!letter || text.empty()) continue;
      const CodePoint c = DecodeAt(text, 0);
      if (c.size == text.size()) found[c.value] = static_cast<char>(code);
    }
    return found;
  }();
  const auto found = letters.find(character);
  return found == letters.end() ? '\0' : found->second;
}

}  // namespace

std::vector<std::string> LatinOf(std::string_view word) {
  std::vector<std::string> readings(1);
  const auto append = [&](std::string_view letters) {
    for (std::string& latin : readings) latin += letters;
  };
  // Goes on with a second reading of each.
  const auto fork = [&](const auto& change) {
    constexpr size_t kMost = 8;
    const size_t count = readings.size() * 2 <= kMost ? readings.size() : 0;
    for (size_t i = 0; i < count; ++i) {
      std::string other = readings[i];
      change(other);
      readings.push_back(std::move(other));
    }
  };
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    at += c.size;
    const std::string& before = readings.front();
    if (c.value == 0x0986) {  // আ is two glyphs
      append("Av");
      continue;
    }
    if (c.value == 0x09BC) {  // ড় ঢ় য় in two code points
      if (before.empty()) return {};
      const char base = before.back();
      for (std::string& latin : readings)
        latin.back() = base == 'W' ? 'o' : base == 'X' ? 'p' : 'q';
      continue;
    }
    const char letter = LatinLetter(c.value);
    if (letter == '\0') return {};
    if (letter == 'w' && !before.empty()) {
      // It was typed before its letter, or was behind it with none to follow.
      const bool last =
          at >= word.size() || ClassOf(DecodeAt(word, at).value) != CharClass::kBnConsonant;
      const size_t count = readings.size();
      append("w");
      if (last) fork([](std::string& latin) { std::swap(latin[latin.size() - 2], latin.back()); });
      for (size_t i = 0; !last && i < count; ++i) {
        std::swap(readings[i][readings[i].size() - 2], readings[i].back());
      }
      continue;
    }
    append(std::string_view(&letter, 1));
    if (letter == 'y') fork([](std::string& latin) { latin.back() = 'z'; });
  }
  return readings;
}

}  // namespace bnlint
