// One finding a damaged stretch, with what was written there.

#include "text/mojibake.h"

#include "checks/checks.h"
#include "checks/excerpt.h"
#include "checks/lost_letters.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

std::string Listed(const std::u32string& characters) {
  std::string out;
  for (const char32_t c : characters) {
    if (!out.empty()) out += ", ";
    AppendUtf8(out, c);
  }
  return out;
}

class MojibakeCheck final : public Check {
 public:
  explicit MojibakeCheck(const CheckServices& services) : speller_(*services.speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (Mojibake& found : FindMojibake(paragraph.text())) {
      if (!paragraph.InMask(found.span, findings.rule().masks)) Report(paragraph, found, findings);
    }
  }

 private:
  void Report(const Paragraph& paragraph, Mojibake& found, Findings& findings) const {
    FillHoles(speller_, found);
    std::vector<Arg> args = {{"encoding", std::string(Name(found.page))},
                             {"text", Excerpt(found.text)}};
    if (found.times > 1) args.push_back({"times", found.times == 2 ? "twice" : "thrice", true});
    if (!found.holes.empty()) {
      args.push_back({"lost", std::to_string(found.holes.size())});
      const std::u32string& candidates = found.holes.front().candidates;
      if (!candidates.empty() && candidates.size() <= 8)
        args.push_back({"candidates", Listed(candidates)});
    }
    Diagnostic diagnostic = findings.Make(paragraph, found.span, std::move(args));
    findings.AddFix(diagnostic, paragraph, found.span, found.text,
                    found.exact ? FixSafety::kSafe : FixSafety::kUnsafe);
    findings.Report(std::move(diagnostic));
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeMojibake(const CheckServices& services) {
  return std::make_unique<MojibakeCheck>(services);
}

}  // namespace bnlint
