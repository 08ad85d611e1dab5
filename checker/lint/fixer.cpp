#include "lint/fixer.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "base/span_set.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

// A text needs a pass for each layer that has something to mend, and a few more where one fix opens the way for
// another. What goes on longer has no end.
constexpr int kMostPasses = 60;
// Everything is done over without the fixes that made a new fault; taking one away may lay bare another.
constexpr int kMostRounds = 12;

constexpr size_t kEncodingLayer = LayerOf("encoding");
constexpr size_t kSlowLayer = LayerOf("spelling");

// A finding as far as mending is concerned.
struct Seen {
  const Rule* rule;
  size_t layer;
  Severity severity;
  Span span;
  bool hidden;
  Fix fix;  // without edits when there is none to apply
};

// A place of the first text that fixes of a layer and of the later ones are to leave alone.
struct Blame {
  Span was;
  size_t layer;
};

class ClosedPlaces {
 public:
  void Add(const std::vector<Blame>& blames) {
    for (const Blame& blame : blames) {
      if (blame.layer >= places_.size()) places_.resize(blame.layer + 1);
      places_[blame.layer].Add(blame.was);
    }
    for (SpanSet& places : places_) places.Seal();
  }
  [[nodiscard]] bool Touches(Span was, size_t layer) const {
    for (size_t i = 0; i < places_.size() && i <= layer; ++i) {
      if (places_[i].Touches(was)) return true;
    }
    return false;
  }
  [[nodiscard]] bool empty() const { return places_.empty(); }

 private:
  std::vector<SpanSet> places_;  // by layer
};

// What one pass applies.
struct Step {
  size_t layer = 0;
  std::vector<Edit> edits;
  std::map<const Rule*, uint64_t> fixed;
  uint64_t withheld = 0;
};

// The fixes of the first layer that has any.
Step NextStep(std::string_view text, const std::vector<Seen>& seen, const Changes& changes,
              const ClosedPlaces& closed) {
  Step step;
  std::vector<const Seen*> ready;
  for (const Seen& finding : seen) {
    if (!IsApplicable(text, finding.fix)) continue;
    const auto& edits = finding.fix.edits;
    if (!closed.empty() && std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
          return closed.Touches(changes.Was(edit.span), finding.layer);
        })) {
      ++step.withheld;
      continue;
    }
    if (!ready.empty() && finding.layer > step.layer) continue;
    if (!ready.empty() && finding.layer < step.layer) ready.clear();
    step.layer = finding.layer;
    ready.push_back(&finding);
  }
  std::sort(ready.begin(), ready.end(), [](const Seen* a, const Seen* b) {
    const Span first = a->fix.edits.front().span;
    const Span second = b->fix.edits.front().span;
    return first != second ? first < second : a->rule->id < b->rule->id;
  });
  EditSet taken;
  for (const Seen* finding : ready) {
    if (taken.Take(finding->fix)) ++step.fixed[finding->rule];
  }
  step.edits = taken.Edits();
  return step;
}

}  // namespace

// The mending of one text.
class MendRun {
 public:
  MendRun(const Fixer& fixer, std::string_view text, const Format& format,
          const AcceptedWords& words, Fixer::Tell tell)
      : fixer_(fixer), first_text_(text), format_(format), words_(words), tell_(tell) {}

  Mended Run() {
    LookFirst();
    for (int round = 1; round <= kMostRounds; ++round) {
      const bool at_rest = Try();
      // The last time, what has no end is good enough if it makes no new fault.
      if (!at_rest && round == kMostRounds) Lint(*fixer_.full_);
      const auto blames = at_rest || round == kMostRounds ? NewFaults() : last_places_;
      if (blames.empty()) return Accept(at_rest);
      closed_.Add(blames);
      BackToFirst();
    }
    return Accept(false);
  }

 private:
  [[nodiscard]] std::string_view Text() const { return changed_ ? text_ : first_text_; }
  [[nodiscard]] const std::vector<Seen>& SeenNow() const { return changed_ ? seen_ : first_seen_; }

  void LookFirst() {
    keep_told_ = tell_ == Fixer::Tell::kBefore;
    Lint(*fixer_.full_, [&](const Diagnostic& diagnostic) {
      for (const Place& place : diagnostic.related) before_[diagnostic.rule].Add(place.span);
      before_[diagnostic.rule].Add(diagnostic.place.span);
    });
    for (auto& [rule, spans] : before_) spans.Seal();
    if (keep_told_) first_told_ = std::move(told_);
    keep_told_ = false;
    first_seen_ = std::move(seen_);
  }

  void BackToFirst() {
    changed_ = false;
    changes_ = {};
    fixed_.clear();
    withheld_ = 0;
    told_complete_ = false;
  }

  // Mends from the first text on, with what is closed left alone; false when there is no end to it.
  bool Try() {
    bool full = true;
    std::unordered_set<size_t> texts{std::hash<std::string_view>()(first_text_)};
    for (int pass = 0; pass < kMostPasses; ++pass) {
      const Step step = NextStep(Text(), SeenNow(), changes_, closed_);
      if (step.edits.empty() && full) {
        withheld_ = step.withheld;
        return true;
      }
      full = step.edits.empty() || step.layer >= kSlowLayer;
      if (!step.edits.empty()) {
        Apply(step);
        if (!texts.insert(std::hash<std::string_view>()(text_)).second) return false;
      }
      Lint(full ? *fixer_.full_ : *fixer_.quick_);
    }
    return false;
  }

