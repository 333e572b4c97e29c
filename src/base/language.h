/* The language in use: that of the words (words.h), of numbers and dates, and of the variant that
 * is taken from a dataset's texts. It is one of the program, so that a picture cannot mix two; a
 * thread can use another one for a while. It does not need an installed locale. */
#pragma once

#include <glib.h>

#define QM_N_LANGUAGES 2

/* Sets the locale and the translations' folder (the environment's QUYMO_LOCALEDIR, or the
 * installed one), and takes the reader's first preferred language that the program speaks.
 * To be called once, before any other thread starts. GTK would set the locale again, and lose what
 * this did where the reader's is not installed: gtk_disable_setlocale() keeps it from that. */
void qm_language_init (void);

/* The one that was taken then. Static storage. */
const char *qm_language_of_system (void);

/* Speaks code ("en", "vi") from now on. FALSE, and no change, if the program has no such one. To be
 * called where no other thread runs. */
gboolean qm_language_use (const char *code);

/* Speaks code, which has to be one of the program's, in the calling thread, and until this is
 * called with NULL. Returns what the thread spoke before, NULL for the program's. */
const char *qm_language_use_here (const char *code);

/* The code of the language in use, in the calling thread. Static storage. */
const char *qm_language_current (void);

/* NULL-terminated codes of the QM_N_LANGUAGES languages that the program speaks. */
const char *const *qm_language_list (void);

/* Where their catalogues are, for words.h. */
const char *qm_language_folder (void);

/* The same for the catalogues of a library, where it has told gettext that they are; "" where it
 * has not. */
const char *qm_language_folder_of (const char *domain);
