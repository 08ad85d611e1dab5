// The bytes E0 A6 and E0 A7, with which Bengali letters begin, read 4K, Cm, Cn or gp, wherever they stand among the
// threes of bytes.

#include "text/base64_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kLeastSize = 8;  // of a stretch: two letters
constexpr size_t kLeastBengali = 2;
constexpr size_t kLeastLine = 40;  // mail breaks lines at 76, nobody below that

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<int8_t, 256> kValues = [] {
  std::array<int8_t, 256> values{};
  values.fill(-1);
  for (size_t i = 0; i < kDigits.size(); ++i)
    values[static_cast<uint8_t>(kDigits[i])] = static_cast<int8_t>(i);
  return values;
}();

int ValueOf(char c) { return kValues[static_cast<uint8_t>(c)]; }

bool MayHold(std::string_view text) {
  return text.find("4K") != std::string_view::npos || text.find("Cm") != std::string_view::npos ||
         text.find("Cn") != std::string_view::npos || text.find("gp") != std::string_view::npos;
}

std::string Decode(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (ValueOf(c) < 0) continue;  // a line break
    bits = bits << 6U | static_cast<unsigned>(ValueOf(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count));
    bits &= (1U << static_cast<unsigned>(count)) - 1;
  }
  return out;
}

// All of it is text, mostly Bengali; at its ends a character may be cut, where a line was.
bool IsBengaliText(std::string_view text) {
  size_t bengali = 0;
  size_t others = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const bool edge = at < 3 || at + 3 >= text.size();
    if (!c.valid && !edge) return false;
    if (c.valid && c.value < 0x20 && c.value != '\n' && c.value != '\r' && c.value != '\t')
      return false;
    const bool is_bengali = (c.value >= 0x0980 && c.value <= 0x09FF) || c.value == 0x0964;
    ++(is_bengali ? bengali : others);
    at += c.size;
  }
  return bengali >= kLeastBengali && bengali >= others / 2;
}

bool HoldsInvalid(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += DecodeAt(text, at).size) {
    if (!DecodeAt(text, at).valid) return true;
  }
  return false;
}

std::string WithMarks(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    AppendUtf8(out, c.value);
    at += c.size;
  }
  return out;
}

// The end of the digits from `begin` on; whole lines of them are read on.
size_t EndOfDigits(std::string_view text, size_t begin) {
  size_t line = begin;
  size_t end = begin;
  while (true) {
    while (end < text.size() && ValueOf(text[end]) >= 0) ++end;
    size_t next = end;
    if (text.substr(next).starts_with("\r\n")) {
      next += 2;
    } else if (text.substr(next).starts_with('\n')) {
      ++next;
    }
    if (next == end || end - line < kLeastLine || next == text.size() || ValueOf(text[next]) < 0)
      return end;
    line = end = next;
  }
}

}  // namespace

Span EncodedWordAround(std::string_view text, Span span, char letter) {
  constexpr std::string_view kOpen = "=?utf-8?x?";
  if (span.begin < kOpen.size() || !text.substr(span.end).starts_with("?=")) return span;
  const size_t open = span.begin - kOpen.size();
  for (size_t i = 0; i < kOpen.size(); ++i) {
    const int want = kOpen[i] == 'x' ? std::tolower(letter) : kOpen[i];
    if (std::tolower(static_cast<unsigned char>(text[open + i])) != want) return span;
  }
  return {open, span.end + 2};
}

std::vector<EscapedRun> FindBase64Text(std::string_view text) {
  std::vector<EscapedRun> runs;
  if (!MayHold(text)) return runs;
  for (size_t at = 0; at < text.size();) {
    if (ValueOf(text[at]) < 0) {
      ++at;
      continue;
    }
    Span span{at, EndOfDigits(text, at)};
    at = span.end;
    if (span.size() < kLeastSize) continue;
    const std::string bytes = Decode(text.substr(span.begin, span.size()));
    if (!IsBengaliText(bytes)) continue;
    while (span.end < text.size() && text[span.end] == '=') ++span.end;
    EscapedRun run;
    run.kind = EscapeKind::kBase64;
    run.exact = !HoldsInvalid(bytes);
    run.text = WithMarks(bytes);
    run.decoded = run.text;
    run.span = EncodedWordAround(text, span, 'B');
    at = run.span.end;
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace bnlint
