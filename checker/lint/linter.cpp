// For each paragraph: tokens once, the gate once, then only the patterns that can match and every
// native check; findings that another rule explains better are dropped; the rest waits to be sorted.

#include "lint/linter.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <variant>

#include "checks/by_paragraph.h"
#include "checks/pdf_page.h"
#include "formats/directive.h"
#include "lint/explained.h"
#include "lint/memory.h"
#include "lint/repeats.h"

namespace bnlint {
namespace {

using Shape = Linter::Shape;
using Scanned = LintMemory::Scanned;

using Keep = std::function<bool(const Rule&)>;

bool Kept(const Keep& keep, const Rule& rule) { return !keep || keep(rule); }

std::vector<Shape> ShapesOf(const RuleSet& rules, const Keep& keep) {
  std::vector<Shape> shapes;
  for (const Rule& rule : rules.rules()) {
    if (!Kept(keep, rule)) continue;
    const auto* patterns = std::get_if<std::vector<RulePattern>>(&rule.matcher);
    if (patterns == nullptr) continue;
    for (const RulePattern& pattern : *patterns) shapes.push_back({&rule, &pattern});
  }
  return shapes;
}

std::vector<const Rule*> ChecksOf(const RuleSet& rules, const Keep& keep) {
  std::vector<const Rule*> checks;
  for (const Rule& rule : rules.rules()) {
    const auto* check = std::get_if<CheckName>(&rule.matcher);
    if (check != nullptr && check->name != kMadeByEngine && Kept(keep, rule))
      checks.push_back(&rule);
  }
  return checks;
}

PatternGate MakeGate(const std::vector<Shape>& shapes) {
  std::vector<const Pattern*> patterns;
  patterns.reserve(shapes.size());
  for (const Shape& shape : shapes) patterns.push_back(shape.pattern->pattern.get());
  return PatternGate(patterns);
}

bool InOrder(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.place.span.begin, a.place.span.end, a.rule->id) <
         std::tie(b.place.span.begin, b.place.span.end, b.rule->id);
}

}  // namespace

// The state of one document.
class DocumentRun {
 public:
  DocumentRun(const Linter& linter, const EmitFunction& emit, AcceptedWords words,
              const WitnessFunction& witness, const SuppressedFunction& suppressed,
              LintMemory* memory)
      : linter_(linter),
        emit_(emit),
        witness_(witness),
        suppressed_(suppressed),
        memory_(memory),
        words_(std::move(words)),
        services_(*linter.services_),
        explained_(witness),
        suppressions_(linter.suppression_rules_) {
    words_of_ = TakeTable();
    services_.words = &words_;
    services_.page = &page_;
    services_.pdf = &pdf_;
    reads_page_ = services_.quality;
    for (const Rule* rule : linter.check_rules_) {
      checks_.push_back(MakeCheck(std::get<CheckName>(rule->matcher).name, services_));
      needs_.push_back(checks_.back()->Needs());
      by_paragraph_.push_back(
          JudgesByParagraph(std::get<CheckName>(rule->matcher).name) ? uint8_t{1} : uint8_t{0});
      reads_page_ = reads_page_ || checks_.back()->ReadsPage();
    }
  }
  DocumentRun(const DocumentRun&) = delete;
  DocumentRun& operator=(const DocumentRun&) = delete;
  ~DocumentRun() {
    const std::scoped_lock lock(linter_.tables_->mutex);
    linter_.tables_->free.push_back(std::move(words_of_));
  }

  // Fails when the format could not read the block to its end; what it could has been linted.
  Result<void> Block(const Source& block, const Format& format) {
    Locator locator(block);
    pdf_.Forget();
    Document document = format.Parse(block);
    locator.SetPageWords(document.page_words);
    for (const Directive& directive : document.directives) {
      Obey(directive.text);
      if (memory_ != nullptr) memory_->Obey(directive.text);
    }
    const size_t first = found_.size();
    if (!document.directives.empty()) LocateDirectives(block, document);
    suppressions_.Take(document, block, locator, found_);
    ForChecks(&locator,
              [&](Check& check, Findings& findings) { check.VisitBlock(block, findings); });
    explained_.Block(found_, first);
    Suppress(first);
    Witness(first);
    repeats_.Hold(found_, first);
    if (reads_page_) ReadPage(document);
    // The boxes of words on a page picture do not move with the text.
    LintMemory* memory = document.page_words.empty() ? memory_ : nullptr;
    if (memory != nullptr) memory->Block(block, document);
    for (size_t i = 0; i < document.segments.size(); ++i) {
      if (memory_ != nullptr && memory_->stop && memory_->stop()) return Fail("stopped");
      const size_t before = found_.size();
      if (memory != nullptr) {
        SegmentWith(*memory, document, i, locator);
      } else {
        Scan(document.segments[i].text, scan_);
        const Paragraph paragraph(document, i, scan_.text, scan_.words, scan_.traits);
        Judge(paragraph, locator);
        Ponder(paragraph, locator);
      }
      explained_.Paragraph(found_, before);
      Suppress(before);
      Witness(before);
      repeats_.Hold(found_, before);
      if (found_.size() >= Linter::kHeld) Flush();
    }
    unread_ = document.unread;
    if (document.error) return tl::unexpected(*document.error);
    return {};
  }

