#include "sheet/sheet-column.h"

#include "base/character.h"
#include "sheet/cell-name.h"
#include "sheet/cell-text.h"
#include "sheet/heading-time.h"
#include "sheet/heading.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Rows that tell whether a column says units. */
#define SAMPLE 200

const char *const qm_sheet_column_holds[] = {
  [QM_HOLDS_NOTHING] = "-",       [QM_HOLDS_ENTITY] = "entity",
  [QM_HOLDS_TIME] = "time",       [QM_HOLDS_FIGURES] = "figures",
  [QM_HOLDS_MEASURE] = "measure", [QM_HOLDS_UNIT] = "unit",
  [QM_HOLDS_NOTE] = "note",       [QM_N_HOLDS] = NULL,
};

static void
free_column (gpointer data)
{
  QmSheetColumn *column = data;

  g_free (column->heading);
  g_free (column->name);
  g_free (column->unit);
  g_free (column->doubt);
  g_array_unref (column->misfits);
  g_free (column);
}

/* --- Headings --- */

/* The cell of a row of headings; above others a blank one belongs to the one before it, as where
 * cells were merged. */
static const char *
heading_cell (const QmCellGrid *grid, const QmSheetLayout *table, guint row, guint column)
{
  const char *cell = qm_cell_grid_cell (grid, row, column);

  if (row + 1 < table->first_row)
    while (qm_character_are_spaces (cell) && column > table->first_column)
      cell = qm_cell_grid_cell (grid, row, --column);
  return cell;
}

static void
append (GString *words, const char *part)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (part), "\r\n\t", ' '));

  if (line[0] != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", line);
}

/* A row of units below the names: "USD bn", "%", "Nghìn người"; in brackets, as it would stand
 * behind the name. */
static void
append_below (GString *name, const char *cell)
{
  gboolean is_bracketed = cell[0] == '[' && g_str_has_suffix (cell, "]");
  g_autofree char *bracketed = is_bracketed ? g_strdup (cell) : g_strdup_printf ("(%s)", cell);
  g_auto (QmHeading) unit = qm_heading_read (bracketed);

  append (name, name->len > 0 && (unit.unit != NULL || unit.scale > 1) ? bracketed : cell);
}

static void
read_heading (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_auto (QmHeading) heading = { 0 };

  for (guint row = table->first_header; row < table->first_row; row++) {
    const char *cell = heading_cell (grid, table, row, column->index);

    append (all, cell);
    if (!column->has_when && qm_when_read (cell, QM_DAY_FIRST, &column->when))
      column->has_when = TRUE;
    else
      append_below (name, cell);
  }
  column->has_when = column->has_when || qm_heading_time_take (name, &column->when);
  heading = qm_heading_read (name->str);
  g_string_assign (name, heading.name);
  column->has_when = column->has_when || qm_heading_time_take (name, &column->when);
  column->heading = g_string_free (all, FALSE);
  column->name = qm_cell_name_read (name->str);
  column->unit = g_steal_pointer (&heading.unit);
  column->scale = heading.scale;
}

/* --- Cells --- */

/* What the cells of a column are. */
typedef struct {
  guint n_cells, n_figures, n_when, n_bare, n_recent, n_codes, n_words;
  guint n_repeated, n_falling; /* of the bare ones: there before, below the one before */
} Count;

static void
count_year (Count *found, const QmWhen *when, GHashTable *years, int *before)
{
  int year = atoi (when->text);

  found->n_bare++;
  found->n_recent += qm_when_is_recent (when);
  found->n_repeated += !g_hash_table_add (years, GINT_TO_POINTER (year));
  found->n_falling += year < *before;
  *before = year;
}

