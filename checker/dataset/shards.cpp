#include "dataset/shards.h"

#include <map>

#include <glob.h>
#include <sys/stat.h>

namespace bnlint::dataset {
namespace {

bool Exists(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0;
}

std::string FileName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Result<void> AddPattern(const std::string& pattern, std::vector<Shard>& shards) {
  const size_t wildcard = pattern.find_first_of("*?[");
  const size_t folder = pattern.rfind('/', wildcard);
  const size_t fixed = folder == std::string::npos ? 0 : folder + 1;
  glob_t found{};
  const int status = glob(pattern.c_str(), 0, nullptr, &found);
  for (size_t i = 0; status == 0 && i < found.gl_pathc; ++i) {
    const std::string path = found.gl_pathv[i];
    shards.push_back({path, path.substr(fixed)});
  }
  globfree(&found);
  if (status != 0) return Fail("no file fits the pattern", pattern);
  return {};
}

}  // namespace

Result<std::vector<Shard>> FindShards(const std::vector<std::string>& inputs) {
  std::vector<Shard> shards;
  for (const std::string& input : inputs) {
    if (input == "-") {
      shards.push_back({input, "stdin.jsonl"});
    } else if (input.find_first_of("*?[") == std::string::npos || Exists(input)) {
      shards.push_back({input, FileName(input)});
    } else if (const auto added = AddPattern(input, shards); !added) {
      return tl::unexpected(added.error());
    }
  }
  std::map<std::string, std::string> outputs;
  for (const Shard& shard : shards) {
    const auto [other, is_new] = outputs.emplace(shard.output, shard.path);
    if (!is_new) {
      return Fail("has the same name as " + other->second +
                      ": give a pattern such as 'folder/*/*.jsonl', which keeps the folders apart",
                  shard.path);
    }
  }
  return shards;
}

}  // namespace bnlint::dataset
