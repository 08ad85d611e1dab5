// Includes run one way only. A room may include itself and the rooms below it; ICU, RE2, Hunspell and
// toml++ each live in one room.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace {

namespace fs = std::filesystem;

// The height of each room; a file includes only rooms of a lower height, or its own.
const std::map<std::string, int> kHeight = {
    {"base", 0},    {"embed", 0},    {"text", 1},     {"rule", 2}, {"spelling", 2},
    {"formats", 2}, {"ocr", 3},      {"checks", 4},   {"lint", 5}, {"report", 6},
    {"dataset", 6}, {"config", 7},   {"lsp", 8},      {"cli", 9},  {"api", 9},
    {"bnlint.h", 0}, {"bnlint_c.h", 0}};

// The one directory (and file, where one is enough) that may include a library.
const std::map<std::string, std::set<std::string>> kLibraries = {
    {"unicode/", {"text"}},
    {"re2/", {"rule/pattern.cpp"}},
    {"hunspell/", {"spelling/dictionary.cpp"}},
    {"toml++/", {"rule/loader.cpp", "config/parse.cpp", "dataset/policy.cpp"}},
    {"simdjson", {"dataset/json_line.cpp"}},
    {"zlib", {"dataset/compression.cpp"}},
    {"zstd", {"dataset/compression.cpp"}},
    {"md4c", {"formats/markdown.cpp"}},
    {"expat", {"formats/page_xml.cpp", "formats/xml_reader.cpp"}},
    {"zip.h", {"formats/archive.cpp"}},
    {"CLI/", {"cli/command_line.cpp", "cli/dataset_command.cpp"}},
};

TEST(IncludeDirection, RunsOneWay) {
  const fs::path root = fs::path(BNLINT_SOURCE_DIR) / "checker";
  const RE2 include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    ++files;
    const std::string file = fs::relative(entry.path(), root).generic_string();
    const std::string room = file.substr(0, file.find('/'));
    ASSERT_TRUE(kHeight.contains(room)) << file << ": give the room '" << room << "' a height here";
    std::ifstream in(entry.path());
    std::string bracket;
    std::string target;
    for (std::string line; std::getline(in, line);) {
      if (!RE2::PartialMatch(line, include, &bracket, &target)) continue;
      if (bracket == "\"") {
        const std::string other = target.substr(0, target.find('/'));
        ASSERT_TRUE(kHeight.contains(other)) << file << " includes " << target;
        EXPECT_TRUE(other == room || kHeight.at(other) < kHeight.at(room))
            << file << " includes " << target << ": against the direction";
      }
      for (const auto& [prefix, allowed] : kLibraries) {
        if (target.rfind(prefix, 0) != 0) continue;
        EXPECT_TRUE(allowed.contains(room) || allowed.contains(file))
            << file << " includes <" << target << ">, which lives elsewhere";
      }
    }
  }
  EXPECT_GT(files, 50);
}

TEST(FileSize, FitsInTheHead) {
  for (const char* part : {"checker", "tests", "bench"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(BNLINT_SOURCE_DIR) / part)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path());
      size_t lines = 0;
      for (std::string line; std::getline(in, line);) ++lines;
      EXPECT_LE(lines, 500U) << entry.path();
    }
  }
}

}  // namespace
