#include "config/config_file.h"

#include <algorithm>
#include <filesystem>

#include "base/read_file.h"
#include "config/configs.h"
#include "config/parse.h"
#include "config/paths.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

// Words that stand where a path may stand.
bool IsNoPath(std::string_view key, std::string_view text) {
  return key == "dictionary" && (text == "none" || text == "system");
}

void ResolvePaths(const std::string& file, Layer& layer) {
  for (auto& [key, value] : layer.values) {
    if (FindKey(key)->holds != Key::Holds::kPaths) continue;
    for (Item& item : value.items) {
      if (!IsNoPath(key, item.text)) item.text = PathFrom(file, item.text);
    }
  }
}

class FileLoader {
 public:
  explicit FileLoader(Errors& errors) : errors_(errors) {}

  // `asked_at` is the place of the `extends` that led here.
  void Load(const std::string& path, const Origin* asked_at, ConfigFile& config) {
    auto text = ReadFile(path);
    if (!text) {
      const Error error = text.error();
      if (asked_at == nullptr) return errors_.push_back(error);
      return Complain(*asked_at, path + ": " + error.message);
    }
    ParsedConfig parsed = ParseConfig(*text, path, Key::kTop, errors_);
    ResolvePaths(path, parsed.top);
    open_.push_back(AbsolutePath(path));
    auto extends = parsed.top.values.extract("extends");
    if (!extends.empty()) {
      for (const Item& item : extends.mapped().items) Extend(item, config);
    }
    open_.pop_back();
    config.layers.push_back(std::move(parsed.top));
    for (Override& override : parsed.overrides) {
      ResolvePaths(path, override.layer);
      config.overrides.push_back({Patterns(override.paths), std::move(override.layer)});
    }
    for (const std::string& table : parsed.foreign) {
      if (table == "dataset") config.dataset = ForeignTable{path, *text, table};
    }
  }

  static std::vector<PathPattern> Patterns(const std::vector<Item>& items) {
    std::vector<PathPattern> patterns;
    for (const Item& item : items) {
      // The parser has refused what is malformed.
      if (auto pattern = PathPattern::Parse(item.text)) patterns.push_back(std::move(*pattern));
    }
    return patterns;
  }

 private:
  void Complain(const Origin& at, std::string message) {
    errors_.push_back({std::move(message), at.path, at.line, at.column});
  }

  void Extend(const Item& item, ConfigFile& config) {
    std::error_code error;
    std::string path = item.text;
    if (fs::is_directory(path, error)) path = (fs::path(path) / kConfigFile).string();
    if (std::find(open_.begin(), open_.end(), AbsolutePath(path)) != open_.end()) {
      return Complain(item.at, path + " extends itself in the end");
    }
    Load(path, &item.at, config);
  }

  Errors& errors_;
  std::vector<std::string> open_;  // the files that are being read, outermost first
};

}  // namespace

std::string_view ConfigFile::Relative(std::string_view absolute) const {
  return absolute.starts_with(directory) ? absolute.substr(directory.size()) : std::string_view();
}

std::vector<const Layer*> ConfigFile::LayersFor(std::string_view absolute) const {
  std::vector<const Layer*> chosen;
  for (const Layer& layer : layers) chosen.push_back(&layer);
  const std::string_view relative = Relative(absolute);
  for (const Scoped& scoped : overrides) {
    const bool matches =
        std::any_of(scoped.paths.begin(), scoped.paths.end(),
                    [&](const PathPattern& pattern) { return pattern.Matches(relative); });
    if (matches) chosen.push_back(&scoped.layer);
  }
  return chosen;
}

ConfigFile LoadConfigFile(const std::string& path, Errors& errors) {
  ConfigFile config;
  config.path = ShownPath(path);
  config.directory = fs::path(AbsolutePath(path)).parent_path().string();
  if (!config.directory.ends_with('/')) config.directory += '/';
  FileLoader(errors).Load(config.path, nullptr, config);
  for (const Layer& layer : config.layers) {
    for (const auto& [key, list] :
         {std::pair{"include", &config.include}, std::pair{"exclude", &config.exclude}}) {
      const auto value = layer.values.find(key);
      if (value == layer.values.end()) continue;
      for (PathPattern& pattern : FileLoader::Patterns(value->second.items)) {
        list->push_back(std::move(pattern));
      }
    }
  }
  return config;
}

}  // namespace bnlint
