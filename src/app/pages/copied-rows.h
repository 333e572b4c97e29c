/* Rows of the table on their way to another program. */
#pragma once

#include <gtk/gtk.h>

/* Rows (element QmClaimRow) in their order, in all the forms in which a spreadsheet or an editor
 * takes them: text/html, tab-separated as plain text, and text/csv. */
GdkContentProvider *qm_copied_rows (GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;
