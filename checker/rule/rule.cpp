#include "rule/rule.h"

#include <algorithm>
#include <array>

namespace bnlint {

bool Rule::AnswersTo(std::string_view selector) const {
  if (selector == id || selector == name || selector == category) return true;
  // "PUN" names the category by the letters of its ids.
  return selector.size() == 3 && std::string_view(id).substr(0, 3) == selector;
}

bool Rule::YieldsTo(const Rule& other) const {
  const auto names = [](const Rule& rule, const Rule& what) {
    return std::any_of(rule.yields_to.begin(), rule.yields_to.end(),
                       [&](const std::string& selector) { return what.AnswersTo(selector); });
  };
  if (this == &other) return false;
  if (names(*this, other)) return true;
  return other.garbled && !garbled && !names(other, *this);
}

namespace {

std::string Value(const Diagnostic& diagnostic, const RuleText& text, std::string_view name,
                  bool& known) {
  known = true;
  for (const Arg& arg : diagnostic.args) {
    if (arg.name != name) continue;
    if (!arg.is_term) return arg.value;
    const auto term = text.terms.find(arg.value);
    return term == text.terms.end() ? arg.value : term->second;
  }
  if (name == "match") return std::string(diagnostic.place.Match());
  known = false;
  return {};
}

}  // namespace

std::string Digits(std::string_view number, Language language) {
  static constexpr std::array<std::string_view, 10> kBengali = {"০", "১", "২", "৩", "৪",
                                                                "৫", "৬", "৭", "৮", "৯"};
  std::string out;
  for (const char c : number) {
    const bool digit = language == Language::kBengali && c >= '0' && c <= '9';
    out += digit ? kBengali[static_cast<size_t>(c - '0')] : std::string_view(&c, 1);
  }
  return out;
}

namespace {

// `message` with its {names} filled in; counts in `unknown` those without a value.
std::string Fill(std::string_view message, const Diagnostic& diagnostic, Language language,
                 int& unknown) {
  std::string out;
  for (size_t at = 0; at < message.size();) {
    const size_t close = message[at] == '{' ? message.find('}', at) : std::string::npos;
    if (close == std::string::npos) {
      out += message[at++];
      continue;
    }
    std::string_view name = message.substr(at + 1, close - at - 1);
    const bool count = name.starts_with('#');
    if (count) name.remove_prefix(1);
    bool found = false;
    const std::string value = Value(diagnostic, diagnostic.rule->Text(language), name, found);
    if (found) {
      out += count ? Digits(value, language) : value;
    } else {
      out += message.substr(at, close + 1 - at);
    }
    if (!found) ++unknown;
    at = close + 1;
  }
  return out;
}

}  // namespace

OptionalPart FindOptionalPart(std::string_view message, size_t from) {
  for (size_t open = message.find('[', from); open != std::string_view::npos;
       open = message.find('[', open + 1)) {
    const size_t close = message.find(']', open);
    if (close == std::string_view::npos) break;
    const size_t brace = message.find('{', open);
    if (brace < close) return {open, close};
  }
  return {message.size(), message.size()};
}

std::string Render(const Diagnostic& diagnostic, Language language) {
  const std::string_view message = diagnostic.rule->Text(language).message;
  std::string out;
  int unknown = 0;
  for (size_t at = 0; at < message.size();) {
    const auto [open, close] = FindOptionalPart(message, at);
    out += Fill(message.substr(at, open - at), diagnostic, language, unknown);
    if (open == message.size()) break;
    unknown = 0;
    const std::string part =
        Fill(message.substr(open + 1, close - open - 1), diagnostic, language, unknown);
    if (unknown == 0) out += part;
    at = close + 1;
  }
  return out;
}

bool IsProfile(std::string_view name) {
  return std::find(kProfiles.begin(), kProfiles.end(), name) != kProfiles.end();
}

std::string_view Name(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "";
}

std::string_view Name(FixSafety safety) {
  switch (safety) {
    case FixSafety::kNone: return "none";
    case FixSafety::kSafe: return "safe";
    case FixSafety::kUnsafe: return "unsafe";
  }
  return "";
}

}  // namespace bnlint
