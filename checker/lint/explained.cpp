// Findings and what may explain them are sorted together, so that only neighbours are compared.

#include "lint/explained.h"

#include <algorithm>
#include <tuple>

#include "rule/rule.h"

namespace bnlint {

void Explained::Block(std::vector<Diagnostic>& found, size_t from) {
  block_.clear();
  next_ = 0;
  Drop({}, found, from);
  for (size_t i = from; i < found.size(); ++i)
    block_.push_back({found[i].place.span, found[i].rule});
  NoteGarbled(found, from);
  std::sort(block_.begin(), block_.end(),
            [](const Claim& a, const Claim& b) { return a.span < b.span; });
}

void Explained::Paragraph(std::vector<Diagnostic>& found, size_t from) {
  if (found.size() == from) return;
  Span all = found[from].place.span;
  for (size_t i = from; i < found.size(); ++i) {
    all = {std::min(all.begin, found[i].place.span.begin),
           std::max(all.end, found[i].place.span.end)};
  }
  while (next_ < block_.size() && block_[next_].span.end < all.begin) ++next_;
  std::vector<Claim> claims;
  for (size_t i = next_; i < block_.size() && block_[i].span.begin <= all.end; ++i) {
    claims.push_back(block_[i]);
  }
  if (!claims.empty() || found.size() > from + 1) Drop(claims, found, from);
  NoteGarbled(found, from);
}

void Explained::End(std::vector<Diagnostic>& found, size_t from) const {
  if (!garbled_.empty() && found.size() > from) Drop(garbled_, found, from);
}

void Explained::NoteGarbled(const std::vector<Diagnostic>& found, size_t from) {
  for (size_t i = from; i < found.size() && garbled_.size() < kMostGarbled; ++i) {
    if (found[i].rule->garbled) garbled_.push_back({found[i].place.span, found[i].rule});
  }
}

// Right beside garbled text no letter, word or mark can be judged: the word may go on in it. What programs left behind is
// what it is.
bool Explained::IsExplained(const Claim& mine, const Claim& by) {
  if (!mine.rule->YieldsTo(*by.rule)) return false;
  const bool touches = by.span.begin <= mine.span.end && mine.span.begin <= by.span.end;
  const bool judges_letters = mine.rule->category != "placeholder";
  return by.rule->garbled && judges_letters ? touches : by.span.Overlaps(mine.span);
}

void Explained::Drop(const std::vector<Claim>& claims, std::vector<Diagnostic>& found,
                     size_t from) const {
  struct Entry {
    Claim claim;
    size_t index;  // of its finding; that of none when it is one of `claims`
  };
  constexpr auto kNone = static_cast<size_t>(-1);
  std::vector<Entry> entries;
  for (const Claim& claim : claims) entries.push_back({claim, kNone});
  for (size_t i = from; i < found.size(); ++i)
    entries.push_back({{found[i].place.span, found[i].rule}, i});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.claim.span, a.index) < std::tie(b.claim.span, b.index);
  });

  std::vector<bool> drop(found.size(), false);
  uint64_t reach = 0;
  std::vector<uint64_t> reaches;  // the furthest end among the entries up to each
  for (const Entry& entry : entries)
    reaches.push_back(reach = std::max(reach, entry.claim.span.end));
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& mine = entries[i];
    if (mine.index == kNone) continue;
    const auto explains = [&](size_t j) { return IsExplained(mine.claim, entries[j].claim); };
    bool explained = false;
    for (size_t j = i; j-- > 0 && reaches[j] >= mine.claim.span.begin && !explained;)
      explained = explains(j);
    for (size_t j = i + 1;
         j < entries.size() && entries[j].claim.span.begin <= mine.claim.span.end && !explained;
         ++j) {
      explained = explains(j);
    }
    drop[mine.index] = explained;
    if (explained && witness_) witness_(found[mine.index], true);
  }
  size_t index = from;
  found.erase(std::remove_if(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                             [&](const Diagnostic&) { return drop[index++]; }),
              found.end());
}

}  // namespace bnlint
