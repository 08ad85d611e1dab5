#include "checks/converted_word.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "embed/embed.h"
#include "text/akshara.h"
#include "text/bijoy.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kHasanta = "্", kReph = "র্", kYya = "\u09DF", kYyaSplit = "য\u09BC",
                           kKssa = "ক্ষ";
constexpr size_t kLetter = 3;  // bytes of a Bengali character
constexpr char32_t kA = 0x0985, kE = 0x098F;

CharClass ClassAt(std::string_view word, size_t at) {
  return at < word.size() ? ClassOf(DecodeAt(word, at).value) : CharClass::kSpace;
}
bool IsSignLike(CharClass c) { return c == CharClass::kBnSign || c == CharClass::kBnModifier; }

// Of several words the most frequent one that the dictionary has.
class Best {
 public:
  explicit Best(const Speller& speller) : speller_(speller) {}
  // `least`: how frequent it must be.
  void Offer(std::string word, int least = Speller::kUnseen) {
    const int frequency = speller_.Frequency(word);
    if (frequency < least || !speller_.Knows(word)) return;
    if (!word_.empty() && frequency <= frequency_) return;
    word_ = std::move(word);
    frequency_ = frequency;
  }
  std::optional<Conversion> Take(std::string_view fault, FixSafety safety = FixSafety::kUnsafe) {
    if (word_.empty()) return std::nullopt;
    return Conversion{fault, std::move(word_), safety};
  }

 private:
  const Speller& speller_;
  std::string word_;
  int frequency_ = Speller::kUnseen;
};

// Where the clusters of a word begin: consonants that no hasanta joins to one before.
std::vector<size_t> Clusters(std::string_view word) {
  std::vector<size_t> begins;
  for (size_t at = 0; at < word.size(); at += DecodeAt(word, at).size) {
    if (ClassAt(word, at) != CharClass::kBnConsonant) continue;
    if (!word.substr(0, at).ends_with(kHasanta)) begins.push_back(at);
  }
  return begins;
}

std::string With(std::string_view word, size_t at, std::string_view inserted) {
  return std::string(word.substr(0, at)) + std::string(inserted) + std::string(word.substr(at));
}

// Impossible as it stands: then a fix cannot make a right word wrong.
FixSafety SafetyOf(std::string_view word) {
  return FindSyllableError(word) ? FixSafety::kSafe : FixSafety::kUnsafe;
}

// কতৃর্ক for কর্তৃক, ধমর্ for ধর্ম, আর্শ্চয for আশ্চর্য.
std::optional<Conversion> FindMovedReph(std::string_view word, const Speller& speller) {
  Best best(speller);
  const FixSafety safety = SafetyOf(word);
  // Of a possible word what comes of it must be a word that is in use, not just a possible compound.
  const int least = safety == FixSafety::kSafe ? Speller::kUnseen : 0;
  for (size_t at = word.find(kReph); at != std::string_view::npos;
       at = word.find(kReph, at + kReph.size())) {
    if (word.substr(0, at).ends_with(kHasanta)) continue;  // ্র্য is no reph
    const std::string bare =
        std::string(word.substr(0, at)) + std::string(word.substr(at + kReph.size()));
    const std::vector<size_t> clusters = Clusters(bare);
    // The neighbours of the one that it stands on.
    const auto here = std::lower_bound(clusters.begin(), clusters.end(), at);
    // No word begins with a reph.
    if (here != clusters.begin() && *(here - 1) > 0)
      best.Offer(With(bare, *(here - 1), kReph), least);
    const auto next = here != clusters.end() && *here == at ? here + 1 : here;
    if (next != clusters.end() && *next > 0) best.Offer(With(bare, *next, kReph), least);
  }
  return best.Take("reph", safety);
}

// মৃতু্য for মৃত্যু, অস্তিতই্ব for অস্তিত্বই: what hangs below a letter was set behind the sign or vowel after it.
std::optional<Conversion> FindLateHasanta(std::string_view word, const Speller& speller) {
  std::string mended(word);
  for (size_t at = mended.find(kHasanta); at != std::string::npos;
       at = mended.find(kHasanta, at + 1)) {
    if (at == 0) continue;
    const CodePoint before = DecodeBefore(mended, at);
    const CharClass cls = ClassOf(before.value);
    if (!IsSignLike(cls) && cls != CharClass::kBnVowel) continue;
    if (before.value == kA || before.value == kE) continue;  // অ্যা এ্যা
    size_t end = at;
    while (std::string_view(mended).substr(end).starts_with(kHasanta) &&
           ClassAt(mended, end + kHasanta.size()) == CharClass::kBnConsonant) {
      end += kHasanta.size() + kLetter;
    }
    std::rotate(mended.begin() + static_cast<std::ptrdiff_t>(at - before.size),
                mended.begin() + static_cast<std::ptrdiff_t>(at),
                mended.begin() + static_cast<std::ptrdiff_t>(end));
  }
  if (mended == word) return std::nullopt;
  Best best(speller);
  best.Offer(std::move(mended));
  return best.Take("order", FixSafety::kSafe);
}

