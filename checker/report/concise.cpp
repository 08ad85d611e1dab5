// One line a finding, for eyes that know the rules and for tools that read path:line:column.

#include <fmt/format.h>

#include "report/formats.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

class ConciseReporter : public Reporter {
 public:
  ConciseReporter(std::ostream& out, Language language) : out_(out), language_(language) {}

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    out_ << ConciseLine(path, diagnostic, language_) << '\n';
  }
  void End(const Summary& summary) override { out_ << CountLine(summary, language_) << '\n'; }

 private:
  std::ostream& out_;
  Language language_;
};

}  // namespace

std::string PlaceText(const std::string& path, const Place& place) {
  return fmt::format("{}:{}:{}", Visible(path), place.begin.line, place.begin.column);
}

std::string ConciseLine(const std::string& path, const Diagnostic& diagnostic, Language language) {
  // The severity is not translated: tools match it.
  return fmt::format("{}: {} {} {}: {}{}", PlaceText(path, diagnostic.place),
                     Name(diagnostic.severity), diagnostic.rule->id, diagnostic.rule->name,
                     Visible(Render(diagnostic, language)), PageText(diagnostic.place, language));
}

std::unique_ptr<Reporter> MakeConciseReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<ConciseReporter>(out, options.language);
}

}  // namespace bnlint
