#include "checks/chunk.h"

namespace bnlint {

std::vector<Span> MergedChunks(const Paragraph& paragraph,
                               const std::function<bool(const Chunk&)>& damaged) {
  const auto tokens = paragraph.tokens();
  std::vector<Span> runs;
  bool joins = false;  // nothing but blanks since the last damaged chunk
  for (size_t i = 0; i < tokens.size();) {
    if (tokens[i].Is(TokenKind::kSpace)) {
      joins = joins && !tokens[i].Has(kHasLineBreak);
      ++i;
      continue;
    }
    Chunk chunk{i, i};
    while (chunk.last < tokens.size() && !tokens[chunk.last].Is(TokenKind::kSpace)) ++chunk.last;
    i = chunk.last;
    if (!damaged(chunk)) {
      joins = false;
      continue;
    }
    const Span span{tokens[chunk.first].begin, tokens[chunk.last - 1].end};
    if (joins) {
      runs.back().end = span.end;
    } else {
      runs.push_back(span);
    }
    joins = true;
  }
  return runs;
}

}  // namespace bnlint
