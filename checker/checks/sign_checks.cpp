// Vowel signs, ঁ ং ঃ and reph that stand in the wrong place or too often. The eye hardly sees it, for fonts draw
// many of these sequences as if they were right.

#include <algorithm>

#include "checks/checks.h"
#include "checks/fault_check.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

constexpr std::string_view kReph = "র্", kYa = "য";

void Append(std::vector<Mend>& mends, std::vector<Mend> more) {
  for (Mend& mend : more) mends.push_back(std::move(mend));
}

bool IsReversedO(std::string_view signs) { return signs == "াে"; }

class ReversedO final : public FaultCheck {
  using FaultCheck::FaultCheck;
  void See(const Place& place) override {
    if (place.error.fault != SyllableFault::kTwoSigns) return;
    const Span both{place.error.begin - kSize, place.error.end};
    if (!IsReversedO(place.In(both))) return;
    std::vector<Mend> mends = {{both, "ো"}};
    Append(mends, BehindConsonants(place, place.error.begin));  // আমােদর
    Report(place, both, {}, mends, FixSafety::kSafe);
  }
};

// Two signs of which one holds the other, or that are drawn like a third.
std::string_view AsOneSign(std::string_view first, std::string_view second) {
  struct Pair {
    std::string_view first, second, one;
  };
  static constexpr Pair kPairs[] = {
      {"া", "ে", "ো"}, {"ে", "ো", "ো"}, {"ো", "ে", "ো"}, {"ো", "া", "ো"}, {"া", "ো", "ো"},
      {"ে", "ৌ", "ৌ"}, {"ে", "ী", "ৌ"}, {"ৈ", "া", "ৌ"}, {"ি", "ী", "ী"}, {"ু", "ূ", "ূ"},
  };
  for (const Pair& pair : kPairs) {
    if (pair.first == first && pair.second == second) return pair.one;
  }
  return {};
}

class DupMark final : public FaultCheck {
  using FaultCheck::FaultCheck;
  void See(const Place& place) override {
    const SyllableError& error = place.error;
    if (IsSameTwice(place)) {
      ReportCertain(place, {error.begin - kSize, error.end}, {{"kind", "same", true}},
                    {{error.begin, error.end}, ""});
    } else if (error.fault == SyllableFault::kTwoSigns) {
      const Span whole{place.Carrier(), error.end};
      if (IsReversedO(place.In(whole))) return;
      Report(place, whole, {{"kind", "different", true}}, Choices(place, whole),
             FixSafety::kUnsafe);
    }
  }

  static bool IsSameTwice(const Place& place) {
    if (place.error.fault == SyllableFault::kDoubledMark) return true;
    if (place.error.fault != SyllableFault::kNukta) return false;
    // Precomposed ড় ঢ় য় have their nukta already.
    const char32_t before = DecodeBefore(place.text(), place.error.begin).value;
    return before == 0x09DC || before == 0x09DD || before == 0x09DF;
  }

  static std::vector<Mend> Choices(const Place& place, Span whole) {
    const std::string first(place.text().substr(whole.begin, kSize));
    const std::string second(place.mark());
    const std::string between(place.In({whole.begin + kSize, place.error.begin}));
    std::vector<Mend> mends;
    if (const auto one = AsOneSign(first, second); !one.empty()) {
      mends.push_back({whole, std::string(one) + between});
    }
    mends.push_back({whole, first + between});
    mends.push_back({whole, second + between});
    Append(mends, BehindConsonants(place, place.error.begin));
    return mends;
  }
};

class SignAfterVowel final : public FaultCheck {
  using FaultCheck::FaultCheck;
  void See(const Place& place) override {
    if (place.error.fault != SyllableFault::kSignAfterVowel) return;
    const Span both{place.Carrier(), place.error.end};
    if (place.ClassAt(both.begin) != CharClass::kBnVowel) return;
    Report(place, both, {}, Choices(place, both), FixSafety::kUnsafe);
  }

  static std::vector<Mend> Choices(const Place& place, Span both) {
    const std::string vowel(place.text().substr(both.begin, kSize));
    const std::string modifiers(place.In({both.begin + kSize, place.error.begin}));
    const std::string sign(place.mark());
    std::vector<Mend> mends;
    if (ClusterBegin(place.text(), both.begin) < both.begin) {
      mends.push_back({both, sign + vowel + modifiers});  // কারণইে: the two changed places
    }
    if (sign == "া" && vowel != "আ" && vowel != "অ") {  // হাওায়: a য় was lost
      mends.push_back({both, vowel + InFormOf("\u09DF", place.text()) + "া" + modifiers});
    }
    mends.push_back({both, (vowel == "অ" ? Independent(sign) : vowel) + modifiers});
    return mends;
  }

  // What অ with a sign is meant for, or অ itself.
  static std::string Independent(std::string_view sign) {
    const char32_t c = DecodeAt(sign, 0).value;
    std::string vowel;
    if (c <= 0x09C3) {
      AppendUtf8(vowel, c - 0x09BE + 0x0986);
    } else if (c >= 0x09C7 && c <= 0x09CC) {
      AppendUtf8(vowel, c - 0x09C7 + 0x098F);
    }
    return vowel.empty() ? "অ" : vowel;
  }
};

