#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// Bijoy (SutonnyMJ), the font encoding in which most Bengali was typed before Unicode. How it works and
/// what each code means is said in dictionaries/bn/bijoy.tsv. A text in it reaches us as the characters of
/// Windows-1252, or as the controls U+0080..U+009F in their place where it was read as Latin-1.

/// The code (0x21..0xFF) of the font under which a character of such a text is kept, or -1: Bengali letters and
/// all that neither Windows-1252 nor Latin-1 has. Thread-safe.
int BijoyCode(char32_t character);

/// Whether a code is a glyph of Bengali text: a letter, a sign, a digit, a danda or a quotation mark.
bool IsBijoyGlyph(int code);

/// A text in Bijoy as Unicode, in reading order, with ড় ঢ় য় precomposed. What is no glyph stays; Bengali letters
/// pass for what they are, so that half converted text comes out whole. Nothing is said about whether the
/// result is Bengali: anything may go in. Linear; thread-safe.
std::string FromBijoy(std::string_view text);

/// What a Bengali word with glyphs left in it (ত্রæটি) may have been: each glyph read as the font means it, then as
/// faulty fonts and converters do, doubled ones taken once, last those left out whose reading stands before
/// them already. The first is FromBijoy(word); at most 32. Thread-safe.
std::vector<std::string> BijoyReadings(std::string_view word);

/// The letters a-z A-Z, and _ and ` of code, of which `word` is the Bijoy reading (খড়পধষ: Local), or nothing when it is none of that.
/// Several where it cannot be told: y and z are both ু, and w may have stood before or behind its letter. At
/// most 8. Thread-safe.
std::vector<std::string> LatinOf(std::string_view word);

}  // namespace bnlint
