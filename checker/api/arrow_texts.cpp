#include "api/arrow_texts.h"

#include <cstring>

namespace bnlint {
namespace {

bool IsNull(const ArrowArray& array, int64_t row) {
  const auto* validity = static_cast<const uint8_t*>(array.buffers[0]);
  return validity != nullptr && (validity[row / 8] >> (row % 8) & 1) == 0;
}

// An entry of the views buffer: up to 12 bytes stand in it, a longer text in one of the variadic buffers.
struct View {
  int32_t size;
  char inlined[4];  // or a prefix
  int32_t buffer;   // or more inlined bytes
  int32_t offset;
};
static_assert(sizeof(View) == 16);
constexpr int32_t kInlined = 12;

std::string_view ViewAt(const ArrowArray& array, int64_t row) {
  const char* bytes = static_cast<const char*>(array.buffers[1]) + row * int64_t{sizeof(View)};
  View view;
  std::memcpy(&view, bytes, sizeof view);
  if (view.size <= kInlined) {
    return {bytes + offsetof(View, inlined), static_cast<size_t>(view.size)};
  }
  const auto* data = static_cast<const char*>(array.buffers[2 + view.buffer]);
  return {data + view.offset, static_cast<size_t>(view.size)};
}

template <typename Offset>
std::string_view StringAt(const ArrowArray& array, int64_t row) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
  const auto* data = static_cast<const char*>(array.buffers[2]);
  if (offsets[row] == offsets[row + 1]) return {};  // the data may be null then
  return {data + offsets[row], static_cast<size_t>(offsets[row + 1] - offsets[row])};
}

using Getter = std::string_view (*)(const ArrowArray&, int64_t);

Getter GetterFor(std::string_view format) {
  if (format == "u") return StringAt<int32_t>;
  if (format == "U") return StringAt<int64_t>;
  return format == "vu" ? ViewAt : nullptr;
}

}  // namespace

Outcome<std::vector<MaybeText>> TextsOf(const ArrowSchema& schema, const ArrowArray& array) {
  Outcome<std::vector<MaybeText>> outcome;
  const Getter get = GetterFor(schema.format);
  if (get == nullptr || schema.dictionary != nullptr) {
    outcome.error =
        std::string(
            "an array of texts must be of type string, large_string or string_view, not '") +
        schema.format + (schema.dictionary != nullptr ? "' as a dictionary: decode it first" : "'");
    return outcome;
  }
  outcome.value.reserve(static_cast<size_t>(array.length));
  for (int64_t row = array.offset; row < array.offset + array.length; ++row) {
    if (IsNull(array, row)) {
      outcome.value.emplace_back();
    } else {
      outcome.value.emplace_back(get(array, row));
    }
  }
  return outcome;
}

}  // namespace bnlint
