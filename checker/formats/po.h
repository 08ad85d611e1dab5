#pragma once

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The translations (msgstr) of a gettext catalogue. The originals are keys of the program and no prose, nor are obsolete
/// entries and the header. Placeholders (%s, {name}) are objects. Translator's comments may speak to bnlint.
/// Thread-safe.
Document ParsePo(const Source& block);

}  // namespace bnlint
