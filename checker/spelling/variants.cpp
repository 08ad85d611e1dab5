// All single edits are sorted by cost; a heap then yields them and their pairs in order of cost, each
// made out only when its turn comes.

#include "spelling/variants.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_set>
#include <vector>

#include "spelling/letter_edit.h"
#include "spelling/letters.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

// Each visit may cost a look-up in Hunspell, tens of microseconds.
constexpr int kMostForms = 80;
// Forms that are made, of which many are no syllables.
constexpr int kMostSteps = 400;

// `size` letters from `at` become `to`.
struct Edit {
  size_t at;
  size_t size;
  std::u16string_view to;
  EditCost cost;
};

class Edits {
 public:
  Edits(std::u16string_view typed, const ConfusionTable& confusions, EditCost most_cost)
      : typed_(typed), most_cost_(most_cost) {
    swaps_.reserve(2 * typed.size());  // edits point into it
    for (size_t at = 0; at <= typed.size(); ++at) {
      for (const Confusion& c : confusions.Omissions()) Confuse(at, c);
      if (at == typed.size()) break;
      for (const Confusion& c : confusions.From(typed[at])) Confuse(at, c);
      Add({at, 1, {}, SurplusCost(typed, at)});
      for (size_t distance = 1; distance <= 2 && at + distance < typed.size(); ++distance) {
        std::u16string& swapped = swaps_.emplace_back(typed.substr(at, distance + 1));
        std::swap(swapped.front(), swapped.back());
        Add({at, distance + 1, swapped, SwapCost(typed, at, distance)});
      }
    }
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.cost < b.cost; });
  }

  [[nodiscard]] size_t size() const { return edits_.size(); }
  [[nodiscard]] EditCost Cost(size_t i) const { return edits_[i].cost; }
  // Two edits go together when they touch different letters.
  [[nodiscard]] bool Fit(size_t i, size_t j) const {
    const Edit& a = edits_[i];
    const Edit& b = edits_[j];
    return a.at + a.size < b.at || b.at + b.size < a.at;
  }
  [[nodiscard]] std::u16string Make(size_t i) const { return Apply(std::u16string(typed_), i); }
  // REQUIRES: Fit(i, j).
  [[nodiscard]] std::u16string Make(size_t i, size_t j) const {
    if (edits_[i].at < edits_[j].at) std::swap(i, j);
    return Apply(Apply(std::u16string(typed_), i), j);
  }

 private:
  void Confuse(size_t at, const Confusion& c) {
    const std::u16string_view rest = typed_.substr(at);
    if ((c.at_start && at != 0) || !rest.starts_with(c.from) ||
        (c.at_end && rest.size() != c.from.size())) {
      return;
    }
    Add({at, c.from.size(), c.to, c.cost});
  }
  void Add(const Edit& edit) {
    if (edit.cost <= most_cost_) edits_.push_back(edit);
  }
  [[nodiscard]] std::u16string Apply(std::u16string form, size_t i) const {
    return form.replace(edits_[i].at, edits_[i].size, edits_[i].to);
  }

  std::u16string_view typed_;
  EditCost most_cost_;
  std::vector<std::u16string> swaps_;
  std::vector<Edit> edits_;
};

// The edit `first`, and `second` unless that is kNone.
struct Choice {
  static constexpr size_t kNone = static_cast<size_t>(-1);
  EditCost cost;
  size_t first;
  size_t second;
  bool operator<(const Choice& other) const {  // for a queue that gives the greatest first
    if (cost != other.cost) return cost > other.cost;
    return first != other.first ? first > other.first : second + 1 > other.second + 1;
  }
};

}  // namespace

void VisitVariants(std::u16string_view typed, const ConfusionTable& confusions, EditCost most_cost,
                   const std::function<bool(std::u16string_view form, EditCost cost)>& visit) {
  const Edits edits(typed, confusions, most_cost);
  std::priority_queue<Choice> queue;
  const auto push = [&](size_t first, size_t second) {
    const size_t last = second == Choice::kNone ? first : second;
    if (last >= edits.size()) return;
    const EditCost cost = edits.Cost(first) + (second == Choice::kNone ? 0 : edits.Cost(second));
    if (cost <= most_cost) queue.push({cost, first, second});
  };
  push(0, Choice::kNone);
  std::unordered_set<std::u16string> seen = {std::u16string(typed)};
  int visited = 0;
  for (int step = 0; step < kMostSteps && visited < kMostForms && !queue.empty(); ++step) {
    const Choice choice = queue.top();
    queue.pop();
    const bool is_pair = choice.second != Choice::kNone;
    if (is_pair) {
      push(choice.first, choice.second + 1);
      if (!edits.Fit(choice.first, choice.second)) continue;
    } else {
      push(choice.first + 1, Choice::kNone);
      push(choice.first, choice.first + 1);
    }
    std::u16string form =
        is_pair ? edits.Make(choice.first, choice.second) : edits.Make(choice.first);
    if (FindSyllableError(FromLetters(form)) || !seen.insert(form).second) continue;
    ++visited;
    if (!visit(form, choice.cost)) return;
  }
}

}  // namespace bnlint
