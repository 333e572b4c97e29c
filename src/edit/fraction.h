/* Parts of a whole that no decimal number is equal to, such as a third: a text writes them as two
 * numbers or in words, and so does a file. */
#pragma once

#include <glib.h>

/* The value as a part and a whole, with the unit of a file that it is in: 1/3 of 33.33… percent.
 * FALSE, and no change, where a decimal number says it as well, or the unit has no parts. */
gboolean qm_fraction_find (double value, const char *unit, int fraction[2]);

/* "1/3": as one types it; NULL where it is none. */
char *qm_fraction_write (double value, const char *unit) G_GNUC_WARN_UNUSED_RESULT;

/* Of what is typed so, in that unit: always of a whole, so 1/3 is 33.33… percent. NAN where
 * something else is typed. */
double qm_fraction_read (const char *typed, const char *unit);
