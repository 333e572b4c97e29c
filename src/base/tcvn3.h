/* The letters of TCVN 5712:1993 (VN3), in which texts in the fonts “ABC” are, and which ICU does
 * not know. */
#pragma once

#include <glib.h>

#define QM_TCVN3 "TCVN3 (ABC)"

/* In UTF-8, or NULL where a byte is none of its letters. */
char *qm_tcvn3_convert (const char *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE where its words are Vietnamese then, all but a few. */
gboolean qm_tcvn3_is_likely (const char *bytes, gsize length);
