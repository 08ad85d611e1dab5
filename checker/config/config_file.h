#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/path_pattern.h"
#include "config/setup.h"
#include "config/value.h"

namespace bnlint {

/// A bnlint.toml with all that it extends, ready to be asked about files. Paths in its values are from the current
/// directory or absolute.
struct ConfigFile {
  struct Scoped {
    std::vector<PathPattern> paths;
    Layer layer;
  };

  std::string path;               ///< as errors call it
  std::string directory;          ///< absolute, with a '/' at the end: patterns count from here
  std::vector<Layer> layers;      ///< the weakest first
  std::vector<Scoped> overrides;  ///< likewise; stronger than all layers
  std::vector<PathPattern> include;
  std::vector<PathPattern> exclude;
  std::optional<ForeignTable> dataset;

  /// From the file's directory; empty when `path`, an absolute one, does not lie below it.
  [[nodiscard]] std::string_view Relative(std::string_view absolute) const;
  /// The layers that hold for a file, the weakest first; pointers into this.
  [[nodiscard]] std::vector<const Layer*> LayersFor(std::string_view absolute) const;
};

/// Reads a config and what it extends. All faults of all of them are in `errors`; what is right is in the answer.
ConfigFile LoadConfigFile(const std::string& path, Errors& errors);

}  // namespace bnlint
