#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bnlint {

/// The single-byte encodings as which UTF-8 is misread; those that share most letters stand together, the
/// more common first, since of several that explain a text equally well the first is named.
enum class CodePage : uint8_t {
  kWindows1252,  ///< Latin-1 with it: its C1 controls are the bytes that Windows-1252 gives letters
  kWindows1254,
  kWindows1256,
  kWindows1258,
  kLatin9,
  kWindows1250,
  kLatin2,
  kWindows1251,
  kWindows1253,
  kWindows1255,
  kWindows1257,
  kDos437,
  kDos850,
  kDos852,
  kDos866,
  kKoi8R,
  kMacRoman,
  kMacCyrillic,
};
inline constexpr size_t kCodePages = 18;

/// "Windows-1252".
std::string_view Name(CodePage page);

/// A set of code pages, a bit each.
using CodePageSet = uint32_t;
inline CodePageSet SetOf(CodePage page) { return CodePageSet{1} << static_cast<unsigned>(page); }

/// What a byte 80..FF reads as in each code page, and back, by ICU's converters. A byte that a page leaves
/// undefined reads as the character of that number, as in browsers and Windows; in the pages of Windows and
/// ISO every C1 control may also stand for its byte, as in Latin-1. Immutable; thread-safe.
class CodePages {
 public:
  static const CodePages& Get();

  /// The byte 80..FF that reads as `c`, or 0 when there is none.
  [[nodiscard]] uint8_t ByteOf(CodePage page, char32_t c) const {
    return RowOf(c).bytes[static_cast<size_t>(page)];
  }
  /// The pages in which `c` stands for a byte that begins a UTF-8 sequence (C2..F4), or goes on with one
  /// (80..BF).
  [[nodiscard]] CodePageSet Leads(char32_t c) const { return RowOf(c).leads; }
  [[nodiscard]] CodePageSet Trails(char32_t c) const { return RowOf(c).trails; }
  /// What a byte reads as. REQUIRES: byte >= 0x80.
  [[nodiscard]] char32_t CharOf(CodePage page, uint8_t byte) const {
    return chars_[static_cast<size_t>(page)][byte - 0x80U];
  }
  /// The page itself gives `byte` no character, so that a strict program loses it. REQUIRES: byte is 80..BF.
  [[nodiscard]] bool Lacks(CodePage page, uint8_t byte) const {
    return lacks_[static_cast<size_t>(page)].test(byte);
  }
  /// Some byte of 80..BF is like that.
  [[nodiscard]] bool LacksTrails(CodePage page) const {
    return lacks_[static_cast<size_t>(page)].any();
  }

 private:
  struct Row {
    std::array<uint8_t, kCodePages> bytes{};
    CodePageSet leads = 0;
    CodePageSet trails = 0;
  };
  static constexpr char32_t kLimit = 0x2600;  // no page has a character beyond, but for …
  static constexpr char32_t kAppleLogo = 0xF8FF;

  CodePages();
  void Load(CodePage page);
  void Enter(CodePage page, char32_t c, uint8_t byte);
  static size_t Slot(char32_t c) { return c < kLimit ? c : c == kAppleLogo ? kLimit : 0; }
  [[nodiscard]] const Row& RowOf(char32_t c) const { return rows_[index_[Slot(c)]]; }

  std::vector<uint16_t> index_;  // of a character's slot: its row; row 0 is empty
  std::vector<Row> rows_;
  std::array<std::array<char32_t, 0x80>, kCodePages> chars_{};
  std::array<std::bitset<0xC0>, kCodePages> lacks_;
};

}  // namespace bnlint
