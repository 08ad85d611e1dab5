#include "formats/csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "formats/blank.h"
#include "formats/value.h"
#include "text/position.h"
#include "text/writing.h"

namespace bnlint {
namespace {

using Fields = std::span<const std::string>;

struct Field {
  Span content;  // without the quotes
  size_t end;    // behind the quotes: a delimiter, a line end or the end of the text
  bool quoted = false;
  bool unclosed = false;
};

bool EndsField(std::string_view text, size_t at, char delimiter) {
  return at >= text.size() || text[at] == delimiter || text[at] == '\n' || text[at] == '\r';
}

Field BareField(std::string_view text, size_t begin, char delimiter) {
  size_t end = begin;
  while (!EndsField(text, end, delimiter)) ++end;
  return {{begin, end}, end};
}

// `line_end`: a quoted field ends before it, else the quote is a character; npos: it may go on over lines.
Field FieldAt(std::string_view text, size_t begin, char delimiter, size_t line_end) {
  if (begin >= text.size() || text[begin] != '"') return BareField(text, begin, delimiter);
  const bool one_line = line_end != std::string_view::npos;
  if (one_line) text = text.substr(0, line_end);
  for (size_t at = text.find('"', begin + 1); at < text.size(); at = text.find('"', at)) {
    if (at + 1 < text.size() && text[at + 1] == '"') {
      at += 2;
      continue;
    }
    // What stands between the quote and the delimiter belongs to the field for lenient readers.
    if (EndsField(text, at + 1, delimiter)) return {{begin + 1, at}, at + 1, true};
    if (one_line) break;
    ++at;
  }
  if (one_line) return BareField(text, begin, delimiter);
  return {{begin + 1, text.size()}, text.size(), true, true};
}

char DelimiterOf(std::string_view text) {
  constexpr std::string_view kDelimiters = ",;\t|";
  std::array<size_t, 4> counts{};
  bool quoted = false;
  for (const char c : text.substr(0, text.find_first_of("\r\n"))) {
    if (c == '"') quoted = !quoted;
    const size_t index = kDelimiters.find(c);
    if (!quoted && index != std::string_view::npos) ++counts.at(index);
  }
  return kDelimiters[static_cast<size_t>(std::max_element(counts.begin(), counts.end()) -
                                         counts.begin())];
}

size_t SkipLineEnd(std::string_view text, size_t at) {
  if (text.substr(at).starts_with("\r\n")) return at + 2;
  return at + 1;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlankByte(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlankByte(text.back())) text.remove_suffix(1);
  return text;
}

// The columns of the named fields, by the header; the error when one is not there.
struct Columns {
  std::vector<bool> wanted;
  std::optional<Error> error;
};
Columns ColumnsOf(std::string_view header, char delimiter, bool one_line, Fields fields,
                  const std::string& path) {
  Columns columns;
  std::vector<bool> found(fields.size(), false);
  std::string names;
  if (header.starts_with("\xEF\xBB\xBF")) header.remove_prefix(3);
  for (size_t at = 0;;) {
    const Field field =
        FieldAt(header, at, delimiter, one_line ? header.size() : std::string_view::npos);
    const std::string_view name = Trim(header.substr(field.content.begin, field.content.size()));
    const auto match = std::find(fields.begin(), fields.end(), name);
    if (match != fields.end()) found[static_cast<size_t>(match - fields.begin())] = true;
    columns.wanted.push_back(match != fields.end());
    names += (names.empty() ? "" : ", ") + std::string(name);
    if (field.end >= header.size() || header[field.end] != delimiter) break;
    at = field.end + 1;
  }
  for (size_t i = 0; i < fields.size(); ++i) {
    if (found[i]) continue;
    columns.error = {"no column '" + fields[i] + "'; the first line has: " + names, path, 1, 1};
    break;
  }
  return columns;
}

class TableReader {
 public:
  TableReader(const Source& block, Document& document, Fields fields, std::optional<char> delimiter)
      : block_(block),
        all_(block.bytes),
        document_(document),
        fields_(fields),
        one_line_(delimiter.has_value()),
        value_(block, document) {
    const std::string_view header = block.first_line ? std::string_view(*block.first_line)
                                                     : all_.substr(0, all_.find_first_of("\r\n"));
    delimiter_ = delimiter.value_or(DelimiterOf(header));
    if (!fields.empty()) {
      columns_ = ColumnsOf(header, delimiter_, one_line_, fields, block.path);
      document.error = columns_.error;
    }
  }

  void Read() {
    if (document_.error) return;
    size_t at = block_.first && all_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    bool header = block_.first;
    size_t column = 0;
    while (at < all_.size()) {
      const Field field = FieldAt(all_, at, delimiter_, LineEnd(at));
      if (field.unclosed) {
        PositionIndex index(all_, block_.origin);
        const Position place = index.At(block_.begin() + at);
        document_.error = {"this quote is never closed", block_.path, place.line, place.column};
        return;
      }
      const bool named = column < columns_.wanted.size() && columns_.wanted[column];
      if (fields_.empty() || (named && !header)) Take(field, named);
      at = field.end;
      if (at >= all_.size()) break;
      if (all_[at] == delimiter_) {
        ++column;
        ++at;
        continue;
      }
      at = SkipLineEnd(all_, at);
      header = false;
      column = 0;
    }
  }

 private:
  void Take(const Field& field, bool named) {
    size_t begin = field.content.begin;
    const std::string_view until = all_.substr(0, field.content.end);
    for (size_t at = begin; field.quoted && (at = until.find("\"\"", at)) < until.size();) {
      value_.AddText({begin, at});
      value_.AddDecoded("\"", {at, at + 2});
      at += 2;
      begin = at;
    }
    value_.AddText({begin, field.content.end});
    value_.End(field.quoted ? Writing::kCsvQuoted : Writing::kCsvBare, named);
  }

  // Of the line that `at` is in; npos when fields may go on over lines.
  size_t LineEnd(size_t at) {
    if (!one_line_) return std::string_view::npos;
    if (at > line_end_ || line_end_ == 0)
      line_end_ = std::min(all_.find_first_of("\r\n", at), all_.size());
    return line_end_;
  }

  const Source& block_;
  std::string_view all_;
  Document& document_;
  Fields fields_;
  bool one_line_;
  size_t line_end_ = 0;
  char delimiter_ = ',';
  Columns columns_;
  Value value_;
};

}  // namespace

Document ParseCsv(const Source& block, Fields fields) {
  Document document;
  TableReader(block, document, fields, std::nullopt).Read();
  return document;
}

Document ParseTsv(const Source& block, Fields fields) {
  Document document;
  TableReader(block, document, fields, '\t').Read();
  return document;
}

size_t CutCsv(std::string_view bytes) {
  const char delimiter = DelimiterOf(bytes);
  size_t cut = 0;
  for (size_t at = 0; at < bytes.size();) {
    const Field field = FieldAt(bytes, at, delimiter, std::string_view::npos);
    at = field.end;
    if (at >= bytes.size()) break;
    if (bytes[at] == delimiter) {
      ++at;
      continue;
    }
    // A CR that ends the bytes may be half of a CRLF.
    if (bytes[at] == '\r' && at + 1 == bytes.size()) break;
    at = SkipLineEnd(bytes, at);
    cut = at;
  }
  return cut;
}

}  // namespace bnlint
