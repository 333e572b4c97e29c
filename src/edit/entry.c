#include "edit/entry.h"

#include "base/format.h"
#include "base/language.h"
#include "base/words.h"
#include "dataset/claims.h"
#include "dataset/elements.h"
#include "edit/edit-private.h"
#include "edit/people.h"
#include "edit/splice.h"
#include "extraction/findings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- What can be changed --- */

/* The keys of the tables that a form has; a test holds that each of the other keys was left out on
 * purpose. */
static const struct {
  const char *key, *label;
  QmEntryKind kind;
  const char *section;
} known[] = {
  { "title", N_ ("Title"), QM_ENTRY_WORDS, NULL },
  { "topic", N_ ("Topic"), QM_ENTRY_WORDS, NULL },
  { "name", N_ ("Name"), QM_ENTRY_WORDS, NULL },
  { "short", N_ ("Short name"), QM_ENTRY_WORDS, NULL },
  { "summary", N_ ("In one line"), QM_ENTRY_WORDS, NULL },
  { "subtitle", N_ ("Subtitle"), QM_ENTRY_PARAGRAPH, NULL },
  { "note", N_ ("Note"), QM_ENTRY_PARAGRAPH, NULL },
  { "form", N_ ("Form"), QM_ENTRY_CHOICE, NULL },
  { "author", N_ ("Authors"), QM_ENTRY_PEOPLE, NULL },
  { "original_title", N_ ("Original title"), QM_ENTRY_WORDS, NULL },
  { "container", N_ ("Paper or site"), QM_ENTRY_WORDS, NULL },
  { "publisher", N_ ("Publisher"), QM_ENTRY_WORDS, NULL },
  { "edition", N_ ("Edition"), QM_ENTRY_STRING, NULL },
  { "pages", N_ ("Pages"), QM_ENTRY_STRING, NULL },
  { "language", N_ ("Language"), QM_ENTRY_STRING, NULL },
  { "doi", N_ ("DOI"), QM_ENTRY_STRING, NULL },
  { "isbn", N_ ("ISBN"), QM_ENTRY_STRING, NULL },
  { "accessed", N_ ("Read on"), QM_ENTRY_STRING, NULL },
  { "archive", N_ ("Archived at"), QM_ENTRY_STRING, NULL },
  { "describes", N_ ("What it is"), QM_ENTRY_WORDS, NULL },
  { "kind", N_ ("Kind"), QM_ENTRY_CHOICE, NULL },
  { "issued", N_ ("Date"), QM_ENTRY_STRING, NULL },
  { "url", N_ ("Address"), QM_ENTRY_STRING, NULL },
  { "read_as", N_ ("Read as"), QM_ENTRY_WORDS, NULL },
  { "part_of", N_ ("Part of"), QM_ENTRY_REFERENCE, "entities" },
  { "color", N_ ("Colour"), QM_ENTRY_CHOICE, NULL },
  { "unit", N_ ("Unit"), QM_ENTRY_STRING, NULL },
  { "time", N_ ("Time"), QM_ENTRY_STRING, NULL },
  { "when", N_ ("Time in words"), QM_ENTRY_WORDS, NULL },
  { "statement", N_ ("Statement"), QM_ENTRY_PARAGRAPH, NULL },
  { "label", N_ ("Label"), QM_ENTRY_WORDS, NULL },
  { "caveat", N_ ("Caveat"), QM_ENTRY_PARAGRAPH, NULL },
  { "measure", N_ ("Measure"), QM_ENTRY_REFERENCE, "measures" },
  { "entity", N_ ("Of whom"), QM_ENTRY_REFERENCE, "entities" },
  { "value", N_ ("Value"), QM_ENTRY_NUMBER, NULL },
  { "low", N_ ("At least"), QM_ENTRY_NUMBER, NULL },
  { "high", N_ ("At most"), QM_ENTRY_NUMBER, NULL },
  { "precision", N_ ("Precision"), QM_ENTRY_CHOICE, NULL },
  { "standing", N_ ("Standing"), QM_ENTRY_CHOICE, NULL },
  { "digits", N_ ("Digits"), QM_ENTRY_NUMBER, NULL },
  { "superseded_by", N_ ("Superseded by"), QM_ENTRY_REFERENCE, "claims" },
  { "source", N_ ("Source"), QM_ENTRY_REFERENCE, "sources" },
  { "at", N_ ("Place"), QM_ENTRY_STRING, NULL },
  { "via", N_ ("As told by"), QM_ENTRY_WORDS, NULL },
  { "checked_by", N_ ("Checked by"), QM_ENTRY_STRING, NULL },
  { "checked_on", N_ ("Checked on"), QM_ENTRY_STRING, NULL },
};

