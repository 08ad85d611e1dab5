#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// What a comment tells bnlint: "words শব্দ" of "# bnlint: words শব্দ". Nothing for other comments. Marks of comments
/// (# // -- % ; <!--) and blanks may stand before "bnlint:"; a closing --> or */ is cut off.
std::optional<std::string_view> DirectiveIn(std::string_view comment);

/// Adds the directives of all comments <!-- … --> in a piece of HTML to `document`. With `place`, which maps an offset
/// into `html` to one into the source, the comments have their places.
void NoteHtmlDirectives(std::string_view html, Document& document,
                        const std::function<uint64_t(size_t)>& place = {});

/// Gives a place to those directives of `document` that have none: each is looked for in the bytes of the block, behind
/// the one before it. One whose text is not there as it stands (an entity was decoded, say) stays without. Linear time
/// in practice: bytes are passed over once.
void LocateDirectives(const Source& block, Document& document);

/// True for a line that begins with a mark of a comment (# // -- % ; .. /* <!--) and then "bnlint:".
bool IsMarkedDirective(std::string_view line);

}  // namespace bnlint
