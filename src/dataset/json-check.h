/* Strict JSON (RFC 8259): the parser that builds the tree accepts more than the standard allows, so
 * every text passes here first. The parser keeps no positions; they are kept here, in the order of
 * the text, which is that of the tree. */
#pragma once

#include <glib.h>

/* Objects and arrays inside one another. */
#define QM_JSON_MAX_DEPTH 32

/* Values in one text: no file of claims has more, and each takes memory many times its own. */
#define QM_JSON_MAX_VALUES 2000000

/* Where a value begins, and the key that it stands at, in bytes from the start of the text. The
 * value of an array, and the whole, have the key at the value. */
typedef struct {
  guint32 key, value;
} QmJsonPlace;

typedef struct {
  gsize offset; /* in bytes from the start of the text */
  char *expected;
  char *found;
} QmJsonError;

void qm_json_error_clear (QmJsonError *error);

/* TRUE if the text, of less than 4 GiB, is one JSON value in UTF-8, without byte-order mark and in
 * its strings without what is no text (base/character.h), even as an escape. The places of all
 * values are then appended to places (element QmJsonPlace), unless that is NULL. Else fills error,
 * which the caller clears. */
gboolean qm_json_check (const char *text, gsize length, GArray *places, QmJsonError *error);

/* The next byte at or after offset that is not white space; length if there is none. */
gsize qm_json_check_skip_space (const char *text, gsize length, gsize offset);
