// Bengali takes three bytes a code point, E0 A6 xx or E0 A7 xx: all is read off 128 entries, since tables of tens of
// thousands of forms are made and every word of a text is looked at.

#include "spelling/skeleton.h"

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <vector>

#include "embed/embed.h"

namespace bnlint {
namespace {

// Frequency class from which a form counts: 2^4 occurrences. Rarer ones make chance hits likelier.
constexpr int kLeastFrequency = 4;
constexpr size_t kUnit = 3;               // bytes of a code point
constexpr size_t kLeastSize = 3 * kUnit;  // of a skeleton
constexpr size_t kSets = 4;

// By the offset from U+0980: the group of a mark, or kLetter, or 0 for what is neither.
constexpr uint8_t kLetter = 8;
constexpr int kNukta = 0x3C;
constexpr std::array<uint8_t, 128> kGroups = [] {
  std::array<uint8_t, 128> groups{};
  const auto fill = [&](size_t first, size_t last, uint8_t group) {
    for (size_t i = first; i <= last; ++i) groups[i] = group;
  };
  fill(0x05, 0x39, kLetter);
  fill(0x4E, 0x4E, kLetter);
  fill(0x5C, 0x61, kLetter);
  fill(0x70, 0x71, kLetter);
  fill(0x3C, 0x3C, kCombiningMarks);
  fill(0x4D, 0x4D, kCombiningMarks);
  fill(0x01, 0x01, kSignsBelow);
  fill(0x41, 0x44, kSignsBelow);
  fill(0x62, 0x63, kSignsBelow);
  fill(0x02, 0x03, kSpacingMarks);
  fill(0x3E, 0x40, kSpacingMarks);
  fill(0x47, 0x4C, kSpacingMarks);
  fill(0x57, 0x57, kSpacingMarks);
  return groups;
}();

// The offset from U+0980 of the code point at `at`, or -1 when it is none of the block.
int OffsetAt(std::string_view word, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(word[at + i]); };
  if (word.size() - at < kUnit || byte(0) != 0xE0 || (byte(1) & 0xFEU) != 0xA6) return -1;
  return static_cast<int>((byte(1) & 1U) << 6U | (byte(2) & 0x3FU));
}

// ড় ঢ় য় without their nukta.
std::string_view WithoutNukta(int offset) {
  switch (offset) {
    case 0x5C: return "\u09A1";
    case 0x5D: return "\u09A2";
    case 0x5F: return "\u09AF";
    default: return {};
  }
}

bool IsJoinerAt(std::string_view word, size_t at) {
  const std::string_view rest = word.substr(at, kUnit);
  return rest == "\u200C" || rest == "\u200D";
}

void AppendSkeleton(std::string_view word, uint8_t groups, std::string& bare) {
  for (size_t at = 0; at < word.size();) {
    const int offset = OffsetAt(word, at);
    if (offset < 0) {
      if (IsJoinerAt(word, at)) {
        at += kUnit;
      } else {
        bare += word[at++];
      }
      continue;
    }
    const std::string_view plain =
        (groups & kCombiningMarks) == 0 ? std::string_view() : WithoutNukta(offset);
    if (!plain.empty()) {
      bare += plain;
    } else if ((kGroups[static_cast<size_t>(offset)] & groups) == 0) {
      bare += word.substr(at, kUnit);
    }
    at += kUnit;
  }
}

// চাদ for চাঁদ, দাড়ি for দাঁড়ি are common misspellings and prove nothing: no other mark went.
bool OnlyChandrabinduLost(std::string_view form, std::string_view bare) {
  constexpr std::string_view kChandrabindu = "\u0981";
  return form.size() == bare.size() + kUnit && form.find(kChandrabindu) != std::string_view::npos;
}

// The hashes of the skeletons of a set, sorted. 64 bits for some 50,000 forms: a chance hit is one in 10^14.
std::vector<size_t> BuildTable(MarkSet set) {
  std::vector<size_t> table;
  std::string bare;
  for (std::string_view rest = Embedded("dictionaries/bn/frequency.tsv"); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line[0] == '#') continue;
    const std::string_view cls = line.substr(tab + 1);
    if (cls.size() == 1 && cls[0] - '0' < kLeastFrequency) continue;
    const std::string_view form = line.substr(0, tab);
    bare.clear();
    AppendSkeleton(form, GroupsOf(set), bare);
    if (bare.size() < kLeastSize || bare == form || OnlyChandrabinduLost(form, bare)) continue;
    table.push_back(std::hash<std::string_view>()(bare));
  }
  std::sort(table.begin(), table.end());
  return table;
}

const std::vector<size_t>& Table(MarkSet set) {
  static std::array<std::once_flag, kSets> once;
  static std::array<std::vector<size_t>, kSets> tables;
  const auto index = static_cast<size_t>(set);
  std::call_once(once[index], [&] { tables[index] = BuildTable(set); });
  return tables[index];
}

}  // namespace

uint8_t GroupsOf(MarkSet set) {
  switch (set) {
    case MarkSet::kCombining: return kCombiningMarks;
    case MarkSet::kNonspacing: return kCombiningMarks | kSignsBelow;
    case MarkSet::kSpacing: return kSpacingMarks;
    case MarkSet::kAll: return kCombiningMarks | kSignsBelow | kSpacingMarks;
  }
  return 0;
}

WordMarks MarksOf(std::string_view word) {
  WordMarks marks;
  for (size_t at = 0; at < word.size();) {
    const int offset = OffsetAt(word, at);
    if (offset < 0) {
      ++at;
      continue;
    }
    const uint8_t group = kGroups[static_cast<size_t>(offset)];
    if (group == kLetter) {
      ++marks.letters;
    } else if (offset != kNukta) {
      marks.groups |= group;
    }
    at += kUnit;
  }
  return marks;
}

std::string Skeleton(std::string_view word, MarkSet set) {
  std::string bare;
  AppendSkeleton(word, GroupsOf(set), bare);
  return bare;
}

bool IsSkeletonOfWord(std::string_view bare, MarkSet set) {
  const auto& table = Table(set);
  return std::binary_search(table.begin(), table.end(), std::hash<std::string_view>()(bare));
}

}  // namespace bnlint
