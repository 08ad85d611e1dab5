#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// What a look at some texts tells about their habits: how often each of two ways was met.
struct Habits {
  struct Pair {
    uint64_t first = 0;
    uint64_t second = 0;
  };
  Pair danda;   ///< with a space before it, without
  Pair digits;  ///< Bengali, Latin
  Pair nukta;   ///< ড় ঢ় য় in one code point, in two
  Pair quotes;  ///< “ ” and "

  void Count(std::string_view text);
};

/// What `bnlint init` found in a folder.
struct Folder {
  std::map<std::string, uint64_t> files;  ///< by extension, those that bnlint reads
  Habits habits;
  bool has_pages = false;  ///< what OCR engines write
  bool has_words = false;  ///< a bnlint-words.txt
  std::map<std::string, std::set<std::string>>
      fields;  ///< of records with Bengali prose: "jsonl" → "text"
};

/// Looks into the files below a directory as `check` would walk it, at most kMostRead bytes of them.
Folder LookAt(const std::string& directory);

/// A bnlint.toml for it, in which every key is explained (from keys.h) and set to what the texts do, but commented out: it
/// changes nothing until somebody takes a # away. A line that begins with "#" and no blank is such a key.
std::string ConfigTemplate(const Folder& folder);

}  // namespace bnlint
