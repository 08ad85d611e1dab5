#include "formats/rst_inline.h"

#include <algorithm>

#include "formats/blank.h"

namespace bnlint {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr size_t kLongest = 2000;  // bytes of one piece of markup

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '+' || c == ':';
}

// One line, mark by mark.
class LineReader {
 public:
  LineReader(std::string_view all, Span line, Flow& flow)
      : text_(all.substr(0, line.end)),
        at_(line.begin),
        begin_(line.begin),
        start_(line.begin),
        flow_(flow) {}

  void Read() {
    while ((at_ = std::min(text_.find_first_of("\\`*|:[_", at_), text_.size())) < text_.size()) {
      if (!Markup()) ++at_;
    }
    Flush(text_.size());
  }

 private:
  void Flush(size_t end) {
    if (end > begin_) flow_.AddText({begin_, end});
    begin_ = end;
  }
  bool Leave(size_t end) {  // no trace
    Flush(at_);
    at_ = begin_ = end;
    return true;
  }
  bool Object(size_t end) {
    Flush(at_);
    flow_.AddObject({at_, end});
    at_ = begin_ = end;
    return true;
  }

  [[nodiscard]] size_t Find(std::string_view mark, size_t from) const {
    const size_t found = text_.substr(0, std::min(text_.size(), from + kLongest)).find(mark, from);
    // An end mark follows what is no blank.
    return found != kNone && found > from && !IsBlankByte(text_[found - 1]) ? found : kNone;
  }
  [[nodiscard]] bool Opens(size_t size) const {
    const size_t next = at_ + size;
    return next < text_.size() && !IsBlankByte(text_[next]);
  }

  bool Markup() {
    switch (text_[at_]) {
      case '\\': return Escape();
      case '`': return Backquote(at_);
      case '*': return Stars();
      case '|': return Substitution();
      case ':': return Role();
      case '[': return Note();
      default: return Underline();
    }
  }

  bool Escape() {
    if (at_ + 1 >= text_.size()) return Leave(at_ + 1);
    if (IsBlankByte(text_[at_ + 1])) return Leave(at_ + 2);
    Flush(at_);
    size_t end = at_ + 2;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
    flow_.AddDecoded(text_.substr(at_ + 1, end - at_ - 1), {at_, end});
    at_ = begin_ = end;
    return true;
  }

  // ``literal``, `text`_, `text <target>`_, `text`:role:
  bool Backquote(size_t open) {
    if (text_.substr(open).starts_with("``")) {
      const size_t close = Find("``", open + 2);
      return close != kNone && Object(std::min(text_.find_first_not_of('`', close), text_.size()));
    }
    const size_t close = Find("`", open + 1);
    if (close == kNone) return false;
    const std::string_view behind = text_.substr(close + 1);
    if (!behind.starts_with('_')) return Object(close + 1);  // the default role: some title or code
    const size_t end = close + (behind.starts_with("__") ? 3 : 2);
    size_t text_end = close;
    const size_t target = text_.substr(0, close).rfind('<');
    if (text_[close - 1] == '>' && target != kNone && target > open) text_end = target;
    while (text_end > open + 1 && IsBlankByte(text_[text_end - 1])) --text_end;
    Flush(open);
    if (text_end > open + 1) {
      flow_.AddText({open + 1, text_end});
    } else {
      flow_.AddObject({open, end});
    }
    at_ = begin_ = end;
    return true;
  }

  // The marks of emphasis leave no trace, one by one: emphasis may go on in the next line.
  bool Stars() {
    const size_t size = text_.substr(at_).starts_with("**") ? 2 : 1;
    const bool blank_before = at_ == start_ || IsBlankByte(text_[at_ - 1]);
    const bool blank_behind = !Opens(size);
    return !(blank_before && blank_behind) && Leave(at_ + size);
  }

  bool Substitution() {
    if (!Opens(1) || (at_ > start_ && !IsBlankByte(text_[at_ - 1]))) return false;
    const size_t close = Find("|", at_ + 1);
    if (close == kNone) return false;
    return Object(std::min(text_.find_first_not_of('_', close + 1), text_.size()));
  }

  // :name:`…`
  bool Role() {
    size_t end = at_ + 1;
    while (end < text_.size() && IsNameByte(text_[end])) ++end;
    if (end < at_ + 3 || end >= text_.size() || text_[end] != '`' || text_[end - 1] != ':')
      return false;
    const size_t close = Find("`", end + 1);
    return close != kNone && Object(close + 1);
  }

  // [1]_ and [name]_
  bool Note() {
    const size_t close = Find("]_", at_ + 1);
    if (close == kNone || close - at_ > 60 || text_.substr(at_, close - at_).find(' ') != kNone)
      return false;
    return Object(close + 2);
  }

  // The underline behind a word that is a link.
  bool Underline() {
    const bool word_before = at_ > start_ && !IsBlankByte(text_[at_ - 1]);
    size_t end = at_ + (text_.substr(at_).starts_with("__") ? 2 : 1);
    const bool ends = end >= text_.size() || IsBlankByte(text_[end]) ||
                      std::string_view(".,;:!?)\xE0").find(text_[end]) != kNone;
    // A Bengali letter begins with the byte of a danda: only that ends a word.
    const bool letter =
        end < text_.size() && text_[end] == '\xE0' && !text_.substr(end).starts_with("।");
    return word_before && ends && !letter && Leave(end);
  }

  std::string_view text_;
  size_t at_;
  size_t begin_;  // of what is not yet in the flow
  size_t start_;
  Flow& flow_;
};

}  // namespace

void AddRstLine(std::string_view all, Span line, Flow& flow) { LineReader(all, line, flow).Read(); }

}  // namespace bnlint
