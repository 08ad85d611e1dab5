#include "spelling/lexicon.h"

#include <unordered_set>

#include "embed/embed.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

// Lists hold folded words, one a line; lines that begin with # are comments.
std::unordered_set<std::string_view> ReadList(std::string_view name) {
  std::unordered_set<std::string_view> words;
  std::string_view rest = Embedded(name);
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (!line.empty() && line[0] != '#') words.insert(line);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return words;
}

}  // namespace

bool IsNeverDoubled(std::string_view word) {
  static const auto words = ReadList("dictionaries/bn/never-doubled.txt");
  return words.contains(Fold(word));
}

}  // namespace bnlint
