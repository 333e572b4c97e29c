/* The tables of an HTML document as lines of cells. */
#include "sheet/pasted.h"

#include "base/format.h"
#include "base/words.h"
#include "intake/tags.h"
#include "sheet/cell-text.h"
#include "sheet/when.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* Columns or rows that one cell can go over. */
#define MAX_SPAN 1000

/* --- Cells --- */

typedef struct {
  char *text;
  guint rows_left; /* below this one, over which the cell goes */
  gboolean is_repeated;
} Cell;

static void
cell_clear (gpointer cell)
{
  g_free (((Cell *) cell)->text);
}

/* A table that is open: its lines so far, and the row at hand. */
typedef struct {
  GString *lines;
  GArray *row;   /* Cell; those of the last row with rows_left where they come from above */
  GArray *above; /* Cell */
  guint n_rows, n_columns;
  gboolean is_head;      /* all cells of the row are headings */
  GString *cell;         /* NULL between cells */
  guint n_over, n_below; /* columns and rows of the cell */
  gboolean is_heading;
} Table;

static GArray *
row_new (void)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (row, cell_clear);
  return row;
}

static Table *
table_new (void)
{
  Table *table = g_new0 (Table, 1);

  table->lines = g_string_new (NULL);
  table->row = row_new ();
  table->above = row_new ();
  return table;
}

static void
table_free (gpointer data)
{
  Table *table = data;

  g_string_free (table->lines, TRUE);
  g_array_unref (table->row);
  g_array_unref (table->above);
  if (table->cell != NULL)
    g_string_free (table->cell, TRUE);
  g_free (table);
}

typedef struct {
  GPtrArray *open; /* Table, the outermost first */
  GString *tables; /* those that are closed */
  gsize n_cells;
  gsize n_inside, n_outside; /* bytes of text in cells, and around tables */
  GError **error;
} Parser;

static gboolean
fail (Parser *self, const char *format, int limit)
{
  g_autofree char *number = qm_format_number (limit, QM_DIGITS_ALL);

  g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, number);
  return FALSE;
}

/* Cells that come from above stand before what is added. */
static void
take_from_above (Table *table)
{
  while (table->row->len < table->above->len) {
    const Cell *above = &g_array_index (table->above, Cell, table->row->len);
    const Cell cell = { above->is_repeated ? g_strdup (above->text) : NULL, above->rows_left - 1,
                        above->is_repeated };

    if (above->rows_left == 0)
      return;
    g_array_append_val (table->row, cell);
  }
}

/* A cell over several rows of the head is no heading of each. A year before all else is when. */
static void
mark_repeated (Table *table)
{
  gboolean is_key = TRUE; /* nothing stands before it but what is repeated as well */
  QmWhen when;

  for (guint i = 0; i < table->row->len; i++) {
    Cell *cell = &g_array_index (table->row, Cell, i);

    cell->is_repeated = cell->rows_left > 0 && cell->text != NULL && cell->text[0] != '\0' &&
                        table->n_rows > 0 && !table->is_head &&
                        (qm_cell_text_readings (cell->text) == QM_READ_NOT ||
                         (is_key && qm_when_read (cell->text, QM_DAY_FIRST, &when)));
    is_key = cell->is_repeated;
  }
}

static void
end_cell (Parser *self, Table *table)
{
  char *text;

  if (table->cell == NULL)
    return;
  text = g_strstrip (g_string_free (g_steal_pointer (&table->cell), FALSE));
  table->is_head &= table->is_heading;
  self->n_inside += strlen (text);
  for (guint i = 0; i < table->n_over; i++) {
    const Cell cell = { i == 0 ? text : NULL, table->n_below - 1, FALSE };

    take_from_above (table);
    g_array_append_val (table->row, cell);
  }
}

static gboolean
end_row (Parser *self, Table *table)
{
  GArray *row = table->row;

  end_cell (self, table);
  if (row->len == 0)
    return TRUE;
  /* A short row has what comes from above at its end. */
  while (row->len < table->above->len) {
    const Cell blank = { 0 };

    take_from_above (table);
    if (row->len < table->above->len)
      g_array_append_val (row, blank);
  }
  mark_repeated (table);
  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (
        table->lines, "%s%s", i > 0 ? "\t" : "",
        g_array_index (row, Cell, i).text != NULL ? g_array_index (row, Cell, i).text : "");
  g_string_append_c (table->lines, '\n');
  table->n_rows++;
  table->n_columns = MAX (table->n_columns, row->len);
  self->n_cells += row->len;
  table->row = table->above;
  table->above = row;
  g_array_set_size (table->row, 0);
  table->is_head = TRUE;
  if (self->n_cells > QM_PASTED_MAX_CELLS)
    return fail (self, _ ("expected a table of at most %s cells, found more"), QM_PASTED_MAX_CELLS);
  return TRUE;
}

