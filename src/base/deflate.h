/* Bytes in fewer, for what reads deflate (https://www.rfc-editor.org/rfc/rfc1951).
 *
 * Pictures of charts are mostly like what is left of it, or above: told so, that is found in a
 * third of the time that libraries for any bytes take, which look at each byte for whether it comes
 * again. */
#pragma once

#include <glib.h>

/* Adds to deflated what inflates to the bytes, fewer than 4 GiB. near and far are after how many
 * bytes the same is most likely to come again: those of a pixel and of a row, or 0. */
void qm_deflate (GByteArray *deflated, const guint8 *bytes, gsize length, gsize near, gsize far);
