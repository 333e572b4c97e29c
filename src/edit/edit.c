#include "edit/edit-private.h"

#include "base/fold.h"
#include "base/language.h"
#include "dataset/writer.h"
#include "edit/splice.h"

#include <string.h>

/* Characters of an id that is made of words; some are left for a number behind it. */
#define ID_LENGTH 60

/* --- The text --- */

static void
take_text (QmEdit *edit, char *text)
{
  g_free (edit->text);
  cJSON_Delete (edit->tree);
  edit->text = text;
  edit->tree = cJSON_Parse (text);
  g_assert (cJSON_IsObject (edit->tree));
}

char *
qm_edit_new_file (const char *title)
{
  cJSON *file = cJSON_CreateObject ();
  char *text;

  cJSON_AddNumberToObject (file, "quymo", 1);
  cJSON_AddStringToObject (file, "title", title);
  text = qm_dataset_write (file);
  cJSON_Delete (file);
  return text;
}

QmEdit *
qm_edit_begin (const char *text)
{
  QmEdit *edit = g_new0 (QmEdit, 1);

  edit->strings = g_string_chunk_new (256);
  take_text (edit, g_strdup (text));
  return edit;
}

char *
qm_edit_end (QmEdit *edit)
{
  char *text = g_steal_pointer (&edit->text);

  qm_edit_free (edit);
  return text;
}

void
qm_edit_free (QmEdit *edit)
{
  if (edit == NULL)
    return;

  g_free (edit->text);
  cJSON_Delete (edit->tree);
  g_string_chunk_free (edit->strings);
  g_free (edit);
}

QmDataset *
qm_edit_read (const QmEdit *edit, const char *name, const QmForms *forms, GPtrArray *problems)
{
  return qm_dataset_read (name, edit->text, strlen (edit->text), forms, problems);
}

void
qm_edit_set_title (QmEdit *edit, const char *title)
{
  cJSON *file = cJSON_Duplicate (edit->tree, TRUE);

  qm_edit_entry_set_words (NULL, file, "title", title);
  take_text (edit, qm_splice_set (edit->text, edit->tree, "title",
                                  cJSON_GetObjectItemCaseSensitive (file, "title")));
  cJSON_Delete (file);
}

/* --- Entries --- */

cJSON *
qm_edit_entry_find (const cJSON *entries, const char *id, int *index)
{
  cJSON *entry;
  int i = 0;

  cJSON_ArrayForEach (entry, entries) {
    if (id != NULL && g_strcmp0 (qm_edit_entry_string (entry, "id"), id) == 0) {
      if (index != NULL)
        *index = i;
      return entry;
    }
    i++;
  }
  return NULL;
}

const cJSON *
qm_edit_find (const QmEdit *edit, const char *section, const char *id, int *index)
{
  return qm_edit_entry_find (cJSON_GetObjectItemCaseSensitive (edit->tree, section), id, index);
}

void
qm_edit_put (QmEdit *edit, const char *section, int index, cJSON *entry)
{
  if (index < 0) {
    cJSON *entries = cJSON_CreateArray ();

    cJSON_AddItemToArray (entries, entry);
    qm_edit_append (edit, section, entries);
    return;
  }
  take_text (edit, qm_splice_replace (edit->text, edit->tree, section, index, entry));
  cJSON_Delete (entry);
}

void
qm_edit_append (QmEdit *edit, const char *section, cJSON *entries)
{
  if (entries->child != NULL)
    take_text (edit, qm_splice_append (edit->text, edit->tree, section, entries));
  cJSON_Delete (entries);
}

void
qm_edit_put_section (QmEdit *edit, const char *section, cJSON *entries)
{
  take_text (edit, qm_splice_set (edit->text, edit->tree, section, entries));
  cJSON_Delete (entries);
}

void
qm_edit_remove (QmEdit *edit, const char *section, int index)
{
  take_text (edit, qm_splice_remove (edit->text, edit->tree, section, index));
}

void
qm_edit_swap (QmEdit *edit, const char *section, int index, int other)
{
  take_text (edit, qm_splice_swap (edit->text, edit->tree, section, index, other));
}

