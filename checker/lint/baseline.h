#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/diagnostic.h"

namespace bnlint {

/// Findings that were there on a certain day and are not to be reported again: by file, rule and what stands around them,
/// not by line. So a finding stays hidden when lines move and when the text changes elsewhere; when its own words or the
/// two on either side change, it is new. What is told once for a document (a name, a habit) is hidden in all of it.
///
/// The file is JSON, in order, an entry a line:
///
///   {"bnlint_baseline": 1, "files": {"texts/a.md": {"PUN002 0f3c…": 2}}}
///
/// Take may be called for different files at the same time; nothing else is thread-safe.
class Baseline {
 public:
  /// The number of findings of a file and a rule.
  struct Entry {
    std::string file;
    std::string rule;  ///< id
    uint64_t count = 0;
  };

  Baseline() = default;
  /// `path` is what errors call it. Fails, with line and column, on what is no baseline.
  static Result<Baseline> Parse(std::string_view json, const std::string& path);

  /// Adds a finding.
  void Add(const std::string& file, const Diagnostic& diagnostic);
  /// True when the finding is in the baseline and has not been taken as often as it is there. REQUIRES: the findings of a
  /// file come in order, each once.
  bool Take(const std::string& file, const Diagnostic& diagnostic);

  /// What has not been taken, of the files and rules that `judged` accepts.
  template <typename Judged>
  [[nodiscard]] std::vector<Entry> Stale(const Judged& judged) const {
    std::vector<Entry> stale;
    for (const auto& [file, counts] : files_) {
      for (const auto& [key, count] : counts) {
        const std::string rule = key.substr(0, key.find(' '));
        if (count.left == 0 || !judged(file, rule)) continue;
        if (stale.empty() || stale.back().file != file || stale.back().rule != rule)
          stale.push_back({file, rule, 0});
        stale.back().count += count.left;
      }
    }
    return stale;
  }
  /// Takes the entries out that Stale lists for these files and rules.
  template <typename Judged>
  void Prune(const Judged& judged) {
    for (auto& [file, counts] : files_) {
      for (auto& [key, count] : counts) {
        if (!judged(file, key.substr(0, key.find(' ')))) continue;
        count.all -= count.left;
        count.left = 0;
      }
    }
  }

  [[nodiscard]] uint64_t findings() const;
  [[nodiscard]] std::string ToJson() const;

 private:
  struct Count {
    uint64_t all = 0;
    uint64_t left = 0;
  };
  using Counts = std::map<std::string, Count>;  // by "<rule> <hash>"
  std::map<std::string, Counts> files_;
};

/// True for a finding that stands for many places of a document: its own and the related ones.
bool StandsForMany(const Diagnostic& diagnostic);

/// What tells a finding from others of its rule in a file, whatever the line: its bytes with two words on either side,
/// these folded (spelling/fold.h), as FNV-1a: stable over platforms and versions.
uint64_t ContextKey(const Place& place);

}  // namespace bnlint
