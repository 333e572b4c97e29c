#include "dataset/fields.h"

#include "base/address.h"
#include "base/character.h"
#include "base/words.h"
#include "dataset/claim-time.h"
#include "dataset/unit-guess.h"

#include <math.h>
#include <string.h>

/* Characters of an id, which becomes the name of a file, and of a text, which is laid out whole. */
#define MAX_ID_LENGTH 100
#define MAX_TEXT_LENGTH 10000

const QmRecord *
qm_record_find (const QmRecord *kinds, const cJSON *json)
{
  while (kinds->told_by != NULL && !cJSON_GetObjectItemCaseSensitive (json, kinds->told_by))
    kinds++;

  return kinds;
}

const QmField *
qm_field_find (const QmField *fields, const char *key)
{
  while (fields->key != NULL && !g_str_equal (fields->key, key))
    fields++;

  return fields;
}

/* (takes names) */
static char *
join (GPtrArray *names)
{
  char *joined;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  g_ptr_array_unref (names);

  return joined;
}

void
qm_field_add_unknown_key (QmReader *reader, const cJSON *json, const GPtrArray *keys)
{
  g_autofree char *list = join (g_ptr_array_copy ((GPtrArray *) keys, NULL, NULL));
  g_autofree char *expected = g_strdup_printf (_ ("one of the keys %s"), list);

  qm_problem_list_add_misspelt (reader->problems, json, TRUE, expected, keys);
}

static void
add_unknown_key (QmReader *reader, const cJSON *json, const QmField *fields)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (; fields->key != NULL; fields++)
    g_ptr_array_add (keys, (gpointer) fields->key);
  qm_field_add_unknown_key (reader, json, keys);
}

static void
read_one (QmReader *reader, const cJSON *json, const QmField *field, gpointer value)
{
  if (field->read != NULL)
    field->read (reader, json, value);
  else
    qm_field_read_all (reader, json, field->records->fields, value);
}

static void
read_field (QmReader *reader, const cJSON *json, const QmField *field, char *target)
{
  gpointer *value = (gpointer) (target + field->offset);

  if (field->size > 0)
    *value = qm_field_read_array (reader, json, field, (gpointer) (target + field->offset_of_n));
  else
    read_one (reader, json, field, value);
}

void
qm_field_read_all (QmReader *reader, const cJSON *json, const QmField *fields, gpointer target)
{
  const cJSON *child;

  if (!cJSON_IsObject (json)) {
    qm_problem_list_add_value (reader->problems, json, _ ("an object"));
    return;
  }

  for (const QmField *field = fields; field->key != NULL; field++) {
    if (field->is_required && !cJSON_GetObjectItemCaseSensitive (json, field->key))
      qm_problem_list_add_missing_key (reader->problems, json, field->key);
  }

  cJSON_ArrayForEach (child, json) {
    const QmField *field = qm_field_find (fields, child->string);

    if (field->key == NULL)
      add_unknown_key (reader, child, fields);
    else
      read_field (reader, child, field, target);
  }
}

void
qm_field_check_array (QmReader *reader, const cJSON *json, gpointer unused G_GNUC_UNUSED)
{
  if (!cJSON_IsArray (json) || json->child == NULL)
    qm_problem_list_add_value (reader->problems, json, _ ("an array that is not empty"));
}

gpointer
qm_field_read_array (QmReader *reader, const cJSON *json, const QmField *field, gsize *n)
{
  char *elements, *element;
  const cJSON *child;

  *n = 0;
  qm_field_check_array (reader, json, NULL);
  if (!cJSON_IsArray (json) || json->child == NULL)
    return NULL;

  *n = (gsize) cJSON_GetArraySize (json);
  elements = element = qm_dataset_alloc (reader->dataset, *n, field->size);

  cJSON_ArrayForEach (child, json) {
    read_one (reader, child, field, element);
    element += field->size;
  }
  return elements;
}

