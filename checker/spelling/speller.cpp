#include "spelling/speller.h"

#include <iostream>
#include <mutex>

#include "embed/embed.h"
#include "spelling/dictionary.h"
#include "spelling/lexicon.h"
#include "spelling/suggest.h"
#include "spelling/verdict_table.h"

namespace bnlint {
namespace {

const VerdictTable& Table() {
  static const VerdictTable table =
      VerdictTable::Open(Embedded("dictionaries/verdicts.bin")).value_or(VerdictTable());
  return table;
}

}  // namespace

struct Speller::Lazy {
  std::once_flag once;
  std::unique_ptr<Dictionary> dictionary;
  std::once_flag suggester_once;
  std::unique_ptr<Suggester> suggester;
};

Speller::Speller(Source source, std::unique_ptr<Dictionary> dictionary)
    : source_(source), lazy_(std::make_unique<Lazy>()) {
  lazy_->dictionary = std::move(dictionary);
}
Speller::~Speller() = default;

const Speller& Speller::Embedded() {
  static const Speller speller(Source::kEmbedded, nullptr);
  return speller;
}

Result<std::unique_ptr<Speller>> Speller::Open(const std::string& choice) {
  const auto make = [](Source source, std::unique_ptr<Dictionary> dictionary) {
    return std::unique_ptr<Speller>(new Speller(source, std::move(dictionary)));
  };
  if (choice.empty()) return make(Source::kEmbedded, nullptr);
  if (choice == "none") return make(Source::kNone, nullptr);
  const std::string path = choice == "system" ? Dictionary::FindInstalled() : choice;
  if (path.empty()) {
    return Fail(
        "no Bengali Hunspell dictionary is installed; install one (on Debian: hunspell-bn), name a "
        ".dic file, or leave the option out: bnlint has its own",
        "--dictionary");
  }
  auto loaded = Dictionary::Load(path);
  if (!loaded) return tl::unexpected(loaded.error());
  return make(Source::kFile, std::move(*loaded));
}

const Dictionary* Speller::dictionary() const {
  if (source_ != Source::kEmbedded) return lazy_->dictionary.get();
  std::call_once(lazy_->once, [this] {
    auto loaded = Dictionary::FromFolded(bnlint::Embedded("dictionaries/bn.aff"),
                                         bnlint::Embedded("dictionaries/bn.dic"));
    if (loaded) {
      lazy_->dictionary = std::move(*loaded);
    } else {
      // The system is out of memory files. Checks go on: what the table does not know passes.
      std::cerr << "bnlint: " << loaded.error().ToString() << '\n';
    }
  });
  return lazy_->dictionary.get();
}

bool Speller::Knows(std::string_view word) const {
  if (source_ == Source::kNone) return false;
  if (source_ == Source::kEmbedded) {
    if (const auto facts = Table().Find(word)) return facts->known;
  }
  const Dictionary* asked = dictionary();
  return asked == nullptr || asked->Knows(word);
}

Speller::Standing Speller::Look(std::string_view word) const {
  const auto facts = Table().Find(word);
  const int frequency = facts ? facts->frequency : kUnseen;
  if (source_ == Source::kNone) return {false, frequency};
  if (source_ == Source::kEmbedded && facts) return {facts->known, frequency};
  const Dictionary* asked = dictionary();
  return {asked == nullptr || asked->Knows(word), frequency};
}

int Speller::Frequency(std::string_view word) const {
  const auto facts = Table().Find(word);
  return facts ? facts->frequency : kUnseen;
}

std::vector<std::string> Speller::Suggest(std::string_view word, size_t most) const {
  if (!HasDictionary() || most == 0) return {};
  std::call_once(lazy_->suggester_once, [this] {
    lazy_->suggester = std::make_unique<Suggester>(WordSource{
        .knows = [this](std::string_view one) { return Knows(one); },
        .frequency = [this](std::string_view one) { return Frequency(one); },
        .fallback =
            [this](std::string_view one, size_t wanted) {
              const Dictionary* asked = dictionary();
              return asked == nullptr ? std::vector<std::string>() : asked->Suggest(one, wanted);
            }});
  });
  std::vector<std::string> found = lazy_->suggester->Suggest(word, most);
  // What is listed as a misspelling has its answer.
  const auto knows = [this](const std::string& one) { return Knows(one); };
  std::string listed = WordMap::Misspellings().Find(word, knows);
  if (listed.empty() || !knows(listed)) return found;
  std::erase(found, listed);
  found.insert(found.begin(), std::move(listed));
  if (found.size() > most) found.pop_back();
  return found;
}

}  // namespace bnlint
