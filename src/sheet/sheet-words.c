/* What was decided of a table, in words: for the command line and the window alike. */
#include "sheet/sheet.h"

#include "base/words.h"
#include "sheet/cell-text.h"

#include <math.h>
#include <string.h>

/* Cells and rows that are named one by one; of more only the number. */
#define MAX_NAMED 20

static void add (GPtrArray *sentences, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *sentences, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* --- How it is written --- */

static char *
name_sign (char sign)
{
  static const struct {
    char sign;
    const char *name;
  } names[] = {
    { '\t', N_ ("tab") },        { ' ', N_ ("space") },        { ',', N_ ("comma") },
    { ';', N_ ("semicolon") },   { '|', N_ ("vertical bar") }, { '"', N_ ("quotation mark") },
    { '\'', N_ ("apostrophe") }, { '.', N_ ("point") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].sign == sign)
      return g_strdup (_ (names[i].name));
  return sign == '\0' ? g_strdup (_ ("none")) : g_strdup_printf ("%c", sign);
}

static void
tell_dialect (const QmSheet *sheet, GPtrArray *told)
{
  g_autofree char *delimiter = sheet->dialect.is_run ? g_strdup (_ ("several spaces"))
                               : sheet->dialect.rest != NULL
                                   ? qm_dialect_get_delimiter (&sheet->dialect)
                                   : name_sign (sheet->dialect.delimiter);

  if (sheet->encoding != NULL)
    /* Translators: the name of an encoding, such as windows-1252 */
    add (told, _ ("The text is in %s."), sheet->encoding);
  /* Translators: a sign: comma, semicolon, tab */
  add (told, _ ("Between cells: %s."), delimiter);
}

static guint
line_of (const QmSheet *sheet, guint row)
{
  return qm_cell_grid_row (sheet->grid, row)->line;
}

static void
tell_rows (const QmSheet *sheet, GPtrArray *told)
{
  const QmSheetLayout *layout = &sheet->layout;
  guint n_headers = layout->first_row - layout->first_header;
  guint n_rows = layout->last_row - layout->first_row;

  if (n_rows > 0)
    add (told, ngettext ("%u row, in lines %u to %u.", "%u rows, in lines %u to %u.", n_rows),
         n_rows, line_of (sheet, layout->first_row), line_of (sheet, layout->last_row - 1));
  if (n_headers > 0)
    add (told, ngettext ("%u row of headings.", "%u rows of headings.", n_headers), n_headers);
  else
    add (told, "%s", _ ("No headings."));
  if (sheet->title != NULL)
    /* Translators: the title of a table */
    add (told, _ ("Title: %s"), sheet->title);
  for (guint i = 0; i < sheet->notes->len; i++)
    add (told, _ ("Note: %s"), (const char *) sheet->notes->pdata[i]);
}

/* --- Columns --- */

static const char *
name_holds (QmHolds holds)
{
  static const char *const names[] = {
    [QM_HOLDS_NOTHING] = N_ ("left out"),
    [QM_HOLDS_ENTITY] = N_ ("whose the figures are"),
    [QM_HOLDS_TIME] = N_ ("when"),
    [QM_HOLDS_FIGURES] = N_ ("figures"),
    [QM_HOLDS_MEASURE] = N_ ("what the figures are of"),
    [QM_HOLDS_UNIT] = N_ ("their unit"),
    [QM_HOLDS_NOTE] = N_ ("remarks"),
  };

  return _ (names[holds]);
}

static char *
word_figures (const QmSheet *sheet, const QmSheetColumn *column)
{
  g_autofree char *decimal = name_sign (column->decimal);
  const char *unit = column->unit != NULL  ? column->unit
                     : sheet->unit != NULL ? sheet->unit
                                           : "number";
  double scale = column->scale > 1 ? column->scale : sheet->scale;

  if (!(scale > 1))
    /* Translators: a unit such as USD or percent; a sign: point or comma */
    return g_strdup_printf (_ ("figures in %s, decimal sign: %s"), unit, decimal);
  return g_strdup_printf (_ ("figures in %s times %.15g, decimal sign: %s"), unit, scale, decimal);
}

static char *
word_column (const QmSheet *sheet, const QmSheetColumn *column)
{
  if (column->holds == QM_HOLDS_FIGURES)
    return word_figures (sheet, column);
  if (column->holds == QM_HOLDS_TIME)
    return g_strdup (_ ("when"));
  return g_strdup (name_holds (column->holds));
}

static void
tell_column (const QmSheet *sheet, const QmSheetColumn *column, guint number, GPtrArray *told)
{
  g_autofree char *holds = word_column (sheet, column);
  g_autofree char *misfits = NULL, *missing = NULL;
  guint n_misfits = column->misfits->len;

  if (n_misfits > 0)
    misfits = g_strdup_printf (
        ngettext ("; %u cell does not fit", "; %u cells do not fit", n_misfits), n_misfits);
  if (column->n_missing > 0 && column->holds == QM_HOLDS_FIGURES)
    missing = g_strdup_printf (ngettext ("; %u missing", "; %u missing", column->n_missing),
                               column->n_missing);
  /* Translators: a column's number, heading, and what it holds */
  add (told, _ ("Column %u, “%s”: %s%s%s."), number, column->heading, holds,
       missing != NULL ? missing : "", misfits != NULL ? misfits : "");
}

GPtrArray *
qm_sheet_tell_decisions (const QmSheet *sheet)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);

  tell_dialect (sheet, told);
  tell_rows (sheet, told);
  for (guint i = 0; i < sheet->columns->len; i++)
    tell_column (sheet, sheet->columns->pdata[i], i + 1, told);
  return told;
}

