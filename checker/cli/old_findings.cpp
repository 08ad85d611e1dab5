#include "cli/old_findings.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/read_file.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

fs::path Normal(const std::string& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

// How the baseline calls a file: from its own directory.
std::string NameIn(const std::string& baseline, const std::string& path) {
  const std::string relative =
      Normal(path).lexically_relative(Normal(baseline).parent_path()).generic_string();
  return relative.empty() ? Normal(path).generic_string() : relative;
}

}  // namespace

bool MoveToNews(Diagnostic& diagnostic, const std::function<bool(const Place&)>& is_news) {
  if (is_news(diagnostic.place)) return true;
  if (!StandsForMany(diagnostic)) return false;
  for (Place& place : diagnostic.related) {
    if (!is_news(place)) continue;
    std::swap(place, diagnostic.place);
    return true;
  }
  return false;
}

Result<OldFindings> OldFindings::Make(const CheckOptions& options,
                                      const std::vector<BatchFile>& files) {
  OldFindings old;
  old.options_ = &options;
  const bool writes = options.write_baseline || options.prune_baseline;
  if (writes && options.baseline.empty()) {
    return Fail("needs --baseline FILE",
                options.write_baseline ? "--write-baseline" : "--prune-baseline");
  }
  if (writes && (options.fix || options.diff)) {
    return Fail("a baseline is not written while texts are mended");
  }
  if (writes && !options.changed_since.empty()) {
    return Fail("a baseline is written of all lines, not with --changed-since");
  }
  if (!options.baseline.empty()) {
    for (const BatchFile& file : files) {
      old.names_[file.path] = file.path == "-" ? file.name : NameIn(options.baseline, file.path);
    }
  }
  if (!options.baseline.empty() && !options.write_baseline) {
    const auto text = ReadFile(options.baseline);
    if (!text) {
      Error error = text.error();
      error.message += "; --write-baseline makes one";
      return tl::unexpected(error);
    }
    auto baseline = Baseline::Parse(*text, options.baseline);
    if (!baseline) return tl::unexpected(baseline.error());
    old.baseline_ = std::move(*baseline);
  }
  if (!options.changed_since.empty()) {
    std::vector<std::string> paths;
    for (const BatchFile& file : files) paths.push_back(file.path);
    auto changed = ChangedLines::Since(options.changed_since, paths);
    if (!changed) return tl::unexpected(changed.error());
    old.changed_ = std::move(*changed);
  }
  return old;
}

bool OldFindings::HasChanged(const BatchFile& file, const Place& place) const {
  // A place that ends at the begin of a line does not reach into it.
  const bool reaches = place.end.column > 1 || place.end.line == place.begin.line;
  return changed_->Holds(file.path, place.begin.line, place.end.line - (reaches ? 0 : 1));
}

std::string OldFindings::NameOf(const BatchFile& file) const {
  const auto name = names_.find(file.path);
  return name == names_.end() ? file.name : name->second;
}

OldFindings::Verdict OldFindings::Judge(const BatchFile& file, Diagnostic& diagnostic) {
  if (options_->write_baseline) {
    baseline_.Add(NameOf(file), diagnostic);
    return Verdict::kInBaseline;
  }
  if (!options_->baseline.empty() && baseline_.Take(NameOf(file), diagnostic)) {
    return Verdict::kInBaseline;
  }
  if (!changed_) return Verdict::kNew;
  const bool changed =
      MoveToNews(diagnostic, [&](const Place& place) { return HasChanged(file, place); });
  return changed ? Verdict::kNew : Verdict::kUnchanged;
}

BatchSink OldFindings::Filter(BatchSink sink, Reporter* reporter, Summary& summary) {
  BatchSink filter;
  filter.done = std::move(sink.done);
  filter.suppressed = [reporter, &summary](const BatchFile& file, const Diagnostic& diagnostic,
                                           const Suppressed& why) {
    ++summary.suppressed.at(static_cast<size_t>(why.by));
    if (reporter != nullptr) reporter->AddSuppressed(file.name, diagnostic, why);
  };
  filter.found = [this, found = std::move(sink.found), told = filter.suppressed](
                     const BatchFile& file, const Diagnostic& diagnostic) {
    if (options_->baseline.empty() && !changed_) return found(file, diagnostic);
    Diagnostic mine = diagnostic;
    const Verdict verdict = Judge(file, mine);
    if (verdict == Verdict::kNew) found(file, mine);
    if (verdict == Verdict::kInBaseline) told(file, mine, {Suppressed::By::kBaseline, {}});
  };
  return filter;
}

