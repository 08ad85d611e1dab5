#pragma once

// The C++ interface of bnlint. For another language, or a program that must not be built anew with each version, see
// bnlint_c.h.
//
//   auto checker = bnlint::Checker::Open({.language = "en"});
//   if (!checker.error.empty()) return Complain(checker.error);
//   for (const bnlint::Finding& finding : checker.value->Check(text)) …

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// How a Checker checks. The names and meanings are those of the command line's options.
struct CheckerOptions {
  std::vector<std::string>
      select;  ///< ids, names or categories of rules; when not empty, no others run
  std::vector<std::string> extend_select;  ///< on top of those that run anyway
  std::vector<std::string> ignore;         ///< wins over the others
  std::string profile;                     ///< "", "ocr", "copyedit" …
  std::vector<std::string> rules;          ///< directories of further rule files
  std::vector<std::string> words;  ///< accepted words, as word lists write them: "শব্দ", "শব্দ*"
  std::string dictionary;        ///< "" (bnlint's own), "none", "system" or the path of a .dic
  std::string format = "plain";  ///< what the texts are: "plain", "markdown", …
  std::string language = "bn";   ///< of messages: "bn" or "en"
  bool unsafe = false;           ///< Fix applies unsafe fixes too
  bool suggest = false;          ///< spend time on spelling suggestions
  std::string preset;            ///< of Judge: "", "fineweb2-ben", "strict", "ocr"
  std::string dataset;           ///< … or the path of a TOML file with a [dataset] table
};

/// A place in a text. All offsets are half-open and lie on boundaries of code points.
struct Offsets {
  uint64_t begin_byte = 0;  ///< UTF-8
  uint64_t end_byte = 0;
  uint64_t begin = 0;  ///< code points from the start of the text, as a Python str counts them
  uint64_t end = 0;
};

/// Puts `text` in place of a stretch of the text.
struct FindingEdit {
  Offsets at;
  std::string text;
};

/// One way to mend a finding: all its edits together, in order, none overlapping another.
struct Mending {
  bool safe = false;
  std::vector<FindingEdit> edits;
};

/// Something wrong in a text.
struct Finding {
  std::string id;        ///< "PUN002"
  std::string name;      ///< "danda-glued"
  std::string category;  ///< "punctuation"
  std::string severity;  ///< "info", "warning" or "error"
  std::string message;   ///< a sentence, in CheckerOptions::language
  Offsets at;
  uint64_t line = 1;    ///< from 1
  uint64_t column = 1;  ///< in code points, from 1
  std::vector<Mending> fixes;
};

/// A text with its faults mended.
struct MendedText {
  std::string text;
  uint64_t fixed = 0;   ///< findings that are gone
  bool settled = true;  ///< false: a second run may find more to do
};

/// How good a text is, as `bnlint score` says it.
struct TextQuality {
  double score = 1;         ///< about this share of the words is right, 0…1
  uint64_t words = 0;       ///< what stands between blanks
  double known = 1;         ///< share of the Bengali words that the dictionary knows
  double valid = 1;         ///< share of the Bengali words whose syllables are possible
  double unlikelihood = 0;  ///< mean -ln probability of an akshara
  double garbage = 0;       ///< share of what is likely wrong and no word
};

/// Why a document is dropped from a dataset: a signal outside of its range.
struct DropReason {
  std::string signal;
  double value = 0;
  std::optional<double> min;  ///< both ends are within the range; nothing: there is no such end
  std::optional<double> max;
};

/// What Judge makes of a document.
struct Verdict {
  std::vector<double> signals;  ///< in the order of Checker::Signals()
  std::string language;  ///< BCP 47: "bn", "as", "bpy", "hi", "bn-Latn", "en"; "other", "und"
  std::vector<DropReason> reasons;  ///< all of them; none: it is kept
};

/// What a signal is.
struct SignalDoc {
  std::string name;     ///< "terminal_line_ratio"
  std::string unit;     ///< "words", "ratio" …
  std::string formula;  ///< one line of English
  std::string source;   ///< whose formula it is
};

/// A value, or why there is none.
template <typename T>
struct Outcome {
  T value{};
  std::string error;  ///< empty: all is well. Several errors stand on lines of their own
};

/// Checks, mends and judges texts. Immutable once open; all members may be called from many threads at once.
/// Texts are UTF-8; what is not is a finding. A text may be as large as memory allows.
class Checker {
 public:
  /// Reads rules and word lists. Fails on an unknown rule, profile, format or language, and on a broken file.
  static Outcome<std::unique_ptr<Checker>> Open(const CheckerOptions& options);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  /// The findings in order of place. `error` when the format cannot read the text to its end; what was found before is
  /// there nevertheless.
  [[nodiscard]] Outcome<std::vector<Finding>> Check(std::string_view text) const;
  /// The text with all fixes applied that the options allow. A second call on the result changes nothing (if settled).
  [[nodiscard]] Outcome<MendedText> Fix(std::string_view text) const;
  [[nodiscard]] TextQuality Score(std::string_view text) const;
  /// The signals of a document and whether it is kept, as `bnlint dataset` says it (CheckerOptions::preset). The text is
  /// plain, `words` are not asked.
  [[nodiscard]] Outcome<Verdict> Judge(std::string_view text) const;
  /// All signals, in order.
  static std::vector<SignalDoc> Signals();
  /// The rules that run, with messages, explanations and examples: the JSON of `bnlint explain --format json`.
  [[nodiscard]] std::string RulesJson() const;

  /// "0.1.0".
  static std::string_view Version();

 private:
  struct Parts;
  explicit Checker(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace bnlint
