// What `bnlint init` sees in a folder: bytes are counted, nothing is parsed but the first records of JSON and CSV.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "config/init.h"
#include "config/walk.h"
#include "config/word_files.h"
#include "formats/format.h"
#include "report/json.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostRead = size_t{8} << 20;     // bytes of all files
constexpr size_t kMostOfOne = size_t{256} << 10;  // … of one
constexpr int kMostRecords = 20;

bool IsBengali(char32_t c) { return c >= 0x0985 && c <= 0x09E3; }

bool HasBengaliProse(std::string_view text) {
  int letters = 0;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    letters += IsBengali(c.value) ? 1 : 0;
    blank = blank || c.value == ' ';
    at += c.size;
  }
  return letters > 5 && blank;
}

std::string Head(const std::string& path, size_t most) {
  std::string text(most, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(text.data(), static_cast<std::streamsize>(most));
  text.resize(static_cast<size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text;
}

std::string ExtensionOf(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

void FieldsOf(const Json& record, std::set<std::string>& fields) {
  if (!record.is_object()) return;
  for (const auto& [name, value] : record.items()) {
    if (value.is_string() && HasBengaliProse(value.get<std::string>())) fields.insert(name);
  }
}

// The fields with Bengali prose in the first lines of JSON Lines.
std::set<std::string> FieldsOfLines(std::string_view text) {
  std::set<std::string> fields;
  for (int i = 0; i < kMostRecords && !text.empty(); ++i) {
    const size_t end = std::min(text.find('\n'), text.size());
    FieldsOf(Json::parse(text.substr(0, end), nullptr, false), fields);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

}  // namespace

void Habits::Count(std::string_view text) {
  char32_t before = 0;
  bool in_bengali_number = false;
  bool in_latin_number = false;
  bool bengali_line = false;  // numbers of other lines are none of ours
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const char32_t value = c.value;
    if (value == '\n') bengali_line = false;
    bengali_line = bengali_line || IsBengali(value);
    const bool bengali_digit = value >= 0x09E6 && value <= 0x09EF;
    const bool latin_digit = value >= '0' && value <= '9';
    if (bengali_digit && !in_bengali_number) ++digits.first;
    if (latin_digit && !in_latin_number && bengali_line) ++digits.second;
    in_bengali_number = bengali_digit;
    in_latin_number = latin_digit;
    if (value == 0x0964) ++(before == ' ' ? danda.first : danda.second);
    if (value == 0x09DC || value == 0x09DD || value == 0x09DF) ++nukta.first;
    if (value == 0x09BC && (before == 0x09A1 || before == 0x09A2 || before == 0x09AF))
      ++nukta.second;
    if (value == 0x201C || value == 0x201D) ++quotes.first;
    if (value == '"' && bengali_line) ++quotes.second;
    before = value;
    at += c.size;
  }
}

Folder LookAt(const std::string& directory) {
  Folder folder;
  std::error_code error;
  folder.has_words = fs::exists(fs::path(directory) / kProjectWords, error);
  WalkOptions walk;
  walk.wanted = [](std::string_view path) {
    return path.substr(path.rfind('/') + 1) != kProjectWords &&
           (FormatForPath(path) != nullptr || path.ends_with(".jsonl"));
  };
  size_t left = kMostRead;
  for (const std::string& path : Walk({directory}, walk).files) {
    const std::string extension = ExtensionOf(path);
    ++folder.files[extension];
    folder.has_pages = folder.has_pages || extension == ".hocr" || extension == ".alto";
    if (left == 0) continue;
    const std::string head = Head(path, std::min(left, kMostOfOne));
    left -= head.size();
    if (extension == ".jsonl") {
      folder.fields["jsonl"].merge(FieldsOfLines(head));
    } else {
      folder.habits.Count(head);
    }
  }
  return folder;
}

}  // namespace bnlint
