#include "dataset/problem-list.h"

#include "base/words.h"
#include "dataset/json-check.h"

#include <math.h>
#include <string.h>

/* Longer texts are shortened in a message. */
#define MAX_SHOWN_CHARACTERS 40

typedef struct {
  gboolean is_at_key;
  char *expected;
  char *found;
} Pending;

struct _QmProblemList {
  GHashTable *by_value; /* const cJSON * → GPtrArray of Pending */
  gsize n;
};

/* Walks the text and the tree together. Both are in the order of the file. */
typedef struct {
  const QmProblemList *problems;
  const char *text;
  gsize length;
  gsize offset;
  GString *pointer;
  gsize counted; /* up to which byte line and column are counted */
  int line, column;
  GPtrArray *located;
} Walk;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->expected);
  g_free (pending->found);
  g_free (pending);
}

void
qm_problem_free (QmProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->pointer);
  g_free (problem->expected);
  g_free (problem->found);
  qm_excerpt_clear (&problem->excerpt);
  g_free (problem);
}

char *
qm_problem_describe (const QmProblem *problem)
{
  return g_strdup_printf (_ ("expected %s, found %s"), problem->expected, problem->found);
}

char *
qm_problem_to_string (const QmProblem *problem, const char *file)
{
  g_autofree char *what = qm_problem_describe (problem);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s", file, what);
  if (*problem->pointer == '\0')
    return g_strdup_printf ("%s:%d:%d: %s", file, problem->line, problem->column, what);

  return g_strdup_printf ("%s:%d:%d: %s: %s", file, problem->line, problem->column,
                          problem->pointer, what);
}

char *
qm_problem_show_line (const QmProblem *problem)
{
  g_autofree char *underline = NULL;

  if (problem->excerpt.text == NULL)
    return NULL;
  underline = qm_excerpt_underline (&problem->excerpt);
  return g_strdup_printf ("%6d | %s\n       | %s", problem->line, problem->excerpt.text, underline);
}

QmProblemList *
qm_problem_list_new (void)
{
  QmProblemList *problems = g_new0 (QmProblemList, 1);

  problems->by_value = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  return problems;
}

void
qm_problem_list_free (QmProblemList *problems)
{
  if (problems == NULL)
    return;

  g_hash_table_unref (problems->by_value);
  g_free (problems);
}

gsize
qm_problem_list_count (const QmProblemList *problems)
{
  return problems->n;
}

static void
add (QmProblemList *problems, const cJSON *value, gboolean is_at_key, const char *expected,
     char *found)
{
  GPtrArray *list = g_hash_table_lookup (problems->by_value, value);
  Pending *pending = g_new (Pending, 1);

  if (list == NULL) {
    list = g_ptr_array_new_with_free_func (pending_free);
    g_hash_table_insert (problems->by_value, (gpointer) value, list);
  }

  *pending = (Pending){ is_at_key, g_strdup (expected), found };
  g_ptr_array_add (list, pending);
  problems->n++;
}

void
qm_problem_list_add (QmProblemList *problems, const cJSON *value, const char *expected, char *found)
{
  add (problems, value, FALSE, expected, found);
}

void
qm_problem_list_add_at_key (QmProblemList *problems, const cJSON *value, const char *expected,
                            char *found)
{
  add (problems, value, TRUE, expected, found);
}

static char *
quote (const char *text)
{
  g_autofree char *shown =
      g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SHOWN_CHARACTERS));
  gboolean is_whole = strlen (shown) == strlen (text);

  /* A message is one line. */
  g_strdelimit (shown, "\n\r\t\b\f\v", ' ');

  return g_strdup_printf ("“%s%s”", shown, is_whole ? "" : "…");
}

static char *
describe (const cJSON *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  int n_elements = cJSON_GetArraySize (value);

  if (cJSON_IsString (value))
    return *value->valuestring != '\0' ? quote (value->valuestring)
                                       : g_strdup (_ ("an empty text"));
  if (cJSON_IsNumber (value) && !isfinite (value->valuedouble))
    return g_strdup (_ ("a number that is too large"));
  if (cJSON_IsNumber (value))
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", value->valuedouble));
  if (cJSON_IsObject (value))
    return g_strdup (value->child != NULL ? _ ("an object") : _ ("an empty object"));
  if (cJSON_IsArray (value) && value->child != NULL)
    return g_strdup_printf (
        ngettext ("an array of %d element", "an array of %d elements", (gulong) n_elements),
        n_elements);
  if (cJSON_IsArray (value))
    return g_strdup (_ ("an empty array"));
  if (cJSON_IsBool (value))
    return g_strdup (cJSON_IsTrue (value) ? "true" : "false");

  return g_strdup ("null");
}

