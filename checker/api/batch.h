#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/arrow_texts.h"
#include "api/batch_table.h"
#include "bnlint.h"

namespace bnlint {

/// Works texts out on `threads` threads (0: as many as the machine has) into a table, in their order. Why it cannot be
/// exported, or an empty string.
std::string CheckTexts(const Checker& checker, const std::vector<MaybeText>& texts, uint32_t fields,
                       unsigned threads, BatchTable& table);

}  // namespace bnlint
