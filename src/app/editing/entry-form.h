/* The rows of a form, one for each field of a dataset's entry (edit/entry.h): headings over the
 * first field of each of its parts, and beside those of a chart what is done with them. */
#pragma once

#include "app/editing/panel-buttons.h"
#include "edit/entry.h"

/* Adds to rows a QmEntryRow for each of the fields, which have to stay as long as these. pressed is
 * called with user_data for what is done with a chart's parts. */
GtkWidget *qm_entry_form_new (const QmEdit *edit, const char *section, const char *id,
                              const GPtrArray *fields, GPtrArray *rows, QmPanelPressed pressed,
                              gpointer user_data);
