#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint::dataset {

/// A file of documents.
struct Shard {
  std::string path;    ///< "-" is standard input
  std::string output;  ///< where its output goes below --output-dir: a relative path
};

/// The files that `inputs` name, in order: files, patterns with * ? [ ] (sorted), "-". Of a pattern, the part with the
/// folders behind its first wildcard is kept in `output`, of a file only its name. A pattern that fits nothing, and two
/// files with one output, are errors; a file that cannot be read is one when it is opened.
Result<std::vector<Shard>> FindShards(const std::vector<std::string>& inputs);

}  // namespace bnlint::dataset
