/* Where no line of a text ends though there is a space: between a figure and its unit, the parts of
 * a date, and the places in a source. The text itself stays as it is, with ordinary spaces, so that
 * it is found by whoever searches a file for it. */
#pragma once

#include <glib.h>

/* Bytes of a text, from start up to but not including end. */
typedef struct {
  guint start, end;
} QmUnbroken;

/* All such parts of a UTF-8 text of one or more words, in its order, none longer than about half a
 * line of a narrow column. Element type QmUnbroken. */
GArray *qm_no_break_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;
