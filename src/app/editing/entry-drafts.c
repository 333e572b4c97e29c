#include "app/editing/entry-drafts.h"

#define KEY "quymo-entry-drafts"

/* section/id → path of a field → what is typed */
static GHashTable *
get_drafts (GtkWindow *window)
{
  GHashTable *drafts = g_object_get_data (G_OBJECT (window), KEY);

  if (drafts == NULL) {
    drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify) g_hash_table_unref);
    g_object_set_data_full (G_OBJECT (window), KEY, drafts, (GDestroyNotify) g_hash_table_unref);
  }
  return drafts;
}

void
qm_entry_drafts_keep (GtkWindow *window, const char *section, const char *id, const GPtrArray *rows)
{
  GHashTable *draft = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < rows->len; i++)
    if (qm_entry_row_is_changed (rows->pdata[i]))
      g_hash_table_insert (draft, g_strdup (qm_entry_row_get_field (rows->pdata[i])->path),
                           qm_entry_row_get_value (rows->pdata[i]));
  g_hash_table_insert (get_drafts (window), g_strdup_printf ("%s/%s", section, id), draft);
}

void
qm_entry_drafts_forget (GtkWindow *window, const char *section, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", section, id);

  g_hash_table_remove (get_drafts (window), key);
}

gboolean
qm_entry_drafts_restore (GtkWindow *window, const char *section, const char *id,
                         const GPtrArray *rows)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", section, id);
  GHashTable *draft = g_hash_table_lookup (get_drafts (window), key);

  for (guint i = 0; draft != NULL && i < rows->len; i++) {
    const char *path = qm_entry_row_get_field (rows->pdata[i])->path;
    const char *typed = g_hash_table_lookup (draft, path);

    if (typed != NULL)
      qm_entry_row_set_value (rows->pdata[i], typed);
  }
  return draft != NULL;
}