/* Arrays whose objects have fields of the form. */
static const char *const parts[] = { "cites", "panels", NULL };

static void
free_field (gpointer field)
{
  g_free (((QmEntryField *) field)->path);
  g_free (field);
}

static int
find_known (const char *key)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].key, key))
      return i;
  return -1;
}

static gboolean
is_typed (const cJSON *value, QmEntryKind kind)
{
  switch (kind) {
  case QM_ENTRY_WORDS:
  case QM_ENTRY_PARAGRAPH:
    return TRUE;
  case QM_ENTRY_NUMBER:
    return value == NULL || cJSON_IsNumber (value) || cJSON_IsArray (value);
  case QM_ENTRY_PEOPLE:
    return value == NULL || cJSON_IsArray (value);
  case QM_ENTRY_STRING:
  case QM_ENTRY_CHOICE:
  case QM_ENTRY_REFERENCE:
    /* Some may be objects as well, which are more than can be typed. */
    return value == NULL || cJSON_IsString (value);
  }
  g_assert_not_reached ();
}

static void
add_field (GPtrArray *fields, const QmField *field, const cJSON *object, const char *path,
           guint number)
{
  int i = find_known (field->key);
  QmEntryField *found;

  /* What takes the place of a table's figure stands in the file. */
  if (i >= 0 && g_strcmp0 (known[i].section, "claims") == 0 &&
      cJSON_GetObjectItemCaseSensitive (object, "measure") == NULL)
    return;
  if (i < 0 || !is_typed (cJSON_GetObjectItemCaseSensitive (object, field->key), known[i].kind))
    return;
  found = g_new0 (QmEntryField, 1);
  found->path = g_strconcat (path, field->key, NULL);
  found->label = known[i].label;
  found->number = number;
  found->kind = known[i].kind;
  found->section = known[i].section;
  found->field = field;
  g_ptr_array_add (fields, found);
}

static void
add_fields (GPtrArray *fields, const QmRecord *kinds, const cJSON *object, const char *path,
            guint number)
{
  for (const QmField *field = qm_record_find (kinds, object)->fields; field->key != NULL; field++) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive (object, field->key), *part;
    int n = cJSON_GetArraySize (array);
    guint i = 0;

    if (!g_strv_contains (parts, field->key)) {
      add_field (fields, field, object, path, number);
      continue;
    }
    cJSON_ArrayForEach (part, array) {
      g_autofree char *deeper = g_strdup_printf ("%s%s/%u/", path, field->key, i++);

      add_fields (fields, field->records, part, deeper, n > 1 ? i : 0);
    }
  }
}

/* --- An entry, or the figure of a table --- */

static gboolean
is_cell (const char *section)
{
  return g_str_equal (section, "tables");
}

static const QmRecord *
kinds_of (const char *section)
{
  return is_cell (section) ? &qm_claim_cell_record : qm_edit_kinds (section);
}

/* To be changed; NULL where there is none. (owned by the caller) */
static cJSON *
copy_entry (const QmEdit *edit, const char *section, const char *id, int *index)
{
  const cJSON *entry;

  if (is_cell (section))
    return qm_edit_get_cell (edit, id);
  entry = qm_edit_find (edit, section, id, index);
  return entry != NULL ? cJSON_Duplicate (entry, TRUE) : NULL;
}

/* As a problem's pointer; NULL where there is none. */
static char *
point_at (const QmEdit *edit, const char *section, const char *id)
{
  int index = -1;

  if (is_cell (section))
    return qm_edit_point_at_cell (edit, id);
  return qm_edit_find (edit, section, id, &index) != NULL
             ? g_strdup_printf ("/%s/%d", section, index)
             : NULL;
}

const char *
qm_entry_section_of_claim (const QmEdit *edit, const char *id)
{
  g_autofree char *cell = NULL;

  if (qm_edit_find (edit, "claims", id, NULL) != NULL)
    return "claims";
  if (qm_edit_find (edit, "events", id, NULL) != NULL)
    return "events";
  cell = qm_edit_point_at_cell (edit, id);
  return cell != NULL ? "tables" : NULL;
}

GPtrArray *
qm_entry_fields (const QmEdit *edit, const char *section, const char *id)
{
  cJSON *entry = copy_entry (edit, section, id, NULL);
  GPtrArray *fields;

  if (entry == NULL)
    return NULL;
  fields = g_ptr_array_new_with_free_func (free_field);
  add_fields (fields, kinds_of (section), entry, "", 0);
  cJSON_Delete (entry);
  return fields;
}

/* --- What can be chosen --- */

static void
free_choice (gpointer choice)
{
  g_free (((QmEntryChoice *) choice)->value);
  g_free (((QmEntryChoice *) choice)->words);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *value, const char *words)
{
  QmEntryChoice *choice = g_new0 (QmEntryChoice, 1);

  choice->value = g_strdup (value);
  choice->words = g_strdup (words);
  g_ptr_array_add (choices, choice);
}

