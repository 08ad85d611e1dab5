#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The paragraphs of a part of a Word document (word/document.xml, footnotes.xml …): each <w:p> is one, numbered from 1 in
/// the part (Segment::paragraph), empty ones counted. Deleted text, field codes and formulas are no prose, pictures and symbols
/// are objects, the text of boxes and notes is paragraphs of their own. Language marks do not count: Word writes them by
/// script. Thread-safe.
Document ParseWordXml(const Source& block);

/// The same of content.xml and styles.xml of an OpenDocument text: <text:p> and <text:h>.
Document ParseOdfXml(const Source& block);

}  // namespace bnlint
