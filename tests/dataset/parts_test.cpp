// The parts that `bnlint dataset` is made of: lines of JSON, thresholds, compressed files, the pipeline.

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "dataset/attributes.h"
#include "dataset/batch_reader.h"
#include "dataset/compression.h"
#include "dataset/json_line.h"
#include "dataset/pipeline.h"
#include "dataset/policy.h"

namespace bnlint::dataset {
namespace {

namespace fs = std::filesystem;

// A line with the bytes behind it that a parser may touch.
struct Padded {
  explicit Padded(std::string text) : size(text.size()), bytes(std::move(text)) {
    bytes.append(kJsonPadding, '\0');
  }
  [[nodiscard]] std::string_view view() const { return std::string_view(bytes).substr(0, size); }
  size_t size;
  std::string bytes;
};

TEST(JsonLine, FindsWhatStandsInALine) {
  const Padded line(
      R"({"x":[1,{"text":"no"},"a\"}"], "meta" : {"n":-1.5e3,"text" : "ক\n\"খ\""},"id":7})");
  JsonLine json;
  ASSERT_TRUE(json.Parse(line.view()));
  EXPECT_EQ(json.Text({"meta", "text"}), "ক\n\"খ\"");
  const auto raw = json.Find({"meta", "text"});
  ASSERT_TRUE(raw);
  EXPECT_EQ(line.view().substr(raw->begin, raw->end - raw->begin), R"("ক\n\"খ\"")");
  const auto id = json.Find({"id"});
  ASSERT_TRUE(id);
  EXPECT_EQ(line.view().substr(id->begin, id->end - id->begin), "7");
  EXPECT_FALSE(json.Text({"id"}));
  EXPECT_FALSE(json.Text({"text"}));
  EXPECT_FALSE(json.Find({"meta", "no"}));
}

TEST(JsonLine, RefusesWhatIsNoObject) {
  JsonLine json;
  for (const char* bad :
       {"", "[1]", "\"a\"", "{\"text\": \"a\"", "{\"text\": \"a\"} x", "{'text': 1}",
        "{\"text\": \"\xFF\"}", "{\"text\": \"\\ud800\"}", "{\"text\": \"a\nb\"}"}) {
    const Padded line(bad);
    EXPECT_FALSE(json.Parse(line.view())) << bad;
  }
}

TEST(JsonLine, TakesNumbersOfAnySize) {
  const Padded line(R"({"id": 123456789012345678901234567890, "text": "ক"})");
  JsonLine json;
  ASSERT_TRUE(json.Parse(line.view()));
  EXPECT_EQ(json.Text({"text"}), "ক");
}

TEST(JsonLine, ChangesNothingButTheText) {
  const std::string line = "{ \"a\" :1.0, \"text\":\"\\u0995\", \"b\": \"খ\\/\" }\r\n";
  const Padded padded(line);
  JsonLine json;
  ASSERT_TRUE(json.Parse(padded.view()));
  EXPECT_EQ(WithText(line, *json.Find({"text"}), "গ\"\n"),
            "{ \"a\" :1.0, \"text\":\"\\u0997\\\"\\n\", \"b\": \"খ\\/\" }\r\n");
  EXPECT_EQ(WithText(line, *json.Find({"b"}), "গ"),
            "{ \"a\" :1.0, \"text\":\"\\u0995\", \"b\": \"গ\" }\r\n");
  EXPECT_EQ(WithMember("{\"a\":1 }\n", "b", "[2]"), "{\"a\":1 , \"b\": [2]}\n");
}

TEST(Policy, GivesAllReasons) {
  const auto policy = Policy::FromToml(
      "[dataset.thresholds]\nwords = { min = 3 }\nterminal_line_ratio = { min = 0.5 }\n"
      "mean_word_length = { min = 2, max = 4 }\n",
      "t.toml");
  ASSERT_TRUE(policy);
  const auto reasons = policy->Judge(Measure("বইটই"));
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(
      ReasonsJson(reasons),
      R"([{"signal":"words","value":1,"min":3},{"signal":"terminal_line_ratio","value":0,"min":0.5}])");
  EXPECT_TRUE(policy->Judge(Measure("এই বই পড়া ভাল।")).empty());
}

TEST(Policy, StartsFromAPreset) {
  EXPECT_EQ(PresetNames(), (std::vector<std::string>{"fineweb2-ben", "ocr", "strict"}));
  for (const std::string& name : PresetNames()) {
    const auto preset = Policy::Preset(name);
    ASSERT_TRUE(preset) << preset.error().ToString();
    EXPECT_FALSE(preset->thresholds().empty());
  }
  const auto policy = Policy::FromToml(
      "[rules]\nx = 1\n[dataset]\npreset = \"fineweb2-ben\"\ntext_field = \"meta.text\"\n"
      "[dataset.thresholds]\nwords = { min = 5 }\ndup_line_ratio = false\n",
      "t.toml");
  ASSERT_TRUE(policy) << policy.error().ToString();
  EXPECT_EQ(policy->text_field, "meta.text");
  EXPECT_EQ(policy->Find(Signal::kWords)->min, 5);
  EXPECT_FALSE(policy->Find(Signal::kWords)->max);
  EXPECT_EQ(policy->Find(Signal::kDuplicateLineRatio), nullptr);
  EXPECT_EQ(policy->Find(Signal::kTop2Gram)->max, 0.177);
  EXPECT_EQ(policy->needs(), Needs::kText);
  EXPECT_EQ(Policy::Preset("ocr")->needs(), Needs::kFindings);
}

