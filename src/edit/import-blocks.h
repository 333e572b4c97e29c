/* The blocks of a file (dataset/tables.h) that the figures of a table become: those that have rows
 * and columns in common are one. */
#pragma once

#include "edit/import-names.h"
#include "sheet/sheet.h"

/* Figures that become one block: those of months apart from those of quarters, since they are not
 * compared, and each measure that rows name apart. */
typedef struct {
  char *id;
  QmResolution resolution;
  cJSON *columns, *rows;
  GPtrArray *lines; /* for each column the QmSheetColumn and the measure, as a key (char *) */
  GHashTable *row_ids, *column_ids;
  guint line; /* of the last row */
  gboolean has_entities, has_times;
} QmImportBlock;

void qm_import_block_free (gpointer block);

typedef struct {
  const QmSheet *sheet;
  QmImportNames entities, measures;
  GHashTable *table_ids;
  GHashTable *by_key; /* char * → QmImportBlock */
  GPtrArray *blocks;  /* QmImportBlock */
} QmImportBlocks;

/* TRUE if rows name what their figures are of: each measure has a block of its own then. */
gboolean qm_import_blocks_are_of_one_measure_each (const QmSheet *sheet);

void qm_import_blocks_add (QmImportBlocks *self, const QmSheetFigure *figure);

/* What the table says for all of its figures, as sentences. NULL for nothing. */
char *qm_import_blocks_join_notes (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* The block as a file has it, which takes its rows and columns. */
cJSON *qm_import_blocks_write (const QmImportBlocks *self, QmImportBlock *block, const char *source,
                               const char *file,
                               const QmChoices *choices) G_GNUC_WARN_UNUSED_RESULT;
