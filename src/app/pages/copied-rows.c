#include "app/pages/copied-rows.h"

#include "app/pages/claim-row.h"
#include "export/cells.h"

#include <string.h>

static GArray *
list_cells (GListModel *rows)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (QmCellsRow));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);
    QmCellsRow cell = { .chart = qm_claim_row_get_chart (row),
                        .claim = *qm_claim_row_get_shown (row),
                        .note = qm_claim_row_get_note (row),
                        .is_authors = qm_claim_row_is_note_authors (row) };

    g_array_append_val (cells, cell);
  }
  return cells;
}

static char *
write_cells (const GArray *cells, QmCellsForm form)
{
  return qm_cells_write (form, QM_CELLS_FOR_PEOPLE,
                         (const QmCellsRow *) (gconstpointer) cells->data, cells->len);
}

static GdkContentProvider *
provide (const GArray *cells, QmCellsForm form, const char *media_type)
{
  char *text = write_cells (cells, form);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (media_type, bytes);
}

GdkContentProvider *
qm_copied_rows (GListModel *rows)
{
  g_autoptr (GArray) cells = list_cells (rows);
  g_autofree char *plain = write_cells (cells, QM_CELLS_TSV);
  GdkContentProvider *providers[] = {
    provide (cells, QM_CELLS_HTML, "text/html"),
    provide (cells, QM_CELLS_CSV, "text/csv"),
    provide (cells, QM_CELLS_TSV, "text/tab-separated-values"),
    /* As UTF-8 also for those who ask for plain text only: GTK would write it in ASCII. */
    provide (cells, QM_CELLS_TSV, "text/plain"),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
