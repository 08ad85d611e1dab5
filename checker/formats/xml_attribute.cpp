#include "formats/xml_attribute.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// What a reference between & and ; stands for; empty when it is unknown.
std::string Referent(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities = {
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
  for (const auto& [entity, text] : kEntities) {
    if (name == entity) return std::string(text);
  }
  if (!name.starts_with('#')) return {};
  const bool hex = name.size() > 1 && name[1] == 'x';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (error != std::errc() || end != digits.data() + digits.size() || !scalar) return {};
  std::string text;
  AppendUtf8(text, value);
  return text;
}

std::vector<XmlRun> Decode(std::string_view value, size_t origin) {
  std::vector<XmlRun> runs;
  for (size_t at = 0; at < value.size();) {
    const size_t semicolon = value[at] == '&' ? value.find(';', at) : std::string_view::npos;
    std::string text;
    if (semicolon != std::string_view::npos)
      text = Referent(value.substr(at + 1, semicolon - at - 1));
    const size_t end =
        !text.empty() ? semicolon + 1 : std::min(value.find('&', at + 1), value.size());
    const bool verbatim = text.empty();
    if (verbatim) text = value.substr(at, end - at);
    runs.push_back({std::move(text), {origin + at, origin + end}, verbatim});
    at = end;
  }
  return runs;
}

}  // namespace

std::optional<std::vector<XmlRun>> FindXmlAttribute(std::string_view tag, std::string_view name) {
  size_t at = tag.find_first_of(kBlanks);
  while (at < tag.size()) {
    at = tag.find_first_not_of(kBlanks, at);
    const size_t equals = tag.find('=', at);
    if (equals == std::string_view::npos) return std::nullopt;
    std::string_view found = tag.substr(at, equals - at);
    found = found.substr(0, found.find_last_not_of(kBlanks) + 1);
    const size_t open = tag.find_first_of("\"'", equals);
    if (open == std::string_view::npos) return std::nullopt;
    const size_t close = tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) return std::nullopt;
    if (found == name) return Decode(tag.substr(open + 1, close - open - 1), open + 1);
    at = close + 1;
  }
  return std::nullopt;
}

}  // namespace bnlint
