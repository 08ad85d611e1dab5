#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rule/diagnostic.h"

namespace bnlint {

/// Text within a line, and the findings that lie on it: indices, in order of their beginning. A piece without text is a
/// place where something is missing. Never cuts a letter from its signs or a conjunct apart.
struct HtmlPiece {
  std::string_view text;
  std::vector<size_t> findings;
};

/// A line of a text as the page shows it, or (line 0) a note that lines have been left out.
struct HtmlRow {
  uint64_t line = 0;
  uint64_t skipped = 0;     ///< of line 0: whole lines left out; 0 within a line
  bool cut_before = false;  ///< the line goes on to the left
  bool cut_after = false;   ///< … to the right
  std::vector<HtmlPiece> pieces;
};

/// True when `text` holds what the findings say of it. False of a file that has changed since, or of one whose bytes are no text
/// (a zip). Thread-safe.
bool HoldsFindings(std::string_view text, const std::vector<Diagnostic>& findings);

/// The lines of `text` with its findings, which must be sorted by place; all of them when `whole`, else those with findings and
/// what stands around. Views into `text`. Linear in `text` and the findings on a line. Thread-safe.
/// REQUIRES: HoldsFindings(text, findings).
std::vector<HtmlRow> RowsOfText(std::string_view text, const std::vector<Diagnostic>& findings,
                                bool whole);

/// A line for each finding, as far as its Place tells. Views into `findings`. Thread-safe.
std::vector<HtmlRow> RowsOfContexts(const std::vector<Diagnostic>& findings);

}  // namespace bnlint
