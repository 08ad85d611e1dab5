#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/format.h"
#include "rule/diagnostic.h"

namespace bnlint::lsp {

/// A comment that tells bnlint to be silent.
struct Ignore {
  Edit edit;
  bool whole_file = false;  ///< the format has no comments but at its head
};

/// At the end of the line of `byte`, or at the head of a text without comments; nothing where the format has none.
std::optional<Ignore> IgnoreHere(std::string_view text, const Format* format, uint64_t byte,
                                 std::string_view rule);

/// A comment that accepts a word in the whole file, or the word added to the one that is there.
std::optional<Edit> AcceptInFile(std::string_view text, const Format* format,
                                 std::string_view word);

}  // namespace bnlint::lsp
