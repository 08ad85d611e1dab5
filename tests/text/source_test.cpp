#include "text/source.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace bnlint {
namespace {

std::string Repeat(std::string_view piece, size_t times) {
  std::string text;
  while (times-- > 0) text += piece;
  return text;
}

std::vector<Source> ReadAll(SourceReader reader, size_t block_bytes) {
  std::vector<Source> blocks;
  // A block takes at least a byte, but the reader must also end by itself.
  for (int i = 0; i < 100'000; ++i) {
    auto block = reader.Next(CutAtParagraph, block_bytes);
    EXPECT_TRUE(block.has_value());
    if (!block || !*block) return blocks;
    blocks.push_back(std::move(**block));
  }
  ADD_FAILURE() << "the reader does not end";
  return blocks;
}

const std::vector<std::pair<std::string_view, std::string>>& Texts() {
  static const std::vector<std::pair<std::string_view, std::string>> texts = {
      {"no newline, no blank", Repeat("জল", 200)},
      {"no newline", Repeat("মেঘ ও রোদ ", 80)},
      {"emoji only", Repeat("😀", 150)},
      {"CRLF lines", Repeat("ক\r\n", 200)},
      {"CRLF without text", Repeat("\r\n", 200)},
      {"lone CR", Repeat("পাতা\r", 100)},
      {"CR and CRLF", Repeat("শাখা\r\rফুল\r\n", 60)},
      {"paragraphs", Repeat("প্রথম কথা।\nদ্বিতীয়।\n\n", 40)},
      {"broken bytes", Repeat("\xE0\xA6\x95\xE0\xA6\xFF\x80\x80", 90)},
      {"stray continuations", Repeat("\x80", 300)},
  };
  return texts;
}

TEST(SourceReader, BlocksAddUpAndKeepTheirPlace) {
  for (const auto& [name, text] : Texts()) {
    PositionIndex whole(text, {});
    for (const size_t block_bytes : {5U, 6U, 7U, 16U, 33U, 64U, 255U}) {
      SCOPED_TRACE(std::string(name) + ", blocks of " + std::to_string(block_bytes));
      const auto blocks = ReadAll(SourceReader::FromText(text, "a.txt"), block_bytes);
      ASSERT_GT(blocks.size(), 1U);
      std::string joined;
      for (size_t i = 0; i < blocks.size(); ++i) {
        const Source& block = blocks[i];
        EXPECT_EQ(block.path, "a.txt");
        EXPECT_LE(block.bytes.size(), block_bytes);
        EXPECT_EQ(block.begin(), joined.size());
        EXPECT_EQ(block.first, i == 0);
        EXPECT_EQ(block.last, i + 1 == blocks.size());
        ASSERT_EQ(block.origin, whole.At(joined.size())) << "block " << i;
        joined += block.bytes;
      }
      ASSERT_EQ(joined, text);
    }
  }
}

TEST(SourceReader, NeverCutsACodePointOrACrlf) {
  for (const auto& [name, text] : Texts()) {
    std::vector<bool> starts(text.size() + 1, false);
    for (size_t at = 0; at < text.size(); at += DecodeAt(text, at).size) starts[at] = true;
    for (const size_t block_bytes : {5U, 8U, 31U, 100U}) {
      for (const Source& block : ReadAll(SourceReader::FromText(text, "a"), block_bytes)) {
        ASSERT_TRUE(starts[block.begin()] || text.empty()) << name << " at " << block.begin();
        const bool splits =
            block.begin() > 0 && text[block.begin()] == '\n' && text[block.begin() - 1] == '\r';
        ASSERT_FALSE(splits) << name << " at " << block.begin();
      }
    }
  }
}

TEST(CutAtParagraph, PrefersTheStrongerBreak) {
  const std::vector<std::pair<std::string_view, size_t>> cases = {
      {"aaaaaa\n\nb\nc d", 8},  // a blank line, though a line and a blank follow
      {"aaaaaa\r\n\r\nb c", 10},
      {"aaaaaa\nb c", 7},
      {"a\n\nbbbbbbb c", 11},  // a break in the first half counts for nothing
      {"aaaaaa\rb c", 7},
      {"aaaaaaa b", 8},
      {"aaaaaaa\r", 7},  // perhaps half of a CRLF
      {"কখগ", 6},
      {"কখ\xE0\xA6", 6},
  };
  for (const auto& [text, size] : cases) EXPECT_EQ(CutAtParagraph(text), size) << text;
}

TEST(SourceReader, EmptyTextIsOneEmptyBlock) {
  const auto blocks = ReadAll(SourceReader::FromText("", "none"), 64);
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].bytes, "");
  EXPECT_EQ(blocks[0].origin, Position{});
  EXPECT_TRUE(blocks[0].first && blocks[0].last);
}

TEST(SourceReader, ReadsFilesAsTexts) {
  namespace fs = std::filesystem;
  const fs::path path = fs::temp_directory_path() / ("bnlint-source-" + std::to_string(getpid()));
  for (const std::string& text : {std::string(), Repeat("নদীর ঘাট।\n", 99), Repeat("x", 64)}) {
    std::ofstream(path, std::ios::binary) << text;
    auto reader = SourceReader::Open(path.string(), "shown");
    ASSERT_TRUE(reader.has_value()) << reader.error().ToString();
    std::string joined;
    const auto blocks = ReadAll(std::move(*reader), 64);
    for (const Source& block : blocks) joined += block.bytes;
    EXPECT_EQ(joined, text);
    EXPECT_TRUE(!blocks.empty() && blocks.back().last && blocks[0].path == "shown");
  }
  fs::remove(path);
}

TEST(SourceReader, ErrorsNameThePath) {
  for (const std::string& path : {std::string("/nowhere/কিছু.txt"), std::string("/tmp")}) {
    const auto reader = SourceReader::Open(path, "shown");
    ASSERT_FALSE(reader.has_value()) << path;
    EXPECT_EQ(reader.error().path, path);
    EXPECT_FALSE(reader.error().message.empty());
  }
}

}  // namespace
}  // namespace bnlint
