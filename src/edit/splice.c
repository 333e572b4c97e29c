#include "edit/splice.h"

#include "dataset/writer.h"
#include "edit/written-numbers.h"

#include <string.h>

/* Bytes of the text, from start up to but not including end. */
typedef struct {
  gsize start, end;
} Span;

/* --- Where things stand --- */

static gsize
skip_space (const char *text, gsize offset)
{
  return offset + strspn (text + offset, " \t\r\n");
}

static gsize
skip_string (const char *text, gsize offset)
{
  for (offset++; text[offset] != '"'; offset++)
    if (text[offset] == '\\')
      offset++;
  return offset + 1;
}

/* Past the value that begins there. */
static gsize
skip_value (const char *text, gsize offset)
{
  int depth = 0;

  do {
    if (text[offset] == '"') {
      offset = skip_string (text, offset);
      continue;
    }
    if (strchr ("[{", text[offset]) != NULL)
      depth++;
    else if (strchr ("]}", text[offset]) != NULL)
      depth--;
    offset++;
  } while (depth > 0 || strchr (" \t\r\n,]}", text[offset]) == NULL);
  return offset;
}

/* The index-th entry of the array or object that begins there, with its key where it has one. value
 * is set to where its value begins. */
static Span
find_entry (const char *text, gsize container, int index, gsize *value)
{
  gsize offset = container + 1;
  Span span;

  for (int i = 0;; i++) {
    span.start = *value = skip_space (text, offset);
    if (text[container] == '{')
      *value = skip_space (text, skip_space (text, skip_string (text, span.start)) + 1);
    span.end = skip_value (text, *value);
    if (i == index)
      return span;
    offset = skip_space (text, span.end) + 1;
  }
}

static int
index_of (const cJSON *tree, const char *key)
{
  const cJSON *child;
  int index = 0;

  cJSON_ArrayForEach (child, tree) {
    if (g_str_equal (child->string, key))
      return index;
    index++;
  }
  return -1;
}

static gsize
find_member (const char *text, const cJSON *tree, const char *key)
{
  gsize value;

  find_entry (text, skip_space (text, 0), index_of (tree, key), &value);
  return value;
}

/* Characters before it on its line. */
static int
column_of (const char *text, gsize offset)
{
  const char *line = g_strrstr_len (text, (gssize) offset, "\n");

  line = line != NULL ? line + 1 : text;
  return (int) g_utf8_strlen (line, text + offset - line);
}

/* The spaces with which the line of that place begins. */
static int
indent_of (const char *text, gsize offset)
{
  const char *line = g_strrstr_len (text, (gssize) offset, "\n");

  return (int) strspn (line != NULL ? line + 1 : text, " ");
}

/* --- Changes --- */

static char *
splice (const char *text, Span span, const char *inserted)
{
  GString *whole = g_string_new_len (text, (gssize) span.start);

  g_string_append (whole, inserted);
  g_string_append (whole, text + span.end);
  return g_string_free (whole, FALSE);
}

/* Behind the keys that come before it in the tables. */
static char *
add_member (const char *text, const cJSON *tree, const char *key, const char *member)
{
  cJSON *copy = cJSON_Duplicate (tree, TRUE);
  g_autofree char *inserted = g_strdup_printf (",%s", member);
  gsize value;
  Span before;
  int index;

  qm_writer_set (&qm_dataset_record, copy, key, cJSON_CreateNull ());
  index = index_of (copy, key);
  cJSON_Delete (copy);
  /* The version of the format stands before all else. */
  g_assert (index > 0);
  before = find_entry (text, skip_space (text, 0), index - 1, &value);
  return splice (text, (Span) { before.end, before.end }, inserted);
}

char *
qm_splice_set (const char *text, const cJSON *tree, const char *key, const cJSON *value)
{
  g_autofree char *written = qm_dataset_write_value (value, 2);

  if (index_of (tree, key) < 0) {
    g_autofree char *member = g_strdup_printf ("\n  \"%s\": %s", key, written);

    return add_member (text, tree, key, member);
  } else {
    gsize start = find_member (text, tree, key);

    return splice (text, (Span) { start, skip_value (text, start) }, written);
  }
}

