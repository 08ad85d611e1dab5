#pragma once

#include <string>

#include "rule/diagnostic.h"

namespace bnlint {

/// The words that a fix touches, before and after it, safe to show on a terminal. Words far apart
/// are joined by …; of an edit outside the place's context only the new text is known.
struct FixDiff {
  std::string removed;  ///< empty when there is nothing to show
  std::string added;
};

/// Thread-safe.
FixDiff MakeFixDiff(const Place& place, const Fix& fix);

}  // namespace bnlint
