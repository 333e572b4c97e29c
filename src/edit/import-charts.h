/* The charts that are made of a table's blocks: one of each measure. */
#pragma once

#include "edit/import-blocks.h"

G_BEGIN_DECLS

/* The first chart that has a figure of the block of that id; NULL for none. */
const cJSON *qm_import_charts_find (const QmEdit *edit, const char *table);

/* Draws a block that is in the file. */
void qm_import_charts_draw (QmEdit *edit, const QmImportBlocks *blocks, const QmImportBlock *block,
                            const QmForms *forms);

G_END_DECLS
