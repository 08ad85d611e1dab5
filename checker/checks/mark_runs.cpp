#include "checks/mark_runs.h"

#include <algorithm>
#include <utility>

#include "checks/sentence.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/speller.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// A word that blanks have cut is looked for in up to so many pieces.
constexpr size_t kMostPieces = 8;

}  // namespace

void MarkEvidence::AddDamaged(std::string form) {
  ++damaged;
  if (forms.size() < kMostForms && std::find(forms.begin(), forms.end(), form) == forms.end()) {
    forms.push_back(std::move(form));
  }
}

void MarkEvidence::Add(const MarkEvidence& other) {
  words += other.words;
  unknown += other.unknown;
  for (const std::string& form : other.forms) AddDamaged(form);
  damaged += other.damaged - other.forms.size();
}

MarkedWords::MarkedWords(const Paragraph& paragraph, const Speller& speller)
    : paragraph_(paragraph), speller_(speller) {
  const auto tokens = paragraph.tokens();
  words_.reserve(paragraph.bengali_words());
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].Is(TokenKind::kBengali)) continue;
    if (GoesOnAt(i)) {
      Word& word = words_.back();
      if (word.whole.empty()) word.whole = Text(words_.size() - 1);
      word.whole += tokens[i].In(paragraph.text());
      word.marks = MarksOf(word.whole);
      word.last = i;
    } else {
      words_.push_back({i, i, MarksOf(tokens[i].In(paragraph.text())), {}});
    }
  }
}

std::string_view MarkedWords::Text(size_t word) const {
  if (!words_[word].whole.empty()) return words_[word].whole;
  return paragraph_.tokens()[words_[word].first].In(paragraph_.text());
}

std::vector<MarklessRun> MarkedWords::Runs(MarkSet set, size_t least) const {
  const uint8_t groups = GroupsOf(set);
  const auto goes_on = [&](size_t word) {
    return word < size() && (IsLone(word) || (words_[word].marks.groups & groups) == 0);
  };
  std::vector<MarklessRun> runs;
  for (size_t begin = 0; begin < size(); ++begin) {
    size_t end = begin;
    while (goes_on(end)) ++end;
    const bool open = begin == 0 || end == size();
    if (end > begin && (open || end - begin >= least)) runs.push_back({begin, end, {}});
    begin = end;
  }
  for (MarklessRun& run : runs) {
    for (size_t i = run.begin; i < run.end; ++i) {
      if (IsSuspect(i)) run.suspects.push_back(i);
    }
  }
  return runs;
}

MarkEvidence MarkedWords::Weigh(const MarklessRun& run, MarkSet set) const {
  MarkEvidence evidence;
  for (size_t at = run.begin; at < run.end;) {
    const size_t pieces = Damaged(at, run.end, set);
    if (pieces > 0) {
      std::string form;
      for (size_t i = at; i < at + pieces; ++i) form += Text(i);
      evidence.AddDamaged(std::move(form));
    } else if (words_[at].marks.letters > 1 && IsSuspect(at)) {
      ++evidence.unknown;
    }
    ++evidence.words;
    at += std::max<size_t>(pieces, 1);
  }
  return evidence;
}

bool MarkedWords::HasLoneMarks(const MarklessRun& run) const {
  return std::any_of(run.suspects.begin(), run.suspects.end(),
                     [this](size_t i) { return IsLone(i); });
}

Span MarkedWords::Extent(const MarklessRun& run) const {
  size_t first = run.suspects.front();
  size_t last = run.suspects.back();
  while (first > run.begin && SameSentence(first - 1)) --first;
  while (last + 1 < run.end && SameSentence(last)) ++last;
  const auto tokens = paragraph_.tokens();
  return {tokens[words_[first].first].begin, tokens[words_[last].last].end};
}

// Two # stand before the token, and a blank and the last word before them.
bool MarkedWords::GoesOnAt(size_t token) const {
  const auto tokens = paragraph_.tokens();
  const auto is_hash = [&](size_t i) { return tokens[i].In(paragraph_.text()) == "#"; };
  return token > 3 && !tokens[token - 1].Is(TokenKind::kSpace) && is_hash(token - 1) &&
         is_hash(token - 2) && tokens[token - 3].Is(TokenKind::kSpace) && !words_.empty() &&
         words_.back().last == token - 4;
}

// No mark of a sentence's end stands between a word and the next.
bool MarkedWords::SameSentence(size_t word) const {
  for (size_t i = words_[word].last + 1; i < words_[word + 1].first; ++i) {
    if (EndsSentence(paragraph_.tokens()[i].In(paragraph_.text()))) return false;
  }
  return true;
}

// One blank, and nothing else, stands between a word and the one before.
bool MarkedWords::Follows(size_t word) const {
  return word > 0 && words_[word].first == words_[word - 1].last + 2 &&
         paragraph_.tokens()[words_[word].first - 1].Is(TokenKind::kSpace);
}

// Marks behind a blank; but a visarga there is a colon.
bool MarkedWords::StandsApart(size_t word) const {
  return IsLone(word) && Follows(word) && Text(word) != "ঃ";
}

// Asked for each set, looked up once. Lone vowels (এ, ও) are words.
bool MarkedWords::IsSuspect(size_t index) const {
  Word& word = words_[index];
  if (!word.asked) {
    word.asked = true;
    const std::string_view text = Text(index);
    const bool letter = word.marks.letters == 1 && word.marks.groups == 0;
    const bool vowel = letter && ClassOf(DecodeAt(text, 0).value) == CharClass::kBnVowel;
    if (IsLone(index)) {
      word.suspect = StandsApart(index);
    } else {
      const bool known = word.whole.empty() && !paragraph_.WordHas(word.first, trait::kUnknown);
      word.suspect = !vowel && (letter || (!known && !speller_.Knows(text)));
    }
  }
  return word.suspect;
}

// How many tokens from `at` on are one word that has lost its marks; 0 when the one there is whole.
size_t MarkedWords::Damaged(size_t at, size_t end, MarkSet set) const {
  if (IsLone(at)) return StandsApart(at) ? 1 : 0;
  std::string joined;
  size_t best = 0;
  bool torn = false;  // only what is no word by itself can be a piece of one
  for (size_t i = at; i < std::min(end, at + kMostPieces); ++i) {
    if (i > at && (IsLone(i) || !Follows(i))) break;
    joined += Text(i);
    torn = torn || IsSuspect(i);
    if (torn && IsSkeletonOfWord(Skeleton(Fold(joined), set), set)) best = i - at + 1;
  }
  return best;
}

}  // namespace bnlint
