#include "lint/changes.h"

#include <algorithm>

namespace bnlint {
namespace {

// Where byte `at` of the present text stood when no change touches it; `before` is the last change in front of it.
uint64_t Unmoved(uint64_t at, const Change* before) {
  return before == nullptr ? at : at - before->now.end + before->was.end;
}

}  // namespace

// Old changes and new edits are met in the order of the present text; what touches is one cluster, whose ends lie in
// text that never changed and can be followed back.
void Changes::Compose(const std::vector<Edit>& edits, size_t layer, bool decodes) {
  std::vector<Change> composed;
  composed.reserve(changes_.size() + edits.size());
  auto change = changes_.begin();
  auto edit = edits.begin();
  const Change* before = nullptr;  // the last old change that is done with
  uint64_t grown = 0;              // what the new text has more; wraps around when it is less
  while (change != changes_.end() || edit != edits.end()) {
    const bool old_first =
        edit == edits.end() || (change != changes_.end() && change->now.begin <= edit->span.begin);
    Span hull = old_first ? change->now : edit->span;
    Change cluster;
    cluster.was.begin = Unmoved(hull.begin, before);
    cluster.now.begin = hull.begin + grown;
    while (true) {
      if (change != changes_.end() && change->now.begin <= hull.end) {
        hull.end = std::max(hull.end, change->now.end);
        cluster.layer = std::max(cluster.layer, change->layer);
        cluster.decoded = cluster.decoded || change->decoded;
        before = &*change++;
      } else if (edit != edits.end() && edit->span.begin <= hull.end) {
        hull.end = std::max(hull.end, edit->span.end);
        cluster.layer = std::max(cluster.layer, layer);
        cluster.decoded = cluster.decoded || (decodes && !edit->text.empty());
        grown += edit->text.size() - edit->span.size();
        ++edit;
      } else {
        break;
      }
    }
    cluster.was.end = Unmoved(hull.end, before);
    cluster.now.end = hull.end + grown;
    composed.push_back(cluster);
  }
  changes_ = std::move(composed);
}

void Changes::DropIdentical(std::string_view first, std::string_view present) {
  std::erase_if(changes_, [&](const Change& change) {
    return first.substr(change.was.begin, change.was.size()) ==
           present.substr(change.now.begin, change.now.size());
  });
}

std::pair<size_t, size_t> Changes::Touched(Span now) const {
  const auto first =
      std::partition_point(changes_.begin(), changes_.end(),
                           [&](const Change& change) { return change.now.end < now.begin; });
  const auto last = std::partition_point(
      first, changes_.end(), [&](const Change& change) { return change.now.begin <= now.end; });
  return {static_cast<size_t>(first - changes_.begin()),
          static_cast<size_t>(last - changes_.begin())};
}

Span Changes::Was(Span now) const {
  const auto [first, last] = Touched(now);
  const Change* before = first == 0 ? nullptr : &changes_[first - 1];
  if (first == last) return {Unmoved(now.begin, before), Unmoved(now.end, before)};
  const Change& front = changes_[first];
  const Change& back = changes_[last - 1];
  return {now.begin < front.now.begin ? Unmoved(now.begin, before) : front.was.begin,
          now.end > back.now.end ? Unmoved(now.end, &back) : back.was.end};
}

}  // namespace bnlint
