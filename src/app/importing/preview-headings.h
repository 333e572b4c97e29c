/* The headings of a table as it is read: a click at one asks what its column holds. By keys the
 * same is chosen in the list of columns (table-columns.h). */
#pragma once

#include "sheet/sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The action of a widget above, with the number of the column and what it holds: "(uu)". */
#define QM_PREVIEW_HEADINGS_ACTION "preview.hold"

/* To be called once the view has its columns: the first shows lines, the others those of the sheet.
 */
void qm_preview_headings_set_up (GtkColumnView *view, const QmSheet *sheet);

G_END_DECLS
