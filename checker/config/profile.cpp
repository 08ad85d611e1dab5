#include "config/profile.h"

#include <map>
#include <string>

#include "config/parse.h"
#include "embed/embed.h"
#include "rule/rule.h"

namespace bnlint {

std::string_view ProfileMeaning(std::string_view name) {
  if (name == "editorial") {
    return "for a text before publication: what a copy editor asks about spelling, usage and "
           "style; what no reader can see "
           "is left out";
  }
  if (name == "dataset") {
    return "for texts by the million: only what damaged a text on its way; how its author spells, "
           "punctuates and writes is "
           "left alone";
  }
  if (name == "ocr") return "for text that was read by a machine: misread words, lines and pages";
  if (name == "bn-IN") {
    return "the norm of West Bengal: older spellings are reported, but for those that it keeps";
  }
  return {};
}

const Layer& ProfileLayer(std::string_view name) {
  static const auto layers = [] {
    std::map<std::string, Layer, std::less<>> read;
    for (const std::string_view profile : kProfiles) {
      const std::string path = "profiles/" + std::string(profile) + ".toml";
      Errors errors;  // a test holds that there are none
      read[std::string(profile)] = ParseConfig(Embedded(path), path, Key::kProfile, errors).top;
    }
    return read;
  }();
  static const Layer nothing;
  const auto found = layers.find(name);
  return found == layers.end() ? nothing : found->second;
}

}  // namespace bnlint
