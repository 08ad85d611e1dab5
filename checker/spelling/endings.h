#pragma once

#include "spelling/word_trie.h"

namespace bnlint {

/// The endings that nouns take, and second halves that make adjectives of them (মূলক), with the clitics ই and
/// ও behind them: টিকেও. All have frequency 0. Built on the first call; thread-safe.
const WordTrie& NounEndings();

}  // namespace bnlint
