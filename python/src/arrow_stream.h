#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "bnlint_c.h"

// The Arrow C Stream Interface, as its specification gives it.
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif

namespace bnlint::python {

using SharedChecker = std::shared_ptr<bnlint_checker>;

/// What is done with a batch: bnlint_check_batch's parameters, and the column of texts ("" when the array is one itself).
struct BatchPlan {
  SharedChecker checker;
  std::string column;
  uint32_t fields = 0;
  uint32_t threads = 0;
};

/// Checks one array; an error message, or empty and the outputs set. Takes nothing over.
std::string CheckArray(const BatchPlan& plan, const ArrowSchema& schema, const ArrowArray& array,
                       ArrowSchema* out_schema, ArrowArray* out);

/// A stream whose batches are the results of those of `input`, one for one, each worked out when it is asked for. Takes
/// `input` over. Release it.
ArrowArrayStream CheckStream(BatchPlan plan, ArrowArrayStream input);

}  // namespace bnlint::python
