#include "edit/references-private.h"

#include "base/address.h"
#include "base/words.h"
#include "dataset/elements.h"
#include "dataset/reader.h"
#include "dataset/writer.h"
#include "edit/edit-private.h"

#include <string.h>

static void
free_fault (gpointer data)
{
  g_free (((QmReferenceFault *) data)->sentence);
  g_free (data);
}

void
qm_references_free (QmReferences *references)
{
  g_ptr_array_unref (references->sources);
  g_ptr_array_unref (references->faults);
  g_free (references);
}

void
qm_references_add_fault (QmReferences *references, int line, const char *format, ...)
{
  QmReferenceFault *fault = g_new (QmReferenceFault, 1);
  va_list arguments;

  va_start (arguments, format);
  *fault = (QmReferenceFault) { line, g_strdup_vprintf (format, arguments) };
  va_end (arguments);
  g_ptr_array_add (references->faults, fault);
}

/* --- One of them --- */

void
qm_references_begin (QmReferenceDraft *draft, QmReferences *references, int line)
{
  *draft = (QmReferenceDraft) { references,
                                line,
                                NULL,
                                NULL,
                                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                                g_ptr_array_new_with_free_func ((GDestroyNotify) cJSON_Delete) };
}

void
qm_references_drop (QmReferenceDraft *draft)
{
  g_clear_pointer (&draft->type, g_free);
  g_clear_pointer (&draft->key, g_free);
  g_clear_pointer (&draft->fields, g_hash_table_unref);
  g_clear_pointer (&draft->authors, g_ptr_array_unref);
}

const char *
qm_references_field (const QmReferenceDraft *draft, const char *name)
{
  return g_hash_table_lookup (draft->fields, name);
}

/* (takes typed) */
static char *
take_address (char *typed)
{
  char *address = qm_address_from_typed (typed);

  g_free (typed);
  return address;
}

void
qm_references_set (QmReferenceDraft *draft, const char *name, char *text)
{
  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_strstrip (text);
  if (text[0] == '\0' || g_hash_table_contains (draft->fields, name))
    g_free (text);
  else if (g_str_equal (name, "url") || g_str_equal (name, "archive"))
    g_hash_table_insert (draft->fields, g_strdup (name), take_address (text));
  else
    g_hash_table_insert (draft->fields, g_strdup (name), text);
}

/* Where the family's name begins in "Jane van Doe": at the first word in small letters, or else at
 * the last. */
static const char *
find_family (const char *name)
{
  const char *space = strrchr (name, ' ');

  for (const char *at = strchr (name, ' '); at != NULL; at = strchr (at + 1, ' '))
    if (g_unichar_islower (g_utf8_get_char (at + 1)) && at < space)
      return at + 1;
  return space != NULL ? space + 1 : name;
}

void
qm_references_add_author (QmReferenceDraft *draft, const char *name, gboolean is_organisation)
{
  g_auto (GStrv) parts = g_strsplit (name, ",", 3);
  guint n = g_strv_length (parts);
  cJSON *person;

  for (guint i = 0; i < n; i++)
    g_strstrip (parts[i]);
  if (n == 0 || parts[0][0] == '\0')
    return;
  if (is_organisation || (n == 1 && strchr (parts[0], ' ') == NULL)) {
    g_ptr_array_add (draft->authors, cJSON_CreateString (name));
    return;
  }
  person = cJSON_CreateObject ();
  if (n == 1) {
    const char *family = find_family (parts[0]);
    g_autofree char *given = g_strndup (parts[0], (gsize) (family - parts[0]));

    cJSON_AddStringToObject (person, "family", family);
    cJSON_AddStringToObject (person, "given", g_strchomp (given));
  } else {
    /* "Doe, Jr, Jane" */
    g_autofree char *family = n == 3 ? g_strdup_printf ("%s %s", parts[0], parts[1]) : NULL;

    cJSON_AddStringToObject (person, "family", family != NULL ? family : parts[0]);
    if (parts[n - 1][0] != '\0')
      cJSON_AddStringToObject (person, "given", parts[n - 1]);
  }
  g_ptr_array_add (draft->authors, person);
}

