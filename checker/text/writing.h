#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bnlint {

/// How the text that a fix puts in is written where a segment stands.
enum class Writing : uint8_t {
  kAsItIs,
  kXml,    ///< & and < become references
  kPlain,  ///< what would need an escape is refused: CDATA, values whose quoting is not at hand
  kJson,
  kJsonAscii,  ///< everything beyond ASCII is \uXXXX, as Python does by default
  kCsvQuoted,
  kCsvBare,  ///< a field without quotes: commas, semicolons, tabs, bars, quotes and line ends are refused
  kPo,       ///< C escapes, as in gettext's catalogues
  kAndroid,  ///< Android's escapes within XML
  kLatex,
  kRst,    ///< what reStructuredText would take for markup is refused
  kVtt,    ///< as XML; line ends are refused
  kSrt,    ///< line ends and what may be a tag are refused
  kNever,  ///< a fix would put the file out of shape
};

/// `text` as it is written; nothing when it cannot be. What stands for an object (kObject) never can. Linear time.
/// Thread-safe.
std::optional<std::string> Write(Writing writing, std::string_view text);

}  // namespace bnlint
