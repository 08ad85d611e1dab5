#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/fixer.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "text/utf8.h"

// A namespace of its own: all tests are one program.
namespace bnlint::fix_laws {

inline bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

struct Finding {
  const Rule* rule;
  Severity severity;
  Span span;
  bool hidden;
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What must hold whatever the text and the rules.
class Laws {
 public:
  Laws(const RuleSet& rules, const FixPolicy& policy)
      : linter_(Linter::Make(rules, services_).value()),
        fixer_(Fixer::Make(rules, services_, policy).value()) {}

  /// The mended text, after every law has been looked after.
  std::string Check(const std::string& text, const Format& format,
                    const AcceptedWords& words = {}) {
    const Mended mended = fixer_->Mend(text, format, words);
    CheckOutside(text, mended);
    EXPECT_TRUE(!IsUtf8(text) || IsUtf8(mended.text));
    EXPECT_EQ(text.starts_with("\xEF\xBB\xBF"), mended.text.starts_with("\xEF\xBB\xBF"));

    const auto before = Look(text, format, words);
    const auto after = Look(mended.text, format, words);
    CheckNoNewFault(text, before, after, mended, format, words);
    CheckTold(after, mended);

    unsettled_ += mended.settled ? 0 : 1;
    if (!mended.settled) return mended.text;
    const Mended again = fixer_->Mend(mended.text, format, words);
    // Not EXPECT_EQ, which would show every byte.
    EXPECT_TRUE(again.text == mended.text)
        << "mended: " << mended.text << "\nagain: " << again.text;
    for (const auto& [rule, count] : again.fixed)
      ADD_FAILURE() << "a second run fixes " << rule->name;
    return mended.text;
  }

  /// Texts so broken that a second run may find more to do.
  [[nodiscard]] int unsettled() const { return unsettled_; }

 private:
  struct Findings {
    std::vector<Finding> all;  // hidden ones too, and related places
    std::vector<std::pair<const Rule*, Span>> told;
  };

  Findings Look(const std::string& text, const Format& format, const AcceptedWords& words) const {
    Findings findings;
    SourceReader reader = SourceReader::FromText(text, "");
    EXPECT_TRUE(linter_.Lint(
        reader, format,
        [&](const Diagnostic& d) { findings.told.emplace_back(d.rule, d.place.span); }, words,
        [&](const Diagnostic& d, bool hidden) {
          findings.all.push_back({d.rule, d.severity, d.place.span, hidden});
          for (const Place& place : d.related) {
            findings.all.push_back({d.rule, Severity::kInfo, place.span, true});
          }
        }));
    return findings;
  }

  // Byte for byte, and no letter is cut.
  static void CheckOutside(const std::string& text, const Mended& mended) {
    std::string rebuilt;
    uint64_t was = 0;
    uint64_t now = 0;
    for (const Change& change : mended.changes.all()) {
      ASSERT_LE(was, change.was.begin);
      rebuilt += text.substr(was, change.was.begin - was);
      EXPECT_EQ(rebuilt.size(), change.now.begin);
      rebuilt += mended.text.substr(change.now.begin, change.now.size());
      was = change.was.end;
      now = change.now.end;
    }
    rebuilt += text.substr(was);
    EXPECT_EQ(rebuilt, mended.text) << now;
    if (!IsUtf8(text)) return;
    for (const Change& change : mended.changes.all()) {
      for (const uint64_t at : {change.was.begin, change.was.end}) {
        EXPECT_TRUE(at == text.size() || !IsContinuation(text[at]));
      }
    }
  }

  void CheckNoNewFault(const std::string& text, const Findings& before, const Findings& after,
                       const Mended& mended, const Format& format,
                       const AcceptedWords& words) const {
    const auto has = [](const Findings& findings, const Rule* rule, Span span) {
      return std::any_of(findings.all.begin(), findings.all.end(), [&](const Finding& other) {
        return other.rule == rule && other.span.begin <= span.end && span.begin <= other.span.end;
      });
    };
    for (const Finding& finding : after.all) {
      if (finding.hidden || finding.severity == Severity::kInfo) continue;
      if (has(before, finding.rule, mended.changes.Was(finding.span))) continue;
      const auto [first, last] = mended.changes.Touched(finding.span);
      for (size_t i = first; i < last; ++i) {
        const Change& change = mended.changes.all()[i];
        if (change.decoded) continue;
        if (finding.severity == Severity::kWarning &&
            LayerOf(finding.rule->category) > change.layer) {
          continue;
        }
        // Would it be there without the change beside it, too? Then that did not make it.
        const std::string old = text.substr(change.was.begin, change.was.size());
        std::string without = mended.text;
        without.replace(change.now.begin, change.now.size(), old);
        Span there = finding.span;
        there.end += old.size() - std::min<size_t>(old.size(), change.now.size());
        EXPECT_TRUE(has(Look(without, format, words), finding.rule, there))
            << finding.rule->name << " is new: " << mended.text.substr(finding.span.begin, 60);
      }
    }
  }

  // What is left is told as a run that only reports would tell it.
  static void CheckTold(const Findings& after, const Mended& mended) {
    std::vector<std::pair<const Rule*, Span>> told;
    for (const Diagnostic& d : mended.told) told.emplace_back(d.rule, d.place.span);
    EXPECT_EQ(told, after.told);
  }

  const CheckServices services_;
  const Linter linter_;
  const std::unique_ptr<Fixer> fixer_;
  int unsettled_ = 0;
};

}  // namespace bnlint::fix_laws
