// One pass, one code point of look-ahead: a word goes on while its class may stand in it, and over
// an apostrophe or invisible character only when the word goes on behind it. ASCII and Bengali, nearly all that there is,
// are read off tables of 128 entries; what else comes is decoded and classified.

#include <array>
#include <cstring>

#include "text/char_class.h"
#include "text/scan.h"
#include "text/token.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

struct Char {
  CharClass cls = CharClass::kUnknown;
  uint32_t traits = 0;  // of trait, the lower half
  uint32_t size = 1;
};

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

uint32_t AsciiTraits(char32_t c) {
  switch (c) {
    case '?': return trait::kQuestion;
    case ':': return trait::kColon;
    case '.': return trait::kDot;
    case '|': return trait::kBar;
    case '-': return trait::kHyphen;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}': return trait::kBracket;
    case '"':
    case '\'':
    case '`': return trait::kQuote;
    case '&':
    case '\\':
    case '<':
    case '%':
    case '=': return trait::kEscape;
    case '\n':
    case '\v':
    case '\f':
    case '\r': return trait::kLineBreak;
    default: break;
  }
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? trait::kAsciiLetter : 0;
}

uint32_t BengaliTraits(char32_t c) {
  if (c == 0x0983) return trait::kVisarga;
  if (c == 0x09B0) return trait::kRa;
  if (c == 0x09F0 || c == 0x09F1) return trait::kAssamese;
  return c >= 0x09F2 && c <= 0x09FB ? trait::kCurrency : 0;
}

uint32_t OtherTraits(const CodePoint& c, CharClass cls) {
  if (!c.valid) return trait::kTwoBytes | trait::kOddSymbol | trait::kGlyph | trait::kEscape;
  uint32_t traits = 0;
  if (c.size == 2) traits |= trait::kTwoBytes;
  if (c.value >= 0x1000 && c.value < 0x2000) traits |= trait::kEscape;
  if (c.value >= 0x2000 && c.value < 0x3000 && (c.value >= 0x2040 || c.value == 0x2021)) {
    traits |= trait::kOddSymbol;
  }
  switch (c.value) {
    case 0x00BF: traits |= trait::kQuestion; break;
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E: traits |= trait::kQuote; break;
    case 0x2013:
    case 0x2014: traits |= trait::kHyphen; break;
    case 0x0964:
    case 0x0965: traits |= trait::kDanda; break;
    case 0xFFFD: traits |= trait::kReplacement; break;
    default: break;
  }
  const bool typography = c.value == 0x2026 || c.value == 0x2013 || c.value == 0x2014 ||
                          c.value == 0x2019 || c.value == 0x201D;
  const bool indic = c.value >= 0x0800 && c.value < 0x1000;  // E0 in UTF-8
  if (!typography && !indic) traits |= trait::kGlyph;
  if (cls == CharClass::kJoiner) traits |= trait::kJoiner;
  if (cls == CharClass::kInvisible) traits |= trait::kInvisible;
  if (cls == CharClass::kNewline) traits |= trait::kLineBreak;
  return traits;
}

