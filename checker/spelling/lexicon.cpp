#include "spelling/lexicon.h"

#include <utility>

#include "embed/embed.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

// Calls `see` for each line of an embedded list but comments.
template <typename See>
void ForLines(std::string_view name, const See& see) {
  std::string_view rest = Embedded(name);
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (!line.empty() && line[0] != '#') see(line);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
}

// Lists hold folded words, one a line.
std::unordered_set<std::string_view> ReadList(std::string_view name) {
  std::unordered_set<std::string_view> words;
  ForLines(name, [&](std::string_view line) { words.insert(line); });
  return words;
}

// A word's stem has at least this many bytes: three letters.
constexpr size_t kLeastStem = 9;
// The longest ending that may stand behind it: ‑গুলোকে.
constexpr size_t kLongestEnding = 24;

}  // namespace

bool IsNeverDoubled(std::string_view word) {
  static const auto words = ReadList("dictionaries/bn/never-doubled.txt");
  return words.contains(FoldedWord(word).view());
}

bool OftenEndsSentence(std::string_view word) {
  static const auto words = ReadList("dictionaries/bn/sentence-ends.txt");
  return words.contains(FoldedWord(word).view());
}

bool IsName(std::string_view stem) {
  static const auto names = [] {
    std::unordered_set<std::string_view> stems;
    for (const char* list : {"names_world.tsv", "names_bengal.tsv"}) {
      ForLines(std::string("dictionaries/bn/lexicon/") + list,
               [&](std::string_view line) { stems.insert(line.substr(0, line.find('\t'))); });
    }
    return stems;
  }();
  return names.contains(FoldedWord(stem).view());
}

bool IsSadhu(std::string_view word) {
  static const auto words = ReadList("dictionaries/bn/sadhu.txt");
  return words.contains(FoldedWord(word).view());
}

bool IsLatinWord(std::string_view word) {
  static const auto words = ReadList("dictionaries/bn/latin-words.txt");
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return words.contains(lower);
}

namespace {

// The forms of sentence-edges.tsv (form, place, share) that have the place.
std::unordered_set<std::string_view> ReadEdges(std::string_view place) {
  std::unordered_set<std::string_view> words;
  ForLines("dictionaries/bn/sentence-edges.tsv", [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(tab + 1).starts_with(place)) {
      words.insert(line.substr(0, tab));
    }
  });
  return words;
}

}  // namespace

bool BeginsSentences(std::string_view word) {
  static const auto words = ReadEdges("first");
  return words.contains(FoldedWord(word).view());
}

bool EndsSentences(std::string_view word) {
  static const auto words = ReadEdges("last");
  return words.contains(FoldedWord(word).view());
}

namespace {

// Both ways.
const std::unordered_map<std::string_view, std::string_view>& Variants() {
  static const auto variants = [] {
    std::unordered_map<std::string_view, std::string_view> pairs;
    ForLines("dictionaries/bn/variants.tsv", [&](std::string_view line) {
      const size_t tab = line.find('\t');
      if (tab == std::string_view::npos) return;
      pairs.emplace(line.substr(0, tab), line.substr(tab + 1));
      pairs.emplace(line.substr(tab + 1), line.substr(0, tab));
    });
    return pairs;
  }();
  return variants;
}

}  // namespace

std::string_view VariantOf(std::string_view word) {
  const std::string folded = Fold(word);
  const auto found = Variants().find(std::string_view(folded));
  return found == Variants().end() ? std::string_view() : found->first;
}

std::string_view OtherVariant(std::string_view variant) {
  const auto found = Variants().find(variant);
  return found == Variants().end() ? std::string_view() : found->second;
}

// A line is form, better form, and what else there is to say, with tabs between.
const WordMap::Table& WordMap::Read(std::string_view name, Table& table, std::string_view kept) {
  ForLines(name, [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    if (!kept.empty() && line.substr(line.rfind('\t') + 1) == kept) return;
    const std::string_view rest = line.substr(tab + 1);
    table.emplace(line.substr(0, tab), rest.substr(0, rest.find('\t')));
  });
  return table;
}

WordMap WordMap::Norms() {
  static Table table;
  static const Table& norms = Read("dictionaries/bn/lexicon/norms.tsv", table);
  return WordMap(norms);
}

WordMap WordMap::NormsOfWestBengal() {
  static Table table;
  static const Table& norms = Read("dictionaries/bn/lexicon/norms.tsv", table, "bn-IN");
  return WordMap(norms);
}

WordMap WordMap::Usage() {
  static Table table;
  static const Table& usage = Read("dictionaries/bn/usage.tsv", table);
  return WordMap(usage);
}

WordMap WordMap::Misspellings() {
  static Table table;
  static const Table& misspellings = Read("dictionaries/bn/lexicon/misspelled.tsv", table);
  return WordMap(misspellings);
}

std::string WordMap::Find(std::string_view word, const Accept& accept) const {
  const std::string folded = Fold(word);
  const std::string_view view = folded;
  const auto whole = table_->find(view);
  if (whole != table_->end()) return std::string(whole->second);
  for (size_t size = view.size(); size-- > kLeastStem && view.size() - size <= kLongestEnding;) {
    const auto stem = table_->find(view.substr(0, size));
    if (stem == table_->end()) continue;
    std::string better = std::string(stem->second) + std::string(view.substr(size));
    if (accept(better)) return better;
  }
  return {};
}

}  // namespace bnlint
