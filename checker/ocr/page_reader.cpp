#include "ocr/page_reader.h"

namespace bnlint::ocr {

double Quality::Score(const Weights& weights) const {
  return units == 0 ? 1 : 1 - weights.WrongShare(wrong / static_cast<double>(units));
}
double Quality::ShareOfWords(uint64_t bad) const {
  return words == 0 ? 1 : 1 - static_cast<double>(bad) / static_cast<double>(words);
}
double Quality::MeanUnlikelihood() const {
  return words == 0 ? 0 : unlikely / static_cast<double>(words);
}
double Quality::GarbageShare() const {
  return units == 0 ? 0 : garbage / static_cast<double>(units);
}

void Quality::Add(const Quality& other) {
  units += other.units;
  words += other.words;
  wrong += other.wrong;
  unknown += other.unknown;
  faulty += other.faulty;
  unlikely += other.unlikely;
  garbage += other.garbage;
}

void PageReader::Begin() {
  units_.clear();
  block_ = {};
  begins_.assign(1, 0);
}

void PageReader::Add(std::string_view text, std::span<const Token> tokens) {
  FindUnits(text, tokens, scratch_);
  std::vector<UnitFacts> facts = ReadUnits(text, tokens, scratch_, words_);
  for (size_t i = 0; i < scratch_.size(); ++i) {
    const float probability = weights_.Probability(facts[i].features, Weights::kFirst);
    units_.push_back({scratch_[i], std::move(facts[i]), probability});
  }
  begins_.push_back(units_.size());
}

void PageReader::Close() {
  std::vector<float> first;
  std::vector<UnitKind> kinds;
  std::vector<UnitFacts*> facts;
  for (JudgedUnit& unit : units_) {
    first.push_back(unit.probability);
    kinds.push_back(unit.unit.kind);
    facts.push_back(&unit.facts);
  }
  AddSurroundings(first, kinds, facts);
  block_ = {};
  for (JudgedUnit& unit : units_) {
    unit.probability = weights_.Probability(unit.facts.features, Weights::kSecond);
    ++block_.units;
    block_.wrong += unit.probability;
    if (unit.unit.kind != UnitKind::kWord) block_.garbage += unit.probability;
    if (const WordReading* word = unit.facts.word.get(); word != nullptr) {
      ++block_.words;
      block_.unknown += word->known ? 0 : 1;
      block_.faulty += word->faulty ? 1 : 0;
      block_.unlikely += word->likelihood.mean;
    }
  }
  quality_.Add(block_);
}

std::span<const JudgedUnit> PageReader::Paragraph(size_t index) const {
  if (index + 1 >= begins_.size()) return {};
  return std::span(units_).subspan(begins_[index], begins_[index + 1] - begins_[index]);
}

}  // namespace bnlint::ocr
