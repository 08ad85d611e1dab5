#pragma once

#include "base/result.h"
#include "formats/format.h"
#include "ocr/page_reader.h"
#include "text/source.h"

namespace bnlint::ocr {

/// Reads a document to its end, block by block, into `page`, as the linter does for checks that read pages; for when nothing
/// but the quality is wanted. Fails when the source does; what was read before is in `page`.
Result<void> ReadDocument(SourceReader& source, const Format& format, PageReader& page);

}  // namespace bnlint::ocr
