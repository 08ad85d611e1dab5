// JUnit's XML as Jenkins and GitLab read it: a suite a file, a case a finding, one that passes for a
// clean file. A suite states its counts before its cases, so cases are held; a file with many comes
// as several suites.

#include <utility>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/formats.h"
#include "report/terminal.h"
#include "report/xml.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr uint64_t kMostCases = 4096;

class JunitReporter : public Reporter {
 public:
  JunitReporter(std::ostream& out, const ReportOptions& options)
      : out_(out), language_(options.language), fails_(options.fails) {}

  void Begin() override {
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)"
         << "\n<testsuites name=\"bnlint\">\n";
  }

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    if (path != path_ || cases_ == kMostCases) Flush();
    path_ = path;
    ++cases_;
    has_findings_ = true;
    const Rule& rule = *diagnostic.rule;
    const Position& at = diagnostic.place.begin;
    held_ += fmt::format(R"(<testcase classname="{}" name="{} {} {}:{}">)", XmlEscaped(path),
                         rule.id, XmlEscaped(rule.name), at.line, at.column);
    const std::string message = XmlEscaped(Visible(Render(diagnostic, language_)));
    const std::string where =
        XmlEscaped(PlaceText(path, diagnostic.place) + ": " + Visible(Excerpt(diagnostic.place)));
    if (diagnostic.severity >= fails_) {
      ++failures_;
      held_ += fmt::format(R"(<failure type="{}" message="{}">{}</failure>)",
                           Name(diagnostic.severity), message, where);
    } else {
      held_ += fmt::format("<system-out>{}: {}&#10;{}</system-out>", Name(diagnostic.severity),
                           message, where);
    }
    held_ += "</testcase>\n";
  }

  void EndFile(const std::string& path, const TextOf& /*text*/) override {
    Flush();
    // The findings of an archive bear the names of its members.
    if (std::exchange(has_findings_, false)) return;
    path_ = path;
    cases_ = 1;
    held_ = fmt::format("<testcase classname=\"{}\" name=\"clean\"/>\n", XmlEscaped(path));
    Flush();
  }

  void AddFailure(const Error& error) override {
    Flush();
    has_findings_ = false;
    out_ << fmt::format(
        "<testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
        "<testcase classname=\"{0}\" name=\"read\"><error type=\"unreadable\" "
        "message=\"{1}\"/></testcase>\n</testsuite>\n",
        XmlEscaped(error.path), XmlEscaped(Visible(error.message)));
  }

  void End(const Summary& /*summary*/) override {
    Flush();
    out_ << "</testsuites>\n";
  }

 private:
  void Flush() {
    if (cases_ == 0) return;
    out_ << fmt::format(
        "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuite>\n",
        XmlEscaped(path_), cases_, failures_, held_);
    held_.clear();
    cases_ = failures_ = 0;
  }

  std::ostream& out_;
  Language language_;
  Severity fails_;
  std::string path_;  // of the cases that are held
  std::string held_;
  bool has_findings_ = false;  // the file that is being read
  uint64_t cases_ = 0;
  uint64_t failures_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> MakeJunitReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<JunitReporter>(out, options);
}

}  // namespace bnlint
