/* What is wrong with a dataset file, and where. */
#pragma once

#include "dataset/excerpt.h"

typedef struct {
  guint n;          /* how many it stands for: 1, or the rest of a kind that is there too often */
  int line, column; /* from 1; columns count characters, not bytes. 0: the file as a whole */
  char *pointer;    /* RFC 6901: "/claims/3/value"; "" for the document itself */
  char *expected;
  char *found;       /* "": expected is a sentence that says all */
  const char *lacks; /* nothing stands where something must: the key that the object lacks, or "" of
                        a text that is empty; NULL otherwise */
  QmExcerpt excerpt; /* the place; none for the file as a whole */
} QmProblem;

void qm_problem_free (QmProblem *problem);

/* For as many of them as there are (element QmProblem *), which it owns. */
GPtrArray *qm_problem_array_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* "expected …, found …" in the language in use. */
char *qm_problem_describe (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a sentence, without its full stop: "This needs …, but there is …". */
char *qm_problem_tell (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* The same for who has just filled in the field that it is in: "This must be …, not …". */
char *qm_problem_describe_field (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* "file:line:column: pointer: expected …, found …", the same way. */
char *qm_problem_to_string (const QmProblem *problem, const char *file) G_GNUC_WARN_UNUSED_RESULT;

/* Its line with a number in front, and what marks the place in a line below; NULL for the file as a
 * whole. */
char *qm_problem_show_line (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;
