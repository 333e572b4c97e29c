#include "export/csv.h"

#include <string.h>

/* Without it Excel takes the file for one in the machine's old code page, and no Vietnamese letter
 * survives; LibreOffice, pandas, R and Python's "utf-8-sig" leave it out of the first name. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A spreadsheet runs a cell that begins so as a formula, also one in quotation marks, and datasets
 * come from strangers. An apostrophe before it makes it a text. Only texts get one: numbers, which
 * are our own, keep their minus. */
static gboolean
could_be_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r\n", text[0]) != NULL;
}

static void
append_cell (GString *csv, const char *text, gboolean is_number)
{
  gboolean is_guarded = !is_number && could_be_formula (text);

  if (!is_guarded && strpbrk (text, "\",\r\n") == NULL) {
    g_string_append (csv, text);
    return;
  }

  g_string_append (csv, is_guarded ? "\"'" : "\"");
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *c);
  }
  g_string_append_c (csv, '"');
}

/* chart may be NULL. note is NULL in a table without the column of the reader's notes, and "" where
 * there is none of this claim. */
static void
append_row (GString *csv, const QmChart *chart, const QmClaim *claim, const char *note)
{
  for (int i = 0; i < QM_N_COLUMNS; i++) {
    QmColumn column = (QmColumn) i;
    g_autofree char *cell = column == QM_COLUMN_CHART && chart != NULL
                                ? g_strdup (chart->id)
                                : qm_table_machine_cell (claim, column);

    g_string_append (csv, i > 0 ? "," : "");
    append_cell (csv, cell, qm_table_is_number (column));
  }
  if (note != NULL) {
    g_string_append_c (csv, ',');
    append_cell (csv, note, FALSE);
  }
  g_string_append (csv, "\r\n");
}

static void
append_names (GString *csv, gboolean has_notes)
{
  for (int i = 0; i < QM_N_COLUMNS; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", qm_table_machine_name ((QmColumn) i));
  g_string_append (csv, has_notes ? ",readers_note\r\n" : "\r\n");
}

static void
append_panel (GString *csv, const QmViewedChart *viewed, const QmPanel *panel, gboolean has_notes)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    QmClaim row = qm_table_row (viewed, panel->claims[i]);
    const char *note = qm_viewed_note (viewed, panel->claims[i]);

    append_row (csv, &viewed->chart, &row, has_notes && note == NULL ? "" : note);
  }
}

static gboolean
is_noted (const QmViewedChart *viewed)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      if (qm_viewed_note (viewed, viewed->chart.panels[i].claims[j]) != NULL)
        return TRUE;
  return FALSE;
}

GBytes *
qm_csv_encode (const QmChart *chart, const QmView *view)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  GString *csv = g_string_new (BYTE_ORDER_MARK);
  gboolean has_notes = is_noted (&viewed);

  append_names (csv, has_notes);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    append_panel (csv, &viewed, &viewed.chart.panels[i], has_notes);

  return g_string_free_to_bytes (csv);
}

char *
qm_csv_from_rows (const QmCsvRow *rows, gsize n_rows)
{
  GString *csv = g_string_new (NULL);

  append_names (csv, FALSE);
  for (gsize i = 0; i < n_rows; i++)
    append_row (csv, rows[i].chart, rows[i].claim, NULL);
  return g_string_free (csv, FALSE);
}
