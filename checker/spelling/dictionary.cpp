// Hunspell reads files by name only. What it is to read is folded first, so it is given anonymous memory
// files through /proc/self/fd.

#include "spelling/dictionary.h"

#include <cerrno>
#include <cstring>
#include <functional>
#include <mutex>

#include <sys/mman.h>
#include <unistd.h>
#include <hunspell/hunspell.hxx>

#include "base/read_file.h"
#include "spelling/fold.h"
#include "spelling/memo.h"

namespace bnlint {
namespace {

// An anonymous file in memory; closed when it goes.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("bnlint", MFD_CLOEXEC)) {
    while (fd_ >= 0 && !bytes.empty()) {
      const ssize_t wrote = write(fd_, bytes.data(), bytes.size());
      if (wrote <= 0) {
        close(fd_);
        fd_ = -1;
        return;
      }
      bytes.remove_prefix(static_cast<size_t>(wrote));
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] bool ok() const { return fd_ >= 0; }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

std::string WithoutEnding(const std::string& path) {
  for (const char* ending : {".dic", ".aff"}) {
    if (path.ends_with(ending)) return path.substr(0, path.size() - 4);
  }
  return path;
}

// Hunspell cuts words at 300 bytes or so and its affix search is costly on nonsense; no Bengali word
// comes near.
constexpr size_t kLongestWord = 300;

}  // namespace

struct Dictionary::Inside {
  std::unique_ptr<Hunspell> hunspell;
  std::mutex mutex;
  Memo memo;
};

Dictionary::Dictionary(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Dictionary::~Dictionary() = default;

Result<std::unique_ptr<Dictionary>> Dictionary::Load(const std::string& path) {
  const std::string stem = WithoutEnding(path);
  const auto affixes = ReadFile(stem + ".aff");
  if (!affixes) return tl::unexpected(affixes.error());
  const auto words = ReadFile(stem + ".dic");
  if (!words) return tl::unexpected(words.error());
  if (affixes->find("SET UTF-8") == std::string::npos) {
    return Fail("a dictionary that does not say SET UTF-8; convert it first", stem + ".aff");
  }
  auto loaded = FromFolded(FoldCanonical(*affixes), FoldCanonical(*words));
  if (!loaded) loaded.error().path = stem;
  return loaded;
}

Result<std::unique_ptr<Dictionary>> Dictionary::FromFolded(std::string_view affixes,
                                                           std::string_view words) {
  const MemoryFile affix_file(affixes);
  const MemoryFile word_file(words);
  if (!affix_file.ok() || !word_file.ok()) {
    return Fail(std::string("no memory file for the dictionary: ") + std::strerror(errno));
  }
  auto inside = std::make_unique<Inside>();
  inside->hunspell =
      std::make_unique<Hunspell>(affix_file.path().c_str(), word_file.path().c_str());
  return std::unique_ptr<Dictionary>(new Dictionary(std::move(inside)));
}

std::string Dictionary::FindInstalled() {
  for (const char* stem : {"/usr/share/hunspell/bn_BD", "/usr/share/hunspell/bn_IN",
                           "/usr/share/hunspell/bn", "/usr/share/myspell/dicts/bn_BD"}) {
    std::string path(stem);
    if (access((path + ".dic").c_str(), R_OK) == 0 && access((path + ".aff").c_str(), R_OK) == 0) {
      return path;
    }
  }
  return {};
}

bool Dictionary::Knows(std::string_view word) const {
  const FoldedWord of(word);
  const std::string_view folded = of.view();
  if (folded.size() > kLongestWord) return false;
  const size_t hash = std::hash<std::string_view>()(folded);
  const auto verdict = inside_->memo.Find(folded, hash);
  if (verdict != Memo::Verdict::kUnasked) return verdict == Memo::Verdict::kKnown;
  bool known = false;
  {
    const std::scoped_lock lock(inside_->mutex);
    known = inside_->hunspell->spell(std::string(folded));
  }
  inside_->memo.Store(folded, hash, known);
  return known;
}

std::vector<std::string> Dictionary::Suggest(std::string_view word, size_t most) const {
  const std::string folded = Fold(word);
  if (folded.size() > kLongestWord) return {};
  const std::scoped_lock lock(inside_->mutex);
  std::vector<std::string> suggestions = inside_->hunspell->suggest(folded);
  if (suggestions.size() > most) suggestions.resize(most);
  return suggestions;
}

}  // namespace bnlint
