#include "edit/edit-private.h"

#include "base/fold.h"

static gboolean
is_same_name (const char *words, const char *folded)
{
  g_autofree char *other = qm_fold (words, QM_FOLD_CASE, NULL);

  return g_str_equal (other, folded);
}

static gboolean
is_called (const cJSON *text, const char *folded)
{
  const cJSON *variant;

  if (cJSON_IsString (text))
    return is_same_name (text->valuestring, folded);
  cJSON_ArrayForEach (variant, text)
    if (cJSON_IsString (variant) && is_same_name (variant->valuestring, folded))
      return TRUE;
  return FALSE;
}

static const char *
find_by_name (const QmEdit *edit, const char *section, const char *name, const char *unit)
{
  g_autofree char *folded = qm_fold (name, QM_FOLD_CASE, NULL);
  const cJSON *entry;

  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, section)) {
    if (unit != NULL && g_strcmp0 (qm_edit_entry_string (entry, "unit"), unit) != 0)
      continue;
    if (is_called (cJSON_GetObjectItemCaseSensitive (entry, "name"), folded) ||
        is_called (cJSON_GetObjectItemCaseSensitive (entry, "short"), folded))
      return qm_edit_entry_string (entry, "id");
  }
  return NULL;
}

static const char *
find_or_add (QmEdit *edit, const char *section, const char *words, const char *unit)
{
  const char *id;
  cJSON *entry;

  if (words == NULL || words[0] == '\0')
    return NULL;
  id = find_by_name (edit, section, words, unit);
  if (id != NULL)
    return g_string_chunk_insert (edit->strings, id);

  id = qm_edit_make_id (edit, section, words);
  entry = cJSON_CreateObject ();
  cJSON_AddStringToObject (entry, "id", id);
  cJSON_AddStringToObject (entry, "name", words);
  if (unit != NULL)
    cJSON_AddStringToObject (entry, "unit", unit);
  qm_edit_put (edit, section, -1, entry);
  return id;
}

const char *
qm_edit_name_entity (QmEdit *edit, const char *words)
{
  return find_or_add (edit, "entities", words, NULL);
}

const char *
qm_edit_name_measure (QmEdit *edit, const char *words, const char *unit)
{
  return find_or_add (edit, "measures", words, unit);
}
