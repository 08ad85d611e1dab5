#include "lint/baseline.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rule/rule.h"
#include "spelling/fold.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr const char* kVersionKey = "bnlint_baseline";
constexpr int kVersion = 1;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr int kWords = 2;  // on either side

uint64_t Hash(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3U;
  return hash;
}

// The words of `text` from its begin (or end) on, with one blank between them. A word that touches the finding counts.
std::string Words(std::string_view text, bool from_end) {
  std::vector<std::string> words;
  const auto is_blank = [&](char c) { return kBlanks.find(c) != std::string_view::npos; };
  const bool apart = !text.empty() && is_blank(from_end ? text.back() : text.front());
  while (words.size() < kWords) {
    const auto edge = from_end ? text.find_last_not_of(kBlanks) : text.find_first_not_of(kBlanks);
    if (edge == std::string_view::npos) break;
    text = from_end ? text.substr(0, edge + 1) : text.substr(edge);
    const size_t blank = from_end ? text.find_last_of(kBlanks) : text.find_first_of(kBlanks);
    const size_t cut =
        blank == std::string_view::npos ? (from_end ? 0 : text.size()) : blank + (from_end ? 1 : 0);
    words.push_back(Fold(from_end ? text.substr(cut) : text.substr(0, cut)));
    text = from_end ? text.substr(0, cut) : text.substr(cut);
  }
  if (from_end) std::reverse(words.begin(), words.end());
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  return apart ? (from_end ? joined + ' ' : ' ' + joined) : joined;
}

std::string PlaceKey(const Diagnostic& diagnostic, const Place& place) {
  return fmt::format("{} {:016x}", diagnostic.rule->id, ContextKey(place));
}

std::string WholeKey(const Diagnostic& diagnostic) {
  return fmt::format("{} *{:016x}", diagnostic.rule->id, Hash(diagnostic.repeat_key));
}

Error At(std::string_view text, size_t byte, const std::string& path, std::string message) {
  byte = std::min(byte, text.size());
  const size_t begin = text.substr(0, byte).find_last_of('\n') + 1;
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
  return {std::move(message), path, static_cast<uint64_t>(lines) + 1,
          CountCodePoints(text.substr(begin, byte - begin)) + 1};
}

// nlohmann keeps no places; a key stands where its text does.
Error AtKey(std::string_view text, const std::string& key, const std::string& path,
            std::string message) {
  const size_t at = text.find(nlohmann::json(key).dump());
  return At(text, at == std::string_view::npos ? 0 : at, path, std::move(message));
}

bool IsKey(std::string_view key) {
  const size_t blank = key.find(' ');
  if (blank == std::string_view::npos || blank == 0) return false;
  std::string_view hash = key.substr(blank + 1);
  if (hash.starts_with('*')) hash.remove_prefix(1);
  return hash.size() == 16 && hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file's name as JSON can hold it.
std::string Utf8(const std::string& name) {
  std::string out;
  for (size_t at = 0; at < name.size();) {
    const CodePoint c = DecodeAt(name, at);
    out +=
        c.valid ? name.substr(at, c.size) : fmt::format("%{:02X}", static_cast<uint8_t>(name[at]));
    at += c.valid ? c.size : 1;
  }
  return out;
}

}  // namespace

bool StandsForMany(const Diagnostic& diagnostic) {
  const bool counted =
      std::any_of(diagnostic.args.begin(), diagnostic.args.end(),
                  [](const Arg& arg) { return arg.name == "count" && !arg.is_term; });
  return counted && (!diagnostic.repeat_key.empty() || diagnostic.may_be_habit);
}

uint64_t ContextKey(const Place& place) {
  const std::string_view line = place.context;
  return Hash(Words(line.substr(0, place.match_begin), true) + '\x01' + std::string(place.Match()) +
              '\x01' + Words(line.substr(place.match_end), false));
}

