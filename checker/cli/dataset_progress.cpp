#include "cli/dataset_progress.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>

namespace bnlint {
namespace {

std::string Time(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds + 0.5);
  if (whole >= 3600) {
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string Size(double bytes) {
  constexpr double kStep = 1000;
  for (const char* unit : {"B", "kB", "MB", "GB"}) {
    if (bytes < kStep) return fmt::format("{:.1f} {}", bytes, unit);
    bytes /= kStep;
  }
  return fmt::format("{:.1f} TB", bytes);
}

}  // namespace

ProgressBar::ProgressBar(uint64_t total, bool shown) : total_(total), shown_(shown) {}

std::string ProgressBar::Line(uint64_t documents, uint64_t bytes, uint64_t total, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(bytes) / seconds : 0;
  const std::string numbers =
      fmt::format("{} docs  {}  {}/s", documents, Size(static_cast<double>(bytes)), Size(rate));
  if (total == 0) return numbers;
  constexpr size_t kWidth = 24;
  const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total));
  const auto full = static_cast<size_t>(share * kWidth);
  const std::string rest =
      rate > 0 ? Time(static_cast<double>(total - std::min(bytes, total)) / rate) : "?";
  return fmt::format("[{}{}] {:3.0f} %  {}  ETA {}", std::string(full, '#'),
                     std::string(kWidth - full, '.'), share * 100, numbers, rest);
}

void ProgressBar::Update(uint64_t documents, uint64_t bytes) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::cerr << "\r\x1B[K" << Line(documents, bytes, total_, seconds) << std::flush;
}

void ProgressBar::Clear() {
  if (!drawn_) return;
  std::cerr << "\r\x1B[K" << std::flush;
  drawn_ = false;
}

}  // namespace bnlint
