#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "bnlint.h"
#include "config/setup.h"
#include "dataset/analyst.h"
#include "dataset/policy.h"
#include "lint/fixer.h"
#include "spelling/word_list.h"

namespace bnlint {

/// What a Checker is made of.
struct Checker::Parts {
  std::shared_ptr<const Setup> setup;  // never null once open
  Language language = Language::kBengali;
  const Format* format = nullptr;
  AcceptedWords words;
  std::unique_ptr<Fixer> fixer;

  // Made when the first document is judged: many a checker never does.
  dataset::Policy policy;
  dataset::Analyst::Options analysis;
  std::once_flag judging;
  std::unique_ptr<dataset::Analyst> analyst;
  std::string no_analyst;  // why there is none
};

/// Errors, each on a line of its own.
std::string Lines(const Errors& errors);

}  // namespace bnlint
