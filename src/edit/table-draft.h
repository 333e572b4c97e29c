/* A table that claims are to be made of: its bytes, how they are to be read where the guesses were
 * wrong, and what is typed of its source. */
#pragma once

#include "edit/edit.h"
#include "sheet/sheet.h"

typedef struct {
  char *name; /* of its file, or what pasted cells are called; it is known by that in a dataset */
  char *path; /* of its file; NULL for pasted cells */
  GBytes *bytes;
  QmChoices choices;
  char *form;        /* that the charts are to have; NULL: the one that fits best */
  GHashTable *typed; /* of the source, by the names of QmSourceFields */
} QmTableDraft;

QmTableDraft *qm_table_draft_new (const char *name, const char *path,
                                  GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void qm_table_draft_free (QmTableDraft *draft); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmTableDraft, qm_table_draft_free)

/* All of it as JSON, to go on another time; and back. NULL for what is no such JSON. */
char *qm_table_draft_to_json (const QmTableDraft *draft) G_GNUC_WARN_UNUSED_RESULT;
QmTableDraft *qm_table_draft_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/* "" for nothing. (unowned) */
const char *qm_table_draft_get_typed (const QmTableDraft *draft, const char *key);
void qm_table_draft_set_typed (QmTableDraft *draft, const char *key, const char *words);

/* What pasted cells are called: name, or that with a number, by which the dataset file of that text
 * has no table yet. text may be NULL. */
char *qm_table_draft_find_name (const char *text, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* What the dataset file of that text says of a table of the same name, that it was made of before:
 * how it was read, and its source. FALSE where there is none. */
gboolean qm_table_draft_remember (QmTableDraft *draft, const char *text);

/* The text of a dataset file with the claims of the table, and the id of the first chart that has
 * them. NULL if and only if error is set. (both owned by the caller) */
char *qm_table_draft_import (const QmTableDraft *draft, const QmSheet *sheet, const char *text,
                             const QmSourceFields *source, const QmForms *forms, char **chart,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
