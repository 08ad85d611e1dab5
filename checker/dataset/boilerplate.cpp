#include "dataset/boilerplate.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "dataset/hashed_list.h"
#include "text/token.h"

namespace bnlint::dataset {
namespace {

using Alternatives = std::vector<uint64_t>;  // the hashes that one unit may have
using Phrase = std::vector<Alternatives>;

struct Phrases {
  std::unordered_map<uint64_t, std::vector<Phrase>> in_line;  // by a hash of the first unit
  std::unordered_map<uint64_t, std::vector<Phrase>> menu;
};

Phrase ReadPhrase(std::string_view text) {
  std::vector<Token> tokens;
  Tokenize(text, tokens);
  Phrase phrase;
  for (const Unit& unit : UnitsOf(text, tokens)) {
    phrase.push_back(HashesOf(text.substr(unit.begin, unit.end - unit.begin)));
  }
  return phrase;
}

const Phrases& Embedded() {
  static const Phrases phrases = [] {
    Phrases read;
    ForEachLine("dictionaries/bn/boilerplate.txt", [&](std::string_view line) {
      const bool menu = line.starts_with("= ");
      const Phrase phrase = ReadPhrase(menu ? line.substr(2) : line);
      for (const uint64_t first : phrase[0]) {
        (menu ? read.menu : read.in_line)[first].push_back(phrase);
      }
    });
    return read;
  }();
  return phrases;
}

// The number of units of the longest phrase that `units` begins with; 0 when there is none.
size_t LongestAt(const std::unordered_map<uint64_t, std::vector<Phrase>>& phrases,
                 std::span<const Unit> units) {
  const auto found = phrases.find(units[0].hash);
  if (found == phrases.end()) return 0;
  size_t longest = 0;
  for (const Phrase& phrase : found->second) {
    if (phrase.size() > units.size()) continue;
    bool same = true;
    for (size_t i = 1; i < phrase.size() && same; ++i) {
      same = std::find(phrase[i].begin(), phrase[i].end(), units[i].hash) != phrase[i].end();
    }
    if (same) longest = std::max(longest, phrase.size());
  }
  return longest;
}

bool IsMenu(std::span<const Unit> line) {
  size_t items = 0;
  for (size_t at = 0; at < line.size();) {
    const size_t taken = LongestAt(Embedded().menu, line.subspan(at));
    if (taken == 0 && line[at].word) return false;
    items += taken > 0 ? 1 : 0;
    at += std::max<size_t>(1, taken);
  }
  return items >= 2;
}

}  // namespace

bool IsBoilerplate(std::span<const Unit> line, uint32_t length) {
  constexpr uint32_t kLongest = 120;
  if (length > kLongest) return false;
  for (size_t at = 0; at < line.size(); ++at) {
    if (LongestAt(Embedded().in_line, line.subspan(at)) > 0) return true;
  }
  return IsMenu(line);
}

}  // namespace bnlint::dataset
