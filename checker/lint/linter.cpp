// For each paragraph: tokens once, the gate once, then only the patterns that can match and every
// native check; findings that another rule explains better are dropped; the rest waits to be sorted.

#include "lint/linter.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <variant>

#include "lint/repeats.h"

namespace bnlint {
namespace {

using Shape = Linter::Shape;

std::vector<Shape> ShapesOf(const RuleSet& rules) {
  std::vector<Shape> shapes;
  for (const Rule& rule : rules.rules()) {
    const auto* patterns = std::get_if<std::vector<RulePattern>>(&rule.matcher);
    if (patterns == nullptr) continue;
    for (const RulePattern& pattern : *patterns) shapes.push_back({&rule, &pattern});
  }
  return shapes;
}

std::vector<const Rule*> ChecksOf(const RuleSet& rules) {
  std::vector<const Rule*> checks;
  for (const Rule& rule : rules.rules()) {
    if (std::holds_alternative<CheckName>(rule.matcher)) checks.push_back(&rule);
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

// One fault, one finding: drops those of a paragraph whose rule yields to another that found the same
// bytes. Sorted first, so that only neighbours are compared.
void DropExplained(std::vector<Diagnostic>& found, size_t from) {
  const auto begin = found.begin() + static_cast<std::ptrdiff_t>(from);
  if (std::all_of(begin, found.end(),
                  [](const Diagnostic& d) { return d.rule->yields_to.empty(); })) {
    return;
  }
  std::sort(begin, found.end(), InOrder);
  const size_t count = found.size() - from;
  std::vector<uint64_t> reach(count);  // the furthest end among the findings up to each
  for (size_t i = 0; i < count; ++i) {
    const uint64_t end = begin[static_cast<std::ptrdiff_t>(i)].place.span.end;
    reach[i] = i == 0 ? end : std::max(reach[i - 1], end);
  }
  std::vector<bool> drop(count, false);
  for (size_t i = 0; i < count; ++i) {
    const Diagnostic& mine = found[from + i];
    const auto explains = [&](size_t j) {
      const Diagnostic& other = found[from + j];
      return mine.rule->YieldsTo(*other.rule) && other.place.span.Overlaps(mine.place.span);
    };
    if (mine.rule->yields_to.empty()) continue;
    for (size_t j = i; j-- > 0 && reach[j] >= mine.place.span.begin && !drop[i];)
      drop[i] = explains(j);
    for (size_t j = i + 1;
         j < count && found[from + j].place.span.begin <= mine.place.span.end && !drop[i]; ++j) {
      drop[i] = explains(j);
    }
  }
  size_t index = 0;
  found.erase(std::remove_if(begin, found.end(), [&](const Diagnostic&) { return drop[index++]; }),
              found.end());
}

}  // namespace

// The state of one document.
class DocumentRun {
 public:
  DocumentRun(const Linter& linter, const EmitFunction& emit, AcceptedWords words)
      : linter_(linter), emit_(emit), words_(std::move(words)), services_(*linter.services_) {
    services_.words = &words_;
    services_.page = &page_;
    for (const Rule* rule : linter.check_rules_) {
      checks_.push_back(MakeCheck(std::get<CheckName>(rule->matcher).name, services_));
      reads_page_ = reads_page_ || checks_.back()->ReadsPage();
    }
  }
  DocumentRun(const DocumentRun&) = delete;
  DocumentRun& operator=(const DocumentRun&) = delete;
  ~DocumentRun() = default;

  void Block(const Source& block, const Format& format) {
    Locator locator(block);
    const Document document = format.parse(block);
    for (const std::string& directive : document.directives) Obey(directive);
    ForChecks(&locator,
              [&](Check& check, Findings& findings) { check.VisitBlock(block, findings); });
    if (reads_page_) ReadPage(document);
    for (size_t i = 0; i < document.segments.size(); ++i) {
      Tokenize(document.segments[i].text, tokens_);
      const size_t before = found_.size();
      const Paragraph paragraph(document, i, tokens_);
      RunPatterns(paragraph, locator);
      ForChecks(&locator,
                [&](Check& check, Findings& findings) { check.Visit(paragraph, findings); });
      DropExplained(found_, before);
      repeats_.Hold(found_, before);
      if (found_.size() >= Linter::kHeld) Flush();
    }
  }

  void End() {
    ForChecks(nullptr, [](Check& check, Findings& findings) { check.Finish(findings); });
    Break();
  }

  [[nodiscard]] DocumentFacts Facts() const {
    const bool all = services_.from_ocr || services_.quality;
    return {reads_page_ && all ? std::optional(page_.quality()) : std::nullopt};
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

  // Reading a page costs several times what all other checks do. Of text that is not known to come from OCR
  // only what is nearly certain is told, which never is on a page whose words are known.
  bool LooksDamaged(const Document& document) {
    constexpr size_t kOneIn = 12;
    size_t words = 0;
    size_t unknown = 0;
    for (const Segment& segment : document.segments) {
      Tokenize(segment.text, tokens_);
      for (const Token& token : tokens_) {
        if (!token.Is(TokenKind::kBengali)) continue;
        ++words;
        unknown += Speller::Embedded().Knows(token.In(segment.text)) ? 0 : 1;
      }
    }
    return unknown * kOneIn > words;
  }

  // Whether a word is likely wrong depends on the page that it is on: the whole block is read first.
  void ReadPage(const Document& document) {
    page_.Begin();
    if (!services_.from_ocr && !services_.quality && !LooksDamaged(document)) return;
    for (const Segment& segment : document.segments) {
      Tokenize(segment.text, tokens_);
      page_.Add(segment.text, tokens_);
    }
    page_.Close();
  }

  void Flush() {
    std::stable_sort(found_.begin(), found_.end(), InOrder);
    for (Diagnostic& diagnostic : found_) emit_(std::move(diagnostic));
    found_.clear();
  }

  template <typename Call>
  void ForChecks(Locator* locator, const Call& call) {
    for (size_t i = 0; i < checks_.size(); ++i) {
      Findings findings(*linter_.check_rules_[i], locator, found_);
      call(*checks_[i], findings);
    }
  }

  void RunPatterns(const Paragraph& paragraph, Locator& locator) {
    linter_.gate_.Candidates(paragraph.text(), candidates_);
    for (const int index : candidates_) {
      const Shape& shape = linter_.shapes_[static_cast<size_t>(index)];
      const Rule& rule = *shape.rule;
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
  AcceptedWords words_;
  CheckServices services_;
  ocr::PageReader page_;
  bool reads_page_ = false;
  std::vector<std::unique_ptr<Check>> checks_;
  std::vector<Diagnostic> found_;
  Repeats repeats_;
  std::vector<Token> tokens_;
  std::vector<int> candidates_;
};

Linter::Linter(const RuleSet& rules, const CheckServices& services)
    : rules_(&rules),
      services_(&services),
      shapes_(ShapesOf(rules)),
      check_rules_(ChecksOf(rules)),
      gate_(MakeGate(shapes_)) {}

Result<Linter> Linter::Make(const RuleSet& rules, const CheckServices& services) {
  Linter linter(rules, services);
  for (const Rule* rule : linter.check_rules_) {
    const std::string& name = std::get<CheckName>(rule->matcher).name;
    if (MakeCheck(name, services) == nullptr) {
      return Fail("rule " + rule->name + ": there is no check called '" + name + "'");
    }
  }
  return linter;
}

Result<DocumentFacts> Linter::Lint(SourceReader& reader, const Format& format,
                                   const EmitFunction& emit, AcceptedWords words) const {
  DocumentRun run(*this, emit, std::move(words));
  while (true) {
    auto block = reader.Next(format.cut, format.block_bytes);
    if (!block) {
      run.Break();
      return tl::unexpected(block.error());
    }
    if (!*block) break;
    run.Block(**block, format);
  }
  run.End();
  return run.Facts();
}

}  // namespace bnlint
