#include "report/words.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr std::array kBySeriousness = {Severity::kError, Severity::kWarning, Severity::kInfo};

// "12 errors", "১২টি ত্রুটি".
std::string Amount(uint64_t count, std::string_view noun, Language language) {
  if (language == Language::kBengali) return fmt::format("{}টি {}", Number(count, language), noun);
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "a, b and c".
std::string Enumerate(const std::vector<std::string>& parts, Language language) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? In(language, " ও ", " and ") : ", ";
    out += parts[i];
  }
  return out;
}

std::string CleanLine(uint64_t files, Language language) {
  if (language == Language::kBengali) {
    return files == 0 ? "কোনো ফাইল দেখা হয়নি।"
                      : fmt::format("কোনো সমস্যা পাওয়া যায়নি; {}টি ফাইল দেখা হয়েছে।",
                                    Number(files, language));
  }
  return files == 0 ? "No files were checked."
                    : fmt::format("No problems found in {}.", Amount(files, "file", language));
}

// "2 errors and 1 warning".
std::string BySeverity(const Summary& summary, Language language) {
  std::vector<std::string> parts;
  for (const Severity severity : kBySeriousness) {
    const uint64_t count = summary.by_severity[static_cast<size_t>(severity)];
    if (count > 0) parts.push_back(Amount(count, SeverityWord(severity, language), language));
  }
  return Enumerate(parts, language);
}

// A file that broke off is not counted, and yet may have findings: then no files are spoken of.
std::string BengaliCount(const std::string& found, const Summary& summary) {
  const auto number = [](uint64_t value) { return Number(value, Language::kBengali); };
  std::string line = summary.files == 0
                         ? fmt::format("{} পাওয়া গেছে", found)
                         : fmt::format("{}টি ফাইলে {}", number(summary.files), found);
  if (summary.fixable > 0) {
    line += fmt::format("; {}টির নিরাপদ সংশোধন আছে", number(summary.fixable));
  }
  return line + "।";
}

std::string EnglishCount(const std::string& found, const Summary& summary) {
  std::string line = "Found " + found;
  if (summary.files > 0) line += " in " + Amount(summary.files, "file", Language::kEnglish);
  if (summary.fixable > 0) {
    line +=
        fmt::format("; {} {} a safe fix", summary.fixable, summary.fixable == 1 ? "has" : "have");
  }
  return line + '.';
}

// After --fix: what was mended, what remains, and what might help with it.
std::string MendedLine(const Summary& summary, Language language) {
  const auto number = [&](uint64_t value) { return Number(value, language); };
  const bool english = language == Language::kEnglish;
  const std::string files = english ? Amount(summary.files, "file", language)
                                    : fmt::format("{}টি ফাইলে", number(summary.files));
  const uint64_t all = summary.fixed + summary.total();
  const std::string left = BySeverity(summary, language);
  std::string line;
  if (summary.fixed == 0) {
    line = english ? fmt::format("Found {} in {}, none fixed", left, files)
                   : fmt::format("{} {}, কিছু ঠিক করা হয়নি", files, left);
  } else if (summary.total() == 0) {
    line =
        english
            ? fmt::format("Fixed {} in {}; none is left", Amount(all, "finding", language), files)
            : fmt::format("{} {}টি সমস্যা ঠিক করা হয়েছে, আর কিছু বাকি নেই", files, number(all));
  } else if (english) {
    line =
        fmt::format("Fixed {} of {} in {}; {} remain{}", summary.fixed,
                    Amount(all, "finding", language), files, left, summary.total() == 1 ? "s" : "");
  } else {
    line = fmt::format("{} {}টি সমস্যার {}টি ঠিক করা হয়েছে, বাকি {}", files, number(all),
                       number(summary.fixed), left);
  }
  if (summary.withheld > 0) {
    line +=
        english
            ? fmt::format("; {} withheld because {} a new fault",
                          summary.withheld == 1 ? "1 fix was"
                                                : fmt::format("{} fixes were", summary.withheld),
                          summary.withheld == 1 ? "it makes" : "they make")
            : fmt::format("; {}টি সংশোধন করা হয়নি, কারণ তাতে নতুন ভুল হয়", number(summary.withheld));
  }
  if (summary.fixable_unsafe > 0) {
    line += english ? fmt::format("; {} an unsafe fix (--unsafe)",
                                  summary.fixable_unsafe == 1
                                      ? "1 has"
                                      : fmt::format("{} have", summary.fixable_unsafe))
                    : fmt::format("; {}টির সংশোধন মিলিয়ে দেখতে হবে (--unsafe)",
                                  number(summary.fixable_unsafe));
  }
  return line + (english ? "." : "।");
}

}  // namespace

