#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace bnlint::dataset {

/// Bytes that must be readable behind a line that is given to JsonLine; what they are does not matter.
inline constexpr size_t kJsonPadding = 64;

/// A dotted path: "meta.text" is {"meta", "text"}.
std::vector<std::string> SplitPath(std::string_view dotted);

/// Reads lines of JSON, one after the other. Keeps its memory from line to line. Not thread-safe: one a thread.
class JsonLine {
 public:
  JsonLine();
  JsonLine(JsonLine&&) noexcept;
  JsonLine& operator=(JsonLine&&) = delete;
  JsonLine(const JsonLine&) = delete;
  JsonLine& operator=(const JsonLine&) = delete;
  ~JsonLine();

  /// Checks the whole line, which must be an object. On failure the error's column is the place in it, in bytes from 1.
  /// `line` must stay until the next call, with kJsonPadding readable bytes behind it.
  Result<void> Parse(std::string_view line);
  /// Where the value at a path stands in the line, quotes included; of several of one name the first. Nothing when there
  /// is none. REQUIRES: Parse has succeeded.
  [[nodiscard]] std::optional<Span> Find(const std::vector<std::string>& path) const;
  /// The string at a path, unescaped; valid until the next Parse. Nothing when there is none, or it is no string.
  [[nodiscard]] std::optional<std::string_view> Text(const std::vector<std::string>& path) const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
  std::string_view line_;
};

/// A string of JSON with its quotes. `ascii`: what is not ASCII is escaped.
std::string QuoteJson(std::string_view text, bool ascii = false);

/// `line` with `text` in place of the string at `value`, escaped as that one was: with \u when it held no other than
/// ASCII bytes. All other bytes stay.
std::string WithText(std::string_view line, Span value, std::string_view text);

/// `line` with one more member, `name` (which needs no escapes) with the JSON `value`, at the end of the object. A line break
/// at the end stays there. REQUIRES: the line is an object that has a member already.
std::string WithMember(std::string_view line, std::string_view name, std::string_view value);

}  // namespace bnlint::dataset
