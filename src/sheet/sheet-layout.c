#include "sheet/sheet-layout.h"

#include "base/character.h"
#include "sheet/cell-text.h"
#include "sheet/heading.h"
#include "sheet/when.h"

#include <string.h>

/* Rows of headings at most, and rows of data that tell of what kind a column is. */
#define MAX_HEADERS 6
#define SAMPLE 200

/* --- Rows --- */

static guint
count_filled (const QmCellGrid *grid, guint row)
{
  const QmCellGridRow *found = qm_cell_grid_row (grid, row);
  guint n = 0;

  for (guint i = 0; i < found->n; i++)
    n += !qm_character_are_spaces (found->cells[i]);
  return n;
}

/* Words that begin a line about a table, and none of one. */
static gboolean
is_remark (const QmCellGrid *grid, guint row)
{
  g_autofree char *start = g_strndup (qm_cell_grid_cell (grid, row, 0), 24);
  char *end = start != NULL ? strpbrk (start, ":.") : NULL;

  if (start[0] == '#' || start[0] == '*' || g_str_has_prefix (start, "¹") ||
      g_str_has_prefix (start, "1)") || g_str_has_prefix (start, "(1)"))
    return TRUE;
  if (end == NULL)
    return FALSE;
  *end = '\0';
  return qm_heading_is_one_of (
      start, "source|sources|note|notes|quelle|quellen|anmerkung|nguon|ghi chu|chu thich|fuente|"
             "footnote|footnotes|unit|don vi|don vi tinh|einheit|stand|last updated|updated");
}

/* --- Kinds of cells --- */

typedef enum { KIND_NONE, KIND_WORDS, KIND_FIGURE, KIND_WHEN } Kind;

static Kind
kind_of (const char *cell)
{
  QmWhen when;

  if (qm_cell_text_is_missing (cell))
    return KIND_NONE;
  if (qm_when_read (cell, QM_DAY_FIRST, &when) && (!when.is_bare || qm_when_is_recent (&when)))
    return KIND_WHEN;
  return qm_cell_text_readings (cell) != QM_READ_NOT ? KIND_FIGURE : KIND_WORDS;
}

/* Of most of a column's cells in these rows. */
static Kind
kind_of_column (const QmCellGrid *grid, guint column, guint first, guint last)
{
  guint n[4] = { 0 };

  for (guint i = first; i < MIN (last, first + SAMPLE); i++)
    n[kind_of (qm_cell_grid_cell (grid, i, column))]++;
  if (n[KIND_FIGURE] + n[KIND_WHEN] < n[KIND_WORDS])
    return KIND_WORDS;
  if (n[KIND_FIGURE] + n[KIND_WHEN] == 0)
    return KIND_NONE;
  return n[KIND_WHEN] > n[KIND_FIGURE] ? KIND_WHEN : KIND_FIGURE;
}

/* --- What a file says of itself --- */

/* "Title", "Release date": a label by itself, with what it says in the next cell. A figure is none
 * of what these labels say: one that has it is a row of a table about titles and sources. */
static gboolean
is_label (const QmCellGrid *grid, guint row)
{
  const QmCellGridRow *found = qm_cell_grid_row (grid, row);
  g_autofree char *label = g_strstrip (g_strdup (qm_cell_grid_cell (grid, row, 0)));

  for (guint i = 1; i < found->n; i++)
    if (kind_of (found->cells[i]) == KIND_FIGURE)
      return FALSE;
  return strlen (label) <= 24 && qm_heading_is (label, QM_SHEET_LABELS);
}

/* One may be the heading of a column; those of a file that tells of itself come together. */
static gboolean
is_labelled (const QmCellGrid *grid, guint row)
{
  return row < grid->rows->len && count_filled (grid, row) <= 2 && is_label (grid, row) &&
         ((row > 0 && is_label (grid, row - 1)) ||
          (row + 1 < grid->rows->len && is_label (grid, row + 1)));
}

/* A row that says something of the table and is none of its own. */
static gboolean
is_note (const QmCellGrid *grid, guint row)
{
  guint n = count_filled (grid, row);

  if (grid->n_columns < 2)
    return FALSE;
  if (n <= 1 || is_remark (grid, row) || is_labelled (grid, row))
    return TRUE;
  /* A sentence with commas has another number of cells. */
  return qm_cell_grid_row (grid, row)->n != grid->n_columns && n * 2 <= grid->n_columns;
}

