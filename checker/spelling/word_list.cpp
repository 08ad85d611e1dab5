#include "spelling/word_list.h"

#include <atomic>
#include <deque>
#include <unordered_map>

#include "base/read_file.h"
#include "spelling/fold.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view Trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

bool HoldsBengali(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsBengali(ClassOf(c.value))) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

struct WordList::Index {
  struct Item {
    Entry entry;
    mutable std::atomic<bool> used = false;
  };
  std::deque<Item> items;  // never moved
  std::unordered_map<std::string, const Item*> words;
  std::unordered_map<std::string, const Item*> stems;  // of `শব্দ*`
};

WordList::WordList(std::string path) : path_(std::move(path)), index_(std::make_unique<Index>()) {}
WordList::~WordList() = default;

std::string WordList::Add(std::string_view entry, uint64_t line) {
  if (!IsUtf8(entry)) return "not UTF-8";
  if (entry.find_first_of(kBlanks) != std::string_view::npos) return "one word a line";
  const bool stem = entry.ends_with('*');
  const std::string word = Fold(entry.substr(0, entry.size() - (stem ? 1 : 0)));
  if (word.find('*') != std::string::npos) return "a * can only stand at the end of a word";
  if (!HoldsBengali(word)) return "no Bengali word: '" + std::string(entry) + "'";
  auto& item = index_->items.emplace_back();
  item.entry = {std::string(entry), line};
  // Of an entry that is there twice the second is of no use.
  (stem ? index_->stems : index_->words).emplace(word, &item);
  return {};
}

tl::expected<std::shared_ptr<const WordList>, Errors> WordList::Parse(std::string_view text,
                                                                      std::string path) {
  const std::shared_ptr<WordList> list(new WordList(std::move(path)));
  Errors errors;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (uint64_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view entry = Trimmed(line.substr(0, line.find('#')));
    if (entry.empty()) continue;
    const auto column = 1 + CountCodePoints(line.substr(0, entry.data() - line.data()));
    std::string error = list->Add(entry, number);
    if (!error.empty()) errors.push_back({std::move(error), list->path_, number, column});
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return list;
}

tl::expected<std::shared_ptr<const WordList>, Errors> WordList::Load(const std::string& path) {
  const auto text = ReadFile(path);
  if (!text) return tl::unexpected(Errors{text.error()});
  return Parse(*text, path);
}

std::shared_ptr<const WordList> WordList::FromLine(std::string_view line) {
  const std::shared_ptr<WordList> list(new WordList({}));
  while (!line.empty()) {
    const size_t begin = std::min(line.find_first_not_of(" \t\r\n,"), line.size());
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(" \t\r\n,"));
    line.remove_prefix(word.size());
    if (!word.empty()) static_cast<void>(list->Add(word, 1));
  }
  return list;
}

bool WordList::Accepts(std::string_view word) const {
  const std::string folded = Fold(word);
  bool accepted = false;
  const auto use = [&](const std::unordered_map<std::string, const Index::Item*>& map,
                       std::string_view key) {
    const auto found = map.find(std::string(key));
    if (found == map.end()) return;
    found->second->used.store(true, std::memory_order_relaxed);
    accepted = true;
  };
  use(index_->words, folded);
  for (size_t at = 0; !index_->stems.empty() && at < folded.size();) {
    at += DecodeAt(folded, at).size;
    use(index_->stems, std::string_view(folded).substr(0, at));
  }
  return accepted;
}

std::vector<WordList::Entry> WordList::Unused() const {
  std::vector<Entry> unused;
  for (const Index::Item& item : index_->items) {
    if (!item.used.load(std::memory_order_relaxed)) unused.push_back(item.entry);
  }
  return unused;
}

}  // namespace bnlint
