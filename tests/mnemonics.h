/* No two controls of a window, or of what stands together in one, answer to the same letter. */
#pragma once

#include <gtk/gtk.h>

/* Adds the letters of what is in the widget to known; the test fails where one is there already. */
static inline void
collect_mnemonics (GtkWidget *widget, GHashTable *known)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  /* A label with a widget and no letter has that of nought. */
  if (gdk_keyval_to_unicode (key) != 0 && !g_hash_table_add (known, GUINT_TO_POINTER (key))) {
    g_test_message ("“%s” has the letter of another control",
                    gtk_label_get_label (GTK_LABEL (widget)));
    g_test_fail ();
  }
  for (GtkWidget *next = gtk_widget_get_first_child (widget); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    collect_mnemonics (next, known);
}
