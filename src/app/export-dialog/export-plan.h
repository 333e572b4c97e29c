/* Which files an export writes, and from what: made from the reader's choices, and kept until all
 * are written. */
#pragma once

#include "app/files/settings.h"

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

/* How many files the choices ask for. */
guint qm_export_plan_count (const QmDataset *dataset, const QmSettings *settings);

/* They are at path, or in that folder where there are several. shown is the chart that the view is
 * of. The plan may replace files. */
QmExportPlan *qm_export_plan_new (QmDataset *dataset, const QmChart *shown, const QmView *view,
                                  const QmSettings *settings,
                                  const char *path) G_GNUC_WARN_UNUSED_RESULT;
void qm_export_plan_free (QmExportPlan *plan); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmExportPlan, qm_export_plan_free)

/* How many of its files are there already. */
guint qm_export_plan_count_existing (const QmExportPlan *plan);

G_END_DECLS
