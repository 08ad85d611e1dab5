// Locates bytes that are no UTF-8, one finding for each unbroken run of them; a character that was cut at the end of a
// line or of the file is the other rule's.

#include <cstdio>

#include "checks/checks.h"
#include "text/char_class.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

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

bool IsInWord(const CodePoint& c) {
  const CharClass cls = ClassOf(c.value);
  return c.valid && (IsBengali(cls) || cls == CharClass::kJoiner);
}

// The damaged word: what is Bengali on both sides.
Span WordAround(std::string_view text, Span span) {
  while (span.begin > 0 && IsInWord(DecodeBefore(text, span.begin))) {
    span.begin -= DecodeBefore(text, span.begin).size;
  }
  while (span.end < text.size() && IsInWord(DecodeAt(text, span.end)))
    span.end += DecodeAt(text, span.end).size;
  return span;
}

// What stands here ends a field of its own: a line, a cell, a quoted string, a teaser.
bool EndsField(std::string_view rest) {
  if (rest.empty()) return true;
  for (const std::string_view end : {"\n", "\r", "\t", "\"", "…", "...", "</"}) {
    if (rest.starts_with(end)) return true;
  }
  return false;
}

// The first bytes of one character, of which the rest is missing.
bool IsBeginning(std::string_view bytes) {
  const auto lead = static_cast<uint8_t>(bytes[0]);
  const size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return lead >= 0xC2 && lead <= 0xF4 && bytes.size() < size &&
         DecodeAt(bytes, 0).size == bytes.size();
}

class InvalidUtf8 final : public Check {
 public:
  explicit InvalidUtf8(bool truncated) : truncated_(truncated) {}

  void VisitBlock(const Source& block, Findings& findings) override {
    const std::string_view bytes = block.bytes;
    for (size_t at = 0; at < bytes.size();) {
      if (static_cast<uint8_t>(bytes[at]) < 0x80) {
        ++at;
        continue;
      }
      if (IsBengaliAt(bytes, at)) {
        at += 3;
        continue;
      }
      const CodePoint c = DecodeAt(bytes, at);
      if (c.valid) {
        at += c.size;
        continue;
      }
      at = Tell(block, at, findings);
    }
  }

  // A program has put U+FFFD for the bytes that were left.
  [[nodiscard]] Traits Needs() const override { return trait::kReplacement; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!truncated_) return;
    const std::string_view text = paragraph.text();
    for (size_t at = text.find(kReplacement); at != std::string_view::npos;) {
      size_t end = at;
      while (text.substr(end).starts_with(kReplacement)) end += kReplacement.size();
      const bool ends =
          EndsField(text.substr(end)) && !(end == text.size() && paragraph.segment().cut_after);
      // Bengali characters have three bytes, so at most two are left over.
      const Span word = WordAround(text, {at, end});
      if (ends && end - at <= 2 * kReplacement.size() && word.begin < at) {
        findings.Report(findings.Make(paragraph, word));
      }
      at = text.find(kReplacement, end);
    }
  }

 private:
  // Reports the word that the invalid bytes at `at` stand in, with all others in it; its end.
  size_t Tell(const Source& block, size_t at, Findings& findings) const {
    const std::string_view text = block.bytes;
    Span word = WordAround(text, {at, at});
    std::string bytes;
    size_t run_end = at;  // of the last invalid bytes
    for (word.end = at; word.end < text.size();) {
      const CodePoint c = DecodeAt(text, word.end);
      if (c.valid && !IsInWord(c)) break;
      if (!c.valid) bytes += text.substr(word.end, c.size);
      word.end += c.size;
      if (!c.valid) run_end = word.end;
    }
    const bool cut = run_end == word.end && bytes.size() == run_end - at &&
                     EndsField(text.substr(run_end)) && IsBeginning(bytes);
    if (cut == truncated_) {
      findings.Report(findings.MakeAt({block.begin() + word.begin, block.begin() + word.end},
                                      {{"bytes", Hex(bytes)}}));
    }
    return word.end;
  }

  bool truncated_;
};

}  // namespace

std::unique_ptr<Check> MakeInvalidUtf8(const CheckServices& /*services*/) {
  return std::make_unique<InvalidUtf8>(false);
}
std::unique_ptr<Check> MakeTruncatedUtf8(const CheckServices& /*services*/) {
  return std::make_unique<InvalidUtf8>(true);
}

}  // namespace bnlint
