#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "text/source.h"
#include "text/writing.h"

namespace bnlint {

/// What a piece of prose is in its document; rules about whole paragraphs ask for it.
enum class SegmentKind : uint8_t { kParagraph, kHeading, kListItem, kTableCell, kQuote };

/// Stands in a segment's text for something that is there but is no prose: code, an image, a tag.
inline constexpr std::string_view kObject = "\xEF\xBF\xBC";  // U+FFFC OBJECT REPLACEMENT CHARACTER

/// One step of a segment's offset map: `text_size` bytes of its text come from `source_size` bytes
/// of the file. When `verbatim`, they are the same bytes and offsets inside map one to one.
struct Piece {
  uint64_t text_begin = 0;
  uint64_t text_size = 0;
  uint64_t source_begin = 0;
  uint64_t source_size = 0;
  bool verbatim = true;
  bool decoded =
      false;  ///< not verbatim, but an escape of just these bytes: it can be replaced as a whole
};

/// Bytes of a file and what is to stand in their place.
struct Replacement {
  Span source;  ///< source offsets
  std::string text;
};

/// A run of prose that is read as one: a paragraph, a heading, a table cell.
/// Offsets into `text` are "text offsets"; offsets into the file "source offsets".
struct Segment {
  SegmentKind kind = SegmentKind::kParagraph;
  /// Of formats whose lines mean nothing to a reader (the XML in a .docx): the number of the paragraph, from 1, which then is
  /// the line of a finding, and the code points of it before this segment. 0: lines are those of the file.
  uint32_t column = 0;
  std::string_view text;  ///< UTF-8, possibly with invalid bytes; a view into Source or Document
  std::vector<Piece> pieces;  ///< ascending, covering `text` without gaps
  bool cut_before = false;    ///< the paragraph began in an earlier block
  bool cut_after = false;     ///< … and goes on in a later one
  /// Next to markup no blank can be put in: the format would drop it.
  bool closed_edges = false;
  Writing writing = Writing::kAsItIs;  ///< of fixes
  uint32_t paragraph = 0;              ///< see `column`
  uint64_t first_line = 0;             ///< source offset of the line on which the segment begins

  /// The bytes of the file from which a range of the text came.
  [[nodiscard]] Span ToSource(Span text_span) const;
  /// True when the range is the very bytes of the file in one run, so that an edit of the text is an
  /// edit of the file.
  [[nodiscard]] bool IsVerbatim(Span text_span) const;
  /// The edit of the file that puts `text` in the place of a range; nothing when the range is not one run of the file's
  /// own bytes and whole escapes, or when the format cannot write `text` there.
  [[nodiscard]] std::optional<Replacement> Rewrite(Span text_span, std::string_view text) const;
};

/// Where on a page picture something stands.
struct PagePlace {
  uint32_t page = 0;             ///< from 1 in the file
  uint32_t line = 0;             ///< from 1 on the page
  std::array<int32_t, 4> box{};  ///< left, top, right, bottom in pixels; all 0 when unknown
};

/// A word with its place on the page.
struct PageWord {
  Span source;  ///< source offsets
  PagePlace place;
};

/// What a comment of a file tells bnlint.
struct Directive {
  std::string text;  ///< without the "bnlint:" before it: "words শব্দ শব্দ"
  /// Source offsets of the whole comment with its marks; empty when the format does not know them
  /// (LocateDirectives of formats/directive.h then looks for them).
  Span comment;

  // NOLINTNEXTLINE(google-explicit-constructor): a format that knows no places adds a text
  Directive(std::string_view directive, Span place = {}) : text(directive), comment(place) {}
  friend bool operator==(const Directive& mine, std::string_view text) { return mine.text == text; }
};

/// The prose of one block, in order. Move-only: segments point into `storage`.
struct Document {
  std::vector<Segment> segments;
  std::vector<Directive> directives;  ///< what comments of the block tell bnlint, in order
  std::deque<std::string>
      storage;  // texts that are not a view of the source; a deque never moves them

  std::vector<PageWord> page_words;  ///< ascending; of formats that know pages
  std::optional<Error> error;        ///< why the format could not be read to its end
  std::optional<Error> unread;       ///< why there is no prose for us in it, when that is no fault

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() = default;
};

}  // namespace bnlint