  void Apply(const Step& step) {
    last_places_.clear();
    for (const Edit& edit : step.edits) {
      last_places_.push_back({changes_.Was(edit.span), step.layer});
    }
    text_ = ApplyEdits(Text(), step.edits);
    changed_ = true;
    changes_.Compose(step.edits, step.layer, step.layer == kEncodingLayer);
    for (const auto& [rule, count] : step.fixed) fixed_[rule] += count;
  }

  // Fills seen_ and told_ from the present text.
  void Lint(const Linter& linter, const std::function<void(const Diagnostic&)>& also = {}) {
    seen_.clear();
    told_.clear();
    // The findings of a text that is to be mended further need not be kept.
    told_complete_ = &linter == fixer_.full_.get();
    const auto emit = [&](Diagnostic diagnostic) {
      if (told_complete_ || keep_told_) told_.push_back(std::move(diagnostic));
    };
    const auto witness = [&](const Diagnostic& diagnostic, bool hidden) {
      const Rule& rule = *diagnostic.rule;
      const Fix* fix = hidden ? nullptr : fixer_.policy_.Choose(diagnostic);
      if (fix != nullptr && closed_.empty()) told_complete_ = false;
      seen_.push_back({&rule, LayerOf(rule.category), diagnostic.severity, diagnostic.place.span,
                       hidden, fix == nullptr ? Fix{} : *fix});
      if (also) also(diagnostic);
    };
    SourceReader reader = SourceReader::FromView(Text(), {});
    // Reading from memory cannot fail.
    (void)linter.Lint(reader, format_, emit, words_, witness);
    if (!told_complete_ && !keep_told_) told_.clear();
  }

  // The new faults of the mended text, by the places whose change is to blame.
  std::vector<Blame> NewFaults() {
    changes_.DropIdentical(first_text_, Text());
    std::vector<Blame> blames;
    for (const Seen& finding : SeenNow()) {
      if (finding.hidden || finding.severity == Severity::kInfo) continue;
      const auto [first, last] = changes_.Touched(finding.span);
      if (first == last || WasForeshadowed(finding)) continue;
      for (size_t i = first; i < last; ++i) {
        const Change& change = changes_.all()[i];
        const bool within =
            change.now.begin <= finding.span.begin && finding.span.end <= change.now.end;
        const bool laid_open =
            (change.decoded && within) ||
            (finding.severity == Severity::kWarning && finding.layer > change.layer);
        if (!laid_open) blames.push_back({change.was, change.layer});
      }
    }
    return blames;
  }

  [[nodiscard]] bool WasForeshadowed(const Seen& finding) const {
    const auto before = before_.find(finding.rule);
    return before != before_.end() && before->second.Touches(changes_.Was(finding.span));
  }

  Mended Accept(bool settled) {
    if (tell_ == Fixer::Tell::kAfter && !told_complete_) {
      keep_told_ = true;
      Lint(*fixer_.full_);
    }
    Mended mended;
    mended.text = changed_ ? std::move(text_) : std::string(first_text_);
    mended.changes = std::move(changes_);
    mended.told = tell_ == Fixer::Tell::kAfter ? std::move(told_) : std::move(first_told_);
    mended.fixed = std::move(fixed_);
    mended.withheld = withheld_;
    mended.settled = settled;
    return mended;
  }

  const Fixer& fixer_;
  const std::string_view first_text_;
  const Format& format_;
  const AcceptedWords& words_;
  const Fixer::Tell tell_;

  // Of the first text.
  std::vector<Seen> first_seen_;
  std::vector<Diagnostic> first_told_;
  std::map<const Rule*, SpanSet> before_;
  ClosedPlaces closed_;

  // Of the present one.
  std::string text_;
  bool changed_ = false;
  Changes changes_;
  std::vector<Seen> seen_;
  std::vector<Diagnostic> told_;
  bool told_complete_ = false;
  bool keep_told_ = false;
  std::map<const Rule*, uint64_t> fixed_;
  uint64_t withheld_ = 0;
  std::vector<Blame> last_places_;
};

Fixer::Fixer(const CheckServices& services, FixPolicy policy)
    : services_(services), policy_(std::move(policy)) {
  // What is automatic takes no suggestion.
  services_.suggest = false;
  services_.all_edits = true;
}

Result<std::unique_ptr<Fixer>> Fixer::Make(const RuleSet& rules, const CheckServices& services,
                                           FixPolicy policy) {
  std::unique_ptr<Fixer> fixer(new Fixer(services, std::move(policy)));
  const auto is_quick = [](const Rule& rule) { return LayerOf(rule.category) < kSlowLayer; };
  // A quick rule must hear of those to which it yields.
  const auto keep = [&](const Rule& rule) {
    return is_quick(rule) ||
           std::any_of(rules.rules().begin(), rules.rules().end(),
                       [&](const Rule& other) { return is_quick(other) && other.YieldsTo(rule); });
  };
  auto full = Linter::Make(rules, fixer->services_);
  auto quick = Linter::Make(rules, fixer->services_, keep);
  if (!full) return tl::unexpected(full.error());
  if (!quick) return tl::unexpected(quick.error());
  fixer->full_ = std::make_unique<const Linter>(std::move(*full));
  fixer->quick_ = std::make_unique<const Linter>(std::move(*quick));
  return fixer;
}

Mended Fixer::Mend(std::string_view text, const Format& format, const AcceptedWords& words,
                   Tell tell) const {
  return MendRun(*this, text, format, words, tell).Run();
}

}  // namespace bnlint
