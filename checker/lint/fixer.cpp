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
// Letters of an old encoding take a byte where Unicode takes three or more. A text that grows further has a fix that
// feeds on itself.
constexpr size_t kMostGrowth = 8;
constexpr size_t kFreeGrowth = 4096;  // bytes
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

// A place of the first text that the fixes of a layer, or all, are to leave alone.
constexpr size_t kAllLayers = static_cast<size_t>(-1);
struct Blame {
  Span was;
  size_t layer;
};

class ClosedPlaces {
 public:
  void Add(const std::vector<Blame>& blames) {
    for (const Blame& blame : blames) places_[blame.layer].Add(blame.was);
    for (auto& [layer, places] : places_) places.Seal();
  }
  // True when there was one.
  bool Open(Span was) {
    bool any = false;
    for (auto& [layer, places] : places_) any = places.Remove(was) || any;
    return any;
  }
  [[nodiscard]] bool Touches(Span was, size_t layer) const {
    return TouchesOf(layer, was) || TouchesOf(kAllLayers, was);
  }
  [[nodiscard]] bool empty() const { return places_.empty(); }

 private:
  [[nodiscard]] bool TouchesOf(size_t layer, Span was) const {
    const auto places = places_.find(layer);
    return places != places_.end() && places->second.Touches(was);
  }
  std::map<size_t, SpanSet> places_;  // by layer
};

// Where a rule finds something, in the first text.
using Places = std::map<const Rule*, SpanSet>;

