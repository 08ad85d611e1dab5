// One finding a damaged stretch, with what was written there.

#include "text/mojibake.h"

#include <algorithm>

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

  [[nodiscard]] Traits Needs() const override { return trait::kTwoBytes | trait::kOddSymbol; }
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
    if (paragraph.segment().Rewrite(found.span, found.text)) {
      findings.AddFix(diagnostic, paragraph, found.span, found.text,
                      found.exact ? FixSafety::kSafe : FixSafety::kUnsafe);
    } else if (Fix fix = PieceByPiece(paragraph.segment(), found.span); !fix.edits.empty()) {
      diagnostic.fixes.push_back(std::move(fix));
    }
    findings.Report(std::move(diagnostic));
  }

  // Between the lines and the marks of a format stands nothing that a misreading changes.
  Fix PieceByPiece(const Segment& segment, Span span) const {
    Fix fix;
    for (const Piece& piece : segment.pieces) {
      const uint64_t begin = std::max(span.begin, piece.text_begin);
      const uint64_t end = std::min(span.end, piece.text_begin + piece.text_size);
      if (begin >= end || !piece.verbatim) continue;
      for (Mojibake& found : FindMojibake(segment.text.substr(begin, end - begin))) {
        if (!found.exact) fix.safety = FixSafety::kUnsafe;
        FillHoles(speller_, found);
        auto edit =
            segment.Rewrite({begin + found.span.begin, begin + found.span.end}, found.text);
        if (edit) fix.edits.push_back({edit->source, std::move(edit->text)});
      }
    }
    return fix;
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeMojibake(const CheckServices& services) {
  return std::make_unique<MojibakeCheck>(services);
}

}  // namespace bnlint
