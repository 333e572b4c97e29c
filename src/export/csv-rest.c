#include "export/csv-rest.h"

#include "dataset/extract.h"
#include "dataset/writer.h"

#include <cjson/cJSON.h>

/* --- What is left of an entry --- */

/* In several languages, or with those of whom it speaks. What has no key is an entry, whose "id" is
 * not Indonesian. */
static gboolean
is_text (const cJSON *json)
{
  const cJSON *first = json->child;

  return json->string != NULL && first != NULL && first->string != NULL &&
         (cJSON_HasObjectItem (json, "about") ||
          (!cJSON_IsArray (first) && qm_field_is_language (first->string)));
}

static gboolean
is_kept_whole (const cJSON *json)
{
  return g_strcmp0 (json->string, "view") == 0 || is_text (json);
}

/* NULL of nothing, and for nothing: strings and numbers are in columns. */
static cJSON *
make_rest (const cJSON *json)
{
  const cJSON *id = cJSON_GetObjectItemCaseSensitive (json, "id"), *child;
  cJSON *rest, *part;

  if (json == NULL)
    return NULL;
  if (is_kept_whole (json))
    return cJSON_Duplicate (json, TRUE);
  rest = cJSON_IsArray (json) ? cJSON_CreateArray () : cJSON_CreateObject ();
  cJSON_ArrayForEach (child, json) {
    part = make_rest (child);
    if (part != NULL && child->string != NULL)
      cJSON_AddItemToObject (rest, child->string, part);
    else if (part != NULL)
      cJSON_AddItemToArray (rest, part);
  }
  if (rest->child == NULL)
    g_clear_pointer (&rest, cJSON_Delete);
  else if (id != NULL)
    cJSON_AddItemToObject (rest, "id", cJSON_Duplicate (id, TRUE));
  return rest;
}

/* --- Rows --- */

/* Units have no columns, nor have those of whom others are a part. */
static cJSON *
make_shared (const cJSON *extract)
{
  static const char *const whole[] = { "units", "entities" };
  static const char *const partly[] = { "sources", "measures", "charts" };
  cJSON *shared = cJSON_CreateObject ();

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++) {
    const cJSON *section = cJSON_GetObjectItemCaseSensitive (extract, whole[i]);

    if (section != NULL)
      cJSON_AddItemToObject (shared, whole[i], cJSON_Duplicate (section, TRUE));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (partly); i++) {
    cJSON *rest = make_rest (cJSON_GetObjectItemCaseSensitive (extract, partly[i]));

    if (rest != NULL)
      cJSON_AddItemToObject (shared, partly[i], rest);
  }
  return shared;
}

/* The entries that are rows, by id. */
static GHashTable *
list_entries (const cJSON *extract)
{
  static const char *const sections[] = { "claims", "events" };
  GHashTable *entries = g_hash_table_new (g_str_hash, g_str_equal);
  cJSON *entry;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (extract, sections[i]))
      g_hash_table_insert (entries, cJSON_GetObjectItemCaseSensitive (entry, "id")->valuestring,
                           entry);
  return entries;
}

/* Where two panels show it, with the first. */
static void
add_own (cJSON *rest, GHashTable *entries, const QmClaim *claim)
{
  const cJSON *entry = g_hash_table_lookup (entries, claim->id);
  cJSON *own = entry != NULL ? make_rest (entry) : NULL, *section;

  g_hash_table_remove (entries, claim->id);
  if (own == NULL)
    return;
  section = cJSON_AddArrayToObject (rest, claim->kind == QM_CLAIM_EVENT ? "events" : "claims");
  cJSON_AddItemToArray (section, own);
}

/* With ' in place of ", which the table itself needs: a cell full of them is what readers of broken
 * tables stumble over. (takes json) */
static char *
print (cJSON *json)
{
  g_autofree char *text = qm_writer_print (json);
  GString *safe = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (at[0] == '\'')
      g_string_append (safe, "\\u0027");
    else if (at[0] == '\\' && (at[1] == '"' || at[1] == '\\'))
      g_string_append_printf (safe, "\\u%04x", (guint) * ++at);
    else
      g_string_append_c (safe, *at == '"' ? '\'' : *at);
  return g_string_free (safe, FALSE);
}

/* A ratio that the view has made of a figure is one in its row. */
static void
drop_ratio (cJSON *extract)
{
  cJSON *charts = cJSON_GetObjectItemCaseSensitive (extract, "charts");

  cJSON_DeleteItemFromObjectCaseSensitive (cJSON_GetObjectItemCaseSensitive (charts->child, "view"),
                                           "relative_to");
}

void
qm_csv_rest_add (const QmDataset *dataset, const QmViewedChart *viewed, QmCellsRow *rows,
                 gsize n_rows)
{
  g_autofree char *text = qm_dataset_extract (dataset, viewed->original);
  cJSON *extract = cJSON_Parse (text);
  g_autoptr (GHashTable) entries = list_entries (extract);

  if (viewed->view->relative_to != NULL)
    drop_ratio (extract);
  for (gsize i = 0; i < n_rows; i++) {
    cJSON *rest = i == 0 ? make_shared (extract) : cJSON_CreateObject ();

    add_own (rest, entries, &rows[i].claim);
    if (rest->child != NULL)
      rows[i].rest = print (rest);
    else
      cJSON_Delete (rest);
  }
  cJSON_Delete (extract);
}
