#include "formats/archive.h"

#include <memory>

#include <zip.h>

#include "formats/html.h"

namespace bnlint {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

// A zip in memory; `source` stays to be read from when the archive has been closed.
struct Opened {
  std::unique_ptr<zip_source_t, Discard> source;
  Archive archive;
};

Result<Opened> Open(std::string_view zip, const std::string& shown) {
  Opened opened;
  zip_error_t error;
  zip_error_init(&error);
  opened.source.reset(zip_source_buffer_create(zip.data(), zip.size(), 0, &error));
  if (opened.source != nullptr) {
    zip_source_keep(opened.source.get());
    opened.archive.reset(zip_open_from_source(opened.source.get(), ZIP_CHECKCONS, &error));
    if (opened.archive == nullptr) zip_source_free(opened.source.get());
  }
  const std::string message = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (opened.archive == nullptr) return Fail("no zip archive that can be read: " + message, shown);
  return opened;
}

bool IsChapter(std::string_view name) {
  return name.ends_with(".xhtml") || name.ends_with(".html") || name.ends_with(".htm");
}

bool HoldsProse(std::string_view name, ArchiveKind kind) {
  switch (kind) {
    case ArchiveKind::kWord:
      return name == "word/document.xml" || name == "word/footnotes.xml" ||
             name == "word/endnotes.xml" ||
             ((name.starts_with("word/header") || name.starts_with("word/footer")) &&
              name.ends_with(".xml"));
    case ArchiveKind::kOdf: return name == "content.xml" || name == "styles.xml";
    case ArchiveKind::kEpub: return IsChapter(name);
    case ArchiveKind::kNone: break;
  }
  return false;
}

bool IsText(std::string_view name) { return name == "word/document.xml" || name == "content.xml"; }

Result<std::string> Unpack(zip_t* archive, const zip_stat_t& member, const std::string& shown) {
  if (member.size > kWholeBytes) return Fail("larger than 256 MiB", shown);
  if (member.encryption_method != ZIP_EM_NONE) return Fail("encrypted", shown);
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, member.index, 0));
  if (file == nullptr)
    return Fail(std::string("cannot be unpacked: ") + zip_strerror(archive), shown);
  std::string bytes(member.size, '\0');
  // A byte more than is said must not be there.
  const zip_int64_t got = zip_fread(file.get(), bytes.data(), bytes.size());
  char more = 0;
  if (got < 0 || static_cast<uint64_t>(got) != member.size || zip_fread(file.get(), &more, 1) != 0)
    return Fail("cannot be unpacked: it is not what the archive says", shown);
  return bytes;
}

}  // namespace

Result<std::vector<ArchiveMember>> ReadMembers(std::string_view zip, ArchiveKind kind,
                                               const std::string& shown) {
  auto opened = Open(zip, shown);
  if (!opened) return tl::unexpected(opened.error());
  zip_t* const archive = opened->archive.get();
  std::vector<ArchiveMember> members;
  const auto count = static_cast<uint64_t>(zip_get_num_entries(archive, 0));
  for (uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || stat.name == nullptr) continue;
    const std::string name = stat.name;
    if (!HoldsProse(name, kind)) continue;
    ArchiveMember member{name, {}, index, IsText(name) ? shown : shown + "!/" + name};
    auto bytes = Unpack(archive, stat, member.shown);
    if (!bytes) return tl::unexpected(bytes.error());
    member.bytes = std::move(*bytes);
    members.push_back(std::move(member));
  }
  if (members.empty()) return Fail("holds nothing of what such a file has", shown);
  return members;
}

Result<std::string> ReplaceMembers(std::string_view zip,
                                   const std::vector<ArchiveMember>& changed) {
  auto opened = Open(zip, {});
  if (!opened) return tl::unexpected(opened.error());
  zip_t* const archive = opened->archive.get();
  const auto failed = [&] {
    return Fail(std::string("cannot be packed again: ") + zip_strerror(archive));
  };
  for (const ArchiveMember& member : changed) {
    zip_stat_t stat;
    if (zip_stat_index(archive, member.index, 0, &stat) != 0) return failed();
    zip_source_t* const source =
        zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
    if (source == nullptr) return failed();
    if (zip_file_replace(archive, member.index, source, 0) != 0) {
      zip_source_free(source);
      return failed();
    }
    zip_set_file_compression(archive, member.index, stat.comp_method, 0);
    if (zip_file_set_mtime(archive, member.index, stat.mtime, 0) != 0) return failed();
  }
  if (zip_close(archive) != 0) return failed();
  opened->archive.release();  // zip_close has freed it
  zip_source_t* const source = opened->source.get();
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
    return Fail("cannot be packed again");
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<uint64_t>(got) != stat.size) return Fail("cannot be packed again");
  return bytes;
}

}  // namespace bnlint