struct Slip {
  std::string_view before;  // the sign, if any, stands between
  std::string_view after;
  std::string_view meant;  // … and behind this
  bool sign = false;       // whether it may
};

const std::vector<Slip>& Slips() {
  static const auto slips = [] {
    std::vector<Slip> read;
    std::string_view rest = Embedded("dictionaries/bn/converter-slips.tsv");
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const size_t tab = line.find('\t');
      if (line.empty() || line[0] == '#' || tab == std::string_view::npos) continue;
      const std::string_view written = line.substr(0, tab);
      std::string_view meant = line.substr(tab + 1);
      const size_t sign = written.find('?');
      if (sign == std::string_view::npos) {
        read.push_back({written, {}, meant, false});
      } else {
        meant.remove_suffix(1);
        read.push_back({written.substr(0, sign), written.substr(sign + 1), meant, true});
      }
    }
    return read;
  }();
  return slips;
}

// The word with every place of a slip mended.
std::string Mend(std::string_view word, const Slip& slip) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    std::string_view rest = word.substr(at);
    if (rest.starts_with(slip.before)) {
      rest.remove_prefix(slip.before.size());
      std::string_view sign;
      if (slip.sign && ClassAt(rest, 0) == CharClass::kBnSign) sign = rest.substr(0, kLetter);
      if (rest.substr(sign.size()).starts_with(slip.after)) {
        out += std::string(slip.meant) + std::string(sign);
        at += slip.before.size() + sign.size() + slip.after.size();
        continue;
      }
    }
    const size_t size = DecodeAt(word, at).size;
    out += word.substr(at, size);
    at += size;
  }
  return out;
}

std::optional<Conversion> FindSlip(std::string_view word, const Speller& speller) {
  Best best(speller);
  std::string all(word);
  for (const Slip& slip : Slips()) {
    std::string one = Mend(word, slip);
    if (one == word) continue;
    best.Offer(std::move(one));
    all = Mend(all, slip);
  }
  if (all != word) best.Offer(std::move(all));
  return best.Take("slip");
}

}  // namespace

bool MayBeConverted(std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"ম", "ন"}, {"ত", "ম"}, {"স", "ন"}, {"ক", "স"}, {"ষ", "ণ"}};
  // Hasanta is E0 A7 8D; no other character of the block ends in 8D.
  for (size_t at = word.find('\x8D'); at != std::string_view::npos;
       at = word.find('\x8D', at + 1)) {
    if (at < 2 * kLetter - 1) continue;
    const std::string_view before = word.substr(at + 1 - 2 * kLetter, kLetter);
    const std::string_view after = word.substr(at + 1, kLetter);
    const CharClass cls = ClassAt(before, 0);
    if (before == "র" || IsSignLike(cls) || cls == CharClass::kBnVowel) return true;
    if (std::any_of(std::begin(kPairs), std::end(kPairs),
                    [&](const auto& pair) { return pair.first == before && pair.second == after; }))
      return true;
  }
  return false;
}

std::optional<Conversion> FindConversion(std::string_view word, const Speller& speller) {
  if (auto found = FindLateHasanta(word, speller)) return found;
  if (auto found = FindSlip(word, speller)) return found;
  return FindMovedReph(word, speller);
}

std::optional<Conversion> FindLostReph(std::string_view word, int least, const Speller& speller) {
  Best best(speller);
  const std::vector<size_t> clusters = Clusters(word);
  for (size_t i = 1; i < clusters.size(); ++i) best.Offer(With(word, clusters[i], kReph), least);
  return best.Take("lost-reph");
}

std::optional<Conversion> FindLateSign(std::string_view word, const Speller& speller) {
  Best best(speller);
  for (const std::string_view yya : {kYya, kYyaSplit}) {
    for (size_t at = word.find(yya); at != std::string_view::npos; at = word.find(yya, at + 1)) {
      const size_t behind = at + yya.size();
      size_t sign = behind + kLetter;  // of the letter or cluster after it
      while (word.substr(std::min(sign, word.size())).starts_with(kHasanta)) {
        sign += kHasanta.size() + kLetter;
      }
      if (sign + kLetter > word.size()) continue;
      const std::string_view moved = word.substr(sign, kLetter);
      if (moved != "ে" && moved != "ি") continue;
      best.Offer(std::string(word.substr(0, behind)) + std::string(moved) +
                 std::string(word.substr(behind, sign - behind)) +
                 std::string(word.substr(sign + kLetter)));
    }
  }
  return best.Take("order", SafetyOf(word));
}

std::optional<Conversion> FindLostKssa(std::string_view word, bool anywhere,
                                       const Speller& speller) {
  Best best(speller);
  if (const auto error = FindSyllableError(word)) {
    // Two signs, of which the second had its letter between.
    if (error->fault != SyllableFault::kTwoSigns) return std::nullopt;
    best.Offer(With(word, error->begin, kKssa));
  } else if (anywhere && CountAksharas(word) > 1) {
    for (size_t at = 0; at <= word.size(); at += at < word.size() ? DecodeAt(word, at).size : 1) {
      best.Offer(With(word, at, kKssa), Speller::kCommon);
    }
  }
  return best.Take("lost-kssa");
}

}  // namespace bnlint
