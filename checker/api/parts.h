#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "bnlint.h"
#include "dataset/analyst.h"
#include "dataset/policy.h"
#include "lint/fixer.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"
#include "spelling/word_list.h"

namespace bnlint {

/// What a Checker is made of.
struct Checker::Parts {
  Language language = Language::kBengali;
  const Format* format = nullptr;
  AcceptedWords words;
  std::optional<RuleSet> rules;
  std::unique_ptr<Speller> speller;
  CheckServices services;
  std::optional<Linter> linter;
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
