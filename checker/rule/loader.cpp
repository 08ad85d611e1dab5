#include "rule/loader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <optional>

#include <toml++/toml.h>

#include "rule/pattern.h"

namespace bnlint {
namespace {

template <typename T>
using Choices = std::vector<std::pair<std::string_view, T>>;

Choices<FixSafety> FixNames() {
  return {{"none", FixSafety::kNone}, {"safe", FixSafety::kSafe}, {"unsafe", FixSafety::kUnsafe}};
}

Error AtNode(const std::string& path, const toml::source_region& region, std::string message) {
  return {std::move(message), path, region.begin.line, region.begin.column};
}

// Reads a table key by key and remembers every complaint, so that an author sees all of them at once.
class Reader {
 public:
  Reader(std::string path, Errors& errors) : path_(std::move(path)), errors_(errors) {}

  void Complain(const toml::node& node, std::string message) {
    errors_.push_back(AtNode(path_, node.source(), std::move(message)));
  }

  void RefuseUnknown(const toml::table& table, std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      std::string list;
      for (const auto name : known) list += (list.empty() ? "" : ", ") + std::string(name);
      errors_.push_back(AtNode(path_, key.source(),
                               "unknown key '" + std::string(key.str()) + "'; known are: " + list));
    }
  }

  // The value of an optional key; complains when it has another type.
  template <typename T>
  std::optional<T> Get(const toml::table& table, std::string_view key, std::string_view type) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    auto value = node->value_exact<T>();
    if (!value) Complain(*node, "'" + std::string(key) + "' must be " + std::string(type));
    return value;
  }
  std::optional<std::string> String(const toml::table& table, std::string_view key) {
    return Get<std::string>(table, key, "a string");
  }
  std::string Need(const toml::table& table, std::string_view key) {
    auto value = String(table, key);
    if (value && !value->empty()) return *value;
    if (table.get(key) == nullptr || value) {
      Complain(table, "'" + std::string(key) + "' is missing or empty");
    }
    return {};
  }
  std::vector<std::string> Strings(const toml::table& table, std::string_view key) {
    std::vector<std::string> values;
    const toml::node* node = table.get(key);
    if (node == nullptr) return values;
    const toml::array* array = node->as_array();
    if (array == nullptr || (!array->empty() && !array->is_homogeneous<std::string>())) {
      Complain(*node, "'" + std::string(key) + "' must be a list of strings");
      return values;
    }
    for (const auto& item : *array) values.push_back(*item.value<std::string>());
    return values;
  }
  // One of a few words; `otherwise` when the key is missing or wrong.
  template <typename T>
  T Choice(const toml::table& table, std::string_view key, T otherwise, const Choices<T>& choices) {
    const auto word = String(table, key);
    if (!word) return otherwise;
    std::string list;
    for (const auto& [name, value] : choices) {
      if (name == *word) return value;
      list += (list.empty() ? "" : ", ") + std::string(name);
    }
    Complain(*table.get(key), "'" + std::string(key) + "' must be one of: " + list);
    return otherwise;
  }

 private:
  std::string path_;
  Errors& errors_;
};

// Takes the [[ ]] out of a bad text. In a run of brackets the outermost two are the mark, so that
// [[[[File]]]] marks [[File]].
bool TakeMarks(std::string_view marked, Example& example) {
  size_t open = std::string::npos;
  for (size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    if (open == std::string::npos && rest.starts_with("[[")) {
      open = example.bad.size();
      at += 2;
    } else if (open != std::string::npos && rest.starts_with("]]") && !rest.starts_with("]]]")) {
      example.marks.push_back({open, example.bad.size()});
      open = std::string::npos;
      at += 2;
    } else {
      example.bad += marked[at++];
    }
  }
  return open == std::string::npos && !example.marks.empty();
}

