// Matching is greedy with one way back for `*` and one for `**`: when what follows a `*` has
// matched once, that star need never be tried longer, since a later star can take what it would
// have taken; the same holds for `**/`. So there is no tree of choices to search.

#include "base/glob.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace bnlint {
namespace {

struct Character {
  char32_t value;
  size_t size;
};

// Not text/utf8.h: base uses the standard library only.
Character DecodeCharacter(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  // Above all code points, so that a byte that is not UTF-8 never equals a character.
  const Character broken = {0x110000U + lead, 1};
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return broken;
  const size_t size = 2U + (lead >= 0xE0 ? 1U : 0U) + (lead >= 0xF0 ? 1U : 0U);
  if (text.size() - at < size) return broken;
  char32_t value = lead & (0x7FU >> size);
  for (size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return broken;
    value = value << 6U | (byte & 0x3FU);
  }
  // An overlong form must not pass for a '/'.
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  return value < kLeast[size] || value > 0x10FFFF ? broken : Character{value, size};
}

// What [:name:] holds: pairs of a lowest and a highest character. (No path holds a NUL.)
using NamedSet = std::pair<std::string_view, std::string_view>;
constexpr std::array<NamedSet, 12> kNamedSets = {{
    // clang-format off
    {"alnum", "09AZaz"}, {"alpha", "AZaz"}, {"blank", "\t\t  "}, {"cntrl", "\1\x1f\x7f\x7f"},
    {"digit", "09"}, {"graph", "!~"}, {"lower", "az"}, {"print", " ~"}, {"punct", "!/:@[`{~"},
    {"space", "\t\r  "}, {"upper", "AZ"}, {"xdigit", "09AFaf"},
    // clang-format on
}};

}  // namespace

class Glob::Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Result<Glob> Parse() && {
    while (at_ < pattern_.size()) {
      if (pattern_[at_] == '*') {
        ReadStars();
      } else if (pattern_[at_] == '?') {
        Add(Kind::kAny);
        ++at_;
      } else if (pattern_[at_] == '[') {
        if (Result<void> set = ReadSet(); !set) return tl::unexpected(std::move(set).error());
      } else if (const std::optional<char32_t> character = ReadCharacter()) {
        Add(Kind::kLiteral, *character);
      } else {
        return FailAt(pattern_.size() - 1, "'\\' ends the pattern; write '\\\\' for a backslash");
      }
    }
    return std::move(glob_);
  }

 private:
  [[nodiscard]] bool Next(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  void Add(Kind kind, char32_t value = 0) { glob_.steps_.push_back({kind, value}); }

  [[nodiscard]] tl::unexpected<Error> FailAt(size_t byte, std::string message) const {
    uint64_t column = 1;
    for (size_t at = 0; at < byte; at += DecodeCharacter(pattern_, at).size) ++column;
    return tl::unexpected<Error>({std::move(message), {}, 0, column});
  }

  // One character, escaped or not; nothing at the end of the pattern.
  std::optional<char32_t> ReadCharacter() {
    if (Next('\\')) ++at_;
    if (at_ == pattern_.size()) return std::nullopt;
    const Character character = DecodeCharacter(pattern_, at_);
    at_ += character.size;
    return character.value;
  }

  void ReadStars() {
    const size_t begin = at_;
    at_ = std::min(pattern_.find_first_not_of('*', at_), pattern_.size());
    const bool deep = at_ - begin >= 2 && (begin == 0 || pattern_[begin - 1] == '/');
    if (deep && Next('/')) {
      ++at_;
      Add(Kind::kDirectories);
    } else {
      Add(deep && at_ == pattern_.size() ? Kind::kRest : Kind::kStar);
    }
  }

  Result<void> ReadSet() {
    const size_t open = at_++;
    Set set;
    set.negated = Next('!') || Next('^');
    if (set.negated) ++at_;
    bool ranges = false;  // whether a '-' here makes a range of the last character and the next
    do {                  // do: a ']' that comes first does not close the set
      if (at_ == pattern_.size()) return FailAt(open, "unclosed '['; write '\\[' for a bracket");
      if (Next('-') && ranges && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        ++at_;
        Range& last = set.ranges.back();
        last.high = std::max(last.low, ReadCharacter().value_or(0));
        ranges = false;
      } else if (const std::optional<std::string_view> name = ReadSetName()) {
        if (!AddNamed(*name, set)) return FailAt(open, "unknown set [:name:]; try [:alpha:]");
        ranges = false;
      } else {
        const char32_t one = ReadCharacter().value_or(0);  // without one, the next round fails
        set.ranges.push_back({one, one});
        ranges = true;
      }
    } while (!Next(']'));
    ++at_;
    Add(Kind::kSet, static_cast<char32_t>(glob_.sets_.size()));
    glob_.sets_.push_back(std::move(set));
    return {};
  }

  // "alpha" of [:alpha:]; nothing, and nothing read, when this is an ordinary '['.
  std::optional<std::string_view> ReadSetName() {
    if (pattern_.substr(at_, 2) != "[:") return std::nullopt;
    const std::string_view rest = pattern_.substr(at_ + 2, 32);  // all of it would be quadratic
    const size_t close = rest.find(']');
    if (close == 0 || close >= rest.size() || rest[close - 1] != ':') return std::nullopt;
    at_ += 2 + close + 1;
    return rest.substr(0, close - 1);
  }

  static bool AddNamed(std::string_view name, Set& set) {
    for (const auto& [known, pairs] : kNamedSets) {
      for (size_t i = 0; known == name && i < pairs.size(); i += 2) {
        set.ranges.push_back({char32_t(pairs[i]), char32_t(pairs[i + 1])});
      }
      if (known == name) return true;
    }
    return false;
  }

  std::string_view pattern_;
  size_t at_ = 0;
  Glob glob_;
};

Result<Glob> Glob::Parse(std::string_view pattern) { return Parser(pattern).Parse(); }

size_t Glob::MatchOne(State now, std::string_view path) const {
  if (now.step == steps_.size() || now.at == path.size()) return 0;
  const Step step = steps_[now.step];
  const auto [value, size] = DecodeCharacter(path, now.at);
  if (step.kind == Kind::kLiteral) return step.value == value ? size : 0;
  if (value == '/') return 0;
  if (step.kind == Kind::kAny) return size;
  const Set& set = sets_[step.value];
  const auto holds = [v = value](Range range) { return range.low <= v && v <= range.high; };
  return std::any_of(set.ranges.begin(), set.ranges.end(), holds) != set.negated ? size : 0;
}

bool Glob::Matches(std::string_view path) const {
  State now = {0, 0};
  std::optional<State> star;         // where to go on when the last * takes one character more
  std::optional<State> directories;  // the same for the last **/ and one name more
  while (true) {
    const Kind kind = now.step < steps_.size() ? steps_[now.step].kind : Kind::kEnd;
    if (kind == Kind::kRest || (kind == Kind::kEnd && now.at == path.size())) return true;
    if (kind == Kind::kStar) {
      star = {++now.step, now.at};
    } else if (kind == Kind::kDirectories) {
      directories = {++now.step, now.at};
      star.reset();
    } else if (const size_t size = MatchOne(now, path); size > 0) {
      now = {now.step + 1, now.at + size};
    } else if (star && star->at < path.size() && path[star->at] != '/') {
      star->at += DecodeCharacter(path, star->at).size;
      now = *star;
    } else {
      star.reset();
      const size_t slash = directories ? path.find('/', directories->at) : std::string_view::npos;
      if (slash == std::string_view::npos) return false;
      directories->at = slash + 1;
      now = *directories;
    }
  }
}

}  // namespace bnlint
