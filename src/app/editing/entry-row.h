/* A row of a form: one field of a dataset's entry (edit/entry.h) to be typed or chosen, and below
 * it what is wrong with it. */
#pragma once

#include "edit/entry.h"

#include <gtk/gtk.h>

typedef struct _QmEntryRow QmEntryRow;

/* Adds the field to the grid, at that row and the one below it, with what stands there now. field
 * and grid have to stay as long as the row. Enter in it activates the window's default. */
QmEntryRow *qm_entry_row_new (GtkGrid *grid, int row, const QmEntryField *field, const char *value,
                              const GPtrArray *choices) G_GNUC_WARN_UNUSED_RESULT;
void qm_entry_row_free (QmEntryRow *self);

const QmEntryField *qm_entry_row_get_field (const QmEntryRow *self);

/* What is typed or chosen, as the file has it, without the space around it. */
char *qm_entry_row_get_value (const QmEntryRow *self) G_GNUC_WARN_UNUSED_RESULT;

/* As if it were typed or chosen; what cannot be chosen any more is not. */
void qm_entry_row_set_value (QmEntryRow *self, const char *value);

/* TRUE if that is not what stood there at first. */
gboolean qm_entry_row_is_changed (const QmEntryRow *self);

/* NULL: nothing is wrong. */
void qm_entry_row_set_problem (QmEntryRow *self, const char *problem);

void qm_entry_row_grab_focus (QmEntryRow *self);
