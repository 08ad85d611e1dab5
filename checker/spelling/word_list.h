#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// Words that a person vouches for. One a line; `শব্দ*` stands for the word with any ending; what follows a # is a
/// comment. Words are compared folded (fold.h). Immutable but for its memory of which entries were of use;
/// thread-safe.
class WordList {
 public:
  struct Entry {
    std::string text;   ///< as the list writes it
    uint64_t line = 0;  ///< from 1
  };

  /// `path` is what errors call it. Every line that is not one word is an error with its place.
  static tl::expected<std::shared_ptr<const WordList>, Errors> Parse(std::string_view text,
                                                                     std::string path);
  static tl::expected<std::shared_ptr<const WordList>, Errors> Load(const std::string& path);
  /// The Bengali words, with or without *, of a line that holds several between blanks, as a comment in a
  /// text does. Whatever else stands there is passed over.
  static std::shared_ptr<const WordList> FromLine(std::string_view line);

  ~WordList();
  WordList(const WordList&) = delete;
  WordList& operator=(const WordList&) = delete;

  /// Is the word on the list? If so its entry counts as used.
  [[nodiscard]] bool Accepts(std::string_view word) const;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// The entries that have accepted nothing so far, in order.
  [[nodiscard]] std::vector<Entry> Unused() const;

 private:
  struct Index;
  explicit WordList(std::string path);
  // Why the entry cannot be taken, or nothing once it has been.
  [[nodiscard]] std::string Add(std::string_view entry, uint64_t line);

  std::string path_;
  std::unique_ptr<Index> index_;
};

/// The lists that hold for one text, the user's, the project's and its own.
class AcceptedWords {
 public:
  void Add(std::shared_ptr<const WordList> list) { lists_.push_back(std::move(list)); }
  [[nodiscard]] bool Accepts(std::string_view word) const {
    bool accepted = false;  // every list that has it has been of use
    for (const auto& list : lists_) accepted = list->Accepts(word) || accepted;
    return accepted;
  }

 private:
  std::vector<std::shared_ptr<const WordList>> lists_;
};

}  // namespace bnlint
