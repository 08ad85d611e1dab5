#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bnlint {

/// What a comment asks of bnlint.
enum class Verb : uint8_t {
  kWords,  ///< words শব্দ শব্দ*: accept these words
  kIgnore,  ///< ignore[PUN002]: on this line; when the comment stands alone on its line, on the next one
  kIgnoreNextLine,  ///< ignore-next-line[PUN002]
  kIgnoreFile,      ///< ignore-file[PUN002]: in the whole file
  kOff,             ///< off[PUN002]: from here on
  kOn,              ///< on[PUN002]: up to here
  kUnknown
};

/// A directive (formats/directive.h) taken apart: verb [names] reason. Views into its text.
struct Instruction {
  Verb verb = Verb::kUnknown;
  std::string_view word;                ///< the verb as it is written
  bool has_names = false;               ///< there are brackets; without them all rules are meant
  std::vector<std::string_view> names;  ///< rules by id, name or category
  bool broken = false;                  ///< the bracket is not closed, or nothing is in it
  std::string_view reason;              ///< what the author says about it; may be empty
};

/// Linear time. Thread-safe.
Instruction ParseInstruction(std::string_view directive);

/// What a verb may be called, for a "did you mean".
const std::vector<std::string_view>& VerbNames();

}  // namespace bnlint
