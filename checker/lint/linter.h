#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "checks/check.h"
#include "checks/word_traits.h"
#include "formats/format.h"
#include "lint/explained.h"
#include "lint/suppress.h"
#include "rule/pattern.h"
#include "rule/ruleset.h"
#include "spelling/word_list.h"
#include "text/source.h"

namespace bnlint {

class LintMemory;

/// Receives the diagnostics of a document in order of their places.
using EmitFunction = std::function<void(Diagnostic)>;

/// What is known of a document as a whole once it has been linted.
struct DocumentFacts {
  std::optional<ocr::Quality> quality;  ///< when CheckServices wants it or a rule reads pages
  std::optional<Error> unread;          ///< Document::unread
};

/// Runs a set of rules over documents. Thread-safe once made: lint each document on its own thread.
///
/// A document is read block by block. Up to kHeld diagnostics are held and come out sorted by place;
/// a document with more is emitted in sorted runs, and what is known only at its end comes last.
class Linter {
 public:
  static constexpr size_t kHeld = 4096;

  /// One pattern and the rule it belongs to.
  struct Shape {
    const Rule* rule;
    const RulePattern* pattern;
  };

  /// Fails when a rule names a check that does not exist. `rules` and `services` must outlive the linter. `keep`, when
  /// given, picks the rules that run.
  static Result<Linter> Make(const RuleSet& rules, const CheckServices& services,
                             const std::function<bool(const Rule&)>& keep = {});

  /// Lints one document to its end. `words` are accepted in it, besides those that it names itself. On a
  /// read error what was found before has been emitted. What comments of the document suppress goes to `suppressed`
  /// instead, as it is found; a witness sees it as hidden. `memory`, when given, knows what was learnt of the document
  /// before and learns more (lint/memory.h); the findings are the same.
  Result<DocumentFacts> Lint(SourceReader& reader, const Format& format, const EmitFunction& emit,
                             AcceptedWords words = {}, const WitnessFunction& witness = {},
                             const SuppressedFunction& suppressed = {},
                             LintMemory* memory = nullptr) const;

  [[nodiscard]] const RuleSet& rules() const { return *rules_; }

  /// From now on every check looks at every paragraph and word, whatever its traits. Slow, and no finding must
  /// differ: for tests. Before the first Lint.
  void LookAtEverything() { everything_ = true; }

 private:
  friend class DocumentRun;
  // Tables that documents lend each other one after the other: a new one for each would cost more than a short text.
  struct Tables {
    std::mutex mutex;
    std::vector<std::unique_ptr<WordTraits>> free;
  };
  Linter(const RuleSet& rules, const CheckServices& services,
         const std::function<bool(const Rule&)>& keep);

  const RuleSet* rules_;
  const CheckServices* services_;
  std::vector<Shape> shapes_;  // in the gate's order
  std::vector<const Rule*> check_rules_;
  SuppressionRules suppression_rules_;
  PatternGate gate_;
  std::unique_ptr<Tables> tables_ = std::make_unique<Tables>();
  bool everything_ = false;
};

}  // namespace bnlint
