// Read byte by byte, Bengali in UTF-16 is a sequence in which every second character is a tab, the 09 of U+09xx.

#include "text/utf16_misread.h"

#include <algorithm>

#include "text/code_page.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kLooked = 1024;   // bytes of a file
constexpr size_t kLeastPairs = 3;  // Bengali characters that make a stretch
constexpr char32_t kLost = 0xFFFD;

bool IsBengaliUnit(char32_t c) {
  return (c >= 0x0980 && c <= 0x09FF) || c == 0x0964 || c == 0x0965;
}
// What Bengali text is made of.
bool IsTextUnit(char32_t c) {
  return IsBengaliUnit(c) || (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' ||
         c == 0xFEFF || (c >= 0xA0 && c <= 0xFF) || (c >= 0x2000 && c <= 0x206F);
}

char32_t UnitAt(std::string_view bytes, size_t at, ByteOrder order) {
  const auto first = static_cast<uint8_t>(bytes[at]);
  const auto second = static_cast<uint8_t>(bytes[at + 1]);
  return order == ByteOrder::kLittle ? first | second << 8U : first << 8U | second;
}

// The byte that a character of Latin-1 or Windows-1252 stands for; nothing for others.
std::optional<uint8_t> ByteOf(char32_t c) {
  if (c < 0x80) return static_cast<uint8_t>(c);
  const uint8_t byte = CodePages::Get().ByteOf(CodePage::kWindows1252, c);
  if (byte != 0) return byte;
  return std::nullopt;
}

// A character that stood for the low byte of a Bengali one.
bool IsLow(char32_t c) { return c == kLost || (c >= 0x80 && ByteOf(c)); }

// All of the bytes as text; nothing when a unit is none or too few are Bengali.
std::optional<std::string> Decode(std::string_view bytes, ByteOrder order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string out;
  size_t bengali = 0;
  for (size_t at = 0; at < bytes.size(); at += 2) {
    const char32_t c = UnitAt(bytes, at, order);
    if (!IsTextUnit(c)) return std::nullopt;
    bengali += IsBengaliUnit(c) ? 1 : 0;
    if (c != 0xFEFF) AppendUtf8(out, c);
  }
  return bengali >= kLeastPairs ? std::optional(out) : std::nullopt;
}

class ByteByByte {
 public:
  explicit ByteByByte(std::string_view text) : text_(text) {}

  // The stretch around a tab between two low bytes; nothing when there is too little of it.
  std::optional<Utf16Misread> Around(size_t tab, size_t least) const {
    Utf16Misread found;
    found.span = {Begin(tab, least), End(tab)};
    found.span.end += DandaSize(found.span);
    size_t pairs = 0;
    bool lost = false;
    for (size_t at = found.span.begin; at < found.span.end;) {
      const CodePoint c = DecodeAt(text_, at);
      pairs += IsLow(c.value) ? 1 : 0;
      lost |= c.value == kLost;
      at += c.size;
    }
    if (pairs < kLeastPairs) return std::nullopt;
    if (!lost) Restore(found);
    return found;
  }

 private:
  static bool IsHigh(char32_t c) {
    return c == '\t' || c == 0;
  }  // the high byte of Bengali or ASCII
  [[nodiscard]] char32_t Before(size_t at) const {
    return at > 0 ? DecodeBefore(text_, at).value : U'x';
  }
  [[nodiscard]] char32_t Behind(size_t at) const {
    return at < text_.size() ? DecodeAt(text_, at).value : U'x';
  }

  // A stretch ends with the last half of a character before something that is neither half nor ASCII.
  [[nodiscard]] size_t Begin(size_t at, size_t least) const {
    size_t begin = at;
    while (at > least) {
      const CodePoint c = DecodeBefore(text_, at);
      if (c.value >= 0x80 && !IsLow(c.value)) break;
      const bool half = IsLow(c.value) && (IsHigh(Behind(at)) || IsHigh(Before(at - c.size)));
      at -= c.size;
      if (half || c.value == 0) begin = at;
    }
    // Before a low byte may stand its high one, and before NUL the low one of ASCII.
    const char32_t before = Before(begin);
    const bool other_half = before == '\t' || (text_[begin] == '\0' && before < 0x80);
    return begin > least && other_half ? begin - 1 : begin;
  }
  [[nodiscard]] size_t End(size_t at) const {
    size_t end = at;
    char32_t last = 0;
    while (at < text_.size()) {
      const CodePoint c = DecodeAt(text_, at);
      if (c.value >= 0x80 && !IsLow(c.value)) break;
      at += c.size;
      const bool half =
          IsLow(c.value) ? IsHigh(last) || IsHigh(Behind(at)) : c.value == '\t' && IsLow(last);
      if (half || c.value == 0) end = at;
      last = c.value;
    }
    return end;
  }

  // The danda, U+0964, is d and a tab; at the end of a stretch it has no low byte beside it.
  [[nodiscard]] size_t DandaSize(Span span) const {
    const std::string_view rest = text_.substr(span.end);
    const bool danda = rest.starts_with('d') || rest.starts_with('e');
    if (text_[span.begin] == '\t') return danda && text_[span.end - 1] == '\t' ? 1 : 0;
    return danda && rest.substr(1).starts_with('\t') ? 2 : 0;
  }

  void Restore(Utf16Misread& found) const {
    std::string bytes;
    for (size_t at = found.span.begin; at < found.span.end;) {
      const CodePoint c = DecodeAt(text_, at);
      bytes += static_cast<char>(ByteOf(c.value).value_or(0));
      at += c.size;
    }
    for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
      if (auto text = Decode(bytes, order)) {
        found.text = std::move(*text);
        found.exact = true;
        return;
      }
    }
    found.text = Guess(bytes);
  }

  // NUL, or the tab at an edge, was cut away: each byte is taken with the tab beside it.
  static std::string Guess(std::string_view bytes) {
    std::string out;
    for (size_t i = 0; i < bytes.size(); ++i) {
      const auto byte = static_cast<uint8_t>(bytes[i]);
      const bool beside_tab =
          (i > 0 && bytes[i - 1] == '\t') || (i + 1 < bytes.size() && bytes[i + 1] == '\t');
      if (byte == 0 || byte == '\t') continue;
      const bool high = beside_tab && (byte >= 0x80 || byte == 'd' || byte == 'e');
      AppendUtf8(out, high ? 0x0900U + byte : byte);
    }
    return out;
  }

  std::string_view text_;
};