void ReadExamples(const toml::table& table, Reader& reader, Rule& rule) {
  const toml::node* node = table.get("example");
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  if (array == nullptr || !array->is_array_of_tables()) {
    reader.Complain(node == nullptr ? table : *node,
                    "[[example]] is missing: at least one with 'bad'"
                    " and one with 'good' alone");
    return;
  }
  int bad = 0;
  int silent = 0;
  for (const auto& item : *array) {
    const toml::table& entry = *item.as_table();
    reader.RefuseUnknown(entry, {"bad", "good", "format", "words"});
    Example example;
    example.line = entry.source().begin.line;
    example.good = reader.Need(entry, "good");
    example.format = reader.String(entry, "format").value_or("plain");
    example.words = reader.Strings(entry, "words");
    const auto marked = reader.String(entry, "bad");
    if (marked && !TakeMarks(*marked, example)) {
      reader.Complain(*entry.get("bad"), "'bad' must hold what the rule flags between [[ and ]]");
    }
    ++(marked ? bad : silent);
    rule.examples.push_back(std::move(example));
  }
  if (bad == 0) reader.Complain(*node, "no example with 'bad'");
  if (silent == 0) reader.Complain(*node, "no example with 'good' alone: what must stay silent?");
}

RuleText ReadText(const toml::table& table, std::string_view language, Reader& reader) {
  RuleText text;
  const toml::node* node = table.get(language);
  if (node == nullptr || !node->is_table()) {
    reader.Complain(node == nullptr ? table : *node,
                    "[" + std::string(language) + "] with 'message' and 'why' is missing");
    return text;
  }
  const toml::table& entry = *node->as_table();
  reader.RefuseUnknown(entry, {"message", "why", "terms"});
  text.message = reader.Need(entry, "message");
  text.why = reader.Need(entry, "why");
  if (const toml::node* terms = entry.get("terms")) {
    if (!terms->is_table()) reader.Complain(*terms, "'terms' must be a table");
    for (const auto& [key, value] : terms->is_table() ? *terms->as_table() : toml::table()) {
      if (!value.is_string()) reader.Complain(value, "a term must be a string");
      text.terms[std::string(key.str())] = value.value_or(std::string());
    }
  }
  return text;
}

// The shape that `table` describes: the rule's own table, or one of its [[also]].
void ReadPattern(const toml::table& table, Reader& reader, Errors& errors, const std::string& path,
                 FixSafety rule_fix, std::vector<RulePattern>& patterns) {
  PatternSpec spec;
  spec.pattern = reader.Need(table, "pattern");
  if (spec.pattern.empty()) return;
  spec.mark = static_cast<int>(reader.Get<int64_t>(table, "mark", "an integer").value_or(0));
  spec.word_edges = reader.Choice<bool>(table, "edges", false, {{"word", true}});
  const auto replace = reader.String(table, "replace");
  spec.has_replace = replace.has_value();
  spec.replace = replace.value_or("");
  const FixSafety fix = reader.Choice(table, "fix", rule_fix, FixNames());
  if (replace && fix == FixSafety::kNone) {
    reader.Complain(*table.get("replace"), "'replace' needs fix = \"safe\" or \"unsafe\"");
  }
  auto compiled = Pattern::Compile(std::move(spec));
  if (compiled) {
    patterns.push_back({*compiled, replace ? fix : FixSafety::kNone});
    return;
  }
  Error error = compiled.error();
  const auto where = table.get("pattern")->source().begin;
  // A one-line string: its first character stands behind the quote.
  error.column = where.column + (error.line == 0 ? 0 : error.column);
  error.line = where.line;
  error.path = path;
  errors.push_back(std::move(error));
}

void ReadMatcher(const toml::table& table, Reader& reader, Errors& errors, const std::string& path,
                 Rule& rule) {
  const auto check = reader.String(table, "check");
  if ((table.get("pattern") != nullptr) == check.has_value()) {
    reader.Complain(table, "exactly one of 'pattern' and 'check' is needed");
    return;
  }
  if (check) {
    for (const char* key : {"mark", "replace", "edges", "also", "where"}) {
      if (const toml::node* node = table.get(key)) {
        reader.Complain(*node, std::string("'") + key + "' goes with 'pattern', not with 'check'");
      }
    }
    rule.matcher = CheckName{*check};
    return;
  }
  std::vector<RulePattern> patterns;
  ReadPattern(table, reader, errors, path, rule.fix, patterns);
  if (const toml::node* also = table.get("also")) {
    if (!also->is_array_of_tables()) {
      reader.Complain(*also, "write further shapes as [[also]]");
    } else {
      for (const auto& item : *also->as_array()) {
        const toml::table& shape = *item.as_table();
        reader.RefuseUnknown(shape, {"pattern", "mark", "replace", "edges", "fix"});
        ReadPattern(shape, reader, errors, path, rule.fix, patterns);
      }
    }
  }
  const bool fixes = std::any_of(patterns.begin(), patterns.end(), [](const RulePattern& pattern) {
    return pattern.fix != FixSafety::kNone;
  });
  if (rule.fix != FixSafety::kNone && !fixes && errors.empty()) {
    reader.Complain(table, "the rule says it has a fix, but no pattern has 'replace'");
  }
  rule.matcher = std::move(patterns);
}

