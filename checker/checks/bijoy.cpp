// Text in the Bijoy encoding. Each blank-separated chunk without Bengali letters gets a score: what it reads as
// Bijoy is a form of the frequency list (good evidence, the better the longer: of the Latin words of four letters and
// more in 460 MB of Bengali text, none but week, aziz and levi read as one), it has glyphs that no language writes inside
// words († ¨ ©), or it is impossible as Bengali or known as English. A run is where the sum of the scores
// climbs highest, as in a search for local alignments.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "checks/score_run.h"
#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"
#include "text/akshara.h"
#include "text/bijoy.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Two or three common words, or one long one with a glyph in it. One word must be long, or have a glyph that is seen
// nowhere else: short ones come by chance.
constexpr RunLimits kLimits{.enough = 6, .strong = 3, .drop = 6};
// English words in a row that may stand inside.
constexpr size_t kMostForeign = 3;
// Numbers and punctuation are no evidence; this keeps runs from reaching out over them without end.
constexpr double kNeutral = -0.1;

enum class Kind : uint8_t { kBreak, kNeutral, kWord };

struct Chunk {
  Span span;  // text offsets
  Kind kind = Kind::kNeutral;
  double score = kNeutral;
  bool known = false;    // reads as a frequent form, or several with punctuation between
  bool foreign = false;  // is kept as it is within a run: English
  bool line_before = false;
  [[nodiscard]] bool breaks() const { return kind == Kind::kBreak; }
};

// What converters to Bijoy, with nothing to put in its place, leave in the text: nukta, ZWNJ, ZWJ.
bool IsLeftBehind(char32_t c) { return c == 0x09BC || c == 0x200C || c == 0x200D; }

bool IsAsciiLetter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Vectorised by the compiler: most paragraphs end here.
bool HasAsciiLetter(std::string_view text) {
  unsigned any = 0;
  for (const char c : text) {
    any |=
        static_cast<unsigned>(static_cast<uint8_t>((static_cast<uint8_t>(c) | 0x20U) - 'a') < 26);
  }
  return any != 0;
}

// What the characters of a chunk are.
struct Shape {
  size_t begin = 0;  // without punctuation around
  size_t end = 0;
  size_t glyphs = 0;     // letters and signs of the font
  size_t strange = 0;    // … that no other language has inside words
  bool ascii = true;     // all glyphs are a-z A-Z
  bool outside = false;  // holds what the encoding does not have
};

// Letters of other languages, and what typographers set beside words: no sign of Bijoy by itself.
bool IsOrdinary(char32_t c) {
  static constexpr std::u32string_view kTypography = U"‘’“”–—…";
  return c < 0x80 || ClassOf(c) == CharClass::kLatin ||
         kTypography.find(c) != std::u32string_view::npos;
}
bool IsBijoyLetter(char32_t c) {
  const int code = BijoyCode(c);
  if (!IsBijoyGlyph(code)) return false;
  const bool digit = code >= '0' && code <= '9';
  const bool mark = code == '|' || code == '$' || (code >= 0xD1 && code <= 0xD5);
  return !digit && !mark;
}

Shape ShapeOf(std::string_view text, Span span) {
  Shape shape;
  for (size_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    at += c.size;
    if (IsBijoyLetter(c.value)) {
      if (shape.glyphs++ == 0) shape.begin = at - c.size;
      shape.end = at;
      shape.ascii &= IsAsciiLetter(c.value);
      if (!IsOrdinary(c.value)) ++shape.strange;
    } else if (c.value >= 0x80 && !IsLeftBehind(c.value) && !IsBijoyGlyph(BijoyCode(c.value))) {
      shape.outside = true;
    }
  }
  return shape;
}

// No Bengali word begins with these.
bool OpensNoWord(char32_t c) {
  return c == 0x09DC || c == 0x09DD || c == 0x09DF || c == 0x09CE || IsBengaliMark(ClassOf(c));
}

