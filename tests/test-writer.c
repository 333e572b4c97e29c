/* Datasets written from their trees, and the schema beside the tables that reader and writer share.
 */
#include "dataset/writer.h"
#include "read-file.h"

#include <string.h>

#define N_SHUFFLES 50

/* The same values under the same keys in the same order. */
static void
assert_same (const cJSON *a, const cJSON *b)
{
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpstr (a->string, ==, b->string);
  g_assert_cmpstr (a->valuestring, ==, b->valuestring);
  g_assert_cmpfloat (a->valuedouble, ==, b->valuedouble);
  g_assert_cmpint (cJSON_GetArraySize (a), ==, cJSON_GetArraySize (b));
  for (a = a->child, b = b->child; a != NULL; a = a->next, b = b->next)
    assert_same (a, b);
}

/* Written, read and written again it is the same, to the byte. */
static void
assert_comes_back (const cJSON *json)
{
  g_autofree char *text = qm_dataset_write (json);
  cJSON *again = cJSON_Parse (text);
  g_autofree char *same = NULL;

  g_assert_nonnull (again);
  assert_same (json, again);
  same = qm_dataset_write (again);
  g_assert_cmpstr (same, ==, text);
  cJSON_Delete (again);
}

static const struct {
  const char *folder, *name;
} files[] = {
  { "../data", "scale-and-open-models.json" },
  { "data/good", "complete.json" },
  { "data/good", "smallest.json" },
  { "data/good", "only-events.json" },
  { "data", "hard-cases.json" },
  { "data", "citations.json" },
  { "data", "evidence.json" },
};

static void
keeps_a_file_that_somebody_wrote (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *text = read_file (files[i].folder, files[i].name);
    cJSON *json = cJSON_Parse (text);

    g_test_message ("%s", files[i].name);
    g_assert_nonnull (json);
    assert_comes_back (json);
    cJSON_Delete (json);
  }
}

/* Puts the children into another order, at every level. */
static void
shuffle (cJSON *json)
{
  int n = cJSON_GetArraySize (json);
  cJSON *child;

  for (int i = 0; i < n; i++)
    cJSON_AddItemToArray (json, cJSON_DetachItemFromArray (json, g_test_rand_int_range (0, n)));
  g_assert_cmpint (cJSON_GetArraySize (json), ==, n);
  cJSON_ArrayForEach (child, json)
    shuffle (child);
}

static void
keeps_any_order (void)
{
  g_autofree char *text = read_file ("data/good", "complete.json");
  cJSON *json = cJSON_Parse (text);

  for (int i = 0; i < N_SHUFFLES; i++) {
    shuffle (json);
    assert_comes_back (json);
  }
  cJSON_Delete (json);
}

static void
keeps_every_number_and_character (void)
{
  static const double numbers[] = { 0,
                                    -0.0,
                                    1,
                                    -1.5,
                                    300e9,
                                    0.1 + 0.2,
                                    1.0 / 3,
                                    38.6,
                                    1e300,
                                    5e-324,
                                    2.5e-10,
                                    1e15,
                                    123456789012345678.0,
                                    1e21,
                                    6.02e23 };
  cJSON *json = cJSON_CreateObject ();
  cJSON *array = cJSON_AddArrayToObject (json, "numbers");
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    cJSON_AddItemToArray (array, cJSON_CreateNumber (numbers[i]));
  cJSON_AddStringToObject (json, "k\"e\\y", "“a”\t\"b\"\n\\c/ 🌾 đường\x01\x1f\x7f");
  cJSON_AddItemToObject (json, "nothing", cJSON_CreateNull ());
  cJSON_AddItemToObject (json, "yes", cJSON_CreateTrue ());
  cJSON_AddItemToObject (json, "no", cJSON_CreateFalse ());
  cJSON_AddItemToObject (json, "empty", cJSON_CreateObject ());
  cJSON_AddItemToObject (json, "claims", cJSON_CreateArray ());
  assert_comes_back (json);
  text = qm_dataset_write (json);
  for (const char *c = text; *c != '\0'; c++)
    g_assert_true (*c == '\n' || (guchar) *c >= ' ');
  cJSON_Delete (json);
}

