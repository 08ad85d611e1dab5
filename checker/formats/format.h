#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// What kind of zip archive a file is, and so which of its members are linted (archive.h).
enum class ArchiveKind : uint8_t { kNone, kWord, kOdf, kEpub };

/// A kind of file: how its prose is found. Thread-safe, without state.
struct Format {
  std::string_view name;                         ///< "plain", "markdown"
  std::span<const std::string_view> extensions;  ///< ".txt" … in lower case
  size_t block_bytes;                            ///< how much of a file is parsed at a time
  CutFunction cut;                               ///< where a block may end
  Document (*parse)(const Source& block);        ///< the prose of one block; views into `block`
  size_t most_bytes = 0;  ///< a block grows up to here where there is no place to cut
  /// Of a format of data, in place of `parse`: what of it is prose the user may say.
  Document (*parse_fields)(const Source& block, std::span<const std::string> fields) = nullptr;
  std::span<const std::string> fields = {};  ///< what the user said
  ArchiveKind archive =
      ArchiveKind::kNone;  ///< else the file is a zip, and `parse` reads a member of it

  /// The prose of one block; views into `block`.
  [[nodiscard]] Document Parse(const Source& block) const {
    return parse_fields != nullptr ? parse_fields(block, fields) : parse(block);
  }
  /// The next block of a file of this format; nothing after the last.
  [[nodiscard]] Result<std::optional<Source>> Next(SourceReader& reader) const {
    return reader.Next(cut, block_bytes, most_bytes);
  }
};

/// All formats; the first is plain text.
std::span<const Format> Formats();

/// The format for a path by its extension, whatever its case; null when none claims it.
const Format* FormatForPath(std::string_view path);

/// By name; null when there is none.
const Format* FormatByName(std::string_view name);

}  // namespace bnlint
