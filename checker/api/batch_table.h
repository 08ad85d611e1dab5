#pragma once

#include <cstdint>
#include <string_view>

#include "api/arrow_column.h"
#include "bnlint.h"

namespace bnlint {

/// What the fields of a batch's result say of one text.
struct BatchRow {
  std::vector<Finding> findings;
  MendedText mended;
  TextQuality quality;
  Verdict verdict;
};

/// The result of a batch in the making: a struct column with the fields of bnlint_c.h that `fields` asks for.
class BatchTable {
 public:
  BatchTable(uint32_t fields, bool large_text);

  void Add(const BatchRow& row);
  /// The row of a null text. The struct itself is never null, so that it can be a record batch.
  void AddNull();
  [[nodiscard]] Column& table() { return table_; }

 private:
  void AddVerdict(size_t at, const Verdict& verdict);
  void AddFindings(Column& list, const std::vector<Finding>& findings);

  uint32_t fields_;
  Column table_;
};

/// Works one text out. Thread-safe.
BatchRow WorkOut(const Checker& checker, std::string_view text, uint32_t fields);

}  // namespace bnlint
