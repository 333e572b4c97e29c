/* Sources read from what programs for references keep: BibTeX and biblatex, RIS and CSL-JSON. Each
 * becomes a source as a dataset's file has it; what is no such thing, and what the reader of
 * datasets would refuse, is left out and named with its line. */
#pragma once

#include "dataset/dataset.h"

#include <cjson/cJSON.h>
#include <gio/gio.h>

typedef struct _QmEdit QmEdit;

/* Bytes of such a file, and sources in it, at most. */
#define QM_REFERENCES_MAX_LENGTH (8 * 1024 * 1024)
#define QM_REFERENCES_MAX_SOURCES 10000

typedef struct {
  int line;       /* from 1; 0 where it is not known */
  char *sentence; /* what is wrong there */
} QmReferenceFault;

typedef struct {
  GPtrArray *sources; /* cJSON *, each with an "id" */
  GPtrArray *faults;  /* QmReferenceFault *, in the order of the file */
} QmReferences;

/* NULL, with a sentence in error, where the text is none of these formats, or no text at all. */
QmReferences *qm_references_read (const char *text, gsize length, const QmForms *forms,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void qm_references_free (QmReferences *references);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmReferences, qm_references_free)

/* Adds those sources that the file being edited does not have yet, by their DOI, address or title.
 * The ids under which they stand there, in their order; NULL for those that were there. Element
 * const char *. */
GPtrArray *qm_references_add (QmEdit *edit,
                              const QmReferences *references) G_GNUC_WARN_UNUSED_RESULT;
