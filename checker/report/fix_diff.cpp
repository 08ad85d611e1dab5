// Cuts the context into hunks, one for each group of edits whose words meet, and plays the edits.

#include "report/fix_diff.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/excerpt.h"
#include "report/terminal.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kReach = 30;
constexpr size_t kLongest = 120;
constexpr size_t kMostPieces = 4;

struct Hunk {
  Span words;  // offsets into the context
  std::vector<Edit> edits;
};

std::vector<Hunk> HunksOf(const Place& place, const Fix& fix) {
  std::vector<Hunk> hunks;
  for (const Edit& edit : fix.edits) {
    const auto span = InContext(place, edit.span);
    if (!span) continue;
    const Span words = WordsAround(place.context, *span, kReach);
    if (hunks.empty() || words.begin > hunks.back().words.end) hunks.push_back({words, {}});
    hunks.back().words.end = std::max(hunks.back().words.end, words.end);
    hunks.back().edits.push_back({*span, edit.text});
  }
  return hunks;
}

// Adds a piece to a side of the diff; of a fix with many edits the first pieces say enough.
class Side {
 public:
  explicit Side(std::string& out) : out_(out) {}
  void Add(const std::string& piece) {
    if (piece.empty() || pieces_ > kMostPieces) return;
    if (pieces_ > 0) out_ += pieces_ < kMostPieces ? " … " : " …";
    if (pieces_++ < kMostPieces) out_ += piece;
  }

 private:
  std::string& out_;
  size_t pieces_ = 0;
};

// A change of nothing but blanks and joiners could not be seen without marking them.
std::string Shown(std::string_view text, bool mark) {
  const std::string shown = Elide(text, kLongest);
  return mark ? VisibleBlanks(shown) : Visible(shown);
}

void Play(std::string_view context, const Hunk& hunk, Side& removed_side, Side& added_side) {
  std::string removed;
  std::string added;
  const auto add_both = [&](uint64_t begin, uint64_t end) {
    const std::string kept = Visible(context.substr(begin, end - begin));
    removed += kept;
    added += kept;
  };
  const bool cut =
      hunk.words.begin > 0 && !IsBlank(ClassOf(DecodeBefore(context, hunk.words.begin).value));
  if (cut) removed = added = "…";
  uint64_t at = hunk.words.begin;
  for (const Edit& edit : hunk.edits) {
    if (edit.span.begin < at) continue;  // edits are disjoint; a broken fix is not worth a crash
    add_both(at, edit.span.begin);
    const std::string_view old_text = context.substr(edit.span.begin, edit.span.size());
    // A space that is put between words shows by itself.
    const bool mark = HoldsNothingVisible(old_text) && HoldsNothingVisible(edit.text) &&
                      !(old_text.empty() && edit.text == " ");
    removed += Shown(old_text, mark);
    added += Shown(edit.text, mark);
    at = edit.span.end;
  }
  add_both(at, hunk.words.end);
  if (hunk.words.end < context.size() &&
      !IsBlank(ClassOf(DecodeAt(context, hunk.words.end).value))) {
    removed += "…";
    added += "…";
  }
  removed_side.Add(removed);
  added_side.Add(added);
}

}  // namespace

FixDiff MakeFixDiff(const Place& place, const Fix& fix) {
  FixDiff diff;
  Side removed(diff.removed);
  Side added(diff.added);
  for (const Hunk& hunk : HunksOf(place, fix)) Play(place.context, hunk, removed, added);
  for (const Edit& edit : fix.edits) {
    if (!InContext(place, edit.span)) added.Add(Shown(edit.text, false));
  }
  return diff;
}

}  // namespace bnlint
