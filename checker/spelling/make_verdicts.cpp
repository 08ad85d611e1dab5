// A program of the build: asks the dictionary for every form of a frequency list and writes the table that the
// linter carries (verdict_table.h).
//
//     make_verdicts DICTIONARY.dic FREQUENCY.tsv TABLE

#include <algorithm>
#include <charconv>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "base/read_file.h"
#include "spelling/dictionary.h"
#include "spelling/verdict_table.h"

namespace bnlint {
namespace {

int Stop(const Error& error) {
  std::cerr << "make_verdicts: " << error.ToString() << '\n';
  return 1;
}

// The form and class of a line "form<TAB>class"; nothing but an error for anything else.
Result<VerdictTable::Form> ReadLine(std::string_view line) {
  const size_t tab = std::min(line.find('\t'), line.size());
  const std::string_view number = line.substr(std::min(tab + 1, line.size()));
  VerdictTable::Form form{line.substr(0, tab), {}};
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), form.facts.frequency);
  if (error != std::errc() || end != number.data() + number.size()) {
    return Fail("expected a form, a tab and a class");
  }
  return form;
}

Result<std::vector<VerdictTable::Form>> ReadForms(std::string_view text, const std::string& path,
                                                  const Dictionary& dictionary) {
  std::vector<VerdictTable::Form> forms;
  for (uint64_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    auto form = ReadLine(line);
    if (!form) return tl::unexpected(Error{form.error().message, path, number, 1});
    form->facts.known = dictionary.Knows(form->word);
    forms.push_back(*form);
  }
  return forms;
}

int Make(const std::string& dictionary_path, const std::string& list, const std::string& out) {
  const auto dictionary = Dictionary::Load(dictionary_path);
  if (!dictionary) return Stop(dictionary.error());
  const auto text = ReadFile(list);
  if (!text) return Stop(text.error());
  const auto forms = ReadForms(*text, list, **dictionary);
  if (!forms) return Stop(forms.error());
  const auto table = VerdictTable::Build(*forms);
  if (!table) return Stop({table.error().message, list, 0, 0});
  auto file = AtomicFile::Create(out);
  if (!file) return Stop(file.error());
  file->stream() << *table;
  const auto committed = file->Commit();
  return committed ? 0 : Stop(committed.error());
}

}  // namespace
}  // namespace bnlint

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_verdicts DICTIONARY.dic FREQUENCY.tsv TABLE\n";
    return 2;
  }
  return bnlint::Make(argv[1], argv[2], argv[3]);
}
