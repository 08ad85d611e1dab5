#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lint/changes.h"
#include "lint/fix.h"
#include "lint/linter.h"

namespace bnlint {

/// What Fixer::Mend made of a text.
struct Mended {
  std::string text;
  Changes changes;               ///< from the text that was given
  std::vector<Diagnostic> told;  ///< findings as Linter::Lint emits them
  std::vector<std::pair<Diagnostic, Suppressed>> suppressed;  ///< by comments, of the same text
  std::map<const Rule*, uint64_t> fixed;
  uint64_t withheld = 0;  ///< fixes left out because they make a new fault
  Result<void> read;      ///< why the format could not read the text to its end, before or after
  bool settled = true;    ///< false: there was no end to it; a second run may find more to do
};

/// Whether a finding is to be left as it is, with all that stands there: by its rule and its place in the text that was
/// given. Called on the thread that mends.
using LeaveFunction = std::function<bool(const Rule&, Span)>;

/// Applies fixes until none is left, layer by layer (LayerOf): those of the first layer that has any, then the text is
/// linted again. So no fix is applied to what an earlier one has changed, and a second run finds nothing to do.
///
/// **No fix makes a new fault.** When all is done, an error or a warning that touches a change, and that no finding of its
/// rule foreshadowed there in the first text, is laid at the door of the last layer that changed the place: that layer and
/// the later ones leave the place alone, and everything is done over. Not held against a fix are warnings of later layers
/// (a word can be looked up once its letters are whole), and what lies within the text that a fix of an encoding laid
/// open. Fixes that undo each other are left out likewise.
///
/// Memory grows with the text and its findings, time linearly: the text is linted once, and again for each layer that had
/// something to mend. Spelling and style, which cost most, are left out until all before them is mended.
/// Thread-safe once made.
class Fixer {
 public:
  /// Whose findings Mend hands out: those of the text that was given, or of the mended one.
  enum class Tell : uint8_t { kBefore, kAfter };

  /// As Linter::Make. `rules` and what `services` points to must outlive the fixer.
  static Result<std::unique_ptr<Fixer>> Make(const RuleSet& rules, const CheckServices& services,
                                             FixPolicy policy);
  Fixer(const Fixer&) = delete;
  Fixer& operator=(const Fixer&) = delete;
  ~Fixer() = default;

  [[nodiscard]] Mended Mend(std::string_view text, const Format& format, const AcceptedWords& words,
                            Tell tell = Tell::kAfter, const LeaveFunction& leave = {}) const;

 private:
  friend class MendRun;
  Fixer(const CheckServices& services, FixPolicy policy);

  CheckServices services_;
  FixPolicy policy_;
  std::unique_ptr<const Linter> full_;
  std::unique_ptr<const Linter> quick_;  // up to spelling
};

}  // namespace bnlint