int
qm_field_read_choice (QmReader *reader, const cJSON *json, const char *const *names,
                      const char *expected)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL, *one_of_list = NULL;

  for (int i = 0; names[i] != NULL; i++) {
    if (cJSON_IsString (json) && strcmp (names[i], json->valuestring) == 0)
      return i;
    g_ptr_array_add (known, (gpointer) names[i]);
  }

  list = g_strjoinv (", ", (char **) names);
  one_of_list = g_strdup_printf (_ ("one of %s"), list);
  qm_problem_list_add_misspelt (reader->problems, json, FALSE,
                                expected != NULL ? expected : one_of_list, known);

  return -1;
}

static void
list_ids (const QmReader *reader, QmIdSpace space, GPtrArray *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, reader->ids[space]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
}

static void
add_unknown_id (QmReader *reader, const cJSON *json, QmIdSpace space, const char *expected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  list_ids (reader, space, ids);
  qm_problem_list_add_misspelt (reader->problems, json, FALSE, expected, ids);
}

/* What the string json names; NULL and a problem if there is no such thing. */
static gpointer
read_reference (QmReader *reader, const cJSON *json, QmIdSpace space)
{
  static const char *const expected[] = {
    [QM_SOURCES] = N_ ("the id of a source"),   [QM_UNITS] = N_ ("the id of a unit"),
    [QM_ENTITIES] = N_ ("the id of an entity"), [QM_MEASURES] = N_ ("the id of a measure"),
    [QM_CLAIMS] = N_ ("the id of a claim"),     [QM_CHARTS] = N_ ("the id of a chart"),
  };
  gpointer found =
      cJSON_IsString (json) ? g_hash_table_lookup (reader->ids[space], json->valuestring) : NULL;

  if (found == NULL)
    add_unknown_id (reader, json, space, _ (expected[space]));

  return found;
}

gboolean
qm_field_is_id (const char *id)
{
  gsize length = strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= MAX_ID_LENGTH && id[length] == '\0';
}

void
qm_field_read_language (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsString (json) || !qm_field_is_language (json->valuestring))
    qm_problem_list_add_value (reader->problems, json, _ ("a language code such as “en”"));
  else
    *(const char **) value = json->valuestring;
}

void
qm_field_read_id (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsString (json) || !qm_field_is_id (json->valuestring))
    qm_problem_list_add_value (reader->problems, json,
                               _ ("an id of at most 100 of the characters a-z, 0-9 and -"));
  else
    *(const char **) value = json->valuestring;
}

void
qm_field_read_string (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsString (json) || qm_character_are_spaces (json->valuestring))
    qm_problem_list_add_value (reader->problems, json, _ ("a text that is not empty"));
  else if (g_utf8_strlen (json->valuestring, -1) > MAX_TEXT_LENGTH)
    qm_problem_list_add_value (reader->problems, json, _ ("a text of at most 10000 characters"));
  else if (qm_character_are_crowded (json->valuestring))
    qm_problem_list_add_value (reader->problems, json, _ ("at most 30 accents on a letter"));
  else
    *(const char **) value = json->valuestring;
}

void
qm_field_read_url (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsString (json) || !qm_address_is_valid (json->valuestring))
    qm_problem_list_add_value (
        reader->problems, json,
        _ ("an address such as https://example.org/a-page, without spaces and accents"));
  else
    *(const char **) value = json->valuestring;
}

/* "en", "vi", "pt-BR": as much of BCP 47 as matters here. */
gboolean
qm_field_is_language (const char *code)
{
  gsize length = strspn (code, "abcdefghijklmnopqrstuvwxyz");

  return length >= 2 && length <= 3 &&
         (code[length] == '\0' || (code[length] == '-' && g_ascii_isalnum (code[length + 1])));
}

void
qm_field_check_language (QmReader *reader, const cJSON *json)
{
  if (!qm_field_is_language (json->string))
    qm_problem_list_add_at_key (reader->problems, json, _ ("a language code such as “en”"),
                                g_strdup_printf ("“%s”", json->string));
}

static void
read_variant (QmReader *reader, const cJSON *json, QmTextVariant *variant)
{
  qm_field_check_language (reader, json);
  variant->language = json->string;
  qm_field_read_string (reader, json, &variant->words);
}

