#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "text/document.h"
#include "text/position.h"

namespace bnlint {

struct Rule;

enum class Severity : uint8_t { kInfo, kWarning, kError };
enum class FixSafety : uint8_t { kNone, kSafe, kUnsafe };
enum class Language : uint8_t { kBengali, kEnglish };

/// Replaces the bytes of `span` by `text`; an empty span inserts, an empty text deletes.
struct Edit {
  Span span;  ///< source offsets
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// One way to mend a finding. Edits are sorted and disjoint.
struct Fix {
  FixSafety safety = FixSafety::kSafe;
  std::vector<Edit> edits;
  /// The edits mend one place each, of a finding that stands for many: one that collides with another fix is left
  /// out, and the others are applied all the same.
  bool separable = false;
};

/// A span with its positions and the text around it, taken while the bytes were at hand: a diagnostic
/// may be reported long after its block has gone.
struct Place {
  Span span;  ///< source offsets
  Position begin;
  Position end;
  std::string context;       ///< bytes of the file around the span, within its line
  uint32_t match_begin = 0;  ///< offsets of the span in `context`
  uint32_t match_end = 0;
  std::optional<PagePlace> page;  ///< of formats that know pages: the first word's
  [[nodiscard]] std::string_view Match() const {
    return std::string_view(context).substr(match_begin, match_end - match_begin);
  }
};

/// A value for a {name} in a rule's message. A term is looked up in the rule's [en.terms] or [bn.terms]
/// when the message is made, so that no check speaks a language.
struct Arg {
  std::string name;
  std::string value;
  bool is_term = false;
};

/// Something wrong in a text: which rule says so, where, and how to mend it. Holds no sentence:
/// Render(diagnostic, language) of rule.h makes it.
struct Diagnostic {
  const Rule* rule = nullptr;  ///< never null once reported; lives as long as the RuleSet
  Severity severity = Severity::kWarning;
  Place place;
  std::vector<Arg> args;
  std::vector<Fix> fixes;
  std::vector<Place> related;  ///< other places of the same fault, in order
  /// When not empty: the rule's findings in a document that share it are told once if they are many, with
  /// the argument "count" (lint/repeats.h).
  std::string repeat_key;
  /// Held like those with a repeat_key, and told once, with all edits, if they turn out to be a habit of the document
  /// (checks/habit.h).
  bool may_be_habit = false;
  bool is_habit = false;  ///< as far as is known when the finding is made
};

}  // namespace bnlint
