#pragma once

#include <span>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A kind of file: how its prose is found. Thread-safe, without state.
struct Format {
  std::string_view name;                         ///< "plain", "markdown"
  std::span<const std::string_view> extensions;  ///< ".txt" … in lower case
  size_t block_bytes;                            ///< how much of a file is parsed at a time
  CutFunction cut;                               ///< where a block may end
  Document (*parse)(const Source& block);        ///< the prose of one block; views into `block`
};

/// All formats; the first is plain text.
std::span<const Format> Formats();

/// The format for a path by its extension, whatever its case; null when none claims it.
const Format* FormatForPath(std::string_view path);

/// By name; null when there is none.
const Format* FormatByName(std::string_view name);

}  // namespace bnlint
