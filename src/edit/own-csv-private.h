/* What the files share that make claims of our own CSV: the row that is read, and the entries of
 * the dataset's file to which what it names is added. */
#pragma once

#include "edit/edit-private.h"
#include "edit/own-csv.h"

/* Divides what a claim has several of. */
#define QM_OWN_CSV_DIVIDER "; "

typedef struct {
  const QmSheet *sheet;
  const QmEdit *edit;
  guint row;
  cJSON *sources, *entities, *measures, *units, *claims, *events, *charts;
  GHashTable *known;  /* "claims/id" and the like: what is there already, with NULL, or has been
                         added, with the entry */
  gboolean has_forms; /* its charts are drawn in the forms that it says */
  GHashTable *apart;  /* the claims that have a row of no chart: there they are as they were said,
                         where a view has divided them for its chart */
  GHashTable *named;  /* of these, what has its own name: others may only have been in a ratio */
} QmOwnCsv;

/* The place of the column of that heading among those of the sheet; -1 for none. */
int qm_own_csv_find_column (const QmSheet *sheet, const char *name);

/* The row's cell in the column of that heading; "" for none. */
const char *qm_own_csv_get (const QmOwnCsv *self, const char *name);
gboolean qm_own_csv_has (const QmOwnCsv *self, const char *name);

/* The parts of a cell. */
GStrv qm_own_csv_split (const char *cell) G_GNUC_WARN_UNUSED_RESULT;

/* Where it is neither NULL nor empty. */
void qm_own_csv_add_string (cJSON *json, const char *key, const char *string);

/* The entries of one of the file's arrays, to be added to; from then on they are known. */
cJSON *qm_own_csv_take_section (QmOwnCsv *self, const char *section);
gboolean qm_own_csv_knows (const QmOwnCsv *self, const char *section, const char *id);

/* What has been added of the table; NULL where there is none, or it was there already. */
cJSON *qm_own_csv_find (const QmOwnCsv *self, const char *section, const char *id);

/* Adds the entry, which is not there yet. (takes entry) */
void qm_own_csv_put_entry (QmOwnCsv *self, const char *section, cJSON *entries, cJSON *entry);

/* A new entry of that id; NULL where it is there already. */
cJSON *qm_own_csv_add_entry (QmOwnCsv *self, const char *section, cJSON *entries, const char *id);

/* Those of the row, with the sources that they name. */
cJSON *qm_own_csv_make_citations (QmOwnCsv *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of a ratio the cell has both names (name NULL), and each is known where it stands alone. */
void qm_own_csv_add_entity (QmOwnCsv *self, const char *id, const char *name);

/* The short name and the colour of the i-th of n whom the row tells of. */
void qm_own_csv_add_looks (QmOwnCsv *self, const char *id, guint i, guint n);

/* That of the row, and its unit. */
void qm_own_csv_add_measure (QmOwnCsv *self);

/* Those whose rows say that they show it, each once; what is in no chart is there because others
 * are computed from it, or because its chart does not show it. The first's id is the caller's. */
void qm_own_csv_add_charts (QmOwnCsv *self, char **first);

/* Adds to what has been made of all rows what no column has (export/csv-rest.h). */
void qm_own_csv_merge_rest (QmOwnCsv *self);
