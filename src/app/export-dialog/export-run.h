/* Writing exported files on all cores while a small window shows how far it is and lets the reader
 * cancel. A file that fails does not keep the others from being written. */
#pragma once

#include "export/jobs.h"

#include <gtk/gtk.h>

/* Writes the files that the plan lists, and has the window say what became of them, by its action
 * "win.message-of-export". Takes over plan. */
void qm_export_run (GtkWindow *window, QmExportPlan *plan);
