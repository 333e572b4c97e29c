/* Writing exported files on all cores while a small window shows how far it is and lets the reader
 * cancel. A file that fails does not keep the others from being written. */
#pragma once

#include "app/window/window.h"
#include "export/export.h"

G_BEGIN_DECLS

typedef struct {
  QmFormat format;
  const QmChart *chart; /* (unowned); NULL: a deck of all charts */
  char *path;
  GError *error; /* NULL: it is written */
} QmExportJob;

typedef struct {
  QmDataset *dataset; /* a reference */
  QmView view;        /* of a chart on its own, where it is shown */
  const QmChart *shown;
  QmExportLook look;
  const char *language; /* of the files; static */
  gboolean may_replace; /* else files that are there are left alone and not counted as failures */
  GPtrArray *jobs;      /* element QmExportJob */
} QmExportPlan;

/* A plan without files: shown is the chart that the view is of. */
QmExportPlan *qm_export_plan_new (QmDataset *dataset, const QmChart *shown,
                                  const QmView *view) G_GNUC_WARN_UNUSED_RESULT;
void qm_export_plan_free (QmExportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmExportPlan, qm_export_plan_free)

/* Takes over path. chart is NULL for a deck of all. */
void qm_export_plan_add (QmExportPlan *plan, QmFormat format, const QmChart *chart, char *path);

/* A file for each format of the chart, or of all charts where it is NULL, in that folder. */
void qm_export_plan_add_all (QmExportPlan *plan, const gboolean *formats, const QmChart *chart,
                             const char *folder);

/* How many of its files are there already. */
guint qm_export_plan_count_existing (const QmExportPlan *plan);

/* Writes the plan's files, and says in the window's message bar what became of them. Takes over
 * plan. */
void qm_export_run (QmWindow *window, QmExportPlan *plan);

G_END_DECLS
