#include "config/configs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "config/config_file.h"
#include "config/make_setup.h"
#include "config/paths.h"
#include "config/word_files.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool AnyMatches(const std::vector<PathPattern>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const PathPattern& pattern) { return pattern.Matches(path); });
}

// File by file, in the order in which they were first met, and from top to bottom.
void SortByPlace(Errors& errors) {
  std::map<std::string, size_t> files;
  for (const Error& error : errors) files.emplace(error.path, files.size());
  std::stable_sort(errors.begin(), errors.end(), [&](const Error& a, const Error& b) {
    return std::tuple(files[a.path], a.line, a.column) <
           std::tuple(files[b.path], b.line, b.column);
  });
}

}  // namespace

// All under one lock: what takes long is done once.
struct Configs::State {
  // A config, or why there is none. Empty: no file says anything.
  struct Loaded {
    std::optional<ConfigFile> file;
    Errors errors;
  };
  using SetupResult = tl::expected<std::shared_ptr<const Setup>, Errors>;

  explicit State(Options given) : options(std::move(given)) {}

  // The config of the files in a directory, an absolute path.
  const Loaded& In(const std::string& directory) {
    if (!options.file.empty() || options.isolated) return Named();
    const auto known = by_directory.find(directory);
    if (known != by_directory.end()) return *known->second;
    const fs::path here(directory);
    const Loaded* found = &nothing;
    if (Exists(here / kConfigFile)) {
      found = &Load((here / kConfigFile).string());
    } else if (!Exists(here / ".git") && here.has_parent_path() && here.parent_path() != here) {
      found = &In(here.parent_path().string());
    }
    by_directory[directory] = found;
    return *found;
  }

  const Loaded& Named() { return options.isolated ? nothing : Load(AbsolutePath(options.file)); }

  const Loaded& Load(const std::string& path) {
    const auto known = loaded.find(path);
    if (known != loaded.end()) return known->second;
    Loaded& now = loaded[path];
    ConfigFile file = LoadConfigFile(path, now.errors);
    CheckAllSelectors(file, now.errors);
    now.file.emplace(std::move(file));
    return now;
  }

  // Also those of overrides that no file has asked for.
  void CheckAllSelectors(const ConfigFile& file, Errors& errors) {
    std::vector<const Layer*> layers;
    for (const Layer& layer : file.layers) layers.push_back(&layer);
    layers.push_back(&options.command_line);
    const Values values = Merge(layers);
    if (!CheckDirectories(values, errors)) return;
    const auto rules = libraries.Rules(RuleDirectories(values));
    if (!rules) {
      errors.insert(errors.end(), rules.error().begin(), rules.error().end());
      return;
    }
    for (const Layer& layer : file.layers) CheckSelectors(layer, **rules, errors);
    for (const auto& scoped : file.overrides) CheckSelectors(scoped.layer, **rules, errors);
    SortByPlace(errors);
  }

  // A directory of rules that is not there is told at the place that names it.
  static bool CheckDirectories(const Values& values, Errors& errors) {
    bool all = true;
    const auto value = values.find("rules");
    if (value == values.end()) return all;
    for (const Item& item : value->second.items) {
      std::error_code error;
      if (item.at.path.empty() || fs::is_directory(item.text, error)) continue;
      all = false;
      errors.push_back(
          {item.text + ": no such directory", item.at.path, item.at.line, item.at.column});
    }
    if (!all) SortByPlace(errors);
    return all;
  }

  const Loaded& For(const std::string& absolute) {
    return In(fs::path(absolute).parent_path().string());
  }

  SetupResult SetupOf(const std::string& absolute) {
    const Loaded& config = For(absolute);
    if (!config.errors.empty()) return tl::unexpected(config.errors);
    std::vector<const Layer*> layers;
    if (config.file) layers = config.file->LayersFor(absolute);
    const auto known = by_layers.find(layers);
    if (known != by_layers.end()) return known->second;
    std::vector<const Layer*> all = layers;
    all.push_back(&options.command_line);
    auto made = MakeSetup(std::move(all), config.file ? &*config.file : nullptr,
                          {options.unsafe, options.suggest, options.quality}, libraries);
    if (made) setups.push_back(*made);
    return by_layers.emplace(std::move(layers), std::move(made)).first->second;
  }

  tl::expected<AcceptedWords, Errors> WordsOf(const std::string& absolute, const Setup& setup) {
    if (!user_words) user_words = LoadUserWords();
    if (!*user_words) return tl::unexpected(user_words->error());
    AcceptedWords words;
    if (**user_words) words.Add(**user_words);
    for (const auto& list : setup.words) words.Add(list);
    if (auto added = projects.AddFor(absolute, words); !added) return tl::unexpected(added.error());
    return words;
  }

  std::mutex mutex;
  const Options options;
  const Loaded nothing;
  Libraries libraries;
  std::map<std::string, Loaded> loaded;  // by absolute path
  std::map<std::string, const Loaded*> by_directory;
  std::map<std::vector<const Layer*>, SetupResult> by_layers;
  std::vector<std::shared_ptr<const Setup>> setups;
  std::optional<tl::expected<std::shared_ptr<const WordList>, Errors>> user_words;
  ProjectWords projects;
};

Configs::Configs(Options options) : state_(std::make_unique<State>(std::move(options))) {}
Configs::~Configs() = default;

tl::expected<FileConfig, Errors> Configs::For(const std::string& path) {
  const std::lock_guard lock(state_->mutex);
  const std::string absolute = AbsolutePath(path);
  auto setup = state_->SetupOf(absolute);
  if (!setup) return tl::unexpected(setup.error());
  auto words = state_->WordsOf(absolute, **setup);
  if (!words) return tl::unexpected(words.error());
  FileConfig config{*setup, std::move(*words), (*setup)->FormatFor(absolute)};
  const State::Loaded& loaded = state_->For(absolute);
  config.excluded =
      loaded.file && AnyMatches(loaded.file->exclude, loaded.file->Relative(absolute));
  return config;
}

tl::expected<std::shared_ptr<const Setup>, Errors> Configs::SetupFor(const std::string& path) {
  const std::lock_guard lock(state_->mutex);
  return state_->SetupOf(AbsolutePath(path));
}

bool Configs::Wants(const std::string& path) {
  const std::lock_guard lock(state_->mutex);
  const std::string absolute = AbsolutePath(path);
  const State::Loaded& config = state_->For(absolute);
  if (!config.file || !config.errors.empty()) return FormatForPath(path) != nullptr;
  const std::string_view relative = config.file->Relative(absolute);
  if (AnyMatches(config.file->exclude, relative)) return false;
  if (!config.file->include.empty()) return AnyMatches(config.file->include, relative);
  if (FormatForPath(path) != nullptr) return true;
  const auto setup = state_->SetupOf(absolute);
  return setup && (*setup)->FormatFor(path) != nullptr;
}

std::vector<std::shared_ptr<const Setup>> Configs::setups() const {
  const std::lock_guard lock(state_->mutex);
  return state_->setups;
}

std::vector<std::shared_ptr<const WordList>> Configs::lists() const {
  const std::lock_guard lock(state_->mutex);
  auto lists = state_->libraries.lists();
  const auto found = state_->projects.lists();
  lists.insert(lists.end(), found.begin(), found.end());
  return lists;
}

tl::expected<FileConfig, Errors> ConfigFor(const std::string& path) {
  return Configs({}).For(path);
}

}  // namespace bnlint
