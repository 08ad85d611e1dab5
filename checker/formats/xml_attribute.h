#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bnlint {

/// A stretch of decoded character data: the bytes it stands for, and whether they are the same bytes.
struct XmlRun {
  std::string text;
  Span source;  ///< offsets into what was scanned
  bool verbatim = true;
};

/// The value of the attribute `name` in a start tag (`<String CONTENT="…"/>`), run by run, so that it can be traced
/// to its bytes; nothing when the tag has no such attribute. Predefined entities and character references are decoded; an
/// unknown one stays as it is. REQUIRES: `tag` is the tag as it stands in a well-formed document. Thread-safe.
std::optional<std::vector<XmlRun>> FindXmlAttribute(std::string_view tag, std::string_view name);

}  // namespace bnlint
