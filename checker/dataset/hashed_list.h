#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace bnlint::dataset {

/// Calls `see` for every line of an embedded list but comments and empty ones.
void ForEachLine(std::string_view list, const std::function<void(std::string_view)>& see);

/// The hashes (units.h) under which a folded word of a list turns up in texts: with ড় ঢ় য় in one code point and in two,
/// and with either apostrophe. So a text need not be folded to be looked up.
std::vector<uint64_t> HashesOf(std::string_view folded);

/// The words of an embedded list, one a line, as such hashes.
std::unordered_set<uint64_t> HashedList(std::string_view list);

}  // namespace bnlint::dataset