Result<Baseline> Baseline::Parse(std::string_view json, const std::string& path) {
  using Json = nlohmann::json;
  Json root;
  try {
    root = Json::parse(json);
  } catch (const Json::parse_error& error) {
    std::string why = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …"
    if (const size_t colon = why.find(": "); colon != std::string::npos) why.erase(0, colon + 2);
    return tl::unexpected(At(json, error.byte == 0 ? 0 : error.byte - 1, path, why));
  }
  if (!root.is_object() || !root.contains(kVersionKey)) {
    return tl::unexpected(
        At(json, 0, path, "no baseline of bnlint: '" + std::string(kVersionKey) + "' is missing"));
  }
  if (root[kVersionKey] != kVersion) {
    return tl::unexpected(
        AtKey(json, kVersionKey, path, "a baseline of another version; write it anew"));
  }
  if (!root.contains("files") || !root["files"].is_object()) {
    return tl::unexpected(At(json, 0, path, "'files' must be an object"));
  }
  Baseline baseline;
  for (const auto& [file, entries] : root["files"].items()) {
    if (!entries.is_object()) return tl::unexpected(AtKey(json, file, path, "must be an object"));
    for (const auto& [key, count] : entries.items()) {
      if (!IsKey(key)) {
        return tl::unexpected(
            AtKey(json, key, path, "must be a rule's id and a hash of 16 digits"));
      }
      if (!count.is_number_unsigned() || count == 0) {
        return tl::unexpected(AtKey(json, key, path, "must be a number from 1 on"));
      }
      const auto number = count.get<uint64_t>();
      baseline.files_[file][key] = {number, number};
    }
  }
  return baseline;
}

void Baseline::Add(const std::string& file, const Diagnostic& diagnostic) {
  Counts& counts = files_[Utf8(file)];
  if (StandsForMany(diagnostic)) {
    counts[WholeKey(diagnostic)] = {1, 0};
    return;
  }
  Count& count = counts[PlaceKey(diagnostic, diagnostic.place)];
  ++count.all;
}

bool Baseline::Take(const std::string& file, const Diagnostic& diagnostic) {
  const auto found = files_.find(Utf8(file));
  if (found == files_.end()) return false;
  Counts& counts = found->second;
  const auto take = [&](const std::string& key, bool once) {
    const auto entry = counts.find(key);
    if (entry == counts.end() || (once && entry->second.left == 0)) return false;
    if (entry->second.left > 0) --entry->second.left;
    return true;
  };
  const bool merged = StandsForMany(diagnostic);
  const bool may_recur = !diagnostic.repeat_key.empty() || diagnostic.may_be_habit;
  if (!merged && take(PlaceKey(diagnostic, diagnostic.place), true)) return true;
  if (may_recur && take(WholeKey(diagnostic), false)) return true;
  if (!merged) return false;
  // Each of its places was there before.
  if (counts.find(PlaceKey(diagnostic, diagnostic.place)) == counts.end()) return false;
  for (const Place& place : diagnostic.related) {
    if (counts.find(PlaceKey(diagnostic, place)) == counts.end()) return false;
  }
  take(PlaceKey(diagnostic, diagnostic.place), true);
  for (const Place& place : diagnostic.related) take(PlaceKey(diagnostic, place), true);
  return true;
}

uint64_t Baseline::findings() const {
  uint64_t sum = 0;
  for (const auto& [file, counts] : files_) {
    for (const auto& [key, count] : counts) sum += count.all;
  }
  return sum;
}

std::string Baseline::ToJson() const {
  nlohmann::ordered_json root = {{kVersionKey, kVersion},
                                 {"files", nlohmann::ordered_json::object()}};
  for (const auto& [file, counts] : files_) {
    nlohmann::ordered_json entries = nlohmann::ordered_json::object();
    for (const auto& [key, count] : counts) {
      if (count.all > 0) entries[key] = count.all;
    }
    if (!entries.empty()) root["files"][file] = std::move(entries);
  }
  return root.dump(2) + '\n';
}

}  // namespace bnlint
