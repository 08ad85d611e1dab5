#pragma once

#include <string_view>

namespace bnlint {

/// True of a check, by name, when what it finds in a paragraph follows from the text of that, of the segments beside it and
/// the accepted words, whatever it has seen before: then it need not look again at what has not changed. A check that is
/// not in the table is taken to think of the whole document, which is always right. Thread-safe.
bool JudgesByParagraph(std::string_view check);

}  // namespace bnlint