TEST(Policy, SaysWhatIsWrongAndWhere) {
  const auto says = [](const char* toml) {
    const auto policy = Policy::FromToml(toml, "t.toml");
    return policy ? std::string() : policy.error().ToString();
  };
  EXPECT_EQ(says("[dataset.thresholds]\nword = { min = 1 }\n"),
            "t.toml:2:8: unknown signal 'word'; did you mean 'words'?");
  EXPECT_EQ(says("[dataset]\npreset = \"stric\"\n"),
            "t.toml:2:10: unknown preset 'stric'; did you mean 'strict'?");
  EXPECT_NE(says("[dataset.thresholds]\nwords = { least = 1 }\n").find("min and max"),
            std::string::npos);
  EXPECT_NE(says("[dataset.thresholds]\nwords = 1\n").find("or false"), std::string::npos);
  EXPECT_NE(says("[dataset]\nfoo = 1\n").find("unknown key 'foo'"), std::string::npos);
  EXPECT_NE(says("[dataset\n").find("t.toml:1"), std::string::npos);
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("bnlint-dataset-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string Write(const std::string& name, const std::string& bytes) {
    const std::string path = (folder_ / name).string();
    std::ofstream file(path, std::ios::binary);
    const auto output = Output::For(path, file);
    output->Write(bytes);
    EXPECT_TRUE(output->Close());
    return path;
  }
  fs::path folder_;
};

std::string ReadAll(Input& input) {
  std::string all;
  std::string chunk(777, '\0');
  while (true) {
    const auto got = input.Read(chunk.data(), chunk.size());
    if (!got) return "error: " + got.error().message;
    if (*got == 0) return all;
    all.append(chunk, 0, *got);
  }
}

TEST_F(Files, ComeBackFromCompression) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "লাইন " + std::to_string(i * 7919) + "\n";
  for (const char* name : {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"}) {
    const std::string path = Write(name, text);
    EXPECT_EQ(ReadAll(**Input::Open(path)), text) << name;
    if (std::string(name) == "a.jsonl") continue;
    EXPECT_LT(fs::file_size(path), text.size() / 2);
    // Two streams, one after the other, are one.
    std::ifstream once(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(once), {}};
    std::ofstream(path, std::ios::binary | std::ios::app) << bytes;
    EXPECT_EQ(ReadAll(**Input::Open(path)), text + text) << name;
    fs::resize_file(path, fs::file_size(path) - 9);
    EXPECT_EQ(ReadAll(**Input::Open(path)).substr(0, 7), "error: ") << name;
  }
}

TEST_F(Files, AreReadInBatchesOfLines) {
  std::string text = "\n";
  for (int i = 0; i < 40000; ++i) text += "{\"n\":" + std::to_string(i) + "}\n";
  text += "{\"long\":\"" + std::string(1'000'000, 'x') + "\"}\n{\"last\":1}";
  const std::vector<Shard> shards = {
      {Write("a", text), "a"}, {Write("b", ""), "b"}, {(folder_ / "none").string(), "none"}};
  BatchReader reader(shards, 500'000);
  std::string all;
  std::vector<size_t> ends;
  std::vector<uint64_t> too_long;
  while (const auto batch = reader.Next()) {
    EXPECT_LT(batch->bytes.size(), 2 * BatchReader::kBatchBytes);
    for (const Record& record : batch->records) {
      if (record.too_long) too_long.push_back(record.number);
      all += batch->Line(record);
    }
    if (batch->last) ends.push_back(batch->shard);
    EXPECT_EQ(batch->error.has_value(), batch->shard == 2);
  }
  EXPECT_EQ(ends, (std::vector<size_t>{0, 1, 2}));
  EXPECT_EQ(too_long, (std::vector<uint64_t>{40002}));
  const size_t cut = text.find("{\"long");
  EXPECT_EQ(all, text.substr(1, cut - 1) + "{\"last\":1}");
}

TEST(Pipeline, KeepsTheOrderAndTheBound) {
  for (const unsigned jobs : {1U, 4U}) {
    int next = 0;
    std::atomic<int> under_way{0};
    std::vector<int> seen;
    Pipeline<int, int> pipeline(
        [&]() -> std::optional<int> {
          if (next == 500) return std::nullopt;
          EXPECT_LE(++under_way, 8);
          return next++;
        },
        [](int item) {
          std::this_thread::sleep_for(std::chrono::microseconds(item * 7919 % 200));
          return item * 2;
        },
        [&](int result) {
          --under_way;
          seen.push_back(result);
          return true;
        });
    pipeline.Run(jobs, 8);
    ASSERT_EQ(seen.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(seen[static_cast<size_t>(i)], i * 2);
  }
}

TEST(Pipeline, StopsWhenToldTo) {
  int next = 0;
  int last = 0;
  Pipeline<int, int> pipeline([&]() -> std::optional<int> { return next++; },
                              [](int item) { return item; },
                              [&](int result) {
                                last = result;
                                return result < 100;
                              });
  pipeline.Run(3, 8);
  EXPECT_EQ(last, 100);
}

TEST(Attributes, CountCodePoints) {
  const std::string text = "কখ গঘ";
  Analysis analysis;
  analysis.signals[Signal::kWords] = 2;
  analysis.signals[Signal::kLanguageScore] = 0.5;
  Rule rule;
  rule.id = "X001";
  rule.name = "x";
  analysis.findings = {{&rule, Severity::kError, true, {7, 13}},
                       {&rule, Severity::kError, false, {0, 3}}};
  EXPECT_EQ(
      AttributesLine("\"a\"", text, analysis),
      R"({"id":"a","attributes":{"bnlint__x":[[3,5,1],[0,1,1]],"bnlint__language__und":[[0,5,0.5]],"bnlint__signal__words":[[0,5,2]],"bnlint__signal__language_score":[[0,5,0.5]]}})"
      "\n");
}

}  // namespace
}  // namespace bnlint::dataset
