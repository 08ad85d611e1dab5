#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/reporter.h"
#include "rule/diagnostic.h"

namespace bnlint {

/// The words that reports share, in the reader's language. All of these are thread-safe.

/// One of two texts by language.
inline std::string_view In(Language language, std::string_view bengali, std::string_view english) {
  return language == Language::kBengali ? bengali : english;
}

/// A number in the digits of the language: ১২ or 12.
std::string Number(uint64_t value, Language language);

/// "ত্রুটি", "error" …
std::string_view SeverityWord(Severity severity, Language language);

/// "safe fix", "নিরাপদ সংশোধন (safe)" … The word of the command line stands in both.
std::string_view FixWord(FixSafety safety, Language language);

/// "and 3 more": what a list leaves out.
std::string AndMore(uint64_t count, Language language);

/// " (page 1, line 3, box 105,112,203,154)" where the format knows pages, else nothing.
std::string PageText(const Place& place, Language language);

/// What a run came to, in one sentence without a line break.
std::string CountLine(const Summary& summary, Language language);

/// What --fix would do: so many fixes in so many files.
std::string WouldFixLine(uint64_t fixes, uint64_t files, Language language);

}  // namespace bnlint
