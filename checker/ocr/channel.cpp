// A beam through the tree of words: for each number of letters read, the places of the tree that they can have come
// from, cheapest first, of which only the first `width` are followed. A letter that was lost leads to another place at the same
// number of letters, so the places of one number are taken from a heap.

#include "ocr/channel.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "embed/embed.h"
#include "spelling/letters.h"

namespace bnlint::ocr {
namespace {

// The first, narrow beam, and by how much what is followed may be worse than its third word: context is worth that.
constexpr size_t kNarrow = 12;
constexpr float kSlack = 5;

constexpr std::string_view kTable = "dictionaries/bn/ocr-channel.tsv";
constexpr std::string_view kNone = "∅";

std::u16string Letters(std::string_view field) {
  return field == kNone ? std::u16string() : ToLetters(field);
}

}  // namespace

const Channel& Channel::Embedded() {
  static const Channel channel = Parse(bnlint::Embedded(kTable));
  return channel;
}

Channel Channel::Parse(std::string_view text) {
  Channel channel;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t first = line.find('\t');
    const size_t second = line.rfind('\t');
    if (line.starts_with('#') || first == second) continue;
    const std::string_view read = line.substr(0, first);
    const std::string_view right = line.substr(first + 1, second - first - 1);
    int hundredths = 0;
    std::from_chars(line.data() + second + 1, line.data() + line.size(), hundredths);
    const float cost = static_cast<float>(hundredths) / 100;
    if (read == "*") {
      channel.lost_behind_lost_ = cost;
    } else if (read.starts_with('*')) {
      channel.exchanged_[read == "*m" ? 1 : 0][right == "*m" ? 1 : 0] = cost;
    } else {
      Piece piece{Letters(read), Letters(right), cost};
      if (piece.from.empty() && piece.to.size() == 1) {
        channel.lost_[Index(piece.to[0])] = cost;
      } else if (piece.to.empty() && piece.from.size() == 1) {
        channel.added_[Index(piece.from[0])] = cost;
      } else {
        if (piece.from.empty()) channel.lost_many_[Index(piece.to[0])].push_back(piece);
        channel.from_[piece.from.empty() ? 0 : Index(piece.from[0])].push_back(std::move(piece));
      }
    }
  }
  for (std::vector<Piece>& pieces : channel.from_) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.cost < b.cost; });
  }
  const auto& lost = channel.lost_;
  channel.least_lost_ = *std::min_element(lost.begin() + 1, lost.end());
  const auto& [other, mark] = channel.exchanged_;
  channel.least_exchanged_ = std::min({other[0], other[1], mark[0], mark[1]});
  return channel;
}

float Channel::Exchanged(char16_t read, char16_t right) const {
  return exchanged_[IsMark(read) ? 1 : 0][IsMark(right) ? 1 : 0];
}

float Channel::Cost(std::u16string_view read, std::u16string_view right) const {
  // The least cost of `i` letters of `right` read as `j` of `read`; apart, where the last step lost a letter.
  constexpr float kFar = 1000;
  const size_t columns = read.size() + 1;
  std::vector<float> table((right.size() + 1) * columns, kFar);
  std::vector<float> behind_lost = table;
  table[0] = 0;
  const auto lower = [&](std::vector<float>& cells, size_t i, size_t j, float cost) {
    if (i <= right.size() && j < columns)
      cells[i * columns + j] = std::min(cells[i * columns + j], cost);
  };
  for (size_t i = 0; i <= right.size(); ++i) {
    for (size_t j = 0; j < columns; ++j) {
      const float after_lost = behind_lost[i * columns + j];
      const float here = std::min(table[i * columns + j], after_lost);
      if (here >= kFar) continue;
      const auto follow = [&](const Piece& piece) {
        if (right.substr(i).starts_with(piece.to) && read.substr(j).starts_with(piece.from))
          lower(table, i + piece.to.size(), j + piece.from.size(), here + piece.cost);
      };
      if (i < right.size()) {
        const float lost = Lost(right[i]);
        lower(behind_lost, i + 1, j, here + lost);
        lower(behind_lost, i + 1, j, after_lost + std::min(lost, lost_behind_lost_));
        for (const Piece& piece : lost_many_[Index(right[i])]) follow(piece);
      }
      if (j == read.size()) continue;
      lower(table, i, j + 1, here + Added(read[j]));
      for (const Piece& piece : From(read[j])) follow(piece);
      if (i < right.size())
        lower(table, i + 1, j + 1, here + (read[j] == right[i] ? 0 : Exchanged(read[j], right[i])));
    }
  }
  return std::min(table.back(), behind_lost.back());
}

void Channel::VisitMends(std::u16string_view read, float most,
                         const std::function<void(std::u16string word, float cost)>& visit) const {
  const auto mend = [&](size_t at, size_t size, std::u16string_view right, float cost) {
    if (cost <= most) visit(std::u16string(read).replace(at, size, right), cost);
  };
  for (size_t at = 0; at <= read.size(); ++at) {
    for (size_t letter = 1; letter < kLetters; ++letter) {
      const auto right = static_cast<char16_t>(0x0980 + letter - 1);
      mend(at, 0, {&right, 1}, lost_[letter]);
    }
    for (const Piece& piece : From(0)) {
      if (piece.cost > most) break;
      mend(at, 0, piece.to, piece.cost);
    }
    if (at == read.size()) break;
    mend(at, 1, {}, Added(read[at]));
    for (const Piece& piece : From(read[at])) {
      if (piece.cost > most) break;
      if (read.substr(at).starts_with(piece.from))
        mend(at, piece.from.size(), piece.to, piece.cost);
    }
  }
}

