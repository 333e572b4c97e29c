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
  else if (made != NULL)
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
