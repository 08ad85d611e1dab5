// The syllable grammar as a finite automaton over classes of code points. A cell of its table says what
// becomes of one code point: it belongs to the akshara at hand, it begins a new one, or something is at
// fault – this code point, which is then skipped, or the one before it, which only now proves to be out of
// place (ক্ই: the hasanta). How many consonants a cluster has is counted beside the table.

#include "text/akshara.h"

#include <array>

#include "text/utf8.h"

namespace bnlint {
namespace {

// What a code point is to the grammar: the columns.
enum Role : uint8_t {
  kPlain,        // a consonant but for …
  kTranscribed,  // ক খ গ জ ঝ ফ ভ: with a nukta in transcriptions
  kFlap,         // ড ঢ: with a nukta if first in a cluster
  kYa,           // য: likewise, and the ya-phala
  kRa,           // র: alone in taking a joiner before its ya-phala
  kComposed,     // ড় ঢ় য় as one code point
  kVowel,        // an independent vowel but for …
  kAOrE,         // অ এ: they take a ya-phala
  kRi,           // ঋ: it takes a reph
  kKhandaTa,     // ৎ
  kAvagraha,     // ঽ
  kSignE,        // ে: ো and ৌ begin with it when they are split
  kSignAa,       // া
  kSign,         // any other vowel sign
  kAuMark,       // ৗ
  kCandra,       // ঁ
  kLast,         // ং ঃ
  kNukta,
  kHasanta,
  kZwnj,
  kZwj,
  kAlien,
  kEnd,  // of the word
};
constexpr size_t kLetterRoles = kSignE, kMarkRoles = kEnd + 1 - kSignE;

// What has been read of the akshara at hand: the rows.
enum State : uint8_t {
  kStart,  // nothing that could carry a mark
  kLoose,  // marks without a letter: the first was the fault
  kC,      // a cluster
  kN,      // … that ends in what may take a nukta
  kR,      // র alone
  kE,      // a cluster with ে
  kS,      // … with a complete sign
  kSD,     // … and ঁ
  kSX,     // … and ং or ঃ
  kD,      // a cluster with ঁ and no sign
  kX,      // … with ং or ঃ
  kV,      // an independent vowel
  kA,      // অ or এ
  kAY,     // … with a ya-phala
  kVD,     // a vowel with ঁ
  kVX,     // … with ং or ঃ
  // These wait for a certain letter or sign.
  kH,    // a cluster and a hasanta
  kHR,   // র and a hasanta: a reph, perhaps
  kHZ,   // a cluster, hasanta and ZWJ
  kRZ,   // র and ZWJ: র‍্য begins so
  kRZH,  // … and a hasanta
  kCZ,   // a cluster and ZWNJ
  kAH,   // অ or এ and a hasanta
  kStates,
  kSame,  // the state stays as it is
};
constexpr size_t kWaiting = kStates - kH;

enum class Move : uint8_t {
  kAdd,      // it belongs to the akshara at hand
  kJoin,     // … as one more consonant of its cluster
  kOpen,     // it begins a new one
  kBad,      // it is at fault
  kBadLast,  // the one before it is; it is to be read again
  kBad2nd,   // the one before that is; likewise
};

struct Cell {
  Move move;
  State next;
  SyllableFault fault = SyllableFault::kForeignLetter;
};
using Fault = SyllableFault;

constexpr Cell Add(State next) { return {Move::kAdd, next}; }
constexpr Cell Join(State next) { return {Move::kJoin, next}; }
constexpr Cell Open(State next) { return {Move::kOpen, next}; }
constexpr Cell Bad(Fault fault, State next = kSame) { return {Move::kBad, next, fault}; }
constexpr Cell BadLast(Fault fault, State next) { return {Move::kBadLast, next, fault}; }

constexpr Cell kToC = Join(kC), kToN = Join(kN);
constexpr Cell kNone = BadLast(Fault::kHasantaJoinsNothing, kStart);
constexpr Cell kBefV = BadLast(Fault::kHasantaBeforeVowel, kStart);
constexpr Cell kJH = BadLast(Fault::kJoiner, kH), kJR = BadLast(Fault::kJoiner, kR);
constexpr Cell kJC = BadLast(Fault::kJoiner, kC), kHas = BadLast(Fault::kHasanta, kV);
constexpr Cell kJ2 = {Move::kBad2nd, kHR, Fault::kJoiner};

// clang-format off
// A letter, first in all the states that do not wait for one.
constexpr Cell kLetters[1 + kWaiting][kLetterRoles] = {
  //      plain     ক..ভ      ড ঢ       য         র         ড় ঢ় য়     vowel     অ এ       ঋ         ৎ         ঽ
  /*..*/ {Open(kC), Open(kN), Open(kN), Open(kN), Open(kR), Open(kC), Open(kV), Open(kA), Open(kV), Open(kStart), Open(kStart)},
  /*H*/  {kToC,     kToN,     kToC,     kToC,     kToC,     kNone,    kBefV,    kBefV,    kBefV,    kNone,    kNone },
  /*HR*/ {kToC,     kToN,     kToC,     kToC,     kToC,     kNone,    kBefV,    kBefV,    Add(kV),  Add(kStart), kNone },
  /*HZ*/ {kToC,     kToN,     kToC,     kToC,     kToC,     kJH,      kJH,      kJH,      kJH,      kJH,      kJH},
  /*RZ*/ {kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR},
  /*RZH*/{kJ2,      kJ2,      kJ2,      kToC,     kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2},
  /*CZ*/ {kJC,      kJC,      kJC,      kJC,      kJC,      kJC,      kJC,      kJC,      kJC,      kJC,      kJC},
  /*AH*/ {kHas,     kHas,     kHas,     Add(kAY), kHas,     kHas,     kHas,     kHas,     kHas,     kHas,     kHas},
};

constexpr Cell kOrph = Bad(Fault::kOrphanMark, kLoose), kTwo = Bad(Fault::kTwoSigns), kOnV = Bad(Fault::kSignAfterVowel);
constexpr Cell kHalf = Bad(Fault::kHalfSign, kS), kMods = Bad(Fault::kTwoModifiers);
constexpr Cell kOrdE = Bad(Fault::kMarkOrder, kE), kOrdS = Bad(Fault::kMarkOrder, kSX);
constexpr Cell kNuk = Bad(Fault::kNukta), kHsn = Bad(Fault::kHasanta), kJnr = Bad(Fault::kJoiner);
constexpr Cell kAln = Bad(Fault::kForeignLetter, kStart), kLooC = BadLast(Fault::kHasantaJoinsNothing, kC);
constexpr Cell kLooR = BadLast(Fault::kHasantaJoinsNothing, kR);

// Everything else.
constexpr Cell kMarks[kStates][kMarkRoles] = {
  //         ে         া         sign      ৗ         ঁ         ং ঃ       ়         ্         ZWNJ      ZWJ      alien    end
  /*Start*/ {kOrph,    kOrph,    kOrph,    kOrph,    kOrph,    kOrph,    kOrph,    kOrph,    kJnr,     kJnr,    kAln,    Add(kStart)},
  /*Loose*/ {Add(kLoose), Add(kLoose), Add(kLoose), Add(kLoose), Add(kLoose), Add(kLoose), Add(kLoose), Add(kLoose), kJnr, kJnr, kAln,  Add(kStart)},
  /*C*/     {Add(kE),  Add(kS),  Add(kS),  kHalf,    Add(kD),  Add(kX),  kNuk,     Add(kH),  Add(kCZ), kJnr,    kAln,    Add(kStart)},
  /*N*/     {Add(kE),  Add(kS),  Add(kS),  kHalf,    Add(kD),  Add(kX),  Add(kC),  Add(kH),  Add(kCZ), kJnr,    kAln,    Add(kStart)},
  /*R*/     {Add(kE),  Add(kS),  Add(kS),  kHalf,    Add(kD),  Add(kX),  kNuk,     Add(kHR), Add(kCZ), Add(kRZ), kAln,   Add(kStart)},
  /*E*/     {kTwo,     Add(kS),  kTwo,     Add(kS),  Add(kSD), Add(kSX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*S*/     {kTwo,     kTwo,     kTwo,     kTwo,     Add(kSD), Add(kSX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*SD*/    {kTwo,     kTwo,     kTwo,     kTwo,     kMods,    Add(kSX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*SX*/    {kTwo,     kTwo,     kTwo,     kTwo,     kMods,    kMods,    kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*D*/     {kOrdE,    kOrdS,    kOrdS,    kOrdS,    kMods,    Add(kX),  kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*X*/     {kOrdE,    kOrdS,    kOrdS,    kOrdS,    kMods,    kMods,    kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*V*/     {kOnV,     kOnV,     kOnV,     kOnV,     Add(kVD), Add(kVX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*A*/     {kOnV,     kOnV,     kOnV,     kOnV,     Add(kVD), Add(kVX), kNuk,     Add(kAH), kJnr,     kJnr,    kAln,    Add(kStart)},
  /*AY*/    {kOnV,     Add(kS),  kOnV,     kOnV,     Add(kVD), Add(kVX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*VD*/    {kOnV,     kOnV,     kOnV,     kOnV,     kMods,    Add(kVX), kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*VX*/    {kOnV,     kOnV,     kOnV,     kOnV,     kMods,    kMods,    kNuk,     kHsn,     kJnr,     kJnr,    kAln,    Add(kStart)},
  /*H*/     {kLooC,    kLooC,    kLooC,    kLooC,    kLooC,    kLooC,    kNuk,     kHsn,     Add(kStart), Add(kHZ), kAln, Add(kStart)},
  /*HR*/    {kLooR,    kLooR,    kLooR,    kLooR,    kLooR,    kLooR,    kNuk,     kHsn,     Add(kStart), Add(kHZ), kAln, Add(kStart)},
  /*HZ*/    {kJH,      kJH,      kJH,      kJH,      kJH,      kJH,      kJH,      kJH,      kJnr,     kJnr,    kAln,    kJH},
  /*RZ*/    {kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      kJR,      Add(kRZH), kJnr,    kJnr,    kAln,    kJR},
  /*RZH*/   {kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,      kJ2,     kAln,    kJ2},
  /*CZ*/    {Add(kE),  Add(kS),  Add(kS),  kHalf,    kJC,      kJC,      kJC,      kJC,      kJnr,     kJnr,    kAln,    kJC},
  /*AH*/    {kHas,     kHas,     kHas,     kHas,     kHas,     kHas,     kHas,     kHas,     kHas,     kHas,    kAln,    kHas},
};
// clang-format on

struct RoleRange {
  Role role;
  char32_t first, last;
};
// What comes later overrules what comes before.
constexpr RoleRange kRanges[] = {
    {kCandra, 0x0981, 0x0981},      {kLast, 0x0982, 0x0983},        {kVowel, 0x0985, 0x098C},
    {kVowel, 0x098F, 0x0990},       {kVowel, 0x0993, 0x0994},       {kVowel, 0x09E0, 0x09E1},
    {kAOrE, 0x0985, 0x0985},        {kAOrE, 0x098F, 0x098F},        {kRi, 0x098B, 0x098B},
    {kPlain, 0x0995, 0x09A8},       {kPlain, 0x09AA, 0x09B0},       {kPlain, 0x09B2, 0x09B2},
    {kPlain, 0x09B6, 0x09B9},       {kPlain, 0x09F0, 0x09F1},       {kTranscribed, 0x0995, 0x0997},
    {kTranscribed, 0x099C, 0x099D}, {kTranscribed, 0x09AB, 0x09AB}, {kTranscribed, 0x09AD, 0x09AD},
    {kFlap, 0x09A1, 0x09A2},        {kYa, 0x09AF, 0x09AF},          {kRa, 0x09B0, 0x09B0},
    {kComposed, 0x09DC, 0x09DD},    {kComposed, 0x09DF, 0x09DF},    {kKhandaTa, 0x09CE, 0x09CE},
    {kAvagraha, 0x09BD, 0x09BD},    {kSign, 0x09BF, 0x09C4},        {kSign, 0x09C8, 0x09C8},
    {kSign, 0x09CB, 0x09CC},        {kSign, 0x09E2, 0x09E3},        {kSignAa, 0x09BE, 0x09BE},
    {kSignE, 0x09C7, 0x09C7},       {kAuMark, 0x09D7, 0x09D7},      {kNukta, 0x09BC, 0x09BC},
    {kHasanta, 0x09CD, 0x09CD},
};

constexpr char32_t kBlock = 0x0980;  // … to 0x09FF
constexpr std::array<Role, 0x80> kRoleOf = [] {
  std::array<Role, 0x80> roles{};
  for (Role& role : roles) role = kAlien;
  for (const RoleRange& range : kRanges) {
    for (char32_t c = range.first; c <= range.last; ++c) roles[c - kBlock] = range.role;
  }
  return roles;
}();

Role RoleOf(char32_t c) {
  if (c - kBlock < kRoleOf.size()) return kRoleOf[c - kBlock];
  if (c == 0x200C) return kZwnj;
  return c == 0x200D ? kZwj : kAlien;
}

const Cell& CellOf(State state, Role role) {
  return role < kSignE ? kLetters[state < kH ? 0 : 1 + state - kH][role]
                       : kMarks[state][role - kSignE];
}

constexpr int kMostJoined = 5;  // consonants in a cluster

bool IsReadAgain(Move move) { return move == Move::kBadLast || move == Move::kBad2nd; }

// Takes one code point in and says what becomes of it.
Cell Step(Role role, uint8_t& state, uint8_t& joined) {
  Cell cell = CellOf(static_cast<State>(state), role);
  if (cell.move == Move::kOpen) {
    joined = 1;
  } else if (cell.move == Move::kJoin && joined == kMostJoined) {
    cell = BadLast(Fault::kLongCluster, kStart);
  } else if (cell.move == Move::kJoin) {
    joined = state == kRZH ? kMostJoined : joined + 1;  // to র‍্য nothing joins
  }
  if (cell.next != kSame) state = cell.next;
  return cell;
}

}  // namespace

std::string_view FaultName(SyllableFault fault) {
  switch (fault) {
    case SyllableFault::kOrphanMark: return "orphan-mark";
    case SyllableFault::kDoubledMark: return "doubled-mark";
    case SyllableFault::kTwoSigns: return "two-signs";
    case SyllableFault::kTwoModifiers: return "two-modifiers";
    case SyllableFault::kMarkOrder: return "mark-order";
    case SyllableFault::kSignAfterVowel: return "sign-after-vowel";
    case SyllableFault::kHalfSign: return "half-sign";
    case SyllableFault::kHasanta: return "hasanta";
    case SyllableFault::kHasantaBeforeVowel: return "hasanta-before-vowel";
    case SyllableFault::kHasantaJoinsNothing: return "hasanta-joins-nothing";
    case SyllableFault::kNukta: return "nukta";
    case SyllableFault::kJoiner: return "joiner";
    case SyllableFault::kLongCluster: return "long-cluster";
    case SyllableFault::kForeignLetter: return "foreign-letter";
  }
  return "";
}

std::optional<SyllableError> SyllableReader::Next() {
  while (!ended_) {
    const bool end = at_ >= word_.size();
    const CodePoint c = end ? CodePoint{0, 0, true} : DecodeAt(word_, at_);
    const Cell cell = Step(end ? kEnd : RoleOf(c.value), state_, joined_);
    if (cell.move == Move::kBadLast) return SyllableError{last_, at_, cell.fault};
    if (cell.move == Move::kBad2nd) return SyllableError{second_last_, last_, cell.fault};
    second_last_ = last_;
    last_ = at_;
    at_ += c.size;
    ended_ = end;
    if (cell.move != Move::kBad) continue;
    const bool once = cell.fault == Fault::kTwoSigns || cell.fault == Fault::kTwoModifiers ||
                      cell.fault == Fault::kNukta;
    const bool repeated = last_ > 0 && word_.substr(last_, c.size) ==
                                           word_.substr(second_last_, last_ - second_last_);
    return SyllableError{last_, at_, once && repeated ? Fault::kDoubledMark : cell.fault};
  }
  return std::nullopt;
}

size_t AksharaEnd(std::string_view word, size_t at) {
  uint8_t state = kStart;
  uint8_t joined = 0;
  for (size_t next = at; next < word.size();) {
    const CodePoint c = DecodeAt(word, next);
    Cell cell = Step(RoleOf(c.value), state, joined);
    while (IsReadAgain(cell.move)) cell = Step(RoleOf(c.value), state, joined);
    if (cell.move == Move::kOpen && next > at) return next;
    next += c.size;
  }
  return word.size();
}

size_t CountAksharas(std::string_view word) {
  size_t count = 0;
  for (size_t at = 0; at < word.size(); at = AksharaEnd(word, at)) ++count;
  return count;
}

}  // namespace bnlint