/* Whatever was there. (takes text) */
static void
replace (QmReferenceDraft *draft, const char *name, char *text)
{
  g_hash_table_replace (draft->fields, g_strdup (name), text);
}

/* "10.1000/182" of "https://doi.org/10.1000/182" */
static void
bare_doi (QmReferenceDraft *draft)
{
  const char *doi = qm_references_field (draft, "doi");
  const char *begin = doi != NULL ? strstr (doi, "10.") : NULL;

  if (begin != NULL)
    replace (draft, "doi", g_strdup (begin));
}

static void
add_authors (cJSON *source, const GPtrArray *authors)
{
  cJSON *array = authors->len > 0 ? cJSON_AddArrayToObject (source, "author") : NULL;

  for (guint i = 0; i < authors->len; i++)
    cJSON_AddItemToArray (array, cJSON_Duplicate (authors->pdata[i], TRUE));
}

/* What has no title was described in brackets. */
static void
settle_title (QmReferenceDraft *draft)
{
  const char *title = qm_references_field (draft, "title");
  gsize length = title != NULL ? strlen (title) : 0;

  if (length <= 2 || title[0] != '[' || title[length - 1] != ']')
    return;
  replace (draft, "describes", g_strndup (title + 1, length - 2));
  g_hash_table_remove (draft->fields, "title");
}

void
qm_references_end (QmReferenceDraft *draft, const char *kind)
{
  cJSON *source = cJSON_CreateObject ();
  const char *title = qm_references_field (draft, "title");
  g_autofree char *id = qm_edit_make_slug (draft->key != NULL ? draft->key
                                           : title != NULL    ? title
                                                              : "source");

  replace (draft, "id", g_strdup (id[0] != '\0' ? id : "source"));
  replace (draft, "kind", g_strdup (kind));
  bare_doi (draft);
  settle_title (draft);
  for (const QmField *field = qm_source_record.fields; field->key != NULL; field++)
    if (g_str_equal (field->key, "author"))
      add_authors (source, draft->authors);
    else
      qm_writer_add_text (source, field->key, qm_references_field (draft, field->key));
  cJSON_AddNumberToObject (source, "line", draft->line);
  g_ptr_array_add (draft->references->sources, source);
  qm_references_drop (draft);
}

/* --- The reader of datasets judges --- */

static char *
make_dataset (const cJSON *source)
{
  g_autofree char *printed = NULL;
  char *json = cJSON_PrintUnformatted (source);

  printed = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[%s],"
      "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"number\"}],"
      "\"claims\":[{\"id\":\"c\",\"measure\":\"m\",\"value\":1,\"statement\":\"S\","
      "\"cites\":[{\"source\":\"s\"}]}],"
      "\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"timeline\",\"claims\":[\"c\"]}]}]}",
      json);
  cJSON_free (json);
  return g_steal_pointer (&printed);
}

/* "doi" of "/sources/0/doi/…"; NULL for the source as a whole. */
static char *
field_of (const QmProblem *problem)
{
  g_auto (GStrv) parts = g_strsplit (problem->pointer, "/", 5);

  return g_strv_length (parts) > 3 ? g_strdup (parts[3]) : NULL;
}

/* FALSE if nothing can be made of the source. Of what is refused each field goes, by itself. */
static gboolean
settle (QmReferences *references, cJSON *source, int line, const QmForms *forms)
{
  cJSON *copy = cJSON_Duplicate (source, TRUE);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *text = NULL;
  gboolean is_right = TRUE, is_changed = FALSE;

  cJSON_ReplaceItemInObjectCaseSensitive (copy, "id", cJSON_CreateString ("s"));
  text = make_dataset (copy);
  cJSON_Delete (copy);
  dataset = qm_dataset_read ("", text, strlen (text), forms, problems);
  for (guint i = 0; i < problems->len && is_right; i++) {
    g_autofree char *field = field_of (problems->pdata[i]);
    g_autofree char *words = qm_problem_describe (problems->pdata[i]);

    /* Translators: the id of a source, what of it, and what is wrong there */
    qm_references_add_fault (references, line, _ ("%s: %s: %s"),
                             cJSON_GetObjectItemCaseSensitive (source, "id")->valuestring,
                             field != NULL ? field : "–", words);
    is_right = field != NULL && !g_str_equal (field, "kind");
    if (is_right && cJSON_HasObjectItem (source, field)) {
      cJSON_DeleteItemFromObjectCaseSensitive (source, field);
      is_changed = TRUE;
    }
  }
  if (!is_right || (dataset == NULL && !is_changed))
    return FALSE;
  return dataset != NULL || settle (references, source, line, forms);
}

