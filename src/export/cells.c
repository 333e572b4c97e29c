#include "export/cells.h"

#include "base/words.h"

#include <string.h>

typedef struct {
  const char *text;
  gboolean is_number; /* for machines */
  gboolean is_heading;
} Cell;

/* --- Forms --- */

/* A spreadsheet runs a cell that begins so as a formula, also one in quotation marks, and datasets
 * come from strangers. An apostrophe before it makes it a text. Only texts get one: numbers, which
 * are our own, keep their minus. */
static gboolean
could_be_formula (const Cell *cell)
{
  return !cell->is_number && cell->text[0] != '\0' && strchr ("=+-@\t\r\n", cell->text[0]) != NULL;
}

static void
append_csv (GString *text, const Cell *cell)
{
  gboolean is_guarded = could_be_formula (cell);
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (!is_guarded && strpbrk (cell->text, "\",\r\n") == NULL) {
    g_string_append (text, cell->text);
    return;
  }

  parts = g_strsplit (cell->text, "\"", -1);
  quoted = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, is_guarded ? "\"'%s\"" : "\"%s\"", quoted);
}

/* Quotation marks would be taken for a part of the cell. */
static void
append_tsv (GString *text, const Cell *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell->text), "\t\r\n", ' ');

  g_string_append_printf (text, "%s%s", could_be_formula (cell) ? "'" : "", line);
}

static void
append_html (GString *text, const Cell *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell->text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *joined = g_strjoinv ("<br>", lines);
  const char *tag = cell->is_heading ? "th" : "td";

  g_string_append_printf (text, "<%s", tag);
  if (cell->is_number && cell->text[0] != '\0')
    g_string_append_printf (text, " sdval=\"%s\" sdnum=\"1033;\"", escaped);
  g_string_append_printf (text, ">%s%s</%s>", could_be_formula (cell) ? "'" : "", joined, tag);
}

static const struct {
  const char *begin, *begin_row, *between, *end_row, *end;
  void (*append) (GString *text, const Cell *cell);
} forms[] = {
  [QM_CELLS_CSV] = { "", "", ",", "\r\n", "", append_csv },
  [QM_CELLS_TSV] = { "", "", "\t", "\n", "", append_tsv },
  [QM_CELLS_HTML] = { "<meta charset=\"utf-8\"><table>\n", "<tr>", "", "</tr>\n", "</table>\n",
                      append_html },
};

/* --- Columns --- */

/* What one reads comes first, then what one computes with, then where it is from. */
static const QmColumn columns_for_people[] = {
  QM_COLUMN_CHART,
  QM_COLUMN_ENTITY,
  QM_COLUMN_MEASURE,
  QM_COLUMN_TIME,
  QM_COLUMN_FIGURE,
  QM_COLUMN_VALUE,
  QM_COLUMN_LOW,
  QM_COLUMN_HIGH,
  QM_COLUMN_UNIT,
  QM_COLUMN_PRECISION,
  QM_COLUMN_STANDING,
  QM_COLUMN_COMPUTATION,
  QM_COLUMN_STATEMENT,
  QM_COLUMN_NOTE,
  QM_COLUMN_SOURCE,
  QM_COLUMN_SOURCE_DATE,
  QM_COLUMN_PARAGRAPH,
  QM_COLUMN_QUOTE,
  QM_COLUMN_SOURCE_ADDRESS,
};

/* Programs are not told twice: the figure is the value, and its subject the measure or the
 * statement. */
static gboolean
is_for_programs (QmColumn column)
{
  return column != QM_COLUMN_FIGURE && column != QM_COLUMN_SUBJECT;
}

static gboolean
is_bare_number (QmColumn column)
{
  return qm_tabular_is_number (column) && column != QM_COLUMN_FIGURE;
}

static char *
cell_for_people (const QmCellsRow *row, QmColumn column)
{
  if (column == QM_COLUMN_CHART)
    return g_strdup (row->chart != NULL ? qm_text_get (row->chart->name) : "");
  /* Numbers are to be computed with, and a source stands by itself. */
  return is_bare_number (column) || column == QM_COLUMN_SOURCE
             ? qm_tabular_machine_cell (&row->claim, column)
             : qm_tabular_cell (&row->claim, column);
}

static char *
cell_for_programs (const QmCellsRow *row, QmColumn column)
{
  if (column == QM_COLUMN_CHART)
    return g_strdup (row->chart != NULL ? row->chart->id : "");
  return qm_tabular_machine_cell (&row->claim, column);
}

/* --- The chart, for programs --- */

static const char *const chart_columns[] = {
  "chart_topic", "chart_name", "chart_summary", "chart_title",    "chart_subtitle", "chart_note",
  "panel",       "form",       "panel_title",   "panel_subtitle", "panel_note",
};