struct Tables {
  std::array<Char, 128> ascii;
  std::array<Char, 128> bengali;  // by the offset from U+0980
  Tables() {
    for (char32_t c = 0; c < 128; ++c) {
      ascii[c] = {ClassOf(c), AsciiTraits(c), 1};
      bengali[c] = {ClassOf(0x0980 + c), BengaliTraits(0x0980 + c), 3};
    }
  }
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& tokens, ScannedText* scan)
      : text_(text), tokens_(tokens), scan_(scan) {}

  void Run() {
    tokens_.clear();
    while (at_ < text_.size()) {
      const Char c = Read(at_);
      Token token{static_cast<uint32_t>(at_), 0, TokenKind::kSymbol, 0};
      if (OpensBengali(c)) {
        TakeBengali(token);
      } else if (c.cls == CharClass::kLatin || c.cls == CharClass::kOtherLetter) {
        TakeForeign(token, c.cls);
      } else if (IsDigit(c.cls)) {
        TakeNumber(token);
      } else if (IsBlank(c.cls)) {
        TakeSpace(token);
      } else {
        const bool mark = c.cls == CharClass::kPunctuation || c.cls == CharClass::kDanda;
        token.kind = mark ? TokenKind::kPunctuation : TokenKind::kSymbol;
        Pass(c);
      }
      token.end = static_cast<uint32_t>(at_);
      if (scan_ != nullptr) Note(token);
      tokens_.push_back(token);
    }
    if (scan_ != nullptr) scan_->traits = traits_;
  }

 private:
  static const Tables& TheTables() {
    static const Tables tables;
    return tables;
  }

  [[nodiscard]] Char Read(size_t at) const {
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(text_[i]); };
    if (byte(at) < 0x80) return tables_.ascii[byte(at)];
    if (byte(at) == 0xE0 && at + 2 < text_.size() && (byte(at + 1) & 0xFEU) == 0xA6 &&
        (byte(at + 2) & 0xC0U) == 0x80) {
      return tables_.bengali[(byte(at + 1) & 1U) << 6U | (byte(at + 2) & 0x3FU)];
    }
    const CodePoint c = DecodeAt(text_, at);
    const CharClass cls = ClassOf(c.value);
    return {cls, OtherTraits(c, cls), c.size};
  }
  [[nodiscard]] CharClass ClassBehind(size_t offset) const {
    return offset < text_.size() ? Read(offset).cls : CharClass::kControl;
  }
  [[nodiscard]] bool IsApostropheAt(const Char& c) const {
    return c.cls == CharClass::kPunctuation && IsApostrophe(DecodeAt(text_, at_).value);
  }
  void Pass(const Char& c) {
    traits_ |= c.traits;
    at_ += c.size;
  }

  // An invisible character or joiner that opens a Bengali word belongs to it.
  [[nodiscard]] bool OpensBengali(const Char& c) const {
    return IsBengali(c.cls) || ((c.cls == CharClass::kInvisible || c.cls == CharClass::kJoiner) &&
                                IsBengali(ClassBehind(at_ + c.size)));
  }

  // A Bengali word: letters, marks and joiners, and what may hide or stand between them.
  void TakeBengali(Token& token) {
    token.kind = TokenKind::kBengali;
    while (at_ < text_.size()) {
      const Char c = Read(at_);
      if (!IsBengali(c.cls)) {
        if (c.cls == CharClass::kJoiner) {
          token.flags |= kHasJoiner;
        } else if (c.cls == CharClass::kInvisible || IsApostropheAt(c)) {
          if (!IsBengali(ClassBehind(at_ + c.size))) return;
          token.flags |= c.cls == CharClass::kInvisible ? kHasInvisible : kHasApostrophe;
        } else {
          return;
        }
      }
      Pass(c);
    }
  }

  // A word of another script; apostrophes inside (don't, l’eau) belong to it.
  void TakeForeign(Token& token, CharClass letter) {
    token.kind = letter == CharClass::kLatin ? TokenKind::kLatin : TokenKind::kOtherWord;
    while (at_ < text_.size()) {
      const Char c = Read(at_);
      if (IsApostropheAt(c)) {
        if (ClassBehind(at_ + c.size) != letter) return;
      } else if (c.cls != letter && c.cls != CharClass::kOtherMark) {
        return;
      }
      Pass(c);
    }
  }

  static uint8_t DigitFlag(CharClass cls) {
    if (cls == CharClass::kBnDigit) return kBengaliDigits;
    return cls == CharClass::kAsciiDigit ? kAsciiDigits : kForeignDigits;
  }

  // Digits with single separators between digits: ২,৩৪,৫৬৭ and 3.14 are one number, ১।২ is two.
  void TakeNumber(Token& token) {
    token.kind = TokenKind::kNumber;
    while (at_ < text_.size()) {
      const Char c = Read(at_);
      if (IsDigit(c.cls)) {
        token.flags |= DigitFlag(c.cls);
      } else if ((text_[at_] != '.' && text_[at_] != ',') || !IsDigit(ClassBehind(at_ + c.size))) {
        return;
      }
      Pass(c);
    }
  }

  void TakeSpace(Token& token) {
    token.kind = TokenKind::kSpace;
    while (at_ < text_.size()) {
      const Char c = Read(at_);
      if (!IsBlank(c.cls)) return;
      if (c.cls == CharClass::kNewline) token.flags |= kHasLineBreak;
      Pass(c);
    }
  }

  // What a token, the one before it and the one before that show.
  void Note(const Token& token) {
    const TokenKind before = tokens_.empty() ? TokenKind::kSpace : tokens_.back().kind;
    switch (token.kind) {
      case TokenKind::kBengali: NoteBengali(token, before); break;
      case TokenKind::kLatin:
        ++scan_->latin;
        traits_ |= trait::kLatin;
        NoteBehind(before, trait::kForeignBeside | trait::kNumberBehindWord);
        break;
      case TokenKind::kOtherWord: NoteBehind(before, trait::kForeignBeside); break;
      case TokenKind::kNumber: NoteNumber(token, before); break;
      case TokenKind::kSpace:
        if (token.end - token.begin > 1) traits_ |= trait::kWideBlank;
        break;
      case TokenKind::kSymbol: NoteBehind(before, trait::kForeignBeside); [[fallthrough]];
      case TokenKind::kPunctuation:
        scan_->marks.push_back(static_cast<uint32_t>(tokens_.size()));
        break;
    }
  }

  void NoteBehind(TokenKind before, Traits traits) {
    if (before == TokenKind::kBengali) traits_ |= traits;
  }

  void NoteBengali(const Token& token, TokenKind before) {
    ++scan_->bengali;
    switch (before) {
      case TokenKind::kLatin: traits_ |= trait::kForeignBeside | trait::kWordBehindMark; break;
      case TokenKind::kNumber: traits_ |= trait::kWordBehindMark; break;
      case TokenKind::kOtherWord: traits_ |= trait::kForeignBeside; break;
      case TokenKind::kSymbol: traits_ |= trait::kForeignBeside | trait::kWordBehindMark; break;
      case TokenKind::kPunctuation:
        if (!Opens(tokens_.back().In(text_))) traits_ |= trait::kWordBehindMark;
        break;
      default: break;
    }
    if (tokens_.size() < 2) return;
    const Token& second = tokens_[tokens_.size() - 2];
    if (second.kind == TokenKind::kBengali && second.In(text_) == token.In(text_)) {
      traits_ |= trait::kRepeated;
    }
  }

  void NoteNumber(const Token& token, TokenKind before) {
    NoteBehind(before, trait::kNumberBehindWord);
    if (token.Has(kBengaliDigits)) traits_ |= trait::kBengaliDigit;
    if (token.Has(kAsciiDigits)) traits_ |= trait::kAsciiDigit;
    if (token.Has(kForeignDigits)) traits_ |= trait::kForeignDigit;
    if (token.Has(kBengaliDigits) && token.Has(kAsciiDigits)) traits_ |= trait::kMixedNumber;
  }

  static bool Opens(std::string_view mark) {
    return mark == "(" || mark == "[" || mark == "“" || mark == "‘";
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  ScannedText* scan_;
  const Tables& tables_ = TheTables();
  size_t at_ = 0;
  Traits traits_ = 0;
};

}  // namespace

void Tokenize(std::string_view text, std::vector<Token>& tokens) {
  Tokenizer(text, tokens, nullptr).Run();
}

void ScanText(std::string_view text, ScannedText& scan) {
  scan.marks.clear();
  scan.bengali = 0;
  scan.latin = 0;
  Tokenizer(text, scan.tokens, &scan).Run();
}

}  // namespace bnlint
