#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"
#include "formats/flow.h"

namespace bnlint {

/// Adds a line of reStructuredText to the paragraph at hand: literals, roles, substitutions and references to notes
/// become objects, emphasis and the targets of links leave no trace. What does not close in the line is text.
/// Linear time for lines up to a few hundred marks. Thread-safe.
void AddRstLine(std::string_view all, Span line, Flow& flow);

}  // namespace bnlint
