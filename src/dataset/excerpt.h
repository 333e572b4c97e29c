/* A place in a text, shown in its line. What is between the marks is what stands there:
 *
 *   …"entity": "china", "time": "2024", "value": "about 50", "statement": "In 2024, China inve…
 *                                                ^~~~~~~~~~
 */
#pragma once

#include <glib.h>

typedef struct {
  char *text;        /* the line, or what is around the place in a long one; nothing in it would
                        move a terminal's cursor. NULL: there is none */
  int start, length; /* of the place, in characters of text; length is 0 at the end of the line */
} QmExcerpt;

/* The line of the byte at offset, up to length. The text need not be valid UTF-8. */
QmExcerpt qm_excerpt (const char *text, gsize length, gsize offset) G_GNUC_WARN_UNUSED_RESULT;

void qm_excerpt_clear (QmExcerpt *excerpt);

/* What marks the place in a line below, in a font whose characters are all of one width. */
char *qm_excerpt_underline (const QmExcerpt *excerpt) G_GNUC_WARN_UNUSED_RESULT;
