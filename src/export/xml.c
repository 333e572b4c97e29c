#include "export/xml.h"

void
qm_xml_append (GString *xml, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (xml, text);
}

/* https://www.w3.org/TR/xml/#charsets */
static gboolean
is_in_xml (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

char *
qm_xml_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (is_in_xml (g_utf8_get_char (c)))
      g_string_append_unichar (clean, g_utf8_get_char (c));
  return g_string_free (clean, FALSE);
}

char *
qm_xml_attribute (const char *text)
{
  g_autofree char *clean = qm_xml_clean (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  return g_strjoinv ("&#10;", lines);
}
