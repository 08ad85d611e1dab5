#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace bnlint {

/// Word lists inside the binary (dictionaries/bn/, with their sources in SOURCES.md). Words are compared
/// folded (fold.h). The first call builds a table; all are constant-time and thread-safe afterwards.

/// A frequent form that Bengali does not reduplicate: twice in a row it is a slip.
bool IsNeverDoubled(std::string_view word);

/// A form that ends a sentence in one of five occurrences or more, as finite verbs do.
bool OftenEndsSentence(std::string_view word);

/// A form that only the old literary language (sadhu bhasha) has: করিয়াছিল, তাহার.
bool IsSadhu(std::string_view word);

/// A pronoun, conjunction or adverb that often stands first in its sentence (তবে, তিনি, এরপর); a finite verb that
/// often stands last (হয়েছে, করেন, নেই).
bool BeginsSentences(std::string_view word);
bool EndsSentences(std::string_view word);

/// A personal name of the dictionary, in its dictionary form (ল্যাভরভ): names have several right spellings.
bool IsName(std::string_view stem);

/// A word in Latin letters that Bengali texts use: English, names, terms. Any case.
bool IsLatinWord(std::string_view word);

/// The form as variants.tsv holds it when Bengali spells it in another current way too, else empty; and that
/// other way.
std::string_view VariantOf(std::string_view word);
std::string_view OtherVariant(std::string_view variant);

/// Forms with a better one each. A view: lives as long as the program; thread-safe.
class WordMap {
 public:
  /// The older spellings that the Bangla Academy's standard replaced (শ্রেণী → শ্রেণি).
  static WordMap Norms();
  /// … without those that West Bengal's norm keeps (অলঙ্কার).
  static WordMap NormsOfWestBengal();
  /// Forms that usage forbids (দারিদ্র্যতা → দারিদ্র্য).
  static WordMap Usage();

  /// Common misspellings (উজ্জল → উজ্জ্বল).
  static WordMap Misspellings();

  using Accept = std::function<bool(const std::string&)>;
  /// What stands in the word's place: its own entry, or that of its stem with the same ending behind it, if
  /// `accept` takes the result. Empty when there is none.
  [[nodiscard]] std::string Find(std::string_view word, const Accept& accept) const;

 private:
  using Table = std::unordered_map<std::string_view, std::string_view>;
  explicit WordMap(const Table& table) : table_(&table) {}
  // Without the lines that end in a column `kept`, when that is not empty.
  static const Table& Read(std::string_view name, Table& table, std::string_view kept = {});
  const Table* table_;
};

}  // namespace bnlint
