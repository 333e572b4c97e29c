#include "cli/export-request.h"

#include "base/words.h"

#include <string.h>

void
qm_export_options_clear (QmExportOptions *options)
{
  g_strfreev (options->charts);
  g_free (options->output);
  g_free (options->formats);
  g_free (options->size);
  g_free (options->dots_per_inch);
  g_free (options->scale);
  g_free (options->theme);
  g_free (options->text);
  g_free (options->hidden);
  g_free (options->view);
  g_free (options->dataset);
}

void
qm_export_request_clear (QmExportRequest *request)
{
  g_clear_pointer (&request->plan, qm_export_plan_free);
}

static gboolean
is_given (const char *option)
{
  return option != NULL && option[0] != '\0';
}

/* --- Formats and where they go --- */

static guint
count_formats (const QmExportRequest *request)
{
  guint n = 0;

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    n += request->plan->formats[i] ? 1 : 0;
  return n;
}

static gboolean
can_be_bound (const QmExportRequest *request)
{
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    if (request->plan->formats[i] && !qm_export_format_holds_several ((QmExportFormat) i))
      return FALSE;
  return TRUE;
}

static gboolean
add_format (const QmCommand *command, const char *name, QmExportRequest *request)
{
  gboolean is_all = g_str_equal (name, "all");
  QmExportFormat format;

  if (!is_all && !qm_export_format_find (name, &format)) {
    g_autofree char *formats = qm_export_format_list ();

    qm_command_misused (command, _ ("there is no format “%s”: choose %s or all"), name, formats);
    return FALSE;
  }
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    if (is_all || i == (int) format)
      request->plan->formats[i] = TRUE;
  return TRUE;
}

static gboolean
names_folder (const char *output)
{
  return g_str_has_suffix (output, G_DIR_SEPARATOR_S) || g_file_test (output, G_FILE_TEST_IS_DIR);
}

/* Several files have a folder, also where its name does not say so. */
static QmOutputKind
kind_of_output (const QmExportOptions *options)
{
  gboolean is_several =
      options->is_all || (options->charts != NULL && g_strv_length (options->charts) > 1);
  QmExportFormat format;

  if (g_str_equal (options->output, "-"))
    return QM_OUTPUT_STREAM;
  if (names_folder (options->output))
    return QM_OUTPUT_FOLDER;
  if (qm_export_format_of_name (options->output, &format))
    return QM_OUTPUT_FILE;
  return is_several ? QM_OUTPUT_FOLDER : QM_OUTPUT_FILE;
}

/* --format, else the name's, else PNG. */
static gboolean
read_formats (const QmCommand *command, const QmExportOptions *options, QmExportRequest *request)
{
  QmExportFormat format = QM_EXPORT_PNG;
  g_auto (GStrv) names = NULL;

  if (options->formats == NULL) {
    if (request->output == QM_OUTPUT_FILE && !qm_export_format_of_name (options->output, &format)) {
      qm_command_misused (command,
                          _ ("the name after -o must end with .png or another format's, or with / "
                             "for a folder"));
      return FALSE;
    }
    request->plan->formats[format] = TRUE;
    return TRUE;
  }

  /* Of nothing g_strsplit() makes no names at all. */
  if (options->formats[0] == '\0')
    return add_format (command, "", request);

  names = g_strsplit (options->formats, ",", -1);
  for (gsize i = 0; names[i] != NULL; i++)
    if (!add_format (command, names[i], request))
      return FALSE;
  return TRUE;
}

/* FALSE, with the wrong usage reported, if charts, formats and output do not go together. */
static gboolean
read_output (const QmCommand *command, const QmExportOptions *options, QmExportRequest *request)
{
  guint n_charts = options->charts != NULL ? g_strv_length (options->charts) : 0;
  const char *problem = NULL;

  if (options->is_all && n_charts > 0)
    problem = _ ("name charts or give --all, not both");
  else if (!options->is_all && n_charts == 0 && options->view == NULL)
    problem = _ ("name the charts to export, or give --all");
  else if (options->view != NULL && (options->is_all || n_charts > 1))
    problem = _ ("a view is that of one chart");
  else if (!is_given (options->output))
    problem = _ ("say with -o which file or folder to write");
  if (problem != NULL) {
    qm_command_misused (command, "%s", problem);
    return FALSE;
  }

  request->output = kind_of_output (options);
  if (!read_formats (command, options, request))
    return FALSE;
  if (request->output == QM_OUTPUT_FOLDER)
    return TRUE;
  request->plan->is_bound = TRUE;

  if (count_formats (request) > 1)
    problem = _ ("several formats need a folder after -o, not one file");
  else if ((options->is_all || n_charts > 1) && !can_be_bound (request))
    problem = _ ("several charts need a folder after -o, not one file");
  if (problem != NULL)
    qm_command_misused (command, "%s", problem);
  return problem == NULL;
}

/* --- The look --- */

/* A positive number in digits with at most one point: neither 1e3 nor 0x10 nor inf. */
static gboolean
parse_number (const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return text[0] != '\0' && strspn (text, "0123456789.") == strlen (text) && *end == '\0' &&
         *number > 0;
}