static void
settle_all (QmReferences *references, const QmForms *forms)
{
  for (guint i = 0; i < references->sources->len;) {
    cJSON *source = references->sources->pdata[i];
    int line = cJSON_GetObjectItemCaseSensitive (source, "line")->valueint;

    cJSON_DeleteItemFromObjectCaseSensitive (source, "line");
    if (settle (references, source, line, forms))
      i++;
    else
      g_ptr_array_remove_index (references->sources, i);
  }
}

/* --- All of them --- */

/* Comments may stand before the first entry of BibTeX. */
static gboolean
read_any (QmReferences *references, const char *text, gsize length)
{
  const char *begin = text;

  while (g_ascii_isspace (*begin))
    begin++;
  if (*begin == '[' || *begin == '{')
    qm_references_read_csl (references, text, length);
  else if (g_str_has_prefix (begin, "TY  -"))
    qm_references_read_ris (references, begin);
  else if (strchr (begin, '@') != NULL)
    qm_references_read_bibtex (references, text);
  else
    return FALSE;
  return TRUE;
}

QmReferences *
qm_references_read (const char *text, gsize length, const QmForms *forms, GError **error)
{
  g_autoptr (QmReferences) references = g_new (QmReferences, 1);
  gsize mark = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  g_autofree char *owned = g_strndup (text + mark, length - mark);

  references->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) cJSON_Delete);
  references->faults = g_ptr_array_new_with_free_func (free_fault);
  if (length > QM_REFERENCES_MAX_LENGTH || strlen (owned) != length - mark ||
      !g_utf8_validate (owned, -1, NULL)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("it is no text in UTF-8, or too long"));
    return NULL;
  }
  if (!read_any (references, owned, length - mark)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("it is neither BibTeX nor RIS nor CSL-JSON"));
    return NULL;
  }
  settle_all (references, forms);
  return g_steal_pointer (&references);
}

/* --- Into a dataset --- */

static gboolean
is_alike (const cJSON *a, const cJSON *b, const char *key)
{
  const cJSON *first = cJSON_GetObjectItemCaseSensitive (a, key);

  return first != NULL && cJSON_Compare (first, cJSON_GetObjectItemCaseSensitive (b, key), TRUE);
}

static gboolean
is_there (const QmEdit *edit, const cJSON *source)
{
  const cJSON *other;

  cJSON_ArrayForEach (other, cJSON_GetObjectItemCaseSensitive (edit->tree, "sources"))
    if (is_alike (source, other, "doi") || is_alike (source, other, "url") ||
        (is_alike (source, other, "title") &&
         (is_alike (source, other, "issued") ||
          (!cJSON_HasObjectItem (source, "issued") && !cJSON_HasObjectItem (other, "issued")))))
      return TRUE;
  return FALSE;
}

GPtrArray *
qm_references_add (QmEdit *edit, const QmReferences *references)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < references->sources->len; i++) {
    cJSON *source = cJSON_Duplicate (references->sources->pdata[i], TRUE);
    const char *id = NULL;

    if (is_there (edit, source)) {
      cJSON_Delete (source);
    } else {
      id = qm_edit_make_id (edit, "sources",
                            cJSON_GetObjectItemCaseSensitive (source, "id")->valuestring);
      cJSON_ReplaceItemInObjectCaseSensitive (source, "id", cJSON_CreateString (id));
      qm_edit_put (edit, "sources", -1, source);
    }
    g_ptr_array_add (ids, (gpointer) id);
  }
  return ids;
}
