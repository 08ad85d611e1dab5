// A program of the build: makes the akshara model (akshara_model.h) of the frequent forms that the dictionary knows.
//
//     make_akshara_model FREQUENCY.tsv VERDICTS.bin MODEL

#include <charconv>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "base/read_file.h"
#include "ocr/akshara_model.h"
#include "spelling/verdict_table.h"

namespace bnlint {
namespace {

int Stop(const Error& error) {
  std::cerr << "make_akshara_model: " << error.ToString() << '\n';
  return 1;
}

// The known forms of lines "form<TAB>class"; the list has been checked by make_verdicts.
std::vector<ocr::AksharaModel::Form> ReadForms(std::string_view text,
                                               const VerdictTable& verdicts) {
  std::vector<ocr::AksharaModel::Form> forms;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string_view::npos) continue;
    const auto facts = verdicts.Find(line.substr(0, tab));
    // A form weighs as its class and not as its occurrences: what is asked about are the words that no list has.
    if (facts && facts->known) forms.push_back({line.substr(0, tab), facts->frequency + 1});
  }
  return forms;
}

int Make(const std::string& list, const std::string& verdicts, const std::string& out) {
  const auto text = ReadFile(list);
  if (!text) return Stop(text.error());
  const auto bytes = ReadFile(verdicts);
  if (!bytes) return Stop(bytes.error());
  const auto table = VerdictTable::Open(*bytes);
  if (!table) return Stop({"is no table of verdicts", verdicts, 0, 0});
  auto file = AtomicFile::Create(out);
  if (!file) return Stop(file.error());
  file->stream() << ocr::AksharaModel::Build(ReadForms(*text, *table));
  const auto committed = file->Commit();
  return committed ? 0 : Stop(committed.error());
}

}  // namespace
}  // namespace bnlint

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_akshara_model FREQUENCY.tsv VERDICTS.bin MODEL\n";
    return 2;
  }
  return bnlint::Make(argv[1], argv[2], argv[3]);
}
