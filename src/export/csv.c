#include "export/csv.h"

#include "base/words.h"
#include "chart/view/author-view.h"
#include "export/csv-rest.h"

#include <cjson/cJSON.h>

/* Without it Excel takes the file for one in the machine's old code page, and no Vietnamese letter
 * survives; LibreOffice, pandas, R and Python's "utf-8-sig" leave it out of the first name. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
add_rows (GArray *rows, const QmViewedChart *viewed, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    QmCellsRow row = { .chart = &viewed->chart,
                       .claim = qm_tabular_row (viewed, panel->claims[i]),
                       .note = qm_viewed_note (viewed, panel->claims[i]),
                       .is_authors = qm_author_view_wrote_note (viewed, panel->claims[i]),
                       .panel = panel };

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
qm_csv_encode (const QmDataset *dataset, const QmViewedChart *viewed, QmCellsReader reader)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QmCellsRow));
  g_autofree char *cells = NULL;
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    add_rows (rows, viewed, &viewed->chart.panels[i]);
  if (reader == QM_CELLS_FOR_PROGRAMS) {
    add_needed (rows);
    qm_csv_rest_add (dataset, viewed, (QmCellsRow *) (gpointer) rows->data, rows->len);
  }
  cells = qm_cells_write (QM_CELLS_CSV, reader, (const QmCellsRow *) (gconstpointer) rows->data,
                          rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_free (g_array_index (rows, QmCellsRow, i).rest);
  g_string_append (csv, cells);
  return g_string_free_to_bytes (csv);
}

/* --- What it does not keep --- */

/* A table has its words for many figures at once, and each row those of its own. */
static gboolean
has_other_languages (const QmClaim *claim)
{
  const QmText *const texts[] = { claim->statement, claim->caveat, claim->label, claim->no_figure,
                                  claim->time.words };

  for (gsize i = 0; claim->is_from_table && i < G_N_ELEMENTS (texts); i++)
    if (qm_text_get_variant (texts[i], 1) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_any (const QmChart *chart, gboolean (*has) (const QmClaim *claim))
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (has (chart->panels[i].claims[j]))
        return TRUE;
  return FALSE;
}

/* What the view does to the rows themselves. */
static gboolean
has_changed_rows (const QmChart *chart)
{
  static const char *const keys[] = { "hidden", "relative_to", "measure", "year", "years" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (cJSON_HasObjectItem (chart->view, keys[i]))
      return TRUE;
  return FALSE;
}

char *
qm_csv_tell_lost (const QmChart *chart)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (has_changed_rows (chart))
    g_ptr_array_add (lost, (gpointer) _ ("what its author does not show"));
  if (has_any (chart, has_other_languages))
    g_ptr_array_add (lost, (gpointer) _ ("words in other languages"));
  if (lost->len == 0)
    return NULL;
  g_ptr_array_add (lost, NULL);
  list = g_strjoinv (", ", (char **) lost->pdata);
  /* Translators: the name of a chart, and a list: “what its author does not show, words in other
   * languages” */
  return g_strdup_printf (_ ("no column keeps of “%s”: %s"), qm_text_get (chart->name), list);
}