/* A source may have no title, and measures share a name where they differ in their unit. */
static char *
name_of (const cJSON *entry)
{
  const char *language = qm_language_current ();
  const char *const keys[] = { "name", "title", "describes" };
  const char *unit = qm_edit_entry_string (entry, "unit");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *words = qm_edit_entry_words (entry, keys[i], language);

    if (words != NULL)
      return unit != NULL ? g_strdup_printf ("%s (%s)", words, unit) : g_strdup (words);
  }
  return g_strdup (qm_edit_entry_string (entry, "id"));
}

static void
add_entries (GPtrArray *choices, const QmEdit *edit, const char *section)
{
  const cJSON *entry;

  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, section)) {
    g_autofree char *name = name_of (entry);

    add_choice (choices, qm_edit_entry_string (entry, "id"), name);
  }
}

/* Whether the claim can take the place of that one: another, of the same measure and entity. */
static gboolean
can_follow (const cJSON *claim, const cJSON *one)
{
  static const char *const shared[] = { "measure", "entity", "ratio" };

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++) {
    const cJSON *its = cJSON_GetObjectItemCaseSensitive (claim, shared[i]);
    const cJSON *other = cJSON_GetObjectItemCaseSensitive (one, shared[i]);

    if (its != other && !cJSON_Compare (its, other, TRUE))
      return FALSE;
  }
  return claim != one;
}

/* By its time, where it has one, and what it states. */
static void
add_claims (GPtrArray *choices, const QmEdit *edit, const cJSON *one)
{
  const cJSON *claim;

  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (edit->tree, "claims")) {
    const char *statement = qm_edit_entry_words (claim, "statement", qm_language_current ());
    const char *time = qm_edit_entry_string (claim, "time");
    g_autofree char *words =
        time != NULL ? g_strdup_printf ("%s: %s", time, statement) : g_strdup (statement);

    if (can_follow (claim, one))
      add_choice (choices, qm_edit_entry_string (claim, "id"), words);
  }
}

GPtrArray *
qm_entry_choices (const QmEdit *edit, const char *id, const QmEntryField *field,
                  const QmForms *forms)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  const char *const *names = qm_claims_choices (field->field->read);

  if (names == NULL)
    names = qm_elements_choices (field->field->read);
  if (!field->field->is_required)
    add_choice (choices, "", NULL);
  if (field->kind == QM_ENTRY_REFERENCE && g_str_equal (field->section, "claims"))
    add_claims (choices, edit, qm_edit_find (edit, "claims", id, NULL));
  else if (field->kind == QM_ENTRY_REFERENCE)
    add_entries (choices, edit, field->section);
  else if (names != NULL)
    for (gsize i = 0; names[i] != NULL; i++)
      add_choice (choices, names[i], NULL);
  else
    for (gsize i = 0; forms->rules[i] != NULL; i++)
      add_choice (choices, forms->rules[i]->name, NULL);
  return choices;
}

/* --- What stands there, and what is typed --- */

/* The object in which the path's last key stands, with the kinds of object that may stand there.
 * key is set to that key, which is part of path. */
static cJSON *
find_object (cJSON *entry, const QmRecord **kinds, const char *path, const char **key)
{
  const char *slash;

  while ((slash = strchr (path, '/')) != NULL) {
    g_autofree char *array = g_strndup (path, (gsize) (slash - path));
    const QmField *field = qm_record_find (*kinds, entry)->fields;
    char *end;

    while (!g_str_equal (field->key, array))
      field++;
    *kinds = field->records;
    entry = cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (entry, array),
                                (int) g_ascii_strtoull (slash + 1, &end, 10));
    path = end + 1;
  }
  *key = path;
  return entry;
}

static char *
write_number (const cJSON *json)
{
  if (cJSON_IsNumber (json))
    return qm_format_number (json->valuedouble, QM_DIGITS_ALL);
  if (cJSON_GetArraySize (json) == 2)
    return g_strdup_printf ("%.0f/%.0f", json->child->valuedouble, json->child->next->valuedouble);
  return g_strdup ("");
}

static char *
write_value (const cJSON *object, const char *key, QmEntryKind kind)
{
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (object, key);
  const char *words;

  if (kind == QM_ENTRY_NUMBER)
    return write_number (value);
  if (kind == QM_ENTRY_PEOPLE)
    return qm_people_write (value);
  words = qm_edit_entry_words (object, key, qm_language_current ());
  return g_strdup (words != NULL ? words : "");
}