static Count
count (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  Count found = { 0 };
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  int before = 0;

  for (guint row = table->first_row; row < table->last_row; row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);
    QmCellFigure figure;
    QmWhen when;
    gboolean is_when, is_figure;

    if (qm_cell_text_is_missing (cell))
      continue;
    is_when = qm_when_read (cell, QM_DAY_FIRST, &when);
    is_figure = qm_cell_text_read (cell, '.', &figure) || qm_cell_text_read (cell, ',', &figure);
    found.n_cells++;
    found.n_when += is_when;
    if (is_when && when.is_bare)
      count_year (&found, &when, years, &before);
    found.n_figures += is_figure;
    found.n_codes += is_figure && figure.is_code;
    found.n_words += !is_when && !is_figure;
  }
  return found;
}

/* "1,234" is a doubt where nothing else in the column shows what the comma means. */
static void
decide_decimal (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  guint n_point = 0, n_comma = 0;

  for (guint row = table->first_row; row < table->last_row; row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);
    QmCellReadings readings = qm_cell_text_readings (cell);

    n_point += readings == QM_READ_POINT;
    n_comma += readings == QM_READ_COMMA;
    if (readings == (QM_READ_POINT | QM_READ_COMMA) && column->doubt == NULL)
      column->doubt = g_strdup (cell);
  }
  column->decimal = n_point == n_comma ? '\0' : n_point > n_comma ? '.' : ',';
  column->is_doubtful = column->doubt != NULL && column->decimal == '\0';
}

/* Before it is decided. */
static char
decimal_of (const QmSheetColumn *column)
{
  return column->decimal != '\0' ? column->decimal : '.';
}

gboolean
qm_sheet_column_read_figure (const QmSheetColumn *column, const char *cell, QmCellFigure *figure)
{
  return qm_cell_text_read (cell, decimal_of (column), figure) &&
         (!column->has_signs || figure->is_percent || !(fabs (figure->value) > 0));
}

/* The number or the name of a month, of a quarter. */
static gboolean
is_part (char part, const char *cell)
{
  g_autofree char *dated = g_strdup_printf ("2000 %s", cell);
  gint64 number = g_ascii_strtoll (cell, NULL, 10);
  gsize length = strlen (cell);
  QmWhen when;

  if (length <= 2 && strspn (cell, "0123456789") == length)
    return number >= 1 && number <= (part == 'm' ? 12 : 4);
  return qm_when_read (dated, QM_DAY_FIRST, &when) &&
         when.resolution == (part == 'm' ? QM_RESOLUTION_MONTH : QM_RESOLUTION_QUARTER);
}

static gboolean
fits (const QmSheetColumn *column, const char *cell, QmDayOrder order)
{
  QmCellFigure figure;
  QmWhen when;

  switch (column->holds) {
  case QM_HOLDS_TIME:
    return column->part != '\0' ? is_part (column->part, cell) : qm_when_read (cell, order, &when);
  case QM_HOLDS_FIGURES:
    return qm_sheet_column_read_figure (column, cell, &figure);
  case QM_HOLDS_NOTHING:
  case QM_HOLDS_ENTITY:
  case QM_HOLDS_MEASURE:
  case QM_HOLDS_UNIT:
  case QM_HOLDS_NOTE:
    break;
  }
  return TRUE;
}

/* "Not asked" is an answer, where it names a row and is no figure. */
static gboolean
is_missing (const QmSheetColumn *column, const char *cell)
{
  return column->holds == QM_HOLDS_ENTITY ? !qm_cell_text_is_name (cell)
                                          : qm_cell_text_is_missing (cell);
}

void
qm_sheet_column_set (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table,
                     QmHolds holds, QmDayOrder order)
{
  column->holds = holds;
  column->n_cells = column->n_missing = 0;
  g_array_set_size (column->misfits, 0);
  for (guint row = table->first_row; row < table->last_row; row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);

    if (qm_cell_grid_row (grid, row)->is_left_out)
      continue;
    if (is_missing (column, cell)) {
      column->n_missing++;
      continue;
    }
    column->n_cells++;
    if (!fits (column, cell, order))
      g_array_append_val (column->misfits, row);
  }
}

/* --- What it is by itself --- */

