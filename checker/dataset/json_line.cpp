// simdjson checks the line and unescapes; where a value stands is found by stepping over what is known to be valid JSON.

#include "dataset/json_line.h"

#include <algorithm>

#include <simdjson.h>
#include <nlohmann/json.hpp>

namespace bnlint::dataset {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Steps over valid JSON.
class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  std::optional<Span> Find(const std::vector<std::string>& path, size_t depth = 0) {
    Blanks();
    if (json_[at_] != '{') return std::nullopt;
    ++at_;
    for (Blanks(); json_[at_] != '}'; Blanks()) {
      if (json_[at_] == ',') ++at_;
      Blanks();
      const Span key = Value();
      Blanks();
      ++at_;  // the colon
      Blanks();
      if (KeyIs(key, path[depth])) {
        if (depth + 1 < path.size()) return Find(path, depth + 1);
        return Value();
      }
      Value();
    }
    return std::nullopt;
  }

 private:
  void Blanks() {
    while (IsBlank(json_[at_])) ++at_;
  }

  Span Value() {
    const size_t begin = at_;
    int depth = 0;
    do {
      const char c = json_[at_];
      if (c == '"') {
        String();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at_;
      if (depth == 0 && c != '}' && c != ']') {
        while (!IsBlank(json_[at_]) && json_[at_] != ',' && json_[at_] != '}' &&
               json_[at_] != ']') {
          ++at_;
        }
      }
    } while (depth > 0);
    return {begin, at_};
  }

  void String() {
    ++at_;
    while (json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    ++at_;
  }

  [[nodiscard]] bool KeyIs(Span key, std::string_view name) const {
    const std::string_view raw = json_.substr(key.begin, key.end - key.begin);
    const std::string_view inner = raw.substr(1, raw.size() - 2);
    if (inner.find('\\') == std::string_view::npos) return inner == name;
    return nlohmann::json::parse(raw).get_ref<const std::string&>() == name;
  }

  std::string_view json_;
  size_t at_ = 0;
};

// What nlohmann's parser says is wrong; nothing when it finds nothing wrong.
std::optional<Error> Complaint(std::string_view line) {
  class Listener : public nlohmann::json_sax<nlohmann::json> {
   public:
    std::optional<Error> error;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& why) override {
      // "[json.exception.parse_error.101] parse error at line 1, column 5: what is wrong"
      const std::string_view text = why.what();
      const size_t colon = text.find(": ");
      error = Error{"no valid JSON: " +
                        std::string(text.substr(colon == std::string_view::npos ? 0 : colon + 2)),
                    "", 0, position};
      return false;
    }
  } listener;
  nlohmann::json::sax_parse(line, &listener);
  return listener.error;
}

}  // namespace

struct JsonLine::Work {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  nlohmann::json other;  // of what simdjson refuses though it is valid: an integer of 30 digits
  bool uses_other = false;
};

JsonLine::JsonLine() : work_(std::make_unique<Work>()) {}
JsonLine::JsonLine(JsonLine&&) noexcept = default;
JsonLine::~JsonLine() = default;

std::vector<std::string> SplitPath(std::string_view dotted) {
  std::vector<std::string> path;
  while (true) {
    const size_t dot = dotted.find('.');
    path.emplace_back(dotted.substr(0, dot));
    if (dot == std::string_view::npos) return path;
    dotted.remove_prefix(dot + 1);
  }
}

Result<void> JsonLine::Parse(std::string_view line) {
  line_ = line;
  work_->uses_other = false;
  const auto error =
      work_->parser.parse(line.data(), line.size(), /*realloc_if_needed=*/false).get(work_->root);
  bool object = error == simdjson::SUCCESS && work_->root.is_object();
  if (error != simdjson::SUCCESS) {
    if (auto complaint = Complaint(line)) return tl::unexpected(std::move(*complaint));
    work_->uses_other = true;
    work_->other = nlohmann::json::parse(line, nullptr, false);
    object = work_->other.is_object();
  }
  if (!object) return Fail("no JSON object");
  return {};
}

std::optional<Span> JsonLine::Find(const std::vector<std::string>& path) const {
  return Scanner(line_).Find(path);
}

std::optional<std::string_view> JsonLine::Text(const std::vector<std::string>& path) const {
  if (work_->uses_other) {
    const nlohmann::json* at = &work_->other;
    for (const std::string& name : path) {
      if (!at->is_object() || !at->contains(name)) return std::nullopt;
      at = &(*at)[name];
    }
    if (!at->is_string()) return std::nullopt;
    return at->get_ref<const std::string&>();
  }
  simdjson::dom::element at = work_->root;
  for (const std::string& name : path) {
    if (!at.is_object() || at.at_key(name).get(at) != simdjson::SUCCESS) return std::nullopt;
  }
  std::string_view text;
  if (at.get(text) != simdjson::SUCCESS) return std::nullopt;
  return text;
}

std::string QuoteJson(std::string_view text, bool ascii) {
  return nlohmann::json(text).dump(-1, ' ', ascii, nlohmann::json::error_handler_t::replace);
}

std::string WithText(std::string_view line, Span value, std::string_view text) {
  const std::string_view old = line.substr(value.begin, value.end - value.begin);
  const bool ascii = std::all_of(old.begin(), old.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string out(line.substr(0, value.begin));
  out += QuoteJson(text, ascii);
  out += line.substr(value.end);
  return out;
}

std::string WithMember(std::string_view line, std::string_view name, std::string_view value) {
  const size_t end = line.rfind('}');
  std::string out(line.substr(0, end));
  out += ", \"";
  out += name;
  out += "\": ";
  out += value;
  out += line.substr(end);
  return out;
}

}  // namespace bnlint::dataset
