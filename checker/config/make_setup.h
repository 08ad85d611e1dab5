#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "config/config_file.h"
#include "config/libraries.h"
#include "config/setup.h"

namespace bnlint {

/// What setups have in common whatever the files.
struct SetupOptions {
  bool unsafe = false;   ///< as FixPolicy
  bool suggest = false;  ///< as CheckServices
  bool quality = false;
};

/// The values of layers, the weakest first, as one: a stronger value takes the place of a weaker one, a list that `adds`
/// joins it; what a weaker layer turned on or off ends where a stronger one says `select`.
Values Merge(std::span<const Layer* const> layers);

/// Adds to `errors` every selector of a layer that fits no rule, with its place.
void CheckSelectors(const Layer& layer, const RuleSet& rules, Errors& errors);

/// The directories of the key `rules`.
std::vector<std::string> RuleDirectories(const Values& values);

/// Adds up layers, the weakest first; those of the profiles that they name come below them all. `file` may be null.
tl::expected<std::shared_ptr<const Setup>, Errors> MakeSetup(std::vector<const Layer*> layers,
                                                             const ConfigFile* file,
                                                             const SetupOptions& options,
                                                             Libraries& libraries);

}  // namespace bnlint
