/* quymo import: a dataset made of a table, by what was guessed of it and what is said instead. */
#include "base/words.h"
#include "cli/command.h"

#include "base/file-kind.h"
#include "base/file.h"
#include "chart/chart.h"
#include "edit/import.h"
#include "edit/own-csv.h"
#include "export/write.h"

#include <cjson/cJSON.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *choices[QM_N_CHOICES];
  char *print, *output, *title;
  char *source, *container, *kind, *issued, *url;
  gboolean may_replace;
  GStrv paths;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->print,     &options->output, &options->title,  &options->source,
                     &options->container, &options->kind,   &options->issued, &options->url };

  for (int i = 0; i < QM_N_CHOICES; i++)
    g_free (options->choices[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Reading --- */

static char *
name_of (const char *path)
{
  return g_str_equal (path, "-") ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
}

static QmSheet *
read_sheet (const char *path, const QmChoices *choices)
{
  g_autofree char *name = name_of (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_str_equal (path, "-") ? qm_file_read_stream (STDIN_FILENO, name, QM_FILE_MAX_LENGTH, &error)
                              : qm_file_read (path, QM_FILE_MAX_LENGTH, &error);
  g_autofree char *kind = NULL;
  QmSheet *sheet;

  if (bytes == NULL) {
    qm_command_report ("%s", error->message);
    return NULL;
  }
  sheet = qm_sheet_read (bytes, choices, &error);
  if (sheet == NULL)
    kind = qm_file_kind_explain (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (kind != NULL)
    qm_command_report ("%s", kind);
  else if (sheet == NULL)
    qm_command_report ("%s: %s", name, error->message);
  return sheet;
}

/* --- What was decided --- */

static void
print_sentences (GPtrArray *sentences, const char *heading)
{
  if (sentences->len > 0 && heading != NULL)
    g_print ("\n%s\n", heading);
  for (guint i = 0; i < sentences->len; i++)
    g_print ("%s\n", (const char *) sentences->pdata[i]);
}

static void
print_decisions (const QmSheet *sheet)
{
  g_autoptr (GPtrArray) decisions = qm_sheet_tell_decisions (sheet);
  g_autoptr (GPtrArray) doubts = qm_sheet_tell_doubts (sheet);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);

  print_sentences (decisions, NULL);
  print_sentences (doubts, _ ("What could be read otherwise:"));
  print_sentences (faults, _ ("What does not fit:"));
}

static cJSON *
sentences_to_json (GPtrArray *sentences)
{
  cJSON *json = cJSON_CreateArray ();

  for (guint i = 0; i < sentences->len; i++)
    cJSON_AddItemToArray (json, cJSON_CreateString (sentences->pdata[i]));
  return json;
}

static cJSON *
column_to_json (const QmSheetColumn *column)
{
  const char decimal[] = { column->decimal, '\0' };
  cJSON *json = cJSON_CreateObject (), *misfits = cJSON_CreateArray ();

  cJSON_AddStringToObject (json, "heading", column->heading);
  cJSON_AddStringToObject (json, "holds", qm_sheet_column_holds[column->holds]);
  if (column->holds == QM_HOLDS_FIGURES) {
    cJSON_AddStringToObject (json, "decimal", decimal);
    cJSON_AddBoolToObject (json, "is_doubtful", column->is_doubtful);
    cJSON_AddItemToObject (json, "unit",
                           column->unit != NULL ? cJSON_CreateString (column->unit)
                                                : cJSON_CreateNull ());
    cJSON_AddNumberToObject (json, "scale", column->scale);
  }
  if (column->has_when)
    cJSON_AddStringToObject (json, "time", column->when.text);
  cJSON_AddNumberToObject (json, "cells", column->n_cells);
  cJSON_AddNumberToObject (json, "missing", column->n_missing);
  cJSON_AddItemToObject (json, "misfits", misfits);
  return json;
}

static void
add_misfits (const QmSheet *sheet, const QmSheetColumn *column, cJSON *json)
{
  cJSON *misfits = cJSON_GetObjectItemCaseSensitive (json, "misfits");

  for (guint i = 0; i < column->misfits->len; i++) {
    guint row = g_array_index (column->misfits, guint, i);
    cJSON *misfit = cJSON_CreateObject ();

    cJSON_AddNumberToObject (misfit, "line", qm_cell_grid_row (sheet->grid, row)->line);
    cJSON_AddStringToObject (misfit, "cell", qm_cell_grid_cell (sheet->grid, row, column->index));
    cJSON_AddItemToArray (misfits, misfit);
  }
}

static void
print_json (const QmSheet *sheet)
{
  g_autoptr (GPtrArray) doubts = qm_sheet_tell_doubts (sheet);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
  g_autofree char *delimiter = qm_dialect_get_delimiter (&sheet->dialect);
  const char quote[] = { sheet->dialect.quote, '\0' };
  cJSON *json = cJSON_CreateObject (), *columns = cJSON_CreateArray ();
  char *text;

  cJSON_AddStringToObject (json, "encoding", sheet->encoding != NULL ? sheet->encoding : "UTF-8");
  cJSON_AddStringToObject (json, "delimiter", delimiter);
  cJSON_AddStringToObject (json, "quote", quote);
  cJSON_AddNumberToObject (json, "tables", sheet->tables->len);
  cJSON_AddNumberToObject (json, "table", sheet->table + 1);
  cJSON_AddNumberToObject (json, "headers", sheet->layout.first_row - sheet->layout.first_header);
  cJSON_AddNumberToObject (json, "rows", sheet->layout.last_row - sheet->layout.first_row);
  cJSON_AddNumberToObject (json, "figures", figures->len);
  cJSON_AddItemToObject (json, "title",
                         sheet->title != NULL ? cJSON_CreateString (sheet->title)
                                              : cJSON_CreateNull ());
  cJSON_AddItemToObject (json, "notes", sentences_to_json (sheet->notes));
  for (guint i = 0; i < sheet->columns->len; i++) {
    cJSON *column = column_to_json (sheet->columns->pdata[i]);

    add_misfits (sheet, sheet->columns->pdata[i], column);
    cJSON_AddItemToArray (columns, column);
  }
  cJSON_AddItemToObject (json, "columns", columns);
  cJSON_AddItemToObject (json, "doubts", sentences_to_json (doubts));
  cJSON_AddItemToObject (json, "faults", sentences_to_json (faults));
  text = cJSON_Print (json);
  g_print ("%s\n", text);
  cJSON_free (text);
  cJSON_Delete (json);
}

static void
print_cells (const QmSheet *sheet)
{
  g_autofree char *cells = qm_sheet_print_cells (sheet);

  fputs (cells, stdout);
}

/* --- Writing --- */

/* The dataset that is to have the table as well: one in which a table of that name is already. NULL
 * for a new one. */
static char *
read_before (const Options *options, const char *file, QmChoices *choices)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *text = NULL;

  if (options->output == NULL || !g_file_test (options->output, G_FILE_TEST_EXISTS))
    return NULL;
  dataset = qm_command_load_with_text (options->output, &bytes);
  if (dataset == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return qm_import_find_choices (text, file, choices, NULL) ? g_steal_pointer (&text) : NULL;
}

static gboolean
is_right (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_dataset_read ("", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *sentence = qm_problem_describe (problems->pdata[i]);

    qm_command_report ("%s", sentence);
  }
  return dataset != NULL;
}

static int
write_text (const Options *options, const char *text, gboolean may_replace)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (options->output, "-")) {
    fputs (text, stdout);
    return QM_EXIT_OK;
  }
  if (qm_write_file (options->output, bytes, may_replace, &error))
    return QM_EXIT_OK;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    qm_command_report (_ ("%s, or give --force"), error->message);
  else
    qm_command_report ("%s", error->message);
  return QM_EXIT_FAILURE;
}

/* The words for the whole: given, or the table's own, or the file's name. */
static const char *
title_of (const Options *options, const QmSheet *sheet, const char *file)
{
  if (options->title != NULL)
    return options->title;
  return sheet->title != NULL ? sheet->title : file;
}

static int
make_dataset (const QmCommand *command, const Options *options, const QmSheet *sheet,
              const QmChoices *choices, const char *before)
{
  g_autofree char *file = g_path_get_basename (options->paths[0]);
  g_autofree char *own = qm_import_find_source (sheet);
  const QmSourceFields source = {
    .title = options->source != NULL ? options->source : own,
    .container = options->container,
    .kind = options->kind != NULL ? options->kind : "dataset",
    .issued = options->issued,
    .url = options->url,
  };
  g_autofree char *fresh = qm_edit_new_file (title_of (options, sheet, file));
  g_autoptr (QmEdit) edit = qm_edit_begin (before != NULL ? before : fresh);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (source.title == NULL && before == NULL)
    return qm_command_misused (command, "%s", _ ("say where the table is from: give its --source"));
  if (!qm_import_put (edit, file, sheet, choices, source.title != NULL ? &source : NULL, qm_forms,
                      &error)) {
    qm_command_report ("%s", error->message);
    return QM_EXIT_FAILURE;
  }
  text = qm_edit_end (g_steal_pointer (&edit));
  if (!is_right (text))
    return QM_EXIT_FAILURE;
  return write_text (options, text, options->may_replace || before != NULL);
}

/* Of the CSV that "quymo export --for-programs" writes, which says itself where each figure is
 * from, into a new dataset or one that is there. */
static int
make_dataset_of_own (const Options *options, const QmSheet *sheet)
{
  g_autofree char *file = g_path_get_basename (options->paths[0]);
  g_autofree char *text = qm_edit_new_file (options->title != NULL ? options->title : file);
  gboolean is_there = g_file_test (options->output, G_FILE_TEST_EXISTS);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *made = NULL, *chart = NULL;

  if (is_there) {
    dataset = qm_command_load_with_text (options->output, &bytes);
    if (dataset == NULL)
      return QM_EXIT_FAILURE;
    g_free (text);
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  }
  made = qm_own_csv_import (sheet, text, qm_forms, &chart);
  return is_right (made) ? write_text (options, made, TRUE) : QM_EXIT_FAILURE;
}

/* What a person should look at, apart from what scripts read. */
static void
warn (const QmSheet *sheet)
{
  g_autoptr (GPtrArray) doubts = qm_sheet_tell_doubts (sheet);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);

  for (guint i = 0; i < doubts->len; i++)
    qm_command_report ("%s", (const char *) doubts->pdata[i]);
  for (guint i = 0; i < faults->len; i++)
    qm_command_report ("%s", (const char *) faults->pdata[i]);
}