/* --- Headings --- */

/* Years, quarters or months, over columns of figures. */
static gboolean
are_times (const QmCellGrid *grid, guint row, guint n_columns)
{
  guint n_when = 0, n_figures = 0;

  for (guint i = 0; i < n_columns; i++) {
    Kind kind = kind_of (qm_cell_grid_cell (grid, row, i));

    n_when += kind == KIND_WHEN;
    n_figures += kind == KIND_FIGURE;
  }
  return n_when > 0 && n_figures == 0;
}

/* Behind a word, years that follow each other, over figures that could be years as well. */
static gboolean
are_years_in_order (const QmCellGrid *grid, guint row, guint n_columns)
{
  gint64 step = 0;

  if (n_columns < 3 || kind_of (qm_cell_grid_cell (grid, row, 0)) != KIND_WORDS)
    return FALSE;
  for (guint i = 1; i < n_columns; i++) {
    const char *cell = qm_cell_grid_cell (grid, row, i);
    gint64 year = g_ascii_strtoll (cell, NULL, 10);

    if (kind_of (cell) != KIND_WHEN || strlen (cell) != 4)
      return FALSE;
    if (i == 2)
      step = year - g_ascii_strtoll (qm_cell_grid_cell (grid, row, 1), NULL, 10);
    if (i > 1 && year - g_ascii_strtoll (qm_cell_grid_cell (grid, row, i - 1), NULL, 10) != step)
      return FALSE;
  }
  return step == 1 || step == -1 || step == 5 || step == -5 || step == 10 || step == -10;
}

/* A unit in brackets behind it, as a heading has: "65+ (%)", "2023 (USD)"; not a flag: "3.5 (p)".
 */
static gboolean
has_unit_in_brackets (const char *cell)
{
  const char *open = strrchr (cell, '(');

  return open != NULL && open > cell && cell[strlen (cell) - 1] == ')' &&
         (strchr (open, '%') != NULL || (g_ascii_isalpha (open[1]) && g_ascii_isalpha (open[2])));
}

/* "2019 population", which is not below it again, as what is counted is: "2019 people". */
static gboolean
is_year_with_words (const QmCellGrid *grid, guint row, guint column)
{
  const char *cell = qm_cell_grid_cell (grid, row, column), *words = strchr (cell, ' ');
  g_autofree char *year = words != NULL ? g_strndup (cell, (gsize) (words - cell)) : NULL;

  return year != NULL && kind_of (year) == KIND_WHEN && g_ascii_isalpha (words[1]) &&
         row + 1 < grid->rows->len &&
         !g_str_has_suffix (qm_cell_grid_cell (grid, row + 1, column), words);
}

static gboolean
is_header (const QmCellGrid *grid, guint row, const Kind *kinds, guint n_columns)
{
  guint n_words = 0, n_alike = 0;
  gboolean has_times = are_times (grid, row, n_columns);

  for (guint i = 0; i < n_columns; i++) {
    const char *cell = qm_cell_grid_cell (grid, row, i);
    Kind kind = kind_of (cell);

    if (kinds[i] != KIND_FIGURE && kinds[i] != KIND_WHEN)
      continue;
    if (kind == KIND_WORDS || has_unit_in_brackets (cell) || is_year_with_words (grid, row, i) ||
        (has_times && kind == KIND_WHEN && kinds[i] == KIND_FIGURE))
      n_words++;
    else if (kind != KIND_NONE)
      n_alike++;
  }
  return n_words > n_alike && n_alike == 0;
}

/* Of a table of words only: the first row, where all its cells are there and stand nowhere else in
 * their columns. */
static gboolean
heads_words (const QmCellGrid *grid, guint row, guint last, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++) {
    const char *cell = qm_cell_grid_cell (grid, row, i);

    if (qm_character_are_spaces (cell))
      return FALSE;
    for (guint k = row + 1; k < MIN (last, row + SAMPLE); k++)
      if (g_str_equal (qm_cell_grid_cell (grid, k, i), cell))
        return FALSE;
  }
  return TRUE;
}

