#include "edit/own-csv-private.h"

#include <string.h>

/* TRUE if the text says that in one of its languages. */
static gboolean
has_words (const cJSON *text, const char *words)
{
  const cJSON *part;

  cJSON_ArrayForEach (part, text)
    if (has_words (part, words))
      return TRUE;
  return cJSON_IsString (text) && g_str_equal (text->valuestring, words);
}

static void merge_item (cJSON *made, const cJSON *item);

/* In any order: a text finds its own by what it says. */
static void
merge_arrays (cJSON *made, const cJSON *rest)
{
  cJSON *element;
  const cJSON *other, *item;

  cJSON_ArrayForEach (element, made)
    cJSON_ArrayForEach (other, rest)
      cJSON_ArrayForEach (item, other)
        merge_item (element, item);
}

/* What stands in the cells is what somebody may have changed: a text is taken over where they still
 * have its words, or have none but the id. */
static void
merge_item (cJSON *made, const cJSON *item)
{
  cJSON *own = cJSON_GetObjectItemCaseSensitive (made, item->string);
  const char *id = qm_edit_entry_string (made, "id");

  if (item->string == NULL || !cJSON_IsObject (made))
    return;
  if (own == NULL && (g_str_equal (item->string, "view") || g_str_equal (item->string, "part_of")))
    cJSON_AddItemToObject (made, item->string, cJSON_Duplicate (item, TRUE));
  else if (cJSON_IsArray (own) && cJSON_IsArray (item))
    merge_arrays (own, item);
  else if (cJSON_IsString (own) && !g_str_equal (item->string, "id") &&
           (has_words (item, own->valuestring) || g_strcmp0 (own->valuestring, id) == 0))
    cJSON_ReplaceItemInObjectCaseSensitive (made, item->string, cJSON_Duplicate (item, TRUE));
}

/* --- Panels --- */

static gboolean
has_string (const cJSON *array, const char *string)
{
  const cJSON *element;

  cJSON_ArrayForEach (element, array)
    if (g_strcmp0 (cJSON_GetStringValue (element), string) == 0)
      return TRUE;
  return FALSE;
}

/* Adds to claims those of others that it has not, and that came with the table. */
static void
add_claims (const QmOwnCsv *self, cJSON *claims, const cJSON *others)
{
  const cJSON *id;

  cJSON_ArrayForEach (id, others)
    if (cJSON_IsString (id) && !has_string (claims, id->valuestring) &&
        (qm_own_csv_find (self, "claims", id->valuestring) != NULL ||
         qm_own_csv_find (self, "events", id->valuestring) != NULL))
      cJSON_AddItemToArray (claims, cJSON_CreateString (id->valuestring));
}

/* The panel that the rows have made with one of those claims; NULL for none. */
static cJSON *
find_panel (const cJSON *panels, const cJSON *claims)
{
  cJSON *panel;
  const cJSON *id;

  cJSON_ArrayForEach (panel, panels)
    cJSON_ArrayForEach (id, claims)
      if (cJSON_IsString (id) &&
          has_string (cJSON_GetObjectItemCaseSensitive (panel, "claims"), id->valuestring))
        return panel;
  return NULL;
}

/* Rows that are not shown are in no panel: the claims are those that the rest lists, in its order,
 * as far as the table has them, and then those that somebody has added. */
static void
merge_panels (const QmOwnCsv *self, cJSON *chart, const cJSON *rest)
{
  cJSON *made = cJSON_DetachItemFromObjectCaseSensitive (chart, "panels"), *panel, *merged;
  cJSON *panels = cJSON_AddArrayToObject (chart, "panels");
  const cJSON *item;

  cJSON_ArrayForEach (item, rest) {
    const cJSON *listed = cJSON_GetObjectItemCaseSensitive (item, "claims");
    cJSON *claims;

    if (!cJSON_IsObject (item))
      continue;
    claims = cJSON_CreateArray ();
    add_claims (self, claims, listed);
    panel = find_panel (made, claims);
    merged =
        panel != NULL ? cJSON_DetachItemViaPointer (made, panel) : cJSON_Duplicate (item, TRUE);
    if (panel != NULL)
      add_claims (self, claims, cJSON_GetObjectItemCaseSensitive (panel, "claims"));
    cJSON_DeleteItemFromObjectCaseSensitive (merged, "claims");
    cJSON_AddItemToObject (merged, "claims", claims);
    if (claims->child != NULL)
      cJSON_AddItemToArray (panels, merged);
    else
      cJSON_Delete (merged);
  }
  while (made->child != NULL)
    cJSON_AddItemToArray (panels, cJSON_DetachItemViaPointer (made, made->child));
  cJSON_Delete (made);
}

/* What speaks of somebody who is not shown is in no row either. */
static void
merge_chart (const QmOwnCsv *self, cJSON *chart, const cJSON *rest)
{
  static const char *const keys[] = { "subtitle", "note" };
  const cJSON *panels = cJSON_GetObjectItemCaseSensitive (rest, "panels");

  if (!cJSON_HasObjectItem (panels != NULL ? panels->child : NULL, "claims"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const cJSON *text = cJSON_GetObjectItemCaseSensitive (rest, keys[i]);

    if (text != NULL && !cJSON_HasObjectItem (chart, keys[i]))
      cJSON_AddItemToObject (chart, keys[i], cJSON_Duplicate (text, TRUE));
  }
  merge_panels (self, chart, panels);
}

/* Who is in no row is added: somebody there is a part of it, or a note speaks of it. */
static void
merge_entry (QmOwnCsv *self, const char *section, const cJSON *entry)
{
  const char *id = qm_edit_entry_string (entry, "id");
  cJSON *made = id != NULL ? qm_own_csv_find (self, section, id) : NULL;
  const cJSON *item;

  if (id == NULL)
    return;
  if (made == NULL && g_str_equal (section, "entities") && !qm_own_csv_knows (self, section, id))
    qm_own_csv_put_entry (self, section, self->entities, cJSON_Duplicate (entry, TRUE));
  if (made != NULL && g_str_equal (section, "charts"))
    merge_chart (self, made, entry);
  if (made != NULL)
    cJSON_ArrayForEach (item, entry)
      merge_item (made, item);
}

void
qm_own_csv_merge_rest (QmOwnCsv *self)
{
  const QmSheetLayout *layout = &self->sheet->layout;

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++) {
    g_autofree char *text = g_strdelimit (g_strdup (qm_own_csv_get (self, "rest")), "'", '"');
    cJSON *rest = cJSON_Parse (text);
    const cJSON *section, *entry;

    cJSON_ArrayForEach (section, rest)
      cJSON_ArrayForEach (entry, section)
        if (section->string != NULL)
          merge_entry (self, section->string, entry);
    cJSON_Delete (rest);
  }
}