char *
qm_entry_get (const QmEdit *edit, const char *section, const char *id, const QmEntryField *field)
{
  const QmRecord *kinds = kinds_of (section);
  cJSON *entry = copy_entry (edit, section, id, NULL);
  const char *key;
  const cJSON *object = find_object (entry, &kinds, field->path, &key);
  char *value = write_value (object, key, field->kind);

  cJSON_Delete (entry);
  return value;
}

/* "1/15": of a whole, which is written as two numbers. */
static cJSON *
read_fraction (const char *typed)
{
  int part, whole, length = 0;

  if (sscanf (typed, "%d/%d%n", &part, &whole, &length) != 2 || typed[length] != '\0')
    return NULL;
  return cJSON_CreateIntArray ((const int[]){ part, whole }, 2);
}

/* What is no number stays what it is, for the reader to say so. */
static cJSON *
read_number (const char *typed)
{
  cJSON *fraction = read_fraction (typed);
  double number;

  if (fraction != NULL)
    return fraction;
  number = qm_findings_read_number (typed, qm_language_current ());
  return isnan (number) ? cJSON_CreateString (typed) : cJSON_CreateNumber (number);
}

/* What is not of one language; NULL for other kinds. */
static cJSON *
read_typed (QmEntryKind kind, const char *typed)
{
  switch (kind) {
  case QM_ENTRY_NUMBER:
    return read_number (typed);
  case QM_ENTRY_PEOPLE:
    return qm_people_read (typed);
  case QM_ENTRY_STRING:
    return cJSON_CreateString (typed);
  case QM_ENTRY_WORDS:
  case QM_ENTRY_PARAGRAPH:
  case QM_ENTRY_CHOICE:
  case QM_ENTRY_REFERENCE:
    return NULL;
  }
  g_assert_not_reached ();
}

void
qm_entry_set (QmEdit *edit, const char *section, const char *id, const QmEntryField *field,
              const char *typed)
{
  const QmRecord *kinds = kinds_of (section);
  const char *key;
  int index = -1;
  cJSON *entry = copy_entry (edit, section, id, &index);
  cJSON *object = find_object (entry, &kinds, field->path, &key);
  cJSON *value;

  if (typed[0] != '\0' && g_str_equal (section, "charts") && g_str_equal (field->path, "title")) {
    /* Its name may go with it. */
    cJSON_Delete (entry);
    qm_edit_set_chart_words (edit, id, "title", typed);
    return;
  }
  /* The reader says at the field, and not of the entry, that it is missing. */
  if (typed[0] == '\0' && field->field->is_required)
    qm_edit_object_set (kinds, object, key, cJSON_CreateString (""));
  else if (typed[0] == '\0' || (value = read_typed (field->kind, typed)) == NULL)
    qm_edit_object_set_words (kinds, object, key, typed);
  else
    qm_edit_object_set (kinds, object, key, value);
  if (is_cell (section))
    qm_edit_put_cell (edit, id, entry);
  else
    qm_edit_put (edit, section, index, entry);
}

const QmEntryField *
qm_entry_find_field (const QmEdit *edit, const char *section, const char *id,
                     const GPtrArray *fields, const QmProblem *problem)
{
  g_autofree char *place = point_at (edit, section, id);
  const char *rest;

  if (place == NULL || !g_str_has_prefix (problem->pointer, place))
    return NULL;
  rest = problem->pointer + strlen (place);
  /* A figure of a table is a number there, or has a value. */
  if (*rest == '\0' && is_cell (section))
    rest = "/value";
  if (*rest != '/')
    return NULL;
  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];
    gsize length = strlen (field->path);

    /* Of several people, one may have no name. */
    if (g_str_has_prefix (rest + 1, field->path) &&
        (rest[1 + length] == '\0' || rest[1 + length] == '/'))
      return field;
  }
  return NULL;
}

/* --- Whole entries --- */

void
qm_entry_remove (QmEdit *edit, const char *section, const char *id, const QmForms *forms)
{
  int index = -1;

  if (g_str_equal (section, "claims")) {
    qm_edit_remove_claim (edit, id, forms);
    return;
  }
  if (is_cell (section)) {
    qm_edit_put_cell (edit, id, NULL);
    return;
  }
  if (g_str_equal (section, "events"))
    qm_edit_take_out_of_charts (edit, id, forms);
  if (qm_edit_find (edit, section, id, &index) != NULL)
    qm_edit_remove (edit, section, index);
}

gboolean
qm_entry_move (QmEdit *edit, const char *section, const char *id, int by)
{
  int n = cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (edit->tree, section));
  int index = -1;

  if (qm_edit_find (edit, section, id, &index) == NULL || index + by < 0 || index + by >= n)
    return FALSE;
  qm_edit_swap (edit, section, index, index + by);
  return TRUE;
}
