#include "export/jobs.h"

#include "base/language.h"
#include "chart/view/author-view.h"
#include "export/csv.h"
#include "export/write.h"

static void
free_job (gpointer data)
{
  QmExportJob *job = data;

  g_free (job->path);
  g_clear_error (&job->error);
  g_strfreev (job->warnings);
  g_free (job);
}

QmExportPlan *
qm_export_plan_new (QmDataset *dataset)
{
  QmExportPlan *plan = g_new0 (QmExportPlan, 1);

  plan->dataset = dataset != NULL ? qm_dataset_ref (dataset) : NULL;
  plan->charts = g_ptr_array_new ();
  plan->jobs = g_ptr_array_new_with_free_func (free_job);
  return plan;
}

void
qm_export_plan_free (QmExportPlan *plan)
{
  if (plan == NULL)
    return;
  g_assert (plan->pool == NULL);
  g_ptr_array_unref (plan->jobs);
  g_ptr_array_unref (plan->charts);
  qm_view_clear (&plan->view);
  qm_dataset_unref (plan->dataset);
  g_free (plan);
}

/* --- Which files --- */

/* A deck holds all charts, any other file one, unless they are bound. */
static guint
files_of_format (const QmExportPlan *plan, int format)
{
  QmExportFormat of = (QmExportFormat) format;

  if (!plan->formats[format])
    return 0;
  return qm_export_format_is_deck (of) || (plan->is_bound && qm_export_format_holds_several (of))
             ? 1
             : plan->charts->len;
}

guint
qm_export_plan_count (const QmExportPlan *plan)
{
  guint n_files = 0;

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    n_files += files_of_format (plan, i);
  return n_files;
}

/* Takes over path. */
static void
add_job (QmExportPlan *plan, QmExportFormat format, guint first, guint n_charts, char *path)
{
  QmExportJob *job = g_new0 (QmExportJob, 1);

  job->format = format;
  job->charts = (const QmChart *const *) plan->charts->pdata + first;
  job->n_charts = n_charts;
  job->path = path;
  g_ptr_array_add (plan->jobs, job);
}

static char *
path_in_folder (const QmExportPlan *plan, QmExportFormat format, guint first, guint n_charts,
                const char *folder)
{
  const QmChart *chart = n_charts > 1 ? NULL : plan->charts->pdata[first];
  g_autofree char *name = qm_export_file_name (plan->dataset, chart, format);

  return g_build_filename (folder, name, NULL);
}

void
qm_export_plan_list (QmExportPlan *plan, const char *path, gboolean is_folder)
{
  g_return_if_fail (plan->charts->len > 0);
  g_return_if_fail (is_folder || qm_export_plan_count (plan) == 1);

  g_ptr_array_set_size (plan->jobs, 0);
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++) {
    guint n_files = files_of_format (plan, i);

    for (guint j = 0; j < n_files; j++) {
      guint n_charts = plan->charts->len / n_files;

      add_job (plan, (QmExportFormat) i, j, n_charts,
               is_folder ? path_in_folder (plan, (QmExportFormat) i, j, n_charts, path)
                         : g_strdup (path));
    }
  }
}

/* A folder of that name is in the way of any file: that is told when it is written. */
static gboolean
is_there (const QmExportJob *job)
{
  return g_file_test (job->path, G_FILE_TEST_EXISTS) &&
         !g_file_test (job->path, G_FILE_TEST_IS_DIR);
}

guint
qm_export_plan_count_existing (const QmExportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->jobs->len; i++)
    n += is_there (plan->jobs->pdata[i]) ? 1 : 0;
  return n;
}

/* --- Writing them --- */

static gboolean
go_on (gsize n_done G_GNUC_UNUSED, gpointer data)
{
  QmExportPlan *plan = data;

  return g_atomic_int_get (&plan->is_cancelled) == 0;
}

static GBytes *
encode (QmExportPlan *plan, const QmExportJob *job, QmOmissions *omissions, GError **error)
{
  const QmChart *chart = job->charts[0];
  g_auto (QmViewedChart) viewed = { 0 };

  if (job->n_charts > 1)
    return qm_export_deck (job->format, plan->dataset, job->charts, job->n_charts, &plan->look,
                           go_on, plan, omissions, error);
  viewed = qm_view_chart (chart == plan->shown ? &plan->view : qm_author_view (chart), chart);
  return qm_export_chart (job->format, plan->dataset, &viewed, &plan->look, omissions, error);
}

