#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "lsp/client.h"
#include "lsp/text_document.h"
#include "rule/diagnostic.h"

namespace bnlint::lsp {

nlohmann::json ToJson(LinePlace place);
/// The range of some bytes of a text.
nlohmann::json RangeOf(const TextDocument& text, Span span, Encoding encoding);
/// Throws nlohmann's exceptions, which Connection answers with kInvalidParams.
LinePlace PlaceFrom(const nlohmann::json& json);

/// Makes findings what a client reads. Not thread-safe.
class Renderer {
 public:
  explicit Renderer(const Client& client) : client_(client) {}

  /// One finding in `text`, whose URI is `uri`.
  nlohmann::json Render(const Diagnostic& finding, const TextDocument& text,
                        const std::string& uri);
  /// At most `most` of them (0: all), in order; of more the worst.
  nlohmann::json RenderAll(const std::vector<Diagnostic>& findings, const TextDocument& text,
                           const std::string& uri, size_t most);

 private:
  const std::string& PageOf(const Rule& rule);

  const Client& client_;
  std::map<std::string, std::string> pages_;  // by language and rule
};

}  // namespace bnlint::lsp
