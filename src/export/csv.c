#include "export/csv.h"

#include "chart/view/author-view.h"

/* Without it Excel takes the file for one in the machine's old code page, and no Vietnamese letter
 * survives; LibreOffice, pandas, R and Python's "utf-8-sig" leave it out of the first name. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
add_rows (GArray *rows, const QmViewedChart *viewed, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    QmCellsRow row = { &viewed->chart, qm_table_row (viewed, panel->claims[i]),
                       qm_viewed_note (viewed, panel->claims[i]),
                       qm_author_view_wrote_note (viewed, panel->claims[i]) };

    g_array_append_val (rows, row);
  }
}

/* What a claim that is there was computed from, or gave way to, is in no chart; and so on. */
static void
add_needed (GArray *rows)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, (gpointer) g_array_index (rows, QmCellsRow, i).claim.id);
  for (guint i = 0; i < rows->len; i++) {
    const QmClaim claim = g_array_index (rows, QmCellsRow, i).claim;
    gsize n = claim.derivation != NULL ? claim.derivation->n_operands : 0;

    for (gsize j = 0; j <= n; j++) {
      const QmClaim *needed = j < n ? claim.derivation->operands[j].claim : claim.superseded_by;
      QmCellsRow row = { 0 };

      if (needed == NULL || !g_hash_table_add (ids, (gpointer) needed->id))
        continue;
      row.claim = *needed;
      g_array_append_val (rows, row);
    }
  }
}

GBytes *
qm_csv_encode (const QmViewedChart *viewed, QmCellsReader reader)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QmCellsRow));
  g_autofree char *cells = NULL;
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    add_rows (rows, viewed, &viewed->chart.panels[i]);
  if (reader == QM_CELLS_FOR_PROGRAMS)
    add_needed (rows);
  cells = qm_cells_write (QM_CELLS_CSV, reader, (const QmCellsRow *) (gconstpointer) rows->data,
                          rows->len);
  g_string_append (csv, cells);
  return g_string_free_to_bytes (csv);
}
