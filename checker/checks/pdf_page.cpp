#include "checks/pdf_page.h"

#include <algorithm>

#include "spelling/skeleton.h"
#include "text/akshara.h"
#include "text/char_class.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "text/visual_order.h"

namespace bnlint {
namespace {

// Two word-initial signs in a neighbourhood where every twelfth sign is one are no accident; a text about the script
// shows signs alone, not before consonants.
constexpr uint32_t kLeastInitial = 2;
constexpr uint32_t kInitialShare = 12;
constexpr uint32_t kLeastCids = 2;

// In pieces: of twenty words or more, three tenths are no longer than a letter with its sign (running text: a sixth); half
// are unknown or a single akshara that is no word, a fifth the one, a seventh the other. Dialect written by ear reaches
// the first, but its short words are words, and begin as words do: of pieces one in a hundred cannot.
constexpr uint32_t kLeastWords = 20;
constexpr size_t kShortBytes = 6;
constexpr double kShortShare = 0.3;
constexpr double kUnknownShare = 0.2;
constexpr double kPieceShare = 0.14;
constexpr double kBrokenShare = 0.5;
constexpr double kHeadlessShare = 0.01;
// What a PDF drops are glyphs, and a sign stays with its letter in most pieces; where programs cut at the signs
// (stripped-marks), in hardly one.
constexpr double kSignedShare = 0.3;
// Assamese is unknown words and another language.
constexpr double kAssameseShare = 0.03;

// ো of all ো and া: in running text 0.14, where the glyph of া has the wrong name 1.0; of forty at least (measured); verse in
// Brajabuli is full of মোয় and তোয়.
constexpr uint32_t kLeastSigns = 40;
constexpr double kSplitOShare = 0.75;

// A single akshara is a word when it is a common one: না, কি, যে. The list of frequencies has no single letters.
constexpr int kCommonWord = 10;

constexpr std::string_view kCid = "(cid:";

// The Bengali block is E0 A6 80 to E0 A7 BF; the pre-base signs are E0 A6 BF, E0 A7 87 and E0 A7 88.
bool IsPreBaseAt(std::string_view bytes, size_t at) {
  if (at + 2 >= bytes.size()) return false;
  const auto second = static_cast<uint8_t>(bytes[at + 1]);
  const auto third = static_cast<uint8_t>(bytes[at + 2]);
  return (second == 0xA6 && third == 0xBF) || (second == 0xA7 && (third == 0x87 || third == 0x88));
}

// A letter or mark of the Bengali block, ৰ and ৱ included, or a joiner; no digit.
bool IsWordAt(std::string_view bytes, size_t at) {
  if (at + 2 >= bytes.size()) return false;
  const auto second = static_cast<uint8_t>(bytes[at + 1]);
  const auto third = static_cast<uint8_t>(bytes[at + 2]);
  if (bytes[at] == '\xE2') return second == 0x80 && (third == 0x8C || third == 0x8D);
  return bytes[at] == '\xE0' &&
         (second == 0xA6 || (second == 0xA7 && (third < 0xA6 || third == 0xB0 || third == 0xB1)));
}

size_t WordEnd(std::string_view bytes, size_t at) {
  while (IsWordAt(bytes, at)) at += 3;
  return at;
}

bool BeginsWord(std::string_view bytes, size_t at) {
  const size_t next = at + 3;
  if (next >= bytes.size() || ClassOf(DecodeAt(bytes, next).value) != CharClass::kBnConsonant)
    return false;
  if (at == 0) return true;
  const CodePoint before = DecodeBefore(bytes, at);
  return !IsWordLike(ClassOf(before.value)) && before.value != 0x25CC && before.value != 0xFFFD;
}

// True when no Bengali word begins so: with a sign, with ঙ ঞ ণ ৎ ড় ঢ়, or with a reph.
bool IsHeadless(std::string_view word) {
  const char32_t first = DecodeAt(word, 0).value;
  constexpr std::u32string_view kNeverFirst = U"ঙঞণৎ\u09DC\u09DD";
  if (IsBengaliMark(ClassOf(first)) || kNeverFirst.find(first) != std::u32string_view::npos)
    return true;
  return word.starts_with("র্") && !word.starts_with("র্য");
}

}  // namespace

bool IsPiece(const Speller& speller, std::string_view word) {
  if (word == "ও" || word == "এ" || word == "ঐ") return false;
  return CountAksharas(word) == 1 && speller.Frequency(word) < kCommonWord;
}

PdfEvidence::PdfEvidence(const Source& block, const Speller& speller)
    : bytes_(block.bytes), begin_(block.begin()), speller_(speller) {
  buckets_.resize(bytes_.size() / kBucketBytes + 1);
  for (size_t at = 0; at < bytes_.size();) {
    const char byte = bytes_[at];
    if (byte != '\xE0' && byte != '\xE2' && byte != '(') {
      ++at;
      continue;
    }
    const size_t end = CountWord(at);
    if (end > at) {
      at = end;
      continue;
    }
    if (byte == '(' && bytes_.substr(at).starts_with(kCid)) ++buckets_[at / kBucketBytes].cids;
    ++at;
  }
}

// Counts the word that begins there, if one does, and returns its end.
size_t PdfEvidence::CountWord(size_t begin) {
  size_t end = begin;
  uint32_t signs = 0;
  uint32_t o = 0;
  uint32_t aa = 0;
  for (; IsWordAt(bytes_, end); end += 3) {
    if (!IsBengaliAt(bytes_, end)) continue;
    switch ((static_cast<uint8_t>(bytes_[end + 1]) & 1U) << 6U |
            (static_cast<uint8_t>(bytes_[end + 2]) & 0x3FU)) {
      case 0x3F:  // ি
      case 0x47:  // ে
      case 0x48: ++signs; break;
      case 0x4B: ++o; break;
      case 0x3E: ++aa; break;
      default: break;
    }
  }
  if (end == begin) return end;
  Bucket& bucket = buckets_[begin / kBucketBytes];
  ++bucket.words;
  bucket.brief += end - begin <= kShortBytes ? 1 : 0;
  bucket.signs += signs;
  bucket.o += o;
  bucket.aa += aa;
  if (IsPreBaseAt(bytes_, begin) && BeginsWord(bytes_, begin)) ++bucket.initial;
  return end;
}

PdfDamage PdfEvidence::Judge(Span source) {
  const size_t begin = (source.begin - begin_) / kBucketBytes;
  const size_t first = begin == 0 ? 0 : begin - 1;
  const size_t last = std::min((source.end - begin_) / kBucketBytes + 1, buckets_.size() - 1);
  if (first == judged_first_ && last == judged_last_) return judged_;
  Bucket sum;
  for (size_t i = first; i <= last; ++i) {
    sum.initial += buckets_[i].initial;
    sum.signs += buckets_[i].signs;
    sum.cids += buckets_[i].cids;
    sum.words += buckets_[i].words;
    sum.brief += buckets_[i].brief;
    sum.o += buckets_[i].o;
    sum.aa += buckets_[i].aa;
  }
  judged_first_ = first;
  judged_last_ = last;
  judged_ = PdfDamage::kNone;
  if (sum.initial >= kLeastInitial && sum.initial * kInitialShare >= sum.signs) {
    judged_ = PdfDamage::kVisualOrder;
  } else if (sum.cids >= kLeastCids) {
    judged_ = PdfDamage::kGlyphNames;
  } else if (sum.words >= kLeastWords && sum.brief >= kShortShare * sum.words &&
             InPieces(first, last)) {
    judged_ = PdfDamage::kInPieces;
  } else if (sum.o + sum.aa >= kLeastSigns && sum.o >= kSplitOShare * (sum.o + sum.aa)) {
    judged_ = PdfDamage::kSplitO;
  }
  return judged_;
}

bool PdfEvidence::InPieces(size_t first, size_t last) const {
  double words = 0;
  double unknown = 0;
  double pieces = 0;
  double headless = 0;
  double assamese = 0;
  double brief = 0;
  double with_sign = 0;  // of the brief ones
  const size_t stop = std::min((last + 1) * kBucketBytes, bytes_.size());
  for (size_t at = first * kBucketBytes; at < stop;) {
    const size_t end = WordEnd(bytes_, at);
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view word = bytes_.substr(at, end - at);
    at = end;
    ++words;
    assamese += word.find("ৰ") != std::string_view::npos || word.find("ৱ") != std::string_view::npos
                    ? 1
                    : 0;
    headless += IsHeadless(word) ? 1 : 0;
    if (word.size() <= kShortBytes) {
      const WordMarks marks = MarksOf(word);
      ++brief;
      with_sign += marks.letters > 0 && marks.groups != 0 ? 1 : 0;
    }
    if (!speller_.Knows(word)) {
      ++unknown;
    } else if (IsPiece(speller_, word)) {
      ++pieces;
    }
  }
  if (assamese >= kAssameseShare * words || with_sign < kSignedShare * brief) return false;
  return headless > kHeadlessShare * words && unknown >= kUnknownShare * words &&
         pieces >= kPieceShare * words && unknown + pieces >= kBrokenShare * words;
}

}  // namespace bnlint
