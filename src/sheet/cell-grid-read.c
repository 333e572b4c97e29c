/* Delimited text as a grid: each record by the dialect of the file, or else as it can only have
 * been meant. */
#include "sheet/cell-grid.h"

#include "base/format.h"
#include "base/words.h"
#include "sheet/cell-text.h"
#include "sheet/when.h"

#include <gio/gio.h>
#include <string.h>

/* Records by which the usual number of cells is told. */
#define SAMPLE 2000

/* A file with more open quotes than these has none that quote. */
#define MAX_OPEN 1000

typedef struct {
  QmDialect dialect;
  const char *text;
  gsize length;
  guint n_expected;
  GPtrArray *cells, *others;
  QmCellGrid *grid;
  gsize n_cells;
  guint n_open;
  gboolean has_rows; /* one of as many cells as most was read */
} Reader;

static void
add_fault (QmCellGrid *grid, guint line, QmCellGridFaultKind kind, guint n_cells)
{
  const QmCellGridFault fault = { line, grid->rows->len, kind, n_cells };

  g_array_append_val (grid->faults, fault);
}

/* Lines of one cell are notes, where others have more. */
static guint
find_most (const guint *counts, guint n)
{
  guint most = 2;

  for (guint i = 3; i < n; i++)
    if (counts[i] > counts[most])
      most = i;
  return counts[most] * 3 > counts[1] ? most : 1;
}

/* The number of cells that most records have. */
static guint
count_usual (Reader *self)
{
  guint counts[1024] = { 0 }, n_records = 0;

  for (gsize at = 0; at < self->length && n_records < SAMPLE; n_records++) {
    QmRecordScan record =
        qm_dialect_scan (&self->dialect, self->text, self->length, at, G_MAXUINT, self->cells);

    at = record.end;
    if (self->cells->len < G_N_ELEMENTS (counts) &&
        (self->cells->len > 1 || ((const char *) self->cells->pdata[0])[0] != '\0'))
      counts[self->cells->len]++;
  }
  return find_most (counts, G_N_ELEMENTS (counts));
}

/* Where the line that begins at that byte ends. */
static gsize
find_line_end (const Reader *self, gsize start)
{
  while (start < self->length && self->text[start] != '\n' && self->text[start] != '\r')
    start++;
  return start;
}

static gsize
skip_line_end (const Reader *self, gsize at)
{
  if (at + 1 < self->length && self->text[at] == '\r' && self->text[at + 1] == '\n')
    return at + 2;
  return MIN (at + 1, self->length);
}

static gboolean
is_good (const Reader *self, QmRecordScan record, const GPtrArray *cells)
{
  return !record.is_unclosed && cells->len == self->n_expected;
}

static void
swap (Reader *self)
{
  GPtrArray *cells = self->cells;

  self->cells = self->others;
  self->others = cells;
}

/* Takes another reading of the record that begins at start, if that has as many cells as others: of
 * its line alone or, may_go_on, of whatever it goes over. */
static gboolean
try_as (Reader *self, const QmDialect *dialect, gsize start, guint literal, gboolean may_go_on,
        QmRecordScan *record)
{
  gsize end = may_go_on ? self->length : find_line_end (self, start);
  QmRecordScan other = qm_dialect_scan (dialect, self->text, end, start, literal, self->others);

  if (!is_good (self, other, self->others))
    return FALSE;
  if (!may_go_on)
    other.end = skip_line_end (self, end);
  *record = other;
  swap (self);
  return TRUE;
}

/* One of the quotes that begin a cell may be a letter. */
static gboolean
try_literal (Reader *self, gsize start, gboolean may_go_on, QmRecordScan *record)
{
  guint n = MIN (self->n_expected, may_go_on ? 32 : 256);

  for (guint literal = 0; literal < n; literal++)
    if (try_as (self, &self->dialect, start, literal, may_go_on, record))
      return TRUE;
  return FALSE;
}

