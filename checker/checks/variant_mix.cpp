// Two current spellings of one word in one document (ভাল and ভালো): the rarer one is told, once. The pairs are
// dictionaries/bn/variants.tsv; each side must stand twice, or one of them five times, so that a quotation is no mix.

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/checks.h"
#include "checks/word_run.h"
#include "spelling/lexicon.h"

namespace bnlint {
namespace {

constexpr uint64_t kLeastMinor = 2;
constexpr uint64_t kLeastMajor = 2;
constexpr size_t kMostPlaces = 10;

// One spelling in this document.
struct Seen {
  uint64_t count = 0;
  std::vector<Diagnostic> first;  // one at most
};

class VariantMix final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      const std::string_view form = VariantOf(word);
      if (form.empty()) return;
      Seen& seen = seen_[form];
      ++seen.count;
      if (seen.first.empty()) {
        seen.first.push_back(findings.Make(paragraph, span));
      } else if (seen.first.front().related.size() < kMostPlaces) {
        seen.first.front().related.push_back(findings.Make(paragraph, span).place);
      }
    });
  }

  void Finish(Findings& findings) override {
    std::vector<std::string_view> forms;
    for (const auto& [form, seen] : seen_) forms.push_back(form);
    std::sort(forms.begin(), forms.end());
    for (const std::string_view form : forms) {
      const auto other = seen_.find(OtherVariant(form));
      if (other == seen_.end()) continue;
      Seen& minor = seen_[form];
      const Seen& major = other->second;
      const bool rarer =
          minor.count < major.count || (minor.count == major.count && form < other->first);
      if (!rarer || minor.count < kLeastMinor || major.count < kLeastMajor) continue;
      Diagnostic diagnostic = std::move(minor.first.front());
      diagnostic.args = {{"minor", std::string(form)},
                         {"major", std::string(other->first)},
                         {"count", std::to_string(minor.count)},
                         {"others", std::to_string(major.count)}};
      findings.Report(std::move(diagnostic));
    }
  }

 private:
  std::unordered_map<std::string_view, Seen> seen_;  // bounded by the list
};

}  // namespace

std::unique_ptr<Check> MakeVariantMix(const CheckServices& /*services*/) {
  return std::make_unique<VariantMix>();
}

}  // namespace bnlint