/* What goes wrong, or has no room, is told in the reader's language. */
GBytes *
qm_export_plan_encode (QmExportPlan *plan, QmExportJob *job, GError **error)
{
  g_autoptr (QmOmissions) omissions = qm_omissions_new ();
  GBytes *bytes;

  qm_language_use_here (plan->language);
  bytes = encode (plan, job, omissions, error);
  qm_language_use_here (NULL);
  g_strfreev (job->warnings);
  job->warnings = qm_omissions_in_words (omissions);
  return bytes;
}

static void
write_job (QmExportPlan *plan, QmExportJob *job)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!go_on (0, plan)) {
    g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
    return;
  }
  if (!plan->may_replace && is_there (job)) {
    qm_write_set_exists_error (&job->error, job->path);
    return;
  }
  bytes = qm_export_plan_encode (plan, job, &job->error);
  if (bytes != NULL)
    qm_write_file (job->path, bytes, plan->may_replace, &job->error);
}

static void
run_job (gpointer job, gpointer data)
{
  QmExportPlan *plan = data;

  write_job (plan, job);
  if (plan->done != NULL)
    plan->done (plan->user_data);
}

/* --- How many at a time --- */

/* Inter has these; any other script has a font of its own, or several. */
static gboolean
is_of_one_font (const QmText *text)
{
  const char *variant;

  for (gsize i = 0; text != NULL && (variant = qm_text_get_variant (text, i)) != NULL; i++)
    for (; *variant != '\0'; variant = g_utf8_next_char (variant))
      switch ((int) g_unichar_get_script (g_utf8_get_char (variant))) {
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
      case G_UNICODE_SCRIPT_LATIN:
      case G_UNICODE_SCRIPT_GREEK:
      case G_UNICODE_SCRIPT_CYRILLIC:
        break;
      default:
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_chart_of_one_font (const QmChart *chart)
{
  gboolean is_one = is_of_one_font (chart->title) && is_of_one_font (chart->subtitle) &&
                    is_of_one_font (chart->note);

  for (gsize i = 0; is_one && i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];

    is_one = is_of_one_font (panel->title) && is_of_one_font (panel->subtitle) &&
             is_of_one_font (panel->note);
  }
  return is_one;
}

static gboolean
is_dataset_of_one_font (const QmDataset *dataset)
{
  gboolean is_one = TRUE;

  for (gsize i = 0; is_one && i < dataset->n_charts; i++)
    is_one = is_chart_of_one_font (&dataset->charts[i]);
  for (gsize i = 0; is_one && i < dataset->n_entities; i++)
    is_one = is_of_one_font (dataset->entities[i].name) &&
             is_of_one_font (dataset->entities[i].short_name);
  for (gsize i = 0; is_one && i < dataset->n_measures; i++)
    is_one = is_of_one_font (dataset->measures[i].name);
  for (gsize i = 0; is_one && i < dataset->n_sources; i++)
    is_one = is_of_one_font (dataset->sources[i].title) &&
             is_of_one_font (dataset->sources[i].container) &&
             is_of_one_font (dataset->sources[i].describes);
  for (gsize i = 0; is_one && i < dataset->n_claims; i++)
    is_one =
        is_of_one_font (dataset->claims[i].statement) && is_of_one_font (dataset->claims[i].label);
  return is_one;
}

/* Cairo 1.16 keeps ten font files open, and closes one that another thread may be using when it
 * needs an eleventh: pictures in several scripts are drawn one after the other. */
static int
count_threads (const QmExportPlan *plan)
{
  return plan->dataset == NULL || is_dataset_of_one_font (plan->dataset)
             ? (int) g_get_num_processors ()
             : 1;
}

void
qm_export_plan_start (QmExportPlan *plan, void (*done) (gpointer user_data), gpointer user_data)
{
  g_return_if_fail (plan->pool == NULL && plan->jobs->len > 0);

  plan->done = done;
  plan->user_data = user_data;
  plan->pool = g_thread_pool_new (run_job, plan, count_threads (plan), FALSE, NULL);
  for (guint i = 0; i < plan->jobs->len; i++)
    g_thread_pool_push (plan->pool, plan->jobs->pdata[i], NULL);
}

void
qm_export_plan_run (QmExportPlan *plan)
{
  if (plan->jobs->len == 1) {
    write_job (plan, plan->jobs->pdata[0]);
    return;
  }
  qm_export_plan_start (plan, NULL, NULL);
  qm_export_plan_wait (plan);
}

void
qm_export_plan_cancel (QmExportPlan *plan)
{
  g_atomic_int_set (&plan->is_cancelled, 1);
}

void
qm_export_plan_wait (QmExportPlan *plan)
{
  if (plan->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&plan->pool), FALSE, TRUE);
}
