#include "cli/command.h"

#include "base/file.h"
#include "base/language.h"
#include "base/words.h"
#include "chart/chart.h"
#include "chart/view/view-json.h"
#include "dataset/load.h"
#include "export/restore.h"

#include <unistd.h>

/* Set while a command is only asked what it takes. */
static struct {
  QmCommandVisitor visitor;
  gpointer user_data;
} visit;

void
qm_command_visit (const QmCommand *command, QmCommandVisitor visitor, gpointer user_data)
{
  char *argv[] = { (char *) command->name, NULL };

  visit.visitor = visitor;
  visit.user_data = user_data;
  command->run (command, 1, argv);
  visit.visitor = NULL;
}

/* What stands on a command line need not be text. */
static char *
format_message (const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  return g_utf8_make_valid (message, -1);
}

void
qm_command_report (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = format_message (format, arguments);
  va_end (arguments);

  g_printerr ("quymo: %s\n", message);
}

int
qm_command_misused (const QmCommand *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = format_message (format, arguments);
  va_end (arguments);

  /* Translators: what is wrong, and then the name of a command, as in “quymo export --help”. */
  qm_command_report (_ ("%s (see “quymo %s --help”)"), message, command->name);
  return QM_EXIT_USAGE;
}

static const char *
translate (const char *text, gpointer data G_GNUC_UNUSED)
{
  return qm_words (text);
}

static GOptionContext *
new_context (const QmCommand *command, const GOptionEntry *entries, const GOptionEntry *common)
{
  GOptionContext *context = g_option_context_new (command->arguments);
  g_autofree char *name = g_strconcat ("quymo ", command->name, NULL);

  g_set_prgname (name);
  g_option_context_set_translate_func (context, translate, NULL, NULL);
  g_option_context_set_summary (context, command->summary);
  /* GLib's own --help would print and exit before --language is known. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  return context;
}

gboolean
qm_command_parse (const QmCommand *command, const GOptionEntry *entries, int argc, char **argv,
                  int *status)
{
  gboolean wants_help = FALSE;
  g_autofree char *language = NULL;
  const GOptionEntry common[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Write in that language"), "en|vi" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_ ("Print this help"), NULL },
    { 0 },
  };
  g_autoptr (GOptionContext) context = new_context (command, entries, common);
  g_autoptr (GError) error = NULL;

  if (visit.visitor != NULL) {
    visit.visitor (command, entries, common, visit.user_data);
    *status = QM_EXIT_OK;
    return FALSE;
  }

  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    *status = qm_command_misused (command, "%s", error->message);
    return FALSE;
  }

  if (language != NULL && !qm_language_use (language)) {
    *status =
        qm_command_misused (command, _ ("there is no language “%s”: choose en or vi"), language);
    return FALSE;
  }

  if (wants_help) {
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

    g_print ("%s", help);
    *status = QM_EXIT_OK;
    return FALSE;
  }

  return TRUE;
}

/* As compilers do, and with the line of the file below. */
static void
print_problem (const QmProblem *problem, const char *name)
{
  g_autofree char *text = qm_problem_to_string (problem, name);
  g_autofree char *line = qm_problem_show_line (problem);

  g_printerr ("%s\n", text);
  if (line != NULL)
    g_printerr ("%s\n", line);
}

/* error is NULL if nothing is wrong. */
static void
report_problems (const GPtrArray *problems, const char *name, const GError *error)
{
  for (guint i = 0; i < problems->len; i++)
    print_problem (g_ptr_array_index (problems, i), name);
  if (error != NULL)
    qm_command_report ("%s", error->message);
}

/* As the window does. */
static QmDataset *
load_picture (const char *path, const char *name, GError **error)
{
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart;
  QmDataset *dataset = qm_restore_png (path, qm_forms, &chart, &view, error);

  if (dataset == NULL)
    g_prefix_error (error, "%s: ", name);
  return dataset;
}

QmDataset *
qm_command_load (const char *path)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *name =
      path != NULL ? g_filename_display_name (path) : g_strdup (_ ("the built-in dataset"));
  g_autoptr (GError) error = NULL;
  QmDataset *dataset = path != NULL && qm_restore_recognizes (path)
                           ? load_picture (path, name, &error)
                           : qm_dataset_load (path, qm_forms, problems, &error);

  report_problems (problems, name, error);
  return dataset;
}

QmDataset *
qm_command_load_with_text (const char *path, GBytes **text)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qm_dataset_read_file (path, &error);
  gboolean is_picture = bytes != NULL && qm_restore_recognizes (path);
  QmDataset *dataset = bytes != NULL && !is_picture
                           ? qm_dataset_load_bytes (name, bytes, qm_forms, problems, &error)
                           : NULL;

  if (is_picture)
    qm_command_report (_ ("“%s” is a picture: --dataset takes it, but what it carries cannot be "
                          "written"),
                       name);
  report_problems (problems, name, error);
  *text = dataset != NULL ? g_steal_pointer (&bytes) : NULL;
  return dataset;
}

static void
report_unknown_chart (const QmDataset *dataset, const char *id)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (gsize i = 0; i < dataset->n_charts; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", dataset->charts[i].id);
  qm_command_report (_ ("%s has no chart “%s”; its charts: %s"), dataset->name, id, known->str);
}

const QmChart *
qm_command_find_chart (const QmDataset *dataset, const char *id)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, id);

  if (chart == NULL)
    report_unknown_chart (dataset, id);
  return chart;
}

int
qm_command_read_view (const QmCommand *command, const QmDataset *dataset, const char *json,
                      const QmChart **chart, QmView *view)
{
  const QmChart *shown = *chart;
  g_auto (QmView) read = qm_view_default;
  g_autoptr (GError) error = NULL;

  if (!qm_view_from_json (dataset, json, &shown, &read, &error))
    return qm_command_misused (command, "%s", error->message);
  if (shown == NULL)
    return qm_command_misused (command, _ ("name the chart of the view"));
  if (*chart != NULL && *chart != shown)
    return qm_command_misused (command, _ ("the view is that of “%s”, not of “%s”"), shown->id,
                               (*chart)->id);
  *chart = shown;
  qm_view_set (view, &read);
  return QM_EXIT_OK;
}

/* No book has as many bytes as a file may have, and no document with pictures that is worth
 * reading. */
QmIntake *
qm_command_read_text (const char *path)
{
  gboolean is_stream = g_str_equal (path, "-");
  g_autofree char *name =
      is_stream ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      is_stream ? qm_file_read_stream (STDIN_FILENO, name, QM_FILE_MAX_LENGTH, &error)
                : qm_file_read (path, QM_FILE_MAX_LENGTH, &error);
  QmIntake *intake = bytes != NULL ? qm_intake_read (name, bytes, &error) : NULL;

  if (intake == NULL)
    qm_command_report ("%s", error->message);
  else if (intake->encoding != NULL)
    qm_command_report (_ ("“%s” is not in UTF-8: it is read as %s"), name, intake->encoding);
  if (intake != NULL && intake->is_thinned)
    qm_command_report (_ ("“%s” has more than 30 accents on a letter: the rest are left out"),
                       name);
  return intake;
}
