#include "dataset/hashed_list.h"

#include <string>

#include "dataset/units.h"
#include "embed/embed.h"

namespace bnlint::dataset {
namespace {

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string Decomposed(std::string_view folded) {
  std::string text = Replaced(std::string(folded), "\u09DC", "\u09A1\u09BC");
  text = Replaced(std::move(text), "\u09DD", "\u09A2\u09BC");
  return Replaced(std::move(text), "\u09DF", "\u09AF\u09BC");
}

}  // namespace

void ForEachLine(std::string_view list, const std::function<void(std::string_view)>& see) {
  std::string_view rest = Embedded(list);
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (!line.empty() && line[0] != '#') see(line);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
}

std::vector<uint64_t> HashesOf(std::string_view folded) {
  std::vector<uint64_t> hashes;
  const std::string decomposed = Decomposed(folded);
  for (const std::string& form : {std::string(folded), decomposed}) {
    for (const std::string& spelled : {form, Replaced(form, "'", "\u2019")}) {
      const uint64_t hash = HashBytes(spelled);
      bool known = false;
      for (const uint64_t other : hashes) known = known || other == hash;
      if (!known) hashes.push_back(hash);
    }
  }
  return hashes;
}

std::unordered_set<uint64_t> HashedList(std::string_view list) {
  std::unordered_set<uint64_t> set;
  ForEachLine(list, [&](std::string_view line) {
    for (const uint64_t hash : HashesOf(line)) set.insert(hash);
  });
  return set;
}

}  // namespace bnlint::dataset
