// The changes are known, so nothing is to be searched: each is widened to whole lines, and those that come to stand on
// the same lines are joined.

#include "report/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace bnlint {
namespace {

constexpr uint64_t kContext = 3;

// Lines of one text that stand in place of lines of the other; byte offsets.
struct Block {
  Span before;
  Span after;
};

bool AtLineStart(std::string_view text, uint64_t at) { return at == 0 || text[at - 1] == '\n'; }

uint64_t LineStart(std::string_view text, uint64_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

uint64_t LineEnd(std::string_view text, uint64_t at) {
  return std::min<uint64_t>(text.find('\n', at), text.size() - 1) + 1;
}

uint64_t CountLines(std::string_view text, Span span) {
  const std::string_view lines = text.substr(span.begin, span.size());
  const auto count = static_cast<uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
  return count + (lines.empty() || lines.back() == '\n' ? 0 : 1);
}

std::vector<Block> BlocksOf(std::string_view before, std::string_view after,
                            const Changes& changes) {
  std::vector<Block> blocks;
  for (const Change& change : changes.all()) {
    const uint64_t start = LineStart(before, change.was.begin);
    if (blocks.empty() || start >= blocks.back().before.end) {
      const uint64_t lead = change.was.begin - start;
      blocks.push_back({{start, start}, {change.now.begin - lead, change.now.begin - lead}});
    }
    Span& old_lines = blocks.back().before;
    Span& new_lines = blocks.back().after;
    old_lines.end = change.was.end;
    new_lines.end = change.now.end;
    if (AtLineStart(before, old_lines.end) && AtLineStart(after, new_lines.end)) continue;
    // What follows up to the end of the line is the same in both, or the next change is joined.
    const uint64_t rest =
        old_lines.end == before.size() ? 0 : LineEnd(before, old_lines.end) - old_lines.end;
    old_lines.end += rest;
    new_lines.end += rest;
  }
  return blocks;
}

// Up to `count` lines in front of `at`, but not before `least`.
uint64_t LinesBack(std::string_view text, uint64_t at, uint64_t count, uint64_t least) {
  for (; count > 0 && at > least; --count) at = LineStart(text, at - 1);
  return at;
}

// Up to `count` lines behind `at`.
uint64_t LinesForth(std::string_view text, uint64_t at, uint64_t count) {
  for (; count > 0 && at < text.size(); --count) at = LineEnd(text, at);
  return at;
}

void WriteLines(std::ostream& out, char mark, std::string_view text, Span span) {
  for (uint64_t at = span.begin; at < span.end;) {
    const uint64_t end = LineEnd(text, at);
    out << mark << text.substr(at, end - at);
    if (text[end - 1] != '\n') out << "\n\\ No newline at end of file\n";
    at = end;
  }
}

// "12,3": the first line and how many; of no lines the one before.
std::string Range(uint64_t first, uint64_t count) {
  if (count == 1) return std::to_string(first);
  return fmt::format("{},{}", count == 0 ? first - 1 : first, count);
}

// git and patch read a name in quotes when it holds what would end it.
std::string Name(std::string_view path) {
  const bool plain = std::none_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7F';
  });
  if (plain) return std::string(path) + (path.find(' ') == std::string_view::npos ? "" : "\t");
  std::string name = "\"";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      name += fmt::format("\\{:03o}", byte);
    } else {
      if (c == '"' || c == '\\') name += '\\';
      name += c;
    }
  }
  return name + '"';
}

}  // namespace

void WriteUnifiedDiff(std::ostream& out, std::string_view path, std::string_view before,
                      std::string_view after, const Changes& changes) {
  const std::vector<Block> blocks = BlocksOf(before, after, changes);
  if (blocks.empty()) return;
  out << "--- " << Name(path) << "\n+++ " << Name(path) << '\n';
  uint64_t at = 0;        // in `before`: its lines up to there are counted
  uint64_t line = 1;      // of `at`
  uint64_t new_line = 1;  // the same place in `after`
  for (size_t first = 0; first < blocks.size();) {
    // A hunk: blocks with no more lines between them than their context.
    size_t last = first;
    while (last + 1 < blocks.size() && LinesForth(before, blocks[last].before.end, 2 * kContext) >=
                                           blocks[last + 1].before.begin) {
      ++last;
    }
    const uint64_t begin = LinesBack(before, blocks[first].before.begin, kContext, at);
    const uint64_t end = LinesForth(before, blocks[last].before.end, kContext);
    const uint64_t skipped = CountLines(before, {at, begin});
    line += skipped;
    new_line += skipped;
    const uint64_t old_count = CountLines(before, {begin, end});
    uint64_t new_count = old_count;
    for (size_t i = first; i <= last; ++i) {
      new_count =
          new_count - CountLines(before, blocks[i].before) + CountLines(after, blocks[i].after);
    }
    out << "@@ -" << Range(line, old_count) << " +" << Range(new_line, new_count) << " @@\n";
    uint64_t written = begin;
    for (size_t i = first; i <= last; ++i) {
      WriteLines(out, ' ', before, {written, blocks[i].before.begin});
      WriteLines(out, '-', before, blocks[i].before);
      WriteLines(out, '+', after, blocks[i].after);
      written = blocks[i].before.end;
    }
    WriteLines(out, ' ', before, {written, end});
    line += old_count;
    new_line += new_count;
    at = end;
    first = last + 1;
  }
}

}  // namespace bnlint
