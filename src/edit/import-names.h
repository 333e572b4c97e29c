/* What the entities or the measures of a file are called, to give each name of a table an id: that
 * of what is called so already, or of what is added. */
#pragma once

#include "edit/edit-private.h"

typedef struct {
  const char *section; /* "entities" or "measures" */
  cJSON *entries;      /* of it, those that are there and those to be added */
  GHashTable *ids;     /* of them, each its own key */
  GHashTable *names;   /* folded, with the unit where there is one → id */
  gboolean is_changed;
} QmImportNames;

void qm_import_names_init (QmImportNames *names, const QmEdit *edit, const char *section);

/* The id of what is called that, and has that unit unless it is NULL. NULL for no words. (unowned)
 */
const char *qm_import_names_find (QmImportNames *names, const char *words, const char *unit);

/* Puts what was added into the file, and frees what they have. */
void qm_import_names_end (QmImportNames *names, QmEdit *edit);

/* An id of these words, or else of others, that is not in the set, to which it is added. */
char *qm_import_names_make_id (GHashTable *ids, const char *words, const char *otherwise,
                               gsize length) G_GNUC_WARN_UNUSED_RESULT;
