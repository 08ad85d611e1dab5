// GitLab's Code Quality report: an array of issues in the form of Code Climate. GitLab matches the
// issues of two branches by fingerprint alone and drops those that share one.

#include "report/fingerprint.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/paths.h"
#include "report/terminal.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

// Of GitLab's five words; "critical" and "blocker" are for what breaks a program.
std::string_view GitlabSeverity(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "minor";
    case Severity::kError: return "major";
  }
  return "info";
}

class GitlabReporter : public Reporter {
 public:
  GitlabReporter(std::ostream& out, Language language)
      : out_(out), language_(language), issues_(out) {}

  void Begin() override { out_ << '['; }
  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    const std::string_view file = WithoutDotSlash(path);
    const Place& place = diagnostic.place;
    issues_.Add(
        {{"type", "issue"},
         {"check_name", diagnostic.rule->id + ' ' + diagnostic.rule->name},
         {"description", Visible(Render(diagnostic, language_))},
         {"categories", Json::array({"Style"})},
         {"severity", GitlabSeverity(diagnostic.severity)},
         {"fingerprint", fingerprints_.Next(file, diagnostic)},
         {"location",
          {{"path", file}, {"lines", {{"begin", place.begin.line}, {"end", place.end.line}}}}}});
  }
  void End(const Summary& /*summary*/) override { out_ << "\n]\n"; }

 private:
  std::ostream& out_;
  Language language_;
  JsonArrayWriter issues_;
  Fingerprints fingerprints_;
};

}  // namespace

std::unique_ptr<Reporter> MakeGitlabReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<GitlabReporter>(out, options.language);
}

}  // namespace bnlint