/* "10-20", "30–40": below headings, and behind a name, they are no headings. */
static gboolean
has_ranges (const QmCellGrid *grid, guint row, guint n_columns)
{
  if (kind_of (qm_cell_grid_cell (grid, row, 0)) != KIND_WORDS)
    return FALSE;
  for (guint i = 1; i < n_columns; i++) {
    const char *cell = qm_cell_grid_cell (grid, row, i);
    const char *dash = cell + strspn (cell, "0123456789., ");
    const char *rest = g_str_has_prefix (dash, "–") ? dash + strlen ("–") : dash + (*dash == '-');

    if (g_ascii_isdigit (cell[0]) && rest > dash && *rest != '\0' &&
        rest[strspn (rest, "0123456789., ")] == '\0')
      return TRUE;
  }
  return FALSE;
}

/* Below the first row of headings: one that has lost or won a cell, and has figures, is a row. */
static gboolean
is_ragged_row (const QmCellGrid *grid, guint row, guint n_columns)
{
  const QmCellGridRow *found = qm_cell_grid_row (grid, row);

  if (has_ranges (grid, row, n_columns))
    return TRUE;

  for (guint i = 0; i < grid->faults->len; i++)
    if (g_array_index (grid->faults, QmCellGridFault, i).row == row &&
        g_array_index (grid->faults, QmCellGridFault, i).kind == QM_CELL_GRID_OTHER_DELIMITER)
      return TRUE;
  for (guint i = 0; i < found->n && found->n != n_columns; i++)
    if (kind_of (found->cells[i]) == KIND_FIGURE)
      return TRUE;
  return FALSE;
}

static guint
find_first_row (const QmCellGrid *grid, guint first, guint last, guint n_columns)
{
  g_autofree Kind *kinds = g_new0 (Kind, MAX (n_columns, 1));
  guint skipped = MIN (MAX_HEADERS, (last - first) / 2), row = first;
  gboolean has_figures = FALSE;

  for (guint i = 0; i < n_columns; i++) {
    kinds[i] = kind_of_column (grid, i, first + skipped, last);
    has_figures |= kinds[i] == KIND_FIGURE || kinds[i] == KIND_WHEN;
  }
  if (!has_figures)
    return first +
           ((last - first == 1 && kind_of (qm_cell_grid_cell (grid, first, 0)) == KIND_WORDS) ||
            heads_words (grid, first, last, n_columns));
  if (are_years_in_order (grid, first, n_columns) &&
      !are_years_in_order (grid, first + 1, n_columns))
    return first + 1;
  for (gboolean has_times = FALSE; row < last && row < first + MAX_HEADERS; row++) {
    gboolean are_more = are_times (grid, row, n_columns);

    if (!is_header (grid, row, kinds, n_columns) || (has_times && are_more) ||
        (row > first && is_ragged_row (grid, row, n_columns)))
      break;
    has_times |= are_more;
  }
  return row;
}

/* --- Tables --- */

/* A row that says again what the headings say. */
static gboolean
is_header_again (const QmCellGrid *grid, guint row, guint header, guint n_columns)
{
  guint n_same = 0;

  for (guint i = 0; i < n_columns; i++) {
    const char *cell = qm_cell_grid_cell (grid, header, i);

    n_same += !qm_character_are_spaces (cell) && kind_of (cell) == KIND_WORDS &&
              g_str_equal (cell, qm_cell_grid_cell (grid, row, i));
  }
  return n_same >= 2 && n_same * 2 > n_columns;
}

static gboolean
are_same (const QmCellGrid *grid, guint row, guint other)
{
  guint n = MAX (qm_cell_grid_row (grid, row)->n, qm_cell_grid_row (grid, other)->n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (qm_cell_grid_cell (grid, row, i), qm_cell_grid_cell (grid, other, i)))
      return FALSE;
  return TRUE;
}

/* The whole row of headings, right behind a row: as on each page of a table that was printed. One
 * that begins again with what the first row is about is another table. */
static gboolean
is_page_header (const QmCellGrid *grid, guint row, const QmSheetLayout *table)
{
  return table->first_row == table->first_header + 1 && row + 1 < grid->rows->len &&
         !qm_cell_grid_is_blank (grid, row - 1) && !is_note (grid, row - 1) &&
         are_same (grid, row, table->first_header) &&
         !g_str_equal (qm_cell_grid_cell (grid, row + 1, 0),
                       qm_cell_grid_cell (grid, table->first_row, 0));
}

