// bnlint config: what a bnlint.toml may say, and what holds for a file.

#include <iostream>

#include "cli/cli.h"
#include "cli/tell.h"
#include "config/configs.h"
#include "config/key_docs.h"
#include "config/schema.h"
#include "config/show.h"

namespace bnlint {

int RunConfig(const ConfigOptions& options) {
  if (int{options.schema} + int{options.markdown} + int{!options.show.empty()} != 1) {
    Tell(Error{"needs one of --show FILE, --schema and --markdown", "config", 0, 0});
    return kCouldNot;
  }
  if (options.schema) {
    std::cout << ConfigSchema();
    return kClean;
  }
  if (options.markdown) {
    std::cout << ConfigMarkdown();
    return kClean;
  }
  Configs::Options configs;
  configs.file = options.config;
  configs.isolated = options.isolated;
  const auto found = Configs(std::move(configs)).For(options.show);
  if (!found) {
    Tell(found.error());
    return kCouldNot;
  }
  std::cout << (options.format == "json" ? ShowJson(options.show, *found)
                                         : ShowText(options.show, *found));
  return kClean;
}

}  // namespace bnlint
