// What converters from Bijoy leave in Unicode text. Three looks at a paragraph: glyphs of the font beside Bengali letters,
// words that a converter bent (converted_word.h), and Latin words that it took for Bijoy. What proves nothing by
// itself (a reph lost, a short Latin word) counts where the document has shown before that it went there and back.

#include <algorithm>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "checks/converted_word.h"
#include "checks/latin_likeness.h"
#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"
#include "spelling/word_list.h"
#include "text/akshara.h"
#include "text/bijoy.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kReph = "র্", kYya = "\u09DF", kNukta = "\u09BC", kSoftHyphen = "\u00AD";

// How a glyph beside Bengali letters is taken.
enum class Stray : uint8_t {
  kNone,      // no glyph, or one that only typography uses
  kLetter,    // a letter that no Bengali text has
  kInside,    // a sign that nobody writes between two letters
  kAmbiguous  // has uses of its own: only if a known word comes of it
};

Stray StrayOf(char32_t c) {
  if (c < 0x80 || !IsBijoyGlyph(BijoyCode(c)) || ClassOf(c) == CharClass::kInvisible) {
    return Stray::kNone;
  }
  switch (c) {
    case U'…':
    case U'–':
    case U'—':
    case U'’':
    case U'”': return Stray::kNone;
    case U'¡':
    case U'¢':
    case U'¤':
    case U'¦':
    case U'¨':
    case U'ª':
    case U'¬':
    case U'¯':
    case U'¸':
    case U'¹':
    case U'º':
    case U'¿':
    case U'‹':
    case U'˜':
    case U'ˆ': return Stray::kInside;
    default: break;
  }
  return c != 0xD7 && c != 0xF7 && ClassOf(c) == CharClass::kLatin ? Stray::kLetter
                                                                   : Stray::kAmbiguous;
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

// Calls `see(word)` for each run of Bengali letters; true when it said so of all and there was one.
template <typename See>
bool AllWords(std::string_view text, const See& see) {
  size_t words = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size()) {
      const CodePoint c = DecodeAt(text, end);
      const CharClass cls = ClassOf(c.value);
      if (!IsBengali(cls) && cls != CharClass::kJoiner) break;
      end += c.size;
    }
    if (end > at && ++words > 0 && !see(text.substr(at, end - at))) return false;
    at = end > at ? end : at + DecodeAt(text, at).size;
  }
  return words > 0;
}

// Few vowel signs for its letters, as Latin words have that were read as Bijoy: most Bengali words end here.
bool FewSigns(std::string_view word) {
  size_t letters = 0;
  size_t signs = 0;
  for (size_t at = 0; at + 2 < word.size(); at += 3) {
    if (static_cast<uint8_t>(word[at]) != 0xE0) return false;
    const auto last = static_cast<uint8_t>(word[at + 2]);
    const bool second = word[at + 1] == '\xA7';  // U+09C0 and above
    if (second && last >= 0x83 && last <= 0x8D) {
      return false;  // ৃ ে ৈ ো ৌ ্: no single Latin letter stands for these
    }
    // া ি ী ু ূ are v w x y z, rare ones; ঁ ং ঃ are s t u.
    const bool sign = second ? last <= 0x82 : last >= 0xBE;
    sign ? ++signs : ++letters;
  }
  return letters >= 2 && signs * 3 < letters;
}

std::string_view WithoutTicks(std::string_view letters) {
  while (letters.starts_with('`')) letters.remove_prefix(1);
  while (letters.ends_with('`')) letters.remove_suffix(1);
  return letters;
}

// ধসধস, মিইইইইই: sounds are repeated and drawn out, English words are not.
bool IsRepeated(std::string_view letters) {
  for (size_t i = 2; i < letters.size(); ++i) {
    if (letters[i] == letters[i - 1] && letters[i] == letters[i - 2]) return true;
  }
  const size_t half = letters.size() / 2;
  return letters.substr(0, half) == letters.substr(letters.size() - half);
}

