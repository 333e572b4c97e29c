/* The figures of a table, each with what its row, its column and the whole table say of it. */
#include "sheet/cell-name.h"
#include "sheet/cell-text.h"
#include "sheet/heading.h"
#include "sheet/sheet-private.h"

#include "base/words.h"

#include <string.h>

static void
figure_free (gpointer data)
{
  QmSheetFigure *figure = data;

  g_free (figure->entity);
  g_free (figure->measure);
  g_free (figure->unit);
  g_free (figure->time);
  g_free (figure->no_figure);
  g_free (figure->note);
  g_free (figure);
}

/* --- A row --- */

/* The filled cells of that kind, joined. NULL for none. */
static char *
join_cells (const QmSheet *sheet, guint row, QmHolds holds)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    g_autofree char *cell = qm_cell_name_read (qm_cell_grid_cell (sheet->grid, row, column->index));

    if (column->holds == holds &&
        (holds == QM_HOLDS_ENTITY ? qm_cell_text_is_name (cell) : !qm_cell_text_is_missing (cell)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", cell);
  }
  return g_string_free (words, words->len == 0);
}

/* The cell that says when, and in another column of which month or quarter of it. */
static gboolean
find_when (const QmSheet *sheet, guint row, QmWhen *when)
{
  const char *cell = "", *of = "";
  char sign[] = { '\0', '\0' };
  g_autofree char *whole = NULL;

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    const char *found = qm_cell_grid_cell (sheet->grid, row, column->index);

    if (column->holds != QM_HOLDS_TIME)
      continue;
    if (column->part == '\0')
      cell = found;
    else if (!qm_cell_text_is_missing (found))
      of = found;
    if (column->part != '\0' && g_ascii_isdigit (found[0]))
      sign[0] = column->part;
  }
  if (of[0] == '\0')
    return qm_when_read (cell, sheet->order, when);
  whole = g_strdup_printf ("%s %s%s", cell, sign, of);
  return qm_when_read (whole, sheet->order, when);
}

static gboolean
has_column (const QmSheet *sheet, QmHolds holds)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (((const QmSheetColumn *) sheet->columns->pdata[i])->holds == holds)
      return TRUE;
  return FALSE;
}

/* The rows that have more or fewer cells than others: which figure is of what is not sure. */
static GHashTable *
find_ragged (const QmSheet *sheet)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sheet->grid->faults->len; i++) {
    const QmCellGridFault *fault = &g_array_index (sheet->grid->faults, QmCellGridFault, i);

    if (fault->kind == QM_CELL_GRID_FEWER_CELLS || fault->kind == QM_CELL_GRID_MORE_CELLS)
      g_hash_table_add (rows, GUINT_TO_POINTER (fault->row));
  }
  return rows;
}

/* --- A figure --- */

typedef struct {
  char *entity, *measure, *unit, *note;
  double scale;
  QmWhen when;
  gboolean has_when;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->entity);
  g_free (row->measure);
  g_free (row->unit);
  g_free (row->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* The unit that says most: the row's own, its column's, the cell's, the table's. */
static void
set_unit (const QmSheet *sheet, const QmSheetColumn *column, const Row *row,
          const QmCellFigure *cell, QmSheetFigure *figure)
{
  const char *own = cell->is_percent ? "percent" : qm_heading_unit_of_sign (cell->unit);
  const char *unit = row->unit != NULL      ? row->unit
                     : own != NULL          ? own
                     : column->unit != NULL ? column->unit
                     : sheet->unit != NULL  ? sheet->unit
                                            : "number";
  double scale = row->scale * column->scale;

  /* What stands over the whole table holds where nothing nearer says a scale. */
  if (!(scale > 1) &&
      (column->unit == NULL || sheet->unit == NULL || g_str_equal (column->unit, sheet->unit)))
    scale *= sheet->scale;
  if (cell->scale > 1)
    scale = cell->scale;
  figure->unit = g_strdup (unit);
  figure->value = cell->value;
  figure->scale = g_str_has_prefix (unit, "percent") ? 1 : scale;
}

static char *
name_measure (const QmSheet *sheet, const QmSheetColumn *column, const Row *row)
{
  const char *names[] = { row->measure, sheet->are_entities ? NULL : column->name, sheet->title,
                          column->heading };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && names[i][0] != '\0' &&
        !(i == 3 && (column->has_when || sheet->are_entities)))
      return g_strdup (names[i]);
  return g_strdup (_ ("Figures"));
}