static int
import (const QmCommand *command, const Options *options)
{
  g_autofree char *file = g_path_get_basename (options->paths[0]);
  g_auto (QmChoices) choices = { 0 };
  g_autofree char *before = read_before (options, file, &choices);
  g_autoptr (QmSheet) sheet = NULL;

  for (int i = 0; i < QM_N_CHOICES; i++)
    if (options->choices[i] != NULL)
      qm_choices_set (&choices, (QmChooses) i, options->choices[i]);
  sheet = read_sheet (options->paths[0], &choices);
  if (sheet == NULL)
    return QM_EXIT_FAILURE;
  if (options->output != NULL && qm_own_csv_recognizes (sheet))
    return make_dataset_of_own (options, sheet);
  if (options->output != NULL) {
    warn (sheet);
    return make_dataset (command, options, sheet, &choices, before);
  }
  if (g_strcmp0 (options->print, "cells") == 0)
    print_cells (sheet);
  else if (g_strcmp0 (options->print, "json") == 0)
    print_json (sheet);
  else
    print_decisions (sheet);
  return QM_EXIT_OK;
}

/* What can be said of how the table is read: in words, and what stands for what is said. */
static const struct {
  QmChooses what;
  const char *text, *values;
} choices[] = {
  { QM_CHOOSE_ENCODING, N_ ("Read the text as one in that encoding"), "NAME" },
  { QM_CHOOSE_DELIMITER,
    N_ ("Say what stands between cells: a sign or several, tab, space or none"), "SIGN" },
  { QM_CHOOSE_QUOTE, N_ ("Say what stands around cells: a sign or none"), "SIGN" },
  { QM_CHOOSE_TABLE, N_ ("Read the file’s table of that number (1)"), "N" },
  { QM_CHOOSE_HEADERS, N_ ("Say how many rows are headings"), "N" },
  { QM_CHOOSE_DECIMAL, N_ ("Say which decimal sign the figures have"), "point|comma" },
  { QM_CHOOSE_DATES, N_ ("Say what comes first in dates"), "day-first|month-first" },
  { QM_CHOOSE_COLUMNS,
    N_ ("Say what each column holds: entity, time, figures, figures=USD bn, measure, unit, "
        "note, or - for nothing"),
    "LIST" },
  { QM_CHOOSE_WIDE, N_ ("Say what several columns of figures are"), "measures|entities" },
  { QM_CHOOSE_MEASURE, N_ ("Say what the figures are of"), "WORDS" },
  { QM_CHOOSE_UNIT, N_ ("Say the unit of figures whose heading says none: USD bn, %"), "WORDS" },
  { QM_CHOOSE_MISSING, N_ ("Say what else means that there is no figure: -99|tbc"), "WORDS" },
  { QM_CHOOSE_YEARS, N_ ("Say what numbers are that could be years"), "time|figures" },
  { QM_CHOOSE_ROWS,
    N_ ("Say what stands in rows that are wrong: their line, =, and the cells with tabs "
        "between them; the line alone leaves the row out; a line break between rows"),
    "ROWS" },
  { QM_CHOOSE_NOTES, N_ ("Say what each note is: caveat, source, or - for nothing"), "LIST" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (choices) == QM_N_CHOICES);

static void
add_choices (GArray *entries, Options *options)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++) {
    QmChooses what = choices[i].what;
    const GOptionEntry entry = {
      .long_name = qm_choices_name (what),
      .arg = G_OPTION_ARG_STRING,
      .arg_data = &options->choices[what],
      .description = choices[i].text,
      .arg_description = choices[i].values,
    };

    g_array_append_val (entries, entry);
  }
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write the dataset to that file; one that has the table already is brought up to date; "
          "“-” is the standard output"),
      "FILE|-" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source,
      N_ ("Cite a source of that title, if not the one that the table names"), "TITLE" },
    { "container", 0, 0, G_OPTION_ARG_STRING, &options.container,
      N_ ("Say who publishes the source"), "NAME" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("Say what the source is, by a CSL type (dataset)"), "TYPE" },
    { "issued", 0, 0, G_OPTION_ARG_STRING, &options.issued, N_ ("Say when it was published"),
      "DATE" },
    { "url", 0, 0, G_OPTION_ARG_STRING, &options.url, N_ ("Say where it is on the web"),
      "ADDRESS" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("Call the dataset that (the table’s title)"), "WORDS" },
    { "print", 0, 0, G_OPTION_ARG_STRING, &options.print,
      N_ ("Write nothing but what was decided (text, json), or the table as it was read, as CSV "
          "(cells)"),
      "text|json|cells" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.may_replace, N_ ("Replace a file that is there"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
  };
  g_autoptr (GArray) all = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  int status;

  g_array_append_vals (all, entries, G_N_ELEMENTS (entries));
  add_choices (all, &options);
  if (!qm_command_parse (command, (const GOptionEntry *) (gconstpointer) all->data, argc, argv,
                         &status))
    return status;
  if (options.paths == NULL || options.paths[1] != NULL)
    return qm_command_misused (command, "%s", _ ("name one file, or - for standard input"));
  return import (command, &options);
}

const QmCommand qm_import_command = {
  .name = "import",
  .arguments = "TABLE|- [-o FILE|-]",
  .summary = N_ ("Make a dataset of a table of figures: CSV, TSV and what is found instead"),
  .run = run,
};
