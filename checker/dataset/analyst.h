#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "dataset/signals.h"
#include "lint/fixer.h"
#include "lint/linter.h"

namespace bnlint::dataset {

/// A place that a rule found fault with: what is left of a Diagnostic when millions are to be kept.
struct Finding {
  const Rule* rule = nullptr;  ///< never null; lives as long as the Analyst
  Severity severity = Severity::kWarning;
  bool first = true;  ///< false: a further place of the finding before it, which stands for several
  Span span;          ///< in bytes of the text
};

/// What is known of a document.
struct Analysis {
  Signals signals;
  std::vector<Finding>
      findings;  ///< when they were asked for, in the order in which the linter tells them
};

/// Reads documents: signals, and as far as wanted the rules' findings and the quality as OCR left it. Thread-safe once made.
class Analyst {
 public:
  struct Options {
    Needs needs = Needs::kFindings;
    bool fix = false;     ///< Mend may be called
    bool unsafe = false;  ///< … and applies fixes that may change the meaning
    Selection rules = {};
    std::vector<std::string> rule_directories = {};
    std::string dictionary = {};  ///< as Speller::Open takes it
  };
  static tl::expected<std::unique_ptr<Analyst>, Errors> Make(const Options& options);
  Analyst(const Analyst&) = delete;
  Analyst& operator=(const Analyst&) = delete;
  ~Analyst();

  /// Memory grows with the text, some thirty times; time linearly.
  [[nodiscard]] Analysis Read(std::string_view text) const;
  /// Applies the safe fixes to `text` and reads what comes of it. REQUIRES: Options::fix.
  [[nodiscard]] Analysis Mend(std::string& text) const;

  [[nodiscard]] const RuleSet& rules() const { return rules_; }

 private:
  explicit Analyst(RuleSet rules) : rules_(std::move(rules)) {}

  RuleSet rules_;
  Needs needs_ = Needs::kFindings;
  std::unique_ptr<Speller> speller_;
  CheckServices services_;
  std::unique_ptr<const Linter> linter_;
  std::unique_ptr<const Fixer> fixer_;
};

/// Turns byte offsets of a text into code points. Linear once, then a step of at most a KiB. Not thread-safe.
class PointIndex {
 public:
  explicit PointIndex(std::string_view text);
  /// REQUIRES: byte <= text.size().
  [[nodiscard]] uint64_t At(uint64_t byte) const;
  [[nodiscard]] Span At(Span bytes) const { return {At(bytes.begin), At(bytes.end)}; }
  [[nodiscard]] uint64_t size() const { return At(text_.size()); }

 private:
  static constexpr size_t kStep = 1024;
  std::string_view text_;
  std::vector<uint64_t> counts_;  // of code points that begin before each multiple of kStep
};

}  // namespace bnlint::dataset
