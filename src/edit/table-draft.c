#include "edit/table-draft.h"

#include "base/language.h"
#include "dataset/writer.h"
#include "edit/edit-private.h"
#include "edit/import.h"
#include "edit/own-csv.h"
#include "edit/people.h"
#include "edit/typed.h"

#include <string.h>

QmTableDraft *
qm_table_draft_new (const char *name, const char *path, GBytes *bytes)
{
  QmTableDraft *draft = g_new0 (QmTableDraft, 1);

  draft->name = g_strdup (name);
  draft->path = g_strdup (path);
  draft->bytes = g_bytes_ref (bytes);
  draft->typed = qm_typed_new ();
  return draft;
}

void
qm_table_draft_free (QmTableDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->name);
  g_free (draft->path);
  g_bytes_unref (draft->bytes);
  qm_choices_clear (&draft->choices);
  g_free (draft->form);
  g_hash_table_unref (draft->typed);
  g_free (draft);
}

const char *
qm_table_draft_get_typed (const QmTableDraft *draft, const char *key)
{
  return qm_typed_get (draft->typed, key);
}

void
qm_table_draft_set_typed (QmTableDraft *draft, const char *key, const char *words)
{
  qm_typed_set (draft->typed, key, words);
}

/* --- JSON --- */

/* The bytes are no text as long as nobody knows their encoding. */
char *
qm_table_draft_to_json (const QmTableDraft *draft)
{
  cJSON *json = cJSON_CreateObject (), *choices;
  gsize length;
  const guchar *bytes = g_bytes_get_data (draft->bytes, &length);
  g_autofree char *encoded = g_base64_encode (bytes, length);

  qm_writer_add_text (json, "name", draft->name);
  qm_writer_add_text (json, "path", draft->path);
  qm_writer_add_text (json, "form", draft->form);
  qm_writer_add_text (json, "bytes", encoded);
  choices = cJSON_AddObjectToObject (json, "choices");
  for (int i = 0; i < QM_N_CHOICES; i++)
    qm_writer_add_text (choices, qm_choices_name ((QmChooses) i), draft->choices.words[i]);
  qm_typed_write (draft->typed, json);
  return qm_writer_print (json);
}

QmTableDraft *
qm_table_draft_from_json (const char *text)
{
  cJSON *json = cJSON_Parse (text);
  const char *name = qm_edit_entry_string (json, "name"),
             *encoded = qm_edit_entry_string (json, "bytes");
  QmTableDraft *draft = NULL;
  const cJSON *choices = cJSON_GetObjectItemCaseSensitive (json, "choices");

  if (name != NULL && encoded != NULL) {
    gsize length;
    guchar *decoded = g_base64_decode (encoded, &length);
    g_autoptr (GBytes) bytes = g_bytes_new_take (decoded, length);

    draft = qm_table_draft_new (name, qm_edit_entry_string (json, "path"), bytes);
    draft->form = g_strdup (qm_edit_entry_string (json, "form"));
    for (int i = 0; i < QM_N_CHOICES; i++)
      qm_choices_set (&draft->choices, (QmChooses) i,
                      qm_edit_entry_string (choices, qm_choices_name ((QmChooses) i)));
    qm_typed_read (draft->typed, json);
  }
  cJSON_Delete (json);
  return draft;
}

/* --- In a dataset --- */

char *
qm_table_draft_find_name (const char *text, const char *name)
{
  char *found = g_strdup (name);
  g_auto (QmChoices) choices = { 0 };

  for (int number = 2; text != NULL && qm_import_find_choices (text, found, &choices, NULL);
       number++) {
    g_free (found);
    found = g_strdup_printf ("%s %d", name, number);
  }
  return found;
}

gboolean
qm_table_draft_remember (QmTableDraft *draft, const char *text)
{
  static const char *const keys[] = { "title",          "container", "kind", "issued",  "url",
                                      "read_as",        "publisher", "doi",  "edition", "pages",
                                      "original_title", "language",  "isbn", "archive", "accessed",
                                      "volume",         "issue" };
  g_autofree char *authors = NULL;
  g_auto (QmChoices) choices = { 0 };
  g_autofree char *source = NULL;
  g_autoptr (QmEdit) edit = NULL;
  const cJSON *entry;

  if (text == NULL || !qm_import_find_choices (text, draft->name, &choices, &source))
    return FALSE;
  qm_choices_copy (&draft->choices, &choices);
  edit = qm_edit_begin (text);
  entry = qm_edit_find (edit, "sources", source, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    qm_table_draft_set_typed (draft, keys[i],
                              qm_edit_entry_words (entry, keys[i], qm_language_current ()));
  authors = qm_people_write (cJSON_GetObjectItemCaseSensitive (entry, "author"));
  qm_table_draft_set_typed (draft, "author", authors);
  return TRUE;
}

/* Without what says the file's kind. */
static char *
name_of (const QmTableDraft *draft)
{
  const char *dot = strrchr (draft->name, '.');

  return dot != NULL && dot > draft->name ? g_strndup (draft->name, (gsize) (dot - draft->name))
                                          : g_strdup (draft->name);
}

/* What a new dataset is called by its first table: as that is, or what all its figures are of, or
 * else its file. */
static char *
make_title (const QmTableDraft *draft, const QmSheet *sheet)
{
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
  const char *measure =
      figures->len > 0 ? ((const QmSheetFigure *) figures->pdata[0])->measure : NULL;

  if (sheet->title != NULL && !qm_own_csv_recognizes (sheet))
    return g_strdup (sheet->title);
  for (guint i = 0; i < figures->len && measure != NULL; i++)
    if (!g_str_equal (((const QmSheetFigure *) figures->pdata[i])->measure, measure))
      measure = NULL;
  return measure != NULL && !qm_own_csv_recognizes (sheet) ? g_strdup (measure) : name_of (draft);
}

char *
qm_table_draft_import (const QmTableDraft *draft, const QmSheet *sheet, const char *text,
                       const QmSourceFields *source, const QmForms *forms, char **chart,
                       GError **error)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);

  if (!qm_edit_has_claims (edit)) {
    g_autofree char *title = make_title (draft, sheet);

    qm_edit_set_title (edit, title);
  }
  /* It says itself where each figure is from. */
  if (qm_own_csv_recognizes (sheet)) {
    g_autofree char *begun = qm_edit_end (g_steal_pointer (&edit));

    return qm_own_csv_import (sheet, begun, forms, chart);
  }
  if (!qm_import_put (edit, draft->name, sheet, &draft->choices, source, forms, error))
    return NULL;
  *chart = qm_import_find_chart (edit, draft->name);
  if (draft->form != NULL && *chart != NULL)
    qm_edit_set_form (edit, *chart, draft->form);
  qm_edit_mend_views (edit, forms);
  return qm_edit_end (g_steal_pointer (&edit));
}
