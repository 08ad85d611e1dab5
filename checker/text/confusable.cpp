#include "text/confusable.h"

#include <memory>
#include <string>
#include <unordered_map>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr char32_t kFirst = 0x0980, kLast = 0x09FF;

// What the code point looks like, in UTS #39's normal form; empty when ICU cannot say.
std::string Skeleton(const USpoofChecker* checker, char32_t code_point) {
  std::string text;
  AppendUtf8(text, code_point);
  char skeleton[64];  // NOLINT(*-avoid-c-arrays): what ICU writes to
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size =
      uspoof_getSkeletonUTF8(checker, 0, text.data(), static_cast<int32_t>(text.size()), skeleton,
                             static_cast<int32_t>(sizeof skeleton), &status);
  return U_FAILURE(status) != 0 ? std::string() : std::string(skeleton, static_cast<size_t>(size));
}

class Lookalikes {
 public:
  Lookalikes() {
    UErrorCode status = U_ZERO_ERROR;
    checker_.reset(uspoof_open(&status));
    if (U_FAILURE(status) != 0) {
      checker_.reset();
      return;
    }
    for (char32_t c = kFirst; c <= kLast; ++c) {
      const CharClass cls = ClassOf(c);
      if (IsBengali(cls) || IsDigit(cls)) by_skeleton_.emplace(Skeleton(checker_.get(), c), c);
    }
  }
  [[nodiscard]] char32_t Find(char32_t code_point) const {
    if (checker_ == nullptr) return 0;
    const auto found = by_skeleton_.find(Skeleton(checker_.get(), code_point));
    return found == by_skeleton_.end() ? 0 : found->second;
  }

 private:
  struct Close {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
  };
  std::unique_ptr<USpoofChecker, Close> checker_;
  std::unordered_map<std::string, char32_t> by_skeleton_;
};

}  // namespace

char32_t BengaliLookalike(char32_t code_point) {
  if (code_point >= 0x0900 && code_point <= 0x0D7F) {
    const char32_t sister = kFirst + (code_point & 0x7FU);
    if (IsBengali(ClassOf(sister))) return sister;
  }
  static const Lookalikes lookalikes;  // a checker is for many threads to read
  return lookalikes.Find(code_point);
}

bool IsForeignLetter(char32_t code_point) {
  const CharClass cls = ClassOf(code_point);
  if (cls != CharClass::kLatin && cls != CharClass::kOtherLetter && cls != CharClass::kOtherMark) {
    return false;
  }
  return uscript_hasScript(static_cast<UChar32>(code_point), USCRIPT_BENGALI) == 0;
}

}  // namespace bnlint
