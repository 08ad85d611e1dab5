#include "checks/abbreviation.h"

#include <array>

#include "checks/around.h"
#include "spelling/fold.h"

namespace bnlint {

bool IsAbbreviationStem(std::string_view word) {
  // Titles and names; the Prophet and his kin; companies; books and time; measures; what is written before an address.
  static constexpr std::array<std::string_view, 77> kStems = {
      "মো",   "মোহা", "মুহ",    "মু",    "মোসা",   "মোছা", "মোসাঃ", "ড",   "ডা",   "প্রফে", "অধ্যা",
      "ইঞ্জি", "প্রকৌ", "অ্যাড",  "এড",   "অ্যাডভো", "এডভো", "আলহা",  "মাও", "সৈ",   "শ্রী",  "বেগ",
      "লে",   "ক্যা",  "মে",    "জে",   "কর্ন",    "ব্রি",  "ফ্লা",   "স্কো", "উই",   "সা",   "সাঃ",
      "স",    "দ",    "রা",    "আ",    "রহ",     "হ",    "লি",    "কো",  "কোং",  "প্রা",  "প্রাই",
      "গভ",   "মেসা", "পৃ",     "পৃষ্ঠা", "সং",     "সম্পা", "বি",    "দ্র",  "বিদ্র", "দ্রষ্ট", "খ্রি",
      "খ্রী",  "খৃ",    "খ্রিঃপূ", "পূ",    "বঙ্গা",   "হি",   "ইং",    "কি",  "মি",   "সে",   "সেমি",
      "কিমি", "মিমি", "গ্রা",   "কেজি", "ফু",      "ই",    "নং",    "তাং", "মোবা", "টেলি", "উদা"};
  return IsOneOf(Fold(word), kStems);
}

}  // namespace bnlint
