// One finding a run of escapes. Mail breaks its lines in the middle of a character, so a run may go on where the
// paragraph ends.

#include <algorithm>

#include "checks/checks.h"
#include "checks/excerpt.h"
#include "text/escaped_run.h"

namespace bnlint {
namespace {

std::string_view TermOf(EscapeKind kind) {
  switch (kind) {
    case EscapeKind::kEntity: return "entity";
    case EscapeKind::kBackslash: return "backslash";
    case EscapeKind::kPercent: return "percent";
    case EscapeKind::kQuotedPrintable: return "mail";
    case EscapeKind::kBase64: return "base64";
    case EscapeKind::kCodePoint: return "codepoint";
    case EscapeKind::kEmoji: return "emoji";
  }
  return "";
}

class EscapeResidue final : public Check {
 public:
  void VisitBlock(const Source& block, Findings& /*findings*/) override {
    block_ = &block;
    done_ = 0;
  }

  [[nodiscard]] Traits Needs() const override { return trait::kEscape | trait::kAsciiLetter; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    const Segment& segment = paragraph.segment();
    const Span source = segment.ToSource({0, text.size()});
    if (source.begin < done_) return;  // told with an earlier paragraph
    const bool goes_on = text.ends_with('=') && segment.IsVerbatim({0, text.size()});
    for (const EscapedRun& run : FindEscapedRuns(goes_on ? WithBrokenLines(source) : text)) {
      if (IsAddress(text, run) || paragraph.InMask(run.span, findings.rule().masks)) continue;
      if (run.span.end > text.size()) {
        ReportAt({source.begin + run.span.begin, source.begin + run.span.end}, run, findings);
      } else {
        Diagnostic diagnostic = findings.Make(paragraph, run.span, ArgsOf(run));
        if (run.readable) findings.AddFix(diagnostic, paragraph, run.span, run.text, SafetyOf(run));
        findings.Report(std::move(diagnostic));
      }
    }
  }

 private:
  // The paragraph and the lines that mail broke off it, each with = at its end.
  std::string_view WithBrokenLines(Span source) {
    const std::string_view bytes = block_->bytes;
    const size_t begin = source.begin - block_->begin();
    size_t end = source.end - block_->begin();
    while (end > begin && bytes[end - 1] == '=') {
      const size_t next = bytes.find_first_not_of("\r\n", end);
      if (next == std::string_view::npos) break;
      end = std::min(bytes.find_first_of("\r\n", next), bytes.size());
    }
    done_ = block_->begin() + end;
    return bytes.substr(begin, end - begin);
  }

  // What is left of a URL: "/%E0%A6%95".
  static bool IsAddress(std::string_view text, const EscapedRun& run) {
    return run.kind == EscapeKind::kPercent && run.span.begin > 0 &&
           std::string_view("/?&=").find(text[run.span.begin - 1]) != std::string_view::npos;
  }

  static std::vector<Arg> ArgsOf(const EscapedRun& run) {
    std::vector<Arg> args = {{"kind", std::string(TermOf(run.kind)), true}};
    // A tag is told as it is, when nothing else is there; what cannot be seen is not.
    const bool seen = run.text.find_first_not_of(' ') != std::string::npos;
    const std::string& text = seen ? run.text : run.decoded;
    if (seen || text.starts_with('<')) args.push_back({"text", Excerpt(text)});
    return args;
  }

  // Bytes may be meant as they stand, in a text about addresses.
  static FixSafety SafetyOf(const EscapedRun& run) {
    const bool bytes = run.kind == EscapeKind::kPercent || run.kind == EscapeKind::kQuotedPrintable;
    return run.exact && !bytes ? FixSafety::kSafe : FixSafety::kUnsafe;
  }

  static void ReportAt(Span source, const EscapedRun& run, Findings& findings) {
    Diagnostic diagnostic = findings.MakeAt(source, ArgsOf(run));
    if (run.readable) diagnostic.fixes.push_back({SafetyOf(run), {{source, run.text}}});
    findings.Report(std::move(diagnostic));
  }

  const Source* block_ = nullptr;  // of the paragraphs at hand
  uint64_t done_ = 0;              // source offset up to which a run was told
};

}  // namespace

std::unique_ptr<Check> MakeEscapeResidue(const CheckServices& /*services*/) {
  return std::make_unique<EscapeResidue>();
}

}  // namespace bnlint
