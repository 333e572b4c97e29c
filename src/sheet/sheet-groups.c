/* Headings inside a table: what stands alone in a row is of the rows below it. It is said of those
 * whose own names come again and again, as ages do below "Men" and below "Women". */
#include "sheet/cell-text.h"
#include "sheet/sheet-private.h"

/* The only cell of the row, where that is in a column of names; NULL where there are others. */
static const char *
find_only_name (const QmSheet *sheet, guint row)
{
  const char *name = NULL;

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    const char *cell = qm_cell_grid_cell (sheet->grid, row, column->index);

    if (qm_cell_text_is_missing (cell))
      continue;
    if (name != NULL || column->holds != QM_HOLDS_ENTITY)
      return NULL;
    name = cell;
  }
  return name;
}

/* All that says what a row is of, but for its headings. */
static char *
make_key (const QmSheet *sheet, guint row)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];

    if (column->holds == QM_HOLDS_ENTITY || column->holds == QM_HOLDS_TIME ||
        column->holds == QM_HOLDS_MEASURE || column->holds == QM_HOLDS_UNIT)
      g_string_append_printf (key, "%s\n", qm_cell_grid_cell (sheet->grid, row, column->index));
  }
  return g_string_free (key, FALSE);
}

GHashTable *
qm_sheet_find_groups (const QmSheet *sheet)
{
  GHashTable *groups = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);
  const char *head = NULL;

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++) {
    const char *name = find_only_name (sheet, row);
    g_autofree char *key = make_key (sheet, row);
    gpointer before;

    head = name != NULL ? name : head;
    if (name != NULL || head == NULL)
      continue;
    g_hash_table_insert (heads, GUINT_TO_POINTER (row), (gpointer) head);
    before = g_hash_table_lookup (seen, key);
    if (before != NULL && g_hash_table_lookup (heads, before) != head) {
      g_hash_table_insert (groups, before, g_hash_table_lookup (heads, before));
      g_hash_table_insert (groups, GUINT_TO_POINTER (row), (gpointer) head);
    } else if (before == NULL) {
      g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (row));
    }
  }
  return groups;
}
