#pragma once

#include <string>
#include <string_view>

namespace bnlint {

/// One form for canonically equal Bengali spellings, for look-ups: ড় ঢ় য় and ো ৌ precomposed (as most
/// keyboards type them and old dictionaries hold them), joiners and invisible characters dropped except
/// the ZWJ of র‍্য, ৎ for its old spelling with ZWJ, typographic apostrophes straight. Folding a dictionary
/// and a word makes them comparable whatever either wrote. Thread-safe.
std::string Fold(std::string_view text);

/// A word folded; what is folded already, as nearly all words of nearly all texts are, is not copied.
class FoldedWord {
 public:
  /// `word` must outlive it.
  explicit FoldedWord(std::string_view word) : view_(word) {
    if (IsFolded(word)) return;
    own_ = Fold(word);
    view_ = own_;
  }
  FoldedWord(const FoldedWord&) = delete;
  FoldedWord& operator=(const FoldedWord&) = delete;
  ~FoldedWord() = default;

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  // True only if folding would change nothing; it may be false without reason.
  static bool IsFolded(std::string_view word);

  std::string own_;
  std::string_view view_;
};

/// … of a whole dictionary file: only the canonical equalities, nothing dropped. Precomposed is the
/// direction that is safe in Hunspell's [ ] conditions: two code points never become members of a class.
std::string FoldCanonical(std::string_view text);

/// `text`, which is folded, with ড় ঢ় য় in two code points when `model` writes them so: what goes into a text
/// is spelled as the text is. Thread-safe.
std::string InFormOf(std::string text, std::string_view model);

}  // namespace bnlint
