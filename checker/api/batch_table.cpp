#include "api/batch_table.h"

#include <utility>

namespace bnlint {
namespace {

std::vector<Column> FieldColumns(uint32_t fields, Column::Type text) {
  std::vector<Column> columns;
  if ((fields & BNLINT_FINDINGS) != 0) {
    std::vector<Column> parts;
    for (const char* name : {"id", "name", "severity", "message"}) parts.emplace_back(name, text);
    for (const char* name : {"begin", "end"}) parts.emplace_back(name, Column::Type::kInt);
    std::vector<Column> item;
    item.emplace_back("item", Column::Type::kStruct, std::move(parts));
    columns.emplace_back("findings", Column::Type::kList, std::move(item));
  }
  if ((fields & BNLINT_FIXED) != 0) {
    columns.emplace_back("fixed", text);
    columns.emplace_back("fixes", Column::Type::kInt);
  }
  if ((fields & BNLINT_QUALITY) != 0) columns.emplace_back("ocr_quality", Column::Type::kReal);
  if ((fields & BNLINT_SIGNALS) != 0) {
    std::vector<Column> signals;
    for (const SignalDoc& doc : Checker::Signals())
      signals.emplace_back(doc.name, Column::Type::kReal);
    columns.emplace_back("signals", Column::Type::kStruct, std::move(signals));
    columns.emplace_back("language", text);
  }
  if ((fields & BNLINT_VERDICT) != 0) {
    columns.emplace_back("kept", Column::Type::kBool);
    std::vector<Column> item;
    item.emplace_back("item", text);
    columns.emplace_back("reasons", Column::Type::kList, std::move(item));
  }
  return columns;
}

}  // namespace

BatchTable::BatchTable(uint32_t fields, bool large_text)
    : fields_(fields),
      table_("", Column::Type::kStruct,
             FieldColumns(fields, large_text ? Column::Type::kLargeText : Column::Type::kText)) {}

void BatchTable::AddFindings(Column& list, const std::vector<Finding>& findings) {
  Column& item = list.child(0);
  for (const Finding& finding : findings) {
    size_t at = 0;
    for (const std::string* text :
         {&finding.id, &finding.name, &finding.severity, &finding.message}) {
      item.child(at++).AddText(*text);
    }
    item.child(at++).AddInt(static_cast<int64_t>(finding.at.begin));
    item.child(at).AddInt(static_cast<int64_t>(finding.at.end));
    item.AddRow();
  }
  list.AddRow();
}

void BatchTable::AddVerdict(size_t at, const Verdict& verdict) {
  if ((fields_ & BNLINT_SIGNALS) != 0) {
    Column& signals = table_.child(at++);
    for (size_t i = 0; i < verdict.signals.size(); ++i)
      signals.child(i).AddReal(verdict.signals[i]);
    signals.AddRow();
    table_.child(at++).AddText(verdict.language);
  }
  if ((fields_ & BNLINT_VERDICT) == 0) return;
  table_.child(at++).AddBool(verdict.reasons.empty());
  Column& reasons = table_.child(at);
  for (const DropReason& reason : verdict.reasons) reasons.child(0).AddText(reason.signal);
  reasons.AddRow();
}

void BatchTable::Add(const BatchRow& row) {
  size_t at = 0;
  if ((fields_ & BNLINT_FINDINGS) != 0) AddFindings(table_.child(at++), row.findings);
  if ((fields_ & BNLINT_FIXED) != 0) {
    table_.child(at++).AddText(row.mended.text);
    table_.child(at++).AddInt(static_cast<int64_t>(row.mended.fixed));
  }
  if ((fields_ & BNLINT_QUALITY) != 0) table_.child(at++).AddReal(row.quality.score);
  AddVerdict(at, row.verdict);
  table_.AddRow();
}

void BatchTable::AddNull() {
  for (size_t at = 0; at < table_.children(); ++at) table_.child(at).AddNull();
  table_.AddRow();
}

BatchRow WorkOut(const Checker& checker, std::string_view text, uint32_t fields) {
  BatchRow row;
  if ((fields & BNLINT_FINDINGS) != 0) row.findings = checker.Check(text).value;
  if ((fields & BNLINT_FIXED) != 0) row.mended = checker.Fix(text).value;
  if ((fields & BNLINT_QUALITY) != 0) row.quality = checker.Score(text);
  if ((fields & (BNLINT_SIGNALS | BNLINT_VERDICT)) != 0) row.verdict = checker.Judge(text).value;
  return row;
}

}  // namespace bnlint
