#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// What suggestions are drawn from. All functions are thread-safe.
struct WordSource {
  /// Is the word spelled right? Only such words are suggested.
  std::function<bool(std::string_view)> knows;
  /// The log2 class of the word's frequency, -1 when no corpus showed it.
  std::function<int(std::string_view)> frequency;
  /// Another suggester, asked for at most so many words when nothing was found. May be empty.
  std::function<std::vector<std::string>(std::string_view, size_t)> fallback;
  /// The frequent forms, lines `form<TAB>class`, where # begins a comment. Outlives the suggester. Empty: the
  /// list inside the binary.
  std::string_view list = {};
};

/// What somebody may have meant who wrote a word that is none. Bengali is misspelled in patterns (ি for ী,
/// ন for ণ, a lost ya-phala): words are near when such confusions explain the difference, and of words
/// equally near the more frequent is likelier.
///
///     Suggester suggester({.knows = …, .frequency = …});
///     suggester.Suggest("আকাংখা", 5);  // আকাঙ্ক্ষা, …
///
/// Thread-safe. The first question reads the word list (some hundredths of a second, 16 bytes a letter that no
/// other word shares). A question costs about a millisecond, capped by work and not by a clock: the same
/// question has the same answer on every machine.
class Suggester {
 public:
  explicit Suggester(WordSource source);
  ~Suggester();
  Suggester(const Suggester&) = delete;
  Suggester& operator=(const Suggester&) = delete;

  /// At most `most` known words other than `word`, best first, folded (fold.h); "দুই কথা" where a space
  /// is missing. Nothing for words of more than 40 code points, or of no Bengali.
  [[nodiscard]] std::vector<std::string> Suggest(std::string_view word, size_t most) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace bnlint
