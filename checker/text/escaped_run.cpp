// Collects escapes of one kind into a run, decodes it as a whole and cleans up what came out.

#include "text/escaped_run.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "text/base64_text.h"
#include "text/char_class.h"
#include "text/code_page.h"
#include "text/mojibake.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Between the entities of a tag or of one word, and between words written in entities. In bytes.
constexpr size_t kMostGap = 200;
constexpr char32_t kNoBreakSpace = 0xA0;

bool IsBlankChar(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsBengaliValue(char32_t c) {
  return (c >= 0x0980 && c <= 0x09FF) || c == 0x0964 || c == 0x0965;
}

bool IsValid(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

// Bengali, or the punctuation that it shares with no ASCII.
bool HoldsText(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsBengaliValue(c.value) || (c.value >= 0x2000 && c.value <= 0x206F)) return true;
    at += c.size;
  }
  return false;
}

// A tag was begun and not closed.
bool InTag(std::string_view text) {
  const size_t open = text.rfind('<');
  return open != std::string_view::npos && open + 1 < text.size() &&
         text.find('>', open) == std::string_view::npos &&
         (std::isalpha(static_cast<unsigned char>(text[open + 1])) != 0 || text[open + 1] == '/' ||
          text[open + 1] == '!');
}

// In place of a tag; those that break a line leave a blank.
bool BreaksLine(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(tag.find_first_not_of("</"))) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  constexpr std::string_view kBreaking =
      " br p div li tr td th h1 h2 h3 h4 h5 h6 ul ol table blockquote hr ";
  return kBreaking.find(' ' + name + ' ') != std::string_view::npos;
}

class Builder {
 public:
  Builder(std::string_view text, size_t begin, const Escape& first)
      : text_(text), kind_(first.kind), begin_(begin) {
    Take(begin, first);
  }

  // Reads on while escapes of the kind follow.
  EscapedRun Build() {
    for (size_t at = end_; auto next = NextEscape(at); at = end_) Take(next->first, next->second);
    return Finish();
  }

  // Bytes make text; Python writes a no-break space as \xa0.
  [[nodiscard]] bool Counts(const EscapedRun& run) const {
    return !bytes_ || HoldsText(run.text) || (kind_ == EscapeKind::kBackslash && Touches());
  }

 private:
  using Placed = std::pair<size_t, Escape>;

  // The next one that belongs to the run, over a gap of ASCII.
  std::optional<Placed> NextEscape(size_t from) const {
    const size_t limit =
        kind_ == EscapeKind::kEntity ? std::min(text_.size(), from + kMostGap) : text_.size();
    bool blank = false;
    for (size_t at = from; at < limit;) {
      const Escape escape = ReadEscape(text_, at);
      if (escape.size > 0 && escape.kind == kind_) {
        return Joins(at, escape, blank) ? std::optional(Placed{at, escape}) : std::nullopt;
      }
      const CodePoint c = DecodeAt(text_, at);
      if (c.value >= 0x80 && !IsUnnamed(c.value)) break;
      blank |= IsBlankChar(text_[at]);
      at += c.size;
    }
    return std::nullopt;
  }

  // Of mojibake whose letters became entities (&agrave;), those that have no name stand as they are.
  [[nodiscard]] bool IsUnnamed(char32_t c) const {
    return kind_ == EscapeKind::kEntity && last_ > kNoBreakSpace &&
           CodePages::Get().ByteOf(CodePage::kWindows1252, c) != 0;
  }

  [[nodiscard]] bool Joins(size_t at, const Escape& escape, bool blank) const {
    if (at == end_ || kind_ != EscapeKind::kEntity)
      return kind_ != EscapeKind::kEmoji || at == end_;
    if (last_ > kNoBreakSpace && escape.value > kNoBreakSpace) return true;
    return !blank || InTag(LastTag() + std::string(text_.substr(end_, at - end_)));
  }

  [[nodiscard]] std::string LastTag() const {
    return raw_.substr(std::min(raw_.rfind('<'), raw_.size()));
  }

  void Take(size_t at, const Escape& escape) {
    if (at > begin_) {
      const std::string_view gap = text_.substr(end_, at - end_);
      // A form writes + for a blank.
      raw_ += kind_ == EscapeKind::kPercent && gap == "+" ? " " : std::string(gap);
    }
    if (escape.is_byte) {
      raw_ += static_cast<char>(escape.value);
    } else if (!escape.is_nothing) {
      AppendUtf8(raw_, escape.value);
    }
    bytes_ |= escape.is_byte;
    last_ = escape.value;
    end_ = at + escape.size;
  }

  // Bengali stands right before or behind.
  [[nodiscard]] bool Touches() const {
    const bool before = begin_ > 0 && IsBengaliValue(DecodeBefore(text_, begin_).value);
    const bool after = end_ < text_.size() && IsBengaliValue(DecodeAt(text_, end_).value);
    return before || after;
  }