static gboolean
is_taken (const QmEdit *edit, const char *section, const char *id)
{
  /* Claims and events share their ids. */
  return qm_edit_find (edit, section, id, NULL) != NULL ||
         (g_str_equal (section, "claims") && qm_edit_find (edit, "events", id, NULL) != NULL);
}

char *
qm_edit_make_slug (const char *words)
{
  g_autofree char *folded = qm_fold (words, QM_FOLD_MARKS, NULL);
  GString *slug = g_string_new (NULL);

  for (const char *c = folded; *c != '\0' && slug->len < ID_LENGTH; c++) {
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

const char *
qm_edit_make_id (QmEdit *edit, const char *section, const char *words)
{
  g_autofree char *slug = qm_edit_make_slug (words);
  /* Words in another script leave nothing. */
  g_autofree char *stem = g_strdup (slug[0] != '\0' ? slug : section);
  g_autofree char *id = g_strdup (stem);

  for (int number = 2; is_taken (edit, section, id); number++) {
    g_free (id);
    id = g_strdup_printf ("%s-%d", stem, number);
  }
  return g_string_chunk_insert (edit->strings, id);
}

const QmRecord *
qm_edit_kinds (const char *section)
{
  return section != NULL ? qm_field_find (qm_dataset_record.fields, section)->records
                         : &qm_dataset_record;
}

void
qm_edit_object_set (const QmRecord *kinds, cJSON *object, const char *key, cJSON *value)
{
  if (value == NULL)
    cJSON_DeleteItemFromObjectCaseSensitive (object, key);
  else
    qm_writer_set (kinds, object, key, value);
}

static cJSON *
create_string (const char *string)
{
  return string != NULL && string[0] != '\0' ? cJSON_CreateString (string) : NULL;
}

void
qm_edit_object_set_words (const QmRecord *kinds, cJSON *object, const char *key, const char *words)
{
  cJSON *before = cJSON_GetObjectItemCaseSensitive (object, key), *after;
  const char *language = qm_language_current ();

  if (words == NULL || words[0] == '\0' || !cJSON_IsObject (before)) {
    qm_edit_object_set (kinds, object, key, create_string (words));
    return;
  }
  /* A subtitle or note may say of whom it speaks; then its words lie deeper. */
  if (cJSON_GetObjectItemCaseSensitive (before, "text") != NULL) {
    qm_edit_object_set_words (kinds, before, "text", words);
    return;
  }
  if (g_strcmp0 (qm_edit_entry_words (object, key, language), words) == 0)
    return;
  after = cJSON_CreateString (words);
  if (cJSON_GetObjectItemCaseSensitive (before, language) != NULL)
    cJSON_ReplaceItemInObjectCaseSensitive (before, language, after);
  else
    cJSON_AddItemToObject (before, language, after);
}

void
qm_edit_entry_set (const char *section, cJSON *entry, const char *key, cJSON *value)
{
  qm_edit_object_set (qm_edit_kinds (section), entry, key, value);
}

void
qm_edit_entry_set_string (const char *section, cJSON *entry, const char *key, const char *string)
{
  qm_edit_entry_set (section, entry, key, create_string (string));
}

void
qm_edit_entry_set_words (const char *section, cJSON *entry, const char *key, const char *words)
{
  qm_edit_object_set_words (qm_edit_kinds (section), entry, key, words);
}

const char *
qm_edit_entry_words (const cJSON *entry, const char *key, const char *language)
{
  const cJSON *text = cJSON_GetObjectItemCaseSensitive (entry, key);
  const char *words;

  if (cJSON_IsString (text))
    return text->valuestring;
  if (!cJSON_IsObject (text))
    return NULL;
  if (cJSON_GetObjectItemCaseSensitive (text, "text") != NULL)
    return qm_edit_entry_words (text, "text", language);
  words = qm_edit_entry_string (text, language);
  if (words == NULL)
    words = qm_edit_entry_string (text, "en");
  return words != NULL || text->child == NULL ? words : text->child->valuestring;
}

const char *
qm_edit_entry_string (const cJSON *entry, const char *key)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (entry, key));
}
