/* One row of a table's preview, as an item of its list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_TABLE_ROW (qm_table_row_get_type ())
G_DECLARE_FINAL_TYPE (QmTableRow, qm_table_row, QM, TABLE_ROW, GObject)

/* row is its number in the grid. */
QmTableRow *qm_table_row_new (guint row) G_GNUC_WARN_UNUSED_RESULT;

guint qm_table_row_get_row (QmTableRow *self);

G_END_DECLS