/* Words only, behind a blank row, or what stands above the table behind that, and before one with
 * figures. */
static gboolean
begins_another (const QmCellGrid *grid, guint row, guint last)
{
  guint n_words = 0, n_figures = 0, before = row;

  if (row == 0 || row + 1 >= last || is_note (grid, row))
    return FALSE;
  while (before > 0 && !qm_cell_grid_is_blank (grid, before - 1) && is_note (grid, before - 1))
    before--;
  if (before == 0 || !qm_cell_grid_is_blank (grid, before - 1))
    return FALSE;
  for (guint i = 0; i < qm_cell_grid_row (grid, row)->n; i++) {
    Kind kind = kind_of (qm_cell_grid_cell (grid, row, i));

    n_words += kind == KIND_WORDS;
    if (kind == KIND_FIGURE)
      return FALSE;
    n_figures += kind_of (qm_cell_grid_cell (grid, row + 1, i)) == KIND_FIGURE;
  }
  return n_words >= 2 && n_figures > 0;
}

/* The blank rows and notes above another table belong to it. */
static guint
find_end (const QmCellGrid *grid, const QmSheetLayout *table, guint last)
{
  for (guint row = table->first_row + 1; row < last; row++) {
    guint start = row;

    if (!(table->first_row > table->first_header &&
          is_header_again (grid, row, table->first_header, table->last_column) &&
          !is_page_header (grid, row, table)) &&
        !begins_another (grid, row, last))
      continue;
    while (start > table->first_row + 1 &&
           (qm_cell_grid_is_blank (grid, start - 1) || is_note (grid, start - 1)))
      start--;
    /* What follows the table at once is still its own. */
    while (start < row && !qm_cell_grid_is_blank (grid, start))
      start++;
    return start;
  }
  return last;
}

/* The cells that most rows have. */
static guint
count_usual (const QmCellGrid *grid, guint first, guint last)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0, usual = 0;

  for (guint row = first; row < last; row++) {
    gpointer key = GUINT_TO_POINTER (qm_cell_grid_row (grid, row)->n);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

    g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
    if (n > most && !qm_cell_grid_is_blank (grid, row)) {
      most = n;
      usual = GPOINTER_TO_UINT (key);
    }
  }
  return usual;
}

/* Columns at either end in which nothing stands are none. */
static void
find_columns (const QmCellGrid *grid, QmSheetLayout *table)
{
  guint usual = count_usual (grid, table->first_header, table->last_row), first = usual, last = 0;

  for (guint row = table->first_header; row < table->last_row; row++)
    for (guint i = 0; i < usual; i++)
      if (!qm_character_are_spaces (qm_cell_grid_cell (grid, row, i))) {
        first = MIN (first, i);
        last = MAX (last, i + 1);
      }
  table->first_column = MIN (first, last);
  table->last_column = last;
}

static gboolean
find_table (const QmCellGrid *grid, guint first, guint last, int n_headers, QmSheetLayout *table)
{
  *table = (QmSheetLayout) { .first_note = first };
  while (first < last && (qm_cell_grid_is_blank (grid, first) || is_note (grid, first)))
    first++;
  /* Nothing but short lines: they are the table. */
  if (first == last)
    for (first = table->first_note; first < last && qm_cell_grid_is_blank (grid, first);)
      first++;
  if (first == last)
    return FALSE;
  table->first_header = first;
  table->last_column = count_usual (grid, first, MIN (last, first + SAMPLE));
  table->first_row = n_headers >= 0 ? MIN (first + (guint) n_headers, last)
                                    : find_first_row (grid, first, last, table->last_column);
  table->last_note = find_end (grid, table, last);
  table->last_row = table->last_note;
  while (table->last_row > table->first_row + 1 &&
         (qm_cell_grid_is_blank (grid, table->last_row - 1) || is_note (grid, table->last_row - 1)))
    table->last_row--;
  find_columns (grid, table);
  return TRUE;
}

GArray *
qm_sheet_layout_find (const QmCellGrid *grid, int n_headers)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (QmSheetLayout));
  QmSheetLayout table;

  for (guint first = 0; first < grid->rows->len; first = table.last_note) {
    if (!find_table (grid, first, grid->rows->len, tables->len == 0 ? n_headers : -1, &table))
      break;
    g_array_append_val (tables, table);
  }
  return tables;
}
