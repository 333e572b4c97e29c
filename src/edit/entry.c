#include "edit/entry.h"

#include "base/address.h"
#include "base/format.h"
#include "base/language.h"
#include "base/words.h"
#include "edit/edit-private.h"
#include "edit/people.h"
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
  { "volume", N_ ("Volume"), QM_ENTRY_STRING, NULL },
  { "issue", N_ ("Issue"), QM_ENTRY_STRING, NULL },
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
  { "caveat", N_ ("Note"), QM_ENTRY_PARAGRAPH, NULL },
  { "measure", N_ ("Measure"), QM_ENTRY_REFERENCE, "measures" },
  { "entity", N_ ("Whose"), QM_ENTRY_REFERENCE, "entities" },
  { "value", N_ ("Number"), QM_ENTRY_NUMBER, NULL },
  { "no_figure", N_ ("Instead of a figure"), QM_ENTRY_WORDS, NULL },
  { "low", N_ ("At least"), QM_ENTRY_NUMBER, NULL },
  { "high", N_ ("At most"), QM_ENTRY_NUMBER, NULL },
  { "precision", N_ ("Precision"), QM_ENTRY_CHOICE, NULL },
  { "standing", N_ ("Standing"), QM_ENTRY_CHOICE, NULL },
  { "digits", N_ ("Digits shown"), QM_ENTRY_NUMBER, NULL },
  { "superseded_by", N_ ("Superseded by"), QM_ENTRY_REFERENCE, "claims" },
  { "source", N_ ("Source"), QM_ENTRY_REFERENCE, "sources" },
  { "at", N_ ("Place in source"), QM_ENTRY_STRING, NULL },
  { "via", N_ ("Through whom"), QM_ENTRY_WORDS, NULL },
  { "checked_by", N_ ("Checked by"), QM_ENTRY_STRING, NULL },
  { "checked_on", N_ ("Checked on"), QM_ENTRY_STRING, NULL },
};

/* What the paths of fields begin with that are of a part of a figure's table. */
static const char *const of_part[] = {
  [QM_PART_FIGURE] = "",
  [QM_PART_ROW] = "row/",
  [QM_PART_COLUMN] = "column/",
  [QM_PART_TABLE] = "table/",
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
kinds_of (const char *section, QmTablePart part)
{
  return is_cell (section) ? qm_edit_part_kinds (part) : qm_edit_kinds (section);
}

static QmTablePart
part_of (const char *section, const QmEntryField *field)
{
  QmTablePart part = QM_PART_TABLE;

  while (is_cell (section) && !g_str_has_prefix (field->path, of_part[part]))
    part--;
  return is_cell (section) ? part : QM_PART_FIGURE;
}

/* The path of the field in its entry, or in its part of a table. */
static const char *
path_of (const char *section, const QmEntryField *field)
{
  return field->path + strlen (of_part[part_of (section, field)]);
}

/* To be changed; NULL where there is none. (owned by the caller) */
static cJSON *
copy_entry (const QmEdit *edit, const char *section, const char *id, QmTablePart part, int *index)
{
  const cJSON *entry;

  if (is_cell (section))
    return qm_edit_get_part (edit, id, part);
  entry = qm_edit_find (edit, section, id, index);
  return entry != NULL ? cJSON_Duplicate (entry, TRUE) : NULL;
}

/* As a problem's pointer; NULL where there is none. */
static char *
point_at (const QmEdit *edit, const char *section, const char *id, QmTablePart part)
{
  int index = -1;

  if (is_cell (section))
    return qm_edit_point_at_part (edit, id, part);
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
  cell = qm_edit_point_at_part (edit, id, QM_PART_FIGURE);
  return cell != NULL ? "tables" : NULL;
}

/* FALSE where there is no such entry. */
static gboolean
add_part (GPtrArray *fields, const QmEdit *edit, const char *section, const char *id,
          QmTablePart part)
{
  cJSON *entry = copy_entry (edit, section, id, part, NULL);

  if (entry == NULL)
    return FALSE;
  add_fields (fields, kinds_of (section, part), entry, of_part[part], 0);
  cJSON_Delete (entry);
  return TRUE;
}

GPtrArray *
qm_entry_fields (const QmEdit *edit, const char *section, const char *id)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (free_field);

  if (!add_part (fields, edit, section, id, QM_PART_FIGURE))
    g_clear_pointer (&fields, g_ptr_array_unref);
  for (int part = QM_PART_ROW; is_cell (section) && fields != NULL && part <= QM_PART_TABLE; part++)
    add_part (fields, edit, section, id, part);
  return fields;
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
    char *end;

    *kinds = qm_field_find (qm_record_find (*kinds, entry)->fields, array)->records;
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
  QmTablePart part = part_of (section, field);
  const QmRecord *kinds = kinds_of (section, part);
  cJSON *entry = copy_entry (edit, section, id, part, NULL);
  const char *key;
  const cJSON *object = find_object (entry, &kinds, path_of (section, field), &key);
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
  return cJSON_CreateIntArray ((const int[]) { part, whole }, 2);
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
  g_autofree char *address = NULL;

  switch (kind) {
  case QM_ENTRY_NUMBER:
    return read_number (typed);
  case QM_ENTRY_PEOPLE:
    return qm_people_read (typed);
  case QM_ENTRY_STRING:
    address = qm_address_from_typed (typed);
    return cJSON_CreateString (address);
  case QM_ENTRY_WORDS:
  case QM_ENTRY_PARAGRAPH:
  case QM_ENTRY_CHOICE:
  case QM_ENTRY_REFERENCE:
    return NULL;
  }
  g_assert_not_reached ();
}

