#pragma once

#include <optional>
#include <string_view>

#include "checks/check.h"

namespace bnlint {

/// True for । ॥ ? ! … and their kin: a mark that ends a sentence.
bool EndsSentence(std::string_view mark);
/// True for closing quotation marks and brackets, which may stand behind the end of a sentence.
bool ClosesQuote(std::string_view mark);

/// The number of Bengali words of a paragraph.
size_t CountWords(const Paragraph& paragraph);

/// True when the paragraph breaks off: it ends with dots or with an address, as posts that were shortened do.
bool IsCutShort(const Paragraph& paragraph);

/// The index of the last token that is no blank; nothing in an empty paragraph.
std::optional<size_t> LastToken(const Paragraph& paragraph);

}  // namespace bnlint