static QmSheetFigure *
make_figure (const QmSheet *sheet, const QmSheetColumn *column, const Row *row,
             const QmCellFigure *cell)
{
  QmSheetFigure *figure = g_new0 (QmSheetFigure, 1);
  const QmWhen *when = column->has_when ? &column->when : row->has_when ? &row->when : NULL;

  set_unit (sheet, column, row, cell, figure);
  figure->column = column;
  figure->entity = g_strdup (row->entity);
  if (sheet->are_entities && column->name[0] != '\0') {
    g_free (figure->entity);
    figure->entity = g_strdup (column->name);
  }
  figure->measure = name_measure (sheet, column, row);
  figure->precision = cell->precision;
  figure->note = g_strdup (row->note);
  /* A unit that is not known is not lost. */
  g_strlcpy (figure->flag,
             cell->flag[0] == '\0' && qm_heading_unit_of_sign (cell->unit) == NULL ? cell->unit
                                                                                   : cell->flag,
             sizeof figure->flag);
  if (when != NULL) {
    figure->time = g_strdup (when->text);
    figure->resolution = when->resolution;
    figure->is_projected = when->is_projected;
  }
  figure->is_projected |= g_str_equal (cell->flag, "f");
  return figure;
}

static char *
name_entity (const QmSheet *sheet, guint row)
{
  const char *group = g_hash_table_lookup (sheet->groups, GUINT_TO_POINTER (row));
  g_autofree char *name = join_cells (sheet, row, QM_HOLDS_ENTITY);
  g_autofree char *head = group != NULL ? qm_cell_name_read (group) : NULL;

  if (head == NULL || name == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s, %s", head, name);
}

static void
read_row (const QmSheet *sheet, guint number, Row *row)
{
  g_autofree char *unit = join_cells (sheet, number, QM_HOLDS_UNIT);
  g_auto (QmHeading) heading = { 0 };

  row->entity = name_entity (sheet, number);
  row->measure = join_cells (sheet, number, QM_HOLDS_MEASURE);
  row->note = join_cells (sheet, number, QM_HOLDS_NOTE);
  row->has_when = find_when (sheet, number, &row->when);
  row->scale = 1;
  if (unit == NULL && row->measure == NULL)
    return;
  heading = qm_heading_read (unit != NULL ? unit : row->measure);
  row->unit = g_steal_pointer (&heading.unit);
  row->scale = heading.scale;
  if (unit == NULL && heading.name[0] != '\0') {
    g_free (row->measure);
    row->measure = g_steal_pointer (&heading.name);
  }
}

/* A series has no place for words between its figures, and no one has none. */
static gboolean
is_in_words (const QmSheet *sheet, const QmSheetColumn *column, const Row *row, const char *cell)
{
  return !row->has_when && !column->has_when && (row->entity != NULL || sheet->are_entities) &&
         qm_cell_text_says_why (cell);
}

static QmSheetFigure *
make_words (const QmSheet *sheet, const QmSheetColumn *column, const Row *row, const char *cell)
{
  const QmCellFigure nothing = { .precision = QM_EXACT, .scale = 1 };
  QmSheetFigure *figure;

  if (!is_in_words (sheet, column, row, cell))
    return NULL;
  figure = make_figure (sheet, column, row, &nothing);
  figure->no_figure = g_strstrip (g_strdup (cell));
  return figure;
}

/* Without what says whose they are, or when, a row's figures are no claims. */
static gboolean
has_names (const QmSheet *sheet, const Row *row)
{
  return (row->has_when || !has_column (sheet, QM_HOLDS_TIME)) &&
         (row->entity != NULL || !has_column (sheet, QM_HOLDS_ENTITY));
}

static void
add_row (const QmSheet *sheet, guint number, GPtrArray *figures)
{
  g_auto (Row) row = { 0 };

  read_row (sheet, number, &row);
  if (!has_names (sheet, &row))
    return;
  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    const char *cell = qm_cell_grid_cell (sheet->grid, number, column->index);
    QmCellFigure read;
    QmSheetFigure *figure;

    if (column->holds != QM_HOLDS_FIGURES)
      continue;
    figure = qm_sheet_column_read_figure (column, cell, &read)
                 ? make_figure (sheet, column, &row, &read)
                 : make_words (sheet, column, &row, cell);
    if (figure == NULL)
      continue;
    figure->line = qm_cell_grid_row (sheet->grid, number)->line;
    g_ptr_array_add (figures, figure);
  }
}