/* A cell of each of them. */
static void
list_chart_cells (const QmCellsRow *row, char *cells[G_N_ELEMENTS (chart_columns)])
{
  const QmChart *chart = row->chart;
  const QmPanel *panel = row->panel;
  const QmText *texts[G_N_ELEMENTS (chart_columns)] = { NULL };

  if (chart != NULL) {
    const QmText *const own[] = { chart->topic, chart->name,     chart->summary,
                                  chart->title, chart->subtitle, chart->note };

    memcpy (texts, own, sizeof own);
  }
  if (panel != NULL) {
    const QmText *const own[] = { qm_viewed_authors_title (panel), panel->subtitle, panel->note };

    memcpy (&texts[8], own, sizeof own);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (chart_columns); i++)
    cells[i] = g_strdup (texts[i] != NULL ? qm_text_get (texts[i]) : "");
  if (chart == NULL || panel == NULL)
    return;
  g_free (cells[6]);
  g_free (cells[7]);
  cells[6] = g_strdup_printf ("%d", (int) (panel - chart->panels) + 1);
  cells[7] = g_strdup (panel->form->name);
}

/* --- Rows --- */

typedef struct {
  GString *text;
  QmCellsForm form;
  QmCellsReader reader;
  gboolean has_notes, has_authors_notes;
} Writer;

static void
append_cell (const Writer *writer, const Cell *cell, gboolean is_first)
{
  if (!is_first)
    g_string_append (writer->text, forms[writer->form].between);
  forms[writer->form].append (writer->text, cell);
}

/* The row's note, if it is of that kind. */
static void
append_note (const Writer *writer, const QmCellsRow *row, gboolean is_authors, const char *heading)
{
  gboolean has_note = row != NULL && row->note != NULL && row->is_authors == is_authors;
  const Cell cell = { row == NULL ? heading : has_note ? row->note : "", FALSE, row == NULL };

  append_cell (writer, &cell, FALSE);
}

static void
append_chart (const Writer *writer, const QmCellsRow *row)
{
  char *cells[G_N_ELEMENTS (chart_columns)];

  if (row != NULL)
    list_chart_cells (row, cells);
  for (gsize i = 0; i < G_N_ELEMENTS (chart_columns); i++) {
    const Cell cell = { row != NULL ? cells[i] : chart_columns[i], FALSE, row == NULL };

    append_cell (writer, &cell, FALSE);
    if (row != NULL)
      g_free (cells[i]);
  }
}

static void
append_rest (const Writer *writer, const QmCellsRow *row)
{
  const Cell cell = { row == NULL         ? "rest"
                      : row->rest != NULL ? row->rest
                                          : "",
                      FALSE, row == NULL };

  append_cell (writer, &cell, FALSE);
}

static void
append_column (const Writer *writer, const QmCellsRow *row, QmColumn column)
{
  gboolean is_for_people = writer->reader == QM_CELLS_FOR_PEOPLE;
  g_autofree char *text = row == NULL     ? g_strdup (is_for_people ? qm_tabular_heading (column)
                                                                    : qm_tabular_machine_name (column))
                          : is_for_people ? cell_for_people (row, column)
                                          : cell_for_programs (row, column);
  const Cell cell = { text, row != NULL && is_bare_number (column), row == NULL };

  append_cell (writer, &cell, column == QM_COLUMN_CHART);
}

/* NULL: that of the headings. */
static void
append_row (const Writer *writer, const QmCellsRow *row)
{
  gboolean is_for_people = writer->reader == QM_CELLS_FOR_PEOPLE;

  g_string_append (writer->text, forms[writer->form].begin_row);
  if (is_for_people) {
    for (gsize i = 0; i < G_N_ELEMENTS (columns_for_people); i++)
      append_column (writer, row, columns_for_people[i]);
  } else {
    for (QmColumn i = 0; i < QM_N_COLUMNS; i++)
      if (is_for_programs (i))
        append_column (writer, row, i);
    append_chart (writer, row);
    append_rest (writer, row);
  }
  if (writer->has_notes)
    append_note (writer, row, FALSE, is_for_people ? _ ("Reader’s note") : "readers_note");
  if (writer->has_authors_notes)
    append_note (writer, row, TRUE, is_for_people ? _ ("Note") : "note");
  g_string_append (writer->text, forms[writer->form].end_row);
}

char *
qm_cells_write (QmCellsForm form, QmCellsReader reader, const QmCellsRow *rows, gsize n_rows)
{
  Writer writer = { g_string_new (forms[form].begin), form, reader, FALSE, FALSE };

  for (gsize i = 0; i < n_rows; i++) {
    writer.has_notes |= rows[i].note != NULL && !rows[i].is_authors;
    writer.has_authors_notes |= rows[i].note != NULL && rows[i].is_authors;
  }
  append_row (&writer, NULL);
  for (gsize i = 0; i < n_rows; i++)
    append_row (&writer, &rows[i]);
  g_string_append (writer.text, forms[form].end);
  return g_string_free (writer.text, FALSE);
}
