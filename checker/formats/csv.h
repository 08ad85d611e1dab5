#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The fields of a table as RFC 4180 writes it, with commas, semicolons, tabs or bars, whichever the first line has most of:
/// those of the columns that `fields` names in the first line; with no fields every one that has a character beyond ASCII.
/// A column that is not there is Document::error, as is a quote that is never closed. Thread-safe.
Document ParseCsv(const Source& block, std::span<const std::string> fields);
/// The same with tabs; a quote that its line does not close is a character like others.
Document ParseTsv(const Source& block, std::span<const std::string> fields);

/// Behind the last record, or 0.
size_t CutCsv(std::string_view bytes);

}  // namespace bnlint
