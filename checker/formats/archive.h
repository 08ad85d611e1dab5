#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/format.h"

namespace bnlint {

/// A member of an archive that holds prose.
struct ArchiveMember {
  std::string name;    ///< in the archive: "word/document.xml"
  std::string bytes;   ///< unpacked
  uint64_t index = 0;  ///< in the archive
  /// What findings in it call it: the archive when it is the text itself, else "book.epub!/OEBPS/one.xhtml".
  std::string shown;
};

/// The members of a zip that hold prose, in the order of the archive: of a Word document its text, notes, headers and
/// footers; of an OpenDocument text content.xml and styles.xml; of an EPUB its chapters. `shown` is what findings call the
/// archive. An error when it is no zip or is encrypted, or when a member is larger than kWholeBytes. Thread-safe.
Result<std::vector<ArchiveMember>> ReadMembers(std::string_view zip, ArchiveKind kind,
                                               const std::string& shown);

/// The archive with the bytes of `changed` in the place of its members; all others stay as they are packed, with their
/// order and dates. Thread-safe.
Result<std::string> ReplaceMembers(std::string_view zip, const std::vector<ArchiveMember>& changed);

}  // namespace bnlint
