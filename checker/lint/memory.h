#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/check.h"
#include "rule/diagnostic.h"
#include "rule/locator.h"
#include "text/document.h"
#include "text/source.h"
#include "text/token.h"

namespace bnlint {

/// What linting a document has learnt about its paragraphs, so that linting it again after an edit looks only at what
/// has changed. The tokens of a paragraph and what follows from them are known by its text; what patterns and checks that
/// judge by paragraph (checks/by_paragraph.h) find in it is known by its bytes and those of the segments beside it. Checks that
/// think of the whole document run every time, over the known tokens. So the findings are those of a document that nobody
/// has seen before. Texts are known by hashes of 128 bits.
///
/// Belongs to one document and one Linter at a time, under the same word lists; not thread-safe. Memory grows with
/// the document: some twenty times its size.
class LintMemory {
 public:
  /// Asked before each paragraph: true breaks off; Lint then fails, and what was learnt stays.
  std::function<bool()> stop;

  struct Key {
    uint64_t high = 0;
    uint64_t low = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// The tokens of a paragraph, and what they and their words are.
  struct Scanned {
    ScannedText text;
    std::vector<Traits> words;
    Traits traits = 0;
  };
  /// What follows from the text.
  struct Text {
    bool known = false;
    Scanned scan;
    uint32_t run = 0;  // that needed it last
  };
  /// What was found, where it stood then.
  struct Findings {
    bool known = false;
    uint64_t begin = 0;  ///< of the segment
    std::vector<Diagnostic> found;
    uint32_t run = 0;
  };

  /// A document begins. The paragraphs that the last few did not have are forgotten.
  void Begin();
  /// A comment of the document speaks to us: from here on nothing is known that was learnt under others.
  void Obey(std::string_view directive);
  /// A block begins; both must live as long as its paragraphs are asked for.
  void Block(const Source& block, const Document& document);
  /// Of a segment of the block. The references hold until the next Begin.
  Text& TextOf(size_t index);
  Findings& FindingsOf(size_t index);

  /// Adds known findings to `out`, moved to where their segment begins now.
  static void Tell(const Findings& known, uint64_t begin, Locator& locator,
                   std::vector<Diagnostic>& out);

 private:
  struct Hash {
    size_t operator()(const Key& key) const { return key.low; }
  };

  uint32_t run_ = 0;
  Key context_;                // of the comments so far
  std::vector<Key> segments_;  // of the block
  std::vector<Key> whole_;     // with those beside them
  std::unordered_map<Key, Text, Hash> texts_;
  std::unordered_map<Key, Findings, Hash> findings_;
};

}  // namespace bnlint
