#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <utility>

#include <fmt/format.h>

#include "report/words.h"
#include "rule/rule.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kPatience = std::chrono::milliseconds(1000);
constexpr auto kPause = std::chrono::milliseconds(100);

bool IsWanted(const CheckOptions& options) {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
    return value != nullptr && *value != '\0';
  };
  const char* term = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  return !options.no_progress && !set("CI") && !dumb && isatty(STDERR_FILENO) == 1;
}

size_t Columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string Size(double bytes, Language language) {
  constexpr double kKilo = 1024;
  if (bytes < kKilo * kKilo) return Digits(fmt::format("{:.0f} KB", bytes / kKilo), language);
  return Digits(fmt::format("{:.1f} MB", bytes / kKilo / kKilo), language);
}

std::string Time(double seconds, Language language) {
  const auto all = static_cast<uint64_t>(std::lround(seconds));
  const std::string text = all < 3600
                               ? fmt::format("{}:{:02}", all / 60, all % 60)
                               : fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
  return Digits(text, language);
}

}  // namespace

std::string ProgressLine(const ProgressState& state, size_t columns, Language language) {
  constexpr size_t kBar = 20;
  const double part = state.all_bytes > 0
                          ? static_cast<double>(state.bytes) / static_cast<double>(state.all_bytes)
                          : static_cast<double>(state.files) /
                                static_cast<double>(std::max<uint64_t>(state.all_files, 1));
  const double done = std::clamp(part, 0.0, 1.0);
  const auto full = static_cast<size_t>(done * kBar);
  std::string bar;
  for (size_t i = 0; i < kBar; ++i) bar += i < full ? "█" : "░";
  std::string line = fmt::format("{}/{} {}", Number(state.files, language),
                                 Number(state.all_files, language), In(language, "ফাইল", "files"));
  if (state.all_bytes > 0 && state.seconds > 0) {
    const double rate = static_cast<double>(state.bytes) / state.seconds;
    line += fmt::format("  {}  {}/{}", Size(static_cast<double>(state.bytes), language),
                        Size(rate, language), In(language, "সে.", "s"));
    if (done > 0) {
      line += fmt::format("  {} {}", In(language, "বাকি", "ETA"),
                          Time(state.seconds * (1 - done) / done, language));
    }
  }
  if (CountCodePoints(line) + kBar + 1 <= columns) return bar + ' ' + line;
  while (columns >= kBar && CountCodePoints(line) > columns) {
    size_t size = line.size() - 1;
    while (size > 0 && IsContinuation(line[size])) --size;
    line.resize(size);
  }
  return line;
}

Progress::Progress(const CheckOptions& options, const std::vector<BatchFile>& files,
                   Language language)
    : on_(IsWanted(options)), language_(language), begin_(Clock::now()), next_(begin_ + kPatience) {
  if (!on_) return;
  state_.all_files = files.size();
  for (const BatchFile& file : files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    sizes_[file.path] = error ? 0 : size;
    state_.all_bytes += error ? 0 : size;
  }
}

Progress::~Progress() { Hide(); }

BatchSink Progress::Watch(BatchSink sink) {
  if (!on_) return sink;
  BatchSink watched = sink;
  watched.found = [this, found = sink.found](const BatchFile& file, const Diagnostic& diagnostic) {
    Hide();
    found(file, diagnostic);
  };
  watched.done = [this, done = sink.done](const BatchFile& file,
                                          const Result<DocumentFacts>& result) {
    if (!result) Hide();
    done(file, result);
    Advance(file);
  };
  return watched;
}

void Progress::Hide() {
  if (shown_) std::cerr << "\r\x1B[K" << std::flush;
  shown_ = false;
}

void Progress::Advance(const BatchFile& file) {
  ++state_.files;
  state_.bytes += sizes_[file.path];
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + kPause;
  state_.seconds = std::chrono::duration<double>(now - begin_).count();
  // The report may go to the same terminal, and stands above.
  std::cout.flush();
  std::cerr << '\r' << ProgressLine(state_, Columns() - 1, language_) << "\x1B[K" << std::flush;
  shown_ = true;
}

}  // namespace bnlint
