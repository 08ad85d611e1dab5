#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "formats/draft.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// Puts together the paragraphs of a format in which blanks and line ends are one blank and markup stands between the
/// letters (HTML, XLIFF, LaTeX). Places count from the start of the block, ascending. Not thread-safe.
class Flow {
 public:
  /// What becomes of several blanks in a row: in most formats they are one, in some they are seen.
  enum class Blanks : uint8_t { kCollapse, kKeep };

  /// `writing` is how fixes are written.
  Flow(const Source& block, Document& document, Writing writing, Blanks blanks = Blanks::kCollapse)
      : all_(block.bytes),
        origin_(block.begin()),
        document_(document),
        writing_(writing),
        keeps_(blanks == Blanks::kKeep) {}

  /// Text that stands in the block as it is.
  void AddText(Span place);
  /// What an escape at `place` stands for.
  void AddDecoded(std::string_view text, Span place);
  /// What bytes at `place` stand for that are not to be replaced: the result of a macro, say.
  void AddFixed(std::string_view text, Span place);
  /// Something that is no prose but stands in the text: leaves kObject.
  void AddObject(Span place) { AddFixed(kObject, place); }
  /// A line end that the format makes.
  void AddBreak(Span place);
  /// A blank that is no escape and no byte of its own, as between table cells.
  void AddBlank(Span place) { Blank(place, false); }
  /// Fixes in the paragraph at hand are written so.
  void SetWriting(Writing writing) { paragraph_writing_ = writing; }

  /// The paragraph at hand drops blanks next to markup (Segment::closed_edges).
  void CloseEdges() { closed_edges_ = true; }
  /// The number of the paragraph at hand (Segment::paragraph).
  void SetParagraph(uint32_t number) { paragraph_ = number; }

  /// Ends the paragraph: when it holds prose it becomes a segment.
  void End(SegmentKind kind);
  [[nodiscard]] bool empty() const { return draft_.text.empty(); }

  /// A paragraph begins within the one at hand (a note, a text box), which goes on after Resume.
  void Suspend();
  void Resume(SegmentKind kind_of_inner);

 private:
  void Blank(Span place, bool plain);
  void CloseBlank();
  void Add(std::string_view text, Span place, bool verbatim, bool decoded);
  uint64_t LineStart(uint64_t at);

  std::string_view all_;
  uint64_t origin_;
  Document& document_;
  Writing writing_;
  std::optional<Writing> paragraph_writing_;  // else writing_
  bool keeps_;
  bool closed_edges_ = false;
  uint32_t paragraph_ = 0;
  Draft draft_;
  std::vector<Draft> suspended_;
  std::optional<Span> blank_;  // seen and not yet added
  bool blank_plain_ = true;    // nothing but blanks is in it
  uint64_t line_start_ = 0;    // of the line that holds scanned_
  uint64_t scanned_ = 0;
};

/// Adds the draft, which is text of `all`, a block that begins at `origin`, as a segment, in parts when it is long.
/// `line` is the source offset of its first line.
void EmitDraft(std::string_view all, uint64_t origin, Draft& draft, SegmentKind kind,
               Writing writing, uint64_t line, Document& document);

}  // namespace bnlint
