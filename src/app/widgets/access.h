/* The window without a pointer and without eyes: where the keyboard's focus is, and what a screen
 * reader says where GTK 4.8 tells it something else than what is seen, or nothing. */
#pragma once

#include <gtk/gtk.h>

/* TRUE if the widget or one inside it has the focus of its window, also while a dialog over that
 * has the keyboard. */
gboolean qm_access_has_focus_within (GtkWidget *widget);

/* The pointer presses the buttons in the widget, other than those of popovers, without taking the
 * keyboard from where the reader is: it is a tool. */
void qm_access_keep_focus_on_click (GtkWidget *widget);

/* By what a screen reader calls the widget, whatever it shows. */
void qm_access_set_label (GtkWidget *widget, const char *label);

/* What it says after that. */
void qm_access_describe (GtkWidget *widget, const char *description);

/* Tells of what is not where the reader is. GTK 4.8 cannot announce anything: screen readers speak
 * the description of what has the focus when it changes. Nothing is said where widget's window has
 * no focus. */
void qm_access_announce (GtkWidget *widget, const char *text);

/* What was announced last in widget's window, or NULL. */
const char *qm_access_get_announced (GtkWidget *widget);

/* Mends what is in widget already: check buttons, which were spoken with the underscore before
 * their letter; drop-downs, without what is chosen, and their list by the name of its class; and
 * toggle buttons with a label, without whether they are on. */
void qm_access_mend (GtkWidget *widget);

/* Names what GTK has in its window of shortcuts by the name of its class, or by a mnemonic. */
void qm_access_mend_shortcuts (GtkWindow *shortcuts);

/* For a drop-down without a label beside it. Newer releases of GTK label each by what is chosen in
 * it, which would hide its name. */
void qm_access_name_drop_down (GtkDropDown *drop_down, const char *name);

/* Spoken after what is chosen in it; "" for nothing. */
void qm_access_explain_choice (GtkDropDown *drop_down, const char *meaning);

/* What is spoken of a toggle of that name. */
char *qm_access_word_toggle (const char *name, gboolean is_on) G_GNUC_WARN_UNUSED_RESULT;

/* For a toggle button without a label: it is spoken by that name and whether it is on. */
void qm_access_name_toggle (GtkToggleButton *button, const char *name);
