#include "config/path_pattern.h"

#include <algorithm>

namespace bnlint {

Result<PathPattern> PathPattern::Parse(std::string_view text) {
  PathPattern pattern;
  if (text.starts_with('!')) {
    return Fail(
        "a pattern here cannot take back with '!'; name what is meant, or use .bnlintignore");
  }
  size_t cut = 0;  // characters before the glob
  if (text.starts_with("./")) cut = 2;
  if (text.substr(cut).starts_with('/')) ++cut;
  const bool anchored = cut > 0;
  std::string_view glob = text.substr(cut);
  if (glob.ends_with('/')) {
    pattern.directory_only_ = true;
    glob.remove_suffix(1);
  }
  if (glob.empty()) return Fail("an empty pattern matches nothing; '**' is everything");
  pattern.name_only_ = !anchored && glob.find('/') == std::string_view::npos;
  auto parsed = Glob::Parse(glob);
  if (!parsed) {
    Error error = parsed.error();
    if (error.column != 0) error.column += cut;
    return tl::unexpected(std::move(error));
  }
  pattern.glob_ = std::move(*parsed);
  return pattern;
}

bool PathPattern::Matches(std::string_view path) const {
  for (size_t begin = 0; begin < path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    const bool is_directory = end < path.size();
    const std::string_view subject =
        name_only_ ? path.substr(begin, end - begin) : path.substr(0, end);
    if ((is_directory || !directory_only_) && glob_.Matches(subject)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace bnlint