static void
lays_a_file_out (void)
{
  cJSON *json = cJSON_Parse ("{\"quymo\":1,\"title\":\"T\",\"measures\":[{\"id\":\"m\",\"unit\":"
                             "\"USD\"},{\"id\":\"n\",\"name\":{\"en\":"
                             "\"A name that is long enough to need a line of its "
                             "own\",\"vi\":\"Một tên đủ dài để cần một dòng "
                             "riêng\"}}],\"claims\":[{\"id\":\"c\",\"value\":[1,15]}]}");
  g_autofree char *text = qm_dataset_write (json);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"quymo\": 1,\n"
                   "  \"title\": \"T\",\n"
                   "\n"
                   "  \"measures\": [\n"
                   "    { \"id\": \"m\", \"unit\": \"USD\" },\n"
                   "    {\n"
                   "      \"id\": \"n\",\n"
                   "      \"name\": {\n"
                   "        \"en\": \"A name that is long enough to need a line of its own\",\n"
                   "        \"vi\": \"Một tên đủ dài để cần một dòng riêng\"\n"
                   "      }\n"
                   "    }\n"
                   "  ],\n"
                   "\n"
                   "  \"claims\": [\n"
                   "    { \"id\": \"c\", \"value\": [1, 15] }\n"
                   "  ]\n"
                   "}\n");
  cJSON_Delete (json);
}

/* What fits on a line of 100 characters, with its comma, is on one, and nothing else. */
static void
fills_its_lines (void)
{
  for (gsize n = 70; n < 110; n++) {
    g_autofree char *word = g_strnfill (n, 'w');
    g_autofree char *line = g_strdup_printf ("  \"key\": [\"%s\"],", word);
    cJSON *json = cJSON_CreateObject ();
    g_autofree char *text = NULL;

    cJSON_AddItemToArray (cJSON_AddArrayToObject (json, "key"), cJSON_CreateString (word));
    cJSON_AddNumberToObject (json, "end", 1);
    text = qm_dataset_write (json);
    g_assert_cmpint (strstr (text, line) != NULL, ==, strlen (line) <= 100);
    cJSON_Delete (json);
  }
}

/* A new key stands where the tables have it, among keys in an order of somebody's own. */
static void
puts_a_new_key_in_its_place (void)
{
  static const struct {
    const char *object, *key, *expected;
  } cases[] = {
    { "{}", "unit", "unit" },
    { "{\"id\":\"m\"}", "name", "id name" },
    { "{\"unit\":\"USD\"}", "name", "name unit" },
    { "{\"id\":\"m\",\"unit\":\"USD\"}", "name", "id name unit" },
    { "{\"unit\":\"USD\",\"id\":\"m\"}", "name", "unit id name" },
    { "{\"name\":\"N\",\"unit\":\"USD\"}", "name", "name unit" },
  };
  const QmField *field = qm_dataset_record.fields;

  while (!g_str_equal (field->key, "measures"))
    field++;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    cJSON *object = cJSON_Parse (cases[i].object), *child;
    g_autoptr (GString) keys = g_string_new (NULL);

    qm_writer_set (field->records, object, cases[i].key, cJSON_CreateString ("new"));
    cJSON_ArrayForEach (child, object)
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", child->string);
    g_assert_cmpstr (keys->str, ==, cases[i].expected);
    g_assert_cmpstr (cJSON_GetObjectItemCaseSensitive (object, cases[i].key)->valuestring, ==,
                     "new");
    cJSON_Delete (object);
  }
}

/* --- The schema --- */

static gboolean
array_has (const cJSON *array, const char *string)
{
  const cJSON *element;

  cJSON_ArrayForEach (element, array)
    if (g_str_equal (element->valuestring, string))
      return TRUE;
  return FALSE;
}

