#include "config/make_setup.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "config/keys.h"
#include "config/profile.h"

namespace bnlint {
namespace {

constexpr std::string_view kSeverity = "severity/";

std::vector<std::string> Texts(const Values& values, std::string_view key) {
  std::vector<std::string> texts;
  const auto found = values.find(std::string(key));
  if (found == values.end()) return texts;
  for (const Item& item : found->second.items) texts.push_back(item.text);
  return texts;
}

std::string Text(const Values& values, std::string_view key) {
  const auto found = values.find(std::string(key));
  return found == values.end() ? std::string() : std::string(found->second.Text());
}

Severity SeverityOf(std::string_view name) {
  if (name == "info") return Severity::kInfo;
  return name == "error" ? Severity::kError : Severity::kWarning;
}

// The rules that a wish of the house is about.
struct Wish {
  std::string_view key;
  std::string_view off;  // the value that silences them
  std::vector<std::string> rules;
};

const std::vector<Wish>& Wishes() {
  static const std::vector<Wish> wishes = {
      {"house/danda-space", "any", {"danda-space"}},
      {"house/digits", "any", {"latin-digit", "mixed-systems"}},
      {"house/nukta", "any", {"nukta-form"}},
      {"house/quotes", "any", {"quote-style"}},
      {"house/academy", "false", {"academy-form"}},
  };
  return wishes;
}

HouseStyle HouseOf(const Values& values, const std::vector<std::string>& profiles) {
  HouseStyle house;
  if (Text(values, "house/danda-space") == "always")
    house.danda_space = HouseStyle::DandaSpace::kAlways;
  const std::string digits = Text(values, "house/digits");
  if (digits == "bengali") house.digits = HouseStyle::Digits::kBengali;
  if (digits == "latin") house.digits = HouseStyle::Digits::kLatin;
  const std::string nukta = Text(values, "house/nukta");
  if (nukta == "precomposed") house.nukta = HouseStyle::Nukta::kPrecomposed;
  if (nukta == "decomposed") house.nukta = HouseStyle::Nukta::kDecomposed;
  const std::string quotes = Text(values, "house/quotes");
  if (quotes == "curly") house.quotes = HouseStyle::Quotes::kCurly;
  if (quotes == "straight") house.quotes = HouseStyle::Quotes::kStraight;
  house.west_bengal = std::find(profiles.begin(), profiles.end(), "bn-IN") != profiles.end();
  return house;
}

Selection SelectionOf(const Layer& layer) {
  Selection selection;
  selection.select = Texts(layer.values, "select");
  selection.extend = Texts(layer.values, "extend-select");
  selection.ignore = Texts(layer.values, "ignore");
  for (const Wish& wish : Wishes()) {
    const std::string value = Text(layer.values, wish.key);
    if (value.empty()) continue;
    auto& list = value == wish.off ? selection.ignore : selection.extend;
    list.insert(list.end(), wish.rules.begin(), wish.rules.end());
  }
  for (const auto& [key, value] : layer.values) {
    if (!key.starts_with(kSeverity)) continue;
    selection.severities.emplace_back(key.substr(kSeverity.size()), SeverityOf(value.Text()));
  }
  return selection;
}

// An error of what a value names, at the place of the value when a file said it.
Error At(const Origin& at, const Error& error) {
  if (at.path.empty() || error.line != 0) return error;
  return {error.ToString(), at.path, at.line, at.column};
}

class Builder {
 public:
  Builder(const ConfigFile* file, const SetupOptions& options, Libraries& libraries)
      : file_(file), options_(options), libraries_(libraries) {}

  tl::expected<std::shared_ptr<const Setup>, Errors> Build(std::vector<const Layer*> layers) {
    Setup& setup = *setup_;
    setup.profiles = Texts(Merge(layers), "profile");
    std::vector<const Layer*> all;
    for (const std::string& profile : setup.profiles) all.push_back(&ProfileLayer(profile));
    all.insert(all.end(), layers.begin(), layers.end());
    setup.values = Merge(all);
    ChooseRules(all, layers);
    ChooseWords();
    ChooseServices();
    ChooseTheRest();
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    auto linter = Linter::Make(setup.rules, setup.services);
    if (!linter) return tl::unexpected(Errors{linter.error()});
    setup.linter.emplace(std::move(*linter));
    return std::shared_ptr<const Setup>(std::move(setup_));
  }

