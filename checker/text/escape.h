#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bnlint {

/// The ways in which programs write a character when they pass a text on.
enum class EscapeKind : uint8_t {
  kEntity,  ///< HTML: &nbsp; &#2453; &#x995; also escaped again (&amp;quot;) and with a translator's blanks
            ///< (& quot ;); RTF's \u2453? is of the next kind
  kBackslash,  ///< JSON, Python, C, Perl: \u0995 \U0001F600 \u{995} \N{DANDA} \xE0\xA6\x95 \340\246\225
  kCodePoint,        ///< R: <U+0995>
  kPercent,          ///< URLs: %E0%A6%95 %u0995, also escaped again (%25E0)
  kQuotedPrintable,  ///< mail: =E0=A6=95, with lines that end in =
  kBase64,           ///< mail: 4KaV; see base64_text.h, ReadEscape does not read it
  kEmoji,            ///< a code of five digits of which four were read: U+1F60 and A for U+1F60A
};

/// One escape.
struct Escape {
  size_t size = 0;  ///< in bytes of the text; 0: none
  EscapeKind kind = EscapeKind::kEntity;
  char32_t value = 0;  ///< a code point, or one byte of UTF-8 when `is_byte`
  bool is_byte = false;
  bool is_nothing = false;  ///< stands for nothing: a line break that the mail made
  /// By itself it may be anything: ASCII, \n. It counts within a run of others.
  bool is_weak = false;
};

/// The escape that begins at byte `at`. REQUIRES: at < text.size(). Thread-safe.
Escape ReadEscape(std::string_view text, size_t at);

/// False when no escape can be in `text`: a few searches for single bytes.
bool MayHoldEscape(std::string_view text);

}  // namespace bnlint