namespace {

struct Place {
  float estimate;  // cost, and the rarity of the best word below
  float cost;
  uint32_t node;
  bool behind_lost;
  bool operator<(const Place& other) const {  // a heap gives the greatest first
    if (estimate != other.estimate) return estimate > other.estimate;
    return node != other.node ? node > other.node : behind_lost && !other.behind_lost;
  }
};

class Beam {
 public:
  Beam(const Channel& channel, const WordTrie& words, std::u16string_view read, float rarity,
       float most)
      : channel_(channel),
        words_(words),
        read_(read),
        rarity_(rarity),
        most_(most),
        at_(read.size() + 1) {
    Push(0, WordTrie::kRoot, 0, false);
  }

  void Run(size_t width,
           const std::function<void(std::u16string word, int frequency, float cost)>& found) {
    for (size_t at = 0; at <= read_.size(); ++at) {
      seen_.clear();
      std::vector<Place>& heap = at_[at];
      for (size_t taken = 0; taken < width && !heap.empty();) {
        std::pop_heap(heap.begin(), heap.end());
        const Place place = heap.back();
        heap.pop_back();
        if (!seen_.insert(uint64_t{place.node} << 1U | (place.behind_lost ? 1U : 0U)).second)
          continue;
        ++taken;
        const WordTrie::Node& node = words_.At(place.node);
        // The cheapest way to a word comes first.
        if (at == read_.size() && node.frequency >= 0 && words_found_.insert(place.node).second)
          found(words_.Spell(place.node), node.frequency, place.cost);
        Lose(place, at);
        if (at < read_.size()) Read(place, at);
      }
      std::vector<Place>().swap(heap);
    }
  }

 private:
  void Lose(const Place& place, size_t at) {
    for (const Channel::Piece& piece : channel_.From(0)) {
      if (place.estimate + piece.cost > most_) break;
      Follow(place, at, piece);
    }
    const float least = place.behind_lost ? channel_.LostBehindLost() : channel_.LeastLost();
    if (place.estimate + least > most_) return;
    const WordTrie::Node& node = words_.At(place.node);
    for (uint32_t child = node.first_child; child < node.first_child + node.children; ++child) {
      const float lost = channel_.Lost(words_.At(child).letter);
      Push(at, child,
           place.cost + (place.behind_lost ? std::min(lost, channel_.LostBehindLost()) : lost),
           true);
    }
  }

  void Read(const Place& place, size_t at) {
    const char16_t letter = read_[at];
    const std::u16string_view rest = read_.substr(at);
    Push(at + 1, place.node, place.cost + channel_.Added(letter), false);
    const uint32_t same = words_.Child(place.node, letter);
    if (same != WordTrie::kNone) Push(at + 1, same, place.cost, false);
    for (const Channel::Piece& piece : channel_.From(letter)) {
      if (place.estimate + piece.cost > most_) break;  // they are in the order of their costs
      if (rest.starts_with(piece.from)) Follow(place, at, piece);
    }
    if (place.estimate + channel_.LeastExchanged() > most_) return;
    const WordTrie::Node& node = words_.At(place.node);
    for (uint32_t child = node.first_child; child < node.first_child + node.children; ++child) {
      const char16_t right = words_.At(child).letter;
      if (right != letter)
        Push(at + 1, child, place.cost + channel_.Exchanged(letter, right), false);
    }
  }

  void Follow(const Place& place, size_t at, const Channel::Piece& piece) {
    const uint32_t node = words_.Walk(place.node, piece.to);
    if (piece.to.empty() || node != WordTrie::kNone)
      Push(at + piece.from.size(), piece.to.empty() ? place.node : node, place.cost + piece.cost,
           false);
  }

  void Push(size_t at, uint32_t node, float cost, bool behind_lost) {
    const float rare = rarity_ * static_cast<float>(17 - words_.At(node).best);
    if (cost + rare > most_) return;
    std::vector<Place>& heap = at_[at];
    heap.push_back({cost + rare, cost, node, behind_lost});
    std::push_heap(heap.begin(), heap.end());
  }

  const Channel& channel_;
  const WordTrie& words_;
  const std::u16string_view read_;
  const float rarity_;
  const float most_;                    // estimates above it are not followed
  std::vector<std::vector<Place>> at_;  // heaps, by the number of letters read
  std::unordered_set<uint64_t> seen_;
  std::unordered_set<uint32_t> words_found_;
};

}  // namespace

void SearchChannel(
    const Channel& channel, const WordTrie& words, std::u16string_view read, size_t width,
    float rarity,
    const std::function<void(std::u16string word, int frequency, float cost)>& found) {
  // A narrow beam first says how good the best are; what is much worse need not be looked at.
  std::vector<float> scores;
  Beam(channel, words, read, rarity, 1000)
      .Run(kNarrow, [&](const std::u16string&, int frequency, float cost) {
        scores.push_back(cost + rarity * static_cast<float>(17 - frequency));
      });
  std::sort(scores.begin(), scores.end());
  const float most =
      scores.empty() ? 1000 : scores[std::min<size_t>(scores.size(), 3) - 1] + kSlack;
  Beam(channel, words, read, rarity, most).Run(width, found);
}

}  // namespace bnlint::ocr
