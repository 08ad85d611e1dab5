#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"

namespace bnlint {

/// What md4c leaves to its caller. All in bytes of the text; pure functions.

/// Where the Markdown begins in a file: behind a byte order mark and front matter. As in Pandoc, a blank
/// line behind `---` makes it a thematic break.
size_t BodyBegin(std::string_view text);

/// What a character reference ("&amp;", "&#2437;") stands for; empty when it is unknown.
std::string DecodeEntity(std::string_view entity);

/// Is this piece of HTML a tag of that (lowercase) name?
bool IsTag(std::string_view html, std::string_view name);

/// Is text[span], dollars included, mathematics? `$` stands for money as well: with Pandoc, mathematics
/// touches its dollars, and no digit follows.
bool IsMath(std::string_view text, Span span);

}  // namespace bnlint
