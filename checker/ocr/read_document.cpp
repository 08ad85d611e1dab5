#include "ocr/read_document.h"

#include <vector>

#include "text/token.h"

namespace bnlint::ocr {

Result<void> ReadDocument(SourceReader& source, const Format& format, PageReader& page) {
  std::vector<Token> tokens;
  while (true) {
    const auto block = format.Next(source);
    if (!block) return tl::unexpected(block.error());
    if (!*block) return {};
    const Document document = format.Parse(**block);
    page.Begin();
    for (const Segment& segment : document.segments) {
      Tokenize(segment.text, tokens);
      page.Add(segment.text, tokens);
    }
    page.Close();
  }
}

}  // namespace bnlint::ocr