static char *
write_section (const char *key, const cJSON *entries)
{
  cJSON *file = cJSON_CreateObject ();
  char *written;

  cJSON_AddItemReferenceToObject (file, key, (cJSON *) entries);
  written = qm_dataset_write_section (file->child);
  cJSON_Delete (file);
  return written;
}

static char *
begin_section (const char *text, const cJSON *tree, const char *section, const cJSON *entries)
{
  g_autofree char *written = write_section (section, entries);
  g_autofree char *member = g_strdup_printf ("\n%s", written);
  gsize start;

  if (index_of (tree, section) < 0)
    return add_member (text, tree, section, member);
  start = find_member (text, tree, section);
  return splice (text, (Span) { start, skip_value (text, start) }, strchr (written, '['));
}

/* As the other entries are set apart: by what stands between the last two, or before the only one.
 */
static char *
append_behind (const char *text, gsize array, int n, const cJSON *entries)
{
  gsize value;
  Span last = find_entry (text, array, n - 1, &value);
  gsize gap = n > 1 ? skip_space (text, find_entry (text, array, n - 2, &value).end) : array;
  g_autofree char *space = g_strndup (text + gap + 1, last.start - gap - 1);
  gboolean has_line = strchr (space, '\n') != NULL;
  int column = has_line ? column_of (text, last.start) : indent_of (text, last.start) + 2;
  g_autoptr (GString) inserted = g_string_new (NULL);
  const cJSON *entry;

  cJSON_ArrayForEach (entry, entries) {
    g_autofree char *written = qm_dataset_write_value (entry, column);

    g_string_append_printf (inserted, ",%s%s", has_line ? space : " ", written);
  }
  return splice (text, (Span) { last.end, last.end }, inserted->str);
}

char *
qm_splice_append (const char *text, const cJSON *tree, const char *section, const cJSON *entries)
{
  int n = cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (tree, section));

  if (n == 0)
    return begin_section (text, tree, section, entries);
  return append_behind (text, find_member (text, tree, section), n, entries);
}

char *
qm_splice_replace (const char *text, const cJSON *tree, const char *section, int index,
                   const cJSON *entry)
{
  gsize value;
  Span span = find_entry (text, find_member (text, tree, section), index, &value);
  g_autofree char *written =
      qm_written_numbers_keep (text + span.start, span.end - span.start,
                               qm_dataset_write_value (entry, indent_of (text, span.start)));

  return splice (text, span, written);
}

char *
qm_splice_swap (const char *text, const cJSON *tree, const char *section, int index, int other)
{
  gsize array = find_member (text, tree, section), value;
  Span first = find_entry (text, array, MIN (index, other), &value);
  Span second = find_entry (text, array, MAX (index, other), &value);
  g_autofree char *first_text = g_strndup (text + first.start, first.end - first.start);
  g_autofree char *second_text = g_strndup (text + second.start, second.end - second.start);
  g_autofree char *half = splice (text, second, first_text);

  return splice (half, first, second_text);
}

/* An entry and the comma that divides it from another one. */
static char *
remove_entry (const char *text, gsize container, int index, int n)
{
  gsize value;
  Span span = find_entry (text, container, index, &value);

  if (index > 0)
    span.start = find_entry (text, container, index - 1, &value).end;
  else if (n > 1)
    span.end = find_entry (text, container, index + 1, &value).start;
  return splice (text, span, "");
}

char *
qm_splice_remove (const char *text, const cJSON *tree, const char *section, int index)
{
  int n = cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (tree, section));

  if (n > 1)
    return remove_entry (text, find_member (text, tree, section), index, n);
  return remove_entry (text, skip_space (text, 0), index_of (tree, section),
                       cJSON_GetArraySize (tree));
}