  void End() {
    const size_t first = found_.size();
    ForChecks(nullptr, [](Check& check, Findings& findings) { check.Finish(findings); });
    explained_.End(found_, first);
    Suppress(first);
    suppressions_.TellUnused(found_);
    Witness(first);
    Break();
  }

  [[nodiscard]] DocumentFacts Facts() const {
    return {reads_page_ ? std::optional(page_.quality()) : std::nullopt, unread_};
  }

  // Ends without the checks' last words.
  void Break() {
    repeats_.Release(found_);
    Flush();
  }

 private:
  // What a comment of the document says to us; what we do not understand is for another version.
  void Obey(std::string_view directive) {
    constexpr std::string_view kWords = "words";
    if (directive.starts_with(kWords)) {
      words_.Add(WordList::FromLine(directive.substr(kWords.size())));
    }
  }

  // Takes out what a comment suppresses: here, since none of it may be mended or counted as what recurs.
  void Suppress(size_t from) {
    if (suppressions_.empty()) return;
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(from);
    found_.erase(
        std::remove_if(begin, found_.end(),
                       [&](Diagnostic& diagnostic) {
                         const std::string* reason = suppressions_.ReasonFor(diagnostic);
                         if (reason == nullptr) return false;
                         if (witness_) witness_(diagnostic, true);
                         if (suppressed_) {
                           suppressed_(std::move(diagnostic), {Suppressed::By::kComment, *reason});
                         }
                         return true;
                       }),
        found_.end());
  }

  void Witness(size_t from) const {
    for (size_t i = from; witness_ && i < found_.size(); ++i) witness_(found_[i], false);
  }

  [[nodiscard]] std::unique_ptr<WordTraits> TakeTable() const {
    Linter::Tables& tables = *linter_.tables_;
    const std::scoped_lock lock(tables.mutex);
    if (tables.free.empty()) return std::make_unique<WordTraits>(*linter_.services_->speller);
    auto table = std::move(tables.free.back());
    tables.free.pop_back();
    return table;
  }

  // Tokens, and what they and their words are.
  void Scan(std::string_view text, Scanned& scan) const {
    ScanText(text, scan.text);
    scan.traits = scan.text.traits | trait::kParagraph;
    scan.words.assign(scan.text.tokens.size(), 0);
    for (size_t i = 0; i < scan.text.tokens.size(); ++i) {
      const Token& token = scan.text.tokens[i];
      if (!token.Is(TokenKind::kBengali)) continue;
      scan.words[i] = linter_.everything_ ? trait::kAll : words_of_->Of(token.In(text), token);
      scan.traits |= scan.words[i];
    }
    if (linter_.everything_) scan.traits = trait::kAll;
  }

  // As for any segment, but what is known is not found out again.
  void SegmentWith(LintMemory& memory, const Document& document, size_t index, Locator& locator) {
    LintMemory::Text& text = memory.TextOf(index);
    if (!text.known) Scan(document.segments[index].text, text.scan);
    text.known = true;
    const Paragraph paragraph(document, index, text.scan.text, text.scan.words, text.scan.traits);
    LintMemory::Findings& known = memory.FindingsOf(index);
    const uint64_t begin = paragraph.segment().ToSource({0, 0}).begin;
    if (known.known) {
      LintMemory::Tell(known, begin, locator, found_);
    } else {
      const size_t before = found_.size();
      Judge(paragraph, locator);
      known.found.assign(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end());
      known.begin = begin;
      known.known = true;
    }
    Ponder(paragraph, locator);
  }

  // What judges by paragraph, and then what thinks of the whole document.
  void Judge(const Paragraph& paragraph, Locator& locator) {
    RunPatterns(paragraph, locator);
    VisitChecks(paragraph, locator, true);
  }
  void Ponder(const Paragraph& paragraph, Locator& locator) {
    VisitChecks(paragraph, locator, false);
  }

  // Whether a word is likely wrong depends on the page that it is on: the whole block is read first.
  void ReadPage(const Document& document) {
    page_.Begin();
    for (const Segment& segment : document.segments) {
      Tokenize(segment.text, scan_.text.tokens);
      page_.Add(segment.text, scan_.text.tokens);
    }
    page_.Close();
  }

  void Flush() {
    std::stable_sort(found_.begin(), found_.end(), InOrder);
    for (Diagnostic& diagnostic : found_) emit_(std::move(diagnostic));
    found_.clear();
  }

