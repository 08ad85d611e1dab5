#include "dataset/analyst.h"

#include <algorithm>
#include <array>

#include "formats/format.h"
#include "ocr/page_reader.h"
#include "ocr/read_document.h"
#include "text/utf8.h"

namespace bnlint::dataset {
namespace {

const Format& PlainText() { return Formats().front(); }

// The quality of a text on its own, for when no linter reads it.
ocr::Quality QualityOf(std::string_view text) {
  SourceReader reader = SourceReader::FromView(text, "");
  ocr::PageReader page;
  (void)ReadDocument(reader, PlainText(), page);  // memory does not fail
  return page.quality();
}

void SetQuality(const ocr::Quality& quality, Signals& signals) {
  signals[Signal::kOcrQuality] = quality.Score();
  signals[Signal::kKnownWordRatio] = quality.KnownShare();
  signals[Signal::kValidWordRatio] = quality.ValidShare();
  signals[Signal::kGarbageRatio] = quality.GarbageShare();
}

// The bytes within findings of severity error, each counted once.
uint64_t BytesInErrors(const std::vector<Finding>& findings) {
  std::vector<Span> spans;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) spans.push_back(finding.span);
  }
  std::sort(spans.begin(), spans.end());
  uint64_t bytes = 0;
  uint64_t end = 0;
  for (const Span& span : spans) {
    const uint64_t begin = std::max(span.begin, end);
    if (span.end > begin) bytes += span.end - begin;
    end = std::max(end, span.end);
  }
  return bytes;
}

void Keep(const Diagnostic& diagnostic, std::vector<Finding>& findings) {
  findings.push_back({diagnostic.rule, diagnostic.severity, true, diagnostic.place.span});
  for (const Place& place : diagnostic.related) {
    findings.push_back({diagnostic.rule, diagnostic.severity, false, place.span});
  }
}

void SetFindings(const std::vector<Finding>& findings, size_t size, Signals& signals) {
  std::array<double, 3> counts{};
  for (const Finding& finding : findings) {
    counts[static_cast<size_t>(finding.severity)] += finding.first ? 1 : 0;
  }
  const double per = 1000 / std::max(1.0, signals[Signal::kWords]);
  signals[Signal::kNotes] = counts[0] * per;
  signals[Signal::kWarnings] = counts[1] * per;
  signals[Signal::kErrors] = counts[2] * per;
  signals[Signal::kFindings] = (counts[0] + counts[1] + counts[2]) * per;
  // Bytes for characters: damage and the text around it are of one script, more or less.
  signals[Signal::kFlaggedRatio] =
      size == 0 ? 0 : static_cast<double>(BytesInErrors(findings)) / static_cast<double>(size);
}

}  // namespace

tl::expected<std::unique_ptr<Analyst>, Errors> Analyst::Make(const Options& options) {
  const auto fail = [](const Error& error) { return tl::unexpected(Errors{error}); };
  auto all = RuleSet::Load(options.rule_directories);
  if (!all) return tl::unexpected(all.error());
  auto rules = all->Select(options.rules);
  if (!rules) return fail(rules.error());
  auto speller = Speller::Open(options.dictionary);
  if (!speller) return fail(speller.error());
  std::unique_ptr<Analyst> analyst(new Analyst(std::move(*rules)));
  analyst->needs_ = options.needs;
  analyst->wanted_ = options.wanted;
  analyst->speller_ = std::move(*speller);
  analyst->services_.speller = analyst->speller_.get();
  analyst->services_.from_ocr = options.rules.profile == "ocr";
  if (options.fix) {
    FixPolicy policy{options.unsafe, options.rules.select};
    policy.named.insert(policy.named.end(), options.rules.extend.begin(),
                        options.rules.extend.end());
    auto fixer = Fixer::Make(analyst->rules_, analyst->services_, policy);
    if (!fixer) return fail(fixer.error());
    analyst->fixer_ = std::move(*fixer);
  }
  // After the fixer, which needs no quality: that is asked once, of what it leaves.
  analyst->services_.quality = true;
  auto linter = Linter::Make(analyst->rules_, analyst->services_);
  if (!linter) return fail(linter.error());
  analyst->linter_ = std::make_unique<const Linter>(std::move(*linter));
  return analyst;
}

Analyst::~Analyst() = default;

Analysis Analyst::Read(std::string_view text) const {
  Analysis analysis;
  analysis.signals = Measure(text, wanted_);
  if (needs_ == Needs::kText) return analysis;
  if (needs_ == Needs::kQuality) {
    SetQuality(QualityOf(text), analysis.signals);
    return analysis;
  }
  SourceReader reader = SourceReader::FromView(text, "");
  const auto facts = linter_->Lint(reader, PlainText(), [&](const Diagnostic& diagnostic) {
    Keep(diagnostic, analysis.findings);
  });
  SetFindings(analysis.findings, text.size(), analysis.signals);
  if (facts && facts->quality) SetQuality(*facts->quality, analysis.signals);
  return analysis;
}

Analysis Analyst::Mend(std::string& text) const {
  Mended mended = fixer_->Mend(text, PlainText(), {});
  text = std::move(mended.text);
  Analysis analysis;
  analysis.signals = Measure(text, wanted_);
  if (needs_ != Needs::kText) SetQuality(QualityOf(text), analysis.signals);
  for (const Diagnostic& diagnostic : mended.told) Keep(diagnostic, analysis.findings);
  SetFindings(analysis.findings, text.size(), analysis.signals);
  return analysis;
}

PointIndex::PointIndex(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kStep + 2);
  uint64_t count = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (at % kStep == 0) counts_.push_back(count);
    count += IsContinuation(text[at]) ? 0 : 1;
  }
  if (text.size() % kStep == 0) counts_.push_back(count);
}

uint64_t PointIndex::At(uint64_t byte) const {
  const size_t step = byte / kStep;
  uint64_t count = counts_[step];
  for (uint64_t at = step * kStep; at < byte; ++at) count += IsContinuation(text_[at]) ? 0 : 1;
  return count;
}

}  // namespace bnlint::dataset
