#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/token.h"

namespace bnlint {

/// What lies in prose without being prose. A bit each, so that a rule can name those it looks into.
enum MaskKind : uint8_t {
  kMaskUrl = 1,    ///< scheme://…, www.…, name.tld/…
  kMaskEmail = 2,  ///< name@host
  kMaskCode = 4,   ///< `…` between backticks on one line
  kMaskLatin =
      8,  ///< blank-separated chunks with Latin letters and nothing Bengali, and the digits
          ///< between and after them: Windows 11, S-400, GPT-4o
};
inline constexpr uint8_t kMaskAll = kMaskUrl | kMaskEmail | kMaskCode | kMaskLatin;

struct Mask {
  Span span;  ///< text offsets
  MaskKind kind = kMaskUrl;
};

/// The masks of a segment's text, in order of their beginnings, replacing what `masks` held; kinds may
/// overlap. `tokens` are those of `text`. Linear; thread-safe.
void FindMasks(std::string_view text, std::span<const Token> tokens, std::vector<Mask>& masks);

/// True when a mask of one of `kinds` shares a byte with `span`.
bool IsMasked(std::span<const Mask> masks, Span span, uint8_t kinds);
/// True when all of `span` lies in one of them.
bool IsInMask(std::span<const Mask> masks, Span span, uint8_t kinds);

}  // namespace bnlint
