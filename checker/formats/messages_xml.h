#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The strings of an Android resource file (<resources>): <string>, the <item>s of arrays and plurals, unless
/// translatable="false". Android's own escapes (\', \n, \u0995), quotes and entities are read, and written by fixes;
/// placeholders and <xliff:g> are objects. Thread-safe.
Document ParseAndroid(const Source& block);

/// XLIFF 1.2 and 2: <target>, and <source> when that is said to be in Bengali; a target in another language is no prose,
/// nor are notes and the suggestions of a memory. Inline codes are objects, <g>, <pc> and <mrk> leave no trace.
/// Thread-safe.
Document ParseXliff(const Source& block);

/// A file of which only its first element tells what it is: one of the above, XHTML, or what an OCR engine wrote
/// (page_xml.h). Any other has no prose; Document::unread says so. Thread-safe.
Document ParseXml(const Source& block);

}  // namespace bnlint
