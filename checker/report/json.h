#pragma once

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "ocr/page_reader.h"

namespace bnlint {

/// Keys keep the order in which they were written, so that output is stable and reads well.
using Json = nlohmann::ordered_json;

/// One line of UTF-8 JSON; with `indent` several. Bytes that are not UTF-8 become U+FFFD. What a
/// terminal would obey, a reader of lines take for a line's end, or an eye miss is escaped.
/// Thread-safe.
std::string Dump(const Json& json, int indent = -1);

/// ocr-quality with its parts, each rounded to four digits: `score` (about this share of the words is right), `words`
/// (runs between blanks), and of the Bengali ones the shares that are `known` to the dictionary and `valid` in the
/// syllable grammar, the `unlikelihood` of their aksharas (mean -ln probability; 3 is usual), and `garbage`, the
/// expected share of what is wrong and no word.
Json QualityJson(const ocr::Quality& quality);

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
