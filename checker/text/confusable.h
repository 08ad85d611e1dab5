#pragma once

namespace bnlint {

/// The Bengali code point that `code_point`, of another script, is taken for, or 0: the one that Unicode's confusable
/// data (UTS #39, by ICU's skeletons) holds to look the same, or the one in the same place of a sister script's block,
/// which ISCII laid out alike (Devanagari to Malayalam, U+0900 to U+0D7F). Thread-safe; slow on the first call.
char32_t BengaliLookalike(char32_t code_point);

/// True for a letter or mark that Bengali does not use: of another script by its Script and Script_Extensions
/// properties, so that what the scripts share (the Vedic accents) is none. Thread-safe.
bool IsForeignLetter(char32_t code_point);

}  // namespace bnlint
