#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The prose of a reStructuredText file: paragraphs, headings, lists, table cells, and the text of directives that are
/// known to hold text (notes, figures …). Code, literal blocks, comments, targets, options and the content of all other directives are no
/// prose; roles, literals and substitutions in a paragraph are objects. What a fix would put out of its columns (headings,
/// whose underline must be as long; cells) is not mended. Linear time. Thread-safe.
Document ParseRst(const Source& block);

}  // namespace bnlint
