/* Writing exported files on all cores while a small window shows how far it is and lets the reader
 * cancel. A file that fails does not keep the others from being written. */
#pragma once

#include "app/export-dialog/export-plan.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* Writes the plan's files, and says in the window's message bar what became of them. Takes over
 * plan. */
void qm_export_run (QmWindow *window, QmExportPlan *plan);

G_END_DECLS
