#include "app/export-dialog/export-plan.h"

static void
free_job (gpointer data)
{
  QmExportJob *job = data;

  g_free (job->path);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
is_one_file (const QmSettings *settings, QmFormat format)
{
  return !settings->is_all || qm_format_info (format)->is_deck;
}

guint
qm_export_plan_count (const QmDataset *dataset, const QmSettings *settings)
{
  guint n_files = 0;

  for (int i = 0; i < QM_N_FORMATS; i++)
    if (settings->formats[i])
      n_files += is_one_file (settings, (QmFormat) i) ? 1 : (guint) dataset->n_charts;
  return n_files;
}

/* Takes over path. */
static void
add_job (QmExportPlan *plan, QmFormat format, const QmChart *chart, char *path)
{
  QmExportJob *job = g_new0 (QmExportJob, 1);

  job->format = format;
  job->chart = chart;
  job->path = path;
  g_ptr_array_add (plan->jobs, job);
}

static void
add_to_folder (QmExportPlan *plan, QmFormat format, const QmChart *chart, const char *folder)
{
  g_autofree char *name = qm_export_file_name (plan->dataset, chart, format);

  add_job (plan, format, chart, g_build_filename (folder, name, NULL));
}

static void
add_format (QmExportPlan *plan, QmFormat format, const QmSettings *settings, const char *path)
{
  const QmChart *chart = settings->is_all ? NULL : plan->shown;

  if (qm_export_plan_count (plan->dataset, settings) == 1)
    add_job (plan, format, chart, g_strdup (path));
  else if (is_one_file (settings, format))
    add_to_folder (plan, format, chart, path);
  else
    for (gsize i = 0; i < plan->dataset->n_charts; i++)
      add_to_folder (plan, format, &plan->dataset->charts[i], path);
}

QmExportPlan *
qm_export_plan_new (QmDataset *dataset, const QmChart *shown, const QmView *view,
                    const QmSettings *settings, const char *path)
{
  QmExportPlan *plan = g_new0 (QmExportPlan, 1);

  plan->dataset = qm_dataset_ref (dataset);
  plan->shown = shown;
  plan->view = qm_view_copy (view);
  qm_settings_get_look (settings, &plan->look);
  plan->language = settings->language;
  plan->may_replace = TRUE;
  plan->jobs = g_ptr_array_new_with_free_func (free_job);
  for (int i = 0; i < QM_N_FORMATS; i++)
    if (settings->formats[i])
      add_format (plan, (QmFormat) i, settings, path);
  return plan;
}

void
qm_export_plan_free (QmExportPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->jobs);
  qm_view_clear (&plan->view);
  qm_dataset_unref (plan->dataset);
  g_free (plan);
}

guint
qm_export_plan_count_existing (const QmExportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->jobs->len; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];

    n += g_file_test (job->path, G_FILE_TEST_EXISTS) ? 1 : 0;
  }
  return n;
}
