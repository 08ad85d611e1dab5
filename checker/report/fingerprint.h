#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "rule/diagnostic.h"

namespace bnlint {

/// What a finding is known by in another run: its rule and the words it touches, not the line, which moves. FNV-1a, 64 bits,
/// stable over platforms and versions. Thread-safe.
uint64_t ContextHash(const Diagnostic& diagnostic);

/// Fingerprints of which no two are alike in a report: those of the same words under the same rule in one file are told
/// apart by their order. Findings must come file by file. Memory: 16 bytes and more for each finding of one file.
class Fingerprints {
 public:
  /// 32 hexadecimal digits.
  std::string Next(std::string_view path, const Diagnostic& diagnostic);

 private:
  std::string path_;
  std::map<uint64_t, uint64_t> seen_;  // hash → how often in this file
};

}  // namespace bnlint
