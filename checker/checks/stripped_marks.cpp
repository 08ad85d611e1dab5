// Programs that know nothing of Bengali lose its marks: they drop a general category (accent strippers), put blanks
// around it or in its place (\w of a regular expression). What is left has a signature: a run of words without a
// single mark of the set. By itself that proves nothing (জল পড়ে; ক খ গ), so the dictionary is asked: words that are
// none, but were frequent ones with the marks put back, or marks that stand alone. A run may go on over paragraphs:
// lines of verse are too short to prove anything by themselves.

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/mark_runs.h"
#include "spelling/fold.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

struct Kind {
  MarkSet set;
  std::string_view marks;  // the term of the message
  size_t least_words;      // of a run: shorter ones are everywhere in good prose
  size_t word_weight;      // in hundredths: what a word without the marks proves, damaged or not
  size_t unknown_weight;  // … and what is taken off when it is unknown and no marks would mend it
  size_t share;           // one word in so many must be damaged
};

// The fewer marks a set has, the more words live without them anyway.
constexpr std::array<Kind, 4> kKinds = {{{MarkSet::kAll, "all", 4, 125, 0, 5},
                                         {MarkSet::kNonspacing, "nonspacing", 5, 50, 50, 6},
                                         {MarkSet::kSpacing, "spacing", 5, 80, 80, 4},
                                         {MarkSet::kCombining, "combining", 8, 25, 75, 8}}};
// Different damaged words prove most. Five together are proof, or four among a few that are whole.
constexpr size_t kDamagedWeight = 500;
constexpr size_t kProof = 2200;
constexpr size_t kMostSuspects = 16;
// A run that does not fill its paragraph must have so many suspects there.
constexpr size_t kLeastPart = 2;
// Findings of earlier paragraphs that wait for proof.
constexpr size_t kMostHeld = 100;

// As if so many of the damaged forms differed.
bool Proves(const MarkEvidence& evidence, const Kind& kind, size_t different) {
  const size_t whole = evidence.words - evidence.damaged;
  const size_t score = different * kDamagedWeight + whole * kind.word_weight;
  return score >= kProof + evidence.unknown * kind.unknown_weight &&
         evidence.damaged * kind.share >= evidence.words;
}

// A run that the end of a paragraph has cut.
struct OpenRun {
  MarkEvidence evidence;
  std::vector<std::string> suspects;  // not weighed yet, at most kMostSuspects; not in `evidence`
  std::vector<Diagnostic> held;
};

// Adds a run to what is known of it from earlier paragraphs, and says whether that is enough. Weighing asks tables
// that are built when first asked, so what could not prove anything is put off.
bool Prove(const MarkedWords& words, const MarklessRun& run, const Kind& kind, OpenRun& now) {
  MarkEvidence most = now.evidence;
  most.words += now.suspects.size() + run.size();
  most.damaged += now.suspects.size() + run.suspects.size();
  if (!Proves(most, kind, std::min(MarkEvidence::kMostForms, most.damaged))) {
    now.evidence.words += run.size() - run.suspects.size();
    for (const size_t word : run.suspects) {
      if (now.suspects.size() < kMostSuspects) now.suspects.emplace_back(words.Text(word));
    }
    return false;
  }
  for (std::string& form : now.suspects) {
    ++now.evidence.words;
    if (IsSkeletonOfWord(Skeleton(Fold(form), kind.set), kind.set)) {
      now.evidence.AddDamaged(std::move(form));
    } else {
      ++now.evidence.unknown;
    }
  }
  now.suspects.clear();
  now.evidence.Add(words.Weigh(run, kind.set));
  return Proves(now.evidence, kind, now.evidence.forms.size());
}

auto Overlapping(const Diagnostic& one) {
  return
      [span = one.place.span](const Diagnostic& other) { return other.place.span.Overlaps(span); };
}

class StrippedMarks final : public Check {
 public:
  explicit StrippedMarks(const CheckServices& services) : speller_(*services.speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!speller_.HasDictionary()) return;
    const MarkedWords words(paragraph, speller_);
    if (words.size() == 0) return;
    std::vector<Diagnostic> found;
    for (size_t kind = 0; kind < kKinds.size(); ++kind) {
      Look(paragraph, words, kind, findings, found);
    }
    // What has lost all marks has lost each set of them: the longest run explains the others.
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.place.span.size() > b.place.span.size();
    });
    for (size_t i = 0; i < found.size(); ++i) {
      const auto told = found.begin() + static_cast<std::ptrdiff_t>(i);
      if (!std::any_of(found.begin(), told, Overlapping(found[i]))) findings.Report(found[i]);
      for (OpenRun& run : open_) std::erase_if(run.held, Overlapping(found[i]));
    }
  }

 private:
  void Look(const Paragraph& paragraph, const MarkedWords& words, size_t index, Findings& findings,
            std::vector<Diagnostic>& found) {
    const Kind& kind = kKinds[index];
    OpenRun before = std::exchange(open_[index], {});
    for (const MarklessRun& run : words.Runs(kind.set, kind.least_words)) {
      const bool goes_on = run.end == words.size();
      OpenRun now;
      if (run.begin == 0) now = std::exchange(before, {});
      const bool proven = Prove(words, run, kind, now);
      // A good paragraph beside a damaged one has a few words of the run too.
      const bool part = run.size() == words.size() || run.suspects.size() >= kLeastPart;
      if (part && !run.suspects.empty() && run.suspects.size() * kind.share >= run.size() &&
          (proven || goes_on)) {
        const char* how = words.HasLoneMarks(run) ? "apart" : "lost";
        Diagnostic diagnostic =
            findings.Make(paragraph, words.Extent(run), {{how, std::string(kind.marks), true}});
        if (proven) {
          found.push_back(std::move(diagnostic));
        } else if (now.held.size() < kMostHeld) {
          now.held.push_back(std::move(diagnostic));
        }
      }
      if (proven) {
        std::move(now.held.begin(), now.held.end(), std::back_inserter(found));
        now.held.clear();
      }
      if (goes_on) open_[index] = std::move(now);
    }
  }

  const Speller& speller_;
  std::array<OpenRun, kKinds.size()> open_;
};

}  // namespace

std::unique_ptr<Check> MakeStrippedMarks(const CheckServices& services) {
  return std::make_unique<StrippedMarks>(services);
}

}  // namespace bnlint
