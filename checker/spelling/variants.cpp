// Dijkstra's search over forms. Edits go from left to right, so that every set of them is made once.

#include "spelling/variants.h"

#include <algorithm>
#include <queue>
#include <unordered_set>
#include <vector>

#include "spelling/letters.h"
#include "spelling/trie_search.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

// Each visit may cost a look-up in Hunspell, some microseconds.
constexpr int kMostForms = 150;
// Forms that are looked at, of which many are no syllables.
constexpr int kMostSteps = 600;

struct Form {
  std::u16string letters;
  EditCost cost;
  size_t at;     // edits so far are before this letter
  size_t order;  // the earlier of two that cost the same comes first

  bool operator<(const Form& other) const {  // for a queue that gives the greatest first
    return cost != other.cost ? cost > other.cost : order > other.order;
  }
};

class Variants {
 public:
  Variants(const ConfusionTable& confusions, EditCost most_cost)
      : confusions_(confusions), most_cost_(most_cost) {}

  void Run(std::u16string_view typed,
           const std::function<bool(std::u16string_view, EditCost)>& visit) {
    Push({std::u16string(typed), 0, 0, 0});
    std::unordered_set<std::u16string> seen;
    int visited = 0;
    for (int step = 0; step < kMostSteps && visited < kMostForms && !queue_.empty(); ++step) {
      const Form form = queue_.top();
      queue_.pop();
      if (seen.insert(form.letters).second && form.cost > 0 &&
          !FindSyllableError(FromLetters(form.letters))) {
        ++visited;
        if (!visit(form.letters, form.cost)) return;
      }
      Edit(form);
    }
  }

 private:
  void Edit(const Form& form) {
    const std::u16string_view letters = form.letters;
    for (size_t at = form.at; at <= letters.size(); ++at) {
      for (const Confusion& c : confusions_.Omissions()) Confuse(form, at, c);
      if (at == letters.size()) break;
      for (const Confusion& c : confusions_.From(letters[at])) Confuse(form, at, c);
      Replace(form, at, 1, {}, SurplusCost(letters, at));
      if (at + 1 < letters.size() && letters[at] != letters[at + 1]) {
        const std::u16string swapped = {letters[at + 1], letters[at]};
        Replace(form, at, 2, swapped, kSwapCost);
      }
    }
  }

  void Confuse(const Form& form, size_t at, const Confusion& c) {
    const std::u16string_view rest = std::u16string_view(form.letters).substr(at);
    if ((c.at_start && at != 0) || !rest.starts_with(c.from) ||
        (c.at_end && rest.size() != c.from.size())) {
      return;
    }
    Replace(form, at, c.from.size(), c.to, c.cost);
  }

  void Replace(const Form& form, size_t at, size_t size, std::u16string_view to, EditCost cost) {
    if (at == 0) cost += kFirstLetterCost;
    if (form.cost + cost > most_cost_) return;
    Push({std::u16string(form.letters).replace(at, size, to), form.cost + cost, at + to.size(),
          ++pushed_});
  }

  void Push(Form form) { queue_.push(std::move(form)); }

  const ConfusionTable& confusions_;
  EditCost most_cost_;
  std::priority_queue<Form> queue_;
  size_t pushed_ = 0;
};

}  // namespace

void VisitVariants(std::u16string_view typed, const ConfusionTable& confusions, EditCost most_cost,
                   const std::function<bool(std::u16string_view form, EditCost cost)>& visit) {
  Variants(confusions, most_cost).Run(typed, visit);
}

}  // namespace bnlint
