/* What the two readers of texts in other encodings share. */
#pragma once

#include "base/encoding.h"

/* What texts on European machines are in that say nothing else. */
#define QM_WESTERN "windows-1252"

/* The text in UTF-8, or NULL where the bytes are none in that encoding. */
char *qm_encoding_convert (const char *bytes, gsize length,
                           const char *encoding) G_GNUC_WARN_UNUSED_RESULT;

/* The encoding of DOS or of old Macs in which the bytes are a western text, where they are none as
 * "western", which is how they read in QM_WESTERN; else NULL. */
const char *qm_encoding_find_old (const char *bytes, gsize length, const char *western);

/* qm_encoding_read(), where a table has to be surer than a text, having fewer words. */
char *qm_encoding_read_sure (GBytes *bytes, gboolean is_table, char **encoding,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
