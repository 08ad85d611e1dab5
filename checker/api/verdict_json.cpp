#include "api/verdict_json.h"

#include <optional>

#include <nlohmann/json.hpp>

namespace bnlint {
namespace {

using Json = nlohmann::ordered_json;

Json OrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

std::string VerdictJson(const Verdict& verdict) {
  Json json = {{"kept", verdict.reasons.empty()},
               {"language", verdict.language},
               {"reasons", Json::array()},
               {"signals", Json::object()}};
  for (const DropReason& reason : verdict.reasons) {
    json["reasons"].push_back({{"signal", reason.signal},
                               {"value", reason.value},
                               {"min", OrNull(reason.min)},
                               {"max", OrNull(reason.max)}});
  }
  size_t at = 0;
  for (const SignalDoc& doc : Checker::Signals()) json["signals"][doc.name] = verdict.signals[at++];
  return json.dump();
}

std::string SignalsJson() {
  Json json = Json::array();
  for (const SignalDoc& doc : Checker::Signals()) {
    json.push_back(
        {{"name", doc.name}, {"unit", doc.unit}, {"formula", doc.formula}, {"source", doc.source}});
  }
  return json.dump();
}

}  // namespace bnlint