/* 1, 2, 3, or from 0 on. */
static gboolean
is_ascending (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  guint first = !g_str_equal (qm_cell_grid_cell (grid, table->first_row, column->index), "0"),
        n = 0;

  for (guint row = table->first_row; row < table->last_row; row++, n++) {
    g_autofree char *number = g_strdup_printf ("%u", first + n);

    if (!g_str_equal (qm_cell_grid_cell (grid, row, column->index), number))
      return FALSE;
  }
  return n > 2;
}

/* The first column, where others have headings. */
static gboolean
is_without_heading (const QmSheetColumn *column, const QmSheetLayout *table)
{
  return column->index == table->first_column && column->heading[0] == '\0' &&
         table->first_row > table->first_header;
}

/* Numbers that name something, and are no figures. */
static gboolean
are_names (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table,
           const Count *found)
{
  if (found->n_codes * 2 > found->n_figures)
    return TRUE;
  if (qm_heading_is_one_of (column->heading,
                            "id|ids|code|codes|isin|zip|plz|postcode|ma|ma so|fips|nuts|ean|sku"))
    return TRUE;
  return (is_without_heading (column, table) ||
          qm_heading_is_one_of (column->heading, "no|nr|stt|#|tt|lfd|index|unnamed")) &&
         is_ascending (column, grid, table);
}

static gboolean
says_year (const QmSheetColumn *column)
{
  return qm_heading_is_one_of (
      column->heading,
      "year|nam|jahr|annee|ano|anno|period|time|date|"
      "month|thang|monat|mois|mes|day|tag|ngay|fiscal|jahre|ky|periode|zeit|thoi gian");
}

/* Four digits each, that could be years of our times. */
static gboolean
could_be_years (const QmSheetColumn *column, const Count *found)
{
  return found->n_recent == found->n_cells && column->unit == NULL && !column->has_when;
}

/* Years where the heading says so, or where it is the first such column. */
static gboolean
are_years (const QmSheetColumn *column, const Count *found)
{
  return says_year (column) || (could_be_years (column, found) && column->index <= 1);
}

/* What rises, or comes again and again, is a year; what goes up and down may be a count. */
static gboolean
is_year_open (const QmSheetColumn *column, const Count *found)
{
  gboolean is_in_order = found->n_falling == 0 || found->n_falling + 1 >= found->n_cells;

  return could_be_years (column, found) && column->heading[0] != '\0' && !says_year (column) &&
         found->n_cells > 1 && (column->index > 1 || (!is_in_order && found->n_repeated == 0));
}

/* "44000-46000", "1.2 to 3.4": they name no row, unless it is what the first column has: ages. */
static gboolean
are_ranges (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  guint n = 0, n_cells = 0;

  for (guint row = table->first_row; row < table->last_row; row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);

    if (qm_cell_text_is_missing (cell))
      continue;
    n_cells++;
    n += g_ascii_isdigit (cell[strspn (cell, " [(-")]);
  }
  return column->index > table->first_column && n * 2 > n_cells;
}

/* "GDP (USD bn)", "Population (thousand)": indicators, each in a row. */
static gboolean
says_units (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  guint n = 0, n_cells = 0;

  for (guint row = table->first_row; row < MIN (table->last_row, table->first_row + SAMPLE);
       row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);
    g_auto (QmHeading) heading = { 0 };

    if (qm_cell_text_is_missing (cell))
      continue;
    n_cells++;
    if (strpbrk (cell, "([,%") == NULL)
      continue;
    heading = qm_heading_read (cell);
    n += heading.name[0] != '\0' && (heading.unit != NULL || heading.scale > 1);
  }
  return n > 0 && n * 2 >= n_cells;
}

