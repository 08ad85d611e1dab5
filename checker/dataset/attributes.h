#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dataset/analyst.h"
#include "dataset/policy.h"

namespace bnlint::dataset {

/// A line of an attributes file of dolma, with its line break:
/// {"id":…,"attributes":{"bnlint__danda-glued":[[start,end,score]],…,"bnlint__signal__words":[[0,n,value]]}}.
/// Offsets are in code points of `text`. The score of a finding is 1 for an error, 0.5 for a warning, 0.1 for a note.
/// bnlint__language__bn (or another code) holds the score of the language found. `id` is JSON.
std::string AttributesLine(std::string_view id, std::string_view text, const Analysis& analysis);

/// [{"signal":"words","value":12,"min":50,"max":100000},…]
std::string ReasonsJson(const std::vector<Reason>& reasons);

/// A number as these formats hold it: at most seven digits that count.
std::string NumberJson(double value);

}  // namespace bnlint::dataset
