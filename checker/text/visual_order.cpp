// A cluster is consonants joined by hasanta. Reading left to right, a pre-base sign is held back until the cluster
// behind it has been copied.

#include "text/visual_order.h"

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kE = "ে";
constexpr std::string_view kAa = "া";
constexpr std::string_view kAuLength = "ৗ";
constexpr std::string_view kCandrabindu = "ঁ";
constexpr std::string_view kReph = "র্";

CharClass ClassAt(std::string_view word, size_t at) {
  return at < word.size() ? ClassOf(DecodeAt(word, at).value) : CharClass::kSpace;
}

// The end of the cluster that begins at `at`, or `at` when none does.
size_t ClusterEnd(std::string_view word, size_t at) {
  size_t end = at;
  while (ClassAt(word, end) == CharClass::kBnConsonant) {
    end += DecodeAt(word, end).size;
    if (ClassAt(word, end) == CharClass::kBnNukta) end += DecodeAt(word, end).size;
    if (ClassAt(word, end) != CharClass::kBnHasanta) return end;
    size_t next = end + DecodeAt(word, end).size;
    if (ClassAt(word, next) == CharClass::kJoiner) next += DecodeAt(word, next).size;
    if (ClassAt(word, next) != CharClass::kBnConsonant) return end;
    end = next;
  }
  return end;
}

// The beginning of the cluster that ends at `end`, or `end` when none does.
size_t ClusterBegin(std::string_view word, size_t end) {
  size_t begin = 0;
  while (begin < end) {
    const size_t next = ClusterEnd(word, begin);
    if (next == end) return begin;
    begin = next > begin && next < end ? next : begin + DecodeAt(word, begin).size;
  }
  return end;
}

}  // namespace

std::string FromVisualOrder(std::string_view word) {
  std::string out;
  std::string held;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (IsPreBaseSign(c.value)) {
      out += held;
      held = word.substr(at, c.size);
      at += c.size;
      continue;
    }
    const size_t end = ClusterEnd(word, at);
    if (end == at) {
      out += held;
      held.clear();
      out += word.substr(at, c.size);
      at += c.size;
      continue;
    }
    out += word.substr(at, end - at);
    at = end;
    if (held.empty()) continue;
    // The right half of ো may stand behind the chandrabindu that sits between the halves.
    const bool nasal = word.substr(at).starts_with(kCandrabindu);
    const std::string_view rest = word.substr(at + (nasal ? kCandrabindu.size() : 0));
    const bool o = held == kE && rest.starts_with(kAa);
    const bool au = held == kE && rest.starts_with(kAuLength);
    if (o || au) {
      held = o ? "ো" : "ৌ";
      at += (nasal ? kCandrabindu.size() : 0) + kAa.size();
    }
    out += held;
    if ((o || au) && nasal) out += kCandrabindu;
    held.clear();
  }
  return out + held;
}

std::string ToVisualOrder(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const size_t end = ClusterEnd(word, at);
    if (end == at) {
      const size_t size = DecodeAt(word, at).size;
      out += word.substr(at, size);
      at += size;
      continue;
    }
    const std::string_view sign = word.substr(end, kE.size());
    const bool o = sign == "ো";
    const bool au = sign == "ৌ";
    const bool pre_base = !sign.empty() && IsPreBaseSign(DecodeAt(sign, 0).value);
    if (o || au) out += kE;
    if (pre_base) out += sign;
    out += word.substr(at, end - at);
    if (o) out += kAa;
    if (au) out += kAuLength;
    at = end + (o || au || pre_base ? sign.size() : 0);
  }
  return out;
}

std::vector<std::string> RephMovedBack(std::string_view word) {
  std::vector<std::string> moved;
  for (size_t at = word.find(kReph); at != std::string_view::npos;
       at = word.find(kReph, at + kReph.size())) {
    // The signs of the cluster that carries the reph stand between it and the reph.
    size_t end = at;
    while (end > 0 && IsBengaliMark(ClassOf(DecodeBefore(word, end).value)) &&
           ClassOf(DecodeBefore(word, end).value) != CharClass::kBnHasanta) {
      end -= DecodeBefore(word, end).size;
    }
    const size_t begin = ClusterBegin(word.substr(0, end), end);
    if (begin == end) continue;
    std::string candidate(word.substr(0, begin));
    candidate += kReph;
    candidate += word.substr(begin, at - begin);
    candidate += word.substr(at + kReph.size());
    moved.push_back(std::move(candidate));
  }
  return moved;
}

}  // namespace bnlint