bool IsId(std::string_view id) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() == 6 && std::all_of(id.begin(), id.begin() + 3, upper) &&
         std::all_of(id.begin() + 3, id.end(), digit);
}

uint8_t ReadMasks(const toml::table& table, Reader& reader) {
  constexpr std::array<std::pair<std::string_view, MaskKind>, 4> names = {
      {{"url", kMaskUrl}, {"email", kMaskEmail}, {"code", kMaskCode}, {"latin", kMaskLatin}}};
  unsigned masks = kMaskAll;
  for (const std::string& word : reader.Strings(table, "look_into")) {
    const auto* found = std::find_if(names.begin(), names.end(),
                                     [&](const auto& name) { return name.first == word; });
    if (found == names.end()) {
      reader.Complain(*table.get("look_into"), "'look_into' may name: url, email, code, latin");
    } else {
      masks &= ~static_cast<unsigned>(found->second);
    }
  }
  return static_cast<uint8_t>(masks);
}

std::vector<std::string> ReadProfiles(const toml::table& table, const char* key, Reader& reader) {
  std::vector<std::string> profiles = reader.Strings(table, key);
  for (const std::string& profile : profiles) {
    if (!IsProfile(profile)) {
      reader.Complain(*table.get(key), "no profile is called '" + profile + "'");
    }
  }
  return profiles;
}

Rule ReadRule(const toml::table& table, const std::string& path, Reader& reader, Errors& errors) {
  reader.RefuseUnknown(table, {"id", "severity", "fix", "default", "profiles", "not_in", "pattern",
                               "mark", "replace", "edges", "also", "check", "look_into", "where",
                               "yields_to", "garbled", "en", "bn", "example"});
  Rule rule;
  const std::filesystem::path file(path);
  rule.path = path;
  rule.name = file.stem().string();
  rule.category = file.parent_path().filename().string();
  rule.id = reader.Need(table, "id");
  if (!rule.id.empty() && !IsId(rule.id)) {
    reader.Complain(*table.get("id"), "'id' must be three capitals and three digits, as PUN002");
  }
  reader.Need(table, "severity");
  rule.severity = reader.Choice<Severity>(
      table, "severity", Severity::kWarning,
      {{"info", Severity::kInfo}, {"warning", Severity::kWarning}, {"error", Severity::kError}});
  rule.fix = reader.Choice(table, "fix", FixSafety::kNone, FixNames());
  rule.on_by_default = reader.Choice<bool>(table, "default", true, {{"on", true}, {"off", false}});
  rule.profiles = ReadProfiles(table, "profiles", reader);
  rule.not_in = ReadProfiles(table, "not_in", reader);
  rule.masks = ReadMasks(table, reader);
  rule.in_bengali =
      reader.Choice<bool>(table, "where", false, {{"anywhere", false}, {"bengali", true}});
  rule.yields_to = reader.Strings(table, "yields_to");
  rule.garbled = reader.Get<bool>(table, "garbled", "true or false").value_or(false);
  rule.english = ReadText(table, "en", reader);
  rule.bengali = ReadText(table, "bn", reader);
  for (const auto& [term, word] : rule.english.terms) {
    if (!rule.bengali.terms.contains(term)) {
      reader.Complain(table, "[bn.terms] lacks '" + term + "'");
    }
  }
  ReadExamples(table, reader, rule);
  ReadMatcher(table, reader, errors, path, rule);
  return rule;
}

}  // namespace

tl::expected<Rule, Errors> LoadRule(std::string_view toml, const std::string& path) {
  Errors errors;
  try {
    const toml::table table = toml::parse(toml, path);
    Reader reader(path, errors);
    Rule rule = ReadRule(table, path, reader, errors);
    if (errors.empty()) return rule;
  } catch (const toml::parse_error& error) {
    errors.push_back(AtNode(path, error.source(), std::string(error.description())));
  }
  return tl::unexpected(std::move(errors));
}

}  // namespace bnlint
