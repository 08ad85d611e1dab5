#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bnlint::dataset {

/// Bytes of a file or of standard input, decompressed when they are gzip or Zstandard: told by how they begin, not by a name;
/// several streams one after the other are read as one. Not thread-safe.
class Input {
 public:
  /// `path` "-" is standard input.
  static Result<std::unique_ptr<Input>> Open(const std::string& path);
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  virtual ~Input() = default;
  /// Puts up to `size` bytes (at least 1) at `to` and returns how many; 0 at the end. A stream that is damaged or ends too
  /// soon is an error.
  virtual Result<size_t> Read(char* to, size_t size) = 0;
  /// Bytes of the file taken so far, as they are stored.
  [[nodiscard]] virtual uint64_t taken() const = 0;
};

/// Compresses into a stream, or passes on. Not thread-safe.
class Output {
 public:
  /// As the ending of `path` says: .gz, .zst, or neither. `to` must outlive it. The same bytes give the same file.
  static std::unique_ptr<Output> For(std::string_view path, std::ostream& to);
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;
  virtual void Write(std::string_view bytes) = 0;
  /// Ends the stream; nothing may be written afterwards. False when anything could not be written.
  virtual bool Close() = 0;
};

}  // namespace bnlint::dataset