/* --- What could be read otherwise --- */

static void
tell_decimal (const QmSheetColumn *column, GPtrArray *told)
{
  g_autofree char *value = qm_cell_text_value (column->doubt, column->decimal);
  g_autofree char *other = qm_cell_text_value (column->doubt, column->decimal == '.' ? ',' : '.');

  /* Translators: a column's heading, a cell as it is written, the number that it is read as, and
   * the number that it could be */
  add (told, _ ("“%s”: “%s” is read as %s and could be %s: say what the decimal sign is."),
       column->heading, column->doubt, value, other);
}

GPtrArray *
qm_sheet_tell_doubts (const QmSheet *sheet)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];

    if (column->holds == QM_HOLDS_FIGURES && column->is_doubtful)
      tell_decimal (column, told);
    if (column->is_year_open)
      add (told,
           column->holds == QM_HOLDS_FIGURES
               ? _ ("“%s” is read as figures and could be years: say which it is.")
               : _ ("“%s” is read as years and could be figures: say which it is."),
           column->heading);
  }
  if (sheet->open_order != NULL)
    add (told,
         _ ("“%s” is read with the day first and could have the month first: say which it is."),
         sheet->open_order);
  if (sheet->sentinel != NULL)
    add (told, _ ("“%s” is read as a figure and could say that there is none: say which it is."),
         sheet->sentinel);
  if (sheet->is_wide_open)
    add (told, "%s",
         sheet->are_entities
             ? _ ("The columns are read as those of entities, and could be of measures.")
             : _ ("The columns are read as those of measures, and could be of entities."));
  if (sheet->tables->len > 1)
    add (told,
         ngettext ("The file has %u table: this is number %u.",
                   "The file has %u tables: this is number %u.", sheet->tables->len),
         sheet->tables->len, sheet->table + 1);
  return told;
}

/* --- What does not fit --- */

typedef struct {
  GPtrArray *told;
  GArray *lines; /* or NULL */
} Faults;

/* (takes sentence) */
static void
add_fault (Faults *faults, guint line, char *sentence)
{
  g_ptr_array_add (faults->told, sentence);
  if (faults->lines != NULL)
    g_array_append_val (faults->lines, line);
}

static guint
tell_rows_of_grid (const QmSheet *sheet, Faults *faults)
{
  guint n = sheet->grid->faults->len;

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++) {
    const QmCellGridFault *fault = &g_array_index (sheet->grid->faults, QmCellGridFault, i);

    add_fault (faults, fault->line, qm_cell_grid_fault_to_string (sheet->grid, fault));
  }
  return n;
}

static guint
tell_nameless (const QmSheet *sheet, Faults *faults)
{
  guint n = 0;

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++) {
    guint line = line_of (sheet, row);

    if (qm_sheet_is_nameless (sheet, row) && ++n <= MAX_NAMED)
      add_fault (
          faults, line,
          g_strdup_printf (
              _ ("line %u: nothing says whose its figures are, or when; they are left out"), line));
  }
  return n;
}

static guint
tell_misfits (const QmSheet *sheet, const QmSheetColumn *column, Faults *faults)
{
  for (guint i = 0; i < column->misfits->len && faults->told->len < MAX_NAMED; i++) {
    guint row = g_array_index (column->misfits, guint, i), line = line_of (sheet, row);

    add_fault (faults, line,
               /* Translators: a line's number, a column's heading and what stands in the cell */
               g_strdup_printf (_ ("line %u, “%s”: “%s” does not fit, and is left out"), line,
                                column->heading,
                                qm_cell_grid_cell (sheet->grid, row, column->index)));
  }
  return column->misfits->len;
}

/* Two figures of the same, in two rows: both become claims, and something tells them apart that is
 * not read. */
static guint
tell_repeated (const QmSheet *sheet, Faults *faults)
{
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < figures->len; i++) {
    const QmSheetFigure *figure = figures->pdata[i];
    g_autofree char *name = qm_sheet_figure_name (figure);
    g_autofree char *key = g_strdup_printf ("%s\n%s", name, figure->unit);
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (lines, key));

    if (before == 0)
      g_hash_table_insert (lines, g_steal_pointer (&key), GUINT_TO_POINTER (figure->line));
    else if (n++ < MAX_NAMED && faults->told->len < MAX_NAMED)
      add_fault (faults, figure->line,
                 /* Translators: a line's number; what a figure is of: GDP, Laos, 2023 */
                 g_strdup_printf (_ ("line %u: “%s” has a figure already, in line %u"),
                                  figure->line, name, before));
  }
  return n;
}

GPtrArray *
qm_sheet_tell_faults (const QmSheet *sheet, GArray *lines)
{
  Faults faults = { g_ptr_array_new_with_free_func (g_free), lines };
  guint n = tell_rows_of_grid (sheet, &faults) + tell_nameless (sheet, &faults);

  for (guint i = 0; i < sheet->columns->len; i++)
    n += tell_misfits (sheet, sheet->columns->pdata[i], &faults);
  n += tell_repeated (sheet, &faults);
  if (n > faults.told->len)
    add_fault (&faults, 0,
               g_strdup_printf (ngettext ("and %u more", "and %u more", n - faults.told->len),
                                n - faults.told->len));
  return faults.told;
}
