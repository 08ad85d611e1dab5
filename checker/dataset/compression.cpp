#include "dataset/compression.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>
#include <zstd.h>

namespace bnlint::dataset {
namespace {

constexpr size_t kBuffer = size_t{1} << 17;

// A file's bytes as they are stored, with a look at the next ones.
class File {
 public:
  File(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ > 0) close(descriptor_);
  }

  // Sees to it that `wanted` bytes are there, if the file has them.
  Result<void> Fill(size_t wanted) {
    while (size_ - at_ < wanted) {
      if (at_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + at_, size_ - at_);
        size_ -= at_;
        at_ = 0;
      }
      const ssize_t got = read(descriptor_, buffer_.data() + size_, buffer_.size() - size_);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return bnlint::Fail(std::strerror(errno), path_);
      if (got == 0) break;
      size_ += static_cast<size_t>(got);
    }
    return {};
  }
  [[nodiscard]] std::string_view bytes() const { return {buffer_.data() + at_, size_ - at_}; }
  void Take(size_t bytes) {
    at_ += bytes;
    taken_ += bytes;
  }
  [[nodiscard]] uint64_t taken() const { return taken_; }
  [[nodiscard]] tl::unexpected<Error> Fail(std::string message) const {
    return bnlint::Fail(std::move(message), path_);
  }

 private:
  int descriptor_;
  std::string path_;
  std::vector<char> buffer_ = std::vector<char>(kBuffer);
  size_t at_ = 0;
  size_t size_ = 0;
  uint64_t taken_ = 0;
};

class PlainInput final : public Input {
 public:
  explicit PlainInput(std::unique_ptr<File> file) : file_(std::move(file)) {}
  Result<size_t> Read(char* to, size_t size) override {
    if (const auto filled = file_->Fill(1); !filled) return tl::unexpected(filled.error());
    const size_t count = std::min(size, file_->bytes().size());
    std::memcpy(to, file_->bytes().data(), count);
    file_->Take(count);
    return count;
  }
  [[nodiscard]] uint64_t taken() const override { return file_->taken(); }

 private:
  std::unique_ptr<File> file_;
};

class GzipInput final : public Input {
 public:
  explicit GzipInput(std::unique_ptr<File> file) : file_(std::move(file)) {
    inflateInit2(&stream_, kWindow);
  }
  ~GzipInput() override { inflateEnd(&stream_); }

  Result<size_t> Read(char* to, size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min(size, kBuffer));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      if (const auto filled = file_->Fill(1); !filled) return tl::unexpected(filled.error());
      const std::string_view bytes = file_->bytes();
      if (bytes.empty()) {
        if (!ended_) return file_->Fail("the gzip stream ends too soon");
        return 0;
      }
      if (ended_) inflateReset(&stream_);
      ended_ = false;
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib
      stream_.avail_in = static_cast<uInt>(bytes.size());
      const int status = inflate(&stream_, Z_NO_FLUSH);
      file_->Take(bytes.size() - stream_.avail_in);
      if (status == Z_STREAM_END) {
        ended_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return file_->Fail("the gzip stream is damaged");
      }
    }
    return room - stream_.avail_out;
  }
  [[nodiscard]] uint64_t taken() const override { return file_->taken(); }

 private:
  static constexpr int kWindow = 15 + 16;  // gzip only
  std::unique_ptr<File> file_;
  z_stream stream_{};
  bool ended_ = false;
};

class ZstdInput final : public Input {
 public:
  explicit ZstdInput(std::unique_ptr<File> file)
      : file_(std::move(file)), stream_(ZSTD_createDStream()) {}
  ~ZstdInput() override { ZSTD_freeDStream(stream_); }