class MarkOrder final : public FaultCheck {
 public:
  using FaultCheck::FaultCheck;
  [[nodiscard]] Traits Needs() const override { return trait::kFault | trait::kReph; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    FaultCheck::Visit(paragraph, findings);
    ForEachHasanta(paragraph, kReph, [&](size_t at) { SeeReph(paragraph, at, findings); });
  }

 private:
  void See(const Place& place) override {
    if (place.error.fault != SyllableFault::kMarkOrder) return;
    const size_t begin = place.Carrier() + kSize;
    size_t end = place.error.end;
    if (place.mark() == "ে" && (place.text().substr(end).starts_with("া") ||
                                place.text().substr(end).starts_with("\u09D7"))) {
      end += kSize;  // ো and ৌ in two parts
    }
    const std::string sign(place.In({place.error.begin, end}));
    const std::string modifiers(place.In({begin, place.error.begin}));
    ReportCertain(place, {begin, end}, {{"kind", "sign", true}}, {{begin, end}, sign + modifiers});
  }

  // A reph is read before the consonants that it stands over; typed or converted by the eye it comes an akshara too
  // early or too late. No word begins with one.
  void SeeReph(const Paragraph& paragraph, size_t at, Findings& findings) const {
    const std::string_view text = paragraph.text();
    const size_t begin = at + kReph.size();
    if (ClusterEnd(text, begin) == begin) return;
    const Token& token = paragraph.tokens()[TokenAt(paragraph, at)];
    if (!token.Is(TokenKind::kBengali) || token.Has(kHasInvisible) || !IsWordSized(token)) return;
    const bool initial = at == token.begin;
    if (initial && (!BeginsWord(text, at) || text.substr(begin).starts_with(kYa))) return;
    if (speller_.Knows(token.In(text))) return;  // among the rest a lone র্থ, of ৪র্থ
    const auto mends = MovedReph(text, token, at);
    const auto is_seen = [&](const Mend& mend) {
      return speller_.Frequency(Mended(paragraph, token, mend)) != Speller::kUnseen;
    };
    // Most words that the dictionary does not know are none with a moved reph either: the cheap question first.
    if (!initial && std::none_of(mends.begin(), mends.end(), is_seen)) return;
    const Mend* known = FirstKnown(paragraph, token, mends, speller_);
    if (!initial && known == nullptr) return;
    const Span span = initial || known == nullptr ? Span{at, begin} : known->part;
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"kind", "reph", true}});
    if (known != nullptr) {
      findings.AddFix(diagnostic, paragraph, known->part, known->text,
                      initial ? FixSafety::kSafe : FixSafety::kUnsafe);
    }
    findings.Report(std::move(diagnostic));
  }

  // Not so behind a digit (৪র্থ), in speech spelled out (স...র্ব...না...শ) or behind an entity (&#173;).
  static bool BeginsWord(std::string_view text, size_t at) {
    if (at == 0) return true;
    const char32_t before = DecodeBefore(text, at).value;
    const CharClass cls = ClassOf(before);
    return IsBlank(cls) || cls == CharClass::kDanda ||
           (cls == CharClass::kPunctuation && before != '.' && before != 0x2026 && before != '-' &&
            before != ';');
  }

  // The reph at `at` over the consonants of the next akshara, and of the one before.
  static std::vector<Mend> MovedReph(std::string_view text, const Token& token, size_t at) {
    const std::string_view word = token.In(text);
    const std::string reph(kReph);
    std::vector<Mend> mends;
    const size_t next = token.begin + AksharaEnd(word, at - token.begin);
    if (ClusterEnd(text, next) > next && next < token.end) {
      const size_t rest = at + kReph.size();
      mends.push_back({{at, next}, std::string(text.substr(rest, next - rest)) + reph});
    }
    size_t before = 0;
    for (size_t end = 0; end < at - token.begin; end = AksharaEnd(word, before = end)) {
    }
    if (at > token.begin && ClusterEnd(word, before) > before) {
      const size_t begin = token.begin + before;
      mends.push_back(
          {{begin, at + kReph.size()}, reph + std::string(text.substr(begin, at - begin))});
    }
    return mends;
  }
};

}  // namespace

std::unique_ptr<Check> MakeDupMark(const CheckServices& services) {
  return std::make_unique<DupMark>(services);
}
std::unique_ptr<Check> MakeMarkOrder(const CheckServices& services) {
  return std::make_unique<MarkOrder>(services);
}
std::unique_ptr<Check> MakeReversedO(const CheckServices& services) {
  return std::make_unique<ReversedO>(services);
}
std::unique_ptr<Check> MakeSignAfterVowel(const CheckServices& services) {
  return std::make_unique<SignAfterVowel>(services);
}

}  // namespace bnlint
