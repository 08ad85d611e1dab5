#include "api/json_options.h"

#include <functional>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "base/nearest.h"

namespace bnlint {
namespace {

using Json = nlohmann::json;

bool IsListOfStrings(const Json& value) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_string(); });
}

// Takes a value into the options; false when it is of the wrong type.
using Taker = std::function<bool(CheckerOptions&, const Json&)>;

Taker List(std::vector<std::string> CheckerOptions::*member) {
  return [member](CheckerOptions& options, const Json& value) {
    if (!IsListOfStrings(value)) return false;
    options.*member = value.get<std::vector<std::string>>();
    return true;
  };
}

Taker Text(std::string CheckerOptions::*member) {
  return [member](CheckerOptions& options, const Json& value) {
    if (!value.is_string()) return false;
    options.*member = value.get<std::string>();
    return true;
  };
}

Taker Flag(bool CheckerOptions::*member) {
  return [member](CheckerOptions& options, const Json& value) {
    if (!value.is_boolean()) return false;
    options.*member = value.get<bool>();
    return true;
  };
}

struct Key {
  Taker take;
  std::string_view wants;
};

const std::map<std::string, Key>& Keys() {
  static const auto* const kKeys = new std::map<std::string, Key>{
      {"select", {List(&CheckerOptions::select), "an array of strings"}},
      {"extend_select", {List(&CheckerOptions::extend_select), "an array of strings"}},
      {"ignore", {List(&CheckerOptions::ignore), "an array of strings"}},
      {"profile", {Text(&CheckerOptions::profile), "a string"}},
      {"rules", {List(&CheckerOptions::rules), "an array of strings"}},
      {"words", {List(&CheckerOptions::words), "an array of strings"}},
      {"dictionary", {Text(&CheckerOptions::dictionary), "a string"}},
      {"format", {Text(&CheckerOptions::format), "a string"}},
      {"language", {Text(&CheckerOptions::language), "a string"}},
      {"preset", {Text(&CheckerOptions::preset), "a string"}},
      {"dataset", {Text(&CheckerOptions::dataset), "a string"}},
      {"unsafe", {Flag(&CheckerOptions::unsafe), "true or false"}},
      {"suggest", {Flag(&CheckerOptions::suggest), "true or false"}}};
  return *kKeys;
}

std::string UnknownKey(const std::string& key) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : Keys()) names.push_back(name);
  return "options: there is no '" + key + "'" + DidYouMean(key, names);
}

}  // namespace

Outcome<CheckerOptions> OptionsFromJson(std::string_view json) {
  Outcome<CheckerOptions> outcome;
  const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) {
    outcome.error = "options: not a JSON object";
    return outcome;
  }
  for (const auto& [name, value] : object.items()) {
    const auto key = Keys().find(name);
    if (key == Keys().end()) {
      outcome.error = UnknownKey(name);
    } else if (!key->second.take(outcome.value, value)) {
      outcome.error = "options: '" + name + "' must be " + std::string(key->second.wants);
    }
    if (!outcome.error.empty()) return outcome;
  }
  return outcome;
}

}  // namespace bnlint
