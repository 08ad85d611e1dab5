// Throughput of the stages on a real file: BNLINT_BENCH_FILE names it (./dev bench FILE). Bytes a second
// are over the bytes of the file, so stages compare directly.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <benchmark/benchmark.h>

#include "formats/format.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "text/token.h"

namespace bnlint {
namespace {

// At most this much of the file, so that a run takes seconds.
constexpr size_t kMostBytes = size_t{32} << 20;

const std::string& Text() {
  static const std::string text = [] {
    const char* path = std::getenv("BNLINT_BENCH_FILE");
    std::ifstream in(path == nullptr ? "" : path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.empty()) {
      std::cerr << "BNLINT_BENCH_FILE must name a text file\n";
      std::exit(2);  // NOLINT(concurrency-mt-unsafe)
    }
    bytes.resize(std::min(bytes.size(), kMostBytes));
    return bytes;
  }();
  return text;
}

template <typename Call>
void ForSegments(const Call& call) {
  SourceReader reader = SourceReader::FromText(Text(), "bench");
  const Format& format = Formats()[0];
  while (auto block = *reader.Next(format.cut, format.block_bytes)) {
    const Document document = format.Parse(*block);
    for (const Segment& segment : document.segments) call(segment);
  }
}

void CountBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * Text().size()));
}

void Read(benchmark::State& state) {
  for (auto _ : state) {
    size_t bytes = 0;
    ForSegments([&](const Segment& segment) { bytes += segment.text.size(); });
    benchmark::DoNotOptimize(bytes);
  }
  CountBytes(state);
}
BENCHMARK(Read)->Unit(benchmark::kMillisecond);

void ReadAndTokenize(benchmark::State& state) {
  std::vector<Token> tokens;
  for (auto _ : state) {
    size_t count = 0;
    ForSegments([&](const Segment& segment) {
      Tokenize(segment.text, tokens);
      count += tokens.size();
    });
    benchmark::DoNotOptimize(count);
  }
  CountBytes(state);
}
BENCHMARK(ReadAndTokenize)->Unit(benchmark::kMillisecond);

const RuleSet& AllRules() {
  static const RuleSet rules = RuleSet::Load({}).value();
  return rules;
}

// Lints the whole text with the rules that `selection` keeps.
void Lint(benchmark::State& state, const RuleSet& rules, bool from_ocr = false) {
  CheckServices services;
  services.from_ocr = from_ocr;
  const Linter linter = Linter::Make(rules, services).value();
  size_t findings = 0;
  for (auto _ : state) {
    findings = 0;
    SourceReader reader = SourceReader::FromText(Text(), "bench");
    const auto done =
        linter.Lint(reader, Formats()[0], [&](const Diagnostic& /*diagnostic*/) { ++findings; });
    benchmark::DoNotOptimize(done);
  }
  state.counters["findings"] = static_cast<double>(findings);
  CountBytes(state);
}

void PatternRules(benchmark::State& state) {
  Selection selection;
  for (const Rule& rule : AllRules().rules()) {
    if (!std::holds_alternative<CheckName>(rule.matcher)) selection.select.push_back(rule.id);
  }
  Lint(state, AllRules().Select(selection).value());
}
BENCHMARK(PatternRules)->Unit(benchmark::kMillisecond);

void WholeCheck(benchmark::State& state) { Lint(state, AllRules().Select({}).value()); }
BENCHMARK(WholeCheck)->Unit(benchmark::kMillisecond);

void OcrProfile(benchmark::State& state) {
  Lint(state, AllRules().Select({{}, {}, {}, "ocr"}).value(), true);
}
BENCHMARK(OcrProfile)->Unit(benchmark::kMillisecond);

// What the default check would take without the rules that read pages.
void WithoutOcr(benchmark::State& state) {
  Lint(state, AllRules().Select({{}, {}, {"ocr-confusion", "ocr-garbage"}}).value());
}
BENCHMARK(WithoutOcr)->Unit(benchmark::kMillisecond);

// The patterns of the rules each on its own over every paragraph: what the gate saves.
void PatternsOneByOne(benchmark::State& state) {
  for (auto _ : state) {
    size_t matches = 0;
    ForSegments([&](const Segment& segment) {
      for (const Rule& rule : AllRules().rules()) {
        const auto* patterns = std::get_if<std::vector<RulePattern>>(&rule.matcher);
        if (patterns == nullptr) continue;
        for (const RulePattern& pattern : *patterns) {
          matches += pattern.pattern->FindAll(segment.text).size();
        }
      }
    });
    benchmark::DoNotOptimize(matches);
  }
  CountBytes(state);
}
BENCHMARK(PatternsOneByOne)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bnlint

BENCHMARK_MAIN();
