// The C++ interface over the engine: options → rules, dictionary, words → linter and fixer; texts in, findings out.

#include <optional>
#include <utility>

#include "api/offsets.h"
#include "api/parts.h"
#include "base/read_file.h"
#include "bnlint.h"
#include "config/configs.h"
#include "ocr/page_reader.h"
#include "ocr/read_document.h"
#include "report/explain.h"
#include "rule/rule.h"
#include "text/source.h"

namespace bnlint {

namespace {

constexpr std::string_view kTextName = "<text>";

std::vector<Mending> Mendings(const Diagnostic& diagnostic, OffsetCounter& offsets) {
  std::vector<Mending> mendings;
  for (const Fix& fix : diagnostic.fixes) {
    Mending mending{fix.safety == FixSafety::kSafe, {}};
    for (const Edit& edit : fix.edits) {
      mending.edits.push_back({offsets.At(edit.span), edit.text});
    }
    mendings.push_back(std::move(mending));
  }
  return mendings;
}

Finding ToFinding(const Diagnostic& diagnostic, Language language, OffsetCounter& offsets) {
  const Rule& rule = *diagnostic.rule;
  Finding finding;
  finding.id = rule.id;
  finding.name = rule.name;
  finding.category = rule.category;
  finding.severity = Name(diagnostic.severity);
  finding.message = Render(diagnostic, language);
  finding.at = offsets.At(diagnostic.place.span);
  finding.line = diagnostic.place.begin.line;
  finding.column = diagnostic.place.begin.column;
  finding.fixes = Mendings(diagnostic, offsets);
  return finding;
}

// What the config and the options say, as the command line would take them.
tl::expected<std::shared_ptr<const Setup>, Errors> SetupOf(const CheckerOptions& options) {
  Configs::Options of;
  of.file = options.config;
  of.isolated = options.config.empty();
  of.unsafe = options.unsafe;
  of.suggest = options.suggest;
  of.command_line.Say("profile", options.profile);
  of.command_line.Say("select", options.select);
  of.command_line.Say("extend-select", options.extend_select);
  of.command_line.Say("ignore", options.ignore);
  of.command_line.Say("rules", options.rules);
  of.command_line.Say("dictionary", options.dictionary);
  of.command_line.Say("language", options.language);
  return Configs(std::move(of)).SetupFor(std::string(kTextName));
}

// Which documents Judge keeps: all of them when nothing is said.
Result<dataset::Policy> PolicyOfDataset(const CheckerOptions& options, const Setup& setup) {
  if (options.dataset.empty()) {
    if (setup.dataset) {
      return dataset::Policy::FromToml(setup.dataset->text, setup.dataset->path, options.preset);
    }
    if (options.preset.empty()) return dataset::Policy();
    return dataset::Policy::Preset(options.preset);
  }
  const auto toml = ReadFile(options.dataset);
  if (!toml) return tl::unexpected(toml.error());
  return dataset::Policy::FromToml(*toml, options.dataset, options.preset);
}

}  // namespace

std::string Lines(const Errors& errors) {
  std::string text;
  for (const Error& error : errors) text += (text.empty() ? "" : "\n") + error.ToString();
  return text;
}

Checker::Checker(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Checker::~Checker() = default;

std::string_view Checker::Version() { return BNLINT_VERSION; }

Outcome<std::unique_ptr<Checker>> Checker::Open(const CheckerOptions& options) {
  auto parts = std::make_unique<Parts>();
  parts->format = FormatByName(options.format);
  if (parts->format == nullptr) return {nullptr, "there is no format '" + options.format + "'"};
  auto setup = SetupOf(options);
  if (!setup) return {nullptr, Lines(setup.error())};
  parts->setup = std::move(*setup);
  parts->language = parts->setup->language == "en" ? Language::kEnglish : Language::kBengali;
  for (const auto& list : parts->setup->words) parts->words.Add(list);
  if (!options.words.empty()) {
    std::string list;
    for (const std::string& word : options.words) list += word + '\n';
    auto words = WordList::Parse(list, "words");
    if (!words) return {nullptr, Lines(words.error())};
    parts->words.Add(std::move(*words));
  }
  auto fixer = Fixer::Make(parts->setup->rules, parts->setup->services, parts->setup->policy);
  if (!fixer) return {nullptr, fixer.error().ToString()};
  parts->fixer = std::move(*fixer);
  auto policy = PolicyOfDataset(options, *parts->setup);
  if (!policy) return {nullptr, policy.error().ToString()};
  parts->policy = std::move(*policy);
  parts->analysis.rules = {options.select, options.extend_select, options.ignore, options.profile};
  parts->analysis.rule_directories = options.rules;
  parts->analysis.dictionary = options.dictionary;
  return {std::unique_ptr<Checker>(new Checker(std::move(parts))), {}};
}

Outcome<std::vector<Finding>> Checker::Check(std::string_view text) const {
  Outcome<std::vector<Finding>> outcome;
  OffsetCounter offsets(text);
  SourceReader reader = SourceReader::FromView(text, std::string(kTextName));
  const auto read = parts_->setup->linter->Lint(
      reader, *parts_->format,
      [&](const Diagnostic& diagnostic) {
        outcome.value.push_back(ToFinding(diagnostic, parts_->language, offsets));
      },
      parts_->words);
  if (!read) outcome.error = read.error().ToString();
  return outcome;
}

Outcome<MendedText> Checker::Fix(std::string_view text) const {
  Mended mended = parts_->fixer->Mend(text, *parts_->format, parts_->words);
  Outcome<MendedText> outcome;
  outcome.value.text = std::move(mended.text);
  outcome.value.settled = mended.settled;
  for (const auto& [rule, count] : mended.fixed) outcome.value.fixed += count;
  if (!mended.read) outcome.error = mended.read.error().ToString();
  return outcome;
}

TextQuality Checker::Score(std::string_view text) const {
  SourceReader reader = SourceReader::FromView(text, std::string(kTextName));
  ocr::PageReader page;
  (void)ReadDocument(reader, *parts_->format, page);  // memory does not fail
  const ocr::Quality& quality = page.quality();
  return {quality.Score(),
          quality.units,
          quality.KnownShare(),
          quality.ValidShare(),
          quality.MeanUnlikelihood(),
          quality.GarbageShare()};
}

std::string Checker::RulesJson() const { return RuleListJson(parts_->setup->rules); }

}  // namespace bnlint
