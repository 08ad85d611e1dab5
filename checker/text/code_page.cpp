#include "text/code_page.h"

#include <unicode/ucnv.h>

namespace bnlint {
namespace {

struct Entry {
  std::string_view name;  // as people know it
  const char* converter;  // as ICU does
  bool dos_or_mac;        // gives every byte a character, so that C1 controls stand for nothing
};

constexpr std::array<Entry, kCodePages> kEntries = {{
    {"Windows-1252", "windows-1252", false},
    {"Windows-1254", "windows-1254", false},
    {"Windows-1256", "windows-1256", false},
    {"Windows-1258", "windows-1258", false},
    {"ISO 8859-15", "ISO-8859-15", false},
    {"Windows-1250", "windows-1250", false},
    {"ISO 8859-2", "ISO-8859-2", false},
    {"Windows-1251", "windows-1251", false},
    {"Windows-1253", "windows-1253", false},
    {"Windows-1255", "windows-1255", false},
    {"Windows-1257", "windows-1257", false},
    {"DOS 437", "ibm-437", true},
    {"DOS 850", "ibm-850", true},
    {"DOS 852", "ibm-852", true},
    {"DOS 866", "ibm-866", true},
    {"KOI8-R", "KOI8-R", true},
    {"Mac Roman", "macintosh", true},
    {"Mac Cyrillic", "x-mac-cyrillic", true},
}};

bool IsC1(char32_t c) { return c >= 0x80 && c <= 0x9F; }

// The character of one byte, or 0.
char32_t Convert(UConverter* converter, uint8_t byte) {
  const char source = static_cast<char>(byte);
  std::array<UChar, 4> target{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucnv_toUChars(converter, target.data(), target.size(), &source, 1, &status);
  const bool found = U_SUCCESS(status) != 0 && size == 1 && target[0] != 0xFFFD;
  return found ? target[0] : 0;
}

}  // namespace

std::string_view Name(CodePage page) { return kEntries[static_cast<size_t>(page)].name; }

const CodePages& CodePages::Get() {
  static const CodePages pages;
  return pages;
}

CodePages::CodePages() : index_(kLimit + 1), rows_(1) {
  for (size_t i = 0; i < kCodePages; ++i) Load(static_cast<CodePage>(i));
}

void CodePages::Load(CodePage page) {
  const Entry& entry = kEntries[static_cast<size_t>(page)];
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(entry.converter, &status);
  if (U_FAILURE(status) != 0) return;  // an ICU built without it: this misreading goes unseen
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    const char32_t found = Convert(converter, static_cast<uint8_t>(byte));
    const char32_t c = found == 0 ? byte : found;
    chars_[static_cast<size_t>(page)][byte - 0x80U] = c;
    if (byte < 0xC0) lacks_[static_cast<size_t>(page)].set(byte, found == 0 || IsC1(found));
    Enter(page, c, static_cast<uint8_t>(byte));
    if (!entry.dos_or_mac && IsC1(byte)) Enter(page, byte, static_cast<uint8_t>(byte));
  }
  // IBM's table, which ICU has, gives ª there; Microsoft's ¬.
  if (page == CodePage::kDos852) Enter(page, 0xAC, 0xAA);
  ucnv_close(converter);
}

void CodePages::Enter(CodePage page, char32_t c, uint8_t byte) {
  uint16_t& index = index_[Slot(c)];
  if (index == 0) {
    index = static_cast<uint16_t>(rows_.size());
    rows_.emplace_back();
  }
  Row& row = rows_[index];
  row.bytes[static_cast<size_t>(page)] = byte;
  if (byte >= 0xC2 && byte <= 0xF4) row.leads |= SetOf(page);
  if (byte <= 0xBF) row.trails |= SetOf(page);
}

}  // namespace bnlint
