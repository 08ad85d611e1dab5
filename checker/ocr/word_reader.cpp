#include "ocr/word_reader.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "embed/embed.h"
#include "spelling/fold.h"
#include "spelling/letters.h"
#include "spelling/packed_word.h"
#include "text/akshara.h"
#include "text/utf8.h"

namespace bnlint::ocr {
namespace {

constexpr std::string_view kTable = "dictionaries/bn/ocr-confusions.tsv";
// A mistake dearer than this is not worth a look-up.
constexpr float kMostCost = 10;
constexpr size_t kMostLetters = 32;

// Letters that are packed; nothing when one is of another script.
std::optional<std::string> Pack(std::u16string_view letters) {
  std::string packed;
  for (const char16_t letter : letters) {
    if ((letter & 0xFF80U) != 0x0980) return std::nullopt;
    packed += static_cast<char>(0x80U | (letter & 0x7FU));
  }
  return packed;
}

bool BeginsWithMark(std::string_view packed) {
  return IsMark(static_cast<char16_t>(0x0900U + static_cast<uint8_t>(packed[0])));
}

}  // namespace

const ConfusionTable& OcrConfusions() {
  static const ConfusionTable table =
      ConfusionTable::Parse(bnlint::Embedded(kTable), kTable).value_or(ConfusionTable::BuiltIn());
  return table;
}

std::string Unpack(std::string_view packed) {
  std::string word;
  for (const char c : packed) {
    const auto byte = static_cast<uint8_t>(c);
    AppendUtf8(word, byte >= 0x80 ? 0x0900U + byte : byte == 1 ? 0x200DU : byte);
  }
  return word;
}

struct WordReader::Change {
  std::string from;
  std::string to;
  float cost;
};

// A direct-mapped table in stripes, each with its lock; a collision overwrites.
struct WordReader::Memo {
  static constexpr size_t kStripes = 16;
  static constexpr size_t kSlots = 2048;
  struct Slot {
    std::string word;
    std::shared_ptr<const WordReading> reading;
  };
  struct Stripe {
    std::mutex mutex;
    std::array<Slot, kSlots> slots;
  };
  std::array<Stripe, kStripes> stripes;
};

WordReader::WordReader(const Speller& speller, const Neighbours& neighbours,
                       const AksharaModel& aksharas, const ConfusionTable& confusions)
    : speller_(speller),
      neighbours_(neighbours),
      aksharas_(aksharas),
      memo_(std::make_unique<Memo>()) {
  for (const Confusion& confusion : confusions.All()) {
    const auto from = Pack(confusion.from);
    const auto to = Pack(confusion.to);
    const float cost = static_cast<float>(confusion.cost) * kNats;
    if (!from || !to || cost > kMostCost) continue;
    auto& list = from->empty() ? omissions_ : changes_[static_cast<uint8_t>((*from)[0])];
    list.push_back({*from, *to, cost});
  }
}
WordReader::~WordReader() = default;

const WordReader& WordReader::Embedded() {
  static const AksharaModel aksharas =
      AksharaModel::Open(bnlint::Embedded("dictionaries/akshara-model.bin"))
          .value_or(AksharaModel());
  static const WordReader reader(Speller::Embedded(), Neighbours::Embedded(), aksharas,
                                 OcrConfusions());
  return reader;
}

Reading WordReader::OtherReading(std::string_view packed) const {
  // In packed bytes.
  constexpr char kRa = '\xB0';
  constexpr char kHasanta = '\xCD';
  constexpr char kNukta = '\xBC';
  const auto known_without = [&](const auto& drops) {
    std::string kept;
    for (size_t i = 0; i < packed.size(); ++i) {
      if (!drops(i)) kept += packed[i];
    }
    return kept.size() < packed.size() && !kept.empty() && speller_.Knows(Unpack(kept));
  };
  if (known_without([&](size_t i) { return packed[i] == '\'' || packed[i] == kNukta; }))
    return Reading::kApostrophe;
  // র্ব্ব: the second ্ব goes.
  const auto is_double = [&](size_t i) {
    return i >= 3 && i + 1 < packed.size() && packed[i] == kHasanta &&
           packed[i + 1] == packed[i - 1] && packed[i - 2] == kHasanta && packed[i - 3] == kRa;
  };
  if (known_without([&](size_t i) { return is_double(i) || (i > 0 && is_double(i - 1)); })) {
    return Reading::kOldReph;
  }
  if (known_without([&](size_t i) { return packed[i] == kHasanta; })) return Reading::kHasanta;
  return Reading::kNone;
}

void WordReader::AddCandidates(std::string_view packed, WordReading& reading) const {
  if (packed.size() > kMostLetters) return;
  // Nearly all changes lead to nothing: a word is only spelled out when the table has its key.
  Neighbours::Key before = Neighbours::kStart;  // of the letters up to the place at hand
  const auto look_up = [&](size_t at, size_t size, const Change& change) {
    const std::string_view rest = packed.substr(at + size);
    const Neighbours::Key key =
        Neighbours::Finish(Neighbours::Continue(Neighbours::Continue(before, change.to), rest));
    const float count = neighbours_.Count(key);
    if (count == 0) return;
    std::string changed(packed.substr(0, at));
    changed.append(change.to).append(rest);
    if (changed.empty() || BeginsWithMark(changed)) return;
    reading.candidates.push_back({std::move(changed), key, count, change.cost});
  };
  for (size_t at = 0; at <= packed.size(); ++at) {
    if (at < packed.size()) {
      for (const Change& change : changes_[static_cast<uint8_t>(packed[at])]) {
        if (packed.substr(at).starts_with(change.from)) look_up(at, change.from.size(), change);
      }
    }
    if (at > 0) {
      for (const Change& change : omissions_) look_up(at, 0, change);
    }
    if (at < packed.size()) before = Neighbours::Continue(before, packed.substr(at, 1));
  }
  // The likeliest first: frequent, and by a frequent mistake. The same word by two ways counts once.
  std::sort(reading.candidates.begin(), reading.candidates.end(), [](const auto& a, const auto& b) {
    const float left = std::log(a.count) - a.cost;
    const float right = std::log(b.count) - b.cost;
    return left != right ? left > right : a.packed < b.packed;
  });
  std::vector<Candidate> kept;
  for (Candidate& candidate : reading.candidates) {
    if (kept.size() == kMostCandidates) break;
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Candidate& k) { return k.key == candidate.key; })) {
      kept.push_back(std::move(candidate));
    }
  }
  reading.candidates = std::move(kept);
}

