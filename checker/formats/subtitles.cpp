#include "formats/subtitles.h"

#include <algorithm>
#include <array>

#include "formats/blank.h"
#include "formats/directive.h"
#include "formats/draft.h"
#include "formats/flow.h"
#include "formats/html_text.h"
#include "formats/markdown_scan.h"
#include "text/writing.h"

namespace bnlint {
namespace {

struct Line {
  size_t begin;
  size_t end;   // without the line end
  size_t next;  // where the next line begins
};

Line LineAt(std::string_view text, size_t begin) {
  const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  const bool crlf = text.substr(end).starts_with("\r\n");
  return {begin, end, std::min(text.size(), end + (crlf ? 2 : 1))};
}

bool IsTimes(std::string_view line) {
  return line.find("-->") != std::string_view::npos &&
         line.find_first_of("0123456789") < line.find("-->");
}

bool EndsSentence(std::string_view text) {
  constexpr std::array<std::string_view, 12> kEnds = {"।", "?", "!", "…", "\"", "”",
                                                      "’", "'", ")", "♪", "]",  "."};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

class CueReader {
 public:
  CueReader(const Source& block, Document& document, bool vtt)
      : block_(block), all_(block.bytes), document_(document), vtt_(vtt) {}

  void Read() {
    size_t at = block_.first && all_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < all_.size()) {
      const Line line = LineAt(all_, at);
      const std::string_view text = Text(line);
      at = line.next;
      if (IsTimes(text)) {
        at = Cue(at);
      } else if (vtt_ && (text.starts_with("NOTE") || text.starts_with("STYLE") ||
                          text.starts_with("REGION"))) {
        at = Aside(line);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view Text(const Line& line) const {
    return all_.substr(line.begin, line.end - line.begin);
  }

  // A block that is no cue; where it ends. A note may hold a comment to us.
  size_t Aside(const Line& first) {
    std::string_view text = Text(first);
    size_t at = first.next;
    for (bool is_first = true;; is_first = false) {
      if (is_first && text.starts_with("NOTE")) text.remove_prefix(4);
      if (const auto directive = DirectiveIn(text)) document_.directives.emplace_back(*directive);
      if (at >= all_.size()) return at;
      const Line line = LineAt(all_, at);
      text = Text(line);
      if (IsBlankText(text)) return at;
      at = line.next;
    }
  }

  size_t Cue(size_t at) {
    draft_ = {};
    const size_t begin = at;
    skips_ = false;
    while (at < all_.size()) {
      const Line line = LineAt(all_, at);
      if (IsBlankText(Text(line)) || (at > begin && IsTimes(Text(line)))) break;
      if (!draft_.text.empty()) {
        const Span line_end{end_, line.begin};
        const bool verbatim = all_.substr(end_, line.begin - end_) == "\n";
        draft_.Add("\n", line_end, verbatim, !verbatim);
      }
      AddLine(line);
      end_ = line.end;
      at = line.next;
    }
    Emit();
    return at;
  }

  void AddLine(const Line& line) {
    size_t begin = line.begin;
    const auto flush = [&](size_t to) {
      if (to > begin && !skips_) draft_.Add(all_.substr(begin, to - begin), {begin, to}, true);
    };
    for (size_t at = all_.find_first_of("<{&", begin); at < line.end;
         at = all_.substr(0, line.end).find_first_of("<{&", at)) {
      const size_t size = MarkupSize(all_.substr(at, line.end - at));
      if (size == 0) {
        ++at;
        continue;
      }
      flush(at);
      if (all_[at] == '&') {
        if (!skips_) draft_.Add(DecodeEntity(all_.substr(at, size)), {at, at + size}, false, true);
      } else if (vtt_) {
        Tag(all_.substr(at, size), {at, at + size});
      }
      at += size;
      begin = at;
    }
    flush(line.end);
  }

  // The bytes of the tag, override or entity that `text` begins with; 0 when it is text.
  [[nodiscard]] size_t MarkupSize(std::string_view text) const {
    constexpr size_t kLongest = 200;
    text = text.substr(0, kLongest);
    const char next = text.size() > 1 ? text[1] : '\0';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    size_t close = std::string_view::npos;
    if (text[0] == '<' && (letter || next == '/' || (vtt_ && next >= '0' && next <= '9')))
      close = text.find('>');
    if (!vtt_ && text[0] == '{' && next == '\\') close = text.find('}');
    if (vtt_ && text[0] == '&') {
      close = text.find(';');
      if (close != std::string_view::npos && DecodeEntity(text.substr(0, close + 1)).empty())
        return 0;
    }
    return close == std::string_view::npos ? 0 : close + 1;
  }

  // <lang en> … </lang>
  void Tag(std::string_view tag, Span place) {
    if (tag.starts_with("</lang")) {
      skips_ = false;
    } else if (tag.starts_with("<lang ") && IsOtherLanguage(tag.substr(6, tag.size() - 7))) {
      if (!skips_) draft_.Add(kObject, place, false);
      skips_ = true;
    }
  }

  void Emit() {
    while (!draft_.text.empty() && IsBlankByte(draft_.text.back())) draft_.text.pop_back();
    if (draft_.text.empty() || IsBlankText(draft_.text)) return;
    const bool ends = EndsSentence(draft_.text);
    const size_t before = document_.segments.size();
    EmitDraft(all_, block_.begin(), draft_, SegmentKind::kParagraph,
              vtt_ ? Writing::kVtt : Writing::kSrt, block_.begin() + draft_.pieces[0].source_begin,
              document_);
    for (size_t i = before; i < document_.segments.size(); ++i) {
      document_.segments[i].cut_before |= goes_on_;
      document_.segments[i].cut_after |= !ends;
    }
    goes_on_ = !ends;
  }

  const Source& block_;
  std::string_view all_;
  Document& document_;
  bool vtt_;
  Draft draft_;
  size_t end_ = 0;        // of the line last added
  bool skips_ = false;    // in another language
  bool goes_on_ = false;  // the last cue had no end mark
};

}  // namespace

Document ParseSrt(const Source& block) {
  Document document;
  CueReader(block, document, false).Read();
  return document;
}

Document ParseVtt(const Source& block) {
  Document document;
  CueReader(block, document, true).Read();
  return document;
}

}  // namespace bnlint
