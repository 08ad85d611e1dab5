#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/comment_place.h"
#include "lint/instruction.h"
#include "rule/diagnostic.h"
#include "rule/locator.h"
#include "rule/ruleset.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// Why a finding is not reported although it is there.
struct Suppressed {
  enum class By : uint8_t { kComment, kBaseline };
  By by = By::kComment;
  std::string reason;  ///< as a comment gives it; may be empty
};

/// Receives what is found and not reported.
using SuppressedFunction = std::function<void(Diagnostic, const Suppressed&)>;

/// The check that rule files name whose findings the engine itself makes, of comments to bnlint: no native check can
/// know what was suppressed.
inline constexpr std::string_view kMadeByEngine = "engine";

/// What names in comments stand for, in a run. Immutable; thread-safe. `rules` must outlive it.
class SuppressionRules {
 public:
  /// Findings about comments are made by the rules unused-suppression and unknown-suppression if `keep` keeps them.
  /// Without a dictionary nobody can say what is unused.
  SuppressionRules(const RuleSet& rules, const std::function<bool(const Rule&)>& keep,
                   bool has_dictionary);

  using Indices = std::vector<uint16_t>;  ///< of RuleSet::loaded(), ascending
  /// The rules that an id, a name or a category means, whatever its case; null when there are none.
  [[nodiscard]] const Indices* Find(std::string_view name) const;
  /// All rules but those about comments.
  [[nodiscard]] const Indices& all() const { return all_; }
  [[nodiscard]] size_t IndexOf(const Rule& rule) const {
    const auto found = index_.find(rule.id);
    return found == index_.end() ? static_cast<size_t>(-1) : found->second;
  }
  /// True when every rule among them that is on by default has run, so that what they did not find is not there.
  [[nodiscard]] bool AllRan(const Indices& rules) const;
  /// Names as they are written, for a "did you mean".
  [[nodiscard]] std::span<const std::string> spelled() const { return spelled_; }

  const Rule* unused = nullptr;   ///< null: not wanted
  const Rule* unknown = nullptr;  ///< null: not wanted

 private:
  std::map<std::string, Indices> names_;           // in lower case
  std::unordered_map<std::string, size_t> index_;  // by id
  std::vector<std::string> spelled_;               // names as they are written
  Indices all_;
  std::vector<bool> ran_;
  std::vector<bool> on_by_default_;
  bool has_dictionary_;
};

/// The comments of one document that suppress findings. Bounded: of more than kMost the rest is not obeyed, which is
/// told; of more than kMostComplaints that cannot be obeyed the rest is not told. Not thread-safe.
class Suppressions {
 public:
  static constexpr size_t kMost = 10000;
  static constexpr size_t kMostComplaints = 1000;

  explicit Suppressions(const SuppressionRules& rules) : rules_(rules) {}

  /// Takes the comments of a block, in order, and adds what is wrong with them to `found`. A finding is to be asked about
  /// when the comments of its block have been taken.
  void Take(const Document& document, const Source& block, Locator& locator,
            std::vector<Diagnostic>& found);
  /// What suppresses the finding; null when nothing does. The comment counts as used. Logarithmic time.
  const std::string* ReasonFor(const Diagnostic& diagnostic);
  /// At the end of the document: adds a finding for each comment that suppressed nothing.
  void TellUnused(std::vector<Diagnostic>& found);

  [[nodiscard]] bool empty() const { return items_.empty(); }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);
  // One name in one comment.
  struct Item {
    size_t comment;
    std::string name;  // empty: all rules
    const SuppressionRules::Indices* rules;
    bool used = false;
    bool idle = false;         // can suppress nothing, whatever is found
    size_t closed_by = kNone;  // a comment
  };
  struct Comment {
    Verb verb;
    Place place;
    std::string reason;
    Edit removal;  // of the whole comment
    Span names;    // between its brackets; empty when they are not in the source as they stand
    std::vector<size_t> items;
    std::vector<size_t> closes;  // items of other comments
    bool understood = true;      // all of its names
  };
  // From `byte` on a rule is off by `item`, or on again (kNone).
  struct Turn {
    uint64_t byte;
    size_t item;
  };

  void Complain(Place place, std::vector<Arg> args, std::vector<Diagnostic>& found);
  void AddNearest(std::vector<Arg>& args, std::span<const std::string> names);
  size_t Add(const Instruction& instruction, const CommentPlace& place, Place where,
             std::vector<Diagnostic>& found);
  void CoverLines(size_t item, const Place& place);
  void CoverFile(size_t item);
  void TurnOff(size_t item);
  void TurnOn(size_t item);
  [[nodiscard]] size_t ItemFor(size_t rule, const Place& place) const;
  [[nodiscard]] bool IsUnused(const Item& item) const;
  [[nodiscard]] bool EndsOnlyUnused(const Comment& end) const;
  [[nodiscard]] Diagnostic Unused(const Comment& comment, const std::vector<size_t>& unused) const;

  const SuppressionRules& rules_;
  std::vector<Comment> comments_;
  std::vector<Item> items_;
  std::map<uint64_t, std::vector<size_t>> by_line_;  // items
  std::vector<size_t> next_line_;     // items that wait for the first line of the next block
  std::map<size_t, size_t> by_file_;  // rule → item
  std::map<size_t, std::vector<Turn>> by_range_;  // rule → ascending
  bool is_first_block_ = true;
  bool full_ = false;
  size_t complaints_ = 0;
  int near_ = 0;  // names looked for so far
};

}  // namespace bnlint
