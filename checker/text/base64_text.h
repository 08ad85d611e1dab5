#pragma once

#include <string_view>
#include <vector>

#include "text/escaped_run.h"

namespace bnlint {

/// The stretches of a text that are Bengali in base64, as mail writes it, over line breaks; in order. Linear; a few
/// searches when there is none. Thread-safe.
std::vector<EscapedRun> FindBase64Text(std::string_view text);

/// Where a stretch stands in an encoded word of a mail's header, =?UTF-8?B?4KaV?=, the whole of that; else `span`. `letter`
/// is B or Q.
Span EncodedWordAround(std::string_view text, Span span, char letter);

}  // namespace bnlint