// … after a step of a layer.
struct Arrivals {
  size_t layer;
  SpanSet edited;
  Places places;
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
          const AcceptedWords& words, Fixer::Tell tell, LeaveFunction leave)
      : fixer_(fixer),
        first_text_(text),
        format_(format),
        words_(words),
        tell_(tell),
        leave_(std::move(leave)) {}

  Mended Run() {
    LookFirst();
    for (int round = 1; round <= kMostRounds; ++round) {
      const bool at_rest = Try();
      // The last time, what has no end is good enough if it makes no new fault.
      if (!at_rest && round == kMostRounds) Lint(*fixer_.full_);
      auto blames = at_rest || round == kMostRounds ? NewFaults() : last_places_;
      if (blames.empty() && Acquit()) {
        BackToFirst();
        continue;
      }
      if (blames.empty() && at_rest) blames = WouldChangeAgain();
      if (blames.empty()) return Accept(at_rest && IsLast());
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
    if (keep_told_) first_suppressed_ = std::move(suppressed_);
    keep_told_ = false;
    first_seen_ = std::move(seen_);
  }

  void BackToFirst() {
    changed_ = false;
    changes_ = {};
    arrivals_.clear();
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
        const bool new_text = texts.insert(std::hash<std::string_view>()(text_)).second;
        if (!new_text || text_.size() > kMostGrowth * first_text_.size() + kFreeGrowth)
          return false;
      }
      Lint(full ? *fixer_.full_ : *fixer_.quick_);
      if (!step.edits.empty()) NoteArrivals(step.layer);
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
    suppressed_.clear();
    // The findings of a text that is to be mended further need not be kept.
    told_complete_ = &linter == fixer_.full_.get();
    const auto emit = [&](Diagnostic diagnostic) {
      if (told_complete_ || keep_told_) told_.push_back(std::move(diagnostic));
    };
    const auto suppressed = [&](Diagnostic diagnostic, const Suppressed& why) {
      if (told_complete_ || keep_told_) suppressed_.emplace_back(std::move(diagnostic), why);
    };
    const auto witness = [&](const Diagnostic& diagnostic, bool hidden) {
      const Rule& rule = *diagnostic.rule;
      const bool left = hidden || (leave_ && leave_(rule, changes_.Was(diagnostic.place.span)));
      const Fix* fix = left ? nullptr : fixer_.policy_.Choose(diagnostic);
      if (fix != nullptr && closed_.empty()) told_complete_ = false;
      const auto see = [&](Fix one) {
        seen_.push_back({&rule, LayerOf(rule.category), diagnostic.severity, diagnostic.place.span,
                         hidden, std::move(one)});
      };
      if (fix != nullptr && fix->separable) {
        for (const Edit& edit : fix->edits) see({fix->safety, {edit}});
      } else {
        see(fix == nullptr ? Fix{} : *fix);
      }
      if (also) also(diagnostic);
    };
    SourceReader reader = SourceReader::FromView(Text(), {});
    if (const auto read = linter.Lint(reader, format_, emit, words_, witness, suppressed); !read)
      read_ = tl::unexpected(read.error());
    if (!told_complete_ && !keep_told_) told_.clear();
  }

  // What is found, told or hidden, where the last step has changed something.
  void NoteArrivals(size_t layer) {
    Arrivals arrivals{layer, {}, {}};
    for (const Blame& place : last_places_) arrivals.edited.Add(place.was);
    arrivals.edited.Seal();
    for (const Seen& finding : seen_) {
      if (finding.severity == Severity::kInfo) continue;
      if (arrivals.edited.Touches(changes_.Was(WordsAround(finding.span)))) {
        arrivals.places[finding.rule].Add(changes_.Was(finding.span));
      }
    }
    for (auto& [rule, places] : arrivals.places) places.Seal();
    arrivals_.push_back(std::move(arrivals));
  }

  // The new faults of the mended text, by the places and the layers to blame: the layer after which the fault was first
  // there, be it hidden behind another, else the last one that changed the place.
  std::vector<Blame> NewFaults() {
    changes_.DropIdentical(first_text_, Text());
    std::vector<Blame> blames;
    for (const Seen& finding : SeenNow()) {
      if (finding.hidden || finding.severity == Severity::kInfo) continue;
      const auto [first, last] = changes_.Touched(WordsAround(finding.span));
      const Span was = changes_.Was(finding.span);
      if (first == last || Touches(before_, finding.rule, was)) continue;
      if (LiesInDecoded(finding.span, first, last)) continue;
      const auto arrival = std::find_if(
          arrivals_.begin(), arrivals_.end(),
          [&](const Arrivals& arrivals) { return Touches(arrivals.places, finding.rule, was); });
      const size_t before = blames.size();
      for (size_t i = first; arrival != arrivals_.end() && i < last; ++i) {
        const Change& change = changes_.all()[i];
        if (!arrival->edited.Touches(change.was)) continue;
        Lay(finding, {change.was, arrival->layer}, blames);
      }
      for (size_t i = first; blames.size() == before && i < last; ++i) {
        const Change& change = changes_.all()[i];
        Lay(finding, {change.was, change.layer}, blames);
      }
    }
    return blames;
  }

  // What an encoding had covered is not its fix's doing.
  [[nodiscard]] bool LiesInDecoded(Span span, size_t first, size_t last) const {
    for (size_t i = first; i < last; ++i) {
      const Change& change = changes_.all()[i];
      if (change.decoded && change.now.begin <= span.begin && span.end <= change.now.end)
        return true;
    }
    return false;
  }

  // Nor is what a later layer warns of the doing of an earlier one.
  static void Lay(const Seen& finding, const Blame& blame, std::vector<Blame>& blames) {
    if (finding.severity == Severity::kWarning && finding.layer > blame.layer) return;
    blames.push_back(blame);
  }

  // A fix reaches as far as the word in which it changes something.
  [[nodiscard]] Span WordsAround(Span span) const {
    constexpr uint64_t kLongest = 96;
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::string_view text = Text();
    const uint64_t least = span.begin - std::min(span.begin, kLongest);
    const uint64_t most = std::min<uint64_t>(text.size(), span.end + kLongest);
    const auto is_letter = [&](uint64_t at) {
      return kBlanks.find(text[at]) == std::string_view::npos;
    };
    while (span.begin > least && is_letter(span.begin - 1)) --span.begin;
    while (span.end < most && is_letter(span.end)) ++span.end;
    return span;
  }

  // A fault that is there although the fix beside it was left out came from elsewhere: the fix is innocent.
  bool Acquit() {
    bool acquitted = false;
    for (const Seen& finding : SeenNow()) {
      if (closed_.empty() || finding.hidden || finding.severity == Severity::kInfo) continue;
      const Span words = WordsAround(finding.span);
      const auto [first, last] = changes_.Touched(words);
      const Span was = changes_.Was(finding.span);
      if (first != last || Touches(before_, finding.rule, was)) continue;
      if (!closed_.Open(changes_.Was(words))) continue;
      before_[finding.rule].Add(was);
      acquitted = true;
    }
    for (auto& [rule, places] : before_) places.Seal();
    return acquitted;
  }

  // Where something was left alone, a second run may think otherwise, for the text that it begins with is another. Such
  // places stay as they were at first, with what is around them: then a second run finds what this one found.
  std::vector<Blame> WouldChangeAgain() {
    std::vector<Blame> blames;
    if (closed_.empty() || asked_again_) return blames;
    asked_again_ = true;
    MendRun again(fixer_, Text(), format_, words_, Fixer::Tell::kAfter, LeaveHere());
    again.asked_again_ = true;
    const Mended mended = again.Run();
    for (const Change& change : mended.changes.all()) {
      blames.push_back({Around(changes_.Was(change.was)), kAllLayers});
    }
    doubted_ = !blames.empty();
    return blames;
  }

  // Nearly always so; else at least it is known.
  bool IsLast() {
    if (!doubted_ || second_) return true;
    MendRun second(fixer_, Text(), format_, words_, Fixer::Tell::kAfter, LeaveHere());
    second.second_ = true;
    return second.Run().text == Text();
  }

  // What is to be left, for a run that begins with the present text.
  [[nodiscard]] LeaveFunction LeaveHere() const {
    if (!leave_) return {};
    return [this](const Rule& rule, Span now) { return leave_(rule, changes_.Was(now)); };
  }

  // A range of the first text with some more of its line on either side.
  [[nodiscard]] Span Around(Span span) const {
    constexpr uint64_t kReach = 200;  // bytes
    const uint64_t least = span.begin - std::min(span.begin, kReach);
    const uint64_t most = std::min<uint64_t>(first_text_.size(), span.end + kReach);
    while (span.begin > least && first_text_[span.begin - 1] != '\n') --span.begin;
    while (span.end < most && first_text_[span.end] != '\n') ++span.end;
    return span;
  }

  static bool Touches(const Places& places, const Rule* rule, Span was) {
    const auto found = places.find(rule);
    return found != places.end() && found->second.Touches(was);
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
    mended.suppressed = std::move(tell_ == Fixer::Tell::kAfter ? suppressed_ : first_suppressed_);
    mended.fixed = std::move(fixed_);
    mended.withheld = withheld_;
    mended.settled = settled;
    mended.read = std::move(read_);
    return mended;
  }

  const Fixer& fixer_;
  const std::string_view first_text_;
  const Format& format_;
  const AcceptedWords& words_;
  const Fixer::Tell tell_;
  const LeaveFunction leave_;
  bool asked_again_ = false;
  bool doubted_ = false;
  bool second_ = false;  // this run is there to see whether it changes anything

  // Of the first text.
  std::vector<Seen> first_seen_;
  std::vector<Diagnostic> first_told_;
  std::vector<std::pair<Diagnostic, Suppressed>> first_suppressed_;
  Places before_;
  ClosedPlaces closed_;

  // Of the present one.
  std::string text_;
  bool changed_ = false;
  Changes changes_;
  std::vector<Seen> seen_;
  std::vector<Diagnostic> told_;
  std::vector<std::pair<Diagnostic, Suppressed>> suppressed_;
  bool told_complete_ = false;
  Result<void> read_;
  bool keep_told_ = false;
  std::map<const Rule*, uint64_t> fixed_;
  uint64_t withheld_ = 0;
  std::vector<Blame> last_places_;
  std::vector<Arrivals> arrivals_;  // after each step
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
                   Tell tell, const LeaveFunction& leave) const {
  return MendRun(*this, text, format, words, tell, leave).Run();
}

}  // namespace bnlint
