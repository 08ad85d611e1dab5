#include "ocr/features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint::ocr {
namespace {

void Add(Features& features, Family family, size_t index, float value = 1) {
  features.push_back({static_cast<uint16_t>(FeatureIndex(family, index)), value});
}

// ln of the count of a word that no table has; less for one that the dictionary refuses.
constexpr float kLogUnseen = 0;
constexpr float kLogUnknown = -2;
constexpr float kMostAdvantage = 12;

float LogCount(const WordReading& word) {
  if (word.count > 0) return std::log(word.count);
  return word.known ? kLogUnseen : kLogUnknown;
}

size_t Bucket(int frequency) {
  static constexpr std::array<size_t, 17> kBuckets = {0, 1, 1, 2, 2, 3, 3, 4, 4,
                                                      5, 5, 6, 6, 7, 7, 8, 8};
  return kBuckets[static_cast<size_t>(std::clamp(frequency + 1, 0, 16))];
}

// The advantage of the best candidate, its positive and negative part as two features.
void AddHinge(Features& features, Family family, size_t index, float value) {
  value = std::clamp(value, -kMostAdvantage, kMostAdvantage);
  Add(features, family, index + (value < 0 ? 1 : 0), std::abs(value) / 4);
}

void AddWord(const WordReading& word, const Context& context, const Neighbours& table,
             Features& features) {
  const size_t known = word.known ? 1 : 0;
  Add(features, kFrequency, Bucket(word.frequency) + 9 * known);
  if (word.other != Reading::kNone)
    Add(features, kOtherReading, static_cast<size_t>(word.other) - 1);
  if (word.faulty) Add(features, kFault, 0);
  if (!word.known && word.frequency < 0)
    Add(features, kAttested, word.count == 0 ? 0 : word.count < 20 ? 1 : 2);
  Add(features, kLikelihood, 2 * known, (word.likelihood.mean - 4) / 2);
  Add(features, kLikelihood, 2 * known + 1, (word.likelihood.worst - 6) / 4);
  Add(features, kAksharas,
      static_cast<size_t>(std::clamp(word.likelihood.aksharas, 1, 4)) - 1 + 4 * known);

  const float own = LogCount(word);
  const float own_fit = word.count > 0 ? context.Fit(table, word.key, word.count) : 0;
  if (word.count > 0) {
    const float left = table.Affinity(context.left.key, context.left.count, word.key, word.count);
    Add(features, kAffinity, 0, std::clamp(left, -4.0F, 8.0F) / 4);
    Add(features, kAffinity, 1, std::clamp(own_fit - left, -4.0F, 8.0F) / 4);
  }
  if (word.candidates.empty()) {
    Add(features, kNeighbourhood, 4 + known);
    return;
  }
  const Candidate& first = word.candidates[0];
  AddHinge(features, kNeighbourhood, 2 * known, std::log(first.count) - first.cost - own);
  float best = -1000;
  for (const Candidate& c : word.candidates) {
    best = std::max(best, std::log(c.count) - c.cost + context.Fit(table, c.key, c.count));
  }
  AddHinge(features, kBetterAffinity, 2 * known, best - own - own_fit);
}

// The count of a word that stands directly before (-1) or behind (+1) the token.
Context::Beside LookBeside(std::string_view text, std::span<const Token> tokens, size_t token,
                           int step, const WordReader& reader) {
  const auto at = static_cast<std::ptrdiff_t>(token);
  const std::ptrdiff_t blank = at + step;
  const std::ptrdiff_t other = at + 2 * step;
  const auto size = static_cast<std::ptrdiff_t>(tokens.size());
  if (other < 0 || other >= size || !tokens[static_cast<size_t>(blank)].Is(TokenKind::kSpace) ||
      !tokens[static_cast<size_t>(other)].Is(TokenKind::kBengali)) {
    return {};
  }
  const auto reading = reader.Read(tokens[static_cast<size_t>(other)].In(text));
  return {reading->key, reading->count};
}

// How odd a word looks by itself: which one of a unit is judged.
float Oddness(const WordReading& word) {
  return (word.faulty ? 4.0F : 0.0F) + (word.known ? 0.0F : 3.0F) + word.likelihood.mean / 4 -
         static_cast<float>(word.frequency) / 4;
}

bool IsLatinVowel(char32_t c) {
  return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

// Marks by what they mean on a page: 0 none, then danda, comma, colon or semicolon, full stop, question or
// exclamation mark, hyphen or dash, closing bracket, quotation mark, look-alike of the danda, visarga's colon,
// anything else.
size_t MarkClass(char32_t c) {
  switch (c) {
    case 0x0964:
    case 0x0965: return 1;
    case ',': return 2;
    case ':':
    case ';': return 3;
    case '.':
    case 0x2026: return 4;
    case '?':
    case '!': return 5;
    case '-':
    case 0x2013:
    case 0x2014: return 6;
    case ')':
    case ']':
    case '}':
    case '(':
    case '[':
    case '{': return 7;
    case '"':
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D: return 8;
    case '|':
    case 0x09F7: return 9;
    case '_':
    case '~':
    case '\\':
    case '*':
    case '=':
    case '+':
    case '<':
    case '>':
    case '^':
    case '`': return 10;
    default: return 11;
  }
}

char32_t Char(std::string_view text, const Token& token) {
  return DecodeAt(text, token.begin).value;
}

bool IsMarkToken(const Token& token) {
  return token.Is(TokenKind::kPunctuation) || token.Is(TokenKind::kSymbol);
}

// Whether a bracket that one unit opens or closes has its partner within so many units.
constexpr size_t kBracketReach = 25;

class UnitReader {
 public:
  UnitReader(std::string_view text, std::span<const Token> tokens, std::span<const Unit> units,
             const WordReader& reader)
      : text_(text), tokens_(tokens), units_(units), reader_(reader) {}

  UnitFacts Read(size_t index) const {
    UnitFacts facts;
    const Unit& unit = units_[index];
    Add(facts.features, kBias, static_cast<size_t>(unit.kind));
    AddEdges(unit, facts.features);
    AddBrackets(index, facts.features);
    if (index + 1 < units_.size()) AddNextMark(units_[index + 1], 0, facts.features);
    if (index > 0) AddNextMark(units_[index - 1], 2, facts.features);
    AddPlace(unit, facts.features);
    switch (unit.kind) {
      case UnitKind::kWord: AddWords(unit, facts); break;
      case UnitKind::kLetter: AddLetter(unit, facts.features); break;
      case UnitKind::kNumber: AddNumber(unit, facts.features); break;
      case UnitKind::kLatin: AddLatin(unit, facts.features); break;
      case UnitKind::kMixed: AddMixed(unit, facts.features); break;
      case UnitKind::kMarks: AddMarks(unit, facts.features); break;
    }
    return facts;
  }

 private:
  [[nodiscard]] std::span<const Token> Tokens(const Unit& unit) const {
    return tokens_.subspan(unit.first, unit.last - unit.first);
  }

  void AddEdges(const Unit& unit, Features& features) const {
    if (unit.kind == UnitKind::kMarks || (unit.kind == UnitKind::kNumber && HasFraction(unit)))
      return;
    size_t first = unit.first;
    size_t last = unit.last;
    while (first < last && IsMarkToken(tokens_[first])) ++first;
    while (last > first && IsMarkToken(tokens_[last - 1])) --last;
    static constexpr std::array<size_t, 12> kBeforeClass = {0, 5, 5, 5, 5, 5, 1, 2, 3, 5, 4, 5};
    if (first > unit.first) {
      Add(features, kBefore, kBeforeClass[MarkClass(Char(text_, tokens_[unit.first]))]);
      if (first > unit.first + 1) Add(features, kBefore, 0);
    }
    if (last < unit.last) {
      Add(features, kAfter, MarkClass(Char(text_, tokens_[last])));
      if (unit.last - last > 1 && MarkClass(Char(text_, tokens_[unit.last - 1])) >= 9)
        Add(features, kAfter, 0);
    }
    for (size_t i = first; i < last; ++i) {
      if (!IsMarkToken(tokens_[i])) continue;
      const size_t mark = MarkClass(Char(text_, tokens_[i]));
      Add(features, kInside,
          mark == 6                                        ? 0
          : tokens_[i].Is(TokenKind::kSymbol) || mark >= 9 ? 2
                                                           : 1);
      break;
    }
  }

  [[nodiscard]] bool Has(const Unit& unit, std::string_view mark) const {
    return text_.substr(unit.begin, unit.end - unit.begin).find(mark) != std::string_view::npos;
  }

  // An old sum of money, ১৷৹: its ৷ is no danda.
  [[nodiscard]] bool HasFraction(const Unit& unit) const {
    return Has(unit, "\u09F4") || Has(unit, "\u09F5") || Has(unit, "\u09F6") ||
           Has(unit, "\u09F8") || Has(unit, "\u09F9");
  }

  void AddBrackets(size_t index, Features& features) const {
    const bool opens = Has(units_[index], "(");
    const bool closes = Has(units_[index], ")");
    if (opens == closes) return;
    for (size_t step = 1; step <= kBracketReach; ++step) {
      if (opens && index + step < units_.size() && Has(units_[index + step], ")")) return;
      if (closes && step <= index && Has(units_[index - step], "(")) return;
    }
    Add(features, kBracket, opens ? 0 : 1);
  }

  void AddNextMark(const Unit& next, size_t side, Features& features) const {
    if (next.kind != UnitKind::kMarks) return;
    Add(features, kNextMark, side + (MarkClass(Char(text_, tokens_[next.first])) == 1 ? 0 : 1));
  }

  static void AddPlace(const Unit& unit, Features& features) {
    const size_t other = unit.kind == UnitKind::kWord ? 0 : 3;
    if (unit.begins_line && unit.ends_line) {
      Add(features, kLine, other);
    } else if (unit.begins_line) {
      Add(features, kLine, other + 1);
    } else if (unit.ends_line) {
      Add(features, kLine, other + 2);
    }
  }

  void AddWords(const Unit& unit, UnitFacts& facts) const {
    size_t words = 0;
    float oddest = -1000;
    for (size_t i = unit.first; i < unit.last; ++i) {
      if (!tokens_[i].Is(TokenKind::kBengali)) continue;
      const auto reading = reader_.Read(tokens_[i].In(text_));
      ++words;
      if (!reading->is_word || Oddness(*reading) <= oddest) continue;
      oddest = Oddness(*reading);
      facts.word = reading;
      facts.token = static_cast<uint32_t>(i);
    }
    if (words > 1) Add(facts.features, kParts, 0);
    if (facts.word == nullptr) {
      Add(facts.features, kFault, 1);
      return;
    }
    facts.context = {LookBeside(text_, tokens_, facts.token, -1, reader_),
                     LookBeside(text_, tokens_, facts.token, 1, reader_)};
    AddWord(*facts.word, facts.context, reader_.neighbours(), facts.features);
  }

  void AddLetter(const Unit& unit, Features& features) const {
    for (size_t i = unit.first; i < unit.last; ++i) {
      const Token& token = tokens_[i];
      if (!token.Is(TokenKind::kBengali)) continue;
      const std::string_view word = token.In(text_);
      Add(features, kLetterShape, word == "ও" || word == "এ" ? 0 : 1);
      if (unit.last - unit.first > 1) Add(features, kLetterShape, 2);
      return;
    }
  }

  void AddNumber(const Unit& unit, Features& features) const {
    for (const Token& token : Tokens(unit)) {
      if (token.Is(TokenKind::kNumber)) {
        const size_t system = token.Has(kAsciiDigits) ? token.Has(kBengaliDigits) ? 2 : 1 : 0;
        const uint32_t one = token.Has(kAsciiDigits) ? 1 : 3;
        Add(features, kNumberShape, system + (token.end - token.begin > one ? 3 : 0));
        break;
      }
    }
    for (const Token& token : Tokens(unit)) {
      if (!token.Is(TokenKind::kBengali)) continue;
      Add(features, kNumberShape, 6);
      const auto reading = reader_.Read(token.In(text_));
      if (reading->faulty) Add(features, kFault, 1);
      break;
    }
  }

  void AddLatin(const Unit& unit, Features& features) const {
    size_t letters = 0;
    size_t capitals = 0;
    bool vowel = false;
    bool inside = false;
    for (const Token& token : Tokens(unit)) {
      if (!token.Is(TokenKind::kLatin)) continue;
      for (size_t at = token.begin; at < token.end;) {
        const CodePoint c = DecodeAt(text_, at);
        const bool capital = c.value >= 'A' && c.value <= 'Z';
        inside = inside || (capital && at > token.begin);
        capitals += capital ? 1 : 0;
        vowel = vowel || IsLatinVowel(c.value);
        ++letters;
        at += c.size;
      }
    }
    if (letters == 0) return;
    Add(features, kLatinShape, std::min<size_t>(letters, 4) - 1);
    if (capitals == letters) Add(features, kLatinShape, 4);
    if (!vowel) Add(features, kLatinShape, 5);
    if (inside && capitals < letters) Add(features, kLatinShape, 6);
  }

  void AddMixed(const Unit& unit, Features& features) const {
    bool bengali = false;
    bool digits = false;
    bool latin = false;
    for (const Token& token : Tokens(unit)) {
      bengali = bengali || token.Is(TokenKind::kBengali);
      digits = digits || token.Is(TokenKind::kNumber);
      latin = latin || token.Is(TokenKind::kLatin) || token.Is(TokenKind::kOtherWord);
    }
    Add(features, kMixedShape,
        bengali && latin && digits ? 3
        : bengali && latin         ? 0
        : bengali                  ? 1
                                   : 2);
  }

  void AddMarks(const Unit& unit, Features& features) const {
    const Token& token = tokens_[unit.first];
    if (token.Is(TokenKind::kBengali)) {
      Add(features, kMarksShape, 0);
      return;
    }
    const size_t mark = MarkClass(Char(text_, token));
    Add(features, kMarksShape, std::min<size_t>(mark, 8));
    if (mark >= 9) Add(features, kMarksShape, 9);
    if (unit.last - unit.first > 1) Add(features, kParts, 0);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const Unit> units_;
  const WordReader& reader_;
};

// Added to logits of means, so that a clean page has about nothing to say.
constexpr float kClean = 4.6F;

float Logit(double probability) {
  const double p = std::clamp(probability, 0.002, 0.9);
  return static_cast<float>(std::log(p / (1 - p)));
}

}  // namespace

float Context::Fit(const Neighbours& table, Neighbours::Key key, float count) const {
  return table.Affinity(left.key, left.count, key, count) +
         table.Affinity(key, count, right.key, right.count);
}

std::vector<UnitFacts> ReadUnits(std::string_view text, std::span<const Token> tokens,
                                 std::span<const Unit> units, const WordReader& reader) {
  std::vector<UnitFacts> facts;
  facts.reserve(units.size());
  const UnitReader one(text, tokens, units, reader);
  for (size_t i = 0; i < units.size(); ++i) facts.push_back(one.Read(i));
  return facts;
}

void AddSurroundings(std::span<const float> first, std::span<const UnitKind> kinds,
                     std::span<UnitFacts* const> units) {
  const size_t count = first.size();
  std::unordered_map<Neighbours::Key, int> times;
  for (const UnitFacts* unit : units) {
    if (unit->word != nullptr) ++times[unit->word->key];
  }
  std::vector<double> sums(count + 1);
  std::array<double, kUnitKinds> share{};
  for (size_t i = 0; i < count; ++i) {
    sums[i + 1] = sums[i] + first[i];
    share[static_cast<size_t>(kinds[i])] += 1;
  }
  // A short text proves little: as if so many more units had been right.
  constexpr double kDoubt = 8;
  constexpr double kUsual = 0.02;
  // The mean of up to `reach` units on either side, without the one itself.
  const auto around = [&](size_t i, size_t reach) {
    const size_t begin = i - std::min(i, reach);
    const size_t end = std::min(count, i + reach + 1);
    const double rest = sums[end] - sums[begin] - first[i];
    const double doubt = std::min<double>(kDoubt, static_cast<double>(reach)) / 2;
    return (rest + doubt * kUsual) / (static_cast<double>(end - begin - 1) + doubt);
  };
  for (size_t i = 0; i < count; ++i) {
    Features& features = units[i]->features;
    const auto kind = static_cast<size_t>(kinds[i]);
    const double page =
        (sums[count] - first[i] + kDoubt * kUsual) / (static_cast<double>(count - 1) + kDoubt);
    Add(features, kPage, kind, Logit(page) + kClean);
    const size_t other = kinds[i] == UnitKind::kWord ? 0 : 2;
    Add(features, kAround, other, Logit(around(i, 2)) + kClean);
    Add(features, kAround, other + 1, Logit(around(i, 8)) + kClean);
    if (const WordReading* word = units[i]->word.get(); word != nullptr && times[word->key] > 1) {
      const auto repeated = static_cast<float>(std::min(times[word->key], 8));
      Add(features, kOtherReading, word->known ? 4 : 3, std::log(repeated));
    }
    if (kinds[i] != UnitKind::kWord) {
      Add(features, kShare, kind,
          static_cast<float>(std::log(share[kind] / static_cast<double>(count))) + 3);
    }
  }
}

}  // namespace bnlint::ocr
