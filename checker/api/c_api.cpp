// bnlint_c.h over the C++ interface: nothing but conversions. No exception leaves a function.

#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/arrow_texts.h"
#include "api/batch.h"
#include "api/json_options.h"
#include "api/verdict_json.h"
#include "bnlint.h"
#include "bnlint_c.h"

struct bnlint_checker {
  std::unique_ptr<bnlint::Checker> checker;
};

struct bnlint_findings {
  std::vector<bnlint::Finding> findings;
};

namespace bnlint {
namespace {

// For bnlint_free; NULL when there is no memory.
char* Copy(std::string_view text) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) return nullptr;
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

void SetError(char** error, std::string_view message) {
  if (error != nullptr) *error = message.empty() ? nullptr : Copy(message);
}

// The value of `work`, or `failed` with the error told when it throws (memory may run out).
template <typename T, typename Work>
T Guarded(char** error, T failed, const Work& work) {
  SetError(error, {});
  try {
    return work();
  } catch (const std::exception& exception) {
    SetError(error, exception.what());
    return failed;
  }
}

constexpr uint32_t kFields =
    BNLINT_FINDINGS | BNLINT_FIXED | BNLINT_QUALITY | BNLINT_SIGNALS | BNLINT_VERDICT;

}  // namespace
}  // namespace bnlint

using bnlint::Guarded;
using bnlint::SetError;

int32_t bnlint_abi_version(void) { return BNLINT_ABI_VERSION; }
const char* bnlint_version(void) { return bnlint::Checker::Version().data(); }
void bnlint_free(char* text) { std::free(text); }

bnlint_checker* bnlint_open(const char* options, char** error) {
  return Guarded<bnlint_checker*>(error, nullptr, [&]() -> bnlint_checker* {
    const auto parsed = bnlint::OptionsFromJson(options == nullptr ? "{}" : options);
    if (!parsed.error.empty()) return SetError(error, parsed.error), nullptr;
    auto checker = bnlint::Checker::Open(parsed.value);
    if (!checker.error.empty()) return SetError(error, checker.error), nullptr;
    return new bnlint_checker{std::move(checker.value)};
  });
}

void bnlint_close(bnlint_checker* checker) { delete checker; }

char* bnlint_rules(const bnlint_checker* checker) {
  return Guarded<char*>(nullptr, nullptr,
                        [&] { return bnlint::Copy(checker->checker->RulesJson()); });
}

bnlint_findings* bnlint_check(const bnlint_checker* checker, const char* text, size_t bytes,
                              char** error) {
  return Guarded<bnlint_findings*>(error, nullptr, [&]() -> bnlint_findings* {
    auto found = checker->checker->Check({text, bytes});
    if (!found.error.empty()) return SetError(error, found.error), nullptr;
    return new bnlint_findings{std::move(found.value)};
  });
}

void bnlint_findings_free(bnlint_findings* findings) { delete findings; }

uint64_t bnlint_findings_count(const bnlint_findings* findings) {
  return findings->findings.size();
}

void bnlint_finding_at(const bnlint_findings* findings, uint64_t index, bnlint_finding* finding) {
  const bnlint::Finding& from = findings->findings[index];
  *finding = {from.id.c_str(),      from.name.c_str(), from.category.c_str(), from.severity.c_str(),
              from.message.c_str(), from.at.begin,     from.at.end,           from.at.begin_byte,
              from.at.end_byte,     from.line,         from.column,           from.fixes.size()};
}

uint64_t bnlint_fix_edits(const bnlint_findings* findings, uint64_t index, uint64_t fix,
                          int32_t* safe) {
  const bnlint::Finding& finding = findings->findings[index];
  if (fix >= finding.fixes.size()) return 0;
  if (safe != nullptr) *safe = finding.fixes[fix].safe ? 1 : 0;
  return finding.fixes[fix].edits.size();
}

void bnlint_fix_edit_at(const bnlint_findings* findings, uint64_t index, uint64_t fix,
                        uint64_t edit, bnlint_edit* out) {
  const bnlint::FindingEdit& from = findings->findings[index].fixes[fix].edits[edit];
  *out = {from.at.begin, from.at.end, from.at.begin_byte, from.at.end_byte, from.text.c_str()};
}

char* bnlint_fix(const bnlint_checker* checker, const char* text, size_t bytes,
                 size_t* mended_bytes, uint64_t* fixed, char** error) {
  return Guarded<char*>(error, nullptr, [&]() -> char* {
    const auto mended = checker->checker->Fix({text, bytes});
    if (!mended.error.empty()) return SetError(error, mended.error), nullptr;
    if (mended_bytes != nullptr) *mended_bytes = mended.value.text.size();
    if (fixed != nullptr) *fixed = mended.value.fixed;
    return bnlint::Copy(mended.value.text);
  });
}

void bnlint_score(const bnlint_checker* checker, const char* text, size_t bytes,
                  bnlint_quality* quality) {
  Guarded<int>(nullptr, 0, [&] {
    const bnlint::TextQuality of = checker->checker->Score({text, bytes});
    *quality = {of.score, of.words, of.known, of.valid, of.unlikelihood, of.garbage};
    return 0;
  });
}

char* bnlint_judge(const bnlint_checker* checker, const char* text, size_t bytes, char** error) {
  return Guarded<char*>(error, nullptr, [&]() -> char* {
    const auto verdict = checker->checker->Judge({text, bytes});
    if (!verdict.error.empty()) return SetError(error, verdict.error), nullptr;
    return bnlint::Copy(bnlint::VerdictJson(verdict.value));
  });
}

char* bnlint_signals(void) {
  return Guarded<char*>(nullptr, nullptr, [] { return bnlint::Copy(bnlint::SignalsJson()); });
}

int32_t bnlint_check_batch(const bnlint_checker* checker, const ArrowSchema* schema,
                           const ArrowArray* texts, uint32_t fields, uint32_t threads,
                           ArrowSchema* out_schema, ArrowArray* out, char** error) {
  return Guarded<int32_t>(error, -1, [&] {
    if (fields == 0 || (fields & ~bnlint::kFields) != 0)
      return SetError(error, "unknown fields"), -1;
    const auto views = bnlint::TextsOf(*schema, *texts);
    if (!views.error.empty()) return SetError(error, views.error), -1;
    bnlint::BatchTable table(fields, std::strcmp(schema->format, "u") != 0);
    const std::string failed = CheckTexts(*checker->checker, views.value, fields, threads, table);
    if (!failed.empty()) return SetError(error, failed), -1;
    *out_schema = table.table().Schema();
    *out = table.table().Release();
    return 0;
  });
}

int32_t bnlint_batch_schema(const char* string_format, uint32_t fields, ArrowSchema* out,
                            char** error) {
  return Guarded<int32_t>(error, -1, [&] {
    if (fields == 0 || (fields & ~bnlint::kFields) != 0)
      return SetError(error, "unknown fields"), -1;
    bnlint::BatchTable table(fields, std::strcmp(string_format, "u") != 0);
    *out = table.table().Schema();
    return 0;
  });
}
