#include "edit/typed.h"

GHashTable *
qm_typed_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

const char *
qm_typed_get (GHashTable *typed, const char *key)
{
  const char *words = g_hash_table_lookup (typed, key);

  return words != NULL ? words : "";
}

void
qm_typed_set (GHashTable *typed, const char *key, const char *words)
{
  g_hash_table_replace (typed, g_strdup (key), g_strdup (words != NULL ? words : ""));
}

void
qm_typed_write (GHashTable *typed, cJSON *json)
{
  cJSON *object = cJSON_AddObjectToObject (json, "typed");
  GHashTableIter iter;
  gpointer key, words;

  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &key, &words))
    cJSON_AddStringToObject (object, key, words);
}

void
qm_typed_read (GHashTable *typed, const cJSON *json)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, cJSON_GetObjectItemCaseSensitive (json, "typed"))
    if (cJSON_IsString (member))
      qm_typed_set (typed, member->string, member->valuestring);
}
