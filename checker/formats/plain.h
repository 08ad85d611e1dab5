#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// Longer paragraphs are linted in parts (cut_before, cut_after), so that what one pass holds in
/// memory is bounded whatever the file. In bytes.
inline constexpr size_t kMaxSegmentBytes = size_t{16} << 10;

/// Plain text: a paragraph is a line, unless the lines are hard-wrapped: then it is the run of lines
/// that the wrapping made. Segments are views of the block. A line
/// that as a whole is a comment to bnlint (`# bnlint: …`, `<!-- bnlint: … -->`, with // % ; -- too) is no prose.
Document ParsePlain(const Source& block);

}  // namespace bnlint
