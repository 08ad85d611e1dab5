#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "formats/draft.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A value of a file of data or messages in the making (a JSON string, a CSV field, a msgstr): plain text in the escapes
/// of another format. Places count from the start of the block. Not thread-safe.
class Value {
 public:
  Value(const Source& block, Document& document)
      : all_(block.bytes), origin_(block.begin()), document_(document) {}

  void AddText(Span place) {
    if (!place.empty()) draft_.Add(all_.substr(place.begin, place.size()), place, true);
  }
  /// What an escape stands for.
  void AddDecoded(std::string_view text, Span place) { draft_.Add(text, place, false, true); }
  /// … that is not to be replaced.
  void AddFixed(std::string_view text, Span place) { draft_.Add(text, place, false); }
  [[nodiscard]] std::string_view text() const { return draft_.text; }

  /// Ends the value. Its paragraphs, found as in plain text, become segments; a line without an end mark counts as a
  /// heading. Unless it is `named` by the user, a value in ASCII is no prose.
  void End(Writing writing, bool named);
  void Drop() { draft_ = {}; }

 private:
  std::string_view all_;
  uint64_t origin_;
  Document& document_;
  Draft draft_;
};

}  // namespace bnlint
