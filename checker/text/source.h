#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/position.h"

namespace bnlint {

/// A block of a file: immutable bytes and where they stand in it. A small file is one block; a large
/// one comes as several, so that memory does not grow with the file. Spans count from the start of
/// the file. Thread-safe.
struct Source {
  std::string path;
  std::string bytes;
  Position origin;    ///< of the first byte
  bool first = true;  ///< the block starts the file
  bool last = true;   ///< the block ends the file
  /// The first line of the file, or its first 64 KiB; null in the first block, which begins with it.
  std::shared_ptr<const std::string> first_line = nullptr;

  [[nodiscard]] uint64_t begin() const { return origin.byte; }
  [[nodiscard]] uint64_t end() const { return origin.byte + bytes.size(); }
};

/// Where a block may end: the number of leading bytes of `bytes` that can be linted without seeing
/// what follows, or 0 when no such place is known. A format supplies it.
using CutFunction = size_t (*)(std::string_view bytes);

/// Cuts after the last line that is followed by a blank line, else after the last line, else after
/// the last blank, else at the last code point boundary: a file without newlines works too.
size_t CutAtParagraph(std::string_view bytes);

/// Reads a file or standard input block by block. Not thread-safe; one reader a thread.
class SourceReader {
 public:
  /// Blocks of this size keep a whole run far below 64 MiB and lose nothing in speed.
  static constexpr size_t kBlockBytes = size_t{256} << 10;

  /// `path` "-" is standard input; `name` is what findings call the file.
  static Result<SourceReader> Open(const std::string& path, std::string name);
  /// A text that is already in memory, for editors and tests.
  static SourceReader FromText(std::string text, std::string name);
  /// … that outlives the reader.
  static SourceReader FromView(std::string_view text, std::string name);

  /// The next block; nothing after the last. An empty file gives one empty block. Where `cut` knows no place the block
  /// grows up to `most_bytes` until it does.
  Result<std::optional<Source>> Next(CutFunction cut, size_t block_bytes = kBlockBytes,
                                     size_t most_bytes = 0);

 private:
  struct Closer {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  explicit SourceReader(std::string name) : name_(std::move(name)) {}
  Result<void> Fill(size_t wanted);

  std::unique_ptr<std::FILE, Closer> file_;  // null when everything is in pending_ already
  std::string name_;
  std::string pending_;  // read from file_ and not yet handed out
  std::shared_ptr<const std::string> first_line_;
  std::string_view view_;  // … or not yet handed out of a text in memory
  Position next_;          // of the first byte of either
  bool started_ = false;
  bool done_ = false;
};

}  // namespace bnlint
