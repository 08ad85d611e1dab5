#pragma once

#include <cstddef>
#include <string_view>

#include "spelling/speller.h"

namespace bnlint {

/// What the surroundings of a word tell about it.
enum class SeamContext {
  kProse,
  kCredit,  ///< behind "ছবি:", where the name of an agency and the text behind it run together
  kByline,  ///< behind প্রতিবেদক, প্রতিনিধি: a place stands there
};

/// Where a word that no dictionary knows falls into two that somebody left no blank between, in bytes; 0 when it does
/// not. Bengali makes compounds freely, so that two known words are not enough: one of them must be no member of
/// compounds – a finite verb before the seam, a word that begins sentences behind it, a genitive before it – or the
/// context must say that two texts meet. The words must also be so frequent and so long together that letters do not
/// fall so by chance. REQUIRES: !speller.Knows(word). Thread-safe.
size_t FindSeam(const Speller& speller, std::string_view word, SeamContext context);

}  // namespace bnlint
