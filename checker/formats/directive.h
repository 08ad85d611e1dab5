#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/document.h"

namespace bnlint {

/// What a comment tells bnlint: "words শব্দ" of "# bnlint: words শব্দ". Nothing for other comments. Marks of comments
/// (# // -- % ; <!--) and blanks may stand before "bnlint:"; a closing --> or */ is cut off.
std::optional<std::string_view> DirectiveIn(std::string_view comment);

/// Adds the directives of all comments <!-- … --> in a piece of HTML to `document`.
void NoteHtmlDirectives(std::string_view html, Document& document);

}  // namespace bnlint
