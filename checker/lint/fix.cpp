#include "lint/fix.h"

#include <algorithm>

namespace bnlint {
namespace {

bool Collide(const Edit& a, const Edit& b) {
  if (a == b) return false;  // two findings, one remedy
  return a.span == b.span || (a.span.begin < b.span.end && b.span.begin < a.span.end);
}

bool Collides(const Edit& edit, const std::vector<Edit>& taken) {
  return std::any_of(taken.begin(), taken.end(),
                     [&](const Edit& other) { return Collide(edit, other); });
}

bool Collides(const Fix& fix, const std::vector<Edit>& taken) {
  return std::any_of(fix.edits.begin(), fix.edits.end(),
                     [&](const Edit& edit) { return Collides(edit, taken); });
}

}  // namespace

std::string ApplyFixes(std::string_view text, std::vector<Fix> fixes) {
  std::erase_if(fixes, [](const Fix& fix) { return fix.edits.empty(); });
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return a.edits.front().span < b.edits.front().span;
  });
  std::vector<Edit> taken;
  for (Fix& fix : fixes) {
    if (fix.separable) {
      std::erase_if(fix.edits, [&](const Edit& edit) { return Collides(edit, taken); });
    }
    if (!Collides(fix, taken)) taken.insert(taken.end(), fix.edits.begin(), fix.edits.end());
  }
  std::stable_sort(taken.begin(), taken.end(),
                   [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string out;
  uint64_t copied = 0;
  const Edit* last = nullptr;
  for (const Edit& edit : taken) {
    if (last != nullptr && *last == edit) continue;
    out += text.substr(copied, edit.span.begin - copied);
    out += edit.text;
    copied = edit.span.end;
    last = &edit;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace bnlint
