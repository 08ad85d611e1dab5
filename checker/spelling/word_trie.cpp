// Level by level: a node owns a range of the sorted words, and its children cut that range by the letter
// at their depth. So the children of a node are neighbours, and no recursion is needed.

#include "spelling/word_trie.h"

#include <algorithm>
#include <charconv>

#include "spelling/letters.h"

namespace bnlint {
namespace {

// The words below a node, all equal in their first `depth` letters.
struct Range {
  uint32_t begin;
  uint32_t end;
  uint32_t depth;
};

}  // namespace

WordTrie::WordTrie(std::vector<Word> words) {
  const auto less = [](const Word& a, const Word& b) { return a.letters < b.letters; };
  if (!std::is_sorted(words.begin(), words.end(), less)) {
    std::stable_sort(words.begin(), words.end(), less);
  }
  nodes_.reserve(words.size() * 2 + 1);
  std::vector<Range> ranges;
  ranges.reserve(words.size() * 2 + 1);
  nodes_.emplace_back();
  ranges.push_back({0, static_cast<uint32_t>(words.size()), 0});
  for (uint32_t node = 0; node < nodes_.size(); ++node) {
    auto [at, end, depth] = ranges[node];
    if (at < end && depth > 0 && words[at].letters.size() == depth) {
      nodes_[node].frequency = words[at].frequency;
    }
    while (at < end && words[at].letters.size() == depth) ++at;
    nodes_[node].first_child = static_cast<uint32_t>(nodes_.size());
    while (at < end) {
      const char16_t letter = words[at].letters[depth];
      const uint32_t begin = at;
      while (at < end && words[at].letters[depth] == letter) ++at;
      nodes_.push_back({.parent = node, .letter = letter});
      ranges.push_back({begin, at, depth + 1});
      ++nodes_[node].children;
    }
  }
  nodes_.shrink_to_fit();
  for (size_t node = nodes_.size(); node-- > 0;) {
    nodes_[node].best = std::max(nodes_[node].best, nodes_[node].frequency);
    Node& parent = nodes_[nodes_[node].parent];
    parent.best = std::max(parent.best, nodes_[node].best);
  }
}

WordTrie WordTrie::FromFrequencyList(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 24);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t tab = line.find('\t');
    int frequency = 0;
    if (tab == std::string_view::npos || line[0] == '#' ||
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), frequency).ec !=
            std::errc()) {
      continue;
    }
    words.push_back(
        {ToLetters(line.substr(0, tab)), static_cast<int8_t>(std::clamp(frequency, 0, 63))});
  }
  return WordTrie(std::move(words));
}

uint32_t WordTrie::Child(uint32_t node, char16_t letter) const {
  const Node& parent = nodes_[node];
  for (uint32_t child = parent.first_child; child < parent.first_child + parent.children; ++child) {
    if (nodes_[child].letter == letter) return child;
  }
  return kNone;
}

uint32_t WordTrie::Walk(uint32_t node, std::u16string_view letters) const {
  for (const char16_t letter : letters) {
    node = Child(node, letter);
    if (node == kNone) return kNone;
  }
  return node;
}

int WordTrie::Frequency(std::u16string_view word) const {
  const uint32_t node = Walk(kRoot, word);
  return node == kNone ? -1 : nodes_[node].frequency;
}

std::u16string WordTrie::Spell(uint32_t node) const {
  std::u16string letters;
  for (; node != kRoot; node = nodes_[node].parent) letters += nodes_[node].letter;
  std::reverse(letters.begin(), letters.end());
  return letters;
}

}  // namespace bnlint
