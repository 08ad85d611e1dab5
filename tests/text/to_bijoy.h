#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "embed/embed.h"
#include "text/akshara.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {

/// The way back, for tests: a Bengali word as a typist of Bijoy would have left it, with the fewest glyphs, in the
/// characters of Latin-1. ড় ঢ় য় precomposed. What the font cannot write stays as it is.
class ToBijoy {
 public:
  ToBijoy() {
    std::string_view rest = Embedded("dictionaries/bn/bijoy.tsv");
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.empty() || line[0] == '#') continue;
      const size_t tab = line.find('\t');
      std::string_view text = line.substr(tab + 1);
      text = text.substr(0, text.find('\t'));
      std::string codes;
      for (size_t at = 0; at < tab; at += 3) {
        AppendUtf8(codes,
                   static_cast<char32_t>(std::stoi(std::string(line.substr(at, 2)), nullptr, 16)));
      }
      glyphs_.emplace(std::string(text), codes);  // the first of several
    }
  }

  std::string Word(std::string_view word) const {
    std::string out;
    for (size_t at = 0; at < word.size();) {
      const size_t end = AksharaEnd(word, at);
      out += Akshara(word.substr(at, end - at));
      at = end;
    }
    return out;
  }

 private:
  std::string Glyph(std::string_view text) const {
    const auto found = glyphs_.find(std::string(text));
    return found == glyphs_.end() ? std::string(text) : found->second;
  }

  std::string Akshara(std::string_view text) const {
    std::string reph, cluster, pre, post, modifiers;
    if (text.starts_with("র্") && text.size() > 6) {
      reph = Glyph("র্");
      text.remove_prefix(6);
    }
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = DecodeAt(text, at);
      const std::string_view one = text.substr(at, c.size);
      at += c.size;
      if (ClassOf(c.value) == CharClass::kBnModifier) {
        modifiers += Glyph(one);
      } else if (one == "ো") {
        pre = Glyph("ে"), post = "া";
      } else if (one == "ৌ") {
        pre = Glyph("ে"), post = "ৗ";
      } else if (one == "ি" || one == "ে" || one == "ৈ") {
        pre = Glyph(one);
      } else if (ClassOf(c.value) == CharClass::kBnSign) {
        post = one;
      } else {
        cluster += one;
      }
    }
    const std::string with_sign = Cluster(cluster + post);
    if (!post.empty() && !with_sign.empty()) return pre + with_sign + reph + modifiers;
    const std::string alone = Cluster(cluster);
    return pre + (alone.empty() ? cluster : alone) + reph + (post.empty() ? "" : Glyph(post)) +
           modifiers;
  }

  /// The shortest row of glyphs that reads `text`, or nothing.
  std::string Cluster(std::string_view text) const {
    // For the first i bytes.
    std::vector<std::string> best(text.size() + 1);
    std::vector<int> count(text.size() + 1, 1000);
    count[0] = 0;
    for (size_t at = 0; at < text.size(); at += 3) {
      if (count[at] == 1000) continue;
      // A glyph begins here, or with the hasanta that the half letter before brought along.
      const bool after_half = at >= 3 && text.substr(at - 3, 3) == "্";
      for (const size_t from : {at, at - (after_half ? 3 : 0)}) {
        for (size_t end = at + 3; end <= std::min(text.size(), from + kLongest); end += 3) {
          const std::string_view reading = text.substr(from, end - from);
          const auto glyph = glyphs_.find(std::string(reading));
          if (glyph == glyphs_.end() || !Hangs(reading, from > 0)) continue;
          // A visible hasanta costs more than a ligature.
          const int cost = count[at] + (reading == "্" ? 3 : 1);
          if (cost >= count[end]) continue;
          count[end] = cost;
          best[end] = best[at] + glyph->second;
        }
      }
    }
    return best.back();
  }

  static constexpr size_t kLongest = 18;  // bytes of a reading: র‍্য, ক্ষ্ম

  /// Whether a glyph may stand in a cluster, `inside` or at its beginning.
  static bool Hangs(std::string_view reading, bool inside) {
    if (reading == "র্") return false;
    if (reading.starts_with("্")) return inside;
    return ClassOf(DecodeAt(reading, 0).value) != CharClass::kBnSign;
  }

  std::map<std::string, std::string> glyphs_;
};

}  // namespace bnlint
