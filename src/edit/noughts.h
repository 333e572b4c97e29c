/* Noughts at the end of a number, which a source writes on purpose: "£3.40", "2.0 million". */
#pragma once

#include <glib.h>

/* The significant digits with which the words write the value, which is as a file has it, where
 * these end in a nought behind the decimal sign; else 0. words may be NULL, and value NAN. */
int qm_noughts_count_digits (const char *words, double value);
