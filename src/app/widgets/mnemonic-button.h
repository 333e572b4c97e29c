/* A button with words and a mnemonic, which is not spoken: what gtk_button_new_with_mnemonic()
 * makes would be called “_Cancel” as well. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *qm_mnemonic_button_new (const char *words);

G_END_DECLS
