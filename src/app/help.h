/* The guide to the program: how charts are read and changed, how a dataset is written, and all
 * keys. There is one window of it for the whole program. */
#pragma once

#include <gtk/gtk.h>

/* The smallest dataset there is, which the guide shows, as a resource. */
#define QM_HELP_EXAMPLE "/io/github/quymo/Quymo/example.json"

/* Shows the guide, which goes with parent. */
void qm_help_show (GtkWindow *parent);

/* Where the guide is shown, it is made anew in the language in use. */
void qm_help_make_anew (void);

/* All keys, in GTK's window for them, made anew each time; where the screen is too small for it, in
 * that of the guide. */
void qm_help_show_shortcuts (GtkWindow *parent);
