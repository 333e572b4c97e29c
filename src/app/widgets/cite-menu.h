/* A button with a menu that copies the citation of a claim or a source in one of the styles of
 * chart/words/cite.h. The window says that it did. */
#pragma once

#include "chart/words/cite.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_CITE_MENU (qm_cite_menu_get_type ())
G_DECLARE_FINAL_TYPE (QmCiteMenu, qm_cite_menu, QM, CITE_MENU, GtkWidget)

/* What it cites, whose dataset has to stay as long; with neither nothing is copied. */
void qm_cite_menu_set_cited (QmCiteMenu *self, QmCited cited);

/* Copies it at once, in that style, for a widget in a window. */
void qm_cite_menu_copy (GtkWidget *widget, QmCited cited, QmCiteStyle style);

G_END_DECLS
