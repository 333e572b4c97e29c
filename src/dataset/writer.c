#include "dataset/writer.h"

#include <math.h>

/* Characters of a line, and of each step to the right. */
#define WIDTH 100
#define STEP 2

static void
append_string (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_printf (text, "\\%c", *c);
    else if (*c == '\n' || *c == '\t')
      g_string_append (text, *c == '\n' ? "\\n" : "\\t");
    else if ((guchar) *c < ' ')
      g_string_append_printf (text, "\\u%04x", (guchar) *c);
    else
      g_string_append_c (text, *c);
  }
  g_string_append_c (text, '"');
}

/* As short as it can be and still be read as the same number. */
static void
append_number (GString *text, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (digits, sizeof digits, formats[i], number);
    if (!(fabs (g_ascii_strtod (digits, NULL) - number) > 0))
      break;
  }
  g_string_append (text, digits);
}

static void
append_key (GString *text, const cJSON *json)
{
  append_string (text, json->string);
  g_string_append (text, ": ");
}

/* On one line. */
static void
append_inline (GString *text, const cJSON *json)
{
  gboolean is_object = cJSON_IsObject (json);
  const cJSON *child;

  if (cJSON_IsString (json)) {
    append_string (text, json->valuestring);
  } else if (cJSON_IsNumber (json)) {
    append_number (text, json->valuedouble);
  } else if (!is_object && !cJSON_IsArray (json)) {
    g_string_append (text, cJSON_IsNull (json) ? "null" : cJSON_IsTrue (json) ? "true" : "false");
  } else {
    g_string_append (text, !is_object ? "[" : json->child != NULL ? "{ " : "{");
    cJSON_ArrayForEach (child, json) {
      if (is_object)
        append_key (text, child);
      append_inline (text, child);
      g_string_append (text, child->next != NULL ? ", " : "");
    }
    g_string_append (text, !is_object ? "]" : json->child != NULL ? " }" : "}");
  }
}

static void
append_line_break (GString *text, int depth)
{
  g_string_append_printf (text, "\n%*s", depth * STEP, "");
}

/* The row of a table stays one, however long. */
static gboolean
is_row (const cJSON *json)
{
  return cJSON_IsObject (json) && cJSON_GetObjectItemCaseSensitive (json, "values") != NULL;
}

/* What has elements of its own goes on as many lines where it does not fit on the rest of this one;
 * column is where it begins. */
static void
append_value (GString *text, const cJSON *json, int depth, glong column)
{
  gsize start = text->len;
  const cJSON *child;

  append_inline (text, json);
  if (json->child == NULL || is_row (json) ||
      column + g_utf8_strlen (text->str + start, -1) < WIDTH)
    return;

  g_string_truncate (text, start);
  g_string_append_c (text, cJSON_IsObject (json) ? '{' : '[');
  cJSON_ArrayForEach (child, json) {
    gsize line;

    append_line_break (text, depth + 1);
    line = text->len;
    if (cJSON_IsObject (json))
      append_key (text, child);
    append_value (text, child, depth + 1,
                  (depth + 1) * STEP + g_utf8_strlen (text->str + line, -1));
    g_string_append (text, child->next != NULL ? "," : "");
  }
  append_line_break (text, depth);
  g_string_append_c (text, cJSON_IsObject (json) ? '}' : ']');
}

/* An array of the file's own objects: each begins on a line of its own. */
static void
append_section (GString *text, const cJSON *section)
{
  const cJSON *child;

  append_line_break (text, 1);
  append_key (text, section);
  g_string_append_c (text, '[');
  cJSON_ArrayForEach (child, section) {
    append_line_break (text, 2);
    append_value (text, child, 2, 2 * STEP);
    g_string_append (text, child->next != NULL ? "," : "");
  }
  append_line_break (text, 1);
  g_string_append_c (text, ']');
}

char *
qm_dataset_write (const cJSON *json)
{
  GString *text = g_string_new ("{");
  const cJSON *child;

  g_return_val_if_fail (cJSON_IsObject (json), g_string_free (text, FALSE));

  cJSON_ArrayForEach (child, json) {
    if (qm_field_find (qm_dataset_record.fields, child->string)->records != NULL) {
      g_string_append (text, child->prev->next != NULL ? "\n" : "");
      append_section (text, child);
    } else {
      append_line_break (text, 1);
      append_key (text, child);
      append_value (text, child, 1, STEP + g_utf8_strlen (child->string, -1) + 4);
    }
    g_string_append (text, child->next != NULL ? "," : "");
  }
  g_string_append (text, "\n}\n");
  return g_string_free (text, FALSE);
}

char *
qm_dataset_write_value (const cJSON *json, int column)
{
  GString *text = g_string_new (NULL);

  append_value (text, json, column / STEP, column);
  return g_string_free (text, FALSE);
}

char *
qm_dataset_write_section (const cJSON *section)
{
  GString *text = g_string_new (NULL);

  append_section (text, section);
  return g_string_free (text, FALSE);
}

static void
sort_keys (const QmRecord *kinds, cJSON *object)
{
  const QmField *fields = qm_record_find (kinds, object)->fields;

  for (const QmField *field = fields; field->key != NULL; field++) {
    cJSON *value = cJSON_DetachItemFromObjectCaseSensitive (object, field->key);
    cJSON *element;

    if (value == NULL)
      continue;
    cJSON_AddItemToArray (object, value);
    if (field->records != NULL && cJSON_IsObject (value))
      sort_keys (field->records, value);
    else if (field->records != NULL)
      cJSON_ArrayForEach (element, value)
        sort_keys (field->records, element);
  }
}

void
qm_writer_sort (cJSON *json)
{
  sort_keys (&qm_dataset_record, json);
}

/* Where in the object a key that comes before the field in the tables stands last, counted from 1;
 * 0 where none does. */
static int
place_behind (const QmField *fields, const QmField *field, const cJSON *object)
{
  const cJSON *child;
  int place = 0, index = 0;

  cJSON_ArrayForEach (child, object) {
    index++;
    if (qm_field_find (fields, child->string) < field)
      place = index;
  }
  return place;
}

char *
qm_writer_print (cJSON *json)
{
  char *printed = cJSON_PrintUnformatted (json), *text = g_strdup (printed);

  cJSON_free (printed);
  cJSON_Delete (json);
  return text;
}

void
qm_writer_add_text (cJSON *object, const char *key, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (object, key, text);
}

void
qm_writer_set (const QmRecord *kinds, cJSON *object, const char *key, cJSON *value)
{
  const QmField *fields = qm_record_find (kinds, object)->fields;
  int place, n_behind;

  if (cJSON_GetObjectItemCaseSensitive (object, key) != NULL) {
    cJSON_ReplaceItemInObjectCaseSensitive (object, key, value);
    return;
  }

  /* What follows goes behind it, one by one: cJSON 1.7.15 does not insert what was detached. */
  place = place_behind (fields, qm_field_find (fields, key), object);
  n_behind = cJSON_GetArraySize (object) - place;
  cJSON_AddItemToObject (object, key, value);
  for (int i = 0; i < n_behind; i++)
    cJSON_AddItemToArray (object, cJSON_DetachItemFromArray (object, place));
}
