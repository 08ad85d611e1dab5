// Each file of tests/cli/cases is a test: files to make, a command to run among them, and what must come
// out. BNLINT_UPDATE_GOLDEN=1 writes what does come out in its place; read the difference before committing.
//
//   === file NAME          what stands in a file, up to the next ===; \xE0 is a byte
//   === run                a line of shell; "bnlint" is the program
//   === stdout, === stderr, === exit

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Section {
  std::string title;
  std::string body;
};

std::vector<Section> Parse(const std::string& text) {
  std::vector<Section> sections;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size() - 1;
    const std::string line = text.substr(at, end + 1 - at);
    if (line.starts_with("=== ")) {
      sections.push_back({line.substr(4, line.size() - 5), ""});
    } else if (!sections.empty()) {
      sections.back().body += line;
    }
    at = end + 1;
  }
  return sections;
}

std::string Unescape(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\x") == 0) {
      out += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
      at += 3;
    } else {
      out += text[at];
    }
  }
  return out;
}

class GoldenCase : public testing::Test {
 public:
  explicit GoldenCase(fs::path path) : path_(std::move(path)) {}

  void TestBody() override {
    const fs::path folder =
        fs::temp_directory_path() / ("bnlint-" + path_.stem().string() + std::to_string(getpid()));
    fs::create_directories(folder / "in");
    fs::create_directories(folder / ".git");  // what lies above counts for nothing
    std::vector<Section> sections = Parse(Read(path_));
    for (Section& section : sections) Handle(section, folder);
    fs::remove_all(folder);
    if (std::getenv("BNLINT_UPDATE_GOLDEN") == nullptr) return;
    std::ofstream out(path_, std::ios::binary);
    for (const Section& section : sections) out << "=== " << section.title << '\n' << section.body;
  }

 private:
  void Handle(Section& section, const fs::path& folder) {
    const auto& title = section.title;
    if (title.starts_with("file ")) {
      const fs::path file = folder / "in" / title.substr(5);
      fs::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << Unescape(section.body);
    } else if (title == "run") {
      // The commands are the repository's own.
      const std::string command =
          "cd '" + (folder / "in").string() +
          "' && export XDG_CONFIG_HOME=/nowhere && bnlint() { '" BNLINT_PROGRAM
          "' \"$@\"; } && { " +
          section.body + "} >../stdout 2>../stderr";
      const int status =
          std::system(command.c_str());  // NOLINT(cert-env33-c,concurrency-mt-unsafe)
      exit_ = std::to_string(WEXITSTATUS(status)) + "\n";
      stdout_ = Read(folder / "stdout");
      stderr_ = Read(folder / "stderr");
    } else if (title == "stdout") {
      Expect(section, stdout_);
    } else if (title == "stderr") {
      Expect(section, stderr_);
    } else if (title == "exit") {
      Expect(section, exit_);
    } else {
      FAIL() << path_ << ": unknown section " << title;
    }
  }

  void Expect(Section& section, const std::string& actual) {
    if (std::getenv("BNLINT_UPDATE_GOLDEN") != nullptr) {
      section.body = actual;
    } else {
      EXPECT_EQ(actual, section.body) << path_ << ": " << section.title;
    }
  }

  fs::path path_;
  std::string stdout_;
  std::string stderr_;
  std::string exit_;
};

[[maybe_unused]] const bool kRegistered = [] {
  for (const auto& entry :
       fs::directory_iterator(fs::path(BNLINT_SOURCE_DIR) / "tests/cli/cases")) {
    const fs::path& path = entry.path();
    std::string name = path.stem().string();
    std::ranges::replace(name, '-', '_');  // GoogleTest's names are identifiers
    testing::RegisterTest("cli", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [path]() -> testing::Test* { return new GoldenCase(path); });
  }
  return true;
}();

}  // namespace
