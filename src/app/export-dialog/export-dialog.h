/* The dialog that asks how a chart, or all of them, is to be exported, shows what will be written,
 * and has it written. What was chosen is remembered (settings.h). */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

#define QM_TYPE_EXPORT_DIALOG (qm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QmExportDialog, qm_export_dialog, QM, EXPORT_DIALOG, GtkWindow)

/* Exports the session's chart in its view, those that are chosen, or all. The window has the action
 * that export-run.h asks for. */
GtkWidget *qm_export_dialog_new (GtkWindow *window, QmSession *session);

/* Writes to the file, or the folder where there are several files, that the reader chose. Asks
 * before files in a folder are replaced. */
void qm_export_dialog_export_to (QmExportDialog *self, GFile *place);

/* How many files the choices ask for. */
guint qm_export_dialog_count_files (QmExportDialog *self);