static QmHolds
guess_words (const QmSheetColumn *column)
{
  if (column->says_units)
    return QM_HOLDS_MEASURE;
  if (qm_heading_is_one_of (column->heading, "note|notes|footnote|footnotes|fussnote|fussnoten|"
                                             "anmerkung|ghi chu|flag|flags|remark|remarks|comment|"
                                             "comments|bemerkung|obs_flag|status"))
    return QM_HOLDS_NOTE;
  if (qm_heading_is_one_of (column->heading, "id|ids|code|codes|iso|iso2|iso3|ma|ma so|url|nuts|"
                                             "source"))
    return QM_HOLDS_NOTHING;
  if (qm_heading_is_one_of (column->heading, "unit|units|einheit|don vi|don vi tinh|dvt"))
    return QM_HOLDS_UNIT;
  if (qm_heading_is_one_of (column->heading, "indicator|indikator|measure|variable|metric|"
                                             "chi tieu|series|kennzahl|merkmal"))
    return QM_HOLDS_MEASURE;
  return QM_HOLDS_ENTITY;
}

/* Months or quarters without a year. */
static char
find_part (const QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  char part = qm_heading_is (column->heading, "month|monat|mois|mes|thang|mm")       ? 'm'
              : qm_heading_is (column->heading, "quarter|quartal|trimestre|quy|qtr") ? 'q'
                                                                                     : '\0';

  for (guint row = table->first_row; row < table->last_row && part != '\0'; row++) {
    const char *cell = qm_cell_grid_cell (grid, row, column->index);

    if (!qm_cell_text_is_missing (cell) && !is_part (part, cell))
      part = '\0';
  }
  return part;
}

static QmHolds
guess (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  const Count found = count (column, grid, table);

  column->is_year_open = is_year_open (column, &found);
  if (found.n_cells == 0)
    return QM_HOLDS_NOTHING;
  if (column->part != '\0')
    return QM_HOLDS_TIME;
  if (found.n_figures + found.n_when < found.n_words ||
      (guess_words (column) == QM_HOLDS_NOTE && !column->has_when))
    return guess_words (column) == QM_HOLDS_ENTITY && are_ranges (column, grid, table)
               ? QM_HOLDS_NOTE
               : guess_words (column);
  /* A quarter among months is a date and no figure; 2,024 is a figure and no date. */
  if (found.n_when > found.n_words &&
      (found.n_when > found.n_figures || found.n_bare < found.n_when * 3 / 4))
    return QM_HOLDS_TIME;
  if (found.n_bare == found.n_when && found.n_when * 5 >= found.n_cells * 4 &&
      are_years (column, &found))
    return QM_HOLDS_TIME;
  return are_names (column, grid, table, &found) ? QM_HOLDS_NOTHING : QM_HOLDS_FIGURES;
}

/* A unit that most cells carry themselves: "12%", "€3.50". */
static void
take_unit_of_cells (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table)
{
  g_autofree char *unit = NULL;
  guint n = 0, n_cells = 0;

  for (guint row = table->first_row; row < table->last_row; row++) {
    QmCellFigure figure;
    const char *own;

    if (!qm_cell_text_read (qm_cell_grid_cell (grid, row, column->index), decimal_of (column),
                            &figure))
      continue;
    n_cells++;
    own = figure.is_percent ? "percent" : qm_heading_unit_of_sign (figure.unit);
    if (own != NULL && unit == NULL)
      unit = g_strdup (own);
    n += own != NULL && g_str_equal (own, unit);
  }
  if (column->unit != NULL || n * 2 <= n_cells)
    return;
  column->has_signs = g_str_equal (unit, "percent");
  column->unit = g_steal_pointer (&unit);
}

GPtrArray *
qm_sheet_column_read_all (const QmCellGrid *grid, const QmSheetLayout *table, QmDayOrder order)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  for (guint i = table->first_column; i < table->last_column; i++) {
    QmSheetColumn *column = g_new0 (QmSheetColumn, 1);

    column->index = i;
    column->misfits = g_array_new (FALSE, FALSE, sizeof (guint));
    read_heading (column, grid, table);
    decide_decimal (column, grid, table);
    take_unit_of_cells (column, grid, table);
    column->part = find_part (column, grid, table);
    column->says_units = says_units (column, grid, table);
    qm_sheet_column_set (column, grid, table, guess (column, grid, table), order);
    g_ptr_array_add (columns, column);
  }
  return columns;
}
