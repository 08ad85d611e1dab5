#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rule/diagnostic.h"
#include "text/mask.h"

namespace bnlint {

class Pattern;  // pattern.h

/// What a rule says, in one language.
struct RuleText {
  std::string
      message;  ///< one line; {name} stands for an argument, {match} for the text found (see Render)
  std::string why;                           ///< the page of `explain`, in Markdown
  std::map<std::string, std::string> terms;  ///< words that a check's arguments refer to
};

/// An example in a rule file, and at once a test of it.
/// With `bad`: the rule flags exactly the marks, and its fix, if it has one, gives `good`.
/// Without: `good` stays silent. Every `good` is clean under all default rules.
struct Example {
  std::string bad;          ///< without the [[ ]] that marked it; empty when there is none
  std::vector<Span> marks;  ///< byte offsets into `bad`
  std::string good;
  std::string format;              ///< "plain" unless the file says otherwise
  uint64_t line = 0;               ///< in the rule file
  std::vector<std::string> words;  ///< names in it that no dictionary has, as word lists write them
};

/// A native check, by the name under which checks/ knows it.
struct CheckName {
  std::string name;
};

/// One of the shapes that a pattern rule looks for, and what its replacement may claim.
struct RulePattern {
  std::shared_ptr<const Pattern> pattern;
  FixSafety fix = FixSafety::kNone;
};

/// One kind of fault. Immutable once loaded; thread-safe.
struct Rule {
  std::string id;        ///< "PUN002"; never changes meaning
  std::string name;      ///< "danda-glued"; never changes
  std::string category;  ///< "punctuation"
  std::string path;      ///< of its file, as errors call it; empty for bnlint's own
  Severity severity = Severity::kWarning;
  FixSafety fix = FixSafety::kNone;
  bool on_by_default = true;
  std::vector<std::string> profiles;  ///< what turns a rule on that is off by default: "editorial"
  std::vector<std::string> not_in;  ///< profiles that turn the rule off: others say it better there
  uint8_t masks = kMaskAll;         ///< MaskKinds in which the rule is blind
  bool in_bengali = false;          ///< of a pattern: look only into segments with a Bengali word
  std::vector<std::string> yields_to;  ///< rules and categories that explain the same bytes better
  /// What the rule flags is not the text that was written: every rule that is not about garbled text yields to it, but
  /// for those that it yields to itself.
  bool garbled = false;
  RuleText bengali;
  RuleText english;
  std::vector<Example> examples;
  std::variant<std::vector<RulePattern>, CheckName> matcher;

  [[nodiscard]] const RuleText& Text(Language language) const {
    return language == Language::kBengali ? bengali : english;
  }
  /// True for the rule's id, name or category; what --select and --ignore accept.
  [[nodiscard]] bool AnswersTo(std::string_view selector) const;
  /// True when `other` explains the same bytes better.
  [[nodiscard]] bool YieldsTo(const Rule& other) const;
};

/// An ASCII number in the digits of the language: ১২ or 12.
std::string Digits(std::string_view number, Language language);

/// The sentence of a diagnostic. {name} is what the check said under that name, {#name} the same as a number
/// in the language's digits; unknown names stay as they are. A part in [ ] with a {name} in it is left out
/// unless the check said all its names. Thread-safe.
std::string Render(const Diagnostic& diagnostic, Language language);

/// The first [ ] of a message, at or after `from`, that holds a {name}: the offsets of its brackets; both are the
/// message's size when there is none.
struct OptionalPart {
  size_t open;
  size_t close;
};
OptionalPart FindOptionalPart(std::string_view message, size_t from);

/// The profiles a run may have beside the default one, in alphabetical order: config/profile.h says what each is for.
inline constexpr std::array<std::string_view, 4> kProfiles = {"bn-IN", "dataset", "editorial",
                                                              "ocr"};
bool IsProfile(std::string_view name);

std::string_view Name(Severity severity);  ///< "info", "warning", "error"
std::string_view Name(FixSafety safety);   ///< "none", "safe", "unsafe"

}  // namespace bnlint
