#include "dataset/lines.h"

#include <algorithm>
#include <span>

#include "dataset/boilerplate.h"
#include "dataset/count_table.h"
#include "text/utf8.h"

namespace bnlint::dataset {
namespace {

using Points = std::span<const char32_t>;

double Ratio(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool IsTerminal(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x0964:  // danda
    case 0x0965:
    case 0x09F7:  // what stands for a danda in many a text
    case 0x2026:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F:
    case 0x06D4:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F: return true;
    default: return false;
  }
}

// Quotation marks and brackets that may stand behind the mark that ends a sentence.
bool Closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
         c == 0x00BB || c == 0x203A || c == 0x2018 || c == 0x201C;
}

// A line's code points as the lines' signals want them.
class LineText {
 public:
  LineText(const Reading& reading, const Line& line)
      : points_(Points(reading.points).subspan(line.first_point, line.length())),
        classes_(std::span(reading.classes).subspan(line.first_point, line.length())) {
    while (begin_ < points_.size() && IsBlank(classes_[begin_])) ++begin_;
    end_ = points_.size();
    while (end_ > begin_ && IsBlank(classes_[end_ - 1])) --end_;
  }
  [[nodiscard]] bool EndsInTerminal() const {
    size_t end = end_;
    while (end > begin_ && (Closes(points_[end - 1]) || IsBlank(classes_[end - 1]) ||
                            classes_[end - 1] == CharClass::kInvisible)) {
      --end;
    }
    return end > begin_ && IsTerminal(points_[end - 1]);
  }
  [[nodiscard]] bool EndsInEllipsis() const {
    if (end_ == begin_) return false;
    if (points_[end_ - 1] == 0x2026) return true;
    return end_ - begin_ >= 3 && points_[end_ - 1] == '.' && points_[end_ - 2] == '.' &&
           points_[end_ - 3] == '.';
  }
  [[nodiscard]] bool IsBullet() const {
    return end_ > begin_ && (points_[begin_] == 0x2022 || points_[begin_] == '-');
  }

 private:
  Points points_;
  std::span<const CharClass> classes_;
  size_t begin_ = 0;
  size_t end_ = 0;
};

// Which of some pieces of text were there before.
class Repeats {
 public:
  explicit Repeats(size_t pieces) { table_.Reset(pieces + 1); }
  void See(std::string_view piece, uint64_t length) {
    ++pieces_;
    if (table_.Add(HashBytes(piece)) == 1) return;
    ++again_;
    characters_ += length;
  }
  [[nodiscard]] double Share() const { return Ratio(again_, pieces_); }
  [[nodiscard]] uint64_t characters() const { return characters_; }

 private:
  CountTable table_;
  uint64_t pieces_ = 0;
  uint64_t again_ = 0;
  uint64_t characters_ = 0;
};

std::string_view Bytes(const Reading& reading, const Line& line) {
  return reading.text.substr(line.begin, line.end - line.begin);
}

// Pieces between runs of LF, as Python's re.split("\n+") has them: one that is empty before a leading run and behind a
// trailing one.
void MeasureRepeatedLines(const Reading& reading, Signals& signals) {
  const std::vector<Line>& lines = reading.lines;
  Repeats repeats(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].length() == 0 && i > 0 && i + 1 < lines.size()) continue;
    // Of empty lines at an end, the outermost stands for them all.
    repeats.See(Bytes(reading, lines[i]), lines[i].length());
  }
  signals[Signal::kDuplicateLineRatio] = repeats.Share();
  signals[Signal::kDuplicateLineCharRatio] = Ratio(repeats.characters(), reading.points.size());
}

// Paragraphs stand between runs of two LFs or more; blanks at both ends of the text are cut off.
void MeasureRepeatedParagraphs(const Reading& reading, Signals& signals) {
  const std::vector<Line>& lines = reading.lines;
  size_t first = 0;
  size_t last = lines.size();
  while (first < last && lines[first].blank) ++first;
  while (last > first && lines[last - 1].blank) --last;
  Repeats repeats(last - first);
  const auto strip = [](std::string_view piece, bool front, bool back) {
    constexpr std::string_view kBlanks = " \t\r\v\f\n";
    if (front) piece.remove_prefix(std::min(piece.find_first_not_of(kBlanks), piece.size()));
    if (back) piece = piece.substr(0, piece.find_last_not_of(kBlanks) + 1);
    return piece;
  };
  for (size_t i = first; i < last;) {
    size_t end = i + 1;
    while (end < last && lines[end].length() > 0) ++end;
    const std::string_view piece =
        strip(reading.text.substr(lines[i].begin, lines[end - 1].end - lines[i].begin), i == first,
              end == last);
    repeats.See(piece, CountCodePoints(piece));
    i = end;
    while (i < last && lines[i].length() == 0) ++i;
  }
  signals[Signal::kDuplicateParagraphRatio] = repeats.Share();
  signals[Signal::kDuplicateParagraphCharRatio] =
      Ratio(repeats.characters(), reading.points.size());
}

// True when a text stops in mid-sentence.
bool IsTruncated(const LineText& last, size_t words) {
  constexpr size_t kProse = 6;  // words; a shorter last line may be a signature or a heading
  return last.EndsInEllipsis() || (words >= kProse && !last.EndsInTerminal());
}

}  // namespace

void MeasureLines(const Reading& reading, Signals& signals) {
  constexpr uint32_t kShort = 30;  // code points; FineWeb
  uint64_t lines = 0, terminal = 0, short_lines = 0, bullets = 0, ellipses = 0, boilerplate = 0;
  uint64_t line_characters = 0;
  bool truncated = false;
  Repeats repeats(reading.lines.size());
  size_t unit = 0;
  for (const Line& line : reading.lines) {
    if (line.blank) continue;
    const size_t first = unit;
    size_t words = 0;
    while (unit < reading.units.size() && reading.units[unit].begin < line.end) {
      words += reading.units[unit++].word ? 1 : 0;
    }
    const LineText text(reading, line);
    ++lines;
    line_characters += line.length();
    terminal += text.EndsInTerminal() ? 1 : 0;
    short_lines += line.length() <= kShort ? 1 : 0;
    bullets += text.IsBullet() ? 1 : 0;
    ellipses += text.EndsInEllipsis() ? 1 : 0;
    repeats.See(Bytes(reading, line), line.length());
    if (IsBoilerplate(std::span(reading.units).subspan(first, unit - first), line.length())) {
      boilerplate += line.length();
    }
    truncated = IsTruncated(text, words);
  }
  const uint64_t line_feeds = reading.lines.size() - 1;
  signals[Signal::kLines] = static_cast<double>(lines);
  signals[Signal::kTerminalLineRatio] = Ratio(terminal, lines);
  signals[Signal::kShortLineRatio] = Ratio(short_lines, lines);
  signals[Signal::kBulletLineRatio] = Ratio(bullets, lines);
  signals[Signal::kEllipsisLineRatio] = Ratio(ellipses, lines);
  signals[Signal::kNewlineRatio] = Ratio(line_feeds, reading.units.size());
  signals[Signal::kCharDuplicateRatio] =
      Ratio(repeats.characters(), reading.points.size() - line_feeds);
  signals[Signal::kBoilerplateRatio] = Ratio(boilerplate, line_characters);
  signals[Signal::kTruncated] = truncated ? 1 : 0;
  MeasureRepeatedLines(reading, signals);
  MeasureRepeatedParagraphs(reading, signals);
}

}  // namespace bnlint::dataset
