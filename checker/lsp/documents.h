#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lint/memory.h"
#include "lsp/setups.h"
#include "lsp/text_document.h"
#include "rule/diagnostic.h"

namespace bnlint::lsp {

/// A document that the client has open. Not thread-safe.
class OpenDocument {
 public:
  OpenDocument(std::string uri, std::string language_id, int64_t version, std::string text);

  [[nodiscard]] const std::string& uri() const { return uri_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& language_id() const { return language_id_; }
  [[nodiscard]] const TextDocument& text() const { return text_; }
  [[nodiscard]] int64_t version() const { return version_; }

  /// A new text; what was found is no longer true.
  TextDocument& Edit(int64_t version);
  /// The settings or word lists have changed: everything is to be found again.
  void Forget();

  /// What holds for it; asked of `setups` once.
  tl::expected<const FileConfig*, Errors> Setup(Setups& setups);

  /// Lints it, unless that was done. False when `stop` said so; what was learnt stays. Of a giant that was never
  /// linted, `first` is told the findings of its first part before the rest is read.
  bool Lint(const FileConfig& setup, const std::function<bool()>& stop,
            const std::function<void(const std::vector<Diagnostic>&)>& first);
  [[nodiscard]] bool linted() const { return linted_; }
  /// Sorted by place. REQUIRES: linted.
  [[nodiscard]] const std::vector<Diagnostic>& findings() const { return findings_; }
  /// What the findings of this text are called: no two texts or settings have the same.
  [[nodiscard]] std::string result_id() const { return "d" + std::to_string(result_); }

  bool published = false;  ///< what the client shows is what was found

 private:
  bool LintText(std::string_view text, const FileConfig& setup, std::vector<Diagnostic>& findings);

  std::string uri_;
  std::string path_;
  std::string language_id_;
  int64_t version_;
  TextDocument text_;
  std::optional<FileConfig> setup_;
  LintMemory memory_;
  std::vector<Diagnostic> findings_;
  bool linted_ = false;
  bool ever_ = false;  // linted before
  uint64_t result_ = 0;
};

/// Of a file that is not open: what is found in it. REQUIRES: setup.format.
std::vector<Diagnostic> LintOnce(std::string_view text, const std::string& path,
                                 const FileConfig& setup);

/// By URI.
using Documents = std::map<std::string, OpenDocument>;

}  // namespace bnlint::lsp
