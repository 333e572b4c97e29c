/* quymo export: charts as PNG files. */
#include "cli/command.h"

#include "export/export.h"
#include "export/png.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* As they stand on the command line, NULL where they do not. */
typedef struct {
  GStrv charts;
  gboolean is_all;
  char *output;
  char *size;
  char *scale;
  char *theme;
  char *dataset;
} Options;

/* What they mean. */
typedef struct {
  QmCanvas canvas;
  double scale;
  gboolean is_folder; /* the output */
} Request;

static void
clear_options (Options *options)
{
  g_strfreev (options->charts);
  g_free (options->output);
  g_free (options->size);
  g_free (options->scale);
  g_free (options->theme);
  g_free (options->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Digits and nothing else. */
static gboolean
parse_side (const char *text, gsize length, double *side)
{
  *side = 0;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    *side = *side * 10 + g_ascii_digit_value (text[i]);
  }
  return length >= 1;
}

/* "1920x1080" or "1920×1080" */
static gboolean
parse_size (const char *text, QmCanvas *canvas)
{
  const char *const signs[] = { "x", "×" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *sign = strstr (text, signs[i]);

    if (sign != NULL) {
      const char *height = sign + strlen (signs[i]);

      return parse_side (text, (gsize) (sign - text), &canvas->width) &&
             parse_side (height, strlen (height), &canvas->height);
    }
  }
  return FALSE;
}

/* A positive number in digits with at most one point: neither 1e3 nor 0x10 nor inf. */
static gboolean
parse_scale (const char *text, double *scale)
{
  char *end;

  *scale = g_ascii_strtod (text, &end);
  return strspn (text, "0123456789.") == strlen (text) && *end == '\0' && *scale > 0;
}

static gboolean
names_folder (const char *output)
{
  return g_str_has_suffix (output, G_DIR_SEPARATOR_S) || g_file_test (output, G_FILE_TEST_IS_DIR);
}

static gboolean
names_png (const char *output)
{
  gsize length = strlen (output);

  return length >= 4 && g_ascii_strcasecmp (output + length - 4, ".png") == 0;
}

/* FALSE, with the wrong usage reported, if the charts and the output do not go together. */
static gboolean
read_output (const QmCommand *command, const Options *options, Request *request)
{
  guint n_charts = options->charts != NULL ? g_strv_length (options->charts) : 0;
  gboolean is_several = options->is_all || n_charts > 1;
  const char *problem = NULL;

  request->is_folder = options->output != NULL && (names_folder (options->output) ||
                                                   (is_several && !names_png (options->output)));

  if (options->is_all && n_charts > 0)
    problem = _ ("name charts or give --all, not both");
  else if (!options->is_all && n_charts == 0)
    problem = _ ("name the charts to export, or give --all");
  else if (options->output == NULL || *options->output == '\0')
    problem = _ ("say with -o which file or folder to write");
  else if (!request->is_folder && is_several)
    problem = _ ("several charts need a folder after -o, not one file");
  else if (!request->is_folder && !names_png (options->output))
    problem = _ ("the name after -o must end with .png, or with / for a folder");

  if (problem != NULL)
    qm_command_misused (command, "%s", problem);
  return problem == NULL;
}

/* FALSE, with the wrong usage reported, if there can be no such picture. */
static gboolean
read_picture (const QmCommand *command, const Options *options, Request *request)
{
  const char *theme = options->theme != NULL ? options->theme : "light";
  QmCanvas *canvas = &request->canvas;
  g_autoptr (GError) error = NULL;

  *canvas = (QmCanvas){ 1920, 1080, qm_theme_find (theme), 1 };
  request->scale = 1;

  if (canvas->theme == NULL)
    qm_command_misused (command, _ ("there is no theme “%s”: choose light or dark"), theme);
  else if (options->size != NULL && !parse_size (options->size, canvas))
    qm_command_misused (command, _ ("“%s” is no size: write it as 1920x1080"), options->size);
  else if (canvas->width < QM_CANVAS_MIN_WIDTH || canvas->height < QM_CANVAS_MIN_HEIGHT)
    qm_command_misused (command, _ ("the size must be at least %dx%d"), QM_CANVAS_MIN_WIDTH,
                        QM_CANVAS_MIN_HEIGHT);
  else if (options->scale != NULL && !parse_scale (options->scale, &request->scale))
    qm_command_misused (command, _ ("“%s” is no scale: write a number such as 2 or 1.5"),
                        options->scale);
  else if (!qm_png_check_size (canvas->width, canvas->height, request->scale, &error))
    qm_command_misused (command, "%s", error->message);
  else
    return TRUE;
  return FALSE;
}

/* The charts asked for (element const QmChart *, borrowed); NULL, and every unknown one reported,
 * if there is one. */
static GPtrArray *
find_charts (const QmDataset *dataset, const Options *options)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  gboolean is_found = TRUE;

  for (gsize i = 0; options->is_all && i < dataset->n_charts; i++)
    g_ptr_array_add (charts, (gpointer) &dataset->charts[i]);

  for (gsize i = 0; !options->is_all && options->charts[i] != NULL; i++) {
    const QmChart *chart = qm_command_find_chart (dataset, options->charts[i]);

    is_found = is_found && chart != NULL;
    g_ptr_array_add (charts, (gpointer) chart);
  }

  return is_found ? g_steal_pointer (&charts) : NULL;
}

static gboolean
export_chart (const QmChart *chart, const char *output, const Request *request)
{
  g_autofree char *file = g_strconcat (chart->id, ".png", NULL);
  g_autofree char *path =
      request->is_folder ? g_build_filename (output, file, NULL) : g_strdup (output);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qm_export_png (chart, &request->canvas, request->scale, &error);

  if (bytes == NULL || !qm_export_write (path, bytes, &error)) {
    qm_command_report ("%s", error->message);
    return FALSE;
  }
  puts (path);
  return TRUE;
}

/* One file that cannot be written does not keep the others from being written. */
static int
export_charts (GPtrArray *charts, const char *output, const Request *request)
{
  int status = QM_EXIT_OK;

  if (request->is_folder && g_mkdir_with_parents (output, 0777) != 0) {
    qm_command_report (_ ("the folder “%s” cannot be created: %s"), output, g_strerror (errno));
    return QM_EXIT_FAILURE;
  }

  for (guint i = 0; i < charts->len; i++)
    if (!export_chart (g_ptr_array_index (charts, i), output, request))
      status = QM_EXIT_FAILURE;

  return status;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("Export every chart of the dataset"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write that file, or into that folder CHART.png for each chart"), "FILE|FOLDER" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
      N_ ("Lay the chart out for that size (1920x1080)"), "WxH" },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &options.scale,
      N_ ("Write N pixels for each pixel of the size (1)"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_ ("Choose the colours (light)"),
      "light|dark" },
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &options.dataset,
      N_ ("Read that dataset instead of the built-in one"), "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.charts, NULL, NULL },
    { 0 },
  };
  Request request;
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (!read_output (command, &options, &request) || !read_picture (command, &options, &request))
    return QM_EXIT_USAGE;

  dataset = qm_command_load (options.dataset);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;
  charts = find_charts (dataset, &options);
  if (charts == NULL)
    return QM_EXIT_FAILURE;

  return export_charts (charts, options.output, &request);
}

const QmCommand qm_export_command = {
  .name = "export",
  .arguments = "CHART… | --all -o FILE|FOLDER",
  .summary = N_ ("Write charts as PNG files, without a display"),
  .run = run,
};
