// nlohmann/json says whether the text is valid, or where it is not; it does not say where strings are. Once that is known,
// finding them takes no grammar: outside strings only brackets, commas and colons matter.

#include "formats/json.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "formats/value.h"
#include "text/position.h"
#include "text/utf8.h"
#include "text/writing.h"

namespace bnlint {
namespace {

using Fields = std::span<const std::string>;

constexpr size_t kLongestKey = 256;  // bytes that count; lists within lists copy it

// Takes note of the first error and of nothing else.
struct Validator : nlohmann::json_sax<nlohmann::json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    at = position == 0 ? 0 : position - 1;
    return false;
  }
  size_t at = 0;
};

// Where `json` is not valid; nothing when it is.
std::optional<size_t> BrokenAt(std::string_view json) {
  Validator validator;
  if (nlohmann::json::sax_parse(json.begin(), json.end(), &validator,
                                nlohmann::json::input_format_t::json, true,
                                /*ignore_comments=*/true)) {
    return std::nullopt;
  }
  return std::min(validator.at, json.size());
}

bool MayHoldProse(std::string_view json) {
  return json.find("\\u") != std::string_view::npos ||
         std::any_of(json.begin(), json.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Finds the strings of valid JSON.
class Strings {
 public:
  Strings(const Source& block, Document& document, Fields fields)
      : all_(block.bytes), fields_(fields), value_(block, document) {}

  void Read(size_t at, size_t end) {
    open_.assign(1, {});
    while (at < end) {
      switch (all_[at]) {
        case '{': Push(true); break;
        case '[': Push(false); break;
        case '}':
        case ']':
          if (open_.size() > 1) open_.pop_back();
          break;
        case ',': open_.back().at_key = open_.back().object; break;
        case ':': open_.back().at_key = false; break;
        case '/':  // a comment: nothing else begins so outside strings
          at = SkipComment(at, end);
          continue;
        case '"': at = String(at); continue;
        default: break;
      }
      ++at;
    }
  }

 private:
  struct Level {
    bool object = false;
    bool at_key = false;  // the next string is a key
    bool named = false;   // it is below a named field
    std::string key;      // the last one seen, or that of the list
  };

  void Push(bool object) {
    const Level& outer = open_.back();
    Level level{object, object, IsNamed(), {}};
    if (!object) level.key = outer.key;
    open_.push_back(std::move(level));
  }

  size_t SkipComment(size_t at, size_t end) const {
    const bool line = all_.substr(at).starts_with("//");
    const size_t close = line ? all_.find('\n', at) : all_.find("*/", at + 2);
    return std::min(close == std::string_view::npos ? end : close + (line ? 1 : 2), end);
  }

  // Whether what stands at the place reached is below a named field.
  [[nodiscard]] bool IsNamed() const {
    if (open_.back().named) return true;
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const std::string& field) { return IsField(field); });
  }

  [[nodiscard]] bool IsField(std::string_view field) const {
    // The last key of the path, then those before it.
    for (size_t level = open_.size(); level-- > 0;) {
      const std::string& key = open_[level].key;
      if (!open_[level].object) continue;
      if (!field.ends_with(key) || key.empty()) return false;
      field.remove_suffix(key.size());
      if (field.empty()) return true;
      if (!field.ends_with('.')) return false;
      field.remove_suffix(1);
    }
    return false;
  }

  // Reads the string that opens at `at`; where it ends.
  size_t String(size_t at) {
    const bool is_key = open_.back().at_key;
    const bool named = !is_key && !fields_.empty() && IsNamed();
    const bool wanted = is_key ? !fields_.empty() : fields_.empty() || named;
    bool ascii = false;
    size_t begin = ++at;
    while (at < all_.size() && all_[at] != '"') {
      if (all_[at] != '\\') {
        ++at;
        continue;
      }
      if (wanted) value_.AddText({begin, at});
      const size_t size = Escape(at, wanted, ascii);
      at += size;
      begin = at;
    }
    if (wanted) value_.AddText({begin, at});
    if (is_key) {
      open_.back().key = value_.text().substr(0, kLongestKey);
      value_.Drop();
    } else if (wanted) {
      value_.End(ascii ? Writing::kJsonAscii : Writing::kJson, named);
    }
    return std::min(at + 1, all_.size());
  }

  // The escape at `at`; its size.
  size_t Escape(size_t at, bool wanted, bool& ascii) {
    if (all_[at + 1] != 'u') {
      constexpr std::string_view kNames = "\"\\/bfnrt";
      constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
      const size_t index = std::min(kNames.find(all_[at + 1]), kNames.size() - 1);
      if (wanted) value_.AddDecoded(kValues.substr(index, 1), {at, at + 2});
      return 2;
    }
    size_t size = 6;
    char32_t value = Unit(at);
    if (value >= 0xD800 && value <= 0xDBFF && all_.substr(at + 6).starts_with("\\u")) {
      const char32_t low = Unit(at + 6);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        size = 12;
      }
    }
    ascii = ascii || value >= 0x80;
    if (!wanted) return size;
    const bool scalar = value < 0xD800 || value > 0xDFFF;
    std::string text;
    AppendUtf8(text, scalar ? value : 0xFFFD);
    if (scalar) {
      value_.AddDecoded(text, {at, at + size});
    } else {
      value_.AddFixed(text, {at, at + size});
    }
    return size;
  }

  [[nodiscard]] char32_t Unit(size_t at) const {
    char32_t value = 0;
    for (const char c : all_.substr(at + 2, 4)) {
      const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
  }

  std::string_view all_;
  Fields fields_;
  Value value_;
  std::vector<Level> open_;
};

Error NotJson(const Source& block, size_t at) {
  PositionIndex index(block.bytes, block.origin);
  const Position place = index.At(block.begin() + at);
  return {"not valid JSON", block.path, place.line, place.column};
}

}  // namespace

Document ParseJson(const Source& block, Fields fields) {
  Document document;
  if (!block.first || !block.last) {
    document.error = {"larger than 256 MiB: split it, or make it JSON Lines", block.path, 0, 0};
    return document;
  }
  if (fields.empty() && !MayHoldProse(block.bytes)) return document;
  if (const auto at = BrokenAt(block.bytes)) {
    document.error = NotJson(block, *at);
    return document;
  }
  Strings(block, document, fields).Read(0, block.bytes.size());
  return document;
}

Document ParseJsonLines(const Source& block, Fields fields) {
  Document document;
  const std::string_view all = block.bytes;
  Strings strings(block, document, fields);
  size_t begin = block.first && all.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (size_t next = begin; begin < all.size(); begin = next) {
    next = std::min(all.find('\n', begin), all.size() - 1) + 1;
    const std::string_view line = all.substr(begin, next - begin);
    if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    if (fields.empty() && !MayHoldProse(line)) continue;
    if (const auto at = BrokenAt(line)) {
      if (!document.error) document.error = NotJson(block, begin + *at);
      // A block ends inside a line only when that is too long.
      if (!block.last && !line.ends_with('\n'))
        document.error->message = "a line longer than 64 MiB";
      continue;
    }
    strings.Read(begin, next);
  }
  return document;
}

size_t CutAtLine(std::string_view bytes) { return bytes.rfind('\n') + 1; }

}  // namespace bnlint
