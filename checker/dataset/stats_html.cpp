// The statistics as one page of HTML, with a plot for each signal drawn in SVG.

#include <algorithm>

#include <fmt/format.h>

#include "dataset/stats.h"

namespace bnlint::dataset {
namespace {

constexpr double kWidth = 360;
constexpr double kHeight = 110;

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

// The part of the axis that a plot shows: nearly all documents, and the threshold.
struct Axis {
  double low;
  double high;
  [[nodiscard]] double At(double value) const {
    return high > low ? (value - low) / (high - low) * kWidth : 0;
  }
};

Axis AxisOf(const SignalSummary& summary, const Threshold* threshold) {
  Axis axis{summary.Quantile(0.005), summary.Quantile(0.995)};
  if (axis.high <= axis.low) axis = {summary.min, summary.max};
  if (axis.high <= axis.low) axis.high = axis.low + 1;
  const double width = axis.high - axis.low;
  // A threshold far away from all documents would squeeze them into a corner.
  for (const auto& end : {threshold == nullptr ? std::nullopt : threshold->min,
                          threshold == nullptr ? std::nullopt : threshold->max}) {
    if (!end || *end < axis.low - 2 * width || *end > axis.high + 2 * width) continue;
    axis.low = std::min(axis.low, *end - 0.03 * width);
    axis.high = std::max(axis.high, *end + 0.03 * width);
  }
  return axis;
}

std::string Plot(const SignalSummary& summary, const Threshold* threshold) {
  constexpr size_t kBins = 60;
  const Axis axis = AxisOf(summary, threshold);
  const std::vector<uint64_t> counts = summary.Histogram(axis.low, axis.high, kBins);
  const uint64_t most = std::max<uint64_t>(1, *std::max_element(counts.begin(), counts.end()));
  std::string svg = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\">", kWidth, kHeight + 16);
  for (size_t i = 0; i < kBins; ++i) {
    if (counts[i] == 0) continue;
    const double width = kWidth / kBins;
    const double height =
        std::max(1.0, static_cast<double>(counts[i]) / static_cast<double>(most) * kHeight);
    svg += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"><title>{} – {}: "
        "{}</title></rect>",
        static_cast<double>(i) * width, kHeight - height, width - 0.5, height,
        ShortNumber(axis.low + (axis.high - axis.low) * static_cast<double>(i) / kBins),
        ShortNumber(axis.low + (axis.high - axis.low) * static_cast<double>(i + 1) / kBins),
        counts[i]);
  }
  const auto mark = [&](const std::optional<double>& value, const char* name) {
    if (!value || *value < axis.low || *value > axis.high) return;
    svg += fmt::format(
        "<line class=\"limit\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1}\"><title>{2} "
        "{3}</title></line>",
        axis.At(*value), kHeight, name, ShortNumber(*value));
  };
  if (threshold != nullptr) {
    mark(threshold->min, "min");
    mark(threshold->max, "max");
  }
  svg += fmt::format(
      "<text x=\"0\" y=\"{0}\">{1}</text><text x=\"{2}\" y=\"{0}\" "
      "text-anchor=\"end\">{3}</text></svg>",
      kHeight + 13, ShortNumber(axis.low), kWidth, ShortNumber(axis.high));
  return svg;
}

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>bnlint: {}</title><style>
body{{font:15px/1.5 "Noto Sans Bengali",system-ui,sans-serif;max-width:1180px;margin:2em auto;padding:0 1em;color:#222;background:#fff}}
h1{{font-size:1.5em}}h2{{font-size:1.15em;margin-top:2em}}
.signals{{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:1.2em}}
.signal{{border:1px solid #ddd;border-radius:6px;padding:.7em 1em}}
.signal h3{{font-size:1em;margin:0}}.signal p{{margin:.2em 0;font-size:.85em;color:#555}}
svg{{width:100%;height:auto}}rect{{fill:#4878a8}}.limit{{stroke:#c0392b;stroke-width:2}}text{{font-size:10px;fill:#555}}
table{{border-collapse:collapse;font-size:.9em}}td,th{{padding:.25em .7em;text-align:right;border-bottom:1px solid #eee}}
td.text,th.text{{text-align:left}}.signal table{{font-size:.8em;width:100%}}.signal td,.signal th{{padding:.1em .2em}}
mark{{background:#ffd6d0}}.out{{color:#c0392b}}code{{font-size:.92em}}
</style></head><body>
)";

std::string Card(const Stats& stats, const SignalInfo& info, const SignalSummary& summary,
                 Language language) {
  const Threshold* threshold = stats.policy().Find(info.signal);
  std::string html = fmt::format(
      "<div class=\"signal\" id=\"{0}\"><h3>{1}<code>{0}</code></h3><p>{2}<br>{3} · {4}</p>",
      info.name, language == Language::kBengali ? fmt::format("{} · ", Escaped(info.bengali)) : "",
      Escaped(info.formula), Escaped(info.unit), Escaped(info.source));
  html += Plot(summary, threshold);
  html += "<table><tr><th>p1<th>p5<th>p25<th>p50<th>p75<th>p95<th>p99</tr><tr>";
  for (const double share : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
    html += fmt::format("<td>{}", ShortNumber(summary.Quantile(share)));
  }
  html += "</tr></table>";
  if (threshold != nullptr) {
    html += fmt::format("<p class=\"out\">{}{}{}: {} / {}</p>",
                        threshold->min ? "min " + ShortNumber(*threshold->min) : "",
                        threshold->min && threshold->max ? ", " : "",
                        threshold->max ? "max " + ShortNumber(*threshold->max) : "",
                        summary.below + summary.above, summary.documents);
  }
  return html + "</div>\n";
}

std::string RuleRows(const Stats& stats, Language language) {
  std::string html;
  for (const auto& [rule, tally] : stats.Rules()) {
    html += fmt::format(
        "<tr><td>{}<td>{}<td class=\"text\">{}<td class=\"text\"><code>{}</code><br>{}<td "
        "class=\"text\">",
        tally->findings, tally->documents, rule->id, rule->name,
        Escaped(rule->Text(language).message));
    for (const FindingExample& example : tally->examples) {
      html += fmt::format("<div title=\"{}\">{}<mark>{}</mark>{}</div>", Escaped(example.id),
                          Escaped(example.before), Escaped(example.match), Escaped(example.after));
    }
    html += "</tr>\n";
  }
  return html;
}

}  // namespace

std::string StatsHtml(const Stats& stats, Language language) {
  const bool english = language == Language::kEnglish;
  const auto say = [&](std::string_view in_bengali, std::string_view in_english) {
    return english ? in_english : in_bengali;
  };
  std::string html = fmt::format(fmt::runtime(kHead), english ? "en" : "bn",
                                 say("নথির সংকেত", "signals of documents"));
  html += fmt::format("<h1>{}</h1><p>{}: {}", say("নথির সংকেত", "Signals of documents"),
                      say("নথি", "Documents"), stats.documents());
  if (!stats.policy().thresholds().empty()) {
    html += fmt::format(" · {}: {}", say("সীমার ভেতরে", "within the thresholds"), stats.kept());
  }
  if (stats.sampled()) {
    html += fmt::format(" · {} {}", say("চিত্র ও শতমক যত নথি থেকে:", "plots and quantiles from"),
                        Stats::kHeld);
  }
  html += fmt::format("</p><p>{}:", say("ভাষা", "Languages"));
  for (const auto& [code, count] : stats.languages()) html += fmt::format(" {} {}", code, count);
  html += fmt::format("</p><h2>{}</h2><div class=\"signals\">\n", say("সংকেত", "Signals"));
  for (const SignalInfo& info : SignalTable()) {
    const SignalSummary summary = stats.Summary(info.signal);
    if (summary.documents > 0) html += Card(stats, info, summary, language);
  }
  html += "</div>\n";
  if (!stats.Rules().empty()) {
    html += fmt::format(
        "<h2>{}</h2><table><tr><th>{}<th>{}<th class=\"text\" colspan=\"2\">{}<th "
        "class=\"text\">{}</tr>\n",
        say("নিয়ম অনুযায়ী ত্রুটি", "Findings by rule"), say("ত্রুটি", "findings"),
        say("নথি", "documents"), say("নিয়ম", "rule"), say("উদাহরণ", "examples"));
    html += RuleRows(stats, language) + "</table>\n";
  }
  return html + "</body></html>\n";
}

}  // namespace bnlint::dataset
