#pragma once

#include <string>
#include <string_view>

namespace bnlint {

/// `text` for an attribute or the content of an element of XML 1.0: markup and line breaks as references, what XML cannot
/// hold (controls, broken UTF-8, noncharacters) as U+FFFD. Thread-safe.
std::string XmlEscaped(std::string_view text);

}  // namespace bnlint
