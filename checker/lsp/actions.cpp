#include "lsp/actions.h"

#include <algorithm>
#include <functional>
#include <set>

#include "lint/fixer.h"
#include "lsp/ignore.h"
#include "lsp/render.h"
#include "report/fix_diff.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

using Json = nlohmann::json;
using RenderFunction = std::function<Json(const Diagnostic&)>;

constexpr size_t kMostSuggestions = 5;

std::string ArgOf(const Diagnostic& finding, std::string_view name) {
  const auto found = std::ranges::find(finding.args, name, &Arg::name);
  return found == finding.args.end() ? std::string() : found->value;
}

// "«বলে।দুই» → «বলে। দুই»", and that it may change the meaning.
std::string TitleOf(const Diagnostic& finding, const Fix& fix, Language language) {
  const FixDiff diff = MakeFixDiff(finding.place, fix);
  std::string title = diff.removed.empty() && diff.added.empty()
                          ? std::string(In(language, "ঠিক করুন", "Mend it"))
                          : "«" + diff.removed + "» → «" + diff.added + "»";
  if (fix.edits.size() > 1) {
    title += std::string(In(language, " (সব ", " (all ")) + Number(fix.edits.size(), language) +
             std::string(In(language, " জায়গায়)", " places)"));
  }
  if (fix.safety == FixSafety::kUnsafe) {
    title += In(language, " (অর্থ বদলাতে পারে)", " (may change the meaning)");
  }
  return title;
}

class Actions {
 public:
  Actions(const ActionContext& context, const RenderFunction& render)
      : context_(context), language_(context.client.language), render_(render) {}

  void Add(const Diagnostic& finding) {
    AddFixes(finding);
    AddAllOfRule(finding);
    AddWords(finding);
    AddIgnore(finding);
  }
  Json Take() { return std::move(actions_); }

 private:
  Json& Push(std::string title, const Diagnostic& finding) {
    Json action = {{"title", std::move(title)}, {"kind", kQuickFix}};
    action["diagnostics"] = Json::array({render_(finding)});
    actions_.push_back(std::move(action));
    return actions_.back();
  }

  void AddFixes(const Diagnostic& finding) {
    std::vector<Fix> fixes = finding.fixes;
    if (const std::string word = UnknownWord(finding); fixes.empty() && !word.empty()) {
      for (std::string& better : Suggestions(word)) {
        fixes.push_back({FixSafety::kUnsafe, {{finding.place.span, std::move(better)}}});
      }
    }
    for (const Fix& fix : fixes) {
      if (!IsApplicable(context_.text.text(), fix)) continue;
      Json& action = Push(TitleOf(finding, fix, language_), finding);
      action["edit"] = EditOf(context_, fix.edits);
      if (&fix == fixes.data() && fix.safety == FixSafety::kSafe) action["isPreferred"] = true;
    }
  }

  [[nodiscard]] std::vector<std::string> Suggestions(const std::string& word) const {
    if (!context_.suggest) return {};
    return context_.file.setup->speller->Suggest(word, kMostSuggestions);
  }

  // Safe fixes of the same rule in the whole document, if there are others than this one.
  void AddAllOfRule(const Diagnostic& finding) {
    if (!rules_.insert(finding.rule->id).second) return;
    EditSet edits;
    size_t count = 0;
    for (const Diagnostic& other : context_.findings) {
      if (other.rule != finding.rule || other.fixes.empty()) continue;
      const Fix& fix = other.fixes.front();
      if (fix.safety != FixSafety::kSafe || !IsApplicable(context_.text.text(), fix)) continue;
      count += edits.Take(fix) ? 1 : 0;
    }
    if (count < 2) return;
    Json& action = Push(std::string(In(language_, "এই নিয়মের সব ঠিক করুন: ", "Mend all of ")) +
                            finding.rule->name + " (" + Number(count, language_) + ")",
                        finding);
    action["edit"] = EditOf(context_, edits.Edits());
  }

  static std::string UnknownWord(const Diagnostic& finding) {
    return finding.rule->name == "misspelling" ? ArgOf(finding, "word") : std::string();
  }

  void AddWords(const Diagnostic& finding) {
    const std::string word = UnknownWord(finding);
    if (word.empty() || !words_.insert(word).second) return;
    if (const auto edit = AcceptInFile(context_.text.text(), context_.file.format, word)) {
      Push(In(language_, "এই ফাইলে মেনে নিন: ", "Accept in this file: ") + word, finding)["edit"] =
          EditOf(context_, {*edit});
    }
    AddCommand(In(language_, "প্রকল্পের শব্দতালিকায় যোগ করুন: ", "Add to the project's words: ") + word,
               finding, word, "workspace");
    AddCommand(In(language_, "নিজের শব্দতালিকায় যোগ করুন: ", "Add to your own words: ") + word,
               finding, word, "user");
  }
  void AddCommand(const std::string& title, const Diagnostic& finding, const std::string& word,
                  const char* to) {
    Push(title, finding)["command"] = {
        {"title", title},
        {"command", kAddWord},
        {"arguments", Json::array({{{"word", word}, {"to", to}, {"uri", context_.uri}}})}};
  }

  void AddIgnore(const Diagnostic& finding) {
    const auto ignore = IgnoreHere(context_.text.text(), context_.file.format,
                                   finding.place.span.begin, finding.rule->id);
    if (!ignore) return;
    const std::string what = ignore->whole_file
                                 ? In(language_, "এই ফাইলে উপেক্ষা করুন: ", "Ignore in this file: ")
                                 : In(language_, "এখানে উপেক্ষা করুন: ", "Ignore here: ");
    Push(what + finding.rule->id + " " + finding.rule->name, finding)["edit"] =
        EditOf(context_, {ignore->edit});
  }

  // One text or the other, to be added to.
  static std::string In(Language language, const char* bengali, const char* english) {
    return std::string(bnlint::In(language, bengali, english));
  }

  const ActionContext& context_;
  const Language language_;
  const RenderFunction& render_;
  Json actions_ = Json::array();
  std::set<std::string> rules_;  // whose "all" is offered
  std::set<std::string> words_;
};

}  // namespace

Json EditOf(const ActionContext& context, const std::vector<Edit>& edits) {
  Json list = Json::array();
  for (const Edit& edit : edits) {
    list.push_back({{"range", RangeOf(context.text, edit.span, context.client.encoding)},
                    {"newText", edit.text}});
  }
  if (!context.client.document_changes) return {{"changes", {{context.uri, std::move(list)}}}};
  return {{"documentChanges",
           Json::array({{{"textDocument", {{"uri", context.uri}, {"version", context.version}}},
                         {"edits", std::move(list)}}})}};
}

Json QuickFixes(const ActionContext& context, Span span, const RenderFunction& diagnostic) {
  Actions actions(context, diagnostic);
  for (const Diagnostic& finding : context.findings) {
    const Span place = finding.place.span;
    if (place.begin <= span.end && span.begin <= place.end) actions.Add(finding);
  }
  return actions.Take();
}

Json FixAllEdit(const ActionContext& context) {
  const Setup& setup = *context.file.setup;
  const auto fixer = Fixer::Make(setup.rules, setup.services, setup.policy);
  if (!fixer || context.file.format == nullptr) return {};
  const Mended mended =
      (*fixer)->Mend(context.text.text(), *context.file.format, context.file.words);
  std::vector<Edit> edits;
  for (const Change& change : mended.changes.all()) {
    edits.push_back({change.was, mended.text.substr(change.now.begin, change.now.size())});
  }
  return edits.empty() ? Json() : EditOf(context, edits);
}

}  // namespace bnlint::lsp