// U+A6E0 U+E095 …: E0 A6 95 E0 in pairs. The stretch of what is neither ASCII nor Bengali around `at`.
std::optional<Utf16Misread> TwoByTwo(std::string_view text, size_t at, size_t least) {
  const auto belongs = [](char32_t c) { return c >= 0x0A00 && c <= 0xFFFF && c != kLost; };
  size_t begin = at;
  while (begin > least) {
    const CodePoint c = DecodeBefore(text, begin);
    if (!belongs(c.value)) break;
    begin -= c.size;
  }
  std::string little;
  std::string big;
  size_t end = begin;
  while (end < text.size()) {
    const CodePoint c = DecodeAt(text, end);
    if (!belongs(c.value)) break;
    little += {static_cast<char>(c.value & 0xFFU), static_cast<char>(c.value >> 8U)};
    big += {static_cast<char>(c.value >> 8U), static_cast<char>(c.value & 0xFFU)};
    end += c.size;
  }
  for (const std::string* bytes : {&little, &big}) {
    size_t bengali = 0;
    size_t others = 0;
    bool valid = true;
    bool cut = false;
    for (size_t i = 0; i < bytes->size() && valid;) {
      const CodePoint c = DecodeAt(*bytes, i);
      cut = !c.valid && i + c.size == bytes->size();
      valid = cut || (c.valid &&
                      (c.value >= 0x20 || c.value == '\n' || c.value == '\r' || c.value == '\t'));
      ++(IsBengaliUnit(c.value) ? bengali : others);
      i += c.size;
    }
    if (!valid || bengali < kLeastPairs || bengali < others / 2) continue;
    return Utf16Misread{{begin, end}, cut ? std::string() : *bytes, true, !cut};
  }
  return std::nullopt;
}

// The next tab, from `at` on, between two characters that may be low bytes, with another tab and one more behind.
size_t FindTab(std::string_view text, size_t at) {
  const auto low_at = [&](size_t i) { return i < text.size() && IsLow(DecodeAt(text, i).value); };
  for (at = text.find('\t', at); at != std::string_view::npos; at = text.find('\t', at + 1)) {
    if (at == 0 || !IsContinuation(text[at - 1]) || !IsLow(DecodeBefore(text, at).value)) continue;
    if (!low_at(at + 1)) continue;
    const size_t second = at + 1 + DecodeAt(text, at + 1).size;
    if (second < text.size() && text[second] == '\t' && low_at(second + 1)) return at;
  }
  return at;
}

size_t FindPair(std::string_view text, size_t at) {
  return std::min({text.find("\uA6E0", at), text.find("\uA7E0", at), text.find("\uE0A6", at),
                   text.find("\uE0A7", at)});
}

}  // namespace

std::optional<ByteOrder> LooksLikeUtf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::kLittle;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::kBig;
  const size_t size = std::min(bytes.size(), kLooked) / 2 * 2;
  if (size == 0 ||
      std::all_of(bytes.begin(),
                  bytes.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(size, 4)),
                  [](char c) { return static_cast<uint8_t>(c) >= 0x20 && c != 0x7F; })) {
    return std::nullopt;  // no pair of these begins a text in UTF-16
  }
  for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
    size_t text = 0;
    size_t bengali = 0;
    for (size_t at = 0; at < size; at += 2) {
      const char32_t c = UnitAt(bytes, at, order);
      text += IsTextUnit(c) ? 1 : 0;
      bengali += IsBengaliUnit(c) ? 1 : 0;
    }
    if (bengali >= kLeastPairs && text * 20 >= size / 2 * 19) return order;
  }
  return std::nullopt;
}

std::vector<Utf16Misread> FindUtf16Misread(std::string_view text) {
  std::vector<Utf16Misread> all;
  size_t done = 0;
  for (size_t tab = FindTab(text, 0); tab != std::string_view::npos;
       tab = FindTab(text, std::max(tab + 1, done))) {
    auto found = ByteByByte(text).Around(tab, done);
    done = tab + 1;
    if (!found) continue;
    done = found->span.end;
    all.push_back(std::move(*found));
  }
  done = 0;
  for (size_t at = FindPair(text, 0); at != std::string_view::npos;
       at = FindPair(text, std::max(at + 1, done))) {
    auto found = TwoByTwo(text, at, done);
    done = at + 1;
    if (!found) continue;
    done = found->span.end;
    all.push_back(std::move(*found));
  }
  std::sort(all.begin(), all.end(),
            [](const Utf16Misread& a, const Utf16Misread& b) { return a.span < b.span; });
  return all;
}

}  // namespace bnlint
