#include "text/mask.h"

#include <algorithm>

#include "text/utf8.h"

namespace bnlint {
namespace {

bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool IsUrlByte(char c) {
  return IsAlnum(c) ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

// A blank-separated run of tokens.
struct Chunk {
  Span span;
  bool latin = false;
  bool bengali = false;
  bool number = false;
};

void Note(const Token& token, Chunk& chunk) {
  chunk.latin |= token.Is(TokenKind::kLatin);
  chunk.number |= token.Is(TokenKind::kNumber);
  chunk.bengali |= token.Is(TokenKind::kBengali) || token.Has(kBengaliDigits);
}

// Trailing sentence punctuation is the sentence's, not the address's.
Span WithoutTrailing(std::string_view text, Span span) {
  static constexpr std::string_view kTrailing[] = {".", ",", ";", ":", "!", "?", ")", "]",
                                                   "'", "।", "॥", "”", "’", "»", "…"};
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (const std::string_view mark : kTrailing) {
      if (!text.substr(span.begin, span.size()).ends_with(mark)) continue;
      span.end -= mark.size();
      shorter = true;
    }
  }
  return span;
}

// The size of the mark that an address ends at when it was escaped together with the markup around it; or 0.
size_t EscapedMarkup(std::string_view text) {
  if (!text.starts_with('&')) return 0;  // nearly always
  for (const std::string_view mark : {"&quot;", "&lt;", "&gt;"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

// Looks for URLs and addresses around '://', 'www.', '@' and 'name.tld/'.
void FindAddresses(std::string_view text, std::vector<Mask>& masks) {
  // None of them is without one of these.
  const auto holds = [&](char c) { return text.find(c) != std::string_view::npos; };
  if (!holds('/') && !holds('@') && text.find("www.") == std::string_view::npos) return;
  size_t at = 0;
  while (at < text.size()) {
    if (const size_t mark = EscapedMarkup(text.substr(at)); mark > 0 || !IsUrlByte(text[at])) {
      at += std::max<size_t>(mark, 1);
      continue;
    }
    size_t end = at + 1;
    while (end < text.size() && IsUrlByte(text[end]) && EscapedMarkup(text.substr(end)) == 0) ++end;
    const std::string_view run = text.substr(at, end - at);
    const Span span = WithoutTrailing(text, {at, end});
    const size_t scheme = run.find("://");
    const size_t dot = run.find('.');
    const size_t sign = run.find('@');
    const bool www = run.starts_with("www.") && run.size() > 6;
    const bool email = sign != std::string_view::npos && sign > 0 && sign + 1 < run.size() &&
                       IsAlnum(run[sign - 1]) && IsAlnum(run[sign + 1]);
    const bool host_and_path = dot != std::string_view::npos && dot > 1 &&
                               run.find('/', dot) != std::string_view::npos &&
                               IsAlnum(run[dot - 1]) && run.size() > dot + 3;
    if (scheme != std::string_view::npos && scheme > 0) {
      // A Bengali path goes on behind the ASCII one: take all up to the next blank.
      constexpr std::string_view kEnds = " \t\r\n<>\"";
      while (end < text.size() && kEnds.find(text[end]) == std::string_view::npos &&
             EscapedMarkup(text.substr(end)) == 0) {
        ++end;
      }
      masks.push_back({WithoutTrailing(text, {at, end}), kMaskUrl});
    } else if (email && !www) {
      masks.push_back({span, kMaskEmail});
    } else if (www || host_and_path) {
      masks.push_back({span, kMaskUrl});
    }
    at = end;
  }
}

void FindCode(std::string_view text, std::vector<Mask>& masks) {
  for (size_t open = text.find('`'); open != std::string_view::npos;) {
    const size_t close = text.find_first_of("`\n", open + 1);
    if (close == std::string_view::npos) return;
    if (text[close] == '`' && close > open + 1) masks.push_back({{open, close + 1}, kMaskCode});
    open = text.find('`', close + 1);
  }
}

void FindLatinRuns(std::span<const Token> tokens, std::vector<Mask>& masks) {
  Span run;  // empty: no run is open
  Chunk chunk;
  const auto close_chunk = [&] {
    if (chunk.span.empty()) return;
    if (chunk.latin && !chunk.bengali) {
      run = run.empty() ? chunk.span : Span{run.begin, chunk.span.end};
    } else if (!run.empty() && chunk.number && !chunk.bengali) {
      run.end = chunk.span.end;
    } else if (!run.empty()) {
      masks.push_back({run, kMaskLatin});
      run = {};
    }
    chunk = {};
  };
  for (const Token& token : tokens) {
    if (token.Is(TokenKind::kSpace)) {
      close_chunk();
      continue;
    }
    if (chunk.span.empty()) chunk.span.begin = token.begin;
    chunk.span.end = token.end;
    Note(token, chunk);
  }
  close_chunk();
  if (!run.empty()) masks.push_back({run, kMaskLatin});
}

}  // namespace

void FindMasks(std::string_view text, std::span<const Token> tokens, std::vector<Mask>& masks) {
  masks.clear();
  FindAddresses(text, masks);
  FindCode(text, masks);
  FindLatinRuns(tokens, masks);
  std::sort(masks.begin(), masks.end(),
            [](const Mask& a, const Mask& b) { return a.span < b.span; });
}

bool IsMasked(std::span<const Mask> masks, Span span, uint8_t kinds) {
  return std::any_of(masks.begin(), masks.end(), [&](const Mask& mask) {
    return (mask.kind & kinds) != 0 && mask.span.begin < span.end && span.begin < mask.span.end;
  });
}

bool IsInMask(std::span<const Mask> masks, Span span, uint8_t kinds) {
  return std::any_of(masks.begin(), masks.end(), [&](const Mask& mask) {
    return (mask.kind & kinds) != 0 && mask.span.begin <= span.begin && span.end <= mask.span.end;
  });
}

}  // namespace bnlint