 private:
  void ChooseRules(const std::vector<const Layer*>& all, const std::vector<const Layer*>& named) {
    const auto rules = libraries_.Rules(RuleDirectories(setup_->values));
    if (!rules) {
      errors_.insert(errors_.end(), rules.error().begin(), rules.error().end());
      return;
    }
    std::vector<Selection> selections;
    for (const Layer* layer : all) {
      CheckSelectors(*layer, **rules, errors_);
      selections.push_back(SelectionOf(*layer));
    }
    if (!errors_.empty()) return;
    auto kept = (*rules)->Select(setup_->profiles, selections);
    if (!kept) return errors_.push_back(kept.error());
    setup_->rules = std::move(*kept);
    setup_->policy.unsafe = options_.unsafe;
    // Called a note, a fault is still one that a fix mends.
    for (const Rule& rule : setup_->rules.rules()) {
      const bool lowered = (*rules)->Find(rule.id)->severity != Severity::kInfo;
      if (rule.severity == Severity::kInfo && lowered) setup_->policy.named.push_back(rule.id);
    }
    // A profile names no rule: its notes stay notes.
    for (const Layer* layer : named) {
      const Selection selection = SelectionOf(*layer);
      for (const auto* list : {&selection.select, &selection.extend}) {
        setup_->policy.named.insert(setup_->policy.named.end(), list->begin(), list->end());
      }
    }
  }

  void ChooseWords() {
    const auto value = setup_->values.find("words");
    if (value == setup_->values.end()) return;
    for (const Item& item : value->second.items) {
      const auto list = libraries_.Words(item.text);
      if (list) {
        setup_->words.push_back(*list);
      } else {
        for (const Error& error : list.error()) errors_.push_back(At(item.at, error));
      }
    }
  }

  void ChooseServices() {
    Setup& setup = *setup_;
    const auto speller = libraries_.SpellerFor(Text(setup.values, "dictionary"));
    if (speller) {
      setup.speller = *speller;
    } else {
      const auto value = setup.values.find("dictionary");
      errors_.push_back(
          At(value == setup.values.end() ? Origin() : value->second.at, speller.error()));
    }
    setup.services.speller = setup.speller.get();
    setup.services.suggest = options_.suggest;
    setup.services.quality = options_.quality || Text(setup.values, "format") == "json";
    setup.services.house = HouseOf(setup.values, setup.profiles);
    setup.services.from_ocr =
        std::find(setup.profiles.begin(), setup.profiles.end(), "ocr") != setup.profiles.end();
  }

  void ChooseTheRest() {
    Setup& setup = *setup_;
    const std::string fail_on = Text(setup.values, "fail-on");
    if (!fail_on.empty()) setup.fail_on = SeverityOf(fail_on);
    setup.language = Text(setup.values, "language");
    setup.format = Text(setup.values, "format");
    for (const auto& [key, value] : setup.values) {
      const auto parts = SplitPath(key);
      if (parts[0] == "extensions") {
        setup.extensions[Lower(parts[1])] = FormatByName(value.Text());
      } else if (parts[0] == "formats") {
        setup.fields[parts[1]] = Texts(setup.values, key);
      }
    }
    if (file_ == nullptr) return;
    setup.file = file_->path;
    setup.dataset = file_->dataset;
  }

  static std::string Lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  }

  const ConfigFile* file_;
  const SetupOptions& options_;
  Libraries& libraries_;
  std::shared_ptr<Setup> setup_ = std::make_shared<Setup>();
  Errors errors_;
};

}  // namespace

Values Merge(std::span<const Layer* const> layers) {
  Values merged;
  for (const Layer* layer : layers) {
    if (layer->values.contains("select")) {
      merged.erase("extend-select");
      merged.erase("ignore");
    }
    for (const auto& [key, value] : layer->values) {
      const auto [at, is_new] = merged.emplace(key, value);
      if (is_new) continue;
      const Key* known = FindKey(key);
      if (known != nullptr && known->adds) {
        at->second.at = value.at;
        at->second.items.insert(at->second.items.end(), value.items.begin(), value.items.end());
      } else {
        at->second = value;
      }
    }
  }
  return merged;
}

void CheckSelectors(const Layer& layer, const RuleSet& rules, Errors& errors) {
  const auto check = [&](const std::string& selector, const Origin& at) {
    if (const auto known = rules.CheckSelector(selector); !known) {
      errors.push_back({known.error().message, at.path, at.line, at.column});
    }
  };
  for (const auto& [key, value] : layer.values) {
    if (key.starts_with(kSeverity)) {
      check(key.substr(kSeverity.size()), value.at);
    } else if (const Key* known = FindKey(key); known->holds == Key::Holds::kSelectors) {
      for (const Item& item : value.items) check(item.text, item.at);
    }
  }
}

std::vector<std::string> RuleDirectories(const Values& values) { return Texts(values, "rules"); }

tl::expected<std::shared_ptr<const Setup>, Errors> MakeSetup(std::vector<const Layer*> layers,
                                                             const ConfigFile* file,
                                                             const SetupOptions& options,
                                                             Libraries& libraries) {
  return Builder(file, options, libraries).Build(std::move(layers));
}

const Format* Setup::FormatFor(std::string_view path) const {
  std::string lower(path);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  size_t longest = 0;
  const Format* chosen = nullptr;
  for (const auto& [extension, format] : extensions) {
    if (extension.size() < longest || !lower.ends_with(extension)) continue;
    longest = extension.size();
    chosen = format;
  }
  return chosen != nullptr ? chosen : FormatForPath(path);
}

}  // namespace bnlint