std::shared_ptr<const WordReading> WordReader::Read(std::string_view word) const {
  const size_t hash = std::hash<std::string_view>()(word);
  Memo::Stripe& stripe = memo_->stripes[hash % Memo::kStripes];
  Memo::Slot& slot = stripe.slots[hash / Memo::kStripes % Memo::kSlots];
  {
    const std::scoped_lock lock(stripe.mutex);
    if (slot.reading != nullptr && slot.word == word) return slot.reading;
  }
  auto reading = std::make_shared<WordReading>();
  if (const auto packed = PackedWord::Of(word)) {
    reading->is_word = true;
    reading->known = speller_.Knows(word);
    if (!reading->known) reading->other = OtherReading(packed->bytes());
    reading->frequency = speller_.Frequency(word);
    const std::string folded = Unpack(packed->bytes());
    reading->faulty = FindSyllableError(folded).has_value();
    reading->key = Neighbours::KeyOf(packed->bytes());
    reading->count = neighbours_.Count(reading->key);
    reading->likelihood = aksharas_.Of(folded);
    AddCandidates(packed->bytes(), *reading);
  }
  const std::scoped_lock lock(stripe.mutex);
  slot.word = word;
  slot.reading = reading;
  return reading;
}

}  // namespace bnlint::ocr
