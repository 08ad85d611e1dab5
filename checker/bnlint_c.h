#ifndef BNLINT_C_H_
#define BNLINT_C_H_

/* The stable C interface of bnlint (libbnlint): one text at a time, or batches of texts over the Arrow C Data Interface.
 *
 * Stability: functions and fields are added, never changed or removed; BNLINT_ABI_VERSION grows when something is added.
 *
 * Texts are UTF-8, given by address and size in bytes, with or without a terminating NUL. Offsets into a text are code
 * points unless a name says bytes. Strings handed out are UTF-8 and end with NUL.
 *
 * Threads: a bnlint_checker may be used by many threads at once. A bnlint_findings belongs to one thread at a time.
 *
 * Errors: a function that can fail has an `error` parameter, which may be NULL. On failure *error becomes a message to be
 * freed with bnlint_free; on success NULL. No function throws, prints or exits. */

#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define BNLINT_API __declspec(dllexport)
#else
#define BNLINT_API __attribute__((visibility("default")))
#endif

#define BNLINT_ABI_VERSION 1

#ifdef __cplusplus
extern "C" {
#endif

/* BNLINT_ABI_VERSION of the library that was loaded. */
BNLINT_API int32_t bnlint_abi_version(void);
/* The version of bnlint, "0.1.0". Not to be freed. */
BNLINT_API const char* bnlint_version(void);
/* Frees a string that a function here handed out for freeing; NULL is fine. */
BNLINT_API void bnlint_free(char* text);

/* ---- a checker ---- */

typedef struct bnlint_checker bnlint_checker;

/* Opens a checker. `options` is a JSON object, or NULL for the defaults; its keys are the names of the command line's options:
 *   "select", "extend_select", "ignore"   arrays of rules' ids, names or categories
 *   "profile"                             "ocr", "copyedit", …
 *   "rules"                               directories of rule files
 *   "words"                               accepted words
 *   "dictionary"                          "none", "system" or a path; default bnlint's own
 *   "format"                              "plain" (default), "markdown", …
 *   "language"                            of messages: "bn" (default) or "en"
 *   "preset"                              of bnlint_judge: "fineweb2-ben", "strict", "ocr"
 *   "dataset"                             the path of a TOML file with a [dataset] table
 *   "unsafe", "suggest"                   true or false (default)
 * NULL on error: an unknown key, rule or value. */
BNLINT_API bnlint_checker* bnlint_open(const char* options, char** error);
BNLINT_API void bnlint_close(bnlint_checker* checker);
/* The rules that run, as JSON: id, name, messages, explanations, examples. To be freed. */
BNLINT_API char* bnlint_rules(const bnlint_checker* checker);

/* ---- one text ---- */

typedef struct bnlint_findings bnlint_findings;

typedef struct bnlint_finding {
  const char* id;       /* "PUN002" */
  const char* name;     /* "danda-glued" */
  const char* category; /* "punctuation" */
  const char* severity; /* "info", "warning", "error" */
  const char* message;
  uint64_t begin, end;             /* code points, half-open */
  uint64_t begin_byte, end_byte;   /* bytes, half-open */
  uint64_t line, column;           /* from 1; the column in code points */
  uint64_t fixes;                  /* how many ways to mend it */
} bnlint_finding;

typedef struct bnlint_edit {
  uint64_t begin, end;           /* code points */
  uint64_t begin_byte, end_byte; /* bytes */
  const char* text;              /* what to put there */
} bnlint_edit;

/* The findings of a text, in order of place; NULL on error. Strings live as long as the findings. */
BNLINT_API bnlint_findings* bnlint_check(const bnlint_checker* checker, const char* text, size_t bytes,
                                         char** error);
BNLINT_API void bnlint_findings_free(bnlint_findings* findings);
BNLINT_API uint64_t bnlint_findings_count(const bnlint_findings* findings);
/* REQUIRES: index < count. */
BNLINT_API void bnlint_finding_at(const bnlint_findings* findings, uint64_t index, bnlint_finding* finding);
/* A fix of a finding: how many edits it has (0: no such fix), and whether it is safe (may be NULL). */
BNLINT_API uint64_t bnlint_fix_edits(const bnlint_findings* findings, uint64_t index, uint64_t fix, int32_t* safe);
/* REQUIRES: the finding has the fix, and the fix the edit. */
BNLINT_API void bnlint_fix_edit_at(const bnlint_findings* findings, uint64_t index, uint64_t fix, uint64_t edit,
                                   bnlint_edit* out);

/* The text with its faults mended, to be freed; NULL on error. *mended_bytes and *fixed (findings that are gone) may be
 * NULL. */
BNLINT_API char* bnlint_fix(const bnlint_checker* checker, const char* text, size_t bytes, size_t* mended_bytes,
                            uint64_t* fixed, char** error);

/* As `bnlint score` says it; see bnlint.h, TextQuality. */
typedef struct bnlint_quality {
  double score;
  uint64_t words;
  double known, valid, unlikelihood, garbage;
} bnlint_quality;
BNLINT_API void bnlint_score(const bnlint_checker* checker, const char* text, size_t bytes, bnlint_quality* quality);

/* The signals of a document and whether a dataset keeps it (options "preset", "dataset"; without them it does), as JSON, to
 * be freed; NULL on error:
 *   {"kept":false,"language":"bn","reasons":[{"signal":"words","value":12,"min":50,"max":null},…],"signals":{"words":12,…}} */
BNLINT_API char* bnlint_judge(const bnlint_checker* checker, const char* text, size_t bytes, char** error);
/* All signals as JSON, in order: [{"name":…,"unit":…,"formula":…,"source":…},…]. To be freed. */
BNLINT_API char* bnlint_signals(void);

/* ---- batches ---- */

/* The Arrow C Data Interface, as its specification gives it. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

/* What a batch is asked for; fields of the result in this order. */
#define BNLINT_FINDINGS 1u /* "findings": list<struct<id, name, severity, message: string; begin, end: int64>> */
#define BNLINT_FIXED 2u    /* "fixed": string, the mended text; "fixes": int64, findings that are gone */
#define BNLINT_QUALITY 4u  /* "ocr_quality": double */
#define BNLINT_SIGNALS 8u  /* "signals": struct<words: double, …>, as bnlint_judge names them; "language": string */
#define BNLINT_VERDICT 16u /* "kept": bool; "reasons": list<string>, the signals out of range */

/* Checks an array of texts of type string, large string or string view ("u", "U", "vu"), on `threads` threads (0: as many
 * as the machine has). The result is a struct array of the same length with the fields asked for; the fields of a
 * null text are null. Strings are "u" when the input's are, else "U"; a "u" field of more than 2 GiB is an error. begin and end are
 * code points. Neither input is released: they stay the caller's. On success the outputs are to be released by the caller.
 * 0, or -1 on error. A text that its format cannot read has the findings before the place. */
BNLINT_API int32_t bnlint_check_batch(const bnlint_checker* checker, const struct ArrowSchema* schema,
                                      const struct ArrowArray* texts, uint32_t fields, uint32_t threads,
                                      struct ArrowSchema* out_schema, struct ArrowArray* out, char** error);

/* The schema of such a result without an input, for plans that must know it beforehand. `string_format`: "u" or "U". */
BNLINT_API int32_t bnlint_batch_schema(const char* string_format, uint32_t fields, struct ArrowSchema* out, char** error);

#ifdef __cplusplus
}
#endif

#endif /* BNLINT_C_H_ */
