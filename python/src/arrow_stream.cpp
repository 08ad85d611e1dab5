#include "arrow_stream.h"

#include <cerrno>
#include <string_view>
#include <utility>

namespace bnlint::python {
namespace {

// The error of a C function, freed.
std::string Taken(char* error) {
  const std::string text = error == nullptr ? "bnlint failed" : error;
  bnlint_free(error);
  return text;
}

// Where the texts are; the array's own columns count from its offset.
struct TextColumn {
  const ArrowSchema* schema = nullptr;
  int64_t child = -1;  // of the array, or -1: the array itself
  std::string error;
};

TextColumn FindColumn(const ArrowSchema& schema, const std::string& column) {
  const std::string_view format = schema.format;
  if (format != "+s") {
    if (column.empty()) return {&schema, -1, {}};
    return {nullptr, -1, "there are no columns to choose '" + column + "' from"};
  }
  std::string names;
  for (int64_t i = 0; i < schema.n_children; ++i) {
    const ArrowSchema* child = schema.children[i];
    if (column == child->name || (column.empty() && schema.n_children == 1)) return {child, i, {}};
    names += (names.empty() ? "" : ", ") + std::string(child->name);
  }
  return {nullptr, -1,
          column.empty() ? "say which column holds the text: " + names
                         : "there is no column '" + column + "' among: " + names};
}

struct StreamState {
  BatchPlan plan;
  ArrowArrayStream input;
  std::string error;
};

StreamState& StateOf(ArrowArrayStream* stream) {
  return *static_cast<StreamState*>(stream->private_data);
}

int Failed(StreamState& state, std::string error) {
  state.error = std::move(error);
  return EINVAL;
}

int InputFailed(StreamState& state, int code) {
  const char* error = state.input.get_last_error(&state.input);
  state.error = error == nullptr ? "the input stream failed" : error;
  return code;
}

int GetSchema(ArrowArrayStream* stream, ArrowSchema* out) {
  StreamState& state = StateOf(stream);
  ArrowSchema schema;
  if (const int code = state.input.get_schema(&state.input, &schema); code != 0) {
    return InputFailed(state, code);
  }
  const TextColumn texts = FindColumn(schema, state.plan.column);
  char* error = nullptr;
  std::string failed = texts.error;
  if (failed.empty() &&
      bnlint_batch_schema(texts.schema->format, state.plan.fields, out, &error) != 0) {
    failed = Taken(error);
  }
  schema.release(&schema);
  return failed.empty() ? 0 : Failed(state, std::move(failed));
}

int GetNext(ArrowArrayStream* stream, ArrowArray* out) {
  StreamState& state = StateOf(stream);
  ArrowArray array;
  if (const int code = state.input.get_next(&state.input, &array); code != 0) {
    return InputFailed(state, code);
  }
  *out = ArrowArray{};
  if (array.release == nullptr) return 0;  // the end
  ArrowSchema schema;
  if (const int code = state.input.get_schema(&state.input, &schema); code != 0) {
    array.release(&array);
    return InputFailed(state, code);
  }
  ArrowSchema out_schema{};
  std::string failed = CheckArray(state.plan, schema, array, &out_schema, out);
  if (out_schema.release != nullptr) out_schema.release(&out_schema);
  schema.release(&schema);
  array.release(&array);
  return failed.empty() ? 0 : Failed(state, std::move(failed));
}

const char* GetLastError(ArrowArrayStream* stream) { return StateOf(stream).error.c_str(); }

void Release(ArrowArrayStream* stream) {
  StreamState& state = StateOf(stream);
  if (state.input.release != nullptr) state.input.release(&state.input);
  delete &state;
  stream->release = nullptr;
}

}  // namespace

std::string CheckArray(const BatchPlan& plan, const ArrowSchema& schema, const ArrowArray& array,
                       ArrowSchema* out_schema, ArrowArray* out) {
  const TextColumn texts = FindColumn(schema, plan.column);
  if (!texts.error.empty()) return texts.error;
  ArrowArray column = array;
  if (texts.child >= 0) {
    column = *array.children[texts.child];
    column.offset += array.offset;
    column.length = array.length;
  }
  char* error = nullptr;
  if (bnlint_check_batch(plan.checker.get(), texts.schema, &column, plan.fields, plan.threads,
                         out_schema, out, &error) == 0) {
    return {};
  }
  return Taken(error);
}

ArrowArrayStream CheckStream(BatchPlan plan, ArrowArrayStream input) {
  return {GetSchema, GetNext, GetLastError, Release, new StreamState{std::move(plan), input, {}}};
}

}  // namespace bnlint::python
