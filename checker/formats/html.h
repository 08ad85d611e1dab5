#pragma once

#include <cstddef>
#include <optional>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A larger file of a format that is read whole is refused: what comes late in it depends on what came early.
inline constexpr size_t kWholeBytes = size_t{256} << 20;

/// The prose of an HTML page, which need not be well-formed (HtmlText says what is prose). Thread-safe.
Document ParseHtml(const Source& block);

/// The same of XHTML, read as XML: what is not well-formed is Document::error. Thread-safe.
Document ParseXhtml(const Source& block);

/// A document whose error says that the file is too large; nothing when the block is the whole file.
std::optional<Document> RefusePart(const Source& block);

}  // namespace bnlint
