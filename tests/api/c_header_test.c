/* The public header is C, and a C program can use the library. */
#include "bnlint_c.h"

#include <stdlib.h>
#include <string.h>

int check_from_c(const char* text, char* message, size_t room) {
  bnlint_checker* checker = bnlint_open("{\"language\": \"en\"}", NULL);
  bnlint_findings* findings;
  bnlint_finding finding;
  int count;
  if (checker == NULL) return -1;
  findings = bnlint_check(checker, text, strlen(text), NULL);
  count = (int)bnlint_findings_count(findings);
  if (count > 0) {
    bnlint_finding_at(findings, 0, &finding);
    strncpy(message, finding.name, room - 1);
  }
  bnlint_findings_free(findings);
  bnlint_close(checker);
  return count;
}
