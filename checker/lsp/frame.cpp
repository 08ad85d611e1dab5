#include "lsp/frame.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>

namespace bnlint::lsp {
namespace {

constexpr size_t kChunk = size_t{64} << 10;
constexpr size_t kMostHeader = size_t{8} << 10;

// "content-length: 12" → 12, whatever its case.
std::optional<size_t> LengthIn(std::string_view line) {
  constexpr std::string_view kName = "content-length:";
  const bool named =
      line.size() >= kName.size() &&
      std::equal(kName.begin(), kName.end(), line.begin(), [](char want, char have) {
        return want == static_cast<char>(std::tolower(static_cast<unsigned char>(have)));
      });
  if (!named) return std::nullopt;
  line.remove_prefix(kName.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  size_t length = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), length);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view rest(end, static_cast<size_t>(line.data() + line.size() - end));
  if (rest.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
  return length;
}

}  // namespace

bool FrameReader::Fill() {
  if (at_ > 0) buffer_.erase(0, at_);
  at_ = 0;
  const size_t had = buffer_.size();
  buffer_.resize(had + kChunk);
  ssize_t got = 0;
  do {
    got = read(fd_, buffer_.data() + had, kChunk);
  } while (got < 0 && errno == EINTR);
  buffer_.resize(had + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  return got > 0;
}

// Up to the next line feed, without the line's end; of an endless one the last bytes. Nothing at the end of the stream.
std::optional<std::string_view> FrameReader::Line() {
  size_t looked = at_;
  while (true) {
    const size_t end = buffer_.find('\n', looked);
    if (end != std::string::npos) {
      std::string_view line = std::string_view(buffer_).substr(at_, end - at_);
      at_ = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      return line;
    }
    if (buffer_.size() - at_ > kMostHeader) at_ = buffer_.size() - kMostHeader;
    looked = buffer_.size() - at_;
    if (!Fill()) return std::nullopt;
  }
}

bool FrameReader::Skip(size_t bytes) {
  while (buffer_.size() - at_ < bytes) {
    bytes -= buffer_.size() - at_;
    at_ = buffer_.size();
    if (!Fill()) return false;
  }
  at_ += bytes;
  return true;
}

std::optional<std::string> FrameReader::Next() {
  std::optional<size_t> length;
  bool seen = false;
  while (true) {
    const auto line = Line();
    fault_ = FrameFault::kEnd;
    if (!line) return std::nullopt;
    if (!line->empty()) {
      seen = true;
      if (const auto found = LengthIn(*line)) length = found;
      continue;
    }
    if (!seen) continue;
    if (length) break;
    fault_ = FrameFault::kNoLength;
    return std::nullopt;
  }
  if (*length > kMostBytes) {
    fault_ = Skip(*length) ? FrameFault::kTooLong : FrameFault::kEnd;
    return std::nullopt;
  }
  while (buffer_.size() - at_ < *length) {
    if (!Fill()) return std::nullopt;
  }
  std::string body = buffer_.substr(at_, *length);
  at_ += *length;
  return body;
}

void FrameWriter::Write(std::string_view body) {
  std::string frame = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  frame += body;
  const std::lock_guard lock(mutex_);
  std::string_view rest = frame;
  while (!rest.empty()) {
    const ssize_t wrote = write(fd_, rest.data(), rest.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;
    rest.remove_prefix(static_cast<size_t>(wrote));
  }
}

}  // namespace bnlint::lsp
