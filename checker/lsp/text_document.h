#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bnlint::lsp {

/// In what a client counts the characters of a line.
enum class Encoding : uint8_t { kUtf8, kUtf16, kUtf32 };
std::string_view Name(Encoding encoding);  ///< "utf-16"

/// A place as the protocol gives it: from 0, `character` in units of the encoding.
struct LinePlace {
  uint64_t line = 0;
  uint64_t character = 0;
  friend bool operator==(const LinePlace&, const LinePlace&) = default;
};

/// The text of a document, and where its lines begin. Lines end at LF, CRLF or a lone CR. Not thread-safe: conversions
/// remember the last answer, so that asking in ascending order costs one pass over each line; and where a line is long,
/// a table of the units up to every few bytes is made when it is first needed.
class TextDocument {
 public:
  explicit TextDocument(std::string text = {}) { SetText(std::move(text)); }

  void SetText(std::string text);
  [[nodiscard]] const std::string& text() const { return text_; }

  /// Puts `text` in place of what stands between two places, which are brought into the document when they lie outside.
  /// A place inside a surrogate pair leaves U+FFFD for the half that stays.
  void Replace(LinePlace begin, LinePlace end, std::string_view text, Encoding encoding);

  /// The byte at a place; a place behind the end of its line means that end, one inside a character its begin.
  [[nodiscard]] size_t OffsetAt(LinePlace place, Encoding encoding) const;
  /// REQUIRES: byte <= text().size().
  [[nodiscard]] LinePlace PlaceAt(size_t byte, Encoding encoding) const;
  [[nodiscard]] size_t lines() const { return starts_.size(); }
  /// The bytes of a line without its end. REQUIRES: line < lines().
  [[nodiscard]] Span Line(size_t line) const;

 private:
  struct Found {
    size_t byte;
    bool inside =
        false;  // the place is behind the first half of a surrogate pair, which begins at `byte`
  };
  // Units from the start of the text, at a byte.
  struct Mark {
    size_t byte = 0;
    uint64_t utf16 = 0;
    uint64_t utf32 = 0;
  };
  [[nodiscard]] Found Find(LinePlace place, Encoding encoding) const;
  [[nodiscard]] Mark Before(size_t byte) const;
  void MakeMarks() const;

  std::string text_;
  std::vector<size_t> starts_;        // of lines
  mutable std::vector<Mark> marks_;   // empty until a long line is asked about
  mutable std::optional<Mark> last_;  // of the last line asked about; counts from its start
  mutable size_t last_line_ = 0;
};

}  // namespace bnlint::lsp
