/* One figure of a table, which stays in its table's block: a number as long as it says nothing
 * else. */
#include "edit/edit-private.h"

#include "dataset/tables.h"

#include <string.h>

typedef struct {
  const char *id; /* that is looked for */
  const cJSON *table, *row, *value;
} Search;

static void
find_cb (const cJSON *table, const cJSON *row, const cJSON *column, const cJSON *value,
         gsize index G_GNUC_UNUSED, gpointer data)
{
  Search *search = data;
  g_autofree char *id =
      g_strdup_printf ("%s-%s-%s", qm_edit_entry_string (table, "id"),
                       qm_edit_entry_string (row, "id"), qm_edit_entry_string (column, "id"));

  if (!g_str_equal (id, search->id))
    return;
  search->table = table;
  search->row = row;
  search->value = value;
}

static gboolean
find (const QmEdit *edit, const char *id, Search *search)
{
  *search = (Search){ .id = id };
  if (id != NULL)
    qm_tables_visit (cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"), find_cb, search);
  return search->value != NULL;
}

static int
place_of (const cJSON *array, const cJSON *item)
{
  const cJSON *other;
  int place = 0;

  cJSON_ArrayForEach (other, array) {
    if (other == item)
      return place;
    place++;
  }
  return -1;
}

/* Of the cell in its table; -1 each where there is none. */
static void
locate (const QmEdit *edit, const Search *search, int *table, int *row, int *column)
{
  *table = place_of (cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"), search->table);
  *row = place_of (cJSON_GetObjectItemCaseSensitive (search->table, "rows"), search->row);
  *column = place_of (cJSON_GetObjectItemCaseSensitive (search->row, "values"), search->value);
}

cJSON *
qm_edit_get_cell (const QmEdit *edit, const char *id)
{
  Search search;
  cJSON *cell;

  if (!find (edit, id, &search))
    return NULL;
  if (cJSON_IsObject (search.value))
    return cJSON_Duplicate (search.value, TRUE);
  cell = cJSON_CreateObject ();
  cJSON_AddItemToObject (cell, "value", cJSON_Duplicate (search.value, TRUE));
  return cell;
}

char *
qm_edit_point_at_cell (const QmEdit *edit, const char *id)
{
  int table, row, column;
  Search search;

  if (!find (edit, id, &search))
    return NULL;
  locate (edit, &search, &table, &row, &column);
  return g_strdup_printf ("/tables/%d/rows/%d/values/%d", table, row, column);
}

void
qm_edit_put_cell (QmEdit *edit, const char *id, cJSON *cell)
{
  int at_table, at_row, at_column;
  cJSON *table, *row, *value = cJSON_GetObjectItemCaseSensitive (cell, "value");
  Search search;

  if (!find (edit, id, &search)) {
    cJSON_Delete (cell);
    return;
  }
  locate (edit, &search, &at_table, &at_row, &at_column);
  if (cell == NULL)
    cell = cJSON_CreateNull ();
  else if (value != NULL && value == cell->child && value->next == NULL) {
    value = cJSON_DetachItemViaPointer (cell, value);
    cJSON_Delete (cell);
    cell = value;
  }
  table = cJSON_Duplicate (search.table, TRUE);
  row = cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (table, "rows"), at_row);
  cJSON_ReplaceItemInArray (cJSON_GetObjectItemCaseSensitive (row, "values"), at_column, cell);
  qm_edit_put (edit, "tables", at_table, table);
}
