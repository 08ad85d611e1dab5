#include "lsp/frame.h"

#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace bnlint::lsp {
namespace {

// What a reader makes of a stream, written a few bytes at a time.
std::vector<std::string> Read(const std::string& stream, size_t step) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  std::thread writer([&] {
    for (size_t at = 0; at < stream.size(); at += step) {
      const std::string part = stream.substr(at, step);
      EXPECT_EQ(write(ends[1], part.data(), part.size()), static_cast<ssize_t>(part.size()));
    }
    close(ends[1]);
  });
  std::vector<std::string> read;
  FrameReader reader(ends[0]);
  while (true) {
    if (auto body = reader.Next()) {
      read.push_back(std::move(*body));
    } else if (reader.fault() == FrameFault::kEnd) {
      break;
    } else {
      read.emplace_back(reader.fault() == FrameFault::kNoLength ? "no length" : "too long");
    }
  }
  writer.join();
  close(ends[0]);
  return read;
}

TEST(Frame, MessagesHoweverTheyCome) {
  const std::string stream =
      "Content-Length: 2\r\n\r\n{}CONTENT-LENGTH:3\nX: y\n\n[1]\r\nContent-Length: 0\r\n\r\n"
      "Nothing: here\r\n\r\nContent-Length: 1\r\n\r\n7Content-Length: 9\r\n\r\ncut";
  const std::vector<std::string> expected = {"{}", "[1]", "", "no length", "7"};
  for (const size_t step : {1U, 2U, 7U, 1000U}) EXPECT_EQ(Read(stream, step), expected) << step;
}

TEST(Frame, ALengthThatIsNone) {
  EXPECT_EQ(Read("Content-Length: -1\r\n\r\nContent-Length: 2x\r\n\r\nContent-Length: \r\n\r\n", 5),
            (std::vector<std::string>{"no length", "no length", "no length"}));
}

TEST(Frame, AnEndlessHeaderTakesNoMemory) {
  EXPECT_EQ(Read(std::string(1'000'000, 'x') + "\r\n\r\nContent-Length: 1\r\n\r\n1", 60000),
            (std::vector<std::string>{"no length", "1"}));
}

}  // namespace
}  // namespace bnlint::lsp