char *
qm_sheet_figure_name (const QmSheetFigure *figure)
{
  return g_strdup_printf ("%s%s%s%s%s", figure->measure, figure->entity != NULL ? ", " : "",
                          figure->entity != NULL ? figure->entity : "",
                          figure->time != NULL ? ", " : "",
                          figure->time != NULL ? figure->time : "");
}

GPtrArray *
qm_sheet_list_figures (const QmSheet *sheet)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);
  g_autoptr (GHashTable) ragged = find_ragged (sheet);

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++)
    if (!qm_cell_grid_row (sheet->grid, row)->is_left_out &&
        !g_hash_table_contains (ragged, GUINT_TO_POINTER (row)))
      add_row (sheet, row, figures);
  return figures;
}

/* Whether the column's cell in that row is a claim that is made in words. */
static gboolean
is_claim_in_words (const QmSheet *sheet, const QmSheetColumn *column, guint number)
{
  const char *cell = qm_cell_grid_cell (sheet->grid, number, column->index);
  g_auto (Row) row = { 0 };

  if (qm_cell_grid_row (sheet->grid, number)->is_left_out || !qm_cell_text_is_missing (cell) ||
      !qm_cell_text_says_why (cell))
    return FALSE;
  read_row (sheet, number, &row);
  return has_names (sheet, &row) && is_in_words (sheet, column, &row, cell);
}

void
qm_sheet_tell_words_from_missing (QmSheet *sheet)
{
  g_autoptr (GHashTable) ragged = find_ragged (sheet);

  for (guint i = 0; i < sheet->columns->len; i++) {
    QmSheetColumn *column = sheet->columns->pdata[i];

    if (column->holds != QM_HOLDS_FIGURES || column->n_missing == 0)
      continue;
    for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++)
      column->n_missing -= !g_hash_table_contains (ragged, GUINT_TO_POINTER (row)) &&
                           is_claim_in_words (sheet, column, row);
  }
}

gboolean
qm_sheet_is_nameless (const QmSheet *sheet, guint row)
{
  g_auto (Row) read = { 0 };
  gboolean has_figures = FALSE;

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    const char *cell = qm_cell_grid_cell (sheet->grid, row, column->index);

    has_figures |= column->holds == QM_HOLDS_FIGURES && !qm_cell_text_is_missing (cell);
    /* What is there and does not fit is told by itself. */
    if (column->holds == QM_HOLDS_TIME && !qm_cell_text_is_missing (cell))
      read.has_when = TRUE;
  }
  read.entity = join_cells (sheet, row, QM_HOLDS_ENTITY);
  return has_figures && !qm_cell_grid_row (sheet->grid, row)->is_left_out &&
         !has_names (sheet, &read);
}
