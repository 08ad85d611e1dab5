// The XML of Checkstyle, which many services read: an element a file, in it one an error.

#include <optional>

#include <fmt/format.h>

#include "report/formats.h"
#include "report/terminal.h"
#include "report/xml.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

class CheckstyleReporter : public Reporter {
 public:
  CheckstyleReporter(std::ostream& out, Language language) : out_(out), language_(language) {}

  void Begin() override {
    // The version is that of the format's last change, not ours.
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)"
         << "\n<checkstyle version=\"4.3\">\n";
  }
  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    if (path != path_) Open(path);
    const Rule& rule = *diagnostic.rule;
    out_ << fmt::format(
        R"(<error line="{}" column="{}" severity="{}" message="{}" source="bnlint.{}.{}"/>)",
        diagnostic.place.begin.line, diagnostic.place.begin.column, Name(diagnostic.severity),
        XmlEscaped(Visible(Render(diagnostic, language_))), XmlEscaped(rule.category),
        XmlEscaped(rule.name));
    out_ << '\n';
  }
  void EndFile(const std::string& path, const TextOf& /*text*/) override {
    if (!path_) Open(path);  // nothing was found in it: an empty element says so
    Shut();
  }
  void AddFailure(const Error& /*error*/) override { Shut(); }
  void End(const Summary& /*summary*/) override {
    Shut();
    out_ << "</checkstyle>\n";
  }

 private:
  void Open(const std::string& path) {
    Shut();
    out_ << "<file name=\"" << XmlEscaped(path) << "\">\n";
    path_ = path;
  }
  void Shut() {
    if (path_) out_ << "</file>\n";
    path_.reset();
  }

  std::ostream& out_;
  Language language_;
  std::optional<std::string> path_;  // of the open element
};

}  // namespace

std::unique_ptr<Reporter> MakeCheckstyleReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<CheckstyleReporter>(out, options.language);
}

}  // namespace bnlint
