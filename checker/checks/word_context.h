#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// What a Bengali token is by what stands around it. REQUIRES of all: the token at `index` is kBengali.
/// Thread-safe.

/// False for what no dictionary can be asked for: a word cut at the edge of its segment or glued to letters
/// of another script, a lone letter, a token that begins with a mark, an ending behind a number, another script or code (৫ই, ২০২৪-এর, SMS-এর), an
/// abbreviation (ড. এ.কে.এম. মোঃ), a #tag or @name.
bool IsDictionaryWord(const Paragraph& paragraph, size_t index);

/// The token stands in a short quotation without a mark of a sentence, as names of books and films do.
bool IsInQuotedName(const Paragraph& paragraph, size_t index);

/// Other words that the token may be read as, if it is none itself: with the rest of its compound
/// (হা-হুতাশ as a whole, and solid), with the next line behind a hyphen, without its apostrophe, without
/// a shown hasanta or foreign nukta (কেব্‌ল, ফ়িল্ম), without letters drawn out (নাআআআ). What is known of these excuses it.
std::vector<std::string> OtherReadings(const Paragraph& paragraph, size_t index);

}  // namespace bnlint
