/* The digits of a figure with what divides their thousands and their fraction. */
#pragma once

#include <glib.h>

/* The text with the digits and signs of other scripts, and those of full width, as ASCII. */
char *qm_cell_digits_make_plain (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* A point, a comma, a space of whatever width, an apostrophe. */
gboolean qm_cell_digits_is_separator (gunichar c);

/* Reads text that is nothing but digits and separators, by that decimal sign. is_code: it begins
 * with a nought, or has more digits than a number is sure of. FALSE for what is no number so. */
gboolean qm_cell_digits_read (const char *text, char decimal, double *value, gboolean *is_code);
