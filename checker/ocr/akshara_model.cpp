#include "ocr/akshara_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <set>

#include "text/akshara.h"

namespace bnlint::ocr {
namespace {

constexpr uint32_t kMagic = 0x31414E42;  // "BNA1"
constexpr size_t kHeader = 8;
constexpr size_t kBeyond = 256;
constexpr float kStep = 16;  // of a natural logarithm
// An akshara that no form has, and each of its letters beyond the first.
constexpr float kUnseen = 10;
constexpr float kUnseenLetter = 1;
constexpr size_t kLetterBytes = 3;

uint64_t Mix(uint64_t value) {
  value ^= value >> 31U;
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29U);
}

uint64_t HashOf(std::string_view akshara) {
  uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : akshara) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3U;
  return Mix(hash);
}

// The key of a sequence longer by one.
uint64_t Join(uint64_t history, uint64_t next) { return Mix(history * 3 + next); }

constexpr std::string_view kEdge = "^";

// The aksharas of a word between two edges.
std::vector<std::string_view> Sequence(std::string_view word) {
  std::vector<std::string_view> out{kEdge, kEdge};
  for (size_t at = 0; at < word.size();) {
    const size_t end = AksharaEnd(word, at);
    out.push_back(word.substr(at, end - at));
    at = end;
  }
  out.push_back(kEdge);
  return out;
}

uint8_t Quantise(double cost) {
  return static_cast<uint8_t>(std::clamp(std::lround(cost * kStep), 0L, 255L));
}

struct Context {
  double total = 0;
  std::set<uint64_t> followers;
  // The share of what follows that goes to the shorter history.
  [[nodiscard]] double BackOff() const {
    const auto kinds = static_cast<double>(followers.size());
    return kinds / (total + kinds);
  }
};

}  // namespace

std::string AksharaModel::Build(std::span<const Form> forms) {
  // What follows each history of 0, 1 and 2 aksharas.
  std::map<uint64_t, Context> contexts;
  struct Gram {
    uint64_t history;
    uint64_t shorter;  // the gram without its first akshara
    double count = 0;
  };
  std::array<std::map<uint64_t, Gram>, 3> grams;
  for (const Form& form : forms) {
    const auto parts = Sequence(form.word);
    for (size_t i = 2; i < parts.size(); ++i) {
      const uint64_t c = HashOf(parts[i]);
      const uint64_t b = HashOf(parts[i - 1]);
      const uint64_t ab = Join(HashOf(parts[i - 2]), b);
      const std::array<uint64_t, 3> histories{0, b, ab};
      const std::array<uint64_t, 3> keys{c, Join(b, c), Join(ab, c)};
      for (size_t n = 0; n < 3; ++n) {
        Gram& gram = grams[n]
                         .try_emplace(keys[n], Gram{histories[n], n > 0 ? keys[n - 1] : 0})
                         .first->second;
        gram.count += form.weight;
        Context& context = contexts[histories[n]];
        context.total += form.weight;
        context.followers.insert(c);
      }
    }
  }
  std::map<uint64_t, double> probabilities;
  struct Cell {
    uint64_t key;
    uint8_t cost;
    uint8_t back_off;
  };
  std::vector<Cell> list;
  for (size_t n = 0; n < 3; ++n) {
    for (const auto& [key, gram] : grams[n]) {
      const Context& context = contexts[gram.history];
      const double rest = context.BackOff();
      const double kinds = static_cast<double>(context.followers.size());
      const double lower = n == 0 ? std::exp(-double{kUnseen}) : probabilities[gram.shorter];
      const double p = gram.count / (context.total + kinds) + rest * lower;
      probabilities[key] = p;
      const auto own = contexts.find(key);
      list.push_back({key, Quantise(-std::log(p)),
                      own == contexts.end() || n == 2
                          ? uint8_t{0}
                          : Quantise(-std::log(own->second.BackOff()))});
    }
    // The edge begins words and is never predicted there: its histories need cells of their own.
    if (n < 2) {
      const uint64_t edge = HashOf(kEdge);
      const uint64_t history = n == 0 ? edge : Join(edge, edge);
      if (!grams[n].contains(history) && contexts.contains(history)) {
        list.push_back({history, 255, Quantise(-std::log(contexts[history].BackOff()))});
      }
    }
  }
  const size_t homes = list.size() * 10 / 7 + 1;
  std::vector<uint32_t> cells(homes + kBeyond);
  for (const Cell& cell : list) {
    size_t at = ((cell.key >> 32U) * homes) >> 32U;
    while (at < cells.size() && cells[at] != 0) ++at;
    if (at == cells.size()) continue;
    const uint32_t print = std::max<uint32_t>(cell.key & 0xFFFFU, 1);
    cells[at] = print | uint32_t{cell.cost} << 16U | uint32_t{cell.back_off} << 24U;
  }
  std::string bytes(kHeader + cells.size() * sizeof(uint32_t), '\0');
  const std::array<uint32_t, 2> header{kMagic, static_cast<uint32_t>(cells.size())};
  std::memcpy(bytes.data(), header.data(), kHeader);
  std::memcpy(bytes.data() + kHeader, cells.data(), cells.size() * sizeof(uint32_t));
  return bytes;
}

