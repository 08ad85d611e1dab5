#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The cues of a SubRip file: what stands below a line of times, up to a blank line, is one segment. Tags (<i>, {\an8}) leave
/// no trace. A cue without an end mark goes on in the next one (Segment::cut_after). Thread-safe.
Document ParseSrt(const Source& block);

/// The same of WebVTT, with its entities; NOTE blocks are comments, STYLE and REGION no prose, nor is what stands in
/// <lang> of another language.
Document ParseVtt(const Source& block);

}  // namespace bnlint
