#pragma once

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace bnlint {

/// Keys keep the order in which they were written, so that output is stable and reads well.
using Json = nlohmann::ordered_json;

/// One line of UTF-8 JSON; with `indent` several. Bytes that are not UTF-8 become U+FFFD. What a
/// terminal would obey, a reader of lines take for a line's end, or an eye miss is escaped.
/// Thread-safe.
std::string Dump(const Json& json, int indent = -1);

/// Writes the items of a JSON array as they come, so that memory does not grow with their number.
class JsonArrayWriter {
 public:
  explicit JsonArrayWriter(std::ostream& out) : out_(out) {}
  void Add(const Json& item) {
    out_ << (first_ ? "\n" : ",\n") << Dump(item);
    first_ = false;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace bnlint