void
qm_field_read_text (QmReader *reader, const cJSON *json, gpointer value)
{
  gboolean is_object = cJSON_IsObject (json);
  gsize n = is_object ? (gsize) cJSON_GetArraySize (json) : 1;
  QmText *text;
  const cJSON *child;

  if (!cJSON_IsString (json) && (!is_object || n == 0)) {
    qm_problem_list_add_value (reader->problems, json,
                               _ ("a text, or an object of texts by language"));
    return;
  }

  text = qm_dataset_alloc (reader->dataset, 1, sizeof *text + n * sizeof text->variants[0]);

  if (is_object) {
    cJSON_ArrayForEach (child, json)
      read_variant (reader, child, &text->variants[text->n_variants++]);
  } else {
    text->n_variants = 1;
    text->variants[0].language = "";
    qm_field_read_string (reader, json, &text->variants[0].words);
  }

  *(const QmText **) value = text;
}

void
qm_field_read_number (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsNumber (json) || !isfinite (json->valuedouble))
    qm_problem_list_add_value (reader->problems, json, _ ("a number"));
  else
    *(double *) value = json->valuedouble;
}

void
qm_field_read_date (QmReader *reader, const cJSON *json, gpointer value)
{
  QmDate date;

  if (cJSON_IsString (json) &&
      qm_date_parse (json->valuestring, strlen (json->valuestring), &date) &&
      date.kind == QM_DATE_PLAIN && date.part == QM_DATE_WHOLE)
    *(QmDate *) value = date;
  else
    qm_problem_list_add_value (reader->problems, json,
                               _ ("a date that exists, such as 2025, 2025-07 or 2025-07-22"));
}

void
qm_field_read_time (QmReader *reader, const cJSON *json, gpointer value)
{
  QmTime *time = value;

  if (!cJSON_IsString (json) || !qm_claim_time_parse (json->valuestring, time))
    qm_problem_list_add_value (
        reader->problems, json,
        _ ("dates that exist, such as 2025, 2025-07-22, 2024-Q1, 2023/24, early 2025-11, -0043, "
           "2023/2025-11, ../2030 or 2023-12~"));
  else if (qm_claim_time_is_backwards (time))
    qm_problem_list_add_value (reader->problems, json, _ ("a time that ends after its start"));
}

static const QmOwnUnit *
find_unit (gconstpointer reader, const char *id)
{
  return g_hash_table_lookup (((const QmReader *) reader)->ids[QM_UNITS], id);
}

static char *
guess_unit (gpointer reader, const char *typed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  qm_unit_list_names (names);
  list_ids (reader, QM_UNITS, names);
  return qm_unit_guess (typed, find_unit, reader, names);
}

void
qm_field_read_unit (QmReader *reader, const cJSON *json, gpointer value)
{
  if (cJSON_IsString (json) && qm_unit_parse_with (json->valuestring, find_unit, reader, value))
    return;
  qm_problem_list_add_guess (
      reader->problems, json,
      _ ("a unit: number, percent, percentage-points, times, rank, a currency such as USD, a "
         "CLDR identifier such as gigawatt-hour, an index “2015 = 100”, one of the file’s own "
         "“units”, “USD per year”, or “difference in celsius”"),
      guess_unit, reader);
}

void
qm_field_read_entity (QmReader *reader, const cJSON *json, gpointer value)
{
  *(const QmEntity **) value = read_reference (reader, json, QM_ENTITIES);
}

void
qm_field_read_measure (QmReader *reader, const cJSON *json, gpointer value)
{
  *(const QmMeasure **) value = read_reference (reader, json, QM_MEASURES);
}

void
qm_field_read_source (QmReader *reader, const cJSON *json, gpointer value)
{
  *(const QmSource **) value = read_reference (reader, json, QM_SOURCES);
}

void
qm_field_read_claim (QmReader *reader, const cJSON *json, gpointer value)
{
  *(const QmClaim **) value = read_reference (reader, json, QM_CLAIMS);
}

void
qm_field_read_node (QmReader *reader G_GNUC_UNUSED, const cJSON *json, gpointer value)
{
  *(const cJSON **) value = json;
}
