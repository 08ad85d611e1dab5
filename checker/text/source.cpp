#include "text/source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "text/utf8.h"

namespace bnlint {
namespace {

// The last code point boundary that leaves no started code point behind the cut.
size_t LastBoundary(std::string_view bytes) {
  size_t at = bytes.size();
  for (int back = 0; back < 4 && at > 0; ++back) {
    --at;
    if (!IsContinuation(bytes[at])) return at;
  }
  return bytes.size();
}

}  // namespace

size_t CutAtParagraph(std::string_view bytes) {
  // A cut in the first half would make blocks tiny on text with few blank lines.
  const size_t least = bytes.size() / 2;
  const size_t blank = std::max(bytes.rfind("\n\n") + 2, bytes.rfind("\r\n\r\n") + 4);
  if (blank > 4 && blank > least && blank <= bytes.size()) return blank;
  const size_t line = bytes.find_last_of('\n');
  if (line != std::string_view::npos && line + 1 > least) return line + 1;
  // A lone CR ends a line, but one that ends the block may be half of a CRLF.
  const size_t cr = bytes.substr(0, bytes.size() - 1).find_last_of('\r');
  if (cr != std::string_view::npos && cr + 1 > least && bytes[cr + 1] != '\n') return cr + 1;
  const size_t space = bytes.find_last_of(' ');
  if (space != std::string_view::npos && space + 1 > least) return space + 1;
  return LastBoundary(bytes);
}

Result<SourceReader> SourceReader::Open(const std::string& path, std::string name) {
  SourceReader reader(std::move(name));
  if (path == "-") {
    reader.file_.reset(stdin);
    return reader;
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return Fail("this is a directory; give a file", path);
  }
  reader.file_.reset(std::fopen(path.c_str(), "rbe"));
  if (reader.file_ == nullptr) {
    return Fail(std::string("cannot read it: ") + std::strerror(errno), path);
  }
  return reader;
}

SourceReader SourceReader::FromText(std::string text, std::string name) {
  SourceReader reader(std::move(name));
  reader.pending_ = std::move(text);
  return reader;
}

SourceReader SourceReader::FromView(std::string_view text, std::string name) {
  SourceReader reader(std::move(name));
  reader.view_ = text;
  return reader;
}

Result<void> SourceReader::Fill(size_t wanted) {
  while (file_ != nullptr && pending_.size() < wanted) {
    // Step by step: a format may allow far more than the file has.
    const size_t had = pending_.size();
    const size_t room = std::min(wanted, std::max(2 * had, kBlockBytes + 1));
    pending_.resize(room);
    const size_t got = std::fread(pending_.data() + had, 1, room - had, file_.get());
    pending_.resize(had + got);
    if (got > 0) continue;
    if (std::ferror(file_.get()) != 0) {
      return Fail(std::string("reading failed: ") + std::strerror(errno), name_);
    }
    file_.reset();
  }
  return {};
}

Result<std::optional<Source>> SourceReader::Next(CutFunction cut, size_t block_bytes,
                                                 size_t most_bytes) {
  if (done_) return std::optional<Source>();
  // One byte more than a block tells whether this is the last one.
  if (const auto filled = Fill(block_bytes + 1); !filled) {
    return tl::unexpected<Error>(filled.error());
  }
  Source block{name_, {}, next_, !started_, false, first_line_};
  started_ = true;
  std::string_view ahead = view_.empty() ? std::string_view(pending_) : view_;
  if (block.first && ahead.size() > block_bytes) {
    constexpr size_t kLongest = 64 << 10;
    first_line_ = std::make_shared<const std::string>(
        ahead.substr(0, std::min({ahead.find_first_of("\r\n"), ahead.size(), kLongest})));
  }
  size_t size = 0;
  while (ahead.size() > block_bytes && (size = cut(ahead.substr(0, block_bytes))) == 0 &&
         block_bytes < most_bytes) {
    block_bytes = std::min(2 * block_bytes, most_bytes);
    if (const auto filled = Fill(block_bytes + 1); !filled) {
      return tl::unexpected<Error>(filled.error());
    }
    if (view_.empty()) ahead = pending_;
  }
  if (ahead.size() <= block_bytes) {
    block.bytes = view_.empty() ? std::exchange(pending_, {}) : std::string(view_);
    block.last = true;
    done_ = true;
    return std::optional(std::move(block));
  }
  if (size == 0) size = CutAtParagraph(ahead.substr(0, block_bytes));
  block.bytes = ahead.substr(0, size);
  if (view_.empty()) {
    pending_.erase(0, size);
  } else {
    view_.remove_prefix(size);
  }
  next_ = PositionIndex(block.bytes, block.origin).At(block.end());
  return std::optional(std::move(block));
}

}  // namespace bnlint
