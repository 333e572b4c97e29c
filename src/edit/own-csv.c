#include "edit/own-csv.h"

#include "base/words.h"
#include "edit/own-csv-private.h"

#include <string.h>

/* By these it is told from other tables, whose columns are called so by chance. */
static const char *const told_by[] = { "claim",     "measure_id", "value",     "unit",
                                       "precision", "standing",   "source_id", "statement" };

gboolean
qm_own_csv_recognizes (const QmSheet *sheet)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told_by); i++)
    if (qm_own_csv_find_column (sheet, told_by[i]) < 0)
      return FALSE;
  return TRUE;
}

/* --- Claims --- */

static void
add_number (const QmOwnCsv *self, cJSON *json, const char *key)
{
  if (qm_own_csv_has (self, key))
    cJSON_AddNumberToObject (json, key, g_ascii_strtod (qm_own_csv_get (self, key), NULL));
}

typedef struct {
  const char *sign, *operation;
} Sign;

static const Sign signs[] = {
  { " + ", "add" }, { " - ", "subtract" }, { " * ", "multiply" }, { " / ", "divide" }
};

/* "a / b", "a / b - 1": what is computed of what. NULL for anything else. */
static cJSON *
read_computation (const QmOwnCsv *self, GHashTable *rows)
{
  g_autofree char *words = g_strdup (qm_own_csv_get (self, "computation"));
  gboolean is_change = g_str_has_suffix (words, " - 1");
  const char *operation = "convert";
  g_auto (GStrv) parts = NULL;
  cJSON *json, *operands;

  if (words[0] == '\0')
    return NULL;
  if (is_change)
    words[strlen (words) - 4] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (signs) && parts == NULL; i++)
    if (strstr (words, signs[i].sign) != NULL) {
      parts = g_strsplit (words, signs[i].sign, -1);
      operation = signs[i].operation;
    }
  if (parts == NULL)
    parts = g_strsplit (words, QM_OWN_CSV_DIVIDER, 1);
  /* A percentage that is divided is one again. */
  if (g_str_equal (operation, "divide") && g_str_equal (qm_own_csv_get (self, "unit"), "percent") &&
      g_strcmp0 (g_hash_table_lookup (rows, parts[0]), "percent") != 0)
    operation = is_change ? "change_from" : "share_of";
  json = cJSON_CreateObject ();
  operands = cJSON_AddArrayToObject (json, operation);
  for (gsize i = 0; parts[i] != NULL; i++) {
    char *end;
    double number = g_ascii_strtod (parts[i], &end);

    cJSON_AddItemToArray (operands, *end == '\0' ? cJSON_CreateNumber (number)
                                                 : cJSON_CreateString (parts[i]));
  }
  return json;
}

/* Whether all that it was computed from is in the table or the file. */
static gboolean
has_operands (const QmOwnCsv *self, const cJSON *derivation, GHashTable *rows)
{
  const cJSON *operand;

  cJSON_ArrayForEach (operand, derivation->child)
    if (cJSON_IsString (operand) && !qm_own_csv_knows (self, "claims", operand->valuestring) &&
        !g_hash_table_contains (rows, operand->valuestring))
      return FALSE;
  return TRUE;
}

static void
add_words (QmOwnCsv *self, cJSON *json)
{
  qm_own_csv_add_string (json, "time", qm_own_csv_get (self, "time"));
  qm_own_csv_add_string (json, "when", qm_own_csv_get (self, "when"));
  qm_own_csv_add_string (json, "statement", qm_own_csv_get (self, "statement"));
  qm_own_csv_add_string (json, "label", qm_own_csv_get (self, "label"));
  qm_own_csv_add_string (json, "caveat", qm_own_csv_get (self, "caveat"));
  qm_own_csv_add_string (json, "checked_by", qm_own_csv_get (self, "checked_by"));
  qm_own_csv_add_string (json, "checked_on", qm_own_csv_get (self, "checked_on"));
}

/* "1/15" is two numbers. */
static void
add_value (const QmOwnCsv *self, cJSON *json)
{
  g_auto (GStrv) parts = g_strsplit (qm_own_csv_get (self, "fraction"), "/", 2);
  cJSON *fraction;

  if (g_strv_length (parts) != 2) {
    add_number (self, json, "value");
    return;
  }
  fraction = cJSON_AddArrayToObject (json, "value");
  for (gsize i = 0; i < 2; i++)
    cJSON_AddItemToArray (fraction, cJSON_CreateNumber (g_ascii_strtod (parts[i], NULL)));
}

