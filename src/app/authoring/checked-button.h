/* The check mark by which a reader says that a claim has been compared with its source. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* Shows, in a check button whose child is a label, who has checked the claim and when; NULL: there
 * is none, and nothing is shown. */
void qm_checked_button_show (GtkWidget *button, const QmClaim *claim);

/* TRUE where it says something else than the claim that is shown: the reader has pressed it. */
gboolean qm_checked_button_is_changed (GtkWidget *button);

/* The reader's own name, as the system knows it; and the day. (static) */
const char *qm_checked_button_get_name (void);
char *qm_checked_button_make_day (void) G_GNUC_WARN_UNUSED_RESULT;