std::optional<AksharaModel> AksharaModel::Open(std::string_view bytes) {
  std::array<uint32_t, 2> header{};
  if (bytes.size() < kHeader) return std::nullopt;
  std::memcpy(header.data(), bytes.data(), kHeader);
  if (header[0] != kMagic || header[1] <= kBeyond ||
      bytes.size() != kHeader + header[1] * sizeof(uint32_t)) {
    return std::nullopt;
  }
  AksharaModel model;
  model.cells_ = bytes.substr(kHeader);
  model.homes_ = header[1] - kBeyond;
  return model;
}

std::optional<AksharaModel::Entry> AksharaModel::Find(uint64_t key) const {
  const uint32_t print = std::max<uint32_t>(key & 0xFFFFU, 1);
  for (size_t at = ((key >> 32U) * homes_) >> 32U; (at + 1) * sizeof(uint32_t) <= cells_.size();
       ++at) {
    uint32_t cell = 0;
    std::memcpy(&cell, cells_.data() + at * sizeof cell, sizeof cell);
    if (cell == 0) return std::nullopt;
    if ((cell & 0xFFFFU) == print) {
      return Entry{static_cast<float>(cell >> 16U & 0xFFU) / kStep,
                   static_cast<float>(cell >> 24U) / kStep};
    }
  }
  return std::nullopt;
}

AksharaModel::Likelihood AksharaModel::Of(std::string_view word) const {
  Likelihood likelihood;
  const auto parts = Sequence(word);
  uint64_t a = HashOf(kEdge);
  uint64_t b = a;
  for (size_t i = 2; i < parts.size(); ++i) {
    const uint64_t c = HashOf(parts[i]);
    const uint64_t ab = Join(a, b);
    float cost = 0;
    if (const auto three = Find(Join(ab, c))) {
      cost = three->cost;
    } else {
      if (const auto history = Find(ab)) cost += history->back_off;
      if (const auto two = Find(Join(b, c))) {
        cost += two->cost;
      } else {
        if (const auto history = Find(b)) cost += history->back_off;
        const auto one = Find(c);
        cost += one ? one->cost
                    : kUnseen + kUnseenLetter * static_cast<float>(parts[i].size() / kLetterBytes);
      }
    }
    likelihood.mean += cost;
    likelihood.worst = std::max(likelihood.worst, cost);
    a = b;
    b = c;
  }
  likelihood.aksharas = static_cast<int>(parts.size()) - 3;
  likelihood.mean /= static_cast<float>(parts.size() - 2);
  return likelihood;
}

}  // namespace bnlint::ocr
