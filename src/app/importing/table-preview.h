/* A table as it is read, row by row: headings, notes, what is missing, what does not fit and what
 * is left out are told apart. Each column says over it what it holds, and is asked there; a row is
 * put right by a double click, or Enter.
 *
 * Signals: "held" (uint: the number of a column of the sheet, uint: a QmHolds), "mended" (uint: a
 * line, string: its cells as qm_choices_with_row() has them). */
#pragma once

#include "app/widgets/bin.h"
#include "sheet/sheet.h"

#include <gtk/gtk.h>

#define QM_TYPE_TABLE_PREVIEW (qm_table_preview_get_type ())
G_DECLARE_FINAL_TYPE (QmTablePreview, qm_table_preview, QM, TABLE_PREVIEW, QmBin)

/* The sheet has to stay until another one, or NULL, takes its place. */
void qm_table_preview_show (QmTablePreview *self, const QmSheet *sheet);

/* Opens what puts the row right that begins in that line. */
void qm_table_preview_mend (QmTablePreview *self, guint line);