/* Quotes within quotes may stand there as they are, and be closed where a cell ends. */
static gboolean
try_quotes (Reader *self, gsize start, gboolean may_go_on, QmRecordScan *record)
{
  QmDialect dialect = self->dialect;

  dialect.is_lax = TRUE;
  return try_as (self, &dialect, start, G_MAXUINT, may_go_on, record) ||
         try_literal (self, start, may_go_on, record);
}

/* The record's cells may be quoted by another sign than others. */
static gboolean
try_other_quote (Reader *self, gsize start, QmRecordScan *record)
{
  QmDialect dialect = self->dialect;

  dialect.quote = dialect.escape = dialect.quote == '"' ? '\'' : '"';
  return memchr (self->text + start, dialect.quote, record->end - start) != NULL &&
         (try_as (self, &dialect, start, G_MAXUINT, FALSE, record) ||
          try_as (self, &dialect, start, G_MAXUINT, TRUE, record));
}

/* One cell within quotation marks, or all within others. */
static gboolean
are_quoted_otherwise (const Reader *self)
{
  char other = self->dialect.quote == '"' ? '\'' : '"';
  guint n = 0, n_filled = 0;

  for (guint i = 0; i < self->cells->len; i++) {
    const char *cell = self->cells->pdata[i];
    gsize length = strlen (cell);

    n_filled += length > 0;
    n += length > 1 && cell[0] == other && cell[length - 1] == other;
  }
  return n > 0 && (other == '"' || (n == n_filled && n > 1));
}

/* A quote in a cell may be escaped in another way than in others. */
static gboolean
try_escape (Reader *self, gsize start, QmRecordScan *record)
{
  const QmRecordScan first = *record;
  QmDialect dialect = self->dialect;

  dialect.escape = dialect.escape != dialect.quote ? dialect.quote : '\\';
  if (!try_as (self, &dialect, start, G_MAXUINT, TRUE, record))
    return FALSE;
  if (!record->has_stray)
    return TRUE;
  swap (self);
  *record = first;
  return FALSE;
}

static guint
count_figures (const GPtrArray *cells)
{
  guint n = 0;
  QmWhen when;

  for (guint i = 0; i < cells->len; i++)
    n += qm_cell_text_readings (cells->pdata[i]) != QM_READ_NOT ||
         qm_when_read (cells->pdata[i], QM_DAY_FIRST, &when);
  return n;
}

/* A sentence is no row, though it may have as many words as others have cells. */
static gboolean
has_figures (const GPtrArray *cells)
{
  return count_figures (cells) > 1;
}

/* TRUE if a row of figures begins at that byte. */
static gboolean
begins_row (Reader *self, gsize at)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  QmRecordScan next =
      qm_dialect_scan (&self->dialect, self->text, self->length, at, G_MAXUINT, cells);

  return is_good (self, next, cells) && has_figures (cells);
}

/* Words over figures, which stand before any row and have no spaces between them; what spaces
 * divide is a title, unless rows follow at once. */
static gboolean
are_headings (Reader *self, const GPtrArray *cells, char delimiter, gsize end)
{
  for (guint i = 0; i < cells->len; i++) {
    const char *cell = cells->pdata[i];

    if (cell[0] == '\0' || g_ascii_isspace (cell[0]))
      return FALSE;
  }
  return !self->has_rows && (delimiter != ' ' || begins_row (self, end));
}

static gboolean
try_delimiters (Reader *self, gsize start, QmRecordScan *record)
{
  static const char delimiters[] = { '\t', ';', '|', ',', ' ' };

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters) && self->n_expected > 2; i++) {
    QmDialect dialect = self->dialect;

    dialect.delimiter = delimiters[i];
    dialect.rest = NULL;
    dialect.is_run = FALSE;
    /* Words with spaces between them may be one cell of several. */
    if (delimiters[i] == self->dialect.delimiter || (delimiters[i] == ' ' && self->cells->len > 1))
      continue;
    for (int may_go_on = FALSE; may_go_on <= TRUE; may_go_on++) {
      if (!try_as (self, &dialect, start, G_MAXUINT, may_go_on, record))
        continue;
      if (has_figures (self->cells) || are_headings (self, self->cells, delimiters[i], record->end))
        return TRUE;
      swap (self);
    }
  }
  return FALSE;
}

