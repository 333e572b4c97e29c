#include "sheet/cell-grid.h"

#include "base/character.h"
#include "base/words.h"

#include <gio/gio.h>
#include <string.h>

QmCellGrid *
qm_cell_grid_new (void)
{
  QmCellGrid *grid = g_new0 (QmCellGrid, 1);

  grid->rows = g_array_new (FALSE, FALSE, sizeof (QmCellGridRow));
  grid->faults = g_array_new (FALSE, FALSE, sizeof (QmCellGridFault));
  grid->strings = g_string_chunk_new (4096);
  grid->blocks = g_ptr_array_new_with_free_func (g_free);
  return grid;
}

void
qm_cell_grid_free (QmCellGrid *grid)
{
  if (grid == NULL)
    return;
  g_array_unref (grid->rows);
  g_array_unref (grid->faults);
  g_string_chunk_free (grid->strings);
  g_ptr_array_unref (grid->blocks);
  g_free (grid);
}

static gboolean
is_clean (const char *cell)
{
  for (const char *next = cell; *next != '\0'; next = g_utf8_next_char (next))
    if (!qm_character_is_text (g_utf8_get_char (next)))
      return FALSE;
  return !qm_character_are_crowded (cell);
}

/* ="00123": a text that a spreadsheet shall not take for a number. */
static const char *
take_text (QmCellGrid *grid, const char *cell)
{
  gsize length = strlen (cell);

  if (length < 3 || !g_str_has_prefix (cell, "=\"") || cell[length - 1] != '"')
    return g_string_chunk_insert (grid->strings, cell);
  return g_string_chunk_insert_len (grid->strings, cell + 2, (gssize) length - 3);
}

void
qm_cell_grid_add (QmCellGrid *grid, const char *const *cells, guint n, guint line)
{
  const char **copies = g_new (const char *, MAX (n, 1));
  const QmCellGridRow row = { copies, n, line, FALSE, FALSE };
  gboolean had_control = FALSE;

  for (guint i = 0; i < n; i++) {
    g_autofree char *clean = is_clean (cells[i]) ? NULL : qm_character_clean (cells[i]);

    had_control |= clean != NULL;
    copies[i] = take_text (grid, clean != NULL ? clean : cells[i]);
  }
  if (had_control) {
    const QmCellGridFault fault = { line, grid->rows->len, QM_CELL_GRID_CONTROL, n };

    g_array_append_val (grid->faults, fault);
  }
  g_ptr_array_add (grid->blocks, copies);
  g_array_append_val (grid->rows, row);
}

void
qm_cell_grid_forget (QmCellGrid *grid, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    g_strstrip (list[i]);
  for (guint i = 0; i < grid->rows->len; i++) {
    const QmCellGridRow *row = qm_cell_grid_row (grid, i);

    for (guint j = 0; j < row->n; j++) {
      g_autofree char *cell = g_strstrip (g_strdup (row->cells[j]));

      if (cell[0] != '\0' && g_strv_contains ((const char *const *) list, cell))
        row->cells[j] = "–";
    }
  }
}

static void
split_first (QmCellGrid *grid, QmCellGridRow *row, guint n_keys)
{
  g_auto (GStrv) keys = g_strsplit (row->n > 0 ? row->cells[0] : "", ",", -1);
  const char **cells = g_new (const char *, row->n + n_keys);
  guint n = 0;

  for (guint i = 0; i < n_keys; i++) {
    char *end = strchr (keys[i], '\\');

    if (end != NULL)
      *end = '\0';
    cells[n++] = g_string_chunk_insert (grid->strings, keys[i]);
  }
  for (guint i = 1; i < row->n; i++)
    cells[n++] = row->cells[i];
  g_ptr_array_add (grid->blocks, cells);
  row->cells = cells;
  row->n = n;
}

static guint
count_commas (const char *cell)
{
  guint n = 0;

  for (; *cell != '\0'; cell++)
    n += *cell == ',';
  return n;
}

void
qm_cell_grid_split_keys (QmCellGrid *grid)
{
  const char *first = grid->rows->len > 1 ? qm_cell_grid_cell (grid, 0, 0) : "";
  guint n_commas = count_commas (first);

  if (n_commas == 0 || strchr (first, '\\') == NULL || qm_cell_grid_row (grid, 0)->n < 2)
    return;
  for (guint i = 0; i < grid->rows->len; i++)
    if (count_commas (qm_cell_grid_cell (grid, i, 0)) != n_commas)
      return;
  for (guint i = 0; i < grid->rows->len; i++)
    split_first (grid, &g_array_index (grid->rows, QmCellGridRow, i), n_commas + 1);
  grid->n_columns += n_commas;
}

