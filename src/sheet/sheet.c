#include "sheet/sheet.h"

#include "base/format.h"
#include "base/words.h"
#include "sheet/cell-text.h"
#include "sheet/sheet-private.h"

#include <gio/gio.h>
#include <string.h>

void
qm_sheet_free (QmSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->checksum);
  g_free (sheet->encoding);
  qm_cell_grid_free (sheet->grid);
  g_clear_pointer (&sheet->tables, g_array_unref);
  g_clear_pointer (&sheet->columns, g_ptr_array_unref);
  g_clear_pointer (&sheet->groups, g_hash_table_unref);
  g_free (sheet->open_order);
  g_free (sheet->title);
  g_free (sheet->unit);
  g_clear_pointer (&sheet->notes, g_ptr_array_unref);
  g_clear_pointer (&sheet->note_uses, g_array_unref);
  g_free (sheet);
}

/* --- The table --- */

static gboolean
read_number (const char *word, int least, int most, int *number)
{
  char *end;
  gint64 value = word != NULL ? g_ascii_strtoll (word, &end, 10) : 0;

  if (word == NULL)
    return TRUE;
  if (end == word || *end != '\0' || value < least || value > most)
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
has_figures (const QmCellGrid *grid, const QmSheetLayout *table)
{
  for (guint row = table->first_row; row < table->last_row; row++)
    for (guint i = table->first_column; i < table->last_column; i++)
      if (qm_cell_text_readings (qm_cell_grid_cell (grid, row, i)) != QM_READ_NOT)
        return TRUE;
  return FALSE;
}

/* The first with figures, from 1: what stands above it may be of as many columns. */
static int
find_first_table (const QmSheet *sheet)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    if (has_figures (sheet->grid, &g_array_index (sheet->tables, QmSheetLayout, i)))
      return (int) i + 1;
  return 1;
}

static gboolean
choose_table (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  int n_headers = -1, table;

  if (!read_number (choices->words[QM_CHOOSE_HEADERS], 0, 100, &n_headers))
    return qm_sheet_fail (error, _ ("expected how many rows are headings: 0 to 100"));
  sheet->tables = qm_sheet_layout_find (sheet->grid, n_headers);
  if (sheet->tables->len == 0)
    return qm_sheet_fail (error, _ ("expected a table, found no cells"));
  table = find_first_table (sheet);
  if (!read_number (choices->words[QM_CHOOSE_TABLE], 1, (int) sheet->tables->len, &table))
    return qm_sheet_fail (error, _ ("there is no table of that number"));
  sheet->table = (guint) table - 1;
  sheet->layout = g_array_index (sheet->tables, QmSheetLayout, sheet->table);
  return TRUE;
}

/* --- Rows --- */

/* A row with one filled cell is a heading inside the table. */
static gboolean
is_heading_row (const QmCellGrid *grid, guint row)
{
  guint n = 0;

  for (guint i = 0; i < qm_cell_grid_row (grid, row)->n; i++)
    n += !qm_cell_text_is_missing (qm_cell_grid_cell (grid, row, i));
  return n <= 1;
}

static gboolean
is_filled_beyond (const QmCellGrid *grid, guint row, guint width)
{
  for (guint i = width; i < qm_cell_grid_row (grid, row)->n; i++)
    if (!qm_cell_text_is_missing (qm_cell_grid_cell (grid, row, i)))
      return TRUE;
  return FALSE;
}

/* One delimiter too many, before the end: what stands behind it may have moved. */
static gboolean
may_have_moved (const QmCellGrid *grid, guint row, guint width)
{
  gboolean has_gap = FALSE;

  for (guint i = 0; i < width; i++) {
    gboolean is_blank = qm_cell_grid_cell (grid, row, i)[0] == '\0';

    if (has_gap && !is_blank)
      return TRUE;
    has_gap |= is_blank;
  }
  return FALSE;
}

/* Rows that end with a delimiter more than others. */
static guint
count_longer (const QmSheet *sheet, guint width)
{
  guint n = 0;

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++)
    n += qm_cell_grid_row (sheet->grid, row)->n > width;
  return n;
}

