/* What a row of the sources page looks like. A source can be cited, and its address copied and
 * opened. */
#pragma once

#include "app/pages/source-row.h"
#include "app/widgets/bin.h"

#define QM_TYPE_SOURCE_CELL (qm_source_cell_get_type ())
G_DECLARE_FINAL_TYPE (QmSourceCell, qm_source_cell, QM, SOURCE_CELL, QmBin)

/* For rows of one kind only. */
GtkWidget *qm_source_cell_new (QmSourceRowKind kind);
QmSourceRowKind qm_source_cell_get_kind (QmSourceCell *self);

void qm_source_cell_set_row (QmSourceCell *self, QmSourceRow *row);

/* Everything that the cell says, for the screen reader. */
char *qm_source_cell_get_words (QmSourceCell *self) G_GNUC_WARN_UNUSED_RESULT;
