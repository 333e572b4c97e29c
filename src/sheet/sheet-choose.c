/* What is decided of the columns of a table together, after each was looked at by itself, and what
 * a person says of them. */
#include "sheet/sheet-private.h"

#include "base/nearest.h"
#include "base/words.h"
#include "dataset/unit.h"
#include "sheet/heading.h"

#include <gio/gio.h>
#include <string.h>

/* --- Dates --- */

gboolean
qm_sheet_choose_order (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *word = choices->words[QM_CHOOSE_DATES];
  guint n[4] = { 0 };

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++)
    for (guint i = sheet->layout.first_column; i < sheet->layout.last_column; i++) {
      const char *cell = qm_cell_grid_cell (sheet->grid, row, i);
      QmWhen when;

      if (!qm_when_read (cell, QM_DAY_FIRST, &when))
        continue;
      n[when.order]++;
      if (when.order == QM_ORDER_OPEN && sheet->open_order == NULL)
        sheet->open_order = g_strdup (cell);
    }
  sheet->order = n[QM_ORDER_MONTH] > n[QM_ORDER_DAY] ? QM_MONTH_FIRST : QM_DAY_FIRST;
  if (word != NULL || n[QM_ORDER_MONTH] != n[QM_ORDER_DAY])
    g_clear_pointer (&sheet->open_order, g_free);
  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "day-first") && !g_str_equal (word, "month-first"))
    return qm_sheet_fail (error, _ ("dates are day-first or month-first"));
  sheet->order = g_str_equal (word, "day-first") ? QM_DAY_FIRST : QM_MONTH_FIRST;
  return TRUE;
}

/* --- Columns --- */

static QmSheetColumn *
get_column (const QmSheet *sheet, guint i)
{
  return sheet->columns->pdata[i];
}

static void
set_column (QmSheet *sheet, guint i, QmHolds holds)
{
  qm_sheet_column_set (get_column (sheet, i), sheet->grid, &sheet->layout, holds, sheet->order);
}

static guint
count_columns (const QmSheet *sheet, QmHolds holds)
{
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    n += get_column (sheet, i)->holds == holds;
  return n;
}

/* A sign that other columns show, or semicolons between the cells, speak for one. */
static char
find_decimal (const QmSheet *sheet, gboolean *is_shown)
{
  guint n_point = 0, n_comma = 0;

  for (guint i = 0; i < sheet->columns->len; i++) {
    n_point += get_column (sheet, i)->decimal == '.';
    n_comma += get_column (sheet, i)->decimal == ',';
  }
  *is_shown = n_point != n_comma;
  if (n_point != n_comma)
    return n_point > n_comma ? '.' : ',';
  return sheet->dialect.delimiter == ';' ? ',' : '.';
}

gboolean
qm_sheet_choose_decimals (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  static const char *const names[] = { "point", "comma", NULL };
  const char *word = choices->words[QM_CHOOSE_DECIMAL];
  gboolean is_shown;
  char decimal = find_decimal (sheet, &is_shown);

  if (word != NULL &&
      (!qm_sheet_read_sign (word, names, ".,", &decimal) || (decimal != '.' && decimal != ',')))
    return qm_sheet_fail (error, _ ("a decimal sign is a point or a comma"));
  for (guint i = 0; i < sheet->columns->len; i++) {
    QmSheetColumn *column = get_column (sheet, i);

    if (word != NULL || column->decimal == '\0')
      column->decimal = decimal;
    if (word != NULL || is_shown)
      column->is_doubtful = FALSE;
    set_column (sheet, i, column->holds);
  }
  return TRUE;
}

/* What the figures are of is said by the columns, and not by the rows as well. */
static gboolean
has_several_measures (const QmSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    n += get_column (sheet, i)->holds == QM_HOLDS_FIGURES && !get_column (sheet, i)->has_when;
  return n > 1;
}

/* Numbers that could be years are that where there are other figures, and no other years. */
static void
settle_years (QmSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++) {
    QmSheetColumn *column = get_column (sheet, i);
    gboolean is_figures = column->holds == QM_HOLDS_FIGURES;

    if (!column->is_year_open)
      continue;
    column->is_year_open = count_columns (sheet, QM_HOLDS_TIME) == (is_figures ? 0 : 1);
    if (!is_figures && count_columns (sheet, QM_HOLDS_FIGURES) == 0)
      set_column (sheet, i, QM_HOLDS_FIGURES);
    else if (is_figures && column->is_year_open && count_columns (sheet, QM_HOLDS_FIGURES) > 1)
      set_column (sheet, i, QM_HOLDS_TIME);
  }
}

static gboolean
is_constant (const QmSheet *sheet, guint i)
{
  const QmSheetLayout *layout = &sheet->layout;
  guint index = get_column (sheet, i)->index;

  for (guint row = layout->first_row + 1; row < layout->last_row; row++)
    if (!g_str_equal (qm_cell_grid_cell (sheet->grid, row, index),
                      qm_cell_grid_cell (sheet->grid, layout->first_row, index)))
      return FALSE;
  return layout->last_row > layout->first_row + 1;
}