/* As above each page of a table that was printed. */
static gboolean
says_headings (const QmSheet *sheet, guint row)
{
  guint header = sheet->layout.first_header, n = 0;

  if (header >= sheet->layout.first_row || row < sheet->layout.first_row)
    return FALSE;
  for (guint i = 0; i < sheet->layout.last_column; i++) {
    const char *cell = qm_cell_grid_cell (sheet->grid, row, i);

    if (!g_str_equal (cell, qm_cell_grid_cell (sheet->grid, header, i)))
      return FALSE;
    n += cell[0] != '\0';
  }
  return n > 1;
}

static void
leave_out_headings (QmSheet *sheet)
{
  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++) {
    QmCellGridRow *found = &g_array_index (sheet->grid->rows, QmCellGridRow, row);
    const QmCellGridFault fault = { found->line, row, QM_CELL_GRID_HEADINGS, found->n };

    if (!found->is_mended && says_headings (sheet, row)) {
      found->is_left_out = TRUE;
      g_array_append_val (sheet->grid->faults, fault);
    }
  }
}

static void
check_rows (QmSheet *sheet)
{
  QmCellGrid *grid = sheet->grid;
  guint width = sheet->layout.last_column, first = sheet->layout.first_row;
  guint usual = MAX (width, grid->n_columns);
  /* Of many that do it is how they end; of a few one may stand before the end as well. */
  gboolean are_few = count_longer (sheet, usual) * 2 <= sheet->layout.last_row - first;

  /* With the headings right above: of others merged cells may be left out. */
  for (guint row = first - (first > sheet->layout.first_header); row < sheet->layout.last_row;
       row++) {
    const QmCellGridRow *found = qm_cell_grid_row (grid, row);
    gboolean has_more = is_filled_beyond (grid, row, width) ||
                        (found->n > usual && (are_few || may_have_moved (grid, row, width)));
    const QmCellGridFault fault = { found->line, row,
                                    has_more ? QM_CELL_GRID_MORE_CELLS : QM_CELL_GRID_FEWER_CELLS,
                                    found->n };

    if (!found->is_left_out && (has_more || (found->n < width && !is_heading_row (grid, row))))
      g_array_append_val (grid->faults, fault);
  }
  grid->n_columns = width;
}

static gboolean
take_notes (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  QmSheetNotes notes = qm_sheet_notes_read (sheet->grid, &sheet->layout);
  gboolean is_right = qm_sheet_notes_choose (&notes, choices, error);
  g_autofree char *missing = qm_sheet_notes_find_missing (&notes);

  if (missing != NULL && choices->words[QM_CHOOSE_MISSING] == NULL)
    qm_cell_grid_forget (sheet->grid, missing);
  sheet->title = notes.title;
  sheet->unit = notes.unit;
  sheet->scale = notes.scale;
  sheet->notes = notes.notes;
  sheet->note_uses = notes.uses;
  return is_right;
}

static gboolean
check_size (const QmSheet *sheet, GError **error)
{
  g_autofree char *most = NULL, *found = NULL;

  if (sheet->grid->rows->len <= QM_SHEET_MAX_ROWS)
    return TRUE;
  most = qm_format_number (QM_SHEET_MAX_ROWS, QM_DIGITS_ALL);
  found = qm_format_number (sheet->grid->rows->len, QM_DIGITS_ALL);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("expected a table of at most %s rows, found %s: leave out rows"), most, found);
  return FALSE;
}

