#include "formats/markdown_work.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "formats/blank.h"

namespace bnlint {
namespace {

// Nobody wrote by hand what costs more; it is read as plain lines.
constexpr uint64_t kMaxWork = 10'000'000'000;
constexpr uint64_t kHashWork = 64;  // of a byte, against a step over a line
constexpr uint64_t kCopyWork = 2;
constexpr uint64_t kContainerWork = 8;
constexpr uint64_t kMarkWork = 4;

// How many containers the line at `at` may open: quotes, and markers of list items.
uint64_t Depth(std::string_view text, size_t at) {
  uint64_t depth = 0;
  for (; at + 1 < text.size(); ++at) {
    const char c = text[at];
    const bool marker = c == '-' || c == '*' || c == '+' || c == '.' || c == ')';
    if (c == '>' || (marker && IsBlankByte(text[at + 1]))) {
      ++depth;
    } else if (c != ' ' && c != '\t' && (c < '0' || c > '9')) {
      break;
    }
  }
  return depth;
}

// What md4c does again and again for one paragraph.
struct Effort {
  uint64_t lines = 0;
  uint64_t closers = 0;  // brackets, for each of which it walks over the lines
  uint64_t tildes = 0;   // for each pair of which it walks over the marks
  uint64_t marks = 0;

  [[nodiscard]] uint64_t Work() const { return closers * lines + kMarkWork * tildes * marks; }
};

}  // namespace

// What stands between two brackets that match is copied and, once a link is defined, hashed, nested
// ones again and again; and each line walks over the open containers.
bool IsTooMuchWork(std::string_view text) {
  const uint64_t label_work = text.find("]:") == std::string_view::npos ? kCopyWork : kHashWork;
  std::vector<size_t> open;  // brackets of this paragraph
  Effort effort;             // of this paragraph
  uint64_t work = 0;
  uint64_t lines = 0;
  uint64_t depth = Depth(text, 0);  // of the deepest line
  bool blank = true;                // the line so far
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && blank) {
      work += std::exchange(effort, {}).Work();
      open.clear();
    }
    blank = c == '\n' || (blank && IsBlankByte(c));
    effort.marks += std::string_view("~*_`$&<[]!\\").find(c) != std::string_view::npos ? 1 : 0;
    effort.tildes += c == '~' ? 1 : 0;
    if (c == '\n' || c == '\r') {
      ++effort.lines;
      ++lines;
      depth = std::max(depth, Depth(text, at + 1));
    } else if (c == '[') {
      open.push_back(at);
    } else if (c == ']') {
      ++effort.closers;
      if (open.empty()) continue;
      work += label_work * (at - open.back());
      open.pop_back();
    } else if (c == '\\' && at + 1 < text.size() && (text[at + 1] == '[' || text[at + 1] == ']')) {
      ++at;
    }
  }
  return work + effort.Work() + kContainerWork * depth * lines > kMaxWork;
}

}  // namespace bnlint
