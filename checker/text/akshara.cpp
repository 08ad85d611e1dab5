// The syllable grammar as a hand-written recogniser. One step reads one akshara from the code point
// at hand and says where it ends, or which code point cannot stand there and why.

#include "text/akshara.h"

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr char32_t kYa = 0x09AF, kRa = 0x09B0, kKhandaTa = 0x09CE, kRi = 0x098B,
                   kNuktaSign = 0x09BC, kHasantaSign = 0x09CD, kCandrabindu = 0x0981,
                   kAaSign = 0x09BE, kESign = 0x09C7, kAuMark = 0x09D7, kA = 0x0985, kE = 0x098F,
                   kZwnj = 0x200C, kZwj = 0x200D;

// A cursor over a word that can look two code points ahead without copying it.
class Reader {
 public:
  Reader(std::string_view word, size_t at) : word_(word), at_(at) {}
  [[nodiscard]] size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= word_.size(); }
  // The code point `ahead` places on, or 0 behind the end.
  [[nodiscard]] char32_t Peek(int ahead = 0) const {
    size_t at = at_;
    for (; ahead > 0 && at < word_.size(); --ahead) at += DecodeAt(word_, at).size;
    return at < word_.size() ? DecodeAt(word_, at).value : 0;
  }
  void Skip(int count = 1) {
    for (; count > 0 && !done(); --count) at_ += DecodeAt(word_, at_).size;
  }
  bool Take(char32_t wanted) {
    if (done() || Peek() != wanted) return false;
    Skip();
    return true;
  }

 private:
  std::string_view word_;
  size_t at_;
};

bool IsConsonant(char32_t c) { return ClassOf(c) == CharClass::kBnConsonant; }
bool IsPrecomposedNukta(char32_t c) { return c == 0x09DC || c == 0x09DD || c == 0x09DF; }
bool IsSign(char32_t c) { return ClassOf(c) == CharClass::kBnSign && c != kAuMark; }
bool IsModifier(char32_t c) { return ClassOf(c) == CharClass::kBnModifier; }
// What transcriptions of Urdu and English put a nukta on, anywhere in a cluster: ক খ গ জ ঝ ফ ভ.
bool IsTranscribed(char32_t c) {
  return (c >= 0x0995 && c <= 0x0997) || c == 0x099C || c == 0x099D || c == 0x09AB || c == 0x09AD;
}
bool TakesNukta(char32_t c) { return c == 0x09A1 || c == 0x09A2 || c == kYa || IsTranscribed(c); }

// M: one vowel sign; ে+া and ে+ৗ are one.
void TakeSign(Reader& reader) {
  const bool joiner = reader.Peek() == kZwnj;
  if (!IsSign(reader.Peek(joiner ? 1 : 0))) return;
  if (joiner) reader.Skip();
  const char32_t sign = reader.Peek();
  reader.Skip();
  if (sign == kESign && (reader.Peek() == kAaSign || reader.Peek() == kAuMark)) reader.Skip();
}

// D: candrabindu, then anusvara or visarga.
void TakeModifiers(Reader& reader) {
  reader.Take(kCandrabindu);
  if (reader.Peek() == 0x0982 || reader.Peek() == 0x0983) reader.Skip();
}

// K and what joins to it: CL. True when it also ended the akshara (a final or visible hasanta).
bool TakeCluster(Reader& reader) {
  const char32_t first = reader.Peek();
  reader.Skip();
  if (first == kRa && reader.Peek() == kZwj && reader.Peek(1) == kHasantaSign &&
      reader.Peek(2) == kYa) {
    reader.Skip(3);  // র‍্য, to which nothing joins
  } else {
    if (TakesNukta(first)) reader.Take(kNuktaSign);
    // A ZWNJ ends the akshara below: the grammar reads ক্‌ক as one cluster or as two, and only two lets
    // a nukta or a full cluster follow.
    for (int joined = 0; joined < 4 && reader.Peek() == kHasantaSign; ++joined) {
      const bool joiner = reader.Peek(1) == kZwj;
      const char32_t next = reader.Peek(joiner ? 2 : 1);
      if (!IsConsonant(next) || IsPrecomposedNukta(next)) break;
      reader.Skip(joiner ? 3 : 2);
      if (IsTranscribed(next)) reader.Take(kNuktaSign);
    }
  }
  if (reader.Peek() != kHasantaSign) return false;
  if (reader.Peek(1) == kZwnj) {  // a visible hasanta, inside a word or at its end
    reader.Skip(2);
    return true;
  }
  if (reader.Peek(1) == 0) {
    reader.Skip();
    return true;
  }
  return false;
}

