#include "cli/watch.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/tell.h"
#include "config/walk.h"
#include "formats/format.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

constexpr auto kPause = std::chrono::milliseconds(500);
constexpr auto kSettle = std::chrono::milliseconds(50);

using Snapshot = std::map<std::string, std::pair<fs::file_time_type, uintmax_t>>;

void Note(const std::string& path, Snapshot& snapshot) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  if (error) return;
  const auto size = fs::file_size(path, error);
  snapshot[path] = {time, error ? 0 : size};
}

Snapshot Look(const CheckOptions& options) {
  Snapshot snapshot;
  WalkOptions walk;
  walk.wanted = [](std::string_view path) {
    return FormatForPath(path) != nullptr || path.ends_with(".toml") ||
           path.ends_with("bnlint-words.txt");
  };
  walk.respect_ignore = !options.no_ignore;
  for (const std::string& path :
       Walk(options.paths.empty() ? std::vector<std::string>{"."} : options.paths, walk).files) {
    Note(path, snapshot);
  }
  WalkOptions all;
  all.respect_ignore = false;
  for (const std::string& path : Walk(options.rules, all).files) Note(path, snapshot);
  for (const std::string& path : options.words) Note(path, snapshot);
  // Beside the current directory's files, those that hold for it.
  for (const char* path : {"bnlint.toml", "bnlint-words.txt"}) Note(path, snapshot);
  return snapshot;
}

}  // namespace

int WatchFiles(const CheckOptions& options, const std::function<int(const CheckOptions&)>& check) {
  for (const std::string& path : options.paths) {
    if (path != "-") continue;
    Tell(Error{"standard input cannot be watched", "--watch", 0, 0});
    return kCouldNot;
  }
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  while (true) {
    Snapshot before = Look(options);
    if (terminal) std::cout << "\x1B[H\x1B[2J\x1B[3J" << std::flush;
    check(options);
    std::cout.flush();
    // What --fix itself has written is no news.
    if (options.fix) before = Look(options);
    while (Look(options) == before) std::this_thread::sleep_for(kPause);
    // An editor may be writing still.
    Snapshot last;
    for (Snapshot now = Look(options); now != last; now = Look(options)) {
      last = std::move(now);
      std::this_thread::sleep_for(kSettle);
    }
  }
}

}  // namespace bnlint
