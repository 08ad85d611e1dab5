#pragma once

#include <cstddef>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A larger file is refused: XML is parsed whole. A page is some 100 KiB, a book some 30 MiB.
inline constexpr size_t kPageXmlBytes = size_t{256} << 20;

/// The text of what OCR engines emit: hOCR (html with the classes ocr_page, ocr_par, ocr_line, ocrx_word), ALTO
/// (alto) and PAGE XML (PcGts), told apart by the root element; any other XML has no prose here. A paragraph or text block is a
/// segment, its lines end with a line feed, its words are one blank apart; Document::page_words says on which page and line
/// and in which box of it each word stands. Where PAGE XML has several readings of a word the first counts; what it
/// says of a line or a region as a whole counts only when there is nothing finer. XML that is not well formed is
/// Document::error, with the text before it kept. Thread-safe.
Document ParsePageXml(const Source& block);

}  // namespace bnlint
