#include "lint/suppress.h"

#include <algorithm>
#include <cctype>

#include "base/nearest.h"
#include "lint/comment_place.h"
#include "rule/rule.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kCategory = "suppression";

std::string Lower(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

const Rule* FindKept(const RuleSet& rules, std::string_view name,
                     const std::function<bool(const Rule&)>& keep) {
  const Rule* rule = rules.Find(name);
  return rule != nullptr && (!keep || keep(*rule)) ? rule : nullptr;
}

bool Holds(const SuppressionRules::Indices& rules, size_t rule) {
  return std::binary_search(rules.begin(), rules.end(), static_cast<uint16_t>(rule));
}

// A comment of any length is held in little memory.
std::string Shortened(std::string_view text) {
  constexpr size_t kMost = 400;  // bytes
  if (text.size() <= kMost) return std::string(text);
  size_t size = kMost;
  while (size > 0 && IsContinuation(text[size])) --size;
  return std::string(text.substr(0, size)) + "…";
}

}  // namespace

SuppressionRules::SuppressionRules(const RuleSet& rules,
                                   const std::function<bool(const Rule&)>& keep,
                                   bool has_dictionary)
    : unused(FindKept(rules, "unused-suppression", keep)),
      unknown(FindKept(rules, "unknown-suppression", keep)),
      has_dictionary_(has_dictionary) {
  const std::vector<Rule>& loaded = rules.loaded();
  for (size_t i = 0; i < loaded.size(); ++i) {
    const Rule& rule = loaded[i];
    index_.emplace(rule.id, i);
    for (const std::string& name : {rule.id, rule.name, rule.category, rule.id.substr(0, 3)}) {
      Indices& indices = names_[Lower(name)];
      if (indices.empty()) spelled_.push_back(name);
      if (indices.empty() || indices.back() != i) indices.push_back(static_cast<uint16_t>(i));
    }
    if (rule.category != kCategory) all_.push_back(static_cast<uint16_t>(i));
    ran_.push_back(FindKept(rules, rule.id, keep) != nullptr);
    on_by_default_.push_back(rule.on_by_default);
  }
}

const SuppressionRules::Indices* SuppressionRules::Find(std::string_view name) const {
  const std::string lower = Lower(name);
  if (lower == "all") return &all_;
  const auto found = names_.find(lower);
  return found == names_.end() ? nullptr : &found->second;
}

bool SuppressionRules::AllRan(const Indices& rules) const {
  const bool one = rules.size() == 1;
  return has_dictionary_ && std::all_of(rules.begin(), rules.end(), [&](uint16_t rule) {
           return ran_[rule] || (!one && !on_by_default_[rule]);
         });
}

void Suppressions::Take(const Document& document, const Source& block, Locator& locator,
                        std::vector<Diagnostic>& found) {
  if (document.directives.empty() && next_line_.empty()) return;
  const auto places = LayOutComments(document, block);
  is_first_block_ = block.first;
  const auto cover_line = [&](size_t item, uint64_t text) {
    by_line_[locator.At({text, text}).begin.line].push_back(item);
  };
  if (const auto text = FirstText(places, block); text && !next_line_.empty()) {
    for (const size_t item : next_line_) cover_line(item, *text);
    next_line_.clear();
  }
  for (const CommentPlace& place : places) {
    const Instruction instruction = ParseInstruction(place.directive->text);
    if (instruction.verb == Verb::kWords) continue;
    const size_t first_item = items_.size();
    const size_t comment = Add(instruction, place, locator.At(place.directive->comment), found);
    if (comment == kNone) continue;
    const bool next = instruction.verb == Verb::kIgnoreNextLine ||
                      (instruction.verb == Verb::kIgnore && place.alone);
    for (size_t item = first_item; item < items_.size(); ++item) {
      switch (instruction.verb) {
        case Verb::kOff: TurnOff(item); break;
        case Verb::kOn: TurnOn(item); break;
        case Verb::kIgnoreFile: CoverFile(item); break;
        default: break;
      }
      if (instruction.verb == Verb::kIgnore && !place.alone) {
        CoverLines(item, comments_[comment].place);
      }
      if (next && place.next) cover_line(item, *place.next);
      if (next && !place.next) next_line_.push_back(item);
    }
  }
}

