/* The language the program speaks: gettext's words, ICU's numbers and dates, and the variant that
 * is taken from a dataset's texts. There is one at a time, as gettext has it, so that a picture
 * cannot mix two. It does not need an installed locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets the locale and the translations' folder (the environment's QUYMO_LOCALEDIR, or the
 * installed one), and takes the reader's first preferred language that the program speaks.
 * To be called once, before any other thread starts. GTK would set the locale again, and lose what
 * this did where the reader's is not installed: gtk_disable_setlocale() keeps it from that. */
void qm_language_init (void);

/* Speaks code ("en", "vi") from now on. FALSE, and no change, if the program has no such one. */
gboolean qm_language_use (const char *code);

/* The code of the language in use. Static storage. */
const char *qm_language_current (void);

/* NULL-terminated codes of the languages that the program speaks. */
const char *const *qm_language_list (void);

G_END_DECLS
