#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace bnlint::lsp {

/// What came in place of a message.
enum class FrameFault {
  kEnd,  ///< the other side has closed
  kNoLength,  ///< a header without a usable Content-Length; what follows it was passed over up to the next header
  kTooLong,  ///< the message was passed over
};

/// Takes messages out of a stream: "Content-Length: 12\r\n\r\n" and twelve bytes. Whatever the stream holds, it comes to
/// the next header that makes sense. Not thread-safe.
class FrameReader {
 public:
  static constexpr size_t kMostBytes = size_t{1} << 29;

  explicit FrameReader(int fd) : fd_(fd) {}
  /// Waits for the next message. Nothing: see fault().
  std::optional<std::string> Next();
  [[nodiscard]] FrameFault fault() const { return fault_; }

 private:
  bool Fill();
  std::optional<std::string_view> Line();
  bool Skip(size_t bytes);

  int fd_;
  std::string buffer_;
  size_t at_ = 0;
  FrameFault fault_ = FrameFault::kEnd;
};

/// Writes messages whole. Thread-safe. When the other side has gone, what is written is lost.
class FrameWriter {
 public:
  explicit FrameWriter(int fd) : fd_(fd) {}
  void Write(std::string_view body);

 private:
  int fd_;
  std::mutex mutex_;
};

}  // namespace bnlint::lsp
