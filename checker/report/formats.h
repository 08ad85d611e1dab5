#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "report/reporter.h"

namespace bnlint {

/// What the table of formats in reporter.cpp is made of: one factory a file.
std::unique_ptr<Reporter> MakeFullReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeConciseReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeJsonReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeJsonLinesReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeSarifReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeGithubReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeGitlabReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeJunitReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeCheckstyleReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeRdjsonReporter(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Reporter> MakeHtmlReporter(std::ostream& out, const ReportOptions& options);

/// "path:line:column", safe to show on a terminal.
std::string PlaceText(const std::string& path, const Place& place);

/// "path:line:column: severity ID name: message" without a line break: the concise format's line.
std::string ConciseLine(const std::string& path, const Diagnostic& diagnostic, Language language);

}  // namespace bnlint
