// libgettextpo gives the line of a message but not the place of its letters, so the strings are found here: a line is a comment, a
// keyword with a string, or a string that goes on.

#include "formats/po.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/blank.h"
#include "formats/directive.h"
#include "formats/placeholder.h"
#include "formats/value.h"
#include "text/position.h"
#include "text/writing.h"

namespace bnlint {
namespace {

class PoReader {
 public:
  PoReader(const Source& block, Document& document)
      : block_(block), all_(block.bytes), document_(document), value_(block, document) {}

  void Read() {
    size_t at = block_.first && all_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < all_.size() && !document_.error) {
      const size_t end = std::min(all_.find_first_of("\r\n", at), all_.size());
      Line(at, end);
      at = end + 1;
    }
    EndString();
  }

 private:
  enum class Part : uint8_t { kNone, kContext, kId, kString };

  void Line(size_t at, size_t end) {
    while (at < end && IsBlankByte(all_[at])) ++at;
    const std::string_view line = all_.substr(at, end - at);
    if (line.empty()) return EndString();
    if (line.starts_with('#')) {
      EndString();
      part_ = Part::kNone;
      if (const auto directive = DirectiveIn(line)) document_.directives.emplace_back(*directive);
      return;
    }
    if (line[0] != '"') {
      EndString();
      if (line.starts_with("msgstr")) {
        part_ = Part::kString;
      } else if (line.starts_with("msgid")) {
        if (part_ != Part::kId) id_empty_ = true;
        part_ = Part::kId;
      } else {
        part_ = line.starts_with("msgctxt") ? Part::kContext : Part::kNone;
        if (part_ == Part::kNone) return;
      }
      const size_t quote = line.find('"');
      if (quote == std::string_view::npos) return;
      at += quote;
    }
    String(at, end);
  }

  // The string that opens at `at` in a line that ends at `end`.
  void String(size_t at, size_t end) {
    const size_t open = at++;
    size_t begin = at;
    const bool wanted = part_ == Part::kString && !id_empty_;
    while (at < end && all_[at] != '"') {
      if (part_ == Part::kId) id_empty_ = false;
      if (all_[at] != '\\' && all_[at] != '%' && all_[at] != '{') {
        ++at;
        continue;
      }
      std::string text;
      const bool escape = all_[at] == '\\';
      const size_t size = escape ? Escape(at, end, text) : PlaceholderSize(all_.substr(0, end), at);
      if (size == 0) {
        ++at;
        continue;
      }
      if (wanted) {
        value_.AddText({begin, at});
        if (escape) {
          value_.AddDecoded(text, {at, at + size});
        } else {
          value_.AddFixed(kObject, {at, at + size});
        }
      }
      at += size;
      begin = at;
    }
    if (at >= end) return NotClosed(open);
    if (wanted) value_.AddText({begin, at});
  }

  // The escape at `at`: its size, and what it stands for.
  size_t Escape(size_t at, size_t end, std::string& text) const {
    constexpr std::string_view kNames = "\"\\nrtabfv";
    constexpr std::string_view kValues = "\"\\\n\r\t\a\b\f\v";
    if (at + 1 >= end) return 0;
    const size_t index = kNames.find(all_[at + 1]);
    text = index == std::string_view::npos ? all_.substr(at, 2) : kValues.substr(index, 1);
    return 2;
  }

  void NotClosed(size_t at) {
    PositionIndex index(all_, block_.origin);
    const Position place = index.At(block_.begin() + at);
    document_.error = {"this string is not closed in its line", block_.path, place.line,
                       place.column};
  }

  void EndString() { value_.End(Writing::kPo, false); }

  const Source& block_;
  std::string_view all_;
  Document& document_;
  Value value_;
  Part part_ = Part::kNone;
  bool id_empty_ = false;  // the header's entry
};

}  // namespace

Document ParsePo(const Source& block) {
  Document document;
  PoReader(block, document).Read();
  return document;
}

}  // namespace bnlint