std::string Number(uint64_t value, Language language) {
  return Digits(std::to_string(value), language);
}

std::string_view SeverityWord(Severity severity, Language language) {
  switch (severity) {
    case Severity::kInfo: return In(language, "পরামর্শ", "info");
    case Severity::kWarning: return In(language, "সতর্কতা", "warning");
    case Severity::kError: return In(language, "ত্রুটি", "error");
  }
  return "";
}

std::string_view FixWord(FixSafety safety, Language language) {
  switch (safety) {
    case FixSafety::kNone: return In(language, "সংশোধন নেই", "no fix");
    case FixSafety::kSafe: return In(language, "নিরাপদ সংশোধন (safe)", "safe fix");
    case FixSafety::kUnsafe: return In(language, "সংশোধন, মিলিয়ে দেখুন (unsafe)", "unsafe fix");
  }
  return "";
}

std::string AndMore(uint64_t count, Language language) {
  return language == Language::kBengali ? fmt::format("এবং আরও {}টি", Number(count, language))
                                        : fmt::format("and {} more", count);
}

std::string PageText(const Place& place, Language language) {
  if (!place.page) return {};
  const auto& box = place.page->box;
  return fmt::format(" ({} {}, {} {}, {} {},{},{},{})", In(language, "পৃষ্ঠা", "page"),
                     Number(place.page->page, language), In(language, "লাইন", "line"),
                     Number(place.page->line, language), In(language, "ঘর", "box"), box[0], box[1],
                     box[2], box[3]);
}

std::string WouldFixLine(uint64_t fixes, uint64_t files, Language language) {
  if (fixes == 0) return std::string(In(language, "ঠিক করার কিছু নেই।", "Nothing to fix."));
  if (language == Language::kBengali) {
    return fmt::format("--fix দিলে {}টি ফাইলে {}টি সমস্যা ঠিক হবে।", Number(files, language),
                       Number(fixes, language));
  }
  return fmt::format("--fix would mend {} in {}.", Amount(fixes, "finding", language),
                     Amount(files, "file", language));
}

namespace {

// What was found and is not told.
std::string SuppressedLine(const Summary& summary, Language language) {
  const auto [by_comment, by_baseline] = summary.suppressed;
  std::string line;
  if (by_comment > 0) {
    line += language == Language::kBengali
                ? fmt::format(" মন্তব্যে চাপা {}টি।", Number(by_comment, language))
                : fmt::format(" {} suppressed by comments.", by_comment);
  }
  if (by_baseline > 0) {
    line += language == Language::kBengali
                ? fmt::format(" আগে থেকে জানা (baseline) {}টি।", Number(by_baseline, language))
                : fmt::format(" {} known from the baseline.", by_baseline);
  }
  return line;
}

std::string LineOfTold(const Summary& summary, Language language) {
  if (summary.mending && summary.fixed + summary.total() > 0) return MendedLine(summary, language);
  if (summary.total() == 0) return CleanLine(summary.files, language);
  const std::string found = BySeverity(summary, language);
  return language == Language::kBengali ? BengaliCount(found, summary)
                                        : EnglishCount(found, summary);
}

}  // namespace

std::string CountLine(const Summary& summary, Language language) {
  return LineOfTold(summary, language) + SuppressedLine(summary, language);
}

}  // namespace bnlint
