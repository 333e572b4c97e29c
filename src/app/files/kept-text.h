/* The texts that a dataset is read from, kept for a reader who wants that: in a folder of the
 * reader's own, and in no file that is passed on, since a text is mostly somebody else's. */
#pragma once

#include <glib.h>

/* What is kept for the dataset of that key (state.h), or NULL. */
char *qm_kept_text_read (const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps that, in place of what was; NULL: nothing. What cannot be written is not told. */
void qm_kept_text_write (const char *key, const char *json);
