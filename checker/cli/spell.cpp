// bnlint spell: a word in, a line out. Standard input is read a line at a time and each answer flushed, so that
// a program at the other end of the pipe can converse.

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>

#include "cli/cli.h"
#include "cli/tell.h"
#include "report/json.h"
#include "report/terminal.h"
#include "report/words.h"
#include "spelling/speller.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kMostSuggestions = 5;
// Of a longer line no more is kept: it is no word.
constexpr size_t kLongestLine = 4096;

struct Line {
  std::string text;
  bool too_long = false;
};

// The next line of standard input without its end; nothing behind the last.
std::optional<Line> ReadLine() {
  Line line;
  std::streambuf& in = *std::cin.rdbuf();
  constexpr int kEnd = std::char_traits<char>::eof();
  int c = in.sbumpc();
  if (c == kEnd) return std::nullopt;
  for (; c != kEnd && c != '\n'; c = in.sbumpc()) {
    if (line.text.size() < kLongestLine) {
      line.text += static_cast<char>(c);
    } else {
      line.too_long = true;
    }
  }
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

// Calls `visit` with each non-empty part of `text` between any of `edges`; true when it is true of all.
template <typename Visit>
bool All(std::string_view text, std::string_view edges, const Visit& visit) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(edges, at), text.size());
    if (end > at && !visit(text.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

class Answers {
 public:
  Answers(const SpellOptions& options, const Speller& speller)
      : options_(options),
        language_(options.language == "en" ? Language::kEnglish : Language::kBengali),
        speller_(speller) {}

  // `error` says why the word cannot be asked for; empty when it can.
  void Answer(const std::string& word, const std::string& error) {
    const bool known = error.empty() && Knows(word);
    std::vector<std::string> suggestions;
    if (!known && error.empty() && options_.suggest) {
      suggestions = speller_.Suggest(word, kMostSuggestions);
    }
    all_known_ = all_known_ && known;
    if (options_.format == "jsonl") {
      WriteJson(word, known, suggestions, error);
    } else {
      WriteText(word, known, suggestions, error);
    }
    std::cout.flush();
  }
  [[nodiscard]] bool all_known() const { return all_known_; }

 private:
  // A compound is known when it is as a whole or in all its parts; so are several words between blanks.
  [[nodiscard]] bool Knows(std::string_view line) const {
    return All(line, " \t", [&](std::string_view word) {
      return speller_.Knows(word) ||
             (word.find('-') != std::string_view::npos &&
              All(word, "-", [&](std::string_view part) { return speller_.Knows(part); }));
    });
  }

  void WriteJson(const std::string& word, bool known, const std::vector<std::string>& suggestions,
                 const std::string& error) const {
    Json json = {{"word", word}, {"known", known}};
    if (options_.suggest) json["suggestions"] = suggestions;
    if (!error.empty()) json["error"] = error;
    std::cout << Dump(json) << '\n';
  }

  void WriteText(const std::string& word, bool known, const std::vector<std::string>& suggestions,
                 const std::string& error) const {
    std::cout << Visible(word) << ": "
              << (known ? In(language_, "ঠিক আছে", "ok") : In(language_, "অভিধানে নেই", "unknown"));
    if (!error.empty()) std::cout << " (" << error << ')';
    const char* before = " → ";
    for (const std::string& suggestion : suggestions) {
      std::cout << before << Visible(suggestion);
      before = ", ";
    }
    std::cout << '\n';
  }

  const SpellOptions& options_;
  const Language language_;
  const Speller& speller_;
  bool all_known_ = true;
};

// Answers every line of standard input.
void Converse(Answers& answers) {
  uint64_t number = 0;
  while (const auto line = ReadLine()) {
    ++number;
    std::string error;
    if (line->too_long) {
      error = "the line is too long";
    } else if (!IsUtf8(line->text)) {
      error = "not UTF-8";
    }
    if (!error.empty()) Tell(Error{error, "<stdin>", number, 1});
    answers.Answer(line->text, error);
  }
}

}  // namespace

int RunSpell(const SpellOptions& options) {
  std::ios::sync_with_stdio(false);
  const auto speller = Speller::Open(options.dictionary);
  if (!speller) {
    Tell(speller.error());
    return kCouldNot;
  }
  if (!(*speller)->HasDictionary()) {
    Tell(Error{"'none' is no dictionary to ask", "--dictionary", 0, 0});
    return kCouldNot;
  }
  Answers answers(options, **speller);
  if (options.words.empty() || options.words == std::vector<std::string>{"-"}) {
    Converse(answers);
  } else {
    for (const std::string& word : options.words) {
      answers.Answer(word, IsUtf8(word) ? "" : "not UTF-8");
    }
  }
  if (!std::cout) {
    Tell(Error{"writing the answers failed", "standard output", 0, 0});
    return kCouldNot;
  }
  return answers.all_known() ? kClean : kFindings;
}

}  // namespace bnlint