class BijoyResidue final : public Check {
 public:
  explicit BijoyResidue(const CheckServices& services) : services_(services) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    told_.assign(paragraph.tokens().size(), false);
    FindGlyphs(paragraph, findings);
    if (!services_.speller->HasDictionary()) return;
    FindLatin(paragraph, findings);
    const bool lost_reph = FindStrayReph(paragraph, findings);
    FindWords(paragraph, lost_reph, findings);
  }

 private:
  [[nodiscard]] bool Knows(std::string_view word) const {
    return services_.speller->Knows(word) ||
           (services_.words != nullptr && services_.words->Accepts(word));
  }

  void Tell(const Paragraph& paragraph, Span span, const Conversion& conversion,
            Findings& findings) const {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    std::vector<Arg> args = {{"fault", std::string(conversion.fault), true}};
    const std::string better = InFormOf(Fold(conversion.better), paragraph.text());
    if (!conversion.better.empty()) args.push_back({"better", better});
    Diagnostic diagnostic = findings.Make(paragraph, span, std::move(args));
    if (!conversion.better.empty() || conversion.fault == "stray-reph") {
      findings.AddFix(diagnostic, paragraph, span, better, conversion.safety);
    }
    findings.Report(std::move(diagnostic));
  }

  // --- Glyphs ---

  void FindGlyphs(const Paragraph& paragraph, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const auto first = static_cast<uint8_t>(text[tokens[i].begin]);
      if (first < 0xC2 || first == 0xE0) {
        if (tokens[i].Has(kHasInvisible)) FindSoftHyphen(paragraph, i, findings);
        continue;
      }
      if (tokens[i].In(text) == "¾" && FindArrow(paragraph, i, findings)) continue;
      if (!IsStray(tokens[i].In(text))) continue;
      i = TakeWord(paragraph, i, findings);
    }
  }

  // A word with stray glyphs, of which token `i` is the first; returns its last token.
  size_t TakeWord(const Paragraph& paragraph, size_t i, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    const size_t first = i > 0 && tokens[i - 1].Is(TokenKind::kBengali) ? i - 1 : i;
    if (first == i && OpensQuotation(tokens[i].In(text))) return i;
    size_t last = i;
    size_t words = first < i ? 1 : 0;
    for (size_t k = i + 1; k < tokens.size(); ++k) {
      const bool word = tokens[k].Is(TokenKind::kBengali);
      const bool behind_word = tokens[k - 1].Is(TokenKind::kBengali);
      if (!word &&
          !(IsStray(tokens[k].In(text)) && (behind_word || !OpensQuotation(tokens[k].In(text))))) {
        break;
      }
      words += word ? 1 : 0;
      last = k;
    }
    // Longer rows are ornament: ¯¯¯¯.
    constexpr size_t kMostInARow = 4;
    if (words > 0 && last - first < 2 * words + kMostInARow) {
      Judge(paragraph, first, last, {tokens[first].begin, tokens[last].end}, findings);
    }
    return last;
  }

  void Judge(const Paragraph& paragraph, size_t first, size_t last, Span span, Findings& findings) {
    const std::string_view text = paragraph.text();
    const std::string_view word = text.substr(span.begin, span.size());
    const auto tokens = paragraph.tokens();
    bool certain = false;
    bool plain = false;       // a word without the glyph at its edge
    bool punctuation = true;  // Ñ Ò Ó: they hide no letter
    bool doubled = true;      // what the glyphs read as stands before them
    std::string bare;         // the letters without the glyphs
    for (size_t i = first; i <= last; ++i) {
      if (tokens[i].Is(TokenKind::kBengali)) {
        bare += tokens[i].In(text);
        continue;
      }
      const char32_t glyph = DecodeAt(text, tokens[i].begin).value;
      const Stray stray = StrayOf(glyph);
      punctuation &= glyph >= 0xD1 && glyph <= 0xD5;
      doubled &= std::string_view(bare).ends_with(FromBijoy(tokens[i].In(text)));
      const bool edge = i == first || i == last;
      certain |= stray == Stray::kLetter || (stray == Stray::kInside && !edge);
      const size_t beside = i == first ? i + 1 : i - 1;
      plain |= stray != Stray::kLetter && edge && tokens[beside].Is(TokenKind::kBengali) &&
               Knows(tokens[beside].In(text));
    }
    std::string reading = punctuation ? FromBijoy(word) : KnownReading(word, bare);
    if (!certain && (plain || reading.empty())) return;
    if (reading.empty() && doubled) reading = bare;
    for (size_t i = first; i <= last; ++i) told_[i] = true;
    Tell(paragraph, span, {"glyph", std::move(reading), FixSafety::kUnsafe}, findings);
  }

  // The known word, or words, that a word with stray glyphs reads as; else nothing.
  [[nodiscard]] std::string KnownReading(std::string_view word, std::string_view bare) const {
    constexpr size_t kShort = 9;  // bytes: what is left without its glyphs is a word by chance
    for (std::string& reading : BijoyReadings(word)) {
      if (reading == bare && reading.size() < kShort) continue;
      if (AllWords(reading, [&](std::string_view one) { return Knows(one); })) {
        return std::move(reading);
      }
    }
    return {};
  }

  // আল\u00ADাহ: the soft hyphen is ্ল in the font.
  void FindSoftHyphen(const Paragraph& paragraph, size_t i, Findings& findings) {
    const std::string_view word = paragraph.tokens()[i].In(paragraph.text());
    if (word.find(kSoftHyphen) == std::string_view::npos || Knows(word)) return;
    const std::string reading = KnownReading(word, {});
    if (reading.empty()) return;
    told_[i] = true;
    Tell(paragraph, paragraph.tokens()[i].span(), {"glyph", reading, FixSafety::kUnsafe}, findings);
  }

  // ¾ at the end of a clause is the dash of another font (Symbol), as in laws: "তখন¾". Beside a number it is what it is.
  bool FindArrow(const Paragraph& paragraph, size_t i, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    const bool at_end = i + 1 == tokens.size() || tokens[i + 1].Has(kHasLineBreak);
    const bool after_danda = i > 0 && tokens[i - 1].In(text) == "।";
    const bool after_word = i > 0 && tokens[i - 1].Is(TokenKind::kBengali);
    const bool apart =
        i > 1 && tokens[i - 1].Is(TokenKind::kSpace) && tokens[i - 2].Is(TokenKind::kBengali);
    if (!after_danda && !(at_end && (after_word || apart))) return false;
    Tell(paragraph, tokens[i].span(), {"glyph", "—", FixSafety::kUnsafe}, findings);
    return true;
  }

  // --- Latin words ---

  void FindLatin(const Paragraph& paragraph, Findings& findings) {
    // Above this a word of four letters is Latin by itself …
    constexpr double kCertain = 8;
    constexpr size_t kLong = 4;
    // … and above this one of any length where others are.
    constexpr double kLikely = 1.5;
    struct Candidate {
      size_t token;
      double likeness;
      std::string latin;
    };
    std::vector<Candidate> candidates;
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].Is(TokenKind::kBengali) || told_[i]) continue;
      const std::string_view word = tokens[i].In(paragraph.text());
      if (!FewSigns(word) || services_.speller->Frequency(word) >= 0 || Knows(word)) continue;
      Candidate best{i, kLikely, {}};
      for (const std::string& latin : LatinOf(word)) {
        const std::string_view word_only = WithoutTicks(latin);
        if (word_only.empty() || IsRepeated(word_only)) continue;
        const double likeness = LatinLikeness(word_only) + (IsLatinWord(word_only) ? kListed : 0);
        if (likeness > best.likeness) best = {i, likeness, latin};
      }
      if (best.latin.empty()) continue;
      converted_ |= best.likeness > kCertain && best.latin.size() >= kLong;
      candidates.push_back(std::move(best));
    }
    if (!converted_) return;
    for (const Candidate& found : candidates) {
      told_[found.token] = true;
      Tell(paragraph, tokens[found.token].span(), {"latin", found.latin, FixSafety::kUnsafe},
           findings);
    }
  }

  // --- Words ---

  // "যায়।র্", "যায়র্।": a reph that lost its word and went to the end of the sentence or paragraph.
  bool FindStrayReph(const Paragraph& paragraph, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    bool found = false;
    for (size_t i = 1; i < tokens.size(); ++i) {
      const std::string_view word = tokens[i].In(text);
      if (!word.ends_with(kReph) || told_[i]) continue;
      const std::string_view stem = word.substr(0, word.size() - kReph.size());
      const bool last = i + 1 == tokens.size();
      const std::string_view next = last ? "" : tokens[i + 1].In(text);
      const bool stray = stem.empty() ? tokens[i - 1].Is(TokenKind::kPunctuation) &&
                                            (last || tokens[i + 1].Is(TokenKind::kSpace))
                                      : (next == "।" || next == "?" || next == "!") &&
                                            Knows(stem) && !Knows(word) && !Knows(FullRa(word));
      if (!stray) continue;
      found = told_[i] = converted_ = true;
      Tell(paragraph, {tokens[i].end - kReph.size(), tokens[i].end},
           {"stray-reph", "", FixSafety::kUnsafe}, findings);
    }
    return found;
  }

  // ছার্ is ছার with its hasanta shown.
  static std::string FullRa(std::string_view word) {
    return std::string(word.substr(0, word.size() - 3));
  }

  void FindWords(const Paragraph& paragraph, bool lost_reph, Findings& findings) {
    const auto tokens = paragraph.tokens();
    auto error = paragraph.syllable_errors().begin();
    for (size_t i = 0; i < tokens.size(); ++i) {
      while (error != paragraph.syllable_errors().end() && error->token < i) ++error;
      if (!tokens[i].Is(TokenKind::kBengali) || told_[i]) continue;
      const bool impossible = error != paragraph.syllable_errors().end() && error->token == i;
      const std::string_view word = tokens[i].In(paragraph.text());
      const auto conversion = Explain(word, impossible, lost_reph);
      if (!conversion) continue;
      told_[i] = true;
      Tell(paragraph, tokens[i].span(), *conversion, findings);
    }
  }

  std::optional<Conversion> Explain(std::string_view word, bool impossible, bool lost_reph) {
    const Speller& speller = *services_.speller;
    const bool bent = MayBeConverted(word);
    const bool yya = (converted_ || impossible) && (word.find(kYya) != std::string_view::npos ||
                                                    word.find(kNukta) != std::string_view::npos);
    const bool kssa = impossible || lost_kssa_;
    if ((!bent && !yya && !kssa && !lost_reph && !converted_) || Knows(word)) return std::nullopt;
    std::optional<Conversion> found;
    if (bent) found = FindConversion(word, speller);
    if (!found && yya) found = FindLateSign(word, speller);
    if (!found && (lost_reph || converted_)) {
      // In the paragraph that a stray reph ends any word may have lost it; elsewhere it must be a plain case.
      found = FindLostReph(word, lost_reph ? Speller::kUnseen : Speller::kCommon, speller);
    }
    if (!found && kssa) {
      found = FindLostKssa(word, lost_kssa_, speller);
      lost_kssa_ |= found && impossible;
    }
    return found;
  }

  static constexpr double kListed = 3;  // for a word that Bengali texts use in Latin letters

  const CheckServices services_;
  bool converted_ =
      false;  // the document went to Bijoy and back, as Latin words and stray rephs prove
  bool lost_kssa_ = false;  // … through a converter that lost ক্ষ
  std::vector<bool> told_;  // of the paragraph at hand, by token
};

}  // namespace

std::unique_ptr<Check> MakeBijoyResidue(const CheckServices& services) {
  return std::make_unique<BijoyResidue>(services);
}

}  // namespace bnlint
