#include "cli/file_text.h"

#include <filesystem>
#include <utility>

#include "base/read_file.h"
#include "cli/tell.h"

namespace bnlint {

bool KeepStandardInput(const CheckOptions& options, std::string_view format,
                       std::vector<BatchFile>& files) {
  // What mends a text holds it itself.
  if (format != "html" || options.fix || options.diff) return true;
  for (BatchFile& file : files) {
    if (file.path != "-") continue;
    auto text = ReadStandardInput();
    if (!text) {
      Tell(text.error());
      return false;
    }
    file.text = std::make_shared<const std::string>(std::move(*text));
  }
  return true;
}

TextOf TextOfFile(const BatchFile& file) {
  return [&file](uint64_t most) -> std::optional<std::string> {
    if (file.text != nullptr) return *file.text;
    std::error_code failed;
    const auto size = std::filesystem::file_size(file.path, failed);
    if (file.path == "-" || failed || size > most) return {};
    auto text = ReadFile(file.path);
    if (!text) return {};
    return std::move(*text);
  };
}

}  // namespace bnlint
