#include "report/fingerprint.h"

#include <fmt/format.h>

#include "report/excerpt.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr uint64_t kStart = 0xCBF29CE484222325U;

uint64_t Fnv(std::string_view text, uint64_t hash = kStart) {
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace

uint64_t ContextHash(const Diagnostic& diagnostic) {
  return Fnv(diagnostic.rule->id + '\n' + Excerpt(diagnostic.place));
}

std::string Fingerprints::Next(std::string_view path, const Diagnostic& diagnostic) {
  if (path != path_) {
    path_ = path;
    seen_.clear();
  }
  const uint64_t context = ContextHash(diagnostic);
  const uint64_t nth = seen_[context]++;
  return fmt::format("{:016x}{:016x}", Fnv(path, kStart + nth), context);
}

}  // namespace bnlint