// Reads one akshara; false when the code point at hand cannot begin one.
bool TakeAkshara(Reader& reader) {
  const char32_t c = reader.Peek();
  if (c == kRa && reader.Peek(1) == kHasantaSign &&
      (reader.Peek(2) == kRi || reader.Peek(2) == kKhandaTa)) {
    const bool khanda = reader.Peek(2) == kKhandaTa;
    reader.Skip(3);
    if (!khanda) TakeModifiers(reader);
    return true;
  }
  switch (ClassOf(c)) {
    case CharClass::kBnConsonant:
      if (TakeCluster(reader)) return true;
      TakeSign(reader);
      TakeModifiers(reader);
      return true;
    case CharClass::kBnVowel:
      reader.Skip();
      if ((c == kA || c == kE) && reader.Peek() == kHasantaSign && reader.Peek(1) == kYa) {
        reader.Skip(2);
        reader.Take(kAaSign);
      }
      TakeModifiers(reader);
      return true;
    case CharClass::kBnKhandaTa: reader.Skip(); return true;
    case CharClass::kBnOther:
      if (c != 0x09BD) return false;  // ঽ; ৰ and ৱ are Assamese
      reader.Skip();
      return true;
    default: return false;
  }
}

// Why `c` cannot follow `before` (0 at the start of the word).
SyllableFault Explain(char32_t before, char32_t c) {
  const CharClass cls = ClassOf(c);
  if (cls == CharClass::kJoiner) return SyllableFault::kJoiner;
  if (cls == CharClass::kBnHasanta) {
    return IsConsonant(before) ? SyllableFault::kLongCluster : SyllableFault::kHasanta;
  }
  if (cls == CharClass::kBnNukta) return SyllableFault::kNukta;
  if (cls == CharClass::kBnOther) return SyllableFault::kForeignLetter;
  if (before == c) return SyllableFault::kDoubledMark;
  if (cls == CharClass::kBnSign && ClassOf(before) == CharClass::kBnSign) {
    return SyllableFault::kTwoSigns;
  }
  const bool after_mark = ClassOf(before) == CharClass::kBnSign || IsModifier(before);
  if (after_mark && (cls == CharClass::kBnSign || cls == CharClass::kBnModifier)) {
    return SyllableFault::kMarkOrder;
  }
  return SyllableFault::kOrphanMark;
}

}  // namespace

std::string_view FaultName(SyllableFault fault) {
  switch (fault) {
    case SyllableFault::kOrphanMark: return "orphan-mark";
    case SyllableFault::kDoubledMark: return "doubled-mark";
    case SyllableFault::kTwoSigns: return "two-signs";
    case SyllableFault::kMarkOrder: return "mark-order";
    case SyllableFault::kHasanta: return "hasanta";
    case SyllableFault::kNukta: return "nukta";
    case SyllableFault::kJoiner: return "joiner";
    case SyllableFault::kLongCluster: return "long-cluster";
    case SyllableFault::kForeignLetter: return "foreign-letter";
  }
  return "";
}

size_t AksharaEnd(std::string_view word, size_t at) {
  Reader reader(word, at);
  if (!TakeAkshara(reader)) reader.Skip();
  return reader.at();
}

size_t CountAksharas(std::string_view word) {
  size_t count = 0;
  for (size_t at = 0; at < word.size(); at = AksharaEnd(word, at)) ++count;
  return count;
}

std::optional<SyllableError> FindSyllableError(std::string_view word, size_t from) {
  Reader reader(word, from);
  while (!reader.done()) {
    if (TakeAkshara(reader)) continue;
    const size_t begin = reader.at();
    const char32_t c = reader.Peek();
    const char32_t before = begin == 0 ? 0 : DecodeBefore(word, begin).value;
    reader.Skip();
    SyllableFault fault = Explain(before, c);
    // A hasanta that joins to what cannot be joined (্ই, ্ে) is at fault itself, long cluster or not.
    if (fault == SyllableFault::kLongCluster && !IsConsonant(reader.Peek())) {
      fault = SyllableFault::kHasanta;
    }
    return SyllableError{begin, reader.at(), fault};
  }
  return std::nullopt;
}

}  // namespace bnlint