  // Nearly all checks have nothing to say about nearly all paragraphs: one look at a mask each.
  void VisitChecks(const Paragraph& paragraph, Locator& locator, bool by_paragraph) {
    for (size_t i = 0; i < checks_.size(); ++i) {
      if (!paragraph.Has(needs_[i]) || (by_paragraph_[i] != 0) != by_paragraph) continue;
      Call(i, &locator, [&](Findings& findings) { checks_[i]->Visit(paragraph, findings); });
    }
  }

  template <typename Call>
  void ForChecks(Locator* locator, const Call& call) {
    for (size_t i = 0; i < checks_.size(); ++i) {
      this->Call(i, locator, [&](Findings& findings) { call(*checks_[i], findings); });
    }
  }

  template <typename Visit>
  void Call(size_t index, Locator* locator, const Visit& visit) {
    Findings findings(*linter_.check_rules_[index], locator, found_);
    visit(findings);
    if (findings.is_habit()) repeats_.IsHabit(findings.rule(), findings.is_note());
    needs_[index] = checks_[index]->Needs();
  }

  void RunPatterns(const Paragraph& paragraph, Locator& locator) {
    linter_.gate_.Candidates(paragraph.text(), candidates_);
    if (candidates_.empty()) return;
    const bool bengali = paragraph.bengali_words() > 0;
    for (const int index : candidates_) {
      const Shape& shape = linter_.shapes_[static_cast<size_t>(index)];
      const Rule& rule = *shape.rule;
      if (rule.in_bengali && !bengali) continue;
      const Pattern& pattern = *shape.pattern->pattern;
      Findings findings(rule, &locator, found_);
      for (const PatternMatch& match : pattern.FindAll(paragraph.text())) {
        if (rule.masks != 0 && paragraph.Masked(match.mark, rule.masks)) continue;
        Diagnostic diagnostic = findings.Make(paragraph, match.mark, Groups(match));
        if (pattern.has_replace()) {
          findings.AddFix(diagnostic, paragraph, match.mark, pattern.Replacement(match),
                          shape.pattern->fix);
        }
        findings.Report(std::move(diagnostic));
      }
    }
  }

  // {1}, {2} … of a message.
  static std::vector<Arg> Groups(const PatternMatch& match) {
    std::vector<Arg> args;
    for (size_t i = 1; i < match.groups.size(); ++i) {
      args.push_back({std::to_string(i), std::string(match.groups[i]), false});
    }
    return args;
  }

  const Linter& linter_;
  const EmitFunction& emit_;
  const WitnessFunction& witness_;
  const SuppressedFunction& suppressed_;
  LintMemory* memory_;  // may be null
  AcceptedWords words_;
  CheckServices services_;
  ocr::PageReader page_;
  PdfPage pdf_;
  bool reads_page_ = false;
  std::optional<Error> unread_;
  std::vector<std::unique_ptr<Check>> checks_;
  std::vector<Traits> needs_;          // of each, as it last said
  std::vector<uint8_t> by_paragraph_;  // JudgesByParagraph
  std::vector<Diagnostic> found_;
  Explained explained_;
  Suppressions suppressions_;
  Repeats repeats_;
  Scanned scan_;  // of the paragraph at hand
  std::unique_ptr<WordTraits> words_of_;
  std::vector<int> candidates_;
};

Linter::Linter(const RuleSet& rules, const CheckServices& services, const Keep& keep)
    : rules_(&rules),
      services_(&services),
      shapes_(ShapesOf(rules, keep)),
      check_rules_(ChecksOf(rules, keep)),
      suppression_rules_(rules, keep, services.speller->HasDictionary()),
      gate_(MakeGate(shapes_)) {}

Result<Linter> Linter::Make(const RuleSet& rules, const CheckServices& services, const Keep& keep) {
  Linter linter(rules, services, keep);
  for (const Rule* rule : linter.check_rules_) {
    const std::string& name = std::get<CheckName>(rule->matcher).name;
    if (MakeCheck(name, services) == nullptr) {
      return Fail("rule " + rule->name + ": there is no check called '" + name + "'");
    }
  }
  return linter;
}

Result<DocumentFacts> Linter::Lint(SourceReader& reader, const Format& format,
                                   const EmitFunction& emit, AcceptedWords words,
                                   const WitnessFunction& witness,
                                   const SuppressedFunction& suppressed, LintMemory* memory) const {
  if (memory != nullptr) memory->Begin();
  DocumentRun run(*this, emit, std::move(words), witness, suppressed, memory);
  while (true) {
    auto block = format.Next(reader);
    if (!block) {
      run.Break();
      return tl::unexpected(block.error());
    }
    if (!*block) break;
    if (const auto linted = run.Block(**block, format); !linted) {
      run.Break();
      return tl::unexpected(linted.error());
    }
  }
  run.End();
  return run.Facts();
}

}  // namespace bnlint
