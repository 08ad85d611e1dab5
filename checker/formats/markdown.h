#pragma once

#include <cstddef>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A Markdown file up to this size is parsed whole. A larger one is cut at places where no block is
/// open; a link that refers to a definition in another part then reads as plain text.
inline constexpr size_t kMarkdownBlockBytes = size_t{1} << 20;

/// The prose of a CommonMark/GFM block, by md4c. Code, raw HTML, link targets, images' targets and
/// front matter are not prose; an inline one leaves kObject in the text. Headings, list items,
/// quotes and table cells are segments of their own kind. Offsets are exact: md4c hands out
/// pointers into the source. Bare URLs stay in the text, as in plain text. A block that would take
/// md4c minutes (with a hundred thousand brackets in a paragraph, say) is read as plain text.
Document ParseMarkdown(const Source& block);

/// Behind the last blank line of `bytes` at which neither a fenced code block nor a container is
/// open, or 0. A list may be, when an item of it follows: its items are read one by one anyway.
size_t CutMarkdown(std::string_view bytes);

}  // namespace bnlint
