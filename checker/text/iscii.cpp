#include "text/iscii.h"

#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "text/utf8.h"

namespace bnlint {
namespace {

// ICU counts the scripts of ISCII as versions; Bengali is 1.
constexpr const char* kBengali = "ISCII,version=1";

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

// Appends the Unicode of `bytes` to `out`; the bytes as Latin-1 when ICU cannot.
void Append(std::string_view bytes, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(kBengali, &status));
  // A byte of ISCII becomes two UTF-16 units at most.
  std::u16string units(bytes.size() * 2 + 1, u'\0');
  const int32_t size =
      U_FAILURE(status) != 0
          ? 0
          : ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()),
                          bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) != 0) {
    for (const char byte : bytes) AppendUtf8(out, static_cast<uint8_t>(byte));
    return;
  }
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U16_NEXT(units.data(), at, size, c);
    AppendUtf8(out, static_cast<char32_t>(c));
  }
}

}  // namespace

std::string FromIscii(std::string_view text) {
  std::string out;
  std::string bytes;
  const auto flush = [&] {
    if (!bytes.empty()) Append(bytes, out);
    bytes.clear();
  };
  constexpr char32_t kDanda = 0xEA;
  constexpr char32_t kAttribute = 0xEF;  // it and the byte behind it change script or style
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == kAttribute && at + c.size < text.size()) {
      at += c.size + DecodeAt(text, at + c.size).size;
      continue;
    }
    if (c.value == kDanda) {  // ICU's Bengali table lacks it
      flush();
      out += "।";
    } else if (IsIsciiLetter(c.value)) {
      bytes += static_cast<char>(c.value);
    } else {
      flush();
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  flush();
  return out;
}

}  // namespace bnlint
