/* A cell's text as a name. */
#pragma once

#include <glib.h>

/* The name in one line, with characters for how pages write them ("&amp;") and without what leads
 * to a note: "Peru¹", "Chile*", "Laos [note 3]". */
char *qm_cell_name_read (const char *cell) G_GNUC_WARN_UNUSED_RESULT;

/* Takes what leads to a note off the end of a text that has more than that. A raised digit behind
 * one or two letters is a unit's, "km²", unless may_be_short. */
void qm_cell_name_drop_notes (char *text, gboolean may_be_short);
