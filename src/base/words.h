/* The program's words, in the language in use (language.h): what glib/gi18n.h has, from the same
 * catalogues. They are read here, because gettext translates into one language at a time for the
 * whole program, and into none where the system has no locale but its plainest. What GTK says, and
 * what stands in ui/, comes from here as well.
 *
 * What has no translation, as everything in English, is as it stands in the code. Results are
 * static. */
#pragma once

#include <glib.h>

#define _(text) qm_words (text)
#define N_(text) (text)
#define C_(context, text) qm_words_in_context (context, text)
#define NC_(context, text) (text)
#define ngettext(one, many, n) qm_words_counted (one, many, n)

const char *qm_words (const char *text) G_GNUC_FORMAT (1);

/* A text that means different things in different places. */
const char *qm_words_in_context (const char *context, const char *text) G_GNUC_FORMAT (2);

/* In the form that goes with n. */
const char *qm_words_counted (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1)
    G_GNUC_FORMAT (2);
