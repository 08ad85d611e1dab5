#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bnlint.h"
#include "bnlint_c.h"

namespace bnlint {

/// A column in the making, and then an Arrow array that owns its buffers. Rows are appended one by one; a struct's and a
/// list's children are appended to first. Not thread-safe.
///
/// kText is "u" or "U", whichever the column was made with; kList has int32 offsets.
class Column {
 public:
  enum class Type : uint8_t { kText, kLargeText, kInt, kReal, kBool, kList, kStruct };

  Column(std::string name, Type type, std::vector<Column> children = {});

  void AddText(std::string_view text);
  void AddInt(int64_t value);
  void AddReal(double value);
  void AddBool(bool value);
  /// Ends a row of a list (its items are in child(0) since the last one) or of a struct (each child has one more row).
  void AddRow();
  /// A null row; a struct's children get one too.
  void AddNull();

  [[nodiscard]] Column& child(size_t index) { return children_[index]; }
  [[nodiscard]] size_t children() const { return children_.size(); }
  [[nodiscard]] int64_t size() const { return size_; }
  /// The first column, this one or below it, whose bytes or items do not fit its offsets; empty when all do.
  [[nodiscard]] std::string TooLarge() const;

  /// What the column is. The result owns itself: release it.
  [[nodiscard]] ArrowSchema Schema() const;
  /// Hands the rows over; the column is empty afterwards. The result owns itself: release it.
  [[nodiscard]] ArrowArray Release();

 private:
  void AddValidity(bool valid);

  std::string name_;
  Type type_;
  std::vector<Column> children_;
  int64_t size_ = 0;
  int64_t nulls_ = 0;
  std::vector<uint8_t> validity_;
  std::vector<int64_t> offsets_;  // of texts and lists, one more than rows
  std::string text_;
  std::vector<int64_t> ints_;
  std::vector<double> reals_;
  std::vector<uint8_t> bools_;  // bits, as Arrow packs them
};

}  // namespace bnlint
