/* What each column of a table holds, to be chosen, and the unit of its figures, to be typed.
 *
 * Signal: "chosen" (string: the words of QM_CHOOSE_COLUMNS). */
#pragma once

#include "app/widgets/bin.h"
#include "sheet/sheet.h"

#include <gtk/gtk.h>

#define QM_TYPE_TABLE_COLUMNS (qm_table_columns_get_type ())
G_DECLARE_FINAL_TYPE (QmTableColumns, qm_table_columns, QM, TABLE_COLUMNS, QmBin)

/* chosen are the words that were chosen until now, or NULL. sheet is kept until another one is
 * shown, or NULL. */
void qm_table_columns_show (QmTableColumns *self, const QmSheet *sheet, const char *chosen);

/* As if that were chosen for a column of the sheet. */
void qm_table_columns_hold (QmTableColumns *self, guint column, QmHolds holds);
