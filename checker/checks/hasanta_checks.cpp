// A hasanta where it joins nothing, and ৎ written as ত with a hasanta.

#include "checks/checks.h"
#include "checks/fault_check.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

constexpr std::string_view kHasanta = "্", kYa = "য", kZwnj = "\u200C", kZwj = "\u200D";
constexpr std::string_view kTaHasanta = "ত্", kKhandaTa = "ৎ", kReph = "র্";

// য় behind a hasanta: in one code point the fault is the hasanta's, in two the nukta's.
class YaPhala final : public FaultCheck {
 public:
  using FaultCheck::FaultCheck;
  // The hasanta and য় at a fault; empty when it is none of these.
  static Span Find(const Place& place) {
    const SyllableError& error = place.error;
    if (error.fault == SyllableFault::kHasantaJoinsNothing &&
        place.text().substr(error.end).starts_with(kYya)) {
      return {error.begin, error.end + kSize};
    }
    const size_t size = kYaPhala.size();
    if (error.fault == SyllableFault::kNukta && error.begin >= place.token.begin + size + kSize &&
        place.text().substr(error.begin - size, size) == kYaPhala) {
      return {error.begin - size, error.end};
    }
    return {};
  }

 private:
  void See(const Place& place) override {
    const Span whole = Find(place);
    if (whole.empty()) return;
    const std::string_view text = place.text();
    const std::string yya(text.substr(whole.begin + kSize, whole.end - whole.begin - kSize));
    std::vector<Mend> mends = {{whole, std::string(kYaPhala)}, {whole, yya}};  // জন্য়, হ্য়
    const size_t ra = whole.begin - kSize;
    const size_t next = place.token.begin +
                        AksharaEnd(place.token.In(text), whole.begin + kSize - place.token.begin);
    if (text.substr(ra).starts_with(kReph) &&
        next < place.token.end) {  // নেটওর্য়াক: a reph too early
      mends.push_back(
          {{ra, next},
           yya + std::string(text.substr(whole.end, next - whole.end)) + std::string(kReph)});
    }
    Report(place, whole, {}, mends, FixSafety::kSafe);
  }

  static constexpr std::string_view kYya = "\u09DF", kYaPhala = "্য";
};

class BadHasanta final : public FaultCheck {
 public:
  using FaultCheck::FaultCheck;
  [[nodiscard]] Traits Needs() const override { return trait::kFault | trait::kReph; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    FaultCheck::Visit(paragraph, findings);
    ForEachHasanta(paragraph, kReph, [&](size_t at) { SeeLoneReph(paragraph, at, findings); });
  }

 private:
  void See(const Place& place) override {
    const std::vector<Mend> mends = Choices(place);
    if (mends.empty() || !YaPhala::Find(place).empty()) return;
    if (place.text().substr(place.error.end).starts_with('+')) return;  // এ্+য+া explains itself
    if (IsWordSized(place.token) && speller_.Knows(place.token.In(place.text())))
      return;  // সল্ৎসবুর্গ
    if (place.error.fault == SyllableFault::kHasantaBeforeVowel &&
        (place.error.end + kSize != place.token.end ||
         FirstKnown(place.paragraph, place.token, mends, speller_) == nullptr)) {
      return;  // ইয়াহ্ইয়া: it closes a syllable
    }
    Report(place, {place.error.begin, place.error.end}, {}, mends, FixSafety::kSafe);
  }

  static std::vector<Mend> Choices(const Place& place) {
    const std::string_view text = place.text();
    const Span whole{
        place.error.begin,
        place.error.end + (text.substr(place.error.end).starts_with(kZwnj) ? kSize : 0)};
    std::vector<Mend> mends = {{whole, ""}};
    switch (place.error.fault) {
      case SyllableFault::kHasanta: AddBehind(place, whole, mends); return mends;
      case SyllableFault::kHasantaJoinsNothing: AddBefore(place, mends); return mends;
      case SyllableFault::kHasantaBeforeVowel: return mends;
      default: return {};
    }
  }

  // Behind a vowel or a sign.
  static void AddBehind(const Place& place, Span whole, std::vector<Mend>& mends) {
    const std::string_view text = place.text();
    const size_t end = ClusterEnd(text, whole.end);
    if (end == whole.end) return;
    const std::string cluster(text.substr(whole.end, end - whole.end));
    const size_t before = whole.begin - kSize;
    const std::string last(text.substr(before, kSize));
    const bool ya = text.substr(whole.end).starts_with(kYa);
    // মৃতু্য, অস্তিতই্ব: what stands before it came too early.
    if (place.ClassAt(before) == CharClass::kBnSign ||
        (place.ClassAt(before) == CharClass::kBnVowel && before > place.token.begin)) {
      mends.push_back({{before, end}, std::string(kHasanta) + cluster + last});
    }
    if (ya) mends.push_back({{whole.begin, whole.end + kSize}, InFormOf("\u09DF", text)});  // নি্যে
    if (ya && last == "আ") {  // আ্যাপ
      const bool has_sign = text.substr(whole.end + kSize).starts_with("া");
      mends.push_back({{before, whole.end + kSize}, has_sign ? "অ্য" : "অ্যা"});
    }
  }

