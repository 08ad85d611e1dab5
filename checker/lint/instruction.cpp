#include "lint/instruction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bnlint {
namespace {

constexpr std::array<std::pair<std::string_view, Verb>, 6> kVerbs = {{
    {"words", Verb::kWords},
    {"ignore", Verb::kIgnore},
    {"ignore-next-line", Verb::kIgnoreNextLine},
    {"ignore-file", Verb::kIgnoreFile},
    {"off", Verb::kOff},
    {"on", Verb::kOn},
}};

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view Trimmed(std::string_view text, std::string_view what = kBlanks) {
  const size_t begin = std::min(text.find_first_not_of(what), text.size());
  return text.substr(begin, text.find_last_not_of(what) + 1 - begin);
}

}  // namespace

Instruction ParseInstruction(std::string_view directive) {
  Instruction instruction;
  const size_t end = std::min(directive.find_first_of(" \t\r\n[:,"), directive.size());
  instruction.word = directive.substr(0, end);
  for (const auto& [name, verb] : kVerbs) {
    if (name == instruction.word) instruction.verb = verb;
  }
  std::string_view rest = directive.substr(end);
  if (instruction.verb == Verb::kWords || instruction.verb == Verb::kUnknown) return instruction;
  rest = rest.substr(std::min(rest.find_first_not_of(kBlanks), rest.size()));
  if (rest.starts_with('[')) {
    instruction.has_names = true;
    const size_t close = rest.find(']');
    std::string_view list = rest.substr(1, close == std::string_view::npos ? close : close - 1);
    while (!list.empty()) {
      const std::string_view name = list.substr(0, list.find(','));
      list.remove_prefix(std::min(list.size(), name.size() + 1));
      if (!Trimmed(name).empty()) instruction.names.push_back(Trimmed(name));
    }
    instruction.broken = close == std::string_view::npos || instruction.names.empty();
    rest = instruction.broken ? std::string_view() : rest.substr(close + 1);
  }
  instruction.reason = Trimmed(rest, " \t\r\n:-");
  return instruction;
}

const std::vector<std::string_view>& VerbNames() {
  static const auto names = [] {
    std::vector<std::string_view> list;
    for (const auto& [name, verb] : kVerbs) list.push_back(name);
    return list;
  }();
  return names;
}

}  // namespace bnlint
