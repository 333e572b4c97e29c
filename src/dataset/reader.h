/* From the bytes of a dataset file to a QmDataset. The reader accepts only what is right and names
 * everything that is wrong, each with its place; data/quymo.schema.json says the same for editors.
 */
#pragma once

#include "dataset/dataset.h"
#include "dataset/excerpt.h"

G_BEGIN_DECLS

typedef struct {
  int line, column; /* from 1; columns count characters, not bytes. 0: the file as a whole */
  char *pointer;    /* RFC 6901: "/claims/3/value"; "" for the document itself */
  char *expected;
  char *found;
  QmExcerpt excerpt; /* the place; none for the file as a whole */
} QmProblem;

void qm_problem_free (QmProblem *problem);

/* "expected …, found …" in the language in use. */
char *qm_problem_describe (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* "file:line:column: pointer: expected …, found …", the same way. */
char *qm_problem_to_string (const QmProblem *problem, const char *file) G_GNUC_WARN_UNUSED_RESULT;

/* Its line with a number in front, and what marks the place in a line below; NULL for the file as a
 * whole. */
char *qm_problem_show_line (const QmProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* A form that a panel may have. */
struct _QmFormRule {
  const char *name;
  /* Sets what the form expects, in the words of a problem, in place of those of the panel's claims
   * that it cannot draw. expected has an element for each claim, which is NULL before. */
  void (*check) (const QmPanel *panel, const char **expected);
};

/* Reads a whole file's text, up to 16 MiB. name is what messages call it; forms lists those that
 * its panels may have, NULL ends it. Returns NULL if and only if there are problems, which are then
 * appended to problems (element QmProblem, in the order of the file). */
QmDataset *qm_dataset_read (const char *name, const char *text, gsize length,
                            const QmFormRule *const *forms,
                            GPtrArray *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