  Result<size_t> Read(char* to, size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (const auto filled = file_->Fill(1); !filled) return tl::unexpected(filled.error());
      const std::string_view bytes = file_->bytes();
      ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
      if (bytes.empty() && (rest_ == 0 || drained_)) {
        if (rest_ != 0) return file_->Fail("the Zstandard stream ends too soon");
        return 0;
      }
      // Without new bytes it may still have some to hand out.
      drained_ = bytes.empty();
      const size_t rest = ZSTD_decompressStream(stream_, &out, &in);
      if (ZSTD_isError(rest) != 0) {
        return file_->Fail(std::string("the Zstandard stream is damaged: ") +
                           ZSTD_getErrorName(rest));
      }
      rest_ = rest;
      file_->Take(in.pos);
    }
    return out.pos;
  }
  [[nodiscard]] uint64_t taken() const override { return file_->taken(); }

 private:
  std::unique_ptr<File> file_;
  ZSTD_DStream* stream_;
  size_t rest_ = 1;  // 0 at the end of a frame
  bool drained_ = false;
};

class PlainOutput final : public Output {
 public:
  explicit PlainOutput(std::ostream& to) : to_(to) {}
  void Write(std::string_view bytes) override {
    to_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  bool Close() override {
    to_.flush();
    return static_cast<bool>(to_);
  }

 private:
  std::ostream& to_;
};

class GzipOutput final : public Output {
 public:
  explicit GzipOutput(std::ostream& to) : to_(to) {
    deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  }
  ~GzipOutput() override { deflateEnd(&stream_); }
  void Write(std::string_view bytes) override { Deflate(bytes, Z_NO_FLUSH); }
  bool Close() override {
    Deflate({}, Z_FINISH);
    to_.flush();
    return static_cast<bool>(to_);
  }

 private:
  void Deflate(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_out = static_cast<uInt>(buffer_.size());
      deflate(&stream_, flush);
      to_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size() - stream_.avail_out));
    } while (stream_.avail_out == 0);
  }
  std::ostream& to_;
  z_stream stream_{};
  std::vector<char> buffer_ = std::vector<char>(kBuffer);
};

class ZstdOutput final : public Output {
 public:
  explicit ZstdOutput(std::ostream& to) : to_(to), stream_(ZSTD_createCStream()) {
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdOutput() override { ZSTD_freeCStream(stream_); }
  void Write(std::string_view bytes) override {
    if (!bytes.empty()) Compress(bytes, ZSTD_e_continue);
  }
  bool Close() override {
    Compress({}, ZSTD_e_end);
    to_.flush();
    return static_cast<bool>(to_) && !failed_;
  }

 private:
  void Compress(std::string_view bytes, ZSTD_EndDirective end) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    size_t rest = 0;
    do {
      ZSTD_outBuffer out{buffer_.data(), buffer_.size(), 0};
      rest = ZSTD_compressStream2(stream_, &out, &in, end);
      failed_ = failed_ || ZSTD_isError(rest) != 0;
      to_.write(buffer_.data(), static_cast<std::streamsize>(out.pos));
    } while (!failed_ && (in.pos < in.size || (end == ZSTD_e_end && rest > 0)));
  }
  std::ostream& to_;
  ZSTD_CCtx* stream_;
  bool failed_ = false;
  std::vector<char> buffer_ = std::vector<char>(kBuffer);
};

}  // namespace

Result<std::unique_ptr<Input>> Input::Open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Fail(std::strerror(errno), path);
  auto file = std::make_unique<File>(descriptor, path);
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    return Fail("is a directory", path);
  }
  if (const auto filled = file->Fill(4); !filled) return tl::unexpected(filled.error());
  if (file->bytes().starts_with("\x1F\x8B")) return std::make_unique<GzipInput>(std::move(file));
  if (file->bytes().starts_with("\x28\xB5\x2F\xFD")) {
    return std::make_unique<ZstdInput>(std::move(file));
  }
  return std::make_unique<PlainInput>(std::move(file));
}

std::unique_ptr<Output> Output::For(std::string_view path, std::ostream& to) {
  if (path.ends_with(".gz")) return std::make_unique<GzipOutput>(to);
  if (path.ends_with(".zst")) return std::make_unique<ZstdOutput>(to);
  return std::make_unique<PlainOutput>(to);
}

}  // namespace bnlint::dataset
