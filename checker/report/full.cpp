// The default: everything a person needs to see the fault, know it, and mend it. The match stands
// in quotes, because terminals disagree on the width of Bengali and a caret below would point
// astray.

#include <algorithm>

#include <fmt/format.h>

#include "report/codepoints.h"
#include "report/excerpt.h"
#include "report/fix_diff.h"
#include "report/formats.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kReach = 40;  // code points of context on each side
constexpr size_t kLongestMatch = 80;
constexpr size_t kLongestRelated = 40;
constexpr size_t kMostRelated = 5;

Style StyleOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return Style::kInfo;
    case Severity::kWarning: return Style::kWarning;
    case Severity::kError: return Style::kError;
  }
  return Style::kBold;
}

bool IsMark(std::string_view text) {
  if (text.empty()) return false;
  const CharClass kind = ClassOf(DecodeAt(text, 0).value);
  return IsBengaliMark(kind) || kind == CharClass::kOtherMark;
}

// A piece of a line that was taken out of its place: a mark at its beginning needs a letter to sit
// on, else it would sit on the quote.
std::string Piece(std::string_view text, bool show_joiners = false) {
  return (IsMark(text) ? "◌" : "") + Visible(text, show_joiners);
}

Span QuotedSpan(const Place& place) {
  return IsMatchCut(place) ? MatchSpan(place) : WithWholeLetters(place.context, MatchSpan(place));
}

std::string Quote(const Place& place, size_t limit) {
  const Span span = QuotedSpan(place);
  const std::string_view match = std::string_view(place.context).substr(span.begin, span.size());
  const std::string text = Elide(match, limit, IsMatchCut(place));
  // Joiners show what they are only where nothing else would be seen.
  return "«" + Piece(text, HoldsNothingVisible(match)) + "»";
}

std::string ContextLine(const Place& place, const Painter& paint, Style style) {
  const std::string_view context = place.context;
  const Span match = QuotedSpan(place);
  const Span shown = Surroundings(context, match, kReach);
  std::string_view before = context.substr(shown.begin, match.begin - shown.begin);
  std::string_view after = context.substr(match.end, shown.end - match.end);
  const bool cut_before = shown.begin > 0 || IsCutBefore(place);
  before.remove_prefix(std::min(before.find_first_not_of(" \t"), before.size()));
  return (cut_before ? "…" : "") + Visible(before) + paint(style, Quote(place, kLongestMatch)) +
         Piece(after) + (shown.end < context.size() ? "…" : "");
}

class FullReporter : public Reporter {
 public:
  FullReporter(std::ostream& out, const ReportOptions& options)
      : out_(out), language_(options.language), paint_(options.colour) {}

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    const Rule& rule = *diagnostic.rule;
    const Style style = StyleOf(diagnostic.severity);
    out_ << fmt::format("{} {} {}: {}\n",
                        paint_(style, SeverityWord(diagnostic.severity, language_)), rule.id,
                        rule.name, paint_(Style::kBold, Visible(Render(diagnostic, language_))));
    out_ << "  " << PlaceText(path, diagnostic.place) << PageText(diagnostic.place, language_)
         << '\n';
    out_ << "    " << ContextLine(diagnostic.place, paint_, style) << '\n';
    if (const std::string names = CodePointLine(diagnostic, language_); !names.empty()) {
      out_ << "    " << paint_(Style::kDim, names) << '\n';
    }
    AddFixes(diagnostic);
    AddRelated(path, diagnostic.related);
    out_ << '\n';
  }

  void End(const Summary& summary) override {
    out_ << paint_(Style::kBold, CountLine(summary, language_)) << '\n';
  }

 private:
  // Fixes that differ only in what they put there share a heading and the line they replace.
  void AddFixes(const Diagnostic& diagnostic) {
    FixSafety safety = FixSafety::kNone;
    std::string removed;
    for (const Fix& fix : diagnostic.fixes) {
      const FixDiff diff = MakeFixDiff(diagnostic.place, fix);
      const bool heading = fix.safety != safety;
      if (heading) out_ << "  " << FixWord(fix.safety, language_) << ":\n";
      if ((heading || diff.removed != removed) && !diff.removed.empty()) {
        out_ << "    " << paint_(Style::kRemoved, "- " + diff.removed) << '\n';
      }
      if (!diff.added.empty() || diff.removed.empty()) {
        out_ << "    " << paint_(Style::kAdded, "+ " + diff.added) << '\n';
      }
      safety = fix.safety;
      removed = diff.removed;
    }
  }

  void AddRelated(const std::string& path, const std::vector<Place>& related) {
    const std::string_view also = In(language_, "আরও", "also");
    const size_t shown = std::min(related.size(), kMostRelated);
    for (size_t i = 0; i < shown; ++i) {
      out_ << fmt::format("  {}: {} {}\n", also, PlaceText(path, related[i]),
                          Quote(related[i], kLongestRelated));
    }
    if (related.size() > shown) {
      out_ << "  " << AndMore(related.size() - shown, language_) << '\n';
    }
  }

  std::ostream& out_;
  Language language_;
  Painter paint_;
};

}  // namespace

std::unique_ptr<Reporter> MakeFullReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<FullReporter>(out, options);
}

}  // namespace bnlint