// Adds the comment and its items; kNone when there is nothing to obey.
size_t Suppressions::Add(const Instruction& instruction, const CommentPlace& place, Place where,
                         std::vector<Diagnostic>& found) {
  if (full_) return kNone;
  if (instruction.verb == Verb::kUnknown) {
    std::vector<std::string> verbs(VerbNames().begin(), VerbNames().end());
    std::vector<Arg> args = {{"verb", Shortened(instruction.word), false}};
    AddNearest(args, verbs);
    Complain(std::move(where), std::move(args), found);
    return kNone;
  }
  if (instruction.broken || (instruction.verb == Verb::kIgnoreFile && !is_first_block_)) {
    const char* problem = instruction.broken ? "brackets" : "misplaced";
    Complain(std::move(where), {{"problem", problem, true}}, found);
    return kNone;
  }
  if (items_.size() + std::max<size_t>(instruction.names.size(), 1) > kMost) {
    full_ = true;
    Complain(std::move(where), {{"problem", "many", true}}, found);
    return kNone;
  }
  const size_t comment = comments_.size();
  comments_.push_back({instruction.verb,
                       std::move(where),
                       Shortened(instruction.reason),
                       place.removal,
                       place.names,
                       {},
                       {},
                       true});
  const auto add = [&](std::string_view name, const SuppressionRules::Indices* rules) {
    comments_[comment].items.push_back(items_.size());
    items_.push_back({comment, std::string(name), rules, false, false, kNone});
  };
  if (!instruction.has_names) add({}, &rules_.all());
  for (const std::string_view name : instruction.names) {
    if (const auto* rules = rules_.Find(name)) {
      add(name, rules);
      continue;
    }
    comments_[comment].understood = false;
    std::vector<Arg> args = {{"name", Shortened(name), false}};
    AddNearest(args, rules_.spelled());
    Complain(comments_[comment].place, std::move(args), found);
  }
  return comment;
}

void Suppressions::Complain(Place place, std::vector<Arg> args, std::vector<Diagnostic>& found) {
  if (rules_.unknown == nullptr || ++complaints_ > kMostComplaints) return;
  Diagnostic diagnostic;
  diagnostic.rule = rules_.unknown;
  diagnostic.severity = rules_.unknown->severity;
  diagnostic.place = std::move(place);
  diagnostic.args = std::move(args);
  found.push_back(std::move(diagnostic));
}

// Adds what the first argument may have meant. Looking for it takes time, and in a text that is full of slips it helps
// nobody.
void Suppressions::AddNearest(std::vector<Arg>& args, std::span<const std::string> names) {
  constexpr int kMostLooked = 100;
  constexpr size_t kLongest = 40;
  if (args[0].value.size() > kLongest || ++near_ > kMostLooked) return;
  const std::string answer = DidYouMean(args[0].value, names);
  const size_t open = answer.find('\'');
  if (open == std::string::npos) return;
  args.push_back({"near", answer.substr(open + 1, answer.rfind('\'') - open - 1), false});
}

void Suppressions::CoverLines(size_t item, const Place& place) {
  by_line_[place.begin.line].push_back(item);
  if (place.end.line != place.begin.line) by_line_[place.end.line].push_back(item);
}

void Suppressions::CoverFile(size_t item) {
  items_[item].idle = true;
  for (const uint16_t rule : *items_[item].rules) {
    if (by_file_.try_emplace(rule, item).second) items_[item].idle = false;
  }
}

void Suppressions::TurnOff(size_t item) {
  items_[item].idle = true;
  const uint64_t byte = comments_[items_[item].comment].place.span.begin;
  for (const uint16_t rule : *items_[item].rules) {
    auto& turns = by_range_[rule];
    if (!turns.empty() && turns.back().item != kNone) continue;
    turns.push_back({byte, item});
    items_[item].idle = false;
  }
}

