#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

class Dictionary;

/// The one question the rest of the engine asks about words: is this one known, and how frequent is it? Cheap
/// enough to ask of every word: a table made at build time answers for the frequent forms, a bounded memo for
/// those met lately, and only the rest goes to Hunspell, which is loaded when the first word gets that far.
/// Words are compared folded (fold.h), whatever their normal form. Thread-safe.
class Speller {
 public:
  /// Frequency() of a form that the corpora do not have.
  static constexpr int kUnseen = -1;
  /// From this class on a form is common: it is no rare name, though not necessarily right.
  static constexpr int kCommon = 5;

  /// bnlint's own dictionary. Nothing is loaded yet.
  static const Speller& Embedded();
  /// A dictionary by choice: "" is bnlint's own, "none" none at all, "system" one that the system has
  /// installed, anything else the path of a Hunspell .dic (or .aff, or neither ending), which is loaded now.
  static Result<std::unique_ptr<Speller>> Open(const std::string& choice);

  ~Speller();
  Speller(const Speller&) = delete;
  Speller& operator=(const Speller&) = delete;

  /// False for "none": then no word is known and nothing follows from that.
  [[nodiscard]] bool HasDictionary() const { return source_ != Source::kNone; }
  [[nodiscard]] bool Knows(std::string_view word) const;
  /// log2 of the occurrences of the form in the corpora (0 to about 20), or kUnseen. From bnlint's own list
  /// whichever the dictionary.
  [[nodiscard]] int Frequency(std::string_view word) const;
  /// Both answers for the price of one.
  struct Standing {
    bool known;
    int frequency;
  };
  [[nodiscard]] Standing Look(std::string_view word) const;
  [[nodiscard]] bool IsCommon(std::string_view word) const { return Frequency(word) >= kCommon; }
  /// Known words near `word`, best first, at most `most`. Slow: ask only for a person.
  [[nodiscard]] std::vector<std::string> Suggest(std::string_view word, size_t most) const;

 private:
  enum class Source : uint8_t { kNone, kEmbedded, kFile };
  struct Lazy;

  Speller(Source source, std::unique_ptr<Dictionary> dictionary);
  // Null when there is none, or bnlint's own cannot be loaded.
  [[nodiscard]] const Dictionary* dictionary() const;

  Source source_;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace bnlint
