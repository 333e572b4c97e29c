/* What fills the form of a source from a file of references: one that is chosen, or dropped on it.
 */
#pragma once

#include <gtk/gtk.h>

/* A QmReferenceRow that fills these rows (element QmEntryRow) with the reference that is chosen,
 * and reads files that are dropped on the form. */
GtkWidget *qm_entry_references_new (GPtrArray *rows, GtkWidget *form);
