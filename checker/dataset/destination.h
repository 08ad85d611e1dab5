#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "dataset/job.h"

namespace bnlint::dataset {

/// A file that is written while a run goes on and is there only when it is complete; or standard output. Compressed as its
/// name says.
class Destination {
 public:
  /// `path` "-" is standard output. Folders are made as needed.
  static Result<std::unique_ptr<Destination>> Open(const std::string& path);
  Destination() = default;
  Destination(const Destination&) = delete;
  Destination& operator=(const Destination&) = delete;
  virtual ~Destination() = default;
  virtual void Write(std::string_view bytes) = 0;
  /// The file is complete and gets its name. Without it there will be none.
  virtual Result<void> Commit() = 0;
};

/// Where the output of a shard goes.
std::string OutputPath(const Job& job, const Shard& shard);
/// … and what is dropped of it; empty: nowhere.
std::string DroppedPath(const Job& job, const Shard& shard);

}  // namespace bnlint::dataset