/* The line alone, where a quote has swallowed what follows it. */
static void
take_line (Reader *self, gsize start, QmRecordScan *record)
{
  QmDialect dialect = self->dialect;

  dialect.quote = '\0';
  *record = qm_dialect_scan (&dialect, self->text, find_line_end (self, start), start, G_MAXUINT,
                             self->cells);
  record->end = skip_line_end (self, find_line_end (self, start));
}

/* The only cell is a whole row that was quoted. */
static gboolean
try_inside (Reader *self, QmRecordScan record)
{
  const char *cell = self->cells->pdata[0];
  QmRecordScan inner;

  if (self->cells->len != 1 || record.n_lines > 1 || self->dialect.delimiter == '\0')
    return FALSE;
  inner = qm_dialect_scan (&self->dialect, cell, strlen (cell), 0, G_MAXUINT, self->others);
  if (!is_good (self, inner, self->others) || !has_figures (self->others))
    return FALSE;
  swap (self);
  return TRUE;
}

/* Looks for another reading of a record that has not as many cells as others; FALSE for none. */
static gboolean
read_otherwise (Reader *self, gsize start, QmRecordScan *record, QmCellGridFaultKind *kind)
{
  const QmRecordScan first = *record;
  gboolean has_quotes = first.has_stray || first.is_unclosed ||
                        (first.n_lines > 1 && self->cells->len < self->n_expected);

  *kind = QM_CELL_GRID_OPEN_QUOTE;
  if (has_quotes && try_quotes (self, start, FALSE, record))
    return TRUE;
  *kind = QM_CELL_GRID_OTHER_QUOTE;
  if (try_inside (self, first) || try_other_quote (self, start, record))
    return TRUE;
  *kind = QM_CELL_GRID_OPEN_QUOTE;
  if (first.has_stray && try_quotes (self, start, TRUE, record))
    return TRUE;
  *kind = QM_CELL_GRID_OTHER_DELIMITER;
  *record = first;
  return self->cells->len < self->n_expected && first.n_lines == 1 &&
         try_delimiters (self, start, record);
}

/* Behind headings or rows, one cell that would be a row if another sign divided it, though of
 * another number of cells: words with spaces between them were not quoted. */
static gboolean
is_divided_otherwise (Reader *self, gsize start, QmRecordScan record)
{
  QmDialect dialect = self->dialect;

  if (self->cells->len > 1 || self->n_expected < 3 || self->grid->rows->len == 0)
    return FALSE;
  dialect.delimiter = ' ';
  dialect.rest = NULL;
  qm_dialect_scan (&dialect, self->text, record.end, start, G_MAXUINT, self->others);
  return self->others->len >= self->n_expected && count_figures (self->others) > 2;
}

static QmRecordScan
read_record (Reader *self, gsize start, guint line)
{
  QmRecordScan record =
      qm_dialect_scan (&self->dialect, self->text, self->length, start, G_MAXUINT, self->cells);
  QmCellGridFaultKind kind;

  if (is_good (self, record, self->cells)) {
    /* A cell may have taken in the next record, and have as many by chance. */
    if (record.has_stray && !try_escape (self, start, &record) && record.has_late_stray)
      try_quotes (self, start, FALSE, &record);
    if (are_quoted_otherwise (self) && try_other_quote (self, start, &record))
      add_fault (self->grid, line, QM_CELL_GRID_OTHER_QUOTE, self->cells->len);
    if (record.has_split_quote)
      add_fault (self->grid, line, QM_CELL_GRID_OPEN_QUOTE, self->cells->len);
    return record;
  }
  if (self->cells->len == 1 && ((const char *) self->cells->pdata[0])[0] == '\0')
    return record;
  if (read_otherwise (self, start, &record, &kind)) {
    add_fault (self->grid, line, kind, self->cells->len);
  } else if (record.is_unclosed ||
             (record.n_lines > 1 && record.has_stray && self->cells->len > self->n_expected)) {
    take_line (self, start, &record);
    if (++self->n_open > MAX_OPEN)
      self->dialect.quote = '\0';
    add_fault (self->grid, line, QM_CELL_GRID_OPEN_QUOTE, self->cells->len);
  } else if (record.has_split_quote) {
    add_fault (self->grid, line, QM_CELL_GRID_OPEN_QUOTE, self->cells->len);
  } else if (is_divided_otherwise (self, start, record)) {
    add_fault (self->grid, line, QM_CELL_GRID_OTHER_DELIMITER, self->cells->len);
  }
  return record;
}

