/* A table as it is read, row by row: headings, notes, what is missing, what does not fit and what
 * is left out are told apart. Each column says over it what it holds. */
#pragma once

#include "sheet/sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_TABLE_PREVIEW (qm_table_preview_get_type ())
G_DECLARE_FINAL_TYPE (QmTablePreview, qm_table_preview, QM, TABLE_PREVIEW, GtkWidget)

GtkWidget *qm_table_preview_new (void);

/* The sheet has to stay until another one, or NULL, takes its place. */
void qm_table_preview_show (QmTablePreview *self, const QmSheet *sheet);

G_END_DECLS
