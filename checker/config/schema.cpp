#include "config/schema.h"

#include <algorithm>
#include <vector>

#include "config/keys.h"
#include "config/profile.h"
#include "report/json.h"

namespace bnlint {
namespace {

using Names = std::vector<std::string>;

Json Table(std::string_view meaning) {
  Json table = {{"type", "object"}};
  if (!meaning.empty()) table["description"] = meaning;
  table["additionalProperties"] = false;
  return table;
}

Json OneString(const Key& key) {
  Json string = {{"type", "string"}};
  if (key.choices == nullptr) {
    string["minLength"] = 1;
    return string;
  }
  string["enum"] = key.choices();
  if (key.path != "profile") return string;
  // What the editor taplo shows beside each.
  Json meanings = Json::array();
  for (const std::string& profile : key.choices()) meanings.push_back(ProfileMeaning(profile));
  string["x-taplo"] = {{"docs", {{"enumValues", std::move(meanings)}}}};
  return string;
}

Json ValueOf(const Key& key) {
  Json value = Json::object();
  if (key.kind == Key::Kind::kFlag) {
    value["type"] = "boolean";
  } else if (key.kind == Key::Kind::kText) {
    value = OneString(key);
  } else {
    Json list = {{"type", "array"}, {"items", OneString(key)}};
    if (key.path == "select") list["minItems"] = 1;
    if (key.alone) {
      value["anyOf"] = Json::array({OneString(key), std::move(list)});
    } else {
      value = std::move(list);
    }
  }
  value["description"] = key.meaning;
  if (!key.otherwise.empty()) value["default"] = Json::parse(key.otherwise);
  return value;
}

// Puts the key where its path, from name `at` on, leads.
void Insert(Json& table, const Key& key, const Names& path, size_t at) {
  const bool last = at + 1 == path.size();
  const std::string upper = at == 0 ? std::string() : path[0];
  const auto put = [&](Json& place) {
    if (last) {
      place = ValueOf(key);
      return;
    }
    if (place.is_null() || !place.is_object()) place = Table(TableMeaning(path[at]));
    Insert(place, key, path, at + 1);
  };
  if (path[at] != "*") return put(table["properties"][path[at]]);
  if (key.names != nullptr) {
    for (const std::string& name : key.names()) put(table["properties"][name]);
  } else if (upper == "extensions") {
    put(table["patternProperties"]["^\\.[^/]+$"]);
  } else {
    put(table["additionalProperties"]);
  }
}

void InsertAll(Json& table, uint8_t where) {
  for (const Key& key : Keys()) {
    if ((key.where & where) != 0) Insert(table, key, SplitPath(key.path), 0);
  }
}

}  // namespace

std::string ConfigSchema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "bnlint.toml"}};
  schema.update(Table("Settings of bnlint, the quality checker for Bengali text."));
  InsertAll(schema, Key::kTop);
  Json overrides = Table({});
  InsertAll(overrides, Key::kOverride);
  overrides["required"] = Json::array({"paths"});
  schema["properties"]["overrides"] = {{"type", "array"},
                                       {"description", TableMeaning("overrides")},
                                       {"items", std::move(overrides)}};
  for (const ForeignTableName& table : ForeignTables()) {
    schema["properties"][std::string(table.name)] = {{"type", "object"},
                                                     {"description", table.meaning}};
  }
  return Dump(schema, 2) + '\n';
}

}  // namespace bnlint
