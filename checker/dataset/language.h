#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/token.h"

namespace bnlint::dataset {

/// The language of a text, as far as it matters to a collector of Bengali.
enum class TextLanguage : uint8_t {
  kUnknown,  ///< too little to go by
  kBengali,
  kAssamese,
  kBishnupriya,  ///< Bishnupriya Manipuri: bpy
  kHindi,
  kRomanisedBengali,
  kEnglish,
  kOther,
};

/// BCP 47: "bn", "as", "bpy", "hi", "bn-Latn", "en"; "other" and "und" for the rest.
std::string_view Code(TextLanguage language);

struct LanguageGuess {
  TextLanguage language = TextLanguage::kUnknown;
  double score = 0;    ///< of the language in 0…1
  double bengali = 0;  ///< … that it is Bengali in its own script
};

/// Tells the languages apart by script, by the letters that only Assamese has, and by function words and endings
/// (dictionaries/bn/languages.tsv). Thread-safe.
LanguageGuess GuessLanguage(std::string_view text, std::span<const Token> tokens);

}  // namespace bnlint::dataset
