#pragma once

#include <string_view>

namespace bnlint {

/// How much likelier a row of letters is a word of the Latin script than the Bijoy codes of a Bengali one: the
/// logarithm of the ratio of two bigram models. Trained, when first asked, on latin-words.txt and on the forms of
/// frequency.tsv as LatinOf spells them. [M] 180,000 forms of Bengali texts: above 8 all were Latin that went through a
/// converter. Thread-safe.
double LatinLikeness(std::string_view letters);

}  // namespace bnlint
