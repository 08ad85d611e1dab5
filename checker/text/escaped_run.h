#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/escape.h"

namespace bnlint {

/// A stretch of text that a program wrote in escapes and no other read, with ASCII between them.
struct EscapedRun {
  Span span;  ///< text offsets
  EscapeKind kind = EscapeKind::kEntity;
  std::string text;      ///< what was written, invisible characters and escaped tags left out
  std::string decoded;   ///< the same with them
  bool exact = true;     ///< nothing was lost, guessed or left out that had a meaning
  bool readable = true;  ///< `text` can stand in place of the stretch; false for half a tag
};

/// The runs of a text, in order. What bytes stand for must be text beyond ASCII; if that turns out to be mojibake, it
/// is undone too. Linear; thread-safe.
std::vector<EscapedRun> FindEscapedRuns(std::string_view text);

}  // namespace bnlint
