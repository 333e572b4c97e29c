/* One figure of a table with the row, the column and the table that it stands in. Each stays in its
 * table's block, and a figure is a number there as long as it says nothing else. */
#include "edit/edit-private.h"

#include "dataset/claims.h"
#include "dataset/tables.h"

#include <string.h>

typedef struct {
  const char *id; /* that is looked for */
  const cJSON *table, *row, *column, *value;
} Search;

/* What holds other parts, and is none of what is changed of a part itself. */
static const char *const holds[] = { "columns", "rows", "values" };

/* What follows the entry's id in rest, which may be NULL; NULL where something else stands there.
 */
static const char *
skip_id (const char *rest, const cJSON *entry, char end)
{
  const char *id = qm_edit_entry_string (entry, "id");
  gsize length = id != NULL ? strlen (id) : 0;

  if (rest == NULL || id == NULL || !g_str_has_prefix (rest, id) || rest[length] != end)
    return NULL;
  return rest + length + 1;
}

/* There may be many: no id is made to be compared. */
static void
find_cb (const cJSON *table, const cJSON *row, const cJSON *column, const cJSON *value,
         gsize index G_GNUC_UNUSED, gpointer data)
{
  Search *search = data;
  const char *in_table = skip_id (search->id, table, '-');

  if (skip_id (skip_id (in_table, row, '-'), column, '\0') != NULL)
    *search = (Search) { search->id, table, row, column, value };
}

static gboolean
find (const QmEdit *edit, const char *id, Search *search)
{
  *search = (Search) { .id = id };
  if (id != NULL)
    qm_tables_visit (cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"), find_cb, search);
  return search->value != NULL;
}

static const cJSON *
get (const Search *search, QmTablePart part)
{
  const cJSON *const parts[] = { search->value, search->row, search->column, search->table };

  return parts[part];
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

static int
place_of_table (const QmEdit *edit, const Search *search)
{
  return place_of (cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"), search->table);
}

static int
place_in (const cJSON *object, const char *key, const cJSON *item)
{
  return place_of (cJSON_GetObjectItemCaseSensitive (object, key), item);
}

const QmRecord *
qm_edit_part_kinds (QmTablePart part)
{
  const char *const keys[] = { NULL, "rows", "columns", NULL };
  if (part == QM_PART_FIGURE)
    return &qm_claim_cell_record;
  if (keys[part] == NULL)
    return &qm_table_record;
  return qm_field_find (qm_table_record.fields, keys[part])->records;
}

/* Without what it holds, which may be large. */
static cJSON *
copy (const cJSON *object)
{
  cJSON *result = cJSON_CreateObject ();
  const cJSON *child;

  cJSON_ArrayForEach (child, object) {
    gboolean is_held = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
      is_held |= g_str_equal (child->string, holds[i]);
    if (!is_held)
      cJSON_AddItemToObject (result, child->string, cJSON_Duplicate (child, TRUE));
  }
  return result;
}

cJSON *
qm_edit_get_part (const QmEdit *edit, const char *id, QmTablePart part)
{
  Search search;
  cJSON *result;

  if (!find (edit, id, &search))
    return NULL;
  if (cJSON_IsObject (get (&search, part)))
    return copy (get (&search, part));
  result = cJSON_CreateObject ();
  cJSON_AddItemToObject (result, cJSON_IsString (search.value) ? "no_figure" : "value",
                         cJSON_Duplicate (search.value, TRUE));
  return result;
}

char *
qm_edit_point_at_part (const QmEdit *edit, const char *id, QmTablePart part)
{
  Search search;
  int table, row, column;

  if (!find (edit, id, &search))
    return NULL;
  table = place_of_table (edit, &search);
  row = place_in (search.table, "rows", search.row);
  column = place_in (search.table, "columns", search.column);
  switch (part) {
  case QM_PART_FIGURE:
    return g_strdup_printf ("/tables/%d/rows/%d/values/%d", table, row, column);
  case QM_PART_ROW:
    return g_strdup_printf ("/tables/%d/rows/%d", table, row);
  case QM_PART_COLUMN:
    return g_strdup_printf ("/tables/%d/columns/%d", table, column);
  case QM_PART_TABLE:
    return g_strdup_printf ("/tables/%d", table);
  }
  g_assert_not_reached ();
}

/* Puts back what the part that it takes the place of holds. */
static void
hold (QmTablePart part, cJSON *object, cJSON *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++) {
    cJSON *held = cJSON_DetachItemFromObjectCaseSensitive (before, holds[i]);

    if (held != NULL)
      qm_edit_object_set (qm_edit_part_kinds (part), object, holds[i], held);
  }
}

/* As it stands in its row. Words are what is there instead of a figure, and no figure that is
 * wrong. (takes figure) */
static cJSON *
shorten (cJSON *figure)
{
  cJSON *value = figure != NULL ? figure->child : NULL;

  if (figure == NULL)
    return cJSON_CreateNull ();
  if (value == NULL || value->next != NULL ||
      !g_str_equal (value->string, cJSON_IsString (value) ? "no_figure" : "value"))
    return figure;
  value = cJSON_DetachItemViaPointer (figure, value);
  cJSON_Delete (figure);
  return value;
}

/* In a copy of the table. (takes object) */
static void
put (cJSON *table, const Search *search, QmTablePart part, cJSON *object)
{
  int place = place_in (search->table, "rows", search->row);
  cJSON *rows = cJSON_GetObjectItemCaseSensitive (table, "rows"), *array = rows;
  cJSON *row = cJSON_GetArrayItem (rows, place);

  if (part == QM_PART_FIGURE) {
    array = cJSON_GetObjectItemCaseSensitive (row, "values");
    place = place_in (search->row, "values", search->value);
    object = shorten (object);
  } else if (part == QM_PART_COLUMN) {
    array = cJSON_GetObjectItemCaseSensitive (table, "columns");
    place = place_in (search->table, "columns", search->column);
  } else {
    hold (part, object, row);
  }
  cJSON_ReplaceItemInArray (array, place, object);
}

void
qm_edit_put_part (QmEdit *edit, const char *id, QmTablePart part, cJSON *object)
{
  cJSON *table;
  Search search;

  if (!find (edit, id, &search)) {
    cJSON_Delete (object);
    return;
  }
  table = cJSON_Duplicate (search.table, TRUE);
  if (part == QM_PART_TABLE) {
    hold (part, object, table);
    cJSON_Delete (table);
    table = object;
  } else {
    put (table, &search, part, object);
  }
  qm_edit_put (edit, "tables", place_of_table (edit, &search), table);
}
