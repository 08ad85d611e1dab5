// What the OCR model sees, for bench/ocr_train.py: reads {"id", "text"} a line from standard input and writes a line
// for each unit: id, begin and end in bytes, probability, and the features as name:value.

#include <iostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "formats/format.h"
#include "ocr/page_reader.h"
#include "text/source.h"

namespace {

void Dump(const std::string& id, const std::string& text) {
  using namespace bnlint;
  const Format& plain = Formats().front();
  SourceReader source = SourceReader::FromText(text, id);
  ocr::PageReader reader;
  std::vector<Token> tokens;
  while (true) {
    const auto block = source.Next(plain.cut, plain.block_bytes);
    if (!block || !*block) return;
    const Document document = plain.parse(**block);
    reader.Begin();
    for (const Segment& segment : document.segments) {
      Tokenize(segment.text, tokens);
      reader.Add(segment.text, tokens);
    }
    reader.Close();
    for (size_t i = 0; i < document.segments.size(); ++i) {
      for (const ocr::JudgedUnit& unit : reader.Paragraph(i)) {
        const Span span = document.segments[i].ToSource({unit.unit.begin, unit.unit.end});
        std::cout << id << '\t' << span.begin << '\t' << span.end << '\t' << unit.probability
                  << '\t';
        for (const ocr::Feature& feature : unit.facts.features) {
          std::cout << ocr::FeatureName(feature.index) << ':' << feature.value << ' ';
        }
        std::cout << '\n';
      }
    }
  }
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const auto document = nlohmann::json::parse(line);
    Dump(document["id"], document["text"]);
  }
}