/* --- Tags --- */

static Table *
innermost (Parser *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static void
add_space (Parser *self)
{
  Table *table = innermost (self);

  if (table != NULL && table->cell != NULL && table->cell->len > 0 &&
      table->cell->str[table->cell->len - 1] != ' ')
    g_string_append_c (table->cell, ' ');
}

static void
add_text (Parser *self, const char *text, gsize length)
{
  Table *table = innermost (self);

  if (table == NULL) {
    for (gsize i = 0; i < length; i++)
      self->n_outside += !g_ascii_isspace (text[i]);
    return;
  }
  if (table->cell == NULL)
    return;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isspace (text[i]))
      add_space (self);
    else
      g_string_append_c (table->cell, text[i]);
}

/* A table that lays out a page has others in its cells, which are the tables that are meant; one
 * without rows and columns is words of the cell that it stands in. */
static gboolean
end_table (Parser *self)
{
  Table *table = innermost (self);
  gboolean is_good;

  if (table == NULL)
    return TRUE;
  is_good = end_row (self, table);
  g_ptr_array_steal_index (self->open, self->open->len - 1);
  if (self->open->len > 0 && (table->n_rows < 2 || table->n_columns < 2)) {
    add_space (self);
    add_text (self, table->lines->str, table->lines->len);
    add_space (self);
  } else if (strspn (table->lines->str, "\t\n ") < table->lines->len) {
    g_string_append_printf (self->tables, "%s%s", self->tables->len > 0 ? "\n" : "",
                            table->lines->str);
  }
  table_free (table);
  return is_good;
}

/* The number that an attribute of the tag has, from 1. */
static guint
read_span (const QmTag *tag, const char *name)
{
  g_autofree char *span = qm_tag_get (tag, name);

  return span != NULL ? CLAMP ((guint) strtoul (span, NULL, 10), 1, MAX_SPAN) : 1;
}

static gboolean
begin_table (Parser *self)
{
  if (self->open->len == QM_PASTED_MAX_DEPTH)
    return fail (self, _ ("expected tables that are at most %s deep in each other, found more"),
                 QM_PASTED_MAX_DEPTH);
  g_ptr_array_add (self->open, table_new ());
  innermost (self)->is_head = TRUE;
  return TRUE;
}

static void
begin_cell (Table *table, const QmTag *tag)
{
  table->cell = g_string_new (NULL);
  table->n_over = read_span (tag, "colspan");
  table->n_below = read_span (tag, "rowspan");
  table->is_heading = g_str_equal (tag->name, "th");
}

static gboolean
take_tag (Parser *self, const QmTag *tag)
{
  static const char *const breaks[] = { "br", "p", "div", "li", NULL };
  Table *table = innermost (self);
  gboolean is_begin = tag->kind == QM_TAG_BEGIN;

  if (g_str_equal (tag->name, "table"))
    return is_begin ? begin_table (self) : end_table (self);
  if (table != NULL && g_str_equal (tag->name, "tr"))
    return end_row (self, table);
  if (table != NULL && (g_str_equal (tag->name, "td") || g_str_equal (tag->name, "th"))) {
    end_cell (self, table);
    if (is_begin)
      begin_cell (table, tag);
  } else if (is_begin && g_strv_contains (breaks, tag->name)) {
    add_space (self);
  }
  return TRUE;
}

/* Spaces that do not break lines fill empty cells, and divide the digits of figures. */
static void
take_words (Parser *self, const QmTag *tag)
{
  g_autofree char *decoded = qm_tag_words (tag);
  g_autoptr (GString) words = g_string_new (decoded);

  g_string_replace (words, "\u00a0", " ", 0);
  g_string_replace (words, "\u2009", " ", 0);
  add_text (self, words->str, words->len);
}

static gboolean
parse (Parser *self, const char *html)
{
  gboolean is_head = FALSE;
  QmTag tag;

  qm_tag_begin (&tag, html);
  while (qm_tag_next (&tag))
    if (tag.kind == QM_TAG_WORDS && !tag.is_plain && !is_head)
      take_words (self, &tag);
    else if (tag.kind != QM_TAG_WORDS && g_str_equal (tag.name, "head"))
      is_head = tag.kind == QM_TAG_BEGIN;
    else if (tag.kind != QM_TAG_WORDS && !take_tag (self, &tag))
      return FALSE;
  while (self->open->len > 0)
    if (!end_table (self))
      return FALSE;
  return TRUE;
}

char *
qm_pasted_read_html (const char *html, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (table_free);
  g_autoptr (GString) tables = g_string_new (NULL);
  Parser parser = { open, tables, 0, 0, 0, error };

  if (!parse (&parser, html) || tables->len == 0 || parser.n_outside > parser.n_inside / 2)
    return NULL;
  return g_string_free (g_steal_pointer (&tables), FALSE);
}
