// Page numbers and running headers that stand between the paragraphs of a text taken from pages. A line is one when
// its like comes again, page after page: numbers that grow, or a short line with such a number in it or beside it. What
// tells them from the numbers of chapters is that a page ends in mid-sentence.

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/checks.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kMostLineBytes = 180;  // 60 Bengali letters
constexpr size_t kMostDigits = 4;
// Between two pages lies at least a page's worth of text; a small one has 500 bytes, 170 letters.
constexpr uint64_t kLeastApart = 500;
constexpr size_t kLeastPages = 3;
// Of pages with prose at least every third ends in mid-sentence.
constexpr size_t kMidSentenceShare = 3;
constexpr size_t kMostHeld = 300;
constexpr size_t kMostKeys = 300;

// A short line with its numbers taken out.
struct Line {
  std::string words;  // without digits, blanks and the marks that frame a page number
  int number = -1;    // the one number in it, or -1
};

bool IsFrame(char32_t c) {
  constexpr std::u32string_view kFrames = U"-–—|[]().,:;।*~";
  return kFrames.find(c) != std::u32string_view::npos;
}

Line ReadLine(std::string_view text) {
  Line line;
  size_t numbers = 0;
  size_t digits = 0;  // of the number at hand
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const int value = DigitValue(c.value);
    if (value >= 0) {
      if (digits == 0) {
        ++numbers;
        line.number = 0;
      }
      if (++digits > kMostDigits) numbers = 2;
      if (digits <= kMostDigits) line.number = line.number * 10 + value;
    } else {
      digits = 0;
      if (!IsBlank(ClassOf(c.value)) && !IsFrame(c.value)) line.words += text.substr(at, c.size);
    }
    at += c.size;
  }
  if (numbers != 1) line.number = -1;
  return line;
}

bool IsPageNumber(const Line& line) {
  return line.number >= 0 && (line.words.empty() || line.words == "পৃষ্ঠা" || line.words == "পাতা" ||
                              line.words == "Page");
}

// Lines that are alike, with their places; a chain grows when the next one is a page further.
struct Chain {
  std::vector<Diagnostic> found;
  std::vector<int> numbers;
  size_t in_mid_sentence = 0;
};

bool Grows(const std::vector<int>& numbers) {
  return std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) ==
         numbers.end();
}

bool IsPages(const Chain& chain) {
  return chain.found.size() >= kLeastPages &&
         chain.in_mid_sentence * kMidSentenceShare >= chain.found.size() && Grows(chain.numbers);
}

// Whether the text above is prose that breaks off.
bool InMidSentence(const Paragraph& paragraph) {
  const Segment* above = paragraph.previous();
  if (above == nullptr || above->text.size() <= kMostLineBytes) return false;
  return IsBengali(ClassOf(DecodeBefore(above->text, above->text.size()).value)) ||
         above->text.ends_with(',');
}

Diagnostic MakeWithDeletion(const Paragraph& paragraph, Findings& findings) {
  const Span all{0, paragraph.text().size()};
  Diagnostic diagnostic = findings.Make(paragraph, all);
  findings.AddFix(diagnostic, paragraph, all, "");
  return diagnostic;
}

bool IsApart(const Chain& chain, const Diagnostic& next) {
  return chain.found.empty() ||
         next.place.span.begin >= chain.found.back().place.span.end + kLeastApart;
}

class PageNumber final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (paragraph.text().size() > kMostLineBytes || pages_.found.size() >= kMostHeld) return;
    const Line line = ReadLine(paragraph.text());
    if (!IsPageNumber(line)) return;
    Diagnostic diagnostic = MakeWithDeletion(paragraph, findings);
    if (!IsApart(pages_, diagnostic)) return;
    pages_.found.push_back(std::move(diagnostic));
    pages_.numbers.push_back(line.number);
    pages_.in_mid_sentence += InMidSentence(paragraph) ? 1 : 0;
  }

  void Finish(Findings& findings) override {
    if (!IsPages(pages_)) return;
    for (Diagnostic& diagnostic : pages_.found) findings.Report(std::move(diagnostic));
  }

 private:
  Chain pages_;
};

class RunningHeader final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    if (text.size() > kMostLineBytes) return;
    Line line = ReadLine(text);
    const auto is_number = [](const Segment* other) {
      return other != nullptr && other->text.size() <= kMostLineBytes &&
             IsPageNumber(ReadLine(other->text));
    };
    const bool beside = is_number(paragraph.previous()) || is_number(paragraph.next());
    if (line.words.empty() || IsPageNumber(line) || (line.number < 0 && !beside)) return;
    if (chains_.size() >= kMostKeys && !chains_.contains(line.words)) return;
    Chain& chain = chains_[line.words];
    if (chain.found.size() >= kMostHeld) return;
    Diagnostic diagnostic = MakeWithDeletion(paragraph, findings);
    if (!IsApart(chain, diagnostic)) return;
    chain.found.push_back(std::move(diagnostic));
    if (line.number >= 0) chain.numbers.push_back(line.number);
    chain.in_mid_sentence += InMidSentence(paragraph) ? 1 : 0;
  }

  void Finish(Findings& findings) override {
    std::vector<Diagnostic> headers;
    for (auto& [words, chain] : chains_) {
      if (!IsPages(chain)) continue;
      std::move(chain.found.begin(), chain.found.end(), std::back_inserter(headers));
    }
    std::sort(headers.begin(), headers.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.place.span.begin < b.place.span.begin;
    });
    for (Diagnostic& diagnostic : headers) findings.Report(std::move(diagnostic));
  }

 private:
  std::unordered_map<std::string, Chain> chains_;
};

}  // namespace

std::unique_ptr<Check> MakePageNumber(const CheckServices& /*services*/) {
  return std::make_unique<PageNumber>();
}
std::unique_ptr<Check> MakeRunningHeader(const CheckServices& /*services*/) {
  return std::make_unique<RunningHeader>();
}

}  // namespace bnlint
