/* What the dialog's files share: its struct, and who calls whom. export-dialog.c has what is chosen
 * and what is shown of it; export-dialog-writing.c has it written. */
#pragma once

#include "app/export-dialog/export-dialog.h"
#include "app/export-dialog/export-stepper.h"
#include "app/export-dialog/size-chooser.h"
#include "app/files/export-settings.h"
#include "export/jobs.h"

/* Which charts are exported. */
typedef enum { CHART_IN_FRONT, ALL_CHARTS, CHOSEN_CHARTS, N_CHARTS } Charts;

struct _QmExportDialog {
  GtkWindow parent_instance;

  GtkWindow *window; /* (unowned): transient for it */
  QmDataset *dataset;
  const QmChart *chart; /* of dataset */
  QmView view;
  GPtrArray *charts[N_CHARTS]; /* element const QmChart *, of dataset; empty where none is chosen */
  QmExportSettings settings;
  QmExportPlan *plan;  /* waits for an answer whether files may be replaced; or NULL */
  gboolean is_filling; /* the controls are being set, not chosen from */

  QmExportStepper *stepper;
  GtkWidget *export_button;
  GtkGrid *formats_grid;
  GtkCheckButton *all_formats;
  GtkCheckButton *formats[QM_N_EXPORT_FORMATS];
  GtkDropDown *charts_chooser;
  QmSizeChooser *size;
  GtkDropDown *colors;
  GtkDropDown *languages;
  GtkGrid *blocks_grid;
  GtkCheckButton *blocks[QM_N_BLOCKS];
  GtkCheckButton *outlines;
  GtkWidget *remembered;
  GtkLabel *remembered_label;
  GtkLabel *problem;
  GtkLabel *warning;
};

/* Those that are exported: element const QmChart *. (unowned) */
GPtrArray *qm_export_dialog_get_charts (QmExportDialog *self);

/* The reader chooses where, and it is written there. */
void qm_export_dialog_export (QmExportDialog *self);