static gboolean
decide (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  if (choices->words[QM_CHOOSE_ROWS] != NULL &&
      !qm_cell_grid_mend (sheet->grid, choices->words[QM_CHOOSE_ROWS], error))
    return FALSE;
  if (choices->words[QM_CHOOSE_MISSING] != NULL)
    qm_cell_grid_forget (sheet->grid, choices->words[QM_CHOOSE_MISSING]);
  if (!check_size (sheet, error) || !choose_table (sheet, choices, error) ||
      !qm_sheet_choose_order (sheet, choices, error))
    return FALSE;
  if (!take_notes (sheet, choices, error))
    return FALSE;
  leave_out_headings (sheet);
  qm_sheet_fill_merged (sheet);
  check_rows (sheet);
  sheet->columns = qm_sheet_column_read_all (sheet->grid, &sheet->layout, sheet->order);
  if (!qm_sheet_choose_decimals (sheet, choices, error))
    return FALSE;
  qm_sheet_settle_columns (sheet);
  if (!qm_sheet_choose_years (sheet, choices, error))
    return FALSE;
  qm_sheet_choose_unit (sheet, choices);
  if (choices->words[QM_CHOOSE_MEASURE] != NULL) {
    g_free (sheet->title);
    sheet->title = g_strdup (choices->words[QM_CHOOSE_MEASURE]);
  }
  if (!qm_sheet_choose_columns (sheet, choices, error))
    return FALSE;
  sheet->sentinel = qm_sheet_find_sentinel (sheet, choices);
  qm_sheet_settle_times (sheet);
  sheet->groups = qm_sheet_find_groups (sheet);
  return qm_sheet_choose_wide (sheet, choices, error);
}

QmSheet *
qm_sheet_read (GBytes *bytes, const QmChoices *choices, GError **error)
{
  g_autoptr (QmSheet) sheet = g_new0 (QmSheet, 1);
  g_autofree char *text =
      qm_sheet_read_text (bytes, choices->words[QM_CHOOSE_ENCODING], &sheet->encoding, error);
  g_autofree char *mended = NULL, *straight = NULL, *unwrapped = NULL;
  char separator = '\0';
  const char *start;

  if (text == NULL)
    return NULL;
  qm_sheet_drop_marks (text);
  sheet->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  mended = qm_sheet_mend_line_ends (text);
  start = mended != NULL ? mended : text;
  straight = qm_sheet_straighten_quotes (start);
  start = straight != NULL ? straight : start;
  unwrapped = qm_sheet_unwrap_lines (start);
  start = qm_sheet_skip_separator (unwrapped != NULL ? unwrapped : start, &separator);
  sheet->dialect = qm_dialect_guess (start, strlen (start));
  if (!qm_sheet_choose_dialect (&sheet->dialect, choices, separator, error))
    return NULL;
  sheet->grid = qm_cell_grid_read (start, strlen (start), &sheet->dialect, error);
  if (sheet->grid != NULL && sheet->dialect.delimiter == '\t')
    qm_cell_grid_split_keys (sheet->grid);
  if (sheet->grid == NULL || !decide (sheet, choices, error))
    return NULL;
  qm_sheet_tell_words_from_missing (sheet);
  return g_steal_pointer (&sheet);
}

/* --- Cells --- */

static void
append_cell (GString *text, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (strpbrk (cell, "\",\r\n") == NULL && cell[0] != '\0') {
    g_string_append (text, cell);
    return;
  }
  parts = g_strsplit (cell, "\"", -1);
  quoted = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", quoted);
}

static void
append_row (GString *text, const char *const *cells, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    append_cell (text, cells[i]);
  }
  g_string_append (text, "\r\n");
}

/* Several rows of headings are one. */
static void
append_headings (GString *text, const QmSheet *sheet)
{
  g_autofree const char **headings = g_new (const char *, MAX (sheet->columns->len, 1));

  for (guint i = 0; i < sheet->columns->len; i++)
    headings[i] = ((const QmSheetColumn *) sheet->columns->pdata[i])->heading;
  append_row (text, headings, sheet->columns->len);
}

char *
qm_sheet_print_cells (const QmSheet *sheet)
{
  const QmSheetLayout *layout = &sheet->layout;
  GString *text = g_string_new (NULL);
  guint row = layout->first_header;

  if (layout->first_row > row + 1) {
    append_headings (text, sheet);
    row = layout->first_row;
  }
  for (; row < layout->last_row; row++) {
    const QmCellGridRow *found = qm_cell_grid_row (sheet->grid, row);
    guint first = MIN (layout->first_column, found->n);

    if (!found->is_left_out && !qm_cell_grid_is_blank (sheet->grid, row))
      append_row (text, found->cells + first, found->n - first);
  }
  return g_string_free (text, FALSE);
}
