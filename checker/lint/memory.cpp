#include "lint/memory.h"

#include <algorithm>
#include <functional>

namespace bnlint {
namespace {

using Key = LintMemory::Key;

constexpr uint64_t kFirst = 0x9E3779B97F4A7C15;
constexpr uint64_t kSecond = 0xC2B2AE3D27D4EB4F;

// The finaliser of MurmurHash3, which spreads every bit over all.
uint64_t Spread(uint64_t value) {
  value ^= value >> 33U;
  value *= 0xFF51AFD7ED558CCD;
  value ^= value >> 33U;
  value *= 0xC4CEB9FE1A85EC53;
  return value ^ (value >> 33U);
}

void Add(Key& key, uint64_t value) {
  key.high = Spread(key.high ^ (value * kFirst + kSecond));
  key.low = Spread(key.low + (value ^ kSecond) * kFirst);
}

// Two sums over the eight bytes at a time, each with its own multiplier: some 3 GB/s.
void Add(Key& key, std::string_view text) {
  uint64_t a = key.high ^ kFirst;
  uint64_t b = key.low ^ kSecond;
  size_t at = 0;
  const auto take = [&](uint64_t word) {
    a = (a ^ word) * kFirst;
    a ^= a >> 29U;
    b = (b + word) * kSecond;
    b ^= b >> 31U;
  };
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    uint64_t word = 0;
    text.substr(at, sizeof(word)).copy(reinterpret_cast<char*>(&word), sizeof(word));
    take(word);
  }
  uint64_t rest = 0;
  text.substr(at).copy(reinterpret_cast<char*>(&rest), sizeof(rest));
  take(rest);
  key = {Spread(a), Spread(b)};
  Add(key, text.size());
}

Span SourceOf(const Segment& segment) { return segment.ToSource({0, segment.text.size()}); }

// All that a segment is by itself, wherever it stands.
Key KeyOf(const Segment& segment, const Source& block, Key key) {
  const Span source = SourceOf(segment);
  Add(key, std::string_view(block.bytes).substr(source.begin - block.begin(), source.size()));
  const bool as_it_stands = segment.pieces.size() == 1 && segment.pieces.front().verbatim;
  Add(key, static_cast<uint64_t>(segment.kind) * 8 + (segment.cut_before ? 4U : 0U) +
               (segment.cut_after ? 2U : 0U) + (as_it_stands ? 1U : 0U));
  Add(key, source.begin - segment.first_line);
  if (as_it_stands) return key;
  Add(key, segment.text);
  for (const Piece& piece : segment.pieces) {
    Add(key, piece.text_size * 2 + (piece.verbatim ? 1 : 0));
    Add(key, piece.source_begin - source.begin);
    Add(key, piece.source_size);
  }
  return key;
}

void Move(Span& span, uint64_t by) {
  span.begin += by;
  span.end += by;
}

}  // namespace

void LintMemory::Begin() {
  constexpr uint32_t kKept = 8;  // documents; undo brings back what an edit took away
  ++run_;
  if (run_ % kKept == 0) {
    const auto is_old = [this](const auto& entry) { return entry.second.run + kKept < run_; };
    std::erase_if(texts_, is_old);
    std::erase_if(findings_, is_old);
  }
  context_ = {};
}

void LintMemory::Obey(std::string_view directive) { Add(context_, directive); }

void LintMemory::Block(const Source& block, const Document& document) {
  segments_.clear();
  whole_.clear();
  for (const Segment& segment : document.segments) {
    segments_.push_back(KeyOf(segment, block, context_));
  }
  for (size_t i = 0; i < segments_.size(); ++i) {
    Key key = segments_[i];
    const Span mine = SourceOf(document.segments[i]);
    for (const size_t other : {i - 1, i + 1}) {
      const bool there = other < segments_.size();
      Add(key, there ? segments_[other].high : 0);
      Add(key, there ? segments_[other].low : 0);
      Add(key, there ? SourceOf(document.segments[other]).begin - mine.begin : 0);
    }
    whole_.push_back(key);
  }
}

LintMemory::Text& LintMemory::TextOf(size_t index) {
  Text& text = texts_[segments_[index]];
  text.run = run_;
  return text;
}

LintMemory::Findings& LintMemory::FindingsOf(size_t index) {
  Findings& findings = findings_[whole_[index]];
  findings.run = run_;
  return findings;
}

void LintMemory::Tell(const Findings& known, uint64_t begin, Locator& locator,
                      std::vector<Diagnostic>& out) {
  const uint64_t by = begin - known.begin;  // modulo 2^64
  const size_t first = out.size();
  out.insert(out.end(), known.found.begin(), known.found.end());
  std::vector<Place*> places;
  for (size_t i = first; i < out.size(); ++i) {
    places.push_back(&out[i].place);
    for (Place& place : out[i].related) places.push_back(&place);
    for (Fix& fix : out[i].fixes) {
      for (Edit& edit : fix.edits) Move(edit.span, by);
    }
  }
  // In ascending order a locator is quick.
  std::ranges::sort(places, {}, [](const Place* place) { return place->span; });
  for (Place* place : places) {
    Move(place->span, by);
    *place = locator.At(place->span);
  }
}

}  // namespace bnlint
