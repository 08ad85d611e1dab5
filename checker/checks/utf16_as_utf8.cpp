// A file in UTF-16 is told as a whole; a stretch of it that was read byte by byte, or UTF-8 two bytes at a time, with
// what was written there.

#include <optional>

#include "checks/checks.h"
#include "checks/excerpt.h"
#include "text/utf16_misread.h"

namespace bnlint {
namespace {

class Utf16AsUtf8 final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return trait::kNone; }
  void VisitBlock(const Source& block, Findings& findings) override {
    if (block.first) order_ = LooksLikeUtf16(block.bytes);
    if (order_) {
      const bool little = *order_ == ByteOrder::kLittle;
      Diagnostic diagnostic =
          findings.MakeAt({block.begin(), block.end()}, {{"how", little ? "little" : "big", true}});
      diagnostic.repeat_key = "file";
      findings.Report(std::move(diagnostic));
      return;
    }
    for (const Utf16Misread& found : FindUtf16Misread(block.bytes)) Report(block, found, findings);
  }

 private:
  static void Report(const Source& block, const Utf16Misread& found, Findings& findings) {
    const Span span{block.begin() + found.span.begin, block.begin() + found.span.end};
    std::vector<Arg> args = {{"how", found.two_by_two ? "pairs" : "bytes", true}};
    if (!found.text.empty()) args.push_back({"text", Excerpt(found.text)});
    Diagnostic diagnostic = findings.MakeAt(span, std::move(args));
    if (!found.text.empty()) {
      diagnostic.fixes.push_back(
          {found.exact ? FixSafety::kSafe : FixSafety::kUnsafe, {{span, found.text}}});
    }
    findings.Report(std::move(diagnostic));
  }

  std::optional<ByteOrder> order_;  // of the whole file, when it is UTF-16
};

}  // namespace

std::unique_ptr<Check> MakeUtf16AsUtf8(const CheckServices& /*services*/) {
  return std::make_unique<Utf16AsUtf8>();
}

}  // namespace bnlint