static const cJSON *
find_definition (const cJSON *schema, const char *name)
{
  const cJSON *definitions = cJSON_GetObjectItemCaseSensitive (schema, "$defs");

  return g_str_equal (name, "dataset") ? schema
                                       : cJSON_GetObjectItemCaseSensitive (definitions, name);
}

/* The definition that {"$ref": "#/$defs/name"} means. */
static const cJSON *
follow (const cJSON *schema, const cJSON *object)
{
  const cJSON *reference = cJSON_GetObjectItemCaseSensitive (object, "$ref");

  g_assert_true (cJSON_IsString (reference));
  return find_definition (schema, strrchr (reference->valuestring, '/') + 1);
}

/* The property, or its elements, are of these kinds, and of no other. */
static void
check_kinds (const cJSON *schema, const cJSON *property, const QmRecord *kinds)
{
  const cJSON *elements = cJSON_GetObjectItemCaseSensitive (property, "items");
  const cJSON *items = follow (schema, elements != NULL ? elements : property);
  const cJSON *one_of = cJSON_GetObjectItemCaseSensitive (items, "oneOf"), *kind;
  int n = 1;

  if (one_of == NULL) {
    g_assert_true (items == find_definition (schema, kinds->name));
    return;
  }

  for (const QmRecord *record = kinds; record->told_by != NULL; record++)
    n++;
  g_assert_cmpint (cJSON_GetArraySize (one_of), ==, n);
  for (int i = 0; i < n; i++) {
    gboolean is_there = FALSE;

    cJSON_ArrayForEach (kind, one_of)
      is_there = is_there || follow (schema, kind) == find_definition (schema, kinds[i].name);
    g_assert_true (is_there);
  }
}

static void
check_record (const cJSON *schema, const QmRecord *record)
{
  const cJSON *definition = find_definition (schema, record->name);
  const cJSON *properties = cJSON_GetObjectItemCaseSensitive (definition, "properties");
  const cJSON *required = cJSON_GetObjectItemCaseSensitive (definition, "required");
  int n = 0, n_required = 0;

  g_test_message ("%s", record->name);
  g_assert_true (
      cJSON_IsFalse (cJSON_GetObjectItemCaseSensitive (definition, "additionalProperties")));
  for (const QmField *field = record->fields; field->key != NULL; field++, n++) {
    const cJSON *property = cJSON_GetObjectItemCaseSensitive (properties, field->key);

    g_test_message ("  %s", field->key);
    g_assert_nonnull (property);
    g_assert_cmpint (array_has (required, field->key), ==, field->is_required);
    n_required += field->is_required;
    if (field->records == NULL)
      continue;
    check_kinds (schema, property, field->records);
    for (const QmRecord *kind = field->records;; kind++) {
      check_record (schema, kind);
      if (kind->told_by == NULL)
        break;
    }
  }
  g_assert_cmpint (cJSON_GetArraySize (properties), ==, n);
  g_assert_cmpint (cJSON_GetArraySize (required), ==, n_required);
}

static void
the_schema_says_what_the_tables_say (void)
{
  g_autofree char *text = read_file ("../data", "quymo.schema.json");
  cJSON *schema = cJSON_Parse (text);

  g_assert_nonnull (schema);
  check_record (schema, &qm_dataset_record);
  cJSON_Delete (schema);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/writer/keeps-a-file-that-somebody-wrote", keeps_a_file_that_somebody_wrote);
  g_test_add_func ("/writer/keeps-any-order", keeps_any_order);
  g_test_add_func ("/writer/keeps-every-number-and-character", keeps_every_number_and_character);
  g_test_add_func ("/writer/lays-a-file-out", lays_a_file_out);
  g_test_add_func ("/writer/fills-its-lines", fills_its_lines);
  g_test_add_func ("/writer/puts-a-new-key-in-its-place", puts_a_new_key_in_its_place);
  g_test_add_func ("/writer/the-schema-says-what-the-tables-say",
                   the_schema_says_what_the_tables_say);

  return g_test_run ();
}
