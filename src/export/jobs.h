/* Which files an export makes of charts and formats, their writing on all cores, and what became of
 * each. A file that fails does not keep the others from being written. */
#pragma once

#include "export/export.h"

typedef struct {
  QmExportFormat format;
  const QmChart *const *charts; /* (unowned): one, or those of a deck */
  gsize n_charts;
  char *path;
  GError *error;  /* NULL once it is written; G_FILE_ERROR_EXIST where it was left alone,
                     G_IO_ERROR_CANCELLED where the reader did not wait */
  GStrv warnings; /* sentences: what the file leaves out; NULL until it is made */
} QmExportJob;

/* What is exported is set before the files are listed, and stays while they are written. */
typedef struct {
  QmDataset *dataset; /* a reference */
  GPtrArray *charts;  /* element const QmChart *, of dataset, in their order; at least one */
  gboolean formats[QM_N_EXPORT_FORMATS];
  QmExportLook look;
  const QmChart *shown; /* the chart that is drawn in view, but for a deck of several; NULL: none */
  QmView view;
  const char *language; /* of the files; static. NULL: the one in use */
  gboolean is_bound;    /* all charts are in one file of each format that holds several */
  gboolean may_replace; /* else files that are there are left alone */

  GPtrArray *jobs; /* element QmExportJob */

  /*< private >*/
  GThreadPool *pool;
  void (*done) (gpointer user_data);
  gpointer user_data;
  int is_cancelled; /* atomic */
} QmExportPlan;

/* With nothing but the dataset, of which it takes a reference, and which may be set later. */
QmExportPlan *qm_export_plan_new (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void qm_export_plan_free (QmExportPlan *plan); /* accepts NULL; nothing is being written */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmExportPlan, qm_export_plan_free)

/* How many files its charts and formats make. */
guint qm_export_plan_count (const QmExportPlan *plan);

/* Lists them: at path, of which there is only one then, or in the folder of that path. */
void qm_export_plan_list (QmExportPlan *plan, const char *path, gboolean is_folder);

/* How many of the listed files are there already. */
guint qm_export_plan_count_existing (const QmExportPlan *plan);

/* The bytes of one of its files. Sets the job's warnings. */
GBytes *qm_export_plan_encode (QmExportPlan *plan, QmExportJob *job,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Begins to write the files. done, which may be NULL, is called after each, in another thread. */
void qm_export_plan_start (QmExportPlan *plan, void (*done) (gpointer user_data),
                           gpointer user_data);

/* Writes the files and returns when all is done. One alone is written by the thread that asks for
 * it: to start another takes longer than to wait for nothing. */
void qm_export_plan_run (QmExportPlan *plan);

/* Files that are not written yet will not be. May be called in any thread. */
void qm_export_plan_cancel (QmExportPlan *plan);

/* Returns when all is done. */
void qm_export_plan_wait (QmExportPlan *plan);