static void
add_figure (QmOwnCsv *self, cJSON *json)
{
  gboolean is_between = g_str_equal (qm_own_csv_get (self, "precision"), "between");

  add_value (self, json);
  if (is_between) {
    add_number (self, json, "low");
    add_number (self, json, "high");
  }
  if (!g_str_equal (qm_own_csv_get (self, "precision"), "exact"))
    qm_own_csv_add_string (json, "precision", qm_own_csv_get (self, "precision"));
  if (g_str_equal (qm_own_csv_get (self, "standing"), "projected"))
    cJSON_AddStringToObject (json, "standing", "projected");
}

/* Nothing computes it any more: it stands as it was, and says so. */
static void
flag_computed (QmOwnCsv *self, cJSON *json)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: ids of claims with signs between them; a caveat, or nothing */
      _ ("Computed by %s, which is not in the table. %s"), qm_own_csv_get (self, "computation"),
      qm_own_csv_get (self, "caveat"));

  cJSON_DeleteItemFromObjectCaseSensitive (json, "caveat");
  cJSON_AddStringToObject (json, "caveat", g_strchomp (words));
}

/* The names of both sides of a ratio, "Laos to Peru", without what keeps each in its direction.
 * NULL where it cannot be told which is which. */
static GStrv
split_names (const QmOwnCsv *self)
{
  g_autoptr (GString) pair = g_string_new (qm_own_csv_get (self, "entity"));
  g_auto (GStrv) names = NULL;

  g_string_replace (pair, "\u2068", "", 0);
  g_string_replace (pair, "\u2069", "", 0);
  names = g_strsplit (pair->str, " to ", -1);
  return g_strv_length (names) == 2 ? g_steal_pointer (&names) : NULL;
}

static void
add_whose (QmOwnCsv *self, cJSON *json)
{
  const char *id = qm_own_csv_get (self, "entity_id"),
             *other = qm_own_csv_get (self, "to_entity_id");
  g_auto (GStrv) names = split_names (self);

  if (other[0] == '\0')
    qm_own_csv_add_entity (self, id, qm_own_csv_get (self, "entity"));
  else
    qm_own_csv_add_entity (self, id, names != NULL ? names[0] : NULL);
  qm_own_csv_add_entity (self, other, names != NULL ? names[1] : NULL);
  if (other[0] == '\0') {
    qm_own_csv_add_string (json, "entity", id);
    return;
  }
  cJSON_AddItemToObject (json, "ratio",
                         cJSON_CreateStringArray ((const char *[]) { id, other }, 2));
}

/* Those that stand above somebody without a figure. */
static void
add_above (QmOwnCsv *self, cJSON *json)
{
  g_auto (GStrv) ids = qm_own_csv_split (qm_own_csv_get (self, "below_id"));
  g_auto (GStrv) names = qm_own_csv_split (qm_own_csv_get (self, "below"));
  gboolean has_names = g_strv_length (ids) == g_strv_length (names);
  cJSON *below = cJSON_AddArrayToObject (json, "below");

  for (gsize i = 0; ids[i] != NULL; i++) {
    qm_own_csv_add_entity (self, ids[i], has_names ? names[i] : NULL);
    cJSON_AddItemToArray (below, cJSON_CreateString (ids[i]));
  }
}

/* How all those look whom the row names. */
static void
add_looks (QmOwnCsv *self)
{
  const char *const both[] = { qm_own_csv_get (self, "entity_id"),
                               qm_own_csv_get (self, "to_entity_id") };
  g_auto (GStrv) above = qm_own_csv_split (qm_own_csv_get (self, "below_id"));
  guint n = g_strv_length (above), i = 0;

  for (gsize j = 0; j < G_N_ELEMENTS (both); j++)
    n += both[j][0] != '\0';
  for (gsize j = 0; j < G_N_ELEMENTS (both); j++)
    if (both[j][0] != '\0')
      qm_own_csv_add_looks (self, both[j], i++, n);
  for (gsize j = 0; above[j] != NULL; j++)
    qm_own_csv_add_looks (self, above[j], i++, n);
}

/* A range has bounds, and may have no value between them. */
static gboolean
has_figure (const QmOwnCsv *self)
{
  return qm_own_csv_has (self, "value") ||
         (qm_own_csv_has (self, "low") && qm_own_csv_has (self, "high"));
}

/* The figure, or what computes it, or what stands in its place. */
static void
add_content (QmOwnCsv *self, cJSON *json, GHashTable *rows)
{
  cJSON *derivation = read_computation (self, rows);

  if (has_figure (self))
    add_number (self, json, "digits");
  if (derivation != NULL && has_operands (self, derivation, rows)) {
    cJSON_AddItemToObject (json, "derive", derivation);
    cJSON_DeleteItemFromObjectCaseSensitive (json, "cites");
    return;
  }
  if (derivation != NULL)
    flag_computed (self, json);
  cJSON_Delete (derivation);
  if (has_figure (self))
    add_figure (self, json);
  else if (qm_own_csv_has (self, "below_id"))
    add_above (self, json);
  else
    cJSON_AddStringToObject (json, "no_figure", qm_own_csv_get (self, "no_figure"));
}