void
qm_problem_list_add_value (QmProblemList *problems, const cJSON *value, const char *expected)
{
  qm_problem_list_add (problems, value, expected, describe (value));
}

void
qm_problem_list_add_missing_key (QmProblemList *problems, const cJSON *object, const char *key)
{
  g_autofree char *expected = g_strdup_printf (_ ("the key “%s”"), key);

  qm_problem_list_add (problems, object, expected, g_strdup (_ ("none")));
}

static void
count_lines (Walk *walk, gsize offset)
{
  for (; walk->counted < offset; walk->counted++) {
    guchar byte = (guchar) walk->text[walk->counted];
    gboolean is_continued = (byte & 0xC0) == 0x80; /* inside a character of UTF-8 */

    if (byte == '\n') {
      walk->line++;
      walk->column = 1;
    } else if (!is_continued) {
      walk->column++;
    }
  }
}

static void
append_problem (Walk *walk, gsize offset, const char *expected, const char *found)
{
  QmProblem *problem = g_new0 (QmProblem, 1);

  count_lines (walk, offset);
  problem->line = walk->line;
  problem->column = walk->column;
  problem->pointer = g_strdup (walk->pointer->str);
  problem->expected = g_strdup (expected);
  problem->found = g_strdup (found);
  problem->excerpt = qm_excerpt (walk->text, walk->length, offset);
  g_ptr_array_add (walk->located, problem);
}

static void
append_problems_of (Walk *walk, const cJSON *value, gboolean is_at_key)
{
  const GPtrArray *list = g_hash_table_lookup (walk->problems->by_value, value);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const Pending *pending = list->pdata[i];

    if (pending->is_at_key == is_at_key)
      append_problem (walk, walk->offset, pending->expected, pending->found);
  }
}

/* ~ and / have a meaning in a pointer (RFC 6901). */
static void
append_key (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');

  for (; *key != '\0'; key++) {
    if (*key == '~')
      g_string_append (pointer, "~0");
    else if (*key == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *key);
  }
}

static void
skip_space (Walk *walk)
{
  walk->offset = qm_json_skip_space (walk->text, walk->length, walk->offset);
}

static void
skip_string (Walk *walk)
{
  do
    walk->offset += walk->text[walk->offset] == '\\' ? 2 : 1;
  while (walk->text[walk->offset] != '"');

  walk->offset++;
}

static void
skip_word (Walk *walk)
{
  while (walk->offset < walk->length && strchr (",]} \t\r\n", walk->text[walk->offset]) == NULL)
    walk->offset++;
}

static void walk_value (Walk *walk, const cJSON *value);

/* From the opening bracket to behind the closing one. */
static void
walk_children (Walk *walk, const cJSON *parent)
{
  gsize pointer_length = walk->pointer->len;
  gsize index = 0;
  const cJSON *child;

  walk->offset++;
  skip_space (walk);

  cJSON_ArrayForEach (child, parent) {
    skip_space (walk);

    if (cJSON_IsObject (parent)) {
      append_key (walk->pointer, child->string);
      append_problems_of (walk, child, TRUE);
      skip_string (walk);
      skip_space (walk);
      walk->offset++; /* the colon */
    } else {
      g_string_append_printf (walk->pointer, "/%" G_GSIZE_FORMAT, index++);
    }

    walk_value (walk, child);
    g_string_truncate (walk->pointer, pointer_length);

    skip_space (walk);
    walk->offset += child->next != NULL; /* the comma */
  }

  walk->offset++;
}

static void
walk_value (Walk *walk, const cJSON *value)
{
  skip_space (walk);
  append_problems_of (walk, value, FALSE);

  if (cJSON_IsObject (value) || cJSON_IsArray (value))
    walk_children (walk, value);
  else if (cJSON_IsString (value))
    skip_string (walk);
  else
    skip_word (walk);
}

void
qm_problem_list_locate (const QmProblemList *problems, const char *text, gsize length,
                        const cJSON *root, GPtrArray *located)
{
  Walk walk = {
    .problems = problems,
    .text = text,
    .length = length,
    .pointer = g_string_new (NULL),
    .line = 1,
    .column = 1,
    .located = located,
  };

  walk_value (&walk, root);
  g_string_free (walk.pointer, TRUE);
}

void
qm_problem_list_locate_offset (const char *text, gsize length, gsize offset, const char *expected,
                               const char *found, GPtrArray *located)
{
  Walk walk = {
    .text = text,
    .length = length,
    .pointer = g_string_new (NULL),
    .line = 1,
    .column = 1,
    .located = located,
  };

  append_problem (&walk, offset, expected, found);
  g_string_free (walk.pointer, TRUE);
}