static gboolean
fail (GError **error, const char *format, guint line, int limit)
{
  g_autofree char *number = qm_format_number (limit, QM_DIGITS_ALL);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, line, number);
  return FALSE;
}

static gboolean
check_limits (Reader *self, guint line, GError **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (strlen (self->cells->pdata[i]) > QM_CELL_GRID_MAX_CELL)
      /* Translators: a line's number; a number of bytes */
      return fail (error, _ ("line %u: expected cells of at most %s bytes, found a longer one"),
                   line, QM_CELL_GRID_MAX_CELL);
  self->n_cells += self->cells->len;
  if (self->n_cells > QM_CELL_GRID_MAX_CELLS)
    return fail (error, _ ("line %u: expected a table of at most %s cells, found more"), line,
                 QM_CELL_GRID_MAX_CELLS);
  return TRUE;
}

static gboolean
read_rows (Reader *self, GError **error)
{
  guint line = 1;

  for (gsize at = 0; at < self->length;) {
    QmRecordScan record = read_record (self, at, line);

    if (!check_limits (self, line, error))
      return FALSE;
    self->has_rows |= self->cells->len == self->n_expected;
    qm_cell_grid_add (self->grid, (const char *const *) self->cells->pdata, self->cells->len, line);
    at = record.end;
    line += record.n_lines;
  }
  return TRUE;
}

/* --- The shape --- */

/* Lines without the delimiter that others end with, where they are few: a cell may be lost there.
 */
static void
tell_shorter_rows (QmCellGrid *grid, guint n_full)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < grid->rows->len; i++)
    if (qm_cell_grid_row (grid, i)->n == grid->n_columns - 1 && grid->n_columns > 2)
      g_array_append_val (rows, i);
  for (guint i = 0; rows->len * 2 < n_full && i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);
    const QmCellGridFault fault = { qm_cell_grid_row (grid, row)->line, row,
                                    QM_CELL_GRID_NO_DELIMITER_AT_END, grid->n_columns - 1 };

    g_array_append_val (grid->faults, fault);
  }
}

/* A delimiter at the end of each line makes no column. */
static void
drop_last_column (QmCellGrid *grid)
{
  guint n = grid->n_columns, n_full = 0;

  for (guint i = 0; i < grid->rows->len; i++) {
    const QmCellGridRow *row = qm_cell_grid_row (grid, i);

    n_full += row->n == n;
    if (row->n > n || (row->n == n && row->cells[n - 1][0] != '\0'))
      return;
  }
  if (n < 2 || n_full < 2)
    return;
  tell_shorter_rows (grid, n_full);
  grid->n_columns--;
  for (guint i = 0; i < grid->rows->len; i++) {
    QmCellGridRow *row = &g_array_index (grid->rows, QmCellGridRow, i);

    row->n = MIN (row->n, grid->n_columns);
  }
}

QmCellGrid *
qm_cell_grid_read (const char *text, gsize length, const QmDialect *dialect, GError **error)
{
  g_autoptr (QmCellGrid) grid = qm_cell_grid_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { *dialect, text, length, 0, cells, others, grid, 0, 0, FALSE };
  gboolean is_read;

  reader.n_expected = count_usual (&reader);
  is_read = read_rows (&reader, error);
  /* They may have changed places. */
  cells = reader.cells;
  others = reader.others;
  if (!is_read)
    return NULL;
  grid->n_columns = reader.n_expected;
  drop_last_column (grid);
  return g_steal_pointer (&grid);
}