/* What is the same in each row names none of them, where something else does. */
static void
settle_names (QmSheet *sheet)
{
  guint n_left = count_columns (sheet, QM_HOLDS_ENTITY);

  for (guint i = sheet->columns->len; i-- > 0;)
    if (get_column (sheet, i)->holds == QM_HOLDS_ENTITY && n_left > 1 && is_constant (sheet, i)) {
      set_column (sheet, i, QM_HOLDS_NOTHING);
      n_left--;
    }
}

/* Codes name the rows where nothing else does. */
static void
settle_codes (QmSheet *sheet)
{
  if (count_columns (sheet, QM_HOLDS_ENTITY) + count_columns (sheet, QM_HOLDS_TIME) +
          count_columns (sheet, QM_HOLDS_MEASURE) >
      0)
    return;
  for (guint i = 0; i < sheet->columns->len; i++)
    if (get_column (sheet, i)->holds == QM_HOLDS_NOTHING && get_column (sheet, i)->n_cells > 1) {
      set_column (sheet, i, QM_HOLDS_ENTITY);
      return;
    }
}

/* A month without a year is a name. */
static void
settle_parts (QmSheet *sheet)
{
  QmSheetColumn *year = NULL;
  guint n_parts = 0;

  for (guint i = 0; i < sheet->columns->len; i++) {
    QmSheetColumn *column = get_column (sheet, i);

    n_parts += column->holds == QM_HOLDS_TIME && column->part != '\0';
    if (column->holds == QM_HOLDS_TIME && column->part == '\0')
      year = column;
  }
  for (guint i = 0; i < sheet->columns->len; i++)
    if (get_column (sheet, i)->part != '\0' && (year == NULL || n_parts > 1)) {
      get_column (sheet, i)->part = '\0';
      if (get_column (sheet, i)->holds == QM_HOLDS_TIME)
        set_column (sheet, i, QM_HOLDS_ENTITY);
    }
}

void
qm_sheet_settle_columns (QmSheet *sheet)
{
  gboolean has_time = FALSE, has_measure = FALSE;

  settle_years (sheet);
  settle_parts (sheet);

  for (guint i = 0; i < sheet->columns->len; i++) {
    QmHolds holds = get_column (sheet, i)->holds;

    if (holds == QM_HOLDS_TIME && get_column (sheet, i)->part != '\0')
      continue;
    if ((holds == QM_HOLDS_TIME && has_time) || (holds == QM_HOLDS_MEASURE && has_measure))
      set_column (sheet, i, holds == QM_HOLDS_TIME ? QM_HOLDS_NOTHING : QM_HOLDS_ENTITY);
    has_time |= holds == QM_HOLDS_TIME;
    has_measure |= holds == QM_HOLDS_MEASURE;
  }
  if (has_measure && has_several_measures (sheet))
    for (guint i = 0; i < sheet->columns->len; i++)
      if (get_column (sheet, i)->holds == QM_HOLDS_MEASURE &&
          !(get_column (sheet, i)->says_units && count_columns (sheet, QM_HOLDS_ENTITY) == 0))
        set_column (sheet, i, QM_HOLDS_ENTITY);
  settle_names (sheet);
  settle_codes (sheet);
}

gboolean
qm_sheet_choose_years (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *word = choices->words[QM_CHOOSE_YEARS];

  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "time") && !g_str_equal (word, "figures"))
    return qm_sheet_fail (error, _ ("numbers that could be years are time or figures"));
  for (guint i = 0; i < sheet->columns->len; i++)
    if (get_column (sheet, i)->is_year_open) {
      set_column (sheet, i, g_str_equal (word, "time") ? QM_HOLDS_TIME : QM_HOLDS_FIGURES);
      get_column (sheet, i)->is_year_open = FALSE;
    }
  return TRUE;
}

/* "hectare thousand", "triệu hectare": a unit as a dataset's file has it, and beside it a scale. */
static gboolean
split_scale (const char *words, QmHeading *heading)
{
  for (const char *space = strchr (words, ' '); space != NULL; space = strchr (space + 1, ' ')) {
    g_autofree char *before = g_strndup (words, (gsize) (space - words));
    const char *parts[] = { before, space + 1 };

    for (int i = 0; i < 2; i++) {
      double scale = qm_heading_scale_of_sign (parts[i]);
      QmUnit unit;

      if (!(scale > 1) || !qm_unit_parse (parts[1 - i], &unit))
        continue;
      heading->unit = g_strdup (parts[1 - i]);
      heading->scale = scale;
      return TRUE;
    }
  }
  return FALSE;
}

