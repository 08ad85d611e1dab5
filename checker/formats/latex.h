#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The prose of a LaTeX file: what is neither mathematics, code, a comment nor an argument that is no text (labels, file
/// names, lengths). Headings, captions and footnotes are paragraphs of their own; cells of tables end at &. Of a preamble only titles count. An
/// unknown command leaves no trace and its braces are text; what is in another language (\textenglish, \foreignlanguage,
/// otherlanguage) is no prose. No macro is expanded. Linear time. Thread-safe.
Document ParseLatex(const Source& block);

}  // namespace bnlint
