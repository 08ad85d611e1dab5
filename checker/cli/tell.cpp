#include "cli/tell.h"

#include <iostream>

namespace bnlint {

void Tell(const Error& error) { std::cerr << "bnlint: " << error.ToString() << '\n'; }

void Tell(const Errors& errors) {
  for (const Error& error : errors) Tell(error);
}

}  // namespace bnlint
