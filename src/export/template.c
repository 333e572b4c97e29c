#include "export/template.h"

#include "slides-resource.h"

#include <string.h>

#define FOLDER "/io/github/quymo/Quymo/slides/"

GHashTable *
qm_template_values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
qm_template_set (GHashTable *values, const char *name, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_hash_table_insert (values, g_strdup (name), g_markup_vprintf_escaped (format, arguments));
  va_end (arguments);
}

void
qm_template_set_xml (GHashTable *values, const char *name, char *xml)
{
  g_hash_table_insert (values, g_strdup (name), xml);
}

/* Appends the value of the name that begins at *text, and moves on behind it. */
static void
append_value (GString *filled, GHashTable *values, const char **text)
{
  const char *end = strchr (*text, '}');
  g_autofree char *name = NULL;
  const char *value;

  g_assert (end != NULL);
  name = g_strndup (*text, (gsize) (end - *text));
  value = g_hash_table_lookup (values, name);
  if (value == NULL)
    g_error ("the slides have no value for “%s”", name);
  g_string_append (filled, value);
  *text = end + 1;
}

GBytes *
qm_template_fill (const char *file, GHashTable *values)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (qm_slides_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *filled = g_string_new (NULL);
  const char *text;

  g_assert (bytes != NULL);
  /* A resource ends in a NUL that is not counted. */
  text = g_bytes_get_data (bytes, NULL);
  for (const char *brace; (brace = strchr (text, '{')) != NULL;) {
    g_string_append_len (filled, text, brace - text);
    text = brace + 1;
    append_value (filled, values, &text);
  }
  g_string_append (filled, text);
  return g_string_free_to_bytes (filled);
}