/* "USD bn", or a unit as a dataset's file has it. */
static gboolean
choose_unit_of_column (QmSheetColumn *column, const char *words, GError **error)
{
  g_auto (QmHeading) heading = qm_heading_read (words);
  QmUnit unit;

  if (heading.unit == NULL && !(heading.scale > 1) && !split_scale (words, &heading)) {
    if (!qm_unit_parse (words, &unit)) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” is no unit: write USD bn, %%, km or million"), words);
      return FALSE;
    }
    heading.unit = g_strdup (words);
  }
  g_free (column->unit);
  column->unit = g_steal_pointer (&heading.unit);
  column->scale = heading.scale;
  return TRUE;
}

static gboolean
choose_column (QmSheet *sheet, guint i, const char *word, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  int holds = qm_nearest_exact (qm_sheet_column_holds, g_strstrip (parts[0]));

  if (holds < 0)
    return qm_sheet_fail (error,
                          _ ("a column holds one of entity, time, figures, measure, unit, note, or "
                             "- for nothing"));
  set_column (sheet, i, (QmHolds) holds);
  get_column (sheet, i)->is_year_open = FALSE;
  return parts[1] == NULL ||
         choose_unit_of_column (get_column (sheet, i), g_strstrip (parts[1]), error);
}

gboolean
qm_sheet_choose_columns (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *list = choices->words[QM_CHOOSE_COLUMNS];
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);

  for (guint i = 0; list != NULL && words[i] != NULL && i < sheet->columns->len; i++)
    if (g_strstrip (words[i])[0] != '\0' && !choose_column (sheet, i, words[i], error))
      return FALSE;
  return TRUE;
}

void
qm_sheet_settle_times (QmSheet *sheet)
{
  QmSheetColumn *dated = NULL;
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    if (get_column (sheet, i)->holds == QM_HOLDS_FIGURES && get_column (sheet, i)->has_when) {
      dated = get_column (sheet, i);
      n++;
    }
  if (n != 1 || count_columns (sheet, QM_HOLDS_TIME) == 0)
    return;
  dated->has_when = FALSE;
  g_free (dated->name);
  dated->name = g_strdup (dated->heading);
}

gboolean
qm_sheet_choose_wide (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *word = choices->words[QM_CHOOSE_WIDE];
  gboolean has_units = FALSE;
  const QmSheetColumn *before = NULL;
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = get_column (sheet, i);

    if (column->holds == QM_HOLDS_FIGURES) {
      n += column->name[0] != '\0' && !column->has_when;
      has_units |= (column->unit != NULL && !g_str_equal (column->unit, "percent")) ||
                   (before != NULL && g_strcmp0 (before->unit, column->unit) != 0);
      before = column;
    }
  }
  sheet->is_wide_open = n > 1 && !has_units && count_columns (sheet, QM_HOLDS_ENTITY) == 0 &&
                        count_columns (sheet, QM_HOLDS_MEASURE) == 0 && word == NULL;
  /* What the figures are of is said by the rows, and the columns are whose. */
  sheet->are_entities = (sheet->is_wide_open && (sheet->title != NULL || n > 2)) ||
                        (n > 1 && count_columns (sheet, QM_HOLDS_ENTITY) == 0 &&
                         count_columns (sheet, QM_HOLDS_MEASURE) > 0);
  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "measures") && !g_str_equal (word, "entities"))
    return qm_sheet_fail (error, _ ("columns of figures are measures or entities"));
  sheet->are_entities = g_str_equal (word, "entities");
  return TRUE;
}

/* "-99", "-999.0" */
static gboolean
is_sentinel (const char *cell)
{
  gsize n = cell[0] == '-' ? strspn (cell + 1, "9") : 0;

  return n > 1 && (cell[n + 1] == '\0' || g_str_equal (cell + n + 1, ".0"));
}

/* NULL where other figures are below 0 as well. */
static const char *
find_sentinel_in (const QmSheet *sheet, const QmSheetColumn *column)
{
  const char *found = NULL;

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++) {
    const char *cell = qm_cell_grid_cell (sheet->grid, row, column->index);
    QmCellFigure figure;

    if (is_sentinel (cell))
      found = cell;
    else if (qm_sheet_column_read_figure (column, cell, &figure) && figure.value < 0)
      return NULL;
  }
  return found;
}

const char *
qm_sheet_find_sentinel (const QmSheet *sheet, const QmChoices *choices)
{
  const char *found = NULL;

  if (choices->words[QM_CHOOSE_MISSING] != NULL)
    return NULL;
  for (guint i = 0; i < sheet->columns->len && found == NULL; i++)
    if (get_column (sheet, i)->holds == QM_HOLDS_FIGURES)
      found = find_sentinel_in (sheet, get_column (sheet, i));
  return found;
}

void
qm_sheet_choose_unit (QmSheet *sheet, const QmChoices *choices)
{
  const char *words = choices->words[QM_CHOOSE_UNIT];
  g_auto (QmHeading) heading = { 0 };

  if (words == NULL)
    return;
  heading = qm_heading_read (words);
  g_free (sheet->unit);
  sheet->unit = g_steal_pointer (&heading.unit);
  sheet->scale = heading.scale;
}
