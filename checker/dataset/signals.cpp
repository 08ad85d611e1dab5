#include "dataset/signals.h"

#include <limits>
#include <unordered_set>

#include "dataset/hashed_list.h"
#include "dataset/lines.h"
#include "dataset/reading.h"
#include "dataset/repetition.h"
#include "text/akshara.h"

namespace bnlint::dataset {
namespace {

constexpr auto kInfo = std::to_array<SignalInfo>({
#define BNLINT_TEXT(signal, name, unit, formula, source, bengali) \
  {Signal::signal, Needs::kText, name, unit, formula, source, bengali}
    BNLINT_TEXT(kCharacters, "characters", "code points", "all of the text", "bnlint", "অক্ষরসংখ্যা"),
    BNLINT_TEXT(kWords, "words", "words", "units that are words", "Gopher: 50 to 100,000",
                "শব্দসংখ্যা"),
    BNLINT_TEXT(kUnits, "units", "units", "words and marks", "what Gopher's ratios divide by",
                "শব্দ ও চিহ্ন"),
    BNLINT_TEXT(kMeanWordLength, "mean_word_length", "code points", "mean length of words",
                "Gopher, FineWeb-2: 3 to 24", "শব্দের গড় দৈর্ঘ্য"),
    BNLINT_TEXT(kMeanWordAksharas, "mean_word_aksharas", "aksharas",
                "mean number of aksharas of Bengali words", "bnlint", "শব্দে গড় অক্ষর (akshara)"),
    BNLINT_TEXT(kAlphaRatio, "alpha_ratio", "ratio", "words with a letter / units", "Gopher: ≥ 0.8",
                "বর্ণযুক্ত শব্দের ভাগ"),
    BNLINT_TEXT(kAlphaWordRatio, "alpha_word_ratio", "ratio", "words with a letter / words",
                "Gopher as its paper has it: ≥ 0.8", "শব্দের মধ্যে বর্ণযুক্তের ভাগ"),
    BNLINT_TEXT(kStopWords, "stop_words", "different words",
                "how many of এবং ও হয় করে একটি তিনি করা থেকে occur", "FineWeb-2: ≥ 2",
                "আটটি চেনা শব্দের কয়টি"),
    BNLINT_TEXT(kStopWordRatio, "stop_word_ratio", "ratio",
                "words of dictionaries/bn/function-words.txt / words", "ROOTS: ≥ 0.002",
                "ব্যাকরণিক শব্দের ভাগ"),
    BNLINT_TEXT(kDigitRatio, "digit_ratio", "ratio", "digits of any script / characters", "ROOTS",
                "অঙ্কের ভাগ"),
    BNLINT_TEXT(kSymbolRatio, "symbol_ratio", "ratio",
                "marks, symbols and unassigned characters, dandas apart / characters but blanks",
                "AI4Bharat setu: ≤ 0.2", "চিহ্নের ভাগ"),
    BNLINT_TEXT(kSpecialRatio, "special_ratio", "ratio",
                "blanks, digits, marks and symbols / characters", "ROOTS: ≤ 0.45",
                "বর্ণ নয় এমন অক্ষরের ভাগ"),
    BNLINT_TEXT(kHashRatio, "hash_ratio", "per unit", "number of # / units", "Gopher: ≤ 0.1",
                "# চিহ্নের হার"),
    BNLINT_TEXT(kEllipsisRatio, "ellipsis_ratio", "per unit", "number of … and ... / units",
                "Gopher: ≤ 0.1", "ত্রিবিন্দুর হার"),
    BNLINT_TEXT(kMarkRatio, "mark_ratio", "ratio",
                "vowel signs, hasantas, nuktas and modifiers / Bengali letters and marks",
                "bnlint: about 0.4; less where marks were stripped", "কার-ফলার ভাগ"),
    BNLINT_TEXT(kBengaliRatio, "bengali_ratio", "ratio",
                "letters and marks of the Bengali script / letters and marks", "bnlint",
                "বাংলা লিপির ভাগ"),
    BNLINT_TEXT(kLatinRatio, "latin_ratio", "ratio", "Latin letters / letters and marks", "bnlint",
                "রোমান লিপির ভাগ"),
    BNLINT_TEXT(kDevanagariRatio, "devanagari_ratio", "ratio", "Devanagari / letters and marks",
                "bnlint", "দেবনাগরী লিপির ভাগ"),
    BNLINT_TEXT(kOtherScriptRatio, "other_script_ratio", "ratio",
                "neither Bengali nor Latin / letters and marks", "AI4Bharat setu: ≤ 0.05",
                "অন্য লিপির ভাগ"),
    BNLINT_TEXT(
        kBengali, "bengali", "score",
        "share of the Bengali script × share of Bengali among the words that tell languages "
        "apart (dataset/language.h)",
        "bnlint", "বাংলা ভাষা হওয়ার মান"),
    BNLINT_TEXT(kLanguageScore, "language_score", "score", "the same for the language found",
                "bnlint", "ভাষা শনাক্তির মান"),
    BNLINT_TEXT(kLines, "lines", "lines", "lines that are not blank", "bnlint", "লাইনসংখ্যা"),
    BNLINT_TEXT(kTerminalLineRatio, "terminal_line_ratio", "ratio",
                "lines that end in । ॥ . ! ? … or their kin, closing quotes and blanks behind it "
                "ignored / lines",
                "C4, FineWeb-2: ≥ 0.125; there only the very last character counts",
                "বিরামচিহ্নে শেষ লাইনের ভাগ"),
    BNLINT_TEXT(kShortLineRatio, "short_line_ratio", "ratio",
                "lines of at most 30 characters / lines", "FineWeb: ≤ 0.67; not in FineWeb-2",
                "ছোট লাইনের ভাগ"),
    BNLINT_TEXT(kBulletLineRatio, "bullet_line_ratio", "ratio",
                "lines that begin with • or - / lines", "Gopher: ≤ 0.9", "তালিকা-লাইনের ভাগ"),
    BNLINT_TEXT(kEllipsisLineRatio, "ellipsis_line_ratio", "ratio",
                "lines that end in … or ... / lines", "Gopher: ≤ 0.3", "ত্রিবিন্দুতে শেষ লাইনের ভাগ"),
    BNLINT_TEXT(kNewlineRatio, "newline_ratio", "per unit", "LFs / units", "FineWeb-2: ≤ 0.171",
                "প্রতি শব্দে নতুন লাইন"),
    BNLINT_TEXT(kDuplicateLineRatio, "dup_line_ratio", "ratio",
                "lines that were there before / lines", "Gopher, FineWeb-2: ≤ 0.203",
                "পুনরাবৃত্ত লাইনের ভাগ"),
    BNLINT_TEXT(kDuplicateLineCharRatio, "dup_line_char_ratio", "ratio",
                "characters of such lines / characters", "Gopher: ≤ 0.2",
                "পুনরাবৃত্ত লাইনে অক্ষরের ভাগ"),
    BNLINT_TEXT(kCharDuplicateRatio, "char_dup_ratio", "ratio",
                "characters of such lines / characters but LFs", "FineWeb-2: ≤ 0.1",
                "পুনরাবৃত্ত অক্ষরের ভাগ"),
    BNLINT_TEXT(kDuplicateParagraphRatio, "dup_paragraph_ratio", "ratio",
                "paragraphs (between blank lines) that were there before / paragraphs",
                "Gopher: ≤ 0.3", "পুনরাবৃত্ত অনুচ্ছেদের ভাগ"),
    BNLINT_TEXT(kDuplicateParagraphCharRatio, "dup_paragraph_char_ratio", "ratio",
                "characters of such paragraphs / characters", "Gopher: ≤ 0.2",
                "পুনরাবৃত্ত অনুচ্ছেদে অক্ষরের ভাগ"),
#define BNLINT_TOP(signal, n, most)                                                           \
  BNLINT_TEXT(signal, "top_" n "gram", "ratio",                                               \
              "characters of the most frequent " n "-gram of units × its count / characters", \
              "Gopher, FineWeb-2: ≤ " most, "সবচেয়ে ঘন " n "-গ্রাম")
    BNLINT_TOP(kTop2Gram, "2", "0.177"),
    BNLINT_TOP(kTop3Gram, "3", "0.158"),
    BNLINT_TOP(kTop4Gram, "4", "0.147"),
#undef BNLINT_TOP
#define BNLINT_DUPLICATE(signal, n, most)                                               \
  BNLINT_TEXT(signal, "dup_" n "gram", "ratio",                                         \
              "characters of " n "-grams of units that were there before / characters", \
              "Gopher, FineWeb-2: ≤ " most, "পুনরাবৃত্ত " n "-গ্রাম")
    BNLINT_DUPLICATE(kDuplicate5Gram, "5", "0.118"),
    BNLINT_DUPLICATE(kDuplicate6Gram, "6", "0.108"),
    BNLINT_DUPLICATE(kDuplicate7Gram, "7", "0.099"),
    BNLINT_DUPLICATE(kDuplicate8Gram, "8", "0.09"),
    BNLINT_DUPLICATE(kDuplicate9Gram, "9", "0.082"),
    BNLINT_DUPLICATE(kDuplicate10Gram, "10", "0.073"),
#undef BNLINT_DUPLICATE
    BNLINT_TEXT(kCharacterRepetition, "character_repetition", "ratio",
                "occurrences of the √k most frequent of k different 10-grams of characters, those "
                "that occur once left out / all 10-grams; in the first 524,288 characters",
                "ROOTS: ≤ 0.13", "অক্ষর-পুনরাবৃত্তি"),
    BNLINT_TEXT(kWordRepetition, "word_repetition", "ratio",
                "occurrences of 5-grams of words that occur more than once / all 5-grams",
                "ROOTS: ≤ 0.21", "শব্দ-পুনরাবৃত্তি"),
    BNLINT_TEXT(kBoilerplateRatio, "boilerplate_ratio", "ratio",
                "characters of lines with a phrase of dictionaries/bn/boilerplate.txt / characters "
                "of lines",
                "bnlint", "পাতার বাড়তি লেখার ভাগ"),
    BNLINT_TEXT(kTruncated, "truncated", "0 or 1",
                "1 when the last line ends in an ellipsis, or has six words and no terminal mark",
                "bnlint", "মাঝপথে কাটা"),
#undef BNLINT_TEXT
    {Signal::kFindings, Needs::kFindings, "findings", "per 1,000 words", "findings of the rules",
     "bnlint", "প্রতি হাজার শব্দে ত্রুটি"},
    {Signal::kErrors, Needs::kFindings, "errors", "per 1,000 words", "… of severity error",
     "bnlint", "প্রতি হাজার শব্দে ভুল"},
    {Signal::kWarnings, Needs::kFindings, "warnings", "per 1,000 words", "… of severity warning",
     "bnlint", "প্রতি হাজার শব্দে সতর্কতা"},
    {Signal::kNotes, Needs::kFindings, "notes", "per 1,000 words", "… of severity info", "bnlint",
     "প্রতি হাজার শব্দে মন্তব্য"},
    {Signal::kFlaggedRatio, Needs::kFindings, "flagged_ratio", "ratio",
     "characters within errors / characters: one finding may say that all is garbled", "bnlint",
     "ভুলের ভেতরের অক্ষরের ভাগ"},
    {Signal::kOcrQuality, Needs::kQuality, "ocr_quality", "score",
     "about this share of the words is right (ocr/page_reader.h)", "bnlint", "OCR-মান"},
    {Signal::kKnownWordRatio, Needs::kQuality, "known_word_ratio", "ratio",
     "Bengali words that the dictionary knows / Bengali words", "bnlint", "চেনা শব্দের ভাগ"},
    {Signal::kValidWordRatio, Needs::kQuality, "valid_word_ratio", "ratio",
     "Bengali words within the syllable grammar / Bengali words", "bnlint", "শুদ্ধ গঠনের শব্দের ভাগ"},
    {Signal::kGarbageRatio, Needs::kQuality, "garbage_ratio", "ratio",
     "what is likely neither word nor number / what stands between blanks", "bnlint",
     "জঞ্জালের ভাগ"},
});

constexpr bool InOrder() {
  for (size_t i = 0; i < kInfo.size(); ++i) {
    if (kInfo[i].signal != static_cast<Signal>(i)) return false;
  }
  return true;
}
static_assert(kInfo.size() == kSignals && InOrder());

double Ratio(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool IsLetterOrMark(CharClass c) {
  return IsBengali(c) || c == CharClass::kJoiner || c == CharClass::kLatin ||
         c == CharClass::kOtherLetter || c == CharClass::kOtherMark;
}

bool IsDevanagari(char32_t c) { return c >= 0x0900 && c <= 0x097F; }

void MeasureCharacters(const Reading& reading, Signals& signals) {
  std::array<uint64_t, static_cast<size_t>(CharClass::kUnknown) + 1> counts{};
  uint64_t devanagari = 0, hashes = 0, ellipses = 0, dots = 0;
  for (size_t i = 0; i < reading.points.size(); ++i) {
    const char32_t c = reading.points[i];
    ++counts[static_cast<size_t>(reading.classes[i])];
    devanagari += IsDevanagari(c) && IsLetterOrMark(reading.classes[i]) ? 1 : 0;
    hashes += c == '#' ? 1 : 0;
    dots = c == '.' ? dots + 1 : 0;
    if (c == 0x2026 || dots == 3) {
      ++ellipses;
      dots = 0;
    }
  }
  uint64_t letters = 0, bengali = 0, marks = 0, digits = 0, blanks = 0, joiners = 0;
  for (size_t i = 0; i < counts.size(); ++i) {
    const auto cls = static_cast<CharClass>(i);
    letters += IsLetterOrMark(cls) ? counts[i] : 0;
    bengali += IsBengali(cls) ? counts[i] : 0;
    marks += IsBengaliMark(cls) ? counts[i] : 0;
    digits += IsDigit(cls) ? counts[i] : 0;
    blanks += IsBlank(cls) ? counts[i] : 0;
    joiners += cls == CharClass::kJoiner || cls == CharClass::kInvisible ? counts[i] : 0;
  }
  const auto of = [&](CharClass cls) { return counts[static_cast<size_t>(cls)]; };
  const uint64_t all = reading.points.size();
  const uint64_t joined = of(CharClass::kJoiner);
  const uint64_t scripts = letters - joined;
  const uint64_t latin = of(CharClass::kLatin);
  const uint64_t invisible = of(CharClass::kInvisible);
  const uint64_t symbols = all - letters - digits - blanks - invisible - of(CharClass::kDanda);
  signals[Signal::kCharacters] = static_cast<double>(all);
  signals[Signal::kDigitRatio] = Ratio(digits, all);
  signals[Signal::kSymbolRatio] = Ratio(symbols, all - blanks);
  signals[Signal::kSpecialRatio] = Ratio(all - scripts - joiners, all);
  signals[Signal::kHashRatio] = Ratio(hashes, reading.units.size());
  signals[Signal::kEllipsisRatio] = Ratio(ellipses, reading.units.size());
  signals[Signal::kMarkRatio] = Ratio(marks, bengali);
  signals[Signal::kBengaliRatio] = Ratio(bengali, scripts);
  signals[Signal::kLatinRatio] = Ratio(latin, scripts);
  signals[Signal::kDevanagariRatio] = Ratio(devanagari, scripts);
  signals[Signal::kOtherScriptRatio] = Ratio(scripts - bengali - latin, scripts);
}

// FineWeb-2's configuration for Bengali.
const std::unordered_set<uint64_t>& FunctionWords() {
  static const auto words = HashedList("dictionaries/bn/function-words.txt");
  return words;
}

// Which of the eight words each hash is: a bit.
uint32_t StopWord(uint64_t hash) {
  static const auto words = [] {
    constexpr std::array<std::string_view, 8> kStopWords = {"এবং",  "ও",    "হ\u09DF", "করে",
                                                            "একটি", "তিনি", "করা",     "থেকে"};
    std::array<std::array<uint64_t, 2>, kStopWords.size()> hashes{};
    for (size_t i = 0; i < kStopWords.size(); ++i) {
      const std::vector<uint64_t> forms = HashesOf(kStopWords[i]);
      hashes[i] = {forms.front(), forms.back()};
    }
    return hashes;
  }();
  uint32_t bits = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i][0] == hash || words[i][1] == hash) bits |= 1U << i;
  }
  return bits;
}

