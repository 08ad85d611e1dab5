// What converters from Bijoy leave in Unicode text. Three looks at a paragraph: glyphs of the font beside Bengali letters,
// words that a converter bent (converted_word.h), and Latin words that it took for Bijoy. What proves nothing by
// itself (a reph lost, a short Latin word) counts where the document has shown before that it went there and back.

#include <algorithm>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "checks/converted_word.h"
#include "checks/latin_likeness.h"
#include "checks/stray_glyphs.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"
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

constexpr std::string_view kReph = "র্", kYya = "\u09DF", kNukta = "\u09BC";

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

// `code` without its ticks.
std::string_view WithoutTicks(std::string_view letters) {
  if (!letters.starts_with('`')) return letters;
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

  [[nodiscard]] Traits Needs() const override {
    return trait::kGlyph | trait::kInvisible | trait::kFewSigns | trait::kConverted |
           trait::kEndsInReph | trait::kFault |
           (converted_ || lost_kssa_ ? trait::kUnknown : trait::kNone);
  }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    told_.assign(paragraph.tokens().size(), false);
    const auto knows = [this](std::string_view word) { return Knows(word); };
    for (StrayWord& stray : FindStrayGlyphs(paragraph, knows)) {
      for (size_t i = stray.first; i <= stray.last; ++i) told_[i] = true;
      Tell(paragraph, stray.span, {"glyph", std::move(stray.reading), FixSafety::kUnsafe},
           findings);
    }
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
    const std::string better = InFormOf(FoldCanonical(conversion.better), paragraph.text());
    if (!conversion.better.empty()) args.push_back({"better", better});
    Diagnostic diagnostic = findings.Make(paragraph, span, std::move(args));
    if (!conversion.better.empty() || conversion.fault == "stray-reph") {
      findings.AddFix(diagnostic, paragraph, span, better, conversion.safety);
    }
    findings.Report(std::move(diagnostic));
  }

  void FindLatin(const Paragraph& paragraph, Findings& findings) {
    // Above this a word of four letters is Latin by itself …
    constexpr double kCertain = 8;
    constexpr size_t kLong = 4;
    // … and above this one of any length where others are.
    constexpr double kLikely = 1.5;
    constexpr double kPreferred = 2;
    struct Candidate {
      size_t token;
      double likeness;
      std::string latin;
    };
    std::vector<Candidate> candidates;
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!paragraph.WordHas(i, trait::kFewSigns) || told_[i]) continue;
      const std::string_view word = tokens[i].In(paragraph.text());
      if (!FewSigns(word) || services_.speller->Frequency(word) >= 0 || Knows(word)) continue;
      if (word.ends_with("ঃ") && Knows(word.substr(0, word.size() - 3))) continue;  // a colon
      Candidate best{i, kLikely, {}};
      for (const std::string& latin : LatinOf(word)) {
        const std::string_view word_only = WithoutTicks(latin);
        if (word_only.empty() || IsRepeated(word_only)) continue;
        const double likeness = LatinLikeness(word_only) + (IsLatinWord(word_only) ? kListed : 0);
        // Of two readings the first, with y, is the commoner one.
        const double least = best.likeness + (best.latin.empty() ? 0 : kPreferred);
        if (likeness > least) best = {i, likeness, latin};
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

  // "যায়।র্", "যায়র্।": a reph that lost its word and went to the end of the sentence or paragraph.
  bool FindStrayReph(const Paragraph& paragraph, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    bool found = false;
    for (size_t i = 1; i < tokens.size(); ++i) {
      if (!paragraph.WordHas(i, trait::kEndsInReph)) continue;
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
    const Traits wanted = trait::kConverted | trait::kFault |
                          (lost_reph || converted_ || lost_kssa_ ? trait::kUnknown : trait::kNone);
    if (!paragraph.Has(wanted)) return;
    auto error = paragraph.syllable_errors().begin();
    for (size_t i = 0; i < tokens.size(); ++i) {
      while (error != paragraph.syllable_errors().end() && error->token < i) ++error;
      // Nothing is said about a word that the dictionary knows.
      if (!paragraph.WordHas(i, trait::kUnknown) || told_[i]) continue;
      const bool impossible = error != paragraph.syllable_errors().end() && error->token == i;
      const std::string_view word = tokens[i].In(paragraph.text());
      const auto conversion = Explain(word, impossible, lost_reph);
      if (!conversion) continue;
      told_[i] = true;
      Tell(paragraph, tokens[i].span(), *conversion, findings);
    }
  }

  std::optional<Conversion> Explain(std::string_view word, bool impossible, bool lost_reph) {
    if (word.size() > kLongest) return std::nullopt;
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

  static constexpr size_t kLongest = 120;  // bytes of a word worth trying
  static constexpr double kListed = 3;     // for a word that Bengali texts use in Latin letters

  const CheckServices services_;
  // The document went to Bijoy and back, as Latin words and stray rephs prove …
  bool converted_ = false;
  bool lost_kssa_ = false;  // … through a converter that lost ক্ষ.
  std::vector<bool> told_;  // of the paragraph at hand, by token
};

}  // namespace

bool MayBeLatinAsBijoy(std::string_view word) { return FewSigns(word); }

std::unique_ptr<Check> MakeBijoyResidue(const CheckServices& services) {
  return std::make_unique<BijoyResidue>(services);
}

}  // namespace bnlint
