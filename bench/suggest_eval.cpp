// How good and how fast suggestions are.
//
//     suggest_eval [--dictionary PATH] [--known WORDS]... [--refuse PAIRS]... [--verbose] [--peer] PAIRS...
//
// PAIRS holds lines `wrong<TAB>right…`. A word is known when the Hunspell dictionary at PATH knows it or a
// list WORDS (a word a line) holds it, and no list --refuse has it as a wrong form. Pairs count whose wrong
// form is unknown and whose right one is known. --peer asks the dictionary's own suggester instead.

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <sys/resource.h>

#include "embed/embed.h"
#include "spelling/dictionary.h"
#include "spelling/fold.h"
#include "spelling/suggest.h"

namespace bnlint {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Options {
  std::string dictionary;
  std::vector<std::string> known;
  std::vector<std::string> refused;
  std::vector<std::string> pairs;
  bool verbose = false;
  bool peer = false;
};

// The processor's time that this thread took so far, in milliseconds: what else runs does not count.
double Now() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The first two fields of each line, folded; one field is taken twice.
Pairs ReadPairs(const std::string& path) {
  Pairs pairs;
  std::ifstream in(path);
  if (!in) fmt::print(stderr, "cannot read {}\n", path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = std::min(line.find('\t'), line.size());
    const std::string rest = line.substr(std::min(tab + 1, line.size()));
    const std::string first = Fold(line.substr(0, tab));
    pairs.emplace_back(first, rest.empty() ? first : Fold(rest.substr(0, rest.find('\t'))));
  }
  return pairs;
}

// The words that count as right.
class Words {
 public:
  explicit Words(const Options& options) {
    for (const auto& path : options.known) {
      for (auto& [word, same] : ReadPairs(path)) known_.insert(std::move(word));
    }
    for (const auto& path : options.refused) {
      for (auto& [wrong, right] : ReadPairs(path)) refused_.insert(std::move(wrong));
    }
    if (!options.dictionary.empty()) {
      auto loaded = Dictionary::Load(options.dictionary);
      if (!loaded) {
        fmt::print(stderr, "{}\n", loaded.error().ToString());
      } else {
        dictionary_ = std::move(*loaded);
      }
    }
    std::string_view list = Embedded("dictionaries/bn/frequency.tsv");
    while (!list.empty()) {
      const size_t end = std::min(list.find('\n'), list.size());
      const std::string_view line = list.substr(0, end);
      list.remove_prefix(std::min(end + 1, list.size()));
      const size_t tab = line.find('\t');
      if (tab != std::string_view::npos && line[0] != '#') {
        const std::string_view word = line.substr(0, tab);
        // A verdict on each, like the table that the program holds, before the class says that it is there.
        if (Knows(word)) known_.emplace(word);
        classes_.emplace(word, std::stoi(std::string(line.substr(tab + 1))));
      }
    }
  }

  [[nodiscard]] bool Knows(std::string_view word) const {
    const std::string key(word);
    if (refused_.contains(key)) return false;
    if (const size_t space = word.find(' '); space != std::string_view::npos) {
      return Knows(word.substr(0, space)) && Knows(word.substr(space + 1));
    }
    if (known_.contains(key)) return true;
    if (!dictionary_ || classes_.contains(word)) return false;
    const double start = Now();
    const bool known = dictionary_->Knows(key);
    time_ += Now() - start;
    ++questions_;
    return known;
  }
  [[nodiscard]] int Frequency(std::string_view word) const {
    const auto found = classes_.find(word);
    return found == classes_.end() ? -1 : found->second;
  }
  [[nodiscard]] const Dictionary* dictionary() const { return dictionary_.get(); }
  // What the dictionary took so far: questions and milliseconds.
  [[nodiscard]] size_t questions() const { return questions_; }
  [[nodiscard]] double time() const { return time_; }

 private:
  std::unordered_set<std::string> known_;
  std::unordered_set<std::string> refused_;
  std::unordered_map<std::string_view, int> classes_;
  std::unique_ptr<Dictionary> dictionary_;
  mutable size_t questions_ = 0;
  mutable double time_ = 0;
};

struct Tally {
  int first = 0;         // times that the right word was the first
  int among = 0;         // … was one of the five
  int accepted = 0;      // wrong forms that are known
  int unknown = 0;       // right forms that are not
  size_t questions = 0;  // to the dictionary
  double asked = 0;      // milliseconds in it
  std::vector<double> times;

