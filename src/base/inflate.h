/* What was deflated, by zlib. */
#pragma once

#include <glib.h>

/* is_raw: without the header of a zlib stream. Never more than limit bytes, whatever is packed in
 * them. NULL where there would be more, which is_larger then says, and where the bytes are not all
 * there; behind their end others may follow. is_larger may be NULL. */
GByteArray *qm_inflate (gconstpointer packed, gsize length, gboolean is_raw, gsize limit,
                        gboolean *is_larger) G_GNUC_WARN_UNUSED_RESULT;
