#include "formats/latex.h"

#include <algorithm>
#include <string>
#include <vector>

#include "formats/blank.h"
#include "formats/directive.h"
#include "formats/flow.h"
#include "formats/html.h"
#include "formats/latex_commands.h"
#include "text/writing.h"

namespace bnlint {
namespace {

constexpr size_t kNone = std::string_view::npos;
// An argument that is no text is not looked for further, so that what is never closed costs little.
constexpr size_t kLongestArgument = 8192;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class LatexReader {
 public:
  LatexReader(const Source& block, Document& document)
      : all_(block.bytes), document_(document), flow_(block, document, Writing::kLatex) {}

  void Read() {
    preamble_ = all_.find("\\begin{document}") != kNone;
    at_ = all_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    text_begin_ = at_;
    while (at_ < all_.size() && !ended_) Step();
    AddText(at_);
    while (!groups_.empty()) CloseGroup();
    flow_.End(Kind());
  }

 private:
  // What a brace closes.
  struct Group {
    bool own = false;    // a paragraph of its own
    bool skips = false;  // in another language
    SegmentKind kind = SegmentKind::kParagraph;
  };
  struct Environment {
    std::string name;
    SegmentKind kind;
    bool skips;
  };

  void Step() {
    switch (all_[at_]) {
      case '%': return Comment();
      case '\\': return Backslash();
      case '$': return Dollar();
      case '{': return Mark(1, [&] { groups_.push_back({false, Skips(), Kind()}); });
      case '}': return Mark(1, [&] { CloseGroup(); });
      case '&': return Mark(1, [&] { flow_.End(SegmentKind::kTableCell); });
      case '~': return Decoded(1, "\u00A0");
      case '`':
      case '\'':
        if (at_ + 1 < all_.size() && all_[at_ + 1] == all_[at_])
          return Decoded(2, all_[at_] == '`' ? "“" : "”");
        break;
      case '-':
        if (all_.substr(at_).starts_with("---")) return Decoded(3, "—");
        if (all_.substr(at_).starts_with("--")) return Decoded(2, "–");
        break;
      case '\n':
      case '\r': return LineEnd();
      default: break;
    }
    ++at_;
  }

  // Markup of `size` bytes.
  template <typename Do>
  void Mark(size_t size, const Do& what) {
    AddText(at_);
    what();
    at_ += size;
    text_begin_ = at_;
  }
  void Decoded(size_t size, std::string_view text) {
    Mark(size, [&] {
      if (Counts()) flow_.AddDecoded(text, {at_, at_ + size});
    });
  }
  void Object(size_t size) {
    Mark(size, [&] {
      if (Counts()) flow_.AddObject({at_, at_ + size});
    });
  }

  void AddText(size_t end) {
    if (end > text_begin_ && Counts()) flow_.AddText({text_begin_, end});
    text_begin_ = end;
  }

  // A blank line ends the paragraph.
  void LineEnd() {
    const size_t next = all_.find_first_not_of(" \t\r", at_ + 1);
    const bool blank = next != kNone && all_[next] == '\n' && all_[at_] == '\n';
    if (!blank) {
      ++at_;
      return;
    }
    AddText(at_);
    flow_.End(Kind());
    at_ = text_begin_ = next;
  }

  // Up to the end of the line, which then is no blank, nor are those that follow.
  void Comment() {
    AddText(at_);
    const size_t end = std::min(all_.find('\n', at_), all_.size());
    if (const auto directive = DirectiveIn(all_.substr(at_, end - at_)))
      document_.directives.emplace_back(*directive);
    size_t next = std::min(end + 1, all_.size());
    while (next < all_.size() && (all_[next] == ' ' || all_[next] == '\t')) ++next;
    if (next < all_.size() && (all_[next] == '\n' || all_[next] == '\r')) flow_.End(Kind());
    at_ = text_begin_ = next;
  }

  void Dollar() {
    const size_t width = all_.substr(at_).starts_with("$$") ? 2 : 1;
    size_t close = at_ + width;
    for (; close < all_.size(); ++close) {
      if (all_[close] == '\\') {
        ++close;
      } else if (all_[close] == '$') {
        break;
      } else if (all_.substr(close).starts_with("\n\n")) {
        close = all_.size();
      }
    }
    if (close >= all_.size()) {
      ++at_;
      return;
    }
    Object(std::min(close + width, all_.size()) - at_);
  }

  void Backslash() {
    if (at_ + 1 >= all_.size()) {
      ++at_;
      return;
    }
    const char next = all_[at_ + 1];
    if (IsLetter(next)) return Command();
    if (std::string_view("%&$#_{}").find(next) != kNone) return Decoded(2, all_.substr(at_ + 1, 1));
    if (next == '(' || next == '[') {
      const size_t close = all_.find(next == '(' ? "\\)" : "\\]", at_ + 2);
      if (close == kNone) {
        ended_ = true;  // mathematics that never ends
        at_ = text_begin_ = all_.size();
        return;
      }
      return Object(close + 2 - at_);
    }
    if (next == '\\') {
      AddText(at_);
      const size_t begin = at_;
      at_ += 2;
      if (at_ < all_.size() && all_[at_] == '*') ++at_;
      SkipBrackets();
      text_begin_ = at_;
      if (InTable()) return flow_.End(SegmentKind::kTableCell);
      if (Counts()) flow_.AddBreak({begin, at_});
      return;
    }
    if (next == ' ' || next == '\n' || next == ',' || next == ';' || next == ':') {
      return Mark(2, [&] {
        if (Counts()) flow_.AddBlank({at_, at_ + 2});
      });
    }
    Mark(2, [] {});  // \- and \/ leave no trace, nor do accents
  }

  void Command() {
    AddText(at_);
    const size_t begin = at_;
    size_t end = at_ + 1;
    while (end < all_.size() && (IsLetter(all_[end]) || all_[end] == '@')) ++end;
    if (end < all_.size() && all_[end] == '*') ++end;
    const std::string_view name = all_.substr(begin + 1, end - begin - 1);
    at_ = text_begin_ = end;
    if (name == "begin" || name == "end") return Environments(name == "begin");
    if (name == "verb" || name == "verb*" || name == "lstinline") return Verb(begin);
    if (name == "item") {
      flow_.End(Kind());
      SkipBrackets();
    } else if (name == "par") {
      flow_.End(Kind());
    } else if (const LatexCommand* command = FindLatexCommand(name)) {
      Arguments(*command);
      if (command->object && Counts()) flow_.AddObject({begin, at_});
    } else if (name == "def" || name == "let" || name == "newcommandx") {
      at_ = std::min(all_.find('\n', at_), all_.size());
    } else {
      SkipBrackets();
      // A blank behind the name of a command only ends it.
      while (at_ < all_.size() && all_[at_] == ' ') ++at_;
    }
    text_begin_ = at_;
  }

  void Arguments(const LatexCommand& command) {
    bool other_language = false;
    for (const char kind : command.arguments) {
      SkipBrackets();
      const size_t open = all_.find_first_not_of(" \t\r\n", at_);
      if (open == kNone || all_[open] != '{') {
        // \newcommand\name{…}
        if (kind == '-' && open != kNone && all_[open] == '\\') {
          at_ = open + 1;
          while (at_ < all_.size() && IsLetter(all_[at_])) ++at_;
          continue;
        }
        return;
      }
      if (kind == '-' || kind == 'l') {
        const size_t close = Matching(open);
        if (close == kNone) return;
        other_language = kind == 'l' && !IsLatexBengali(all_.substr(open + 1, close - open - 1));
        at_ = close + 1;
        continue;
      }
      // Text is read on with the rest; its brace will close it.
      if (other_language && Counts()) flow_.AddObject({at_, open + 1});
      const bool own = kind == 'h' || kind == 'n';
      if (own) flow_.Suspend();
      groups_.push_back({own, (Skips() || other_language) && !own,
                         kind == 'h'   ? SegmentKind::kHeading
                         : kind == 'n' ? SegmentKind::kParagraph
                                       : Kind()});
      if (own) ++own_;
      at_ = open + 1;
      return;
    }
  }

  // The brace that closes the one at `open`.
  [[nodiscard]] size_t Matching(size_t open) const {
    size_t depth = 0;
    const size_t limit = std::min(all_.size(), open + kLongestArgument);
    for (size_t at = open; at < limit; ++at) {
      if (all_[at] == '\\') {
        ++at;
      } else if (all_[at] == '{') {
        ++depth;
      } else if (all_[at] == '}' && --depth == 0) {
        return at;
      }
    }
    return kNone;
  }

  // Arguments in brackets at at_.
  void SkipBrackets() {
    while (at_ < all_.size() && all_[at_] == '[') {
      const size_t close =
          all_.substr(0, std::min(all_.size(), at_ + kLongestArgument)).find(']', at_);
      if (close == kNone) return;
      at_ = close + 1;
    }
  }

  // \verb|…|
  void Verb(size_t begin) {
    SkipBrackets();
    if (at_ >= all_.size()) return;
    const char mark = all_[at_] == '{' ? '}' : all_[at_];
    const size_t line = std::min(all_.find('\n', at_), all_.size());
    const size_t close = std::min(all_.substr(0, line).find(mark, at_ + 1), line);
    at_ = text_begin_ = std::min(close + 1, line);
    if (Counts()) flow_.AddObject({begin, at_});
  }

  void Environments(bool opens) {
    if (at_ >= all_.size() || all_[at_] != '{') return;
    const size_t close = Matching(at_);
    if (close == kNone) return;
    const std::string name(all_.substr(at_ + 1, close - at_ - 1));
    at_ = text_begin_ = close + 1;
    if (name == "document") {
      flow_.End(Kind());
      preamble_ = false;
      ended_ = !opens;
      return;
    }
    if (!opens) {
      flow_.End(Kind());
      const auto same = std::find_if(environments_.rbegin(), environments_.rend(),
                                     [&](const Environment& e) { return e.name == name; });
      if (!environments_.empty() && same == environments_.rbegin()) environments_.pop_back();
      return;
    }
    const LatexEnvironment kind = FindLatexEnvironment(name);
    if (kind == LatexEnvironment::kRaw) {
      const size_t end = all_.find("\\end{" + name + "}", at_);
      if (Counts() && !flow_.empty()) flow_.AddObject({at_, at_});
      at_ = text_begin_ = end == kNone ? all_.size() : end + 6 + name.size();
      return;
    }
    flow_.End(Kind());
    BeginEnvironment(name, kind);
  }

  void BeginEnvironment(const std::string& name, LatexEnvironment kind) {
    SkipBrackets();
    bool skips = Skips() || kind == LatexEnvironment::kForeign;
    for (int i = 0; i < LatexEnvironmentArguments(name); ++i) {
      SkipBrackets();
      if (at_ >= all_.size() || all_[at_] != '{') break;
      const size_t close = Matching(at_);
      if (close == kNone) break;
      if (name.starts_with("otherlanguage"))
        skips = skips || !IsLatexBengali(all_.substr(at_ + 1, close - at_ - 1));
      at_ = close + 1;
    }
    SkipBrackets();
    text_begin_ = at_;
    const SegmentKind segment = kind == LatexEnvironment::kList    ? SegmentKind::kListItem
                                : kind == LatexEnvironment::kQuote ? SegmentKind::kQuote
                                : kind == LatexEnvironment::kTable ? SegmentKind::kTableCell
                                                                   : Kind();
    environments_.push_back({name, segment, skips});
  }

  void CloseGroup() {
    if (groups_.empty()) return;
    const Group group = groups_.back();
    groups_.pop_back();
    if (!group.own) return;
    flow_.Resume(group.kind);
    --own_;
  }

  [[nodiscard]] bool Skips() const {
    if (!groups_.empty()) return groups_.back().skips;
    return !environments_.empty() && environments_.back().skips;
  }
  // Whether text is prose here.
  [[nodiscard]] bool Counts() const { return !Skips() && (!preamble_ || own_ > 0); }
  [[nodiscard]] bool InTable() const {
    return own_ == 0 && !environments_.empty() &&
           environments_.back().kind == SegmentKind::kTableCell;
  }
  [[nodiscard]] SegmentKind Kind() const {
    if (!groups_.empty()) return groups_.back().kind;
    return environments_.empty() ? SegmentKind::kParagraph : environments_.back().kind;
  }

  std::string_view all_;
  Document& document_;
  Flow flow_;
  size_t at_ = 0;
  size_t text_begin_ = 0;  // of what is not yet in the flow
  bool preamble_ = false;
  bool ended_ = false;  // behind \end{document}
  std::vector<Group> groups_;
  std::vector<Environment> environments_;
  size_t own_ = 0;  // open groups that are paragraphs of their own
};

}  // namespace

Document ParseLatex(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  LatexReader(block, document).Read();
  return document;
}

}  // namespace bnlint
