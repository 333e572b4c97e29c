/* quymo export: charts as files of every format, several at a time. */
#include "base/words.h"
#include "cli/command.h"

#include "cli/export-request.h"
#include "scene/typeset.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

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

static void
report_warnings (const QmExportJob *job)
{
  for (gsize i = 0; job->warnings != NULL && job->warnings[i] != NULL; i++)
    qm_command_report ("%s: %s", job->path, job->warnings[i]);
}

static int
report_jobs (const QmExportPlan *plan)
{
  int status = QM_EXIT_OK;

  for (guint i = 0; i < plan->jobs->len; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];

    report_warnings (job);
    if (job->error == NULL) {
      print_path (job->path);
      continue;
    }
    status = QM_EXIT_FAILURE;
    if (g_error_matches (job->error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
      /* Translators: what is wrong, and then an option that helps */
      qm_command_report (_ ("%s, or give --force"), job->error->message);
    else
      qm_command_report ("%s", job->error->message);
  }
  return status;
}

static int
write_to_stream (const QmCommand *command, QmExportPlan *plan)
{
  QmExportJob *job = plan->jobs->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (!qm_export_format_info (job->format)->is_text && isatty (STDOUT_FILENO))
    return qm_command_misused (command, _ ("a terminal cannot show this format: name a file"));

  bytes = qm_export_plan_encode (plan, job, &error);
  if (bytes == NULL) {
    qm_command_report ("%s", error->message);
    return QM_EXIT_FAILURE;
  }
  report_warnings (job);
  data = g_bytes_get_data (bytes, &length);
  fwrite (data, 1, length, stdout);
  return QM_EXIT_OK;
}

static int
write_charts (const QmCommand *command, const QmExportOptions *options,
              const QmExportRequest *request)
{
  qm_export_plan_list (request->plan, options->output, request->output == QM_OUTPUT_FOLDER);
  if (request->output == QM_OUTPUT_STREAM)
    return write_to_stream (command, request->plan);

  if (request->output == QM_OUTPUT_FOLDER && g_mkdir_with_parents (options->output, 0777) != 0) {
    qm_command_report (_ ("the folder “%s” cannot be created: %s"), options->output,
                       g_strerror (errno));
    return QM_EXIT_FAILURE;
  }
  qm_export_plan_run (request->plan);
  return report_jobs (request->plan);
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
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &options.text,
      N_ ("Write the letters of an SVG as text, or as outlines that need no font (text)"),
      "text|outlines" },
    { "hide", 0, 0, G_OPTION_ARG_FILENAME, &options.hidden,
      N_ ("Leave out title, subtitle, note, key or sources, or several (key,note)"), "PARTS" },
    { "for-programs", 0, 0, G_OPTION_ARG_NONE, &options.is_for_programs,
      N_ ("Write CSV by the keys of the dataset’s file, not in words"), NULL },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &options.view,
      N_ ("Show the chart as this view does: {\"chart\":\"industrial-share\",\"scale\":\"log\"}"),
      "JSON" },
    QM_COMMAND_DATASET (options.dataset),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.charts, NULL, NULL },
    { 0 },
  };
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;

  qm_typeset_prepare ();
  status = qm_export_request_read (command, &options, &request);
  return status == QM_EXIT_OK ? write_charts (command, &options, &request) : status;
}

const QmCommand qm_export_command = {
  .name = "export",
  .arguments = "CHART… | --all -o FILE|FOLDER|-",
  .summary = N_ ("Write charts as PNG, SVG, PDF, CSV or slides, without a display"),
  .run = run,
};
