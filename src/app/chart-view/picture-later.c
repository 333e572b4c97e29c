#include "app/chart-view/picture-later.h"

#include "app/background.h"

#define MANY_CLAIMS 2000

/* What the thread has of its own. */
typedef struct {
  QmDataset *dataset;
  QmChartPicture picture; /* to be laid out; of a chart of the dataset */
  int width, height, scale;
  cairo_surface_t *pixels; /* NULL until it is painted */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->pixels, cairo_surface_destroy);
  qm_chart_picture_clear (&job->picture);
  qm_view_clear (&job->picture.view);
  qm_dataset_unref (job->dataset);
  g_free (job);
}

gboolean
qm_picture_later_is_worth (const QmChart *chart)
{
  return qm_dataset_chart_count_claims (chart) >= MANY_CLAIMS;
}

static void
lay_out_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                   GCancellable *cancellable)
{
  Job *job = data;

  qm_chart_picture_lay_out (&job->picture, job->width, job->height);
  if (!g_cancellable_is_cancelled (cancellable))
    job->pixels = qm_chart_picture_paint (&job->picture, job->scale);
  g_task_return_boolean (task, TRUE);
}

void
qm_picture_later_begin (const QmChartPicture *picture, QmDataset *dataset, int width, int height,
                        int scale, GCancellable *cancellable, GAsyncReadyCallback done,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = qm_dataset_ref (dataset);
  job->picture.chart = picture->chart;
  job->picture.theme = picture->theme;
  job->picture.text_scale = picture->text_scale;
  job->picture.view = qm_view_default;
  qm_view_set (&job->picture.view, &picture->view);
  job->width = width;
  job->height = height;
  job->scale = scale;
  g_task_set_task_data (task, job, free_job);
  qm_background_run (task, lay_out_in_thread);
}

void
qm_picture_later_take (QmChartPicture *picture, GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  qm_chart_picture_clear (picture);
  picture->scene = g_steal_pointer (&job->picture.scene);
  picture->viewed = job->picture.viewed;
  picture->viewed.view = &picture->view;
  job->picture.viewed = (QmViewedChart) { 0 };
  picture->scale = job->scale;
  picture->node = qm_chart_picture_show_pixels (picture, job->pixels);
}
