#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// True for ি ে ৈ, the vowel signs that are written to the left of the cluster that they follow in Unicode.
inline bool IsPreBaseSign(char32_t c) { return c == 0x09BF || c == 0x09C7 || c == 0x09C8; }

/// A word in the order in which its glyphs stand on the page, as PDF extraction leaves it (িকেশার), put into
/// Unicode's order (কিশোর): each pre-base sign goes behind the cluster that follows it; ে … া and ে … ৗ become ো and
/// ৌ. A sign with no cluster to its right stays where it is. Linear; thread-safe.
std::string FromVisualOrder(std::string_view word);

/// The inverse: the word as its glyphs stand on the page. FromVisualOrder gives it back when its ো and ৌ are
/// composed and its grammar is right. For tests and for making examples. Thread-safe.
std::string ToVisualOrder(std::string_view word);

/// What FromVisualOrder cannot decide: a reph is drawn over the end of its cluster, so extraction may leave it behind
/// that (কমর্ for কর্ম). The words that come of moving each র্ back over the cluster before it, singly; at most one
/// word for every র্. Thread-safe.
std::vector<std::string> RephMovedBack(std::string_view word);

}  // namespace bnlint
