#include "api/arrow_column.h"

#include <limits>
#include <utility>

namespace bnlint {
namespace {

constexpr const char* FormatOf(Column::Type type) {
  switch (type) {
    case Column::Type::kText: return "u";
    case Column::Type::kLargeText: return "U";
    case Column::Type::kInt: return "l";
    case Column::Type::kReal: return "g";
    case Column::Type::kBool: return "b";
    case Column::Type::kList: return "+l";
    case Column::Type::kStruct: return "+s";
  }
  return "n";
}

bool HasOffsets(Column::Type type) {
  return type == Column::Type::kText || type == Column::Type::kLargeText ||
         type == Column::Type::kList;
}

// What an exported schema owns.
struct SchemaParts {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

// What an exported array owns.
struct ArrayParts {
  std::vector<uint8_t> validity;
  std::vector<int32_t> offsets;
  std::vector<int64_t> wide;  // wide offsets or integers
  std::vector<double> reals;
  std::vector<uint8_t> bools;
  std::string text;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

// As the specification wants it: a child may have been moved out by the consumer, its release is null then.
template <typename Parts, typename Exported>
void ReleaseExported(Exported* exported) {
  auto* parts = static_cast<Parts*>(exported->private_data);
  for (Exported& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  delete parts;
  exported->release = nullptr;
}

template <typename Parts>
void LinkChildren(Parts& parts) {
  for (auto& child : parts.children) parts.pointers.push_back(&child);
}

}  // namespace

Column::Column(std::string name, Type type, std::vector<Column> children)
    : name_(std::move(name)), type_(type), children_(std::move(children)) {
  if (HasOffsets(type)) offsets_.push_back(0);
}

void Column::AddText(std::string_view text) {
  text_ += text;
  offsets_.push_back(static_cast<int64_t>(text_.size()));
  AddValidity(true);
}

void Column::AddInt(int64_t value) {
  ints_.push_back(value);
  AddValidity(true);
}

void Column::AddReal(double value) {
  reals_.push_back(value);
  AddValidity(true);
}

void Column::AddBool(bool value) {
  if (size_ % 8 == 0) bools_.push_back(0);
  if (value) bools_.back() |= static_cast<uint8_t>(1U << (size_ % 8));
  AddValidity(true);
}

void Column::AddRow() {
  if (type_ == Type::kList) offsets_.push_back(children_[0].size());
  AddValidity(true);
}

void Column::AddNull() {
  if (HasOffsets(type_)) offsets_.push_back(offsets_.back());
  if (type_ == Type::kInt) ints_.push_back(0);
  if (type_ == Type::kReal) reals_.push_back(0);
  if (type_ == Type::kBool && size_ % 8 == 0) bools_.push_back(0);
  if (type_ == Type::kStruct) {
    for (Column& child : children_) child.AddNull();
  }
  AddValidity(false);
}

void Column::AddValidity(bool valid) {
  if (size_ % 8 == 0) validity_.push_back(0);
  if (valid) {
    validity_.back() |= static_cast<uint8_t>(1U << (size_ % 8));
  } else {
    ++nulls_;
  }
  ++size_;
}

std::string Column::TooLarge() const {
  const bool narrow = type_ == Type::kText || type_ == Type::kList;
  if (narrow && offsets_.back() > std::numeric_limits<int32_t>::max()) return name_;
  for (const Column& child : children_) {
    if (std::string name = child.TooLarge(); !name.empty()) return name;
  }
  return {};
}

ArrowSchema Column::Schema() const {
  auto* parts = new SchemaParts{name_, {}, {}};
  for (const Column& child : children_) parts->children.push_back(child.Schema());
  LinkChildren(*parts);
  ArrowSchema schema{};
  schema.format = FormatOf(type_);
  schema.name = parts->name.c_str();
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.n_children = static_cast<int64_t>(parts->children.size());
  schema.children = parts->pointers.data();
  schema.release = ReleaseExported<SchemaParts, ArrowSchema>;
  schema.private_data = parts;
  return schema;
}

ArrowArray Column::Release() {
  auto* parts = new ArrayParts;
  parts->validity = std::move(validity_);
  parts->buffers.push_back(nulls_ == 0 ? nullptr : parts->validity.data());
  if (type_ == Type::kText || type_ == Type::kList) {
    parts->offsets.assign(offsets_.begin(), offsets_.end());
    parts->buffers.push_back(parts->offsets.data());
  } else if (type_ == Type::kBool) {
    parts->bools = std::move(bools_);
    parts->buffers.push_back(parts->bools.data());
  } else if (type_ != Type::kStruct && type_ != Type::kReal) {
    parts->wide = std::move(type_ == Type::kInt ? ints_ : offsets_);
    parts->buffers.push_back(parts->wide.data());
  } else if (type_ == Type::kReal) {
    parts->reals = std::move(reals_);
    parts->buffers.push_back(parts->reals.data());
  }
  if (type_ == Type::kText || type_ == Type::kLargeText) {
    parts->text = std::move(text_);
    parts->buffers.push_back(parts->text.data());
  }
  for (Column& child : children_) parts->children.push_back(child.Release());
  LinkChildren(*parts);
  ArrowArray array{};
  array.length = std::exchange(size_, 0);
  array.null_count = std::exchange(nulls_, 0);
  array.n_buffers = static_cast<int64_t>(parts->buffers.size());
  array.buffers = parts->buffers.data();
  array.n_children = static_cast<int64_t>(parts->children.size());
  array.children = parts->pointers.data();
  array.release = ReleaseExported<ArrayParts, ArrowArray>;
  array.private_data = parts;
  offsets_.assign(HasOffsets(type_) ? 1 : 0, 0);
  return array;
}

}  // namespace bnlint
