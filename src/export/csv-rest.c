#include "export/csv-rest.h"

#include "base/language.h"
#include "chart/words/wording.h"
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

/* TRUE if the rows tell which claims the panel has, in its order. */
static gboolean
is_shown_whole (const QmViewedChart *viewed)
{
  if (viewed->chart.n_panels != viewed->original->n_panels)
    return FALSE;
  for (gsize i = 0; i < viewed->original->n_panels; i++) {
    const QmPanel *panel = &viewed->original->panels[i], *shown = &viewed->chart.panels[i];

    if (shown->n_claims != panel->n_claims)
      return FALSE;
    for (gsize j = 0; j < panel->n_claims; j++)
      if (qm_viewed_original (viewed, shown->claims[j]) != panel->claims[j])
        return FALSE;
  }
  return TRUE;
}

/* The chart as in the file, with each claim by its own id. */
static cJSON *
make_chart (const QmChart *chart, const cJSON *json)
{
  cJSON *copy = cJSON_Duplicate (json, TRUE), *panel;
  const QmPanel *known = chart->panels;

  cJSON_ArrayForEach (panel, cJSON_GetObjectItemCaseSensitive (copy, "panels")) {
    cJSON *claims = cJSON_CreateArray ();

    for (gsize i = 0; i < known->n_claims; i++)
      cJSON_AddItemToArray (claims, cJSON_CreateString (known->claims[i]->id));
    cJSON_ReplaceItemInObjectCaseSensitive (panel, "claims", claims);
    known++;
  }
  return copy;
}

static void
add_rest (cJSON *shared, const cJSON *extract, const char *section)
{
  cJSON *rest = make_rest (cJSON_GetObjectItemCaseSensitive (extract, section));

  if (rest != NULL)
    cJSON_AddItemToObject (shared, section, rest);
}

/* Units have no columns, nor have those of whom others are a part. */
static cJSON *
make_shared (const cJSON *extract, const QmViewedChart *viewed)
{
  static const char *const whole[] = { "units", "entities" };
  cJSON *shared = cJSON_CreateObject ();

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++) {
    const cJSON *section = cJSON_GetObjectItemCaseSensitive (extract, whole[i]);

    if (section != NULL)
      cJSON_AddItemToObject (shared, whole[i], cJSON_Duplicate (section, TRUE));
  }
  add_rest (shared, extract, "sources");
  add_rest (shared, extract, "measures");
  if (is_shown_whole (viewed))
    add_rest (shared, extract, "charts");
  else
    cJSON_AddItemToArray (
        cJSON_AddArrayToObject (shared, "charts"),
        make_chart (viewed->original, cJSON_GetObjectItemCaseSensitive (extract, "charts")->child));
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

/* In the language of the part, where the program speaks that. */
static char *
write_part (const QmClaim *claim, const QmText *text, gsize i)
{
  const char *language = qm_text_get_language (text, i), *before;
  char *words;

  if (text != claim->statement)
    return g_strdup (qm_text_get_variant (text, i));
  if (!g_strv_contains (qm_language_list (), language))
    return qm_wording_statement (claim);
  before = qm_language_use_here (language);
  words = qm_wording_statement (claim);
  qm_language_use_here (before);
  return words;
}

static void
add_text (cJSON *json, const char *key, const QmClaim *claim, const QmText *text)
{
  cJSON *parts = cJSON_CreateObject ();

  for (gsize i = 0; qm_text_get_variant (text, i) != NULL; i++) {
    const char *language = qm_text_get_language (text, i);
    g_autofree char *words = write_part (claim, text, i);

    if (language[0] != '\0')
      cJSON_AddStringToObject (parts, language, words);
  }
  if (parts->child != NULL)
    cJSON_AddItemToObject (json, key, parts);
  else
    cJSON_Delete (parts);
}

/* What a figure of a table, which has no entry of its own, would have in one. */
static cJSON *
make_words (const QmClaim *claim)
{
  const struct {
    const char *key;
    const QmText *text;
  } texts[] = { { "statement", claim->statement },
                { "caveat", claim->caveat },
                { "no_figure", claim->no_figure },
                { "when", claim->time.words } };
  cJSON *entry = cJSON_CreateObject (), *cite = cJSON_CreateObject ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text (entry, texts[i].key, claim, texts[i].text);
  add_text (cite, "at", claim, claim->citations[0].at);
  cJSON_AddItemToArray (cJSON_AddArrayToObject (entry, "cites"), cite);
  cJSON_AddStringToObject (entry, "id", claim->id);
  return entry;
}

/* Where two panels show it, with the first. */
static void
add_own (cJSON *rest, GHashTable *entries, const QmClaim *claim)
{
  cJSON *entry = claim->is_from_table ? make_words (claim) : NULL, *own, *section;

  own = make_rest (entry != NULL ? entry : g_hash_table_lookup (entries, claim->id));
  cJSON_Delete (entry);
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

void
qm_csv_rest_add (const QmDataset *dataset, const QmViewedChart *viewed, QmCellsRow *rows,
                 gsize n_rows)
{
  g_autofree char *text = qm_dataset_extract (dataset, viewed->original);
  cJSON *extract = cJSON_Parse (text);
  g_autoptr (GHashTable) entries = list_entries (extract);

  for (gsize i = 0; i < n_rows; i++) {
    cJSON *rest = i == 0 ? make_shared (extract, viewed) : cJSON_CreateObject ();

    add_own (rest, entries, &rows[i].claim);
    if (rest->child != NULL)
      rows[i].rest = print (rest);
    else
      cJSON_Delete (rest);
  }
  cJSON_Delete (extract);
}