  EscapedRun Finish() const {
    EscapedRun run;
    run.span = {begin_, end_};
    run.kind = kind_;
    run.text = raw_;
    if (!IsValid(raw_)) {
      run.exact = false;
      run.text = WithoutInvalid();
    }
    for (const Mojibake& found : FindMojibake(run.text)) run.exact &= found.exact;
    run.text = UndoMojibake(run.text);
    if (kind_ == EscapeKind::kQuotedPrintable) LeaveEncodedWord(run);
    run.decoded = run.text;
    DropTags(run);
    run.readable = !InTag(run.text);
    DropInvisible(run);
    return run;
  }

  // In a mail's header _ is a blank.
  void LeaveEncodedWord(EscapedRun& run) const {
    run.span = EncodedWordAround(text_, run.span, 'Q');
    if (run.span.begin < begin_) std::replace(run.text.begin(), run.text.end(), '_', ' ');
  }

  // Where a character was cut its bytes say nothing; Python's \xa0 alone is Latin-1.
  [[nodiscard]] std::string WithoutInvalid() const {
    std::string out;
    for (size_t at = 0; at < raw_.size();) {
      const CodePoint c = DecodeAt(raw_, at);
      const bool latin = !c.valid && c.size == 1 && kind_ == EscapeKind::kBackslash;
      AppendUtf8(out, latin ? static_cast<uint8_t>(raw_[at]) : c.value);
      at += c.size;
    }
    return out;
  }

  [[nodiscard]] bool BlankBefore() const { return begin_ == 0 || IsBlankChar(text_[begin_ - 1]); }
  [[nodiscard]] bool BlankBehind() const {
    return end_ == text_.size() || IsBlankChar(text_[end_]);
  }

  // Behind the run stands a blank, or a mark that none stands before.
  [[nodiscard]] bool NoBlankFits() const {
    if (BlankBehind()) return true;
    const char32_t next = DecodeAt(text_, end_).value;
    return next == 0x0964 || next == 0x0965 ||
           (next < 0x80 &&
            std::string_view(",;:!?.)").find(static_cast<char>(next)) != std::string_view::npos);
  }

  void DropTags(EscapedRun& run) const {
    std::string out;
    size_t copied = 0;
    for (size_t open = run.text.find('<'); open != std::string::npos;
         open = run.text.find('<', open + 1)) {
      const size_t close = run.text.find('>', open);
      if (close == std::string::npos || !InTag(run.text.substr(open, close - open))) continue;
      out += run.text.substr(copied, open - copied);
      copied = close + 1;
      run.exact = false;
      const bool blank =
          (out.empty() ? BlankBefore() : IsBlankChar(out.back())) ||
          (copied == run.text.size() ? BlankBehind() : IsBlankChar(run.text[copied]));
      if (!blank && BreaksLine(std::string_view(run.text).substr(open, copied - open))) out += ' ';
    }
    run.text = out + run.text.substr(copied);
  }

  // No-break spaces become blanks, and none where there is one; the rest of what cannot be seen goes.
  void DropInvisible(EscapedRun& run) const {
    std::string out;
    char32_t before = begin_ > 0 ? DecodeBefore(text_, begin_).value : U' ';
    for (size_t at = 0; at < run.text.size();) {
      const CodePoint c = DecodeAt(run.text, at);
      at += c.size;
      if (c.value == kNoBreakSpace) {
        if (IsBlank(ClassOf(before)) || (at == run.text.size() && NoBlankFits())) continue;
        out += ' ';
        before = U' ';
        continue;
      }
      if (ClassOf(c.value) == CharClass::kInvisible) {
        // Behind a hasanta it kept letters apart.
        run.exact &= ClassOf(before) != CharClass::kBnHasanta;
        continue;
      }
      AppendUtf8(out, c.value);
      before = c.value;
    }
    run.text = out;
  }

  std::string_view text_;
  EscapeKind kind_;
  size_t begin_;
  size_t end_ = 0;
  std::string raw_;  // decoded; bytes as they are
  char32_t last_ = 0;
  bool bytes_ = false;
};

}  // namespace

std::vector<EscapedRun> FindEscapedRuns(std::string_view text) {
  std::vector<EscapedRun> runs = FindBase64Text(text);
  if (!MayHoldEscape(text)) return runs;
  for (size_t at = 0; at < text.size();) {
    const Escape escape = ReadEscape(text, at);
    if (escape.size == 0 || escape.is_weak) {
      ++at;
      continue;
    }
    Builder builder(text, at, escape);
    EscapedRun run = builder.Build();
    at = run.span.end;
    if (builder.Counts(run)) runs.push_back(std::move(run));
  }
  std::sort(runs.begin(), runs.end(),
            [](const EscapedRun& a, const EscapedRun& b) { return a.span < b.span; });
  return runs;
}

}  // namespace bnlint
