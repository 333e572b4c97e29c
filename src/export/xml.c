#include "export/xml.h"

#include "base/character.h"

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

char *
qm_xml_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (qm_character_is_text (g_utf8_get_char (c)))
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
