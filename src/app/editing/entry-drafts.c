#include "app/editing/entry-drafts.h"

#include "dataset/writer.h"
#include "edit/typed.h"

#include <string.h>

#define KEY "quymo-entry-drafts"

static void
draft_free (gpointer data)
{
  QmEntryDraft *draft = data;

  g_free (draft->section);
  g_free (draft->id);
  g_free (draft->name);
  g_free (draft->problem);
  g_hash_table_unref (draft->typed);
  g_free (draft);
}

/* section/id → QmEntryDraft */
static GHashTable *
get_drafts (GtkWindow *window)
{
  GHashTable *drafts = g_object_get_data (G_OBJECT (window), KEY);

  if (drafts == NULL) {
    drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
    g_object_set_data_full (G_OBJECT (window), KEY, drafts, (GDestroyNotify) g_hash_table_unref);
  }
  return drafts;
}

static void
tell (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.drafts-changed", NULL);
}

/* Takes draft. */
static void
add (GtkWindow *window, QmEntryDraft *draft)
{
  g_hash_table_insert (get_drafts (window), g_strdup_printf ("%s/%s", draft->section, draft->id),
                       draft);
}

/* What a person knows the entry by: its id where it has no name. */
static char *
find_name (const GPtrArray *rows, const char *id)
{
  static const char *const paths[] = { "title", "name", "statement", NULL };

  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *words = qm_entry_row_get_value (rows->pdata[i]);

    if (g_strv_contains (paths, qm_entry_row_get_field (rows->pdata[i])->path) && words[0] != '\0')
      return g_steal_pointer (&words);
  }
  return g_strdup (id);
}

void
qm_entry_drafts_keep (GtkWindow *window, const char *section, const char *id, const GPtrArray *rows,
                      const char *problem)
{
  QmEntryDraft *draft = g_new0 (QmEntryDraft, 1);

  draft->section = g_strdup (section);
  draft->id = g_strdup (id);
  draft->name = find_name (rows, id);
  draft->problem = g_strdup (problem);
  draft->typed = qm_typed_new ();
  for (guint i = 0; i < rows->len; i++)
    if (qm_entry_row_is_changed (rows->pdata[i]))
      g_hash_table_insert (draft->typed, g_strdup (qm_entry_row_get_field (rows->pdata[i])->path),
                           qm_entry_row_get_value (rows->pdata[i]));
  add (window, draft);
  tell (window);
}

void
qm_entry_drafts_forget (GtkWindow *window, const char *section, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", section, id);

  if (g_hash_table_remove (get_drafts (window), key))
    tell (window);
}

gboolean
qm_entry_drafts_restore (GtkWindow *window, const char *section, const char *id,
                         const GPtrArray *rows)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", section, id);
  const QmEntryDraft *draft = g_hash_table_lookup (get_drafts (window), key);

  for (guint i = 0; draft != NULL && i < rows->len; i++) {
    const char *path = qm_entry_row_get_field (rows->pdata[i])->path;
    const char *typed = g_hash_table_lookup (draft->typed, path);

    if (typed != NULL)
      qm_entry_row_set_value (rows->pdata[i], typed);
  }
  return draft != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const QmEntryDraft *const *left = a, *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

GPtrArray *
qm_entry_drafts_list (GtkWindow *window)
{
  GPtrArray *drafts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, get_drafts (window));
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    g_ptr_array_add (drafts, draft);
  g_ptr_array_sort (drafts, compare_names);
  return drafts;
}

/* --- As JSON --- */

/* Its texts, by their keys there. */
static const struct {
  const char *name;
  gsize offset;
} texts[] = {
  { "section", G_STRUCT_OFFSET (QmEntryDraft, section) },
  { "id", G_STRUCT_OFFSET (QmEntryDraft, id) },
  { "name", G_STRUCT_OFFSET (QmEntryDraft, name) },
  { "problem", G_STRUCT_OFFSET (QmEntryDraft, problem) },
};

static char **
text_of (QmEntryDraft *draft, gsize i)
{
  return G_STRUCT_MEMBER_P (draft, texts[i].offset);
}

char *
qm_entry_drafts_to_json (GtkWindow *window)
{
  g_autoptr (GPtrArray) drafts = qm_entry_drafts_list (window);
  cJSON *json;

  if (drafts->len == 0)
    return NULL;
  json = cJSON_CreateArray ();
  for (guint i = 0; i < drafts->len; i++) {
    cJSON *object = cJSON_CreateObject ();

    for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
      cJSON_AddStringToObject (object, texts[k].name, *text_of (drafts->pdata[i], k));
    qm_typed_write (((QmEntryDraft *) drafts->pdata[i])->typed, object);
    cJSON_AddItemToArray (json, object);
  }
  return qm_writer_print (json);
}

static QmEntryDraft *
read_draft (const cJSON *object)
{
  QmEntryDraft *draft = g_new0 (QmEntryDraft, 1);
  gboolean is_whole = TRUE;

  draft->typed = qm_typed_new ();
  qm_typed_read (draft->typed, object);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    *text_of (draft, i) =
        g_strdup (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (object, texts[i].name)));
    is_whole &= *text_of (draft, i) != NULL;
  }
  if (!is_whole)
    g_clear_pointer (&draft, draft_free);
  return draft;
}

void
qm_entry_drafts_from_json (GtkWindow *window, const char *json)
{
  cJSON *list = json != NULL ? cJSON_Parse (json) : NULL;
  guint n_before = g_hash_table_size (get_drafts (window));
  const cJSON *object;

  g_hash_table_remove_all (get_drafts (window));
  cJSON_ArrayForEach (object, list) {
    QmEntryDraft *draft = read_draft (object);

    if (draft != NULL)
      add (window, draft);
  }
  if (n_before + g_hash_table_size (get_drafts (window)) > 0)
    tell (window);
  cJSON_Delete (list);
}