  void Print(const std::string& name) {
    std::sort(times.begin(), times.end());
    const auto share = [&](double part) {
      return part / std::max(1.0, static_cast<double>(times.size()));
    };
    const auto at = [&](size_t percent) {
      return times.empty() ? 0 : times[(times.size() - 1) * percent / 100];
    };
    fmt::print("{}: {} pairs ({} wrong forms known, {} right forms unknown): ", name, times.size(),
               accepted, unknown);
    fmt::print("first {:.1f} %, in five {:.1f} %; ", share(100.0 * first), share(100.0 * among));
    fmt::print("median {:.2f} ms, p95 {:.2f}, p99 {:.2f}, max {:.2f}; ", at(50), at(95), at(99),
               at(100));
    fmt::print("on average {:.1f} questions to the dictionary, {:.2f} ms\n",
               share(static_cast<double>(questions)), share(asked));
  }
};

template <typename Suggest>
void Score(const Options& options, const Words& words, const Suggest& suggest) {
  for (const auto& path : options.pairs) {
    Tally tally;
    for (const auto& [wrong, right] : ReadPairs(path)) {
      if (words.Knows(wrong)) {
        ++tally.accepted;
        continue;
      }
      if (!words.Knows(right)) {
        ++tally.unknown;
        continue;
      }
      const size_t questions = words.questions();
      const double asked = words.time();
      const double start = Now();
      const std::vector<std::string> found = suggest(wrong);
      tally.times.push_back(Now() - start);
      tally.questions += words.questions() - questions;
      tally.asked += words.time() - asked;
      const auto place = std::find(found.begin(), found.end(), right) - found.begin();
      tally.first += place == 0 && !found.empty() ? 1 : 0;
      tally.among += place < static_cast<int64_t>(found.size()) ? 1 : 0;
      if (options.verbose && (place != 0 || found.empty())) {
        fmt::print(
            "{} {} → {} ({}):", place < static_cast<int64_t>(found.size()) ? "later" : "MISSED",
            wrong, right, words.Frequency(right));
        for (const auto& word : found) fmt::print(" {}({})", word, words.Frequency(word));
        fmt::print("  {:.1f} ms\n", tally.times.back());
      }
    }
    tally.Print(path);
  }
}

std::optional<Options> Parse(const std::vector<std::string>& arguments) {
  Options options;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool has_value = i + 1 < arguments.size();
    if (argument == "--verbose") {
      options.verbose = true;
    } else if (argument == "--peer") {
      options.peer = true;
    } else if (argument == "--dictionary" && has_value) {
      options.dictionary = arguments[++i];
    } else if (argument == "--known" && has_value) {
      options.known.push_back(arguments[++i]);
    } else if (argument == "--refuse" && has_value) {
      options.refused.push_back(arguments[++i]);
    } else if (argument.starts_with("--")) {
      return std::nullopt;
    } else {
      options.pairs.push_back(argument);
    }
  }
  return options.pairs.empty() ? std::nullopt : std::optional(options);
}

int64_t PeakKilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int Main(const std::vector<std::string>& arguments) {
  const auto options = Parse(arguments);
  if (!options) {
    std::cerr << "usage: see the head of bench/suggest_eval.cpp\n";
    return 2;
  }
  const Words words(*options);
  if (options->peer) {
    if (words.dictionary() == nullptr) return 2;
    Score(*options, words, [&](const std::string& w) { return words.dictionary()->Suggest(w, 5); });
    return 0;
  }
  const int64_t before = PeakKilobytes();
  const Suggester suggester({.knows = [&](std::string_view w) { return words.Knows(w); },
                             .frequency = [&](std::string_view w) { return words.Frequency(w); },
                             .fallback =
                                 [&](std::string_view w, size_t most) {
                                   return words.dictionary() ? words.dictionary()->Suggest(w, most)
                                                             : std::vector<std::string>();
                                 }});
  const double start = Now();
  const size_t found = suggester.Suggest("কখগ", 1).size();
  fmt::print("first question {:.0f} ms, {} KiB more at the peak ({} found)\n", Now() - start,
             PeakKilobytes() - before, found);
  Score(*options, words, [&](const std::string& w) { return suggester.Suggest(w, 5); });
  return 0;
}

}  // namespace
}  // namespace bnlint

int main(int count, char** arguments) { return bnlint::Main({arguments + 1, arguments + count}); }