  // Before a sign.
  static void AddBefore(const Place& place, std::vector<Mend>& mends) {
    const std::string_view text = place.text();
    const size_t sign = place.error.end;
    for (const Mend& mend : BehindConsonants(place, sign)) mends.push_back(mend);  // সিদ্ধান্েত
    const size_t ra = place.error.begin - kSize;
    if (text.substr(ra).starts_with(kReph)) {  // পারিপাশ্বর্িক: the reph came too late
      const size_t begin = ClusterBegin(text, ra);
      if (begin < ra) {
        mends.push_back(
            {{begin, sign}, std::string(kReph) + std::string(text.substr(begin, ra - begin))});
      }
    }
  }

  // A converter that lost the letter under a reph leaves it at the end of the line, behind the danda.
  static void SeeLoneReph(const Paragraph& paragraph, size_t at, Findings& findings) {
    const size_t end = at + kReph.size();
    if (end < paragraph.text().size() && !IsBlank(ClassOf(DecodeAt(paragraph.text(), end).value))) {
      return;
    }
    const size_t index = TokenAt(paragraph, at);
    const auto tokens = paragraph.tokens();
    if (tokens[index].In(paragraph.text()) != kReph || index == 0 ||
        !tokens[index - 1].Is(TokenKind::kPunctuation)) {
      return;
    }
    const std::string_view before = tokens[index - 1].In(paragraph.text());
    if (before == "-" || before == "–") return;  // আ-র্
    const Span span = tokens[index].span();
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, span, "", FixSafety::kUnsafe);
    findings.Report(std::move(diagnostic));
  }
};

// ত ত থ ন ব ম য র join to ত; before them only the dictionary can tell.
bool JoinsToTa(std::string_view rest) {
  static constexpr std::string_view kJoining[] = {"ত", "থ", "ন", "ব", "ম", "য", "র"};
  return std::any_of(std::begin(kJoining), std::end(kJoining),
                     [&](std::string_view letter) { return rest.starts_with(letter); });
}

class KhandaTa final : public Check {
 public:
  explicit KhandaTa(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kTaHasanta; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ForEachHasanta(paragraph, kTaHasanta, [&](size_t at) { See(paragraph, at, findings); });
  }

 private:
  void See(const Paragraph& paragraph, size_t at, Findings& findings) const {
    const std::string_view text = paragraph.text();
    size_t end = at + kTaHasanta.size();
    const bool old = text.substr(end).starts_with(kZwj);
    const bool shown = text.substr(end).starts_with(kZwnj);
    if (old || shown) end += kZwj.size();
    const bool joins = JoinsToTa(text.substr(end));
    if (joins && !old) return;
    const Token& token = paragraph.tokens()[TokenAt(paragraph, at)];
    const Mend mend{{at, end}, std::string(kKhandaTa)};
    const bool known = IsWord(paragraph, token, mend);
    if (!old && !known) return;
    if (paragraph.Masked(mend.part, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, mend.part);
    findings.AddFix(diagnostic, paragraph, mend.part, mend.text,
                    known || !joins ? FixSafety::kSafe : FixSafety::kUnsafe);
    findings.Report(std::move(diagnostic));
  }

  // The dictionary has the word with ৎ and not as it stands. (A lone ৎ is no word.)
  [[nodiscard]] bool IsWord(const Paragraph& paragraph, const Token& token,
                            const Mend& mend) const {
    if (!IsWordSized(token)) return false;
    const std::string word = Mended(paragraph, token, mend);
    return word != kKhandaTa && speller_.Knows(word) && !speller_.Knows(token.In(paragraph.text()));
  }

  const Speller& speller_;
};

}  // namespace

bool MayLackKhandaTa(std::string_view word, bool known) {
  for (size_t at = word.find(kTaHasanta); at != std::string_view::npos;
       at = word.find(kTaHasanta, at + kTaHasanta.size())) {
    std::string_view rest = word.substr(at + kTaHasanta.size());
    if (rest.starts_with(kZwj)) return true;
    if (rest.starts_with(kZwnj)) rest.remove_prefix(kZwnj.size());
    if (!known && !JoinsToTa(rest)) return true;
  }
  return false;
}

std::unique_ptr<Check> MakeBadHasanta(const CheckServices& services) {
  return std::make_unique<BadHasanta>(services);
}
std::unique_ptr<Check> MakeYaPhala(const CheckServices& services) {
  return std::make_unique<YaPhala>(services);
}
std::unique_ptr<Check> MakeKhandaTa(const CheckServices& services) {
  return std::make_unique<KhandaTa>(services);
}

}  // namespace bnlint
