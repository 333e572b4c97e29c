#include "export/csv.h"

#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "export/csv-rest.h"

/* Without it Excel takes the file for one in the machine's old code page, and no Vietnamese letter
 * survives; LibreOffice, pandas, R and Python's "utf-8-sig" leave it out of the first name. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A row of no chart, unless there is one already that tells what the dataset has. */
static void
add_row (GArray *rows, const QmClaim *claim, GHashTable *own)
{
  const QmCellsRow row = { .claim = *claim };

  if (g_hash_table_add (own, (gpointer) claim->id))
    g_array_append_val (rows, row);
}

/* own: the claims whose rows tell what the dataset has. */
static void
add_panel (GArray *rows, const QmViewedChart *viewed, const QmPanel *panel, GHashTable *own)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    QmCellsRow row = { .chart = &viewed->chart,
                       .claim = qm_tabular_row (viewed, claim),
                       .note = qm_viewed_note (viewed, claim),
                       .is_authors = qm_author_view_wrote_note (viewed, claim),
                       .panel = panel };

    g_array_append_val (rows, row);
    if (qm_viewed_original (viewed, claim) == claim)
      g_hash_table_add (own, (gpointer) claim->id);
  }
}

/* What the view has divided or shortened, as the dataset has it. */
static void
add_originals (GArray *rows, const QmViewedChart *viewed, GHashTable *own)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      add_row (rows, qm_viewed_original (viewed, viewed->chart.panels[i].claims[j]), own);
}

/* What the author does not show belongs to the chart; what a reader has hidden was to be left out.
 */
static void
add_unshown (GArray *rows, const QmViewedChart *viewed, GHashTable *own)
{
  const QmChart *chart = viewed->original;

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      add_row (rows, chart->panels[i].claims[j], own);
}

/* What a claim that is there was computed from, or gave way to, is in no chart; and so on. */
static void
add_needed (GArray *rows, GHashTable *own)
{
  for (guint i = 0; i < rows->len; i++) {
    const QmClaim claim = g_array_index (rows, QmCellsRow, i).claim;
    gsize n = claim.derivation != NULL ? claim.derivation->n_operands : 0;

    for (gsize j = 0; j < n; j++)
      if (claim.derivation->operands[j].claim != NULL)
        add_row (rows, claim.derivation->operands[j].claim, own);
    if (claim.superseded_by != NULL)
      add_row (rows, claim.superseded_by, own);
  }
}

static void
add_for_programs (GArray *rows, const QmViewedChart *viewed, GHashTable *own)
{
  add_originals (rows, viewed, own);
  if (qm_view_equal (viewed->view, qm_author_view (viewed->original)))
    add_unshown (rows, viewed, own);
  add_needed (rows, own);
}

GBytes *
qm_csv_encode (const QmDataset *dataset, const QmViewedChart *viewed, QmCellsReader reader)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QmCellsRow));
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *cells = NULL;
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    add_panel (rows, viewed, &viewed->chart.panels[i], own);
  if (reader == QM_CELLS_FOR_PROGRAMS) {
    add_for_programs (rows, viewed, own);
    qm_csv_rest_add (dataset, viewed, (QmCellsRow *) (gpointer) rows->data, rows->len);
  }
  cells = qm_cells_write (QM_CELLS_CSV, reader, (const QmCellsRow *) (gconstpointer) rows->data,
                          rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_free (g_array_index (rows, QmCellsRow, i).rest);
  g_string_append (csv, cells);
  return g_string_free_to_bytes (csv);
}