namespace {

bool Touches(const std::map<std::string, SpanSet>& places, const Rule& rule, Span span) {
  const auto found = places.find(rule.id);
  return found != places.end() && found->second.Touches(span);
}

}  // namespace

bool OldFindings::Left::Holds(const Rule& rule, Span span) const {
  return IsInBaseline(rule, span) || Touches(unchanged_, rule, span);
}

bool OldFindings::Left::IsInBaseline(const Rule& rule, Span span) const {
  return Touches(in_baseline_, rule, span);
}

Result<std::optional<OldFindings::Left>> OldFindings::LeftIn(const BatchFile& file,
                                                             const Linter& linter,
                                                             std::string_view text) {
  if (options_->baseline.empty() && !changed_) return std::nullopt;
  Left left;
  SourceReader reader = SourceReader::FromView(text, file.name);
  const auto linted = linter.Lint(
      reader, *file.format,
      [&](Diagnostic diagnostic) {
        const bool in_baseline =
            !options_->baseline.empty() && baseline_.Take(NameOf(file), diagnostic);
        const auto leave = [&](const Place& place) {
          if (in_baseline) {
            left.in_baseline_[diagnostic.rule->id].Add(place.span);
          } else if (changed_ && !HasChanged(file, place)) {
            left.unchanged_[diagnostic.rule->id].Add(place.span);
          }
        };
        leave(diagnostic.place);
        if (!StandsForMany(diagnostic)) return;
        for (const Place& place : diagnostic.related) leave(place);
      },
      file.words);
  if (!linted) return tl::unexpected(linted.error());
  for (auto* all : {&left.in_baseline_, &left.unchanged_}) {
    for (auto& [rule, places] : *all) places.Seal();
  }
  return left;
}

Result<void> OldFindings::Finish(const RuleSet& rules, bool read_all, Language language) {
  if (options_->baseline.empty()) return {};
  std::set<std::string> linted;
  for (const auto& [path, name] : names_) linted.insert(name);
  const fs::path directory = Normal(options_->baseline).parent_path();
  const auto judged = [&](const std::string& file, const std::string& rule) {
    std::error_code error;
    if (!linted.contains(file)) return !fs::exists(directory / file, error) && !error;
    return rules.Find(rule) != nullptr;
  };
  const std::string shown = Visible(options_->baseline);
  if (options_->write_baseline || options_->prune_baseline) {
    if (!read_all)
      return Fail("not written, since not all files could be read", options_->baseline);
    const uint64_t before = baseline_.findings();
    baseline_.Prune(judged);
    auto file = AtomicFile::Create(options_->baseline);
    if (!file) return tl::unexpected(file.error());
    file->stream() << baseline_.ToJson();
    if (auto done = file->Commit(); !done) return done;
    const uint64_t left = baseline_.findings();
    const std::string removed = Number(before - left, language);
    const std::string kept = Number(left, language);
    std::cerr << (options_->prune_baseline
                      ? (language == Language::kBengali
                             ? fmt::format("{}: {}টি বাদ গেল, {}টি রইল\n", shown, removed, kept)
                             : fmt::format("{}: {} removed, {} kept\n", shown, removed, kept))
                      : (language == Language::kBengali
                             ? fmt::format("{}: {}টি লেখা হলো\n", shown, kept)
                             : fmt::format("{}: {} findings written\n", shown, kept)));
    return {};
  }
  if (!read_all) return {};
  for (const Baseline::Entry& entry : baseline_.Stale(judged)) {
    const std::string count = Number(entry.count, language);
    std::cerr << (language == Language::kBengali
                      ? fmt::format("{}: {}: {}: {}টি আর নেই; --prune-baseline বাদ দেয়\n", shown,
                                    Visible(entry.file), entry.rule, count)
                      : fmt::format(
                            "{}: {}: {}: {} no longer there; --prune-baseline removes them\n",
                            shown, Visible(entry.file), entry.rule, count));
  }
  return {};
}

}  // namespace bnlint
