// Workflow commands, which GitHub Actions turns into annotations. Of each level it shows the first
// ten of a step and drops the rest without a word; the rest is printed for the log instead.

#include <array>

#include <fmt/format.h>

#include "report/formats.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr uint64_t kShown = 10;

std::string_view Command(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "notice";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "";
}

// GitHub's own escapes come first: a path with a line break stays a path that GitHub can find. What
// is left of control characters must not reach the log.
std::string Escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<uint8_t>(c));
    }
  }
  return Visible(out);
}
std::string Property(std::string_view text) { return Escaped(text, "%\r\n:,"); }
std::string Data(std::string_view text) { return Escaped(text, "%\r\n"); }

// The log is where commands are read from: no text of a file may look like one. The runner takes
// "::" after leading blanks of any kind, and its old form "##[" anywhere.
std::string PlainLine(std::string line) {
  const char32_t first = DecodeAt(line, 0).value;
  if (first == ':' || IsBlank(ClassOf(first))) line.insert(0, "- ");
  for (size_t at = line.find("##["); at != std::string::npos; at = line.find("##[", at)) {
    line.insert(at + 2, " ");
  }
  return line;
}

class GithubReporter : public Reporter {
 public:
  GithubReporter(std::ostream& out, Language language) : out_(out), language_(language) {}

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    uint64_t& count = by_severity_[static_cast<size_t>(diagnostic.severity)];
    if (++count > kShown) {
      ++hidden_;
      out_ << PlainLine(ConciseLine(path, diagnostic, language_)) << '\n';
      return;
    }
    const Place& place = diagnostic.place;
    out_ << fmt::format("::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
                        Command(diagnostic.severity), Property(path), place.begin.line,
                        place.begin.column, place.end.line, place.end.column,
                        Property(diagnostic.rule->id + ' ' + diagnostic.rule->name),
                        Data(Render(diagnostic, language_)));
  }

  void End(const Summary& summary) override {
    if (hidden_ > 0) out_ << HiddenLine() << '\n';
    out_ << CountLine(summary, language_) << '\n';
  }

 private:
  [[nodiscard]] std::string HiddenLine() const {
    const std::string shown = Number(kShown, language_);
    const std::string hidden = Number(hidden_, language_);
    if (language_ == Language::kBengali) {
      return fmt::format(
          "GitHub এক ধাপে প্রতি স্তরের {}টির বেশি টীকা দেখায় না; বাকি {}টি শুধু এই লগে আছে।", shown,
          hidden);
    }
    return fmt::format(
        "GitHub shows {} annotations of each level a step; {} more stand{} only in"
        " this log.",
        shown, hidden, hidden_ == 1 ? "s" : "");
  }

  std::ostream& out_;
  Language language_;
  std::array<uint64_t, 3> by_severity_{};
  uint64_t hidden_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> MakeGithubReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<GithubReporter>(out, options.language);
}

}  // namespace bnlint