class Bijoy final : public Check {
 public:
  explicit Bijoy(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kAsciiLetter; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!HasAsciiLetter(paragraph.text())) return;
    FindChunks(paragraph, findings.rule().masks);
    for (size_t at = 0; at < chunks_.size();) at = TakeRun(paragraph, at, findings);
  }

 private:
  void FindChunks(const Paragraph& paragraph, uint8_t masks) {
    chunks_.clear();
    const std::string_view text = paragraph.text();
    bool line = true;
    for (size_t at = 0; at < text.size();) {
      const auto byte = static_cast<uint8_t>(text[at]);
      if (byte <= 0x20) {
        line |= byte == '\n' || byte == '\r';
        ++at;
        continue;
      }
      Chunk chunk;
      chunk.span.begin = at;
      bool bengali = false;
      while (at < text.size() && static_cast<uint8_t>(text[at]) > 0x20) {
        // Bengali letters begin with E0, the nukta too.
        bengali |= static_cast<uint8_t>(text[at]) == 0xE0 && !text.substr(at).starts_with("়");
        ++at;
      }
      chunk.span.end = at;
      chunk.line_before = line;
      line = false;
      if (bengali) {
        chunk.kind = Kind::kBreak;
      } else {
        Judge(paragraph, masks, chunk);
      }
      chunks_.push_back(chunk);
    }
  }

  void Judge(const Paragraph& paragraph, uint8_t masks, Chunk& chunk) {
    const std::string_view text = paragraph.text();
    const Shape shape = ShapeOf(text, chunk.span);
    const std::string_view whole = text.substr(chunk.span.begin, chunk.span.size());
    // à¦ and à§ are Bengali in UTF-8 read as Latin-1: mojibake's.
    const bool mojibake =
        whole.find("à¦") != std::string_view::npos || whole.find("à§") != std::string_view::npos;
    if (shape.outside || mojibake || paragraph.Masked(chunk.span, masks)) {
      chunk.kind = Kind::kBreak;
      return;
    }
    if (shape.glyphs == 0) return;
    chunk.kind = Kind::kWord;
    const std::string_view core = text.substr(shape.begin, shape.end - shape.begin);
    const bool latin = shape.ascii && IsLatinWord(core);
    const Reading reading = ReadingOf(core);
    chunk.known = reading.known;
    chunk.foreign = shape.ascii && (!reading.valid || (latin && !reading.known));
    chunk.score = Score(shape, reading, latin);
  }

  struct Reading {
    bool valid = true;  // possible Bengali
    bool known = true;  // all words are frequent forms
  };

  [[nodiscard]] Reading ReadingOf(std::string_view core) const {
    const std::string bengali = FromBijoy(core);
    Reading reading;
    size_t words = 0;
    for (size_t at = 0; at < bengali.size();) {
      size_t end = at;
      while (end < bengali.size()) {
        const CodePoint c = DecodeAt(bengali, end);
        const CharClass cls = ClassOf(c.value);
        if (!IsBengali(cls) && cls != CharClass::kJoiner) break;
        end += c.size;
      }
      if (end == at) {
        at += DecodeAt(bengali, at).size;
        continue;
      }
      const std::string_view word = std::string_view(bengali).substr(at, end - at);
      ++words;
      if (OpensNoWord(DecodeAt(word, 0).value) || FindSyllableError(word)) reading.valid = false;
      reading.known = reading.known && reading.valid && speller_.Frequency(word) >= 0;
      at = end;
    }
    reading.known = reading.known && words > 0;
    return reading;
  }

  static double Score(const Shape& shape, const Reading& reading, bool latin) {
    if (reading.known) {
      constexpr std::array<double, 6> kByLength = {0, 0.2, 0.8, 1.6, 3, 4};
      const double score = kByLength[std::min(shape.glyphs, kByLength.size() - 1)];
      if (latin) return std::min(score, 0.3);
      return score + (shape.strange > 0 ? 2 : shape.ascii ? 0 : 0.5);
    }
    if (latin) return -4;
    if (reading.valid) return shape.strange > 0 ? 1 : shape.glyphs > 2 ? -1.5 : -0.5;
    return shape.strange > 0 ? -1 : shape.glyphs > 2 ? -4 : -1.5;
  }

  // Looks for a run that begins at a chunk; returns where to go on.
  size_t TakeRun(const Paragraph& paragraph, size_t first, Findings& findings) {
    if (chunks_[first].score <= 0 || chunks_[first].breaks()) return first + 1;
    const ScoreRun run = FindScoreRun(chunks_, first, kLimits);
    if (!run.enough) return run.last + 1;
    size_t last = run.last;
    Widen(first, last);
    Tell(paragraph, first, last, findings);
    return last + 1;
  }

  // Takes in the rest of a line: Bijoy behind a few English words, and where nothing else stands on the line, numbers and
  // names that no list has.
  void Widen(size_t& first, size_t& last) const {
    const auto opens_line = [&](size_t i) { return i == chunks_.size() || chunks_[i].line_before; };
    size_t foreign = 0;
    const auto take = [&](size_t i, size_t& edge) {
      const Chunk& chunk = chunks_[i];
      foreign = chunk.foreign ? foreign + 1 : 0;
      if (chunk.kind == Kind::kBreak || foreign > kMostForeign) return false;
      if (chunk.kind == Kind::kWord && !chunk.foreign && chunk.score > 0) edge = i;
      return true;
    };
    size_t i = first;
    while (!opens_line(i) && take(i - 1, first)) --i;
    if (opens_line(i) && foreign == 0) first = i;
    foreign = 0;
    i = last + 1;
    while (!opens_line(i) && take(i, last)) ++i;
    if (opens_line(i) && foreign == 0) last = i - 1;
  }

  void Tell(const Paragraph& paragraph, size_t first, size_t last, Findings& findings) const {
    const Span span{chunks_[first].span.begin, chunks_[last].span.end};
    const std::string_view text = paragraph.text();
    std::string reading;
    for (size_t i = first; i <= last; ++i) {
      const Span own = chunks_[i].span;
      const std::string_view chunk = text.substr(own.begin, own.size());
      reading += chunks_[i].foreign ? std::string(chunk) : FromBijoy(chunk);
      if (i < last) reading += text.substr(own.end, chunks_[i + 1].span.begin - own.end);
    }
    reading = InFormOf(std::move(reading), text);
    Diagnostic diagnostic = findings.Make(paragraph, span, {{"reading", Shortened(reading)}});
    findings.AddFix(diagnostic, paragraph, span, reading);
    findings.Report(std::move(diagnostic));
  }

  // The beginning of a text, up to a blank, for the message.
  static std::string Shortened(std::string_view text) {
    constexpr size_t kMost = 120;  // bytes: some 40 letters
    if (text.size() <= kMost) return std::string(text);
    const size_t blank = text.substr(0, kMost).find_last_of(" \n");
    size_t end = blank == std::string_view::npos ? kMost : blank;
    while (end > 0 && IsContinuation(text[end])) --end;
    return std::string(text.substr(0, end)) + " …";
  }

  const Speller& speller_;
  std::vector<Chunk> chunks_;  // of the paragraph at hand
};

}  // namespace

std::unique_ptr<Check> MakeBijoy(const CheckServices& services) {
  return std::make_unique<Bijoy>(services);
}

}  // namespace bnlint
