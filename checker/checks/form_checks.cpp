// Canonically equal spellings of one letter. No fault, but searching and comparing need one form, so each
// is told once per document, with the places.

#include <algorithm>
#include <optional>

#include "checks/checks.h"
#include "checks/word_traits.h"

namespace bnlint {
namespace {

constexpr size_t kMostPlaces = 200;
// A name copied in once or twice is no mixture.
constexpr uint64_t kLeastMixed = 3;

// A finding that grows: the first place, then the others as related, each with its edit.
class Collected {
 public:
  explicit Collected(bool all_edits) : all_edits_(all_edits) {}

  /// False when only the number of places matters any more.
  [[nodiscard]] bool Wants() const {
    return !whole_ || all_edits_ || whole_->related.size() < kMostPlaces;
  }
  void Count() { ++count_; }
  void Add(Diagnostic diagnostic) {
    ++count_;
    if (!whole_) {
      whole_ = std::move(diagnostic);
      return;
    }
    const bool shown = whole_->related.size() < kMostPlaces;
    if (shown) whole_->related.push_back(std::move(diagnostic.place));
    if ((!shown && !all_edits_) || diagnostic.fixes.empty()) return;
    // The first place may be one that cannot be edited.
    if (whole_->fixes.empty()) {
      whole_->fixes = std::move(diagnostic.fixes);
    } else {
      auto& edits = whole_->fixes.front().edits;
      whole_->fixes.front().separable = true;
      for (Edit& edit : diagnostic.fixes.front().edits) edits.push_back(std::move(edit));
    }
  }
  [[nodiscard]] uint64_t count() const { return count_; }
  void Report(Findings& findings) {
    if (!whole_) return;
    whole_->args.push_back({"count", std::to_string(count_)});
    findings.Report(std::move(*whole_));
  }

 private:
  std::optional<Diagnostic> whole_;
  uint64_t count_ = 0;
  bool all_edits_;
};

class NuktaForm final : public Check {
 public:
  explicit NuktaForm(const CheckServices& services)
      : house_(services.house.nukta), one_(services.all_edits), two_(services.all_edits) {}

  [[nodiscard]] Traits Needs() const override { return trait::kNukta; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (paragraph.WordHas(i, trait::kNukta)) LookAt(paragraph, tokens[i], findings);
    }
  }

  void Finish(Findings& findings) override {
    using Nukta = HouseStyle::Nukta;
    if (house_ == Nukta::kPrecomposed) return two_.Report(findings);
    if (house_ == Nukta::kDecomposed) return one_.Report(findings);
    if (std::min(one_.count(), two_.count()) < kLeastMixed) return;
    (one_.count() < two_.count() ? one_ : two_).Report(findings);
  }

 private:
  void LookAt(const Paragraph& paragraph, const Token& token, const Findings& findings) {
    const std::string_view text = paragraph.text();
    // ড় ঢ় য় are E0 A7 9C/9D/9F in one code point; in two, ড ঢ য (E0 A6 A1/A2/AF) and E0 A6 BC.
    for (size_t at = token.begin + 2; at < token.end; ++at) {
      const char third = text[at];
      if (third == '\x9C' || third == '\x9D' || third == '\x9F') {
        if (text.substr(at - 2, 2) == "\xE0\xA7") Note(one_, paragraph, at - 2, 3, findings);
      } else if (third == '\xBC' && at >= 5 && text.substr(at - 2, 2) == "\xE0\xA6") {
        const std::string_view base = text.substr(at - 5, 3);
        if (base == "ড" || base == "ঢ" || base == "য") Note(two_, paragraph, at - 5, 6, findings);
      }
    }
  }

  void Note(Collected& form, const Paragraph& paragraph, size_t at, size_t size,
            const Findings& findings) const {
    if (!form.Wants()) return form.Count();
    const std::string_view found = paragraph.text().substr(at, size);
    const Span span{at, at + size};
    const char* kind = house_ == HouseStyle::Nukta::kConsistent ? "mixed" : "house";
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"kind", kind, true}});
    findings.AddFix(diagnostic, paragraph, span, OtherForm(found));
    form.Add(std::move(diagnostic));
  }

  static std::string OtherForm(std::string_view letter) {
    if (letter == "\xE0\xA7\x9C") return "\xE0\xA6\xA1\xE0\xA6\xBC";
    if (letter == "\xE0\xA7\x9D") return "\xE0\xA6\xA2\xE0\xA6\xBC";
    if (letter == "\xE0\xA7\x9F") return "\xE0\xA6\xAF\xE0\xA6\xBC";
    if (letter.starts_with("ড")) return "\xE0\xA7\x9C";
    return letter.starts_with("ঢ") ? "\xE0\xA7\x9D" : "\xE0\xA7\x9F";
  }

  const HouseStyle::Nukta house_;
  Collected one_;  // precomposed
  Collected two_;  // base and nukta
};

class SplitVowel final : public Check {
 public:
  explicit SplitVowel(bool all_edits) : found_(all_edits) {}

  [[nodiscard]] Traits Needs() const override { return trait::kSplitVowel; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    static constexpr std::string_view kE = "\xE0\xA7\x87";
    static constexpr std::string_view kAa = "\xE0\xA6\xBE";
    static constexpr std::string_view kAu = "\xE0\xA7\x97";
    for (size_t at = text.find(kE); at != std::string_view::npos; at = text.find(kE, at + 3)) {
      const std::string_view second = text.substr(at + 3, 3);
      if (second != kAa && second != kAu) continue;
      const Span span{at, at + 6};
      Diagnostic diagnostic = findings.Make(paragraph, span);
      findings.AddFix(diagnostic, paragraph, span, second == kAa ? "\xE0\xA7\x8B" : "\xE0\xA7\x8C");
      found_.Add(std::move(diagnostic));
    }
  }
  void Finish(Findings& findings) override { found_.Report(findings); }

 private:
  Collected found_;
};

}  // namespace

std::unique_ptr<Check> MakeNuktaForm(const CheckServices& services) {
  return std::make_unique<NuktaForm>(services);
}
std::unique_ptr<Check> MakeSplitVowel(const CheckServices& services) {
  return std::make_unique<SplitVowel>(services.all_edits);
}

}  // namespace bnlint
