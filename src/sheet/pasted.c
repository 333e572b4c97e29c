#include "sheet/pasted.h"

#include "sheet/cell-text.h"
#include "sheet/dialect.h"

#include <string.h>

/* Lines that are looked at to tell a table. */
#define SAMPLE 50

/* The cells of a line (element char *), of which what is quoted is one. */
static GPtrArray *
split (const char *line, char sign)
{
  const QmDialect dialect = { .delimiter = sign, .quote = '"', .escape = '"', .is_lax = TRUE };
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  qm_dialect_scan (&dialect, line, strlen (line), 0, G_MAXUINT, cells);
  return cells;
}

/* The number of cells that most lines have which have several. */
static guint
find_usual (const GPtrArray *rows)
{
  guint usual = 0, most = 0;

  for (guint i = 0; i < rows->len; i++) {
    guint n = ((const GPtrArray *) rows->pdata[i])->len, n_same = 0;

    for (guint j = 0; n > 1 && j < rows->len; j++)
      n_same += ((const GPtrArray *) rows->pdata[j])->len == n;
    if (n_same > most) {
      most = n_same;
      usual = n;
    }
  }
  return usual;
}

/* Cells that are figures, or say that there is none. */
static guint
count_figures (const GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += qm_cell_text_is_missing (cells->pdata[i]) ||
         qm_cell_text_readings (cells->pdata[i]) != QM_READ_NOT;
  return n;
}

/* Most lines have several cells, most of these as many, and figures in a third of them at least: no
 * sentences. */
static gboolean
is_divided_by (const GPtrArray *lines, char sign)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint usual, n_several = 0, n_lines = 0, n_figures = 0;

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, split (lines->pdata[i], sign));
  usual = find_usual (rows);
  for (guint i = 0; usual > 1 && i < rows->len; i++) {
    const GPtrArray *cells = rows->pdata[i];

    n_several += cells->len > 1;
    n_lines += cells->len == usual;
    n_figures += cells->len == usual ? count_figures (cells) : 0;
  }
  return n_lines > 1 && n_lines * 2 > n_several && n_several * 2 > lines->len &&
         n_figures * 3 >= n_lines * usual;
}

static gboolean
has_tabs (const GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += strchr (lines->pdata[i], '\t') != NULL;
  return n > 1 && n * 5 >= lines->len * 4;
}

gboolean
qm_pasted_is_table (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", SAMPLE + 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL && i < SAMPLE; i++)
    if (g_strchomp (parts[i])[0] != '\0')
      g_ptr_array_add (lines, parts[i]);
  if (lines->len < 2)
    return FALSE;
  return has_tabs (lines) || is_divided_by (lines, ';') || is_divided_by (lines, ',');
}
