/* The charts that are made of a table's blocks: one of each measure. */
#pragma once

#include "edit/import-blocks.h"

/* The first chart that has a figure of the block of that id; NULL for none. */
const cJSON *qm_import_charts_find (const QmEdit *edit, const char *table);

/* Draws those of the blocks, which are in the file, that no chart has a figure of. */
void qm_import_charts_draw (QmEdit *edit, const QmImportBlocks *blocks, const QmForms *forms);
