#include "bnlint_c.h"

#include <array>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

extern "C" int check_from_c(const char* text, char* message, size_t room);

namespace {

// A checker, its errors as strings.
class CApi : public testing::Test {
 protected:
  ~CApi() override { bnlint_close(checker_); }

  void Open(const char* options) {
    checker_ = bnlint_open(options, &error_);
    ASSERT_NE(checker_, nullptr) << error_;
  }
  std::string OpenFails(const char* options) {
    EXPECT_EQ(bnlint_open(options, &error_), nullptr);
    const std::string message = error_ == nullptr ? "" : error_;
    bnlint_free(error_);
    return message;
  }

  bnlint_checker* checker_ = nullptr;
  char* error_ = nullptr;
};

TEST_F(CApi, IsC) {
  std::array<char, 64> name{};
  EXPECT_EQ(check_from_c("সে এলো।তারপর গেল।", name.data(), name.size()), 1);
  EXPECT_STREQ(name.data(), "danda-glued");
  EXPECT_EQ(bnlint_abi_version(), BNLINT_ABI_VERSION);
}

TEST_F(CApi, GivesPlacesInCodePointsAndBytes) {
  Open(R"({"language":"en"})");
  const std::string text = "🙂 সে এলো।তারপর গেল।";
  bnlint_findings* findings = bnlint_check(checker_, text.data(), text.size(), &error_);
  ASSERT_EQ(bnlint_findings_count(findings), 1U);
  bnlint_finding finding;
  bnlint_finding_at(findings, 0, &finding);
  EXPECT_STREQ(finding.id, "PUN002");
  EXPECT_STREQ(finding.severity, "error");
  EXPECT_EQ(finding.begin, 9U);
  EXPECT_EQ(text.substr(finding.begin_byte, finding.end_byte - finding.begin_byte), "ত");
  EXPECT_EQ(finding.line, 1U);
  EXPECT_EQ(finding.column, 10U);
  int32_t safe = 0;
  ASSERT_EQ(bnlint_fix_edits(findings, 0, 0, &safe), 1U);
  EXPECT_EQ(safe, 1);
  bnlint_edit edit;
  bnlint_fix_edit_at(findings, 0, 0, 0, &edit);
  EXPECT_EQ(edit.begin, 9U);
  EXPECT_EQ(bnlint_fix_edits(findings, 0, 1, &safe), 0U);
  bnlint_findings_free(findings);
}

TEST_F(CApi, FixesAndScores) {
  Open(nullptr);
  const std::string text = "সে এলো।তারপর গেল।";
  size_t bytes = 0;
  uint64_t fixed = 0;
  char* mended = bnlint_fix(checker_, text.data(), text.size(), &bytes, &fixed, &error_);
  EXPECT_EQ(std::string(mended, bytes), "সে এলো। তারপর গেল।");
  EXPECT_EQ(fixed, 1U);
  bnlint_free(mended);
  bnlint_quality quality;
  bnlint_score(checker_, text.data(), text.size(), &quality);
  EXPECT_GT(quality.score, 0.9);
  EXPECT_EQ(quality.words, 3U);
}

TEST_F(CApi, SaysWhatIsWrongWithOptions) {
  EXPECT_EQ(OpenFails("[]"), "options: not a JSON object");
  EXPECT_EQ(OpenFails(R"({"slect":[]})"), "options: there is no 'slect'; did you mean 'select'?");
  EXPECT_EQ(OpenFails(R"({"unsafe":1})"), "options: 'unsafe' must be true or false");
  EXPECT_NE(OpenFails(R"({"select":["danda-glue"]})").find("danda-glued"), std::string::npos);
  EXPECT_NE(OpenFails(R"({"format":"pdf"})").find("'pdf'"), std::string::npos);
}

// An Arrow array of strings on the caller's side.
struct Texts {
  explicit Texts(const std::vector<const char*>& rows) {
    for (size_t i = 0; i < rows.size(); ++i) {
      if (i % 8 == 0) validity.push_back(0);
      if (rows[i] != nullptr) validity.back() |= static_cast<uint8_t>(1U << (i % 8));
      if (rows[i] != nullptr) data += rows[i];
      offsets.push_back(static_cast<int32_t>(data.size()));
    }
    buffers = {validity.data(), offsets.data(), data.data()};
    array.length = static_cast<int64_t>(rows.size());
    array.null_count = -1;
    array.n_buffers = 3;
    array.buffers = buffers.data();
    schema.format = "u";
  }
  std::vector<uint8_t> validity;
  std::vector<int32_t> offsets{0};
  std::string data;
  std::array<const void*, 3> buffers{};
  ArrowSchema schema{};
  ArrowArray array{};
};

TEST_F(CApi, ChecksABatch) {
  Open(R"({"language":"en"})");
  std::vector<const char*> rows(40, "সে এলো।তারপর গেল।");
  rows[3] = nullptr;
  rows[4] = "";
  Texts texts(rows);
  ArrowSchema schema{};
  ArrowArray result{};
  ASSERT_EQ(bnlint_check_batch(checker_, &texts.schema, &texts.array,
                               BNLINT_FINDINGS | BNLINT_FIXED, 3, &schema, &result, &error_),
            0)
      << error_;
  EXPECT_STREQ(schema.format, "+s");
  ASSERT_EQ(schema.n_children, 3);
  EXPECT_STREQ(schema.children[0]->name, "findings");
  EXPECT_STREQ(schema.children[1]->name, "fixed");
  EXPECT_STREQ(schema.children[1]->format, "u");
  EXPECT_EQ(result.length, 40);
  EXPECT_EQ(result.null_count, 0);
  EXPECT_EQ(result.children[0]->null_count, 1);
  const auto* ends = static_cast<const int32_t*>(result.children[0]->buffers[1]);
  EXPECT_EQ(ends[40], 38);
  EXPECT_EQ(ends[4], ends[5]);
  schema.release(&schema);
  result.release(&result);
  EXPECT_EQ(schema.release, nullptr);
  EXPECT_EQ(result.release, nullptr);
}

TEST_F(CApi, RefusesWhatIsNoText) {
  Open(nullptr);
  Texts texts({"ক"});
  texts.schema.format = "l";
  ArrowSchema schema{};
  ArrowArray result{};
  EXPECT_EQ(bnlint_check_batch(checker_, &texts.schema, &texts.array, BNLINT_FINDINGS, 1, &schema,
                               &result, &error_),
            -1);
  EXPECT_NE(std::string(error_).find("string_view"), std::string::npos);
  bnlint_free(error_);
}

}  // namespace
