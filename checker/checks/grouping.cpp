// Commas by the million (১,২০৭,১৪১) where Bengali counts by lakh and crore (১২,০৭,১৪১). Up to five digits both are the same.

#include <string>
#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// The whole part and what follows it; the groups of the whole part, most significant first.
struct Grouped {
  std::vector<std::string_view> groups;
  std::string_view rest;
};

Grouped Split(std::string_view number) {
  Grouped grouped;
  const size_t dot = std::min(number.find('.'), number.size());
  grouped.rest = number.substr(dot);
  for (std::string_view whole = number.substr(0, dot);;) {
    const size_t comma = whole.find(',');
    grouped.groups.push_back(whole.substr(0, comma));
    if (comma == std::string_view::npos) return grouped;
    whole.remove_prefix(comma + 1);
  }
}

// All groups but the first have `size` digits, the last three; the number has six digits or more.
bool IsGroupedBy(const Grouped& grouped, uint64_t size) {
  constexpr uint64_t kLast = 3;
  const auto& groups = grouped.groups;
  if (groups.size() < 2 || CountCodePoints(groups.back()) != kLast) return false;
  const uint64_t first = CountCodePoints(groups.front());
  if (first == 0 || first > size) return false;
  uint64_t digits = first + kLast;
  for (size_t i = 1; i + 1 < groups.size(); ++i) {
    if (CountCodePoints(groups[i]) != size) return false;
    digits += size;
  }
  constexpr uint64_t kLakh = 6;
  return digits >= kLakh;
}

// #,##,##0
std::string ByLakh(const Grouped& grouped) {
  std::string digits;
  for (const std::string_view group : grouped.groups) digits += group;
  std::string out;
  uint64_t left = CountCodePoints(digits);
  for (size_t at = 0; at < digits.size(); --left) {
    const uint32_t size = DecodeAt(digits, at).size;
    out += digits.substr(at, size);
    at += size;
    // A comma stands before the last three digits and before each two in front of them.
    if (left - 1 >= 3 && (left - 1) % 2 == 1) out += ',';
  }
  return out + std::string(grouped.rest);
}

class Grouping final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return trait::kBengaliDigit; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (!token.Is(TokenKind::kNumber) || token.flags != kBengaliDigits) continue;
      const std::string_view number = token.In(paragraph.text());
      if (number.find(',') == std::string_view::npos) continue;
      const Grouped grouped = Split(number);
      if (IsGroupedBy(grouped, 2)) habit_.Right();
      // ১২৫, ১৩৩, ১৪৩,১৪৪ is a list of pages.
      const Around around(paragraph, i);
      if (around.Text(-2) == "," && around.Is(-3, TokenKind::kNumber)) continue;
      if (!IsGroupedBy(grouped, 3) || paragraph.Masked(token.span(), findings.rule().masks))
        continue;
      const std::string by_lakh = ByLakh(grouped);
      Diagnostic finding = findings.Make(paragraph, token.span(), {{"number", by_lakh}});
      findings.AddFix(finding, paragraph, token.span(), by_lakh);
      habit_.Wrong(std::move(finding), findings);
    }
  }
  void Finish(Findings& findings) override { habit_.Tell(findings); }

 private:
  Habit habit_;
};

}  // namespace

std::unique_ptr<Check> MakeGrouping(const CheckServices& /*services*/) {
  return std::make_unique<Grouping>();
}

}  // namespace bnlint
