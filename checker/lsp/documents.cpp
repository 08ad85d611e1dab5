#include "lsp/documents.h"

#include <algorithm>
#include <tuple>

#include "lsp/uri.h"
#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

// Of a document above this size the client sees something before all of it is read.
constexpr size_t kGiant = size_t{512} << 10;
constexpr size_t kFirstPart = size_t{64} << 10;
// Above this what was learnt is not kept.
constexpr size_t kMostRemembered = size_t{64} << 20;

// Of a document with more findings than the engine holds they come in sorted runs.
void Sort(std::vector<Diagnostic>& findings) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.place.span.begin, one.place.span.end, one.rule->id);
  };
  std::ranges::stable_sort(findings, [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

uint64_t NextResult() {
  static uint64_t last = 0;
  return ++last;
}

}  // namespace

OpenDocument::OpenDocument(std::string uri, std::string language_id, int64_t version,
                           std::string text)
    : uri_(std::move(uri)),
      path_(PathOf(uri_)),
      language_id_(std::move(language_id)),
      version_(version),
      text_(std::move(text)) {}

TextDocument& OpenDocument::Edit(int64_t version) {
  version_ = version;
  linted_ = published = false;
  return text_;
}

void OpenDocument::Forget() {
  setup_.reset();
  memory_ = {};
  linted_ = published = false;
  findings_.clear();  // they name rules of the old setup
}

tl::expected<const FileConfig*, Errors> OpenDocument::Setup(Setups& setups) {
  if (!setup_) {
    auto setup = setups.For(path_, language_id_);
    if (!setup) return tl::unexpected(setup.error());
    setup_ = std::move(*setup);
  }
  return &*setup_;
}

bool OpenDocument::Lint(const FileConfig& setup, const std::function<bool()>& stop,
                        const std::function<void(const std::vector<Diagnostic>&)>& first) {
  if (linted_) return true;
  memory_.stop = stop;
  const std::string_view text = text_.text();
  if (!ever_ && text.size() > kGiant) {
    std::vector<Diagnostic> some;
    if (!LintText(text.substr(0, CutAtParagraph(text.substr(0, kFirstPart))), setup, some)) {
      return false;
    }
    first(some);
  }
  std::vector<Diagnostic> findings;
  if (!LintText(text, setup, findings)) return false;
  if (text.size() > kMostRemembered) memory_ = {};
  findings_ = std::move(findings);
  linted_ = ever_ = true;
  result_ = NextResult();
  return true;
}

bool OpenDocument::LintText(std::string_view text, const FileConfig& setup,
                            std::vector<Diagnostic>& findings) {
  if (setup.format == nullptr) return true;
  SourceReader reader = SourceReader::FromView(text, path_);
  bool stopped = false;
  const auto stop = memory_.stop;
  memory_.stop = [&] { return stopped = stopped || stop(); };
  // A format that could not read it to its end (broken XML) has given what it could.
  (void)setup.setup->linter->Lint(
      reader, *setup.format, [&](Diagnostic finding) { findings.push_back(std::move(finding)); },
      setup.words, {}, {}, &memory_);
  memory_.stop = stop;
  Sort(findings);
  return !stopped;
}

std::vector<Diagnostic> LintOnce(std::string_view text, const std::string& path,
                                 const FileConfig& setup) {
  std::vector<Diagnostic> findings;
  SourceReader reader = SourceReader::FromView(text, path);
  (void)setup.setup->linter->Lint(
      reader, *setup.format, [&](Diagnostic finding) { findings.push_back(std::move(finding)); },
      setup.words);
  Sort(findings);
  return findings;
}

}  // namespace bnlint::lsp
