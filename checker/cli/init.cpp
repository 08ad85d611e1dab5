// bnlint init: a first bnlint.toml.

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

#include "cli/cli.h"
#include "cli/tell.h"
#include "config/configs.h"
#include "config/init.h"

namespace bnlint {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

int Refuse(const std::string& path, int error) {
  const std::string why = error == EEXIST
                              ? "is there already; `bnlint config --show FILE` tells what it does"
                              : "cannot write it: " + std::generic_category().message(error);
  Tell(Error{why, path, 0, 0});
  return kCouldNot;
}

}  // namespace

int RunInit(const std::string& directory) {
  const std::string path =
      (std::filesystem::path(directory) / kConfigFile).lexically_normal().string();
  std::error_code error;
  // Looking takes a while; say no before.
  if (std::filesystem::exists(path, error)) return Refuse(path, EEXIST);
  const std::string text = ConfigTemplate(LookAt(directory));
  // Never over a file that came meanwhile.
  std::FILE* opened = std::fopen(path.c_str(), "wx");
  if (opened == nullptr) return Refuse(path, errno);
  std::unique_ptr<std::FILE, Closer> file(opened);
  if (std::fwrite(text.data(), 1, text.size(), opened) != text.size() || std::fflush(opened) != 0) {
    return Refuse(path, errno);
  }
  std::cout << "wrote " << path << "; its settings are commented out\n";
  return kClean;
}

}  // namespace bnlint
