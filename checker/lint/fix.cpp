#include "lint/fix.h"

#include <algorithm>
#include <iterator>

#include "rule/rule.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A byte in the middle of a code point is no boundary; one in the middle of broken bytes may be.
bool IsBoundary(std::string_view text, size_t at) {
  if (at >= text.size() || !IsContinuation(text[at])) return true;
  size_t start = at;
  while (start > 0 && at - start < 3 && IsContinuation(text[start])) --start;
  const CodePoint c = DecodeAt(text.substr(start, 4), 0);
  return !c.valid || start + c.size <= at;
}

bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

const Fix* FixPolicy::Choose(const Diagnostic& diagnostic) const {
  const Rule& rule = *diagnostic.rule;
  if (rule.severity == Severity::kInfo &&
      std::none_of(named.begin(), named.end(),
                   [&](const std::string& name) { return name == rule.id || name == rule.name; })) {
    return nullptr;
  }
  const auto fix =
      std::find_if(diagnostic.fixes.begin(), diagnostic.fixes.end(), [&](const Fix& candidate) {
        return candidate.safety == FixSafety::kSafe ||
               (unsafe && candidate.safety == FixSafety::kUnsafe);
      });
  return fix == diagnostic.fixes.end() ? nullptr : &*fix;
}

bool IsApplicable(std::string_view text, const Fix& fix) {
  const size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const Edit* last = nullptr;
  bool changes = false;
  for (const Edit& edit : fix.edits) {
    const Span span = edit.span;
    if (span.begin < first || span.begin > span.end || span.end > text.size()) return false;
    if (last != nullptr && (last->span.end > span.begin || last->span == span)) return false;
    if (!IsBoundary(text, span.begin) || !IsBoundary(text, span.end)) return false;
    if (!IsUtf8(edit.text)) return false;
    changes = changes || text.substr(span.begin, span.size()) != edit.text;
    last = &edit;
  }
  return changes;
}

bool EditSet::Collides(const Edit& edit) const {
  const auto next = edits_.lower_bound(edit.span);
  if (next != edits_.end() && next->first == edit.span) return next->second != edit.text;
  if (next != edits_.end() && next->first.Overlaps(edit.span)) return true;
  return next != edits_.begin() && std::prev(next)->first.Overlaps(edit.span);
}

bool EditSet::Take(const Fix& fix) {
  if (fix.separable) {
    bool any = false;
    for (const Edit& edit : fix.edits) any |= Take({fix.safety, {edit}});
    return any;
  }
  if (std::any_of(fix.edits.begin(), fix.edits.end(),
                  [&](const Edit& edit) { return Collides(edit); })) {
    return false;
  }
  for (const Edit& edit : fix.edits) edits_.emplace(edit.span, edit.text);
  return true;
}

std::vector<Edit> EditSet::Edits() const {
  std::vector<Edit> edits;
  edits.reserve(edits_.size());
  for (const auto& [span, text] : edits_) edits.push_back({span, text});
  return edits;
}

std::string ApplyEdits(std::string_view text, const std::vector<Edit>& edits) {
  size_t size = text.size();
  for (const Edit& edit : edits) size = size + edit.text.size() - edit.span.size();
  std::string out;
  out.reserve(size);
  uint64_t copied = 0;
  for (const Edit& edit : edits) {
    out += text.substr(copied, edit.span.begin - copied);
    out += edit.text;
    copied = edit.span.end;
  }
  out += text.substr(copied);
  return out;
}

std::string ApplyFixes(std::string_view text, std::vector<Fix> fixes) {
  std::erase_if(fixes, [](const Fix& fix) { return fix.edits.empty(); });
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return a.edits.front().span < b.edits.front().span;
  });
  EditSet taken;
  for (const Fix& fix : fixes) taken.Take(fix);
  return ApplyEdits(text, taken.Edits());
}

}  // namespace bnlint
