#include "config/dataset_table.h"

#include "dataset/policy.h"
#include "dataset/signals.h"

namespace bnlint {

void CheckDataset(std::string_view toml, const std::string& path, Errors& errors) {
  if (const auto policy = dataset::Policy::FromToml(toml, path); !policy) {
    errors.push_back(policy.error());
  }
}

Json DatasetSchema() {
  const auto string = [](std::string_view meaning) {
    return Json{{"type", "string"}, {"description", meaning}};
  };
  const Json number = {{"type", "number"}};
  const Json range = {{"type", "object"},
                      {"additionalProperties", false},
                      {"minProperties", 1},
                      {"properties", {{"min", number}, {"max", number}}}};
  Json thresholds = {
      {"type", "object"},
      {"description",
       "Ranges of signals, on top of the preset's; false takes one of the preset away."},
      {"additionalProperties", false}};
  for (const dataset::SignalInfo& info : dataset::SignalTable()) {
    thresholds["properties"][std::string(info.name)] = {
        {"anyOf", Json::array({range, Json{{"const", false}}})}, {"description", info.formula}};
  }
  Json preset = string("Where the thresholds start from.");
  preset["enum"] = dataset::PresetNames();
  return {{"type", "object"},
          {"additionalProperties", false},
          {"properties",
           {{"preset", std::move(preset)},
            {"text_field", string("The field of a record that holds its text; a dotted path.")},
            {"id_field", string("The field that names a record; a dotted path.")},
            {"thresholds", std::move(thresholds)}}}};
}

}  // namespace bnlint
