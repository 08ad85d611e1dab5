// Locates bytes that are no UTF-8, one finding for each unbroken run of them.

#include <cstdio>

#include "checks/checks.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// "E0 A6": the first bytes of a run, as a person would look for them in a hex editor.
std::string Hex(std::string_view bytes) {
  constexpr size_t kShown = 8;
  std::string out;
  for (size_t i = 0; i < std::min(bytes.size(), kShown); ++i) {
    char pair[4];  // NOLINT(*-avoid-c-arrays): for snprintf
    std::snprintf(pair, sizeof pair, "%02X", static_cast<unsigned>(static_cast<uint8_t>(bytes[i])));
    out += (i == 0 ? "" : " ") + std::string(pair);
  }
  return bytes.size() > kShown ? out + " …" : out;
}

class InvalidUtf8 final : public Check {
 public:
  void VisitBlock(const Source& block, Findings& findings) override {
    const std::string_view bytes = block.bytes;
    for (size_t at = 0; at < bytes.size();) {
      if (static_cast<uint8_t>(bytes[at]) < 0x80) {
        ++at;
        continue;
      }
      const CodePoint c = DecodeAt(bytes, at);
      if (c.valid) {
        at += c.size;
        continue;
      }
      size_t end = at + c.size;
      while (end < bytes.size() && !DecodeAt(bytes, end).valid) end += DecodeAt(bytes, end).size;
      findings.Report(findings.MakeAt({block.begin() + at, block.begin() + end},
                                      {{"bytes", Hex(bytes.substr(at, end - at))}}));
      at = end;
    }
  }
};

}  // namespace

std::unique_ptr<Check> MakeInvalidUtf8(const CheckServices& /*services*/) {
  return std::make_unique<InvalidUtf8>();
}

}  // namespace bnlint
