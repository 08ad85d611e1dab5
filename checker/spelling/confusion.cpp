#include "spelling/confusion.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

#include "embed/embed.h"
#include "spelling/letters.h"

namespace bnlint {
namespace {

constexpr std::string_view kTable = "dictionaries/bn/confusions.tsv";

// "0.35" → 35. Nothing for what is no cost.
std::optional<EditCost> ParseCost(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 4 || text[1] != '.' || !is_digit(text[0]) || !is_digit(text[2]) ||
      !is_digit(text[3])) {
    return std::nullopt;
  }
  const EditCost cost = (text[0] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  return cost > 0 ? std::optional(cost) : std::nullopt;
}

// The kind is for readers; the search does not ask why letters are confused.
bool IsKind(std::string_view text) {
  return text == "phonetic" || text == "colloquial" || text == "keyboard" || text == "ocr";
}

std::vector<std::string_view> SplitAtTabs(std::string_view line) {
  std::vector<std::string_view> fields;
  for (size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields.push_back(line);
  return fields;
}

// `text` with `macro` replaced by `letter` everywhere.
std::string Substitute(std::string_view text, std::string_view macro, std::string_view letter) {
  std::string out;
  for (size_t at = text.find(macro); at != std::string_view::npos; at = text.find(macro)) {
    out.append(text.substr(0, at)).append(letter);
    text.remove_prefix(at + macro.size());
  }
  return out.append(text);
}

// One side of a line without its anchors, ∅ as nothing.
struct Side {
  std::u16string letters;
  bool at_start;
  bool at_end;
};

Side ParseSide(std::string_view text) {
  Side side{{}, text.starts_with('^'), text.ends_with('$')};
  if (side.at_start) text.remove_prefix(1);
  if (side.at_end) text.remove_suffix(1);
  if (text != "∅") side.letters = ToLetters(text);
  return side;
}

// Adds a line's confusions, one for every consonant that {C} can be; false when its sides do not fit.
bool AddLine(std::string_view from, std::string_view to, EditCost cost,
             std::vector<Confusion>& out) {
  static constexpr std::string_view kMacro = "{C}";
  const bool has_macro = from.find(kMacro) != std::string_view::npos;
  for (char16_t consonant = 0x0995; consonant <= 0x09DF; ++consonant) {
    // Holes of the block between ক and য়.
    if (!IsConsonant(consonant) || consonant == 0x09A9 || consonant == 0x09B1 ||
        (consonant >= 0x09B3 && consonant <= 0x09B5)) {
      continue;
    }
    const std::string letter = FromLetters({&consonant, 1});
    Side a = ParseSide(Substitute(from, kMacro, letter));
    Side b = ParseSide(Substitute(to, kMacro, letter));
    if (a.at_start != b.at_start || a.at_end != b.at_end) return false;
    if (a.letters == b.letters) {
      if (!has_macro) return false;
      continue;  // য্য is its own double
    }
    out.push_back({std::move(a.letters), std::move(b.letters), cost, a.at_start, a.at_end});
    if (!has_macro) break;
  }
  return true;
}

// A line `from to cost back kind`; false when it is none.
bool ParseLine(std::string_view line, std::vector<Confusion>& out) {
  const auto fields = SplitAtTabs(line);
  if (fields.size() != 5) return false;
  const auto cost = ParseCost(fields[2]);
  if (!cost || !IsKind(fields[4]) || !AddLine(fields[0], fields[1], *cost, out)) return false;
  if (fields[3] == "-") return true;
  const auto back = ParseCost(fields[3]);
  return back && AddLine(fields[1], fields[0], *back, out);
}

}  // namespace

size_t ConfusionTable::SliceOf(const Confusion& confusion) {
  return confusion.from.empty() ? kLetters + IndexOf(confusion.to[0]) : IndexOf(confusion.from[0]);
}

ConfusionTable::ConfusionTable(std::vector<Confusion> confusions)
    : confusions_(std::move(confusions)) {
  const auto less = [](const Confusion& a, const Confusion& b) { return SliceOf(a) < SliceOf(b); };
  std::stable_sort(confusions_.begin(), confusions_.end(), less);
  for (const Confusion& confusion : confusions_) ++begins_[SliceOf(confusion) + 1];
  for (size_t slice = 1; slice < begins_.size(); ++slice) begins_[slice] += begins_[slice - 1];
}

Result<ConfusionTable> ConfusionTable::Parse(std::string_view text, std::string_view name) {
  std::vector<Confusion> confusions;
  for (uint64_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    if (!ParseLine(line, confusions)) {
      return tl::unexpected<Error>(
          {"not a confusion: from, to, cost (0.35), back (or -) and kind, with tabs between",
           std::string(name), number, 1});
    }
  }
  return ConfusionTable(std::move(confusions));
}

const ConfusionTable& ConfusionTable::BuiltIn() {
  static const ConfusionTable table = [] {
    auto parsed = Parse(Embedded(kTable), kTable);
    assert(parsed && "a test reads the table");
    return std::move(parsed).value_or(ConfusionTable({}));
  }();
  return table;
}

}  // namespace bnlint
