// One pass, one code point of look-ahead: a word goes on while its class may stand in it, and over
// an apostrophe or invisible character only when the word goes on behind it.

#include "text/char_class.h"
#include "text/token.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

struct Cursor {
  std::string_view text;
  size_t at;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] CodePoint Peek() const { return DecodeAt(text, at); }
  [[nodiscard]] CharClass ClassBehind(size_t offset) const {
    return offset < text.size() ? ClassOf(DecodeAt(text, offset).value) : CharClass::kControl;
  }
};

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

// A Bengali word: letters, marks and joiners, and what may hide or stand between them.
void TakeBengali(Cursor& cursor, Token& token) {
  token.kind = TokenKind::kBengali;
  while (!cursor.done()) {
    const CodePoint c = cursor.Peek();
    const CharClass cls = ClassOf(c.value);
    if (cls == CharClass::kJoiner) {
      token.flags |= kHasJoiner;
    } else if (cls == CharClass::kInvisible || IsApostrophe(c.value)) {
      if (!IsBengali(cursor.ClassBehind(cursor.at + c.size))) return;
      token.flags |= cls == CharClass::kInvisible ? kHasInvisible : kHasApostrophe;
    } else if (!IsBengali(cls)) {
      return;
    }
    cursor.at += c.size;
  }
}

// A word of another script; apostrophes inside (don't, l’eau) belong to it.
void TakeForeign(Cursor& cursor, Token& token, CharClass letter) {
  token.kind = letter == CharClass::kLatin ? TokenKind::kLatin : TokenKind::kOtherWord;
  while (!cursor.done()) {
    const CodePoint c = cursor.Peek();
    const CharClass cls = ClassOf(c.value);
    if (IsApostrophe(c.value)) {
      if (cursor.ClassBehind(cursor.at + c.size) != letter) return;
    } else if (cls != letter && cls != CharClass::kOtherMark) {
      return;
    }
    cursor.at += c.size;
  }
}

uint8_t DigitFlag(CharClass cls) {
  if (cls == CharClass::kBnDigit) return kBengaliDigits;
  return cls == CharClass::kAsciiDigit ? kAsciiDigits : kForeignDigits;
}

// Digits with single separators between digits: ২,৩৪,৫৬৭ and 3.14 are one number, ১।২ is two.
void TakeNumber(Cursor& cursor, Token& token) {
  token.kind = TokenKind::kNumber;
  while (!cursor.done()) {
    const CodePoint c = cursor.Peek();
    const CharClass cls = ClassOf(c.value);
    if (IsDigit(cls)) {
      token.flags |= DigitFlag(cls);
    } else if ((c.value != '.' && c.value != ',') ||
               !IsDigit(cursor.ClassBehind(cursor.at + c.size))) {
      return;
    }
    cursor.at += c.size;
  }
}

void TakeSpace(Cursor& cursor, Token& token) {
  token.kind = TokenKind::kSpace;
  while (!cursor.done()) {
    const CodePoint c = cursor.Peek();
    const CharClass cls = ClassOf(c.value);
    if (!IsBlank(cls)) return;
    if (cls == CharClass::kNewline) token.flags |= kHasLineBreak;
    cursor.at += c.size;
  }
}

// An invisible character or joiner that opens a Bengali word belongs to it.
bool OpensBengali(const Cursor& cursor, CharClass cls, uint32_t size) {
  return IsBengali(cls) || ((cls == CharClass::kInvisible || cls == CharClass::kJoiner) &&
                            IsBengali(cursor.ClassBehind(cursor.at + size)));
}

}  // namespace

void Tokenize(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  for (Cursor cursor{text, 0}; !cursor.done();) {
    const CodePoint c = cursor.Peek();
    const CharClass cls = ClassOf(c.value);
    Token token{static_cast<uint32_t>(cursor.at), 0, TokenKind::kSymbol, 0};
    if (OpensBengali(cursor, cls, c.size)) {
      TakeBengali(cursor, token);
    } else if (cls == CharClass::kLatin || cls == CharClass::kOtherLetter) {
      TakeForeign(cursor, token, cls);
    } else if (IsDigit(cls)) {
      TakeNumber(cursor, token);
    } else if (IsBlank(cls)) {
      TakeSpace(cursor, token);
    } else {
      const bool mark = cls == CharClass::kPunctuation || cls == CharClass::kDanda;
      token.kind = mark ? TokenKind::kPunctuation : TokenKind::kSymbol;
      cursor.at += c.size;
    }
    token.end = static_cast<uint32_t>(cursor.at);
    tokens.push_back(token);
  }
}

}  // namespace bnlint
