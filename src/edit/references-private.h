/* What the readers of references share. */
#pragma once

#include "edit/references.h"

/* A reference as its file has it: by names of fields in small letters, before it is known what they
 * are to a dataset. */
typedef struct {
  QmReferences *references;
  int line;
  char *type; /* "article", "JOUR" */
  char *key;  /* may be NULL */
  GHashTable *fields;
  GPtrArray *authors; /* cJSON *, as a source has them */
} QmReferenceDraft;

void qm_references_begin (QmReferenceDraft *draft, QmReferences *references, int line);

/* Makes a source of kind of it, and clears the draft. */
void qm_references_end (QmReferenceDraft *draft, const char *kind);
void qm_references_drop (QmReferenceDraft *draft);

/* The field, which is not empty; NULL where there is none. */
const char *qm_references_field (const QmReferenceDraft *draft, const char *name);

/* (takes text) Sets the field unless it is there. */
void qm_references_set (QmReferenceDraft *draft, const char *name, char *text);

/* "Doe, Jane" or "Jane van Doe"; organisation is TRUE where it is not to be taken apart. */
void qm_references_add_author (QmReferenceDraft *draft, const char *name, gboolean is_organisation);

void qm_references_add_fault (QmReferences *references, int line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Each reads all of a text. */
void qm_references_read_bibtex (QmReferences *references, const char *text);
void qm_references_read_ris (QmReferences *references, const char *text);
void qm_references_read_csl (QmReferences *references, const char *text, gsize length);

/* What LaTeX's signs say: “{\'e}” is “é”. */
char *qm_references_unlatex (const char *text) G_GNUC_WARN_UNUSED_RESULT;