/* What has neither a figure nor anything in its place has happened. */
static gboolean
is_event (const QmOwnCsv *self)
{
  return !has_figure (self) && !qm_own_csv_has (self, "below_id") &&
         !qm_own_csv_has (self, "no_figure");
}

static void
add_claim (QmOwnCsv *self, GHashTable *rows)
{
  const char *id = qm_own_csv_get (self, "claim"),
             *superseding = qm_own_csv_get (self, "superseded_by");
  cJSON *json;

  if (qm_own_csv_has (self, "chart") && g_hash_table_contains (self->apart, id))
    return;
  json = is_event (self) ? qm_own_csv_add_entry (self, "events", self->events, id)
                         : qm_own_csv_add_entry (self, "claims", self->claims, id);
  if (json == NULL)
    return;
  if (!is_event (self)) {
    qm_own_csv_add_measure (self);
    cJSON_AddStringToObject (json, "measure", qm_own_csv_get (self, "measure_id"));
  }
  add_whose (self, json);
  add_words (self, json);
  cJSON_AddItemToObject (json, "cites", qm_own_csv_make_citations (self));
  if (is_event (self)) {
    add_looks (self);
    return;
  }
  if (g_hash_table_contains (rows, superseding))
    qm_own_csv_add_string (json, "superseded_by", superseding);
  add_content (self, json, rows);
  add_looks (self);
}

/* --- All of it --- */

/* The claims of the table, each with its unit; and those in no chart. */
static GHashTable *
list_rows (QmOwnCsv *self)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);
  const QmSheetLayout *layout = &self->sheet->layout;

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++) {
    const char *id = qm_own_csv_get (self, "claim");

    g_hash_table_insert (rows, (gpointer) id, (gpointer) qm_own_csv_get (self, "unit"));
    if (!qm_own_csv_has (self, "chart"))
      g_hash_table_add (self->apart, (gpointer) id);
  }
  return rows;
}

static void
put (QmEdit *edit, const char *section, cJSON *entries)
{
  if (cJSON_GetArraySize (entries) > 0)
    qm_edit_put_section (edit, section, entries);
  else
    cJSON_Delete (entries);
}

/* What of the table is taken over. */
typedef enum { TAKE_FORMS = 1 << 0, TAKE_REST = 1 << 1 } Taken;

static char *
import (const QmSheet *sheet, const char *text, guint taken, const QmForms *forms, char **chart)
{
  QmEdit *edit = qm_edit_begin (text);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) apart = g_hash_table_new (g_str_hash, g_str_equal);
  QmOwnCsv self = { .sheet = sheet,
                    .edit = edit,
                    .has_forms = (taken & TAKE_FORMS) != 0,
                    .known = known,
                    .apart = apart,
                    .named = named };
  g_autoptr (GHashTable) rows = list_rows (&self);
  const struct {
    const char *name;
    cJSON **entries;
  } sections[] = { { "sources", &self.sources }, { "entities", &self.entities },
                   { "units", &self.units },     { "measures", &self.measures },
                   { "claims", &self.claims },   { "events", &self.events },
                   { "charts", &self.charts } };

  *chart = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    *sections[i].entries = qm_own_csv_take_section (&self, sections[i].name);
  for (self.row = sheet->layout.first_row; self.row < sheet->layout.last_row; self.row++)
    add_claim (&self, rows);
  qm_own_csv_add_charts (&self, chart);
  if ((taken & TAKE_REST) != 0)
    qm_own_csv_merge_rest (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    put (edit, sections[i].name, *sections[i].entries);
  qm_edit_mend_views (edit, forms);
  return qm_edit_end (edit);
}

/* TRUE if a file with that text can be read. */
static gboolean
is_right (const char *text, const QmForms *forms)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (QmDataset) dataset = qm_edit_read_without_views (edit, forms);

  return dataset != NULL;
}

/* Rows were taken out, or it was written of a view: what is left may need another form; and what no
 * column has may be anything. */
char *
qm_own_csv_import (const QmSheet *sheet, const char *text, const QmForms *forms, char **chart)
{
  static const guint tries[] = { TAKE_FORMS | TAKE_REST, TAKE_FORMS, TAKE_REST, 0 };
  char *made = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++) {
    g_free (made);
    if (i > 0)
      g_clear_pointer (chart, g_free);
    made = import (sheet, text, tries[i], forms, chart);
    if (is_right (made, forms))
      break;
  }
  return made;
}
