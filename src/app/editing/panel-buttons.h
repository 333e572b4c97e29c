/* What is done with the parts of a chart in its form: each goes towards the beginning or the end,
 * or out, and another is added for a measure. */
#pragma once

#include "edit/edit.h"

#include <gtk/gtk.h>

typedef enum { QM_PANEL_UP, QM_PANEL_DOWN, QM_PANEL_OUT, QM_PANEL_ADDED } QmPanelStep;

/* measure is its id, for what is added; else NULL. */
typedef void (*QmPanelPressed) (QmPanelStep step, guint panel, const char *measure,
                                gpointer user_data);

/* Those of the panel of that place (from 0). */
GtkWidget *qm_panel_buttons_new (guint panel, guint n_panels, QmPanelPressed pressed,
                                 gpointer user_data);

/* A choice of what is to be added, and its button. */
GtkWidget *qm_panel_buttons_new_adder (const QmEdit *edit, QmPanelPressed pressed,
                                       gpointer user_data);

/* Does it in the dataset's text. FALSE, and no change, where nothing would be different. */
gboolean qm_panel_buttons_take (QmEdit *edit, const char *chart, QmPanelStep step, guint panel,
                                const char *measure);