void Suppressions::TurnOn(size_t item) {
  items_[item].idle = true;
  Comment& comment = comments_[items_[item].comment];
  for (const uint16_t rule : *items_[item].rules) {
    const auto turns = by_range_.find(rule);
    if (turns == by_range_.end() || turns->second.back().item == kNone) continue;
    const size_t off = turns->second.back().item;
    turns->second.push_back({comment.place.span.begin, kNone});
    items_[item].idle = false;
    items_[off].closed_by = items_[item].comment;
    if (comment.closes.empty() || comment.closes.back() != off) comment.closes.push_back(off);
  }
}

size_t Suppressions::ItemFor(size_t rule, const Place& place) const {
  if (const auto line = by_line_.find(place.begin.line); line != by_line_.end()) {
    for (const size_t item : line->second) {
      if (Holds(*items_[item].rules, rule)) return item;
    }
  }
  if (const auto range = by_range_.find(rule); range != by_range_.end()) {
    const auto& turns = range->second;
    const auto next = std::partition_point(turns.begin(), turns.end(), [&](const Turn& turn) {
      return turn.byte <= place.span.begin;
    });
    if (next != turns.begin() && std::prev(next)->item != kNone) return std::prev(next)->item;
  }
  const auto file = by_file_.find(rule);
  return file == by_file_.end() ? kNone : file->second;
}

const std::string* Suppressions::ReasonFor(const Diagnostic& diagnostic) {
  const size_t item = ItemFor(rules_.IndexOf(*diagnostic.rule), diagnostic.place);
  if (item == kNone) return nullptr;
  items_[item].used = true;
  return &comments_[items_[item].comment].reason;
}

bool Suppressions::IsUnused(const Item& item) const {
  const Verb verb = comments_[item.comment].verb;
  if (item.idle) return true;
  if (item.used || verb == Verb::kOn) return false;
  return !Holds(*item.rules, rules_.IndexOf(*rules_.unused)) && rules_.AllRan(*item.rules);
}

void Suppressions::TellUnused(std::vector<Diagnostic>& found) {
  if (rules_.unused == nullptr) return;
  for (const size_t item : next_line_) items_[item].idle = true;  // no line came
  const size_t rule = rules_.IndexOf(*rules_.unused);
  for (const Comment& comment : comments_) {
    std::vector<size_t> unused;
    std::copy_if(comment.items.begin(), comment.items.end(), std::back_inserter(unused),
                 [&](size_t item) { return IsUnused(items_[item]); });
    if (!unused.empty() && ItemFor(rule, comment.place) == kNone) {
      found.push_back(Unused(comment, unused));
    }
  }
}

Diagnostic Suppressions::Unused(const Comment& comment, const std::vector<size_t>& unused) const {
  Diagnostic diagnostic;
  diagnostic.rule = rules_.unused;
  diagnostic.severity = rules_.unused->severity;
  diagnostic.place = comment.place;
  std::string names;
  for (const size_t item : unused) {
    if (!items_[item].name.empty()) names += (names.empty() ? "" : ", ") + items_[item].name;
  }
  if (!names.empty()) diagnostic.args.push_back({"names", Shortened(names), false});
  if (!comment.understood) return diagnostic;
  Fix fix;
  fix.safety = rules_.unused->fix;
  if (unused.size() == comment.items.size()) {
    fix.edits.push_back(comment.removal);
    // What ends the range goes with it, when it ends no other that is of use.
    const size_t end = items_[unused.front()].closed_by;
    if (end != kNone && EndsOnlyUnused(comments_[end])) fix.edits.push_back(comments_[end].removal);
  } else if (!comment.names.empty()) {
    std::string kept;
    for (const size_t item : comment.items) {
      if (std::find(unused.begin(), unused.end(), item) != unused.end()) continue;
      kept += (kept.empty() ? "" : ", ") + items_[item].name;
    }
    fix.edits.push_back({comment.names, kept});
  }
  if (!fix.edits.empty()) diagnostic.fixes.push_back(std::move(fix));
  return diagnostic;
}

bool Suppressions::EndsOnlyUnused(const Comment& end) const {
  return std::all_of(end.closes.begin(), end.closes.end(), [&](size_t item) {
    const Comment& begin = comments_[items_[item].comment];
    return begin.understood && std::all_of(begin.items.begin(), begin.items.end(),
                                           [&](size_t other) { return IsUnused(items_[other]); });
  });
}

}  // namespace bnlint