static gboolean
hide_block (const char *name, QmBlocks *hidden)
{
  for (gsize i = 0; i < QM_N_BLOCKS; i++) {
    if (g_str_equal (qm_block_infos[i].id, name)) {
      *hidden |= qm_block_infos[i].block;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_hidden (const QmCommand *command, const QmExportOptions *options, QmExportLook *look)
{
  g_auto (GStrv) names = g_strsplit (options->hidden != NULL ? options->hidden : "", ",", -1);

  for (gsize i = 0; names[i] != NULL; i++) {
    if (!hide_block (names[i], &look->hidden)) {
      qm_command_misused (
          command,
          _ ("there is no part “%s” to hide: choose title, subtitle, note, key or sources"),
          names[i]);
      return FALSE;
    }
  }
  if ((look->hidden & QM_BLOCK_SOURCES) != 0)
    qm_command_report (
        "%s",
        _ ("the sources are not drawn: they stay in the file's metadata only, which a copy of "
           "the picture may lose"));
  return TRUE;
}

static gboolean
read_size (const QmCommand *command, const QmExportOptions *options, QmExportSize *size)
{
  double dots_per_inch = 0, scale = 1;
  g_autoptr (GError) error = NULL;

  if (options->dots_per_inch != NULL && !parse_number (options->dots_per_inch, &dots_per_inch)) {
    qm_command_misused (command, _ ("“%s” is no number of dots per inch: write one such as 300"),
                        options->dots_per_inch);
    return FALSE;
  }
  if (options->scale != NULL && !parse_number (options->scale, &scale)) {
    qm_command_misused (command, _ ("“%s” is no scale: write a number such as 2 or 1.5"),
                        options->scale);
    return FALSE;
  }
  if (qm_size_parse (options->size != NULL ? options->size : "slide", dots_per_inch, size,
                     &error)) {
    size->scale *= scale;
    if (qm_size_check (size, &error))
      return TRUE;
  }
  qm_command_misused (command, "%s", error->message);
  return FALSE;
}

/* FALSE, with the wrong usage reported, if there can be no such picture. */
static gboolean
read_look (const QmCommand *command, const QmExportOptions *options, QmExportLook *look)
{
  const char *theme = options->theme != NULL ? options->theme : "light";
  const char *text = options->text != NULL ? options->text : "text";

  look->theme = qm_theme_find (theme);
  look->is_transparent = options->is_transparent;
  look->has_outlines = g_str_equal (text, "outlines");
  look->reader = options->is_for_programs ? QM_CELLS_FOR_PROGRAMS : QM_CELLS_FOR_PEOPLE;
  if (look->theme == NULL) {
    qm_command_misused (command, _ ("there is no theme “%s”: choose light or dark"), theme);
    return FALSE;
  }
  if (!look->has_outlines && !g_str_equal (text, "text")) {
    qm_command_misused (command, _ ("there are no letters as “%s”: choose text or outlines"), text);
    return FALSE;
  }
  return read_size (command, options, &look->size);
}

/* --- Charts --- */

/* FALSE, and every unknown one reported, if a chart is named that there is not. */
static gboolean
find_charts (const QmExportOptions *options, QmExportPlan *plan)
{
  gboolean is_found = TRUE;

  for (gsize i = 0; options->is_all && i < plan->dataset->n_charts; i++)
    g_ptr_array_add (plan->charts, (gpointer) &plan->dataset->charts[i]);

  for (gsize i = 0; options->charts != NULL && options->charts[i] != NULL; i++) {
    const QmChart *chart = qm_command_find_chart (plan->dataset, options->charts[i]);

    is_found = is_found && chart != NULL;
    g_ptr_array_add (plan->charts, (gpointer) chart);
  }
  return is_found;
}

static int
read_view (const QmCommand *command, const QmExportOptions *options, QmExportPlan *plan)
{
  int status = QM_EXIT_OK;

  if (options->view == NULL)
    return status;
  if (plan->charts->len > 0)
    plan->shown = plan->charts->pdata[0];
  status = qm_command_read_view (command, plan->dataset, options->view, &plan->shown, &plan->view);
  if (status == QM_EXIT_OK && plan->charts->len == 0)
    g_ptr_array_add (plan->charts, (gpointer) plan->shown);
  return status;
}

int
qm_export_request_read (const QmCommand *command, const QmExportOptions *options,
                        QmExportRequest *request)
{
  QmExportPlan *plan = request->plan = qm_export_plan_new (NULL);

  plan->may_replace = options->may_replace;
  if (!read_output (command, options, request) || !read_look (command, options, &plan->look))
    return QM_EXIT_USAGE;

  plan->dataset = qm_command_load (options->dataset);
  if (plan->dataset == NULL || !find_charts (options, plan))
    return QM_EXIT_FAILURE;

  if (options->hidden != NULL && !read_hidden (command, options, &plan->look))
    return QM_EXIT_USAGE;
  return read_view (command, options, plan);
}
