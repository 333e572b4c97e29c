/* Strict JSON (RFC 8259): the parser that builds the tree accepts more than the standard allows, so
 * every text passes here first. What passes is walked again by the locator without further checks.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and arrays inside one another. */
#define QM_JSON_MAX_DEPTH 32

typedef struct {
  gsize offset; /* in bytes from the start of the text */
  char *expected;
  char *found;
} QmJsonError;

void qm_json_error_clear (QmJsonError *error);

/* TRUE if the text is one JSON value in UTF-8, without byte-order mark and without U+0000 even as
 * an escape. Else fills error, which the caller clears. */
gboolean qm_json_check (const char *text, gsize length, QmJsonError *error);

/* The next byte at or after offset that is not white space; length if there is none. */
gsize qm_json_skip_space (const char *text, gsize length, gsize offset);

G_END_DECLS
