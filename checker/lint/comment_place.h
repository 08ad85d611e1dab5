#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rule/diagnostic.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// How a comment to bnlint lies in its block. All places are source offsets.
struct CommentPlace {
  const Directive* directive;
  bool alone = false;  ///< nothing else on its lines
  std::optional<uint64_t>
      next;  ///< the first text on a later line, comments of this kind passed over; nothing when the
             ///< block ends before
  Edit removal;  ///< takes the comment out, with the line or the blank that it leaves over
  Span names;    ///< between its brackets; empty when the source does not hold them as they stand
};

/// Of all directives of `document` that have a place, in order. Linear time.
std::vector<CommentPlace> LayOutComments(const Document& document, const Source& block);

/// The first text of the block that is on no line of such a comment; nothing when there is none.
std::optional<uint64_t> FirstText(const std::vector<CommentPlace>& comments, const Source& block);

}  // namespace bnlint