/* What a chart is called by where nobody calls it otherwise. */
static gboolean
tells_charts (const char *section)
{
  return g_str_equal (section, "entities") || g_str_equal (section, "measures") ||
         g_str_equal (section, "claims");
}

void
qm_entry_set (QmEdit *edit, const char *section, const char *id, const QmEntryField *field,
              const char *typed)
{
  QmTablePart part = part_of (section, field);
  const QmRecord *kinds = kinds_of (section, part);
  const char *key;
  int index = -1;
  cJSON *entry = copy_entry (edit, section, id, part, &index);
  cJSON *object = find_object (entry, &kinds, path_of (section, field), &key);
  cJSON *value;
  g_autoptr (GArray) told = NULL;

  if (typed[0] != '\0' && g_str_equal (section, "charts") && g_str_equal (field->path, "title")) {
    /* Its name may go with it. */
    cJSON_Delete (entry);
    qm_edit_set_chart_words (edit, id, "title", typed);
    return;
  }
  told = tells_charts (section) ? qm_edit_list_told (edit, NULL) : NULL;
  /* The reader says at the field, and not of the entry, that it is missing. */
  if (typed[0] == '\0' && field->field->is_required)
    qm_edit_object_set (kinds, object, key, cJSON_CreateString (""));
  else if (typed[0] == '\0' || (value = read_typed (field->kind, typed)) == NULL)
    qm_edit_object_set_words (kinds, object, key, typed);
  else
    qm_edit_object_set (kinds, object, key, value);
  if (is_cell (section))
    qm_edit_put_part (edit, id, part, entry);
  else
    qm_edit_put (edit, section, index, entry);
  if (told != NULL)
    qm_edit_tell_all (edit, told);
}

/* Of several people, one may have no name. */
static gboolean
is_in (const char *path, const char *rest)
{
  gsize length = strlen (path);

  return g_str_has_prefix (rest, path) && (rest[length] == '\0' || rest[length] == '/');
}

/* Where in its part of the entry the problem is, also of a key that is missing there; NULL where it
 * is in another. */
static const char *
rest_of (const QmEdit *edit, const char *section, const char *id, QmTablePart part,
         const QmProblem *problem)
{
  g_autofree char *place = point_at (edit, section, id, part);
  const char *rest;

  if (place == NULL || !g_str_has_prefix (problem->pointer, place))
    return NULL;
  rest = problem->pointer + strlen (place);
  /* A figure of a table is a number there, or has a value. */
  if (*rest == '\0' && is_cell (section) && part == QM_PART_FIGURE)
    return "value";
  return *rest == '/' ? rest + 1 : problem->lacks;
}

gboolean
qm_entry_has_problem (const QmEdit *edit, const char *section, const char *id,
                      const QmProblem *problem)
{
  int last = is_cell (section) ? QM_PART_TABLE : QM_PART_FIGURE;

  for (int part = QM_PART_FIGURE; part <= last; part++) {
    g_autofree char *place = point_at (edit, section, id, (QmTablePart) part);

    if (place != NULL && is_in (place, problem->pointer))
      return TRUE;
  }
  return FALSE;
}

const QmEntryField *
qm_entry_find_field (const QmEdit *edit, const char *section, const char *id,
                     const GPtrArray *fields, const QmProblem *problem)
{
  QmTablePart part = QM_PART_FIGURE;
  const char *rest = NULL;

  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];

    if (i == 0 || part != part_of (section, field)) {
      part = part_of (section, field);
      rest = rest_of (edit, section, id, part, problem);
    }
    if (rest != NULL && is_in (path_of (section, field), rest))
      return field;
  }
  return NULL;
}

/* --- Whole entries --- */

void
qm_entry_remove (QmEdit *edit, const char *section, const char *id, const QmForms *forms)
{
  int index = -1;

  if (g_str_equal (section, "claims") || is_cell (section)) {
    qm_edit_remove_claim (edit, id, forms);
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
