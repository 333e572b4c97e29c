/* quymo export: charts as files of every format, several at a time. */
#include "base/words.h"
#include "cli/command.h"

#include "cli/export-request.h"
#include "export/write.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* One file to be written. */
typedef struct {
  QmFormat format;
  const QmChart *const *charts; /* (unowned): one, or those of a deck */
  gsize n_charts;
  char *path;
  GError *error; /* NULL once it is written */
} Job;

typedef struct {
  const QmExportRequest *request;
  gboolean may_replace;
} Run;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_error (&job->error);
  g_free (job);
}

static GBytes *
make_bytes (const Job *job, const QmExportRequest *request, GError **error)
{
  if (job->n_charts > 1)
    return qm_export_deck (job->format, request->dataset, job->charts, job->n_charts, NULL,
                           &request->look, NULL, NULL, error);
  return qm_export_chart (job->format, request->dataset, job->charts[0], &request->view,
                          &request->look, error);
}

/* Runs on any thread. */
static void
write_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  const Run *run = user_data;
  g_autoptr (GBytes) bytes = NULL;

  if (!run->may_replace && g_file_test (job->path, G_FILE_TEST_EXISTS) &&
      !g_file_test (job->path, G_FILE_TEST_IS_DIR)) {
    qm_write_set_exists_error (&job->error, job->path);
    return;
  }
  bytes = make_bytes (job, run->request, &job->error);
  if (bytes != NULL)
    qm_write_file (job->path, bytes, run->may_replace, &job->error);
}

/* --- Which files --- */

static void
add_job (GPtrArray *jobs, const QmExportRequest *request, QmFormat format, const char *output,
         gsize first, gsize n_charts)
{
  const QmChart *const *charts = (const QmChart *const *) request->charts->pdata + first;
  Job *job = g_new0 (Job, 1);

  job->format = format;
  job->charts = charts;
  job->n_charts = n_charts;
  if (request->output == QM_OUTPUT_FOLDER) {
    g_autofree char *file =
        qm_export_file_name (request->dataset, n_charts > 1 ? NULL : charts[0], format);

    job->path = g_build_filename (output, file, NULL);
  } else
    job->path = g_strdup (output);
  g_ptr_array_add (jobs, job);
}

static GPtrArray *
list_jobs (const QmExportRequest *request, const char *output)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (free_job);
  gsize n_charts = request->charts->len;

  for (int i = 0; i < QM_N_FORMATS; i++) {
    if (!request->formats[i])
      continue;
    if (qm_format_info ((QmFormat) i)->is_deck)
      add_job (jobs, request, (QmFormat) i, output, 0, n_charts);
    else
      for (gsize j = 0; j < n_charts; j++)
        add_job (jobs, request, (QmFormat) i, output, j, 1);
  }
  return jobs;
}

/* --- Writing them --- */

/* On all cores; a thread of its own is not worth its while for one file. */
static void
write_jobs (GPtrArray *jobs, Run *run)
{
  GThreadPool *pool;

  if (jobs->len == 1) {
    write_job (jobs->pdata[0], run);
    return;
  }
  pool = g_thread_pool_new (write_job, run, (int) g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < jobs->len; i++)
    g_thread_pool_push (pool, jobs->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* A program that reads the path needs its very bytes; on a terminal nothing may steer that. */
static void
print_path (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (isatty (STDOUT_FILENO))
    g_print ("%s\n", name);
  else
    puts (path);
}

/* One file that cannot be written does not keep the others from being written. */
static int
report_jobs (GPtrArray *jobs)
{
  int status = QM_EXIT_OK;

  for (guint i = 0; i < jobs->len; i++) {
    const Job *job = jobs->pdata[i];

    if (job->error == NULL)
      print_path (job->path);
    else if (g_error_matches (job->error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
      /* Translators: what is wrong, and then an option that helps */
      qm_command_report (_ ("%s, or give --force"), job->error->message);
    else
      qm_command_report ("%s", job->error->message);
    if (job->error != NULL)
      status = QM_EXIT_FAILURE;
  }
  return status;
}

static int
write_to_stream (const QmCommand *command, const Job *job, const QmExportRequest *request)
{
  gboolean is_text = job->format == QM_FORMAT_SVG || job->format == QM_FORMAT_CSV;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (!is_text && isatty (STDOUT_FILENO))
    return qm_command_misused (command, _ ("a terminal cannot show this format: name a file"));

  bytes = make_bytes (job, request, &error);
  if (bytes == NULL) {
    qm_command_report ("%s", error->message);
    return QM_EXIT_FAILURE;
  }
  data = g_bytes_get_data (bytes, &length);
  fwrite (data, 1, length, stdout);
  return QM_EXIT_OK;
}

static int export(const QmCommand *command, const QmExportOptions *options,
                  const QmExportRequest *request)
{
  g_autoptr (GPtrArray) jobs = list_jobs (request, options->output);
  Run run = { request, options->may_replace };

  if (request->output == QM_OUTPUT_STREAM)
    return write_to_stream (command, jobs->pdata[0], request);

  if (request->output == QM_OUTPUT_FOLDER && g_mkdir_with_parents (options->output, 0777) != 0) {
    qm_command_report (_ ("the folder “%s” cannot be created: %s"), options->output,
                       g_strerror (errno));
    return QM_EXIT_FAILURE;
  }
  write_jobs (jobs, &run);
  return report_jobs (jobs);
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (QmExportOptions) options = { 0 };
  g_auto (QmExportRequest) request = { 0 };
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("Export every chart of the dataset"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write that file, or into that folder a file for each chart and one deck of slides for "
          "all; “-” is the standard output"),
      "FILE|FOLDER|-" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.formats,
      N_ ("Write png, svg, pdf, csv, pptx, odp, several of them (png,csv) or all (by the file’s "
          "name, else png)"),
      "FORMAT" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.may_replace, N_ ("Replace files that are there"),
      NULL },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
      N_ ("Lay the chart out for that size: 1920x1080, 13.333x7.5in, 297x210mm, slide, slide-4k, "
          "slide-4-3, half, third, square, portrait or a4 (slide)"),
      "SIZE" },
    { "dpi", 0, 0, G_OPTION_ARG_FILENAME, &options.dots_per_inch,
      N_ ("Write so many dots for each inch (144)"), "N" },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &options.scale,
      N_ ("Write N pixels for each pixel of the size (1)"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_ ("Choose the colours (light)"),
      "light|dark" },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &options.is_transparent,
      N_ ("Paint nothing behind the chart"), NULL },
    { "hide", 0, 0, G_OPTION_ARG_FILENAME, &options.hidden,
      N_ ("Leave out title, subtitle, note, key or sources, or several (key,note)"), "PARTS" },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &options.view,
      N_ ("Show the chart as this view does: {\"chart\":\"industrial-share\",\"scale\":\"log\"}"),
      "JSON" },
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &options.dataset,
      N_ ("Read that dataset instead of the built-in one"), "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.charts, NULL, NULL },
    { 0 },
  };
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;

  status = qm_export_request_read (command, &options, &request);
  return status == QM_EXIT_OK ? export(command, &options, &request) : status;
}

const QmCommand qm_export_command = {
  .name = "export",
  .arguments = "CHART… | --all -o FILE|FOLDER|-",
  .summary = N_ ("Write charts as PNG, SVG, PDF, CSV or slides, without a display"),
  .run = run,
};
