#pragma once

#include <cstdint>
#include <string_view>

namespace bnlint {

/// What a LaTeX command does with its arguments: a letter for each in braces. `-` it is no text, `t` it is text in the
/// paragraph at hand, `h` a heading, `n` a note, `l` the name of a language which says whether the next is prose.
/// What is in brackets never is text. `object`: something stands in the text in its place.
struct LatexCommand {
  std::string_view arguments;
  bool object = false;
};

/// Null for a command that is not known: it leaves no trace. `name` is without its backslash and star. Thread-safe.
const LatexCommand* FindLatexCommand(std::string_view name);

enum class LatexEnvironment : uint8_t {
  kText,  ///< what is in it is read on
  kRaw,   ///< no prose: code, mathematics, pictures
  kList,  ///< \item
  kQuote,
  kTable,
  kForeign,  ///< in another language
};
LatexEnvironment FindLatexEnvironment(std::string_view name);

/// How many arguments in braces follow \begin{name} that are no text.
int LatexEnvironmentArguments(std::string_view name);

/// True for the name of a language as babel and polyglossia say it.
bool IsLatexBengali(std::string_view language);

}  // namespace bnlint
