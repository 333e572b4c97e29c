#include "edit/own-csv-private.h"

#include "dataset/unit.h"

#include <string.h>

/* --- Cells --- */

int
qm_own_csv_find_column (const QmSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_str_equal (((const QmSheetColumn *) sheet->columns->pdata[i])->heading, name))
      return (int) i;
  return -1;
}

/* A text that could be a formula has an apostrophe before it, which is none of it. */
const char *
qm_own_csv_get (const QmOwnCsv *self, const char *name)
{
  int i = qm_own_csv_find_column (self->sheet, name);
  const QmSheetColumn *column = i >= 0 ? self->sheet->columns->pdata[i] : NULL;
  const char *cell =
      column != NULL ? qm_cell_grid_cell (self->sheet->grid, self->row, column->index) : "";

  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t", cell[1]) != NULL ? cell + 1 : cell;
}

gboolean
qm_own_csv_has (const QmOwnCsv *self, const char *name)
{
  return qm_own_csv_get (self, name)[0] != '\0';
}

void
qm_own_csv_add_string (cJSON *json, const char *key, const char *string)
{
  if (string != NULL && string[0] != '\0')
    cJSON_AddStringToObject (json, key, string);
}

/* --- What is there --- */

static char *
key_of (const char *section, const char *id)
{
  return g_strdup_printf ("%s/%s", section, id);
}

gboolean
qm_own_csv_knows (const QmOwnCsv *self, const char *section, const char *id)
{
  g_autofree char *key = key_of (section, id);

  return g_hash_table_contains (self->known, key);
}

cJSON *
qm_own_csv_take_section (QmOwnCsv *self, const char *section)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (self->edit->tree, section), *entry;

  cJSON_ArrayForEach (entry, before) {
    const char *id = qm_edit_entry_string (entry, "id");

    g_hash_table_add (self->known, key_of (section, id != NULL ? id : ""));
  }
  return before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray ();
}

cJSON *
qm_own_csv_add_entry (QmOwnCsv *self, const char *section, cJSON *entries, const char *id)
{
  cJSON *json;

  if (id[0] == '\0' || qm_own_csv_knows (self, section, id))
    return NULL;
  json = cJSON_CreateObject ();
  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddItemToArray (entries, json);
  g_hash_table_add (self->known, key_of (section, id));
  return json;
}

static cJSON *
find_entry (cJSON *entries, const char *id)
{
  cJSON *entry;

  cJSON_ArrayForEach (entry, entries)
    if (g_strcmp0 (qm_edit_entry_string (entry, "id"), id) == 0)
      return entry;
  return NULL;
}

/* --- Sources, entities, measures --- */

/* The part of a cell that belongs to one of n sources; NULL where it cannot be told which does. */
static char *
part_of (const QmOwnCsv *self, const char *name, guint i, guint n)
{
  g_auto (GStrv) parts = g_strsplit (qm_own_csv_get (self, name), QM_OWN_CSV_DIVIDER, -1);

  if (n == 1)
    return g_strdup (qm_own_csv_get (self, name));
  return g_strv_length (parts) == n ? g_strdup (parts[i]) : NULL;
}

static void
add_source (QmOwnCsv *self, const char *id, guint i, guint n)
{
  static const char *const fields[][2] = {
    { "title", "source_title" },         { "container", "source_container" },
    { "describes", "source_describes" }, { "read_as", "source_read_as" },
    { "issued", "source_issued" },       { "url", "source_url" }
  };
  cJSON *json = qm_own_csv_add_entry (self, "sources", self->sources, id);
  g_autofree char *kind = part_of (self, "source_kind", i, n);

  if (json == NULL)
    return;
  for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
    g_autofree char *words = part_of (self, fields[j][1], i, n);

    qm_own_csv_add_string (json, fields[j][0], words);
  }
  if (cJSON_GetObjectItemCaseSensitive (json, "title") == NULL &&
      cJSON_GetObjectItemCaseSensitive (json, "describes") == NULL)
    cJSON_AddStringToObject (json, "title", id);
  cJSON_AddStringToObject (json, "kind", kind != NULL && kind[0] != '\0' ? kind : "document");
}

cJSON *
qm_own_csv_make_citations (QmOwnCsv *self)
{
  g_auto (GStrv) ids = g_strsplit (qm_own_csv_get (self, "source_id"), QM_OWN_CSV_DIVIDER, -1);
  guint n = g_strv_length (ids);
  cJSON *cites = cJSON_CreateArray ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *at = part_of (self, "paragraph", i, n), *quote = part_of (self, "quote", i, n);
    cJSON *cite = cJSON_CreateObject ();

    add_source (self, ids[i], i, n);
    cJSON_AddStringToObject (cite, "source", ids[i]);
    qm_own_csv_add_string (cite, "at", at);
    if (quote != NULL && quote[0] != '\0')
      cJSON_AddStringToObject (cJSON_AddObjectToObject (cite, "quote"), "exact", quote);
    cJSON_AddItemToArray (cites, cite);
  }
  return cites;
}

void
qm_own_csv_add_entity (QmOwnCsv *self, const char *id, const char *name)
{
  cJSON *json = qm_own_csv_add_entry (self, "entities", self->entities, id);

  if (json != NULL)
    cJSON_AddStringToObject (json, "name", name != NULL ? name : id);
  else if (name == NULL || id[0] == '\0' || g_hash_table_contains (self->named, id))
    return;
  else if (qm_edit_find (self->edit, "entities", id, NULL) == NULL)
    cJSON_ReplaceItemInObjectCaseSensitive (find_entry (self->entities, id), "name",
                                            cJSON_CreateString (name));
  if (name != NULL)
    g_hash_table_add (self->named, g_strdup (id));
}

/* A unit that only its dataset knew is called by its id. */
static void
add_unit (QmOwnCsv *self, const char *unit)
{
  QmUnit parsed;
  cJSON *json;

  if (qm_unit_parse (unit, &parsed))
    return;
  json = qm_own_csv_add_entry (self, "units", self->units, unit);
  if (json != NULL)
    cJSON_AddStringToObject (json, "name", unit);
}

void
qm_own_csv_add_measure (QmOwnCsv *self)
{
  const char *id = qm_own_csv_get (self, "measure_id");
  gboolean is_ratio = qm_own_csv_has (self, "to_entity_id");
  const char *unit =
      qm_own_csv_has (self, "unit") && !is_ratio ? qm_own_csv_get (self, "unit") : "number";
  cJSON *json = qm_own_csv_add_entry (self, "measures", self->measures, id);

  if (json != NULL) {
    cJSON_AddStringToObject (json, "name", qm_own_csv_get (self, "measure"));
    cJSON_AddStringToObject (json, "unit", unit);
  } else if (!is_ratio && qm_own_csv_has (self, "unit") &&
             qm_edit_find (self->edit, "measures", id, NULL) == NULL) {
    /* A ratio before it did not say what the measure is in. */
    cJSON_ReplaceItemInObjectCaseSensitive (find_entry (self->measures, id), "unit",
                                            cJSON_CreateString (unit));
  }
  if (!is_ratio && qm_own_csv_has (self, "unit"))
    add_unit (self, unit);
}
