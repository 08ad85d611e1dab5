#include "rule/pattern.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>

#include <re2/re2.h>
#include <re2/set.h>

#include "rule/macro.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// One pattern alone needs little; the set of all of them shares one automaton, built as it runs.
constexpr int64_t kPatternMemory = int64_t{16} << 20;
constexpr int64_t kGateMemory = int64_t{128} << 20;
constexpr int kMaxGroups = 10;
// A pattern above this many instructions is a mistake (nested repeats); the largest of ours has 600.
constexpr int kMaxProgram = 20000;

RE2::Options Options(int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

bool TouchesWord(std::string_view text, size_t begin, size_t end) {
  return (begin > 0 && IsWordLike(ClassOf(DecodeBefore(text, begin).value))) ||
         (end < text.size() && IsWordLike(ClassOf(DecodeAt(text, end).value)));
}

// The end of the word that `at` stands in.
size_t WordEnd(std::string_view text, size_t at) {
  while (at < text.size()) {
    const CodePoint c = DecodeAt(text, at);
    if (!IsWordLike(ClassOf(c.value))) break;
    at += c.size;
  }
  return at;
}

// Refuses a ${n} that the pattern does not have, so that a fix cannot silently lose text.
Result<void> CheckReplace(const PatternSpec& spec, int groups) {
  for (size_t at = spec.replace.find("${"); at != std::string::npos;
       at = spec.replace.find("${", at + 2)) {
    const char digit = at + 3 < spec.replace.size() ? spec.replace[at + 2] : ' ';
    if (digit < '0' || digit > '9' || spec.replace[at + 3] != '}') {
      return Fail("replace: write a group as ${0} to ${9}");
    }
    if (digit - '0' > groups) {
      return Fail("replace: the pattern has no group " + std::string(1, digit));
    }
  }
  return {};
}

}  // namespace

struct Pattern::Compiled {
  RE2 regex;
  explicit Compiled(const std::string& expanded) : regex(expanded, Options(kPatternMemory)) {}
};

Pattern::Pattern(PatternSpec spec, std::string expanded, std::unique_ptr<Compiled> compiled)
    : spec_(std::move(spec)), expanded_(std::move(expanded)), compiled_(std::move(compiled)) {}
Pattern::~Pattern() = default;

Result<std::shared_ptr<const Pattern>> Pattern::Compile(PatternSpec spec) {
  auto expanded = ExpandMacros(spec.pattern);
  if (!expanded) return tl::unexpected(expanded.error());
  auto compiled = std::make_unique<Compiled>(*expanded);
  const RE2& regex = compiled->regex;
  if (!regex.ok()) return Fail("the pattern is not RE2: " + regex.error());
  if (regex.ProgramSize() > kMaxProgram) {
    return Fail("the pattern is too large; use fewer or smaller repeats");
  }
  const int groups = regex.NumberOfCapturingGroups();
  if (groups >= kMaxGroups) return Fail("at most 9 groups; write (?:…) for those without a use");
  if (spec.mark < 0 || spec.mark > groups) {
    return Fail("mark: the pattern has no group " + std::to_string(spec.mark));
  }
  if (RE2::FullMatch("", regex)) return Fail("the pattern matches the empty text");
  if (const auto checked = CheckReplace(spec, groups); !checked) {
    return tl::unexpected(checked.error());
  }
  return std::shared_ptr<const Pattern>(
      new Pattern(std::move(spec), std::move(*expanded), std::move(compiled)));
}

std::vector<PatternMatch> Pattern::FindAll(std::string_view text) const {
  std::vector<PatternMatch> matches;
  const RE2& regex = compiled_->regex;
  const int groups = regex.NumberOfCapturingGroups() + 1;
  std::array<re2::StringPiece, kMaxGroups> found;
  const re2::StringPiece whole(text.data(), text.size());
  for (size_t at = 0; at <= text.size() &&
                      regex.Match(whole, at, text.size(), RE2::UNANCHORED, found.data(), groups);) {
    const auto offset = [&](const re2::StringPiece& piece) {
      return static_cast<size_t>(piece.data() - text.data());
    };
    const size_t begin = offset(found[0]);
    const size_t end = begin + found[0].size();
    const re2::StringPiece& mark = found[static_cast<size_t>(spec_.mark)];
    // A mark that took no part in the match marks nothing; the search goes on all the same.
    size_t next = end;
    if (mark.data() != nullptr) {
      const Span span{offset(mark), offset(mark) + mark.size()};
      next = span.end;
      if (spec_.word_edges && TouchesWord(text, begin, end)) {
        next = WordEnd(text, begin);  // the next match with free edges begins behind this word
      } else {
        PatternMatch match{span, {}};
        for (int i = 0; i < groups; ++i) {
          const re2::StringPiece& group = found[static_cast<size_t>(i)];
          match.groups.emplace_back(group.data(), group.size());
        }
        matches.push_back(std::move(match));
      }
    }
    at = std::max(next, begin + 1);
    while (at < text.size() && IsContinuation(text[at])) ++at;
  }
  return matches;
}

std::string Pattern::Replacement(const PatternMatch& match) const {
  std::string out;
  const std::string& replace = spec_.replace;
  for (size_t at = 0; at < replace.size();) {
    if (replace.compare(at, 2, "${") == 0) {
      out += match.groups[static_cast<size_t>(replace[at + 2] - '0')];
      at += 4;
    } else {
      out += replace[at++];
    }
  }
  return out;
}

struct PatternGate::Compiled {
  std::vector<const Pattern*> patterns;
  std::once_flag once;
  RE2::Set set{Options(kGateMemory), RE2::UNANCHORED};
  bool usable = false;

  // When first asked: many texts never ask.
  void Compile() {
    usable = !patterns.empty();
    for (const Pattern* pattern : patterns) {
      std::string error;
      usable &= set.Add(pattern->expanded(), &error) >= 0;
    }
    usable = usable && set.Compile();
  }
};

PatternGate::PatternGate(std::span<const Pattern* const> patterns)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->patterns.assign(patterns.begin(), patterns.end());
}
PatternGate::~PatternGate() = default;
PatternGate::PatternGate(PatternGate&&) noexcept = default;
PatternGate& PatternGate::operator=(PatternGate&&) noexcept = default;

void PatternGate::Candidates(std::string_view text, std::vector<int>& indices) const {
  indices.clear();
  std::call_once(compiled_->once, [this] { compiled_->Compile(); });
  if (compiled_->usable) {
    RE2::Set::ErrorInfo error{};
    if (compiled_->set.Match({text.data(), text.size()}, &indices, &error)) {
      std::sort(indices.begin(), indices.end());
      return;
    }
    if (error.kind == RE2::Set::kNoError) return;
  }
  indices.resize(compiled_->patterns.size());
  std::iota(indices.begin(), indices.end(), 0);
}

}  // namespace bnlint