void MeasureWords(const Reading& reading, Signals& signals) {
  uint64_t words = 0, length = 0, alpha = 0, function_words = 0;
  uint32_t stop_words = 0;
  for (const Unit& unit : reading.units) {
    if (!unit.word) continue;
    ++words;
    length += unit.length;
    if (!unit.alpha) continue;
    ++alpha;
    function_words += FunctionWords().contains(unit.hash) ? 1 : 0;
    if (unit.length <= 4) stop_words |= StopWord(unit.hash);
  }
  uint64_t bengali = 0, aksharas = 0;
  for (const Token& token : reading.tokens) {
    if (!token.Is(TokenKind::kBengali)) continue;
    ++bengali;
    aksharas += CountAksharas(token.In(reading.text));
  }
  signals[Signal::kWords] = static_cast<double>(words);
  signals[Signal::kUnits] = static_cast<double>(reading.units.size());
  signals[Signal::kMeanWordLength] = Ratio(length, words);
  signals[Signal::kMeanWordAksharas] = Ratio(aksharas, bengali);
  signals[Signal::kAlphaRatio] = Ratio(alpha, reading.units.size());
  signals[Signal::kAlphaWordRatio] = Ratio(alpha, words);
  signals[Signal::kStopWords] = __builtin_popcount(stop_words);
  signals[Signal::kStopWordRatio] = Ratio(function_words, words);
}

}  // namespace

std::span<const SignalInfo> SignalTable() { return kInfo; }

std::optional<Signal> FindSignal(std::string_view name) {
  for (const SignalInfo& info : kInfo) {
    if (info.name == name) return info.signal;
  }
  return std::nullopt;
}

Signals::Signals() { values_.fill(std::numeric_limits<double>::quiet_NaN()); }

Signals Measure(std::string_view text) {
  Signals signals;
  const Reading reading(text);
  MeasureCharacters(reading, signals);
  MeasureWords(reading, signals);
  MeasureLines(reading, signals);
  MeasureRepetition(reading.units, reading.points, signals);
  const LanguageGuess guess = GuessLanguage(text, reading.tokens);
  signals.language = guess.language;
  signals[Signal::kBengali] = guess.bengali;
  signals[Signal::kLanguageScore] = guess.score;
  return signals;
}

}  // namespace bnlint::dataset
