#include "embed/embed.h"

namespace {
struct Entry {
  const char* name;
  const char* begin;
  const char* end;
};
}  // namespace

// The table that embed.cmake writes; a null name ends it.
extern "C" const Entry bnlint_embedded[];  // NOLINT(*-avoid-c-arrays)

namespace bnlint {

std::vector<EmbeddedFile> EmbeddedFiles() {
  std::vector<EmbeddedFile> files;
  for (const Entry* entry = bnlint_embedded; entry->name != nullptr; ++entry) {
    files.push_back({entry->name, {entry->begin, static_cast<size_t>(entry->end - entry->begin)}});
  }
  return files;
}

std::string_view Embedded(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace bnlint
