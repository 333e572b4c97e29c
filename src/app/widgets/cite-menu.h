/* A button with a menu that copies the citation of a claim or a source in one of the styles of
 * chart/words/cite.h. The window says that it did. */
#pragma once

#include "app/widgets/bin.h"
#include "chart/words/cite.h"

#define QM_TYPE_CITE_MENU (qm_cite_menu_get_type ())
G_DECLARE_FINAL_TYPE (QmCiteMenu, qm_cite_menu, QM, CITE_MENU, QmBin)

/* What it cites, whose dataset has to stay as long; with neither nothing is copied. */
void qm_cite_menu_set_cited (QmCiteMenu *self, QmCited cited);

/* Copies it at once for a widget in a window, in the style that was chosen last: the settings
 * remember it. */
void qm_cite_menu_copy_usual (GtkWidget *widget, QmCited cited);

/* What that is called: "Copy citation (BibTeX)". */
char *qm_cite_menu_name_usual (void) G_GNUC_WARN_UNUSED_RESULT;

/* Has the button's tooltip and spoken name say so, whatever is chosen. */
void qm_cite_menu_follow_usual (GtkButton *button);
