#include "cli/target.h"

#include <algorithm>

#include "cli/tell.h"

namespace bnlint {

std::optional<Target> OpenTarget(const CheckOptions& options, const std::vector<BatchFile>& files) {
  Target target;
  const bool mends_input =
      options.fix && std::ranges::any_of(files, [](const BatchFile& f) { return f.path == "-"; });
  if (!options.output.empty()) {
    auto created = AtomicFile::Create(options.output);
    if (!created) {
      Tell(created.error());
      return std::nullopt;
    }
    target.file.emplace(std::move(*created));
    target.stream = &target.file->stream();
  } else if (options.diff && options.format.empty()) {
    target.stream = nullptr;
  } else if (options.diff || mends_input) {
    target.stream = &std::cerr;
  }
  return target;
}

bool Close(Target& target) {
  std::cout.flush();
  if (!std::cout) Tell(Error{"writing failed", "standard output", 0, 0});
  if (!target.file) return static_cast<bool>(std::cout);
  const auto committed = target.file->Commit();
  if (!committed) Tell(committed.error());
  return std::cout && committed;
}

}  // namespace bnlint
