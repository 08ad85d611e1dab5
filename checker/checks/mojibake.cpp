// One finding a damaged stretch, with what was written there.

#include "text/mojibake.h"

#include "checks/checks.h"
#include "checks/lost_letters.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kShown = 40;  // code points of the restored text in the message

std::string Excerpt(const std::string& text) {
  size_t at = 0;
  for (size_t count = 0; at < text.size() && count < kShown; ++count) at += DecodeAt(text, at).size;
  return at == text.size() ? text : text.substr(0, at) + "…";
}

std::string Listed(const std::u32string& characters) {
  std::string out;
  for (const char32_t c : characters) {
    if (!out.empty()) out += ", ";
    AppendUtf8(out, c);
  }
  return out;
}

// All of it lies in one of `kinds`: shown, not left behind.
bool IsShown(const Paragraph& paragraph, Span span, uint8_t kinds) {
  for (const Mask& mask : paragraph.masks()) {
    if ((mask.kind & kinds) != 0 && mask.span.begin <= span.begin && span.end <= mask.span.end)
      return true;
  }
  return false;
}

class MojibakeCheck final : public Check {
 public:
  explicit MojibakeCheck(const CheckServices& services) : speller_(*services.speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    for (Mojibake& found : FindMojibake(paragraph.text())) {
      if (!IsShown(paragraph, found.span, findings.rule().masks))
        Report(paragraph, found, findings);
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
