#include "edit/import-names.h"

#include "base/fold.h"

static char *
make_key (const char *words, const char *unit)
{
  g_autofree char *folded = qm_fold (words, QM_FOLD_CASE, NULL);

  return g_strdup_printf ("%s\n%s", folded, unit != NULL ? unit : "");
}

static void
know_name (QmImportNames *names, const cJSON *text, const cJSON *entry)
{
  const cJSON *variant;

  if (cJSON_IsString (text))
    g_hash_table_insert (names->names,
                         make_key (text->valuestring, qm_edit_entry_string (entry, "unit")),
                         g_strdup (qm_edit_entry_string (entry, "id")));
  else
    cJSON_ArrayForEach (variant, text)
      know_name (names, variant, entry);
}

void
qm_import_names_init (QmImportNames *names, const QmEdit *edit, const char *section)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (edit->tree, section), *entry;

  names->section = section;
  names->entries = before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray ();
  names->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->is_changed = FALSE;
  cJSON_ArrayForEach (entry, names->entries) {
    g_hash_table_add (names->ids, g_strdup (qm_edit_entry_string (entry, "id")));
    know_name (names, cJSON_GetObjectItemCaseSensitive (entry, "name"), entry);
    know_name (names, cJSON_GetObjectItemCaseSensitive (entry, "short"), entry);
  }
}

void
qm_import_names_end (QmImportNames *names, QmEdit *edit)
{
  if (names->is_changed)
    qm_edit_put_section (edit, names->section, names->entries);
  else
    cJSON_Delete (names->entries);
  g_hash_table_unref (names->ids);
  g_hash_table_unref (names->names);
}

char *
qm_import_names_make_id (GHashTable *ids, const char *words, const char *otherwise, gsize length)
{
  g_autofree char *slug = qm_edit_make_slug (words);
  g_autofree char *stem = g_strndup (slug[0] != '\0' ? slug : otherwise, length);
  char *id = g_strdup (stem);

  for (int number = 2; !g_hash_table_add (ids, g_strdup (id)); number++) {
    g_free (id);
    id = g_strdup_printf ("%s-%d", stem, number);
  }
  return id;
}

const char *
qm_import_names_find (QmImportNames *names, const char *words, const char *unit)
{
  g_autofree char *key = words != NULL ? make_key (words, unit) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (names->names, key) : NULL;
  cJSON *entry;
  char *id;

  if (key == NULL || known != NULL)
    return known;
  id = qm_import_names_make_id (names->ids, words, names->section, 60);
  entry = cJSON_CreateObject ();
  cJSON_AddStringToObject (entry, "id", id);
  cJSON_AddStringToObject (entry, "name", words);
  if (unit != NULL)
    cJSON_AddStringToObject (entry, "unit", unit);
  cJSON_AddItemToArray (names->entries, entry);
  g_hash_table_insert (names->names, g_steal_pointer (&key), id);
  names->is_changed = TRUE;
  return id;
}
