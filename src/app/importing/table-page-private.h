/* What the page's files share: table-page.c reads a table and makes claims of it;
 * table-page-shown.c tells what was read; table-page-chart.c draws the chart that comes of it. */
#pragma once

#include "app/authoring/chart-preview.h"
#include "app/authoring/source-form.h"
#include "app/importing/table-columns.h"
#include "app/importing/table-page.h"
#include "app/importing/table-preview.h"
#include "app/importing/table-questions.h"
#include "app/importing/table-reading.h"
#include "edit/table-draft.h"

struct _QmTablePage {
  GtkWidget parent_instance;

  QmApplyEdit apply;
  gpointer user_data;
  QmDocument *document; /* a reference; NULL until set */
  const QmTheme *theme;
  QmTableDraft *draft; /* NULL: there is no table */
  QmSheet *sheet;      /* NULL until the table was read */
  guint n_readings;    /* begun: only the last one counts */
  gboolean is_first;   /* none has come to its end */
  gboolean is_wrong;   /* the last one failed */
  QmDataset *trial;    /* with the table's claims, for the chart beside it; or NULL */
  guint trial_id;
  gboolean is_tried; /* the trial is of the table as it is read, but for its source */
  guint n_figures;

  GtkPaned *paned;
  GtkLabel *summary;
  QmTableQuestions *questions;
  QmTablePreview *preview;
  QmSourceForm *source;
  GtkWidget *make;
  GtkLabel *problem;
  GtkWidget *faults;
  GtkLabel *fault_list;
  GtkWidget *guesses; /* the columns and how it is read */
  QmTableColumns *columns;
  QmTableReading *reading;
  QmChartPreview *chart;
};

/* TRUE for our own CSV, which says itself what each column is, and where each figure is from. */
gboolean qm_table_page_is_of_own (QmTablePage *self);

/* Keeps it with the document. */
void qm_table_page_keep_draft (QmTablePage *self);

/* The text of the dataset's file with the table's claims, cited or not yet; and the id of the chart
 * of them. */
char *qm_table_page_make_text (QmTablePage *self, const QmSourceFields *source, char **chart,
                               GError **error);

void qm_table_page_drop_trial (QmTablePage *self);

/* Draws the chart anew after a pause. is_same: but for its source, it is the same table in the same
 * form. */
void qm_table_page_try_later (QmTablePage *self, gboolean is_same);

/* NULL for none. */
void qm_table_page_set_problem (QmTablePage *self, const char *text);

/* All that is told of a sheet that was read. */
void qm_table_page_show_sheet (QmTablePage *self);
void qm_table_page_show_button (QmTablePage *self, guint n_figures);