static QmCellGridRow *
find_line (const QmCellGrid *grid, guint64 line)
{
  for (guint i = 0; i < grid->rows->len; i++)
    if (g_array_index (grid->rows, QmCellGridRow, i).line == line)
      return &g_array_index (grid->rows, QmCellGridRow, i);
  return NULL;
}

/* What was wrong with the row is mended. */
static void
forget_faults (QmCellGrid *grid, guint line)
{
  for (guint i = grid->faults->len; i-- > 0;)
    if (g_array_index (grid->faults, QmCellGridFault, i).line == line)
      g_array_remove_index (grid->faults, i);
}

static void
mend_row (QmCellGrid *grid, QmCellGridRow *row, const char *words)
{
  g_auto (GStrv) cells = g_strsplit (words, "\t", -1);
  guint n = g_strv_length (cells);
  const char **copies = g_new (const char *, MAX (n, 1));

  for (guint i = 0; i < n; i++) {
    g_autofree char *clean = qm_character_clean (cells[i]);

    copies[i] = g_string_chunk_insert (grid->strings, clean);
  }
  g_ptr_array_add (grid->blocks, copies);
  row->cells = copies;
  row->n = n;
}

gboolean
qm_cell_grid_mend (QmCellGrid *grid, const char *words, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++) {
    char *end;
    guint64 line = g_ascii_strtoull (lines[i], &end, 10);
    QmCellGridRow *row = end > lines[i] ? find_line (grid, line) : NULL;

    if (row == NULL || (*end != '\0' && *end != '=')) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("expected the number of a line that a row begins in, found “%s”"), lines[i]);
      return FALSE;
    }
    row->is_mended = TRUE;
    row->is_left_out = *end == '\0';
    forget_faults (grid, row->line);
    if (*end == '=')
      mend_row (grid, row, end + 1);
  }
  return TRUE;
}

const QmCellGridRow *
qm_cell_grid_row (const QmCellGrid *grid, guint row)
{
  return &g_array_index (grid->rows, QmCellGridRow, row);
}

const char *
qm_cell_grid_cell (const QmCellGrid *grid, guint row, guint column)
{
  const QmCellGridRow *found = qm_cell_grid_row (grid, row);

  return column < found->n ? found->cells[column] : "";
}

gboolean
qm_cell_grid_is_blank (const QmCellGrid *grid, guint row)
{
  const QmCellGridRow *found = qm_cell_grid_row (grid, row);

  for (guint i = 0; i < found->n; i++)
    if (!qm_character_are_spaces (found->cells[i]))
      return FALSE;
  return TRUE;
}

char *
qm_cell_grid_fault_to_string (const QmCellGrid *grid, const QmCellGridFault *fault)
{
  switch (fault->kind) {
  case QM_CELL_GRID_FEWER_CELLS:
    return g_strdup_printf (_ ("line %u: %u cells, fewer than the %u of others"), fault->line,
                            fault->n_cells, grid->n_columns);
  case QM_CELL_GRID_MORE_CELLS:
    return g_strdup_printf (_ ("line %u: %u cells, more than the %u of others"), fault->line,
                            fault->n_cells, grid->n_columns);
  case QM_CELL_GRID_OPEN_QUOTE:
    return g_strdup_printf (_ ("line %u: a quotation mark that nothing closes is read as a sign "
                               "like others"),
                            fault->line);
  case QM_CELL_GRID_OTHER_DELIMITER:
    return g_strdup_printf (_ ("line %u: its cells are divided by another sign than those of other "
                               "lines"),
                            fault->line);
  case QM_CELL_GRID_OTHER_QUOTE:
    return g_strdup_printf (_ ("line %u: its cells are quoted by another sign than those of other "
                               "lines"),
                            fault->line);
  case QM_CELL_GRID_NO_DELIMITER_AT_END:
    return g_strdup_printf (
        _ ("line %u: %u cells, where other lines have one more, which is empty"), fault->line,
        fault->n_cells);
  case QM_CELL_GRID_HEADINGS:
    return g_strdup_printf (_ ("line %u: it says the headings again, and is left out"),
                            fault->line);
  case QM_CELL_GRID_CONTROL:
    return g_strdup_printf (_ ("line %u: it has control characters or more than %d accents on a "
                               "letter, which are replaced"),
                            fault->line, QM_CHARACTER_MAX_MARKS);
  }
  return NULL;
}
