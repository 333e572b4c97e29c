#include "edit/written-numbers.h"

#include <string.h>

/* Where the next number begins, outside of strings; end where there is none. */
static const char *
find_number (const char *text, const char *end)
{
  gboolean is_string = FALSE;

  for (; text < end; text++) {
    if (*text == '"')
      is_string = !is_string;
    else if (is_string && *text == '\\')
      text++;
    else if (!is_string && (*text == '-' || g_ascii_isdigit (*text)))
      return text;
  }
  return end;
}

static const char *
skip_number (const char *number)
{
  return number + strspn (number, "+-.0123456789eE");
}

static double *
read_number (const char *number)
{
  double *value = g_new (double, 1);

  *value = g_ascii_strtod (number, NULL);
  return value;
}

/* Value → its text, of the first of each. */
static GHashTable *
collect (const char *text, gsize length)
{
  GHashTable *texts = g_hash_table_new_full (g_double_hash, g_double_equal, g_free, g_free);
  const char *end = text + length;

  for (const char *next = find_number (text, end); next < end;
       next = find_number (skip_number (next), end)) {
    g_autofree double *value = read_number (next);

    if (!g_hash_table_contains (texts, value))
      g_hash_table_insert (texts, g_steal_pointer (&value),
                           g_strndup (next, (gsize) (skip_number (next) - next)));
  }
  return texts;
}

char *
qm_written_numbers_keep (const char *before, gsize length, char *written)
{
  g_autoptr (GHashTable) texts = collect (before, length);
  const char *end = written + strlen (written), *at = written;
  GString *kept = g_string_new (NULL);

  for (const char *next = find_number (at, end); next < end; next = find_number (at, end)) {
    g_autofree double *value = read_number (next);
    const char *own = g_hash_table_lookup (texts, value), *behind = skip_number (next);

    g_string_append_len (kept, at, next - at);
    if (own != NULL)
      g_string_append (kept, own);
    else
      g_string_append_len (kept, next, behind - next);
    at = behind;
  }
  g_string_append (kept, at);
  g_free (written);
  return g_string_free (kept, FALSE);
}
