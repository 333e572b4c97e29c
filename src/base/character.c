#include "base/character.h"

#define REPLACEMENT 0xFFFD

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

gboolean
qm_character_is_text (gunichar c)
{
  return c == '\t' || c == '\n' ||
         (g_unichar_validate (c) && !g_unichar_iscntrl (c) && !is_noncharacter (c));
}

char *
qm_character_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next)) {
    gunichar c = g_utf8_get_char (next);

    g_string_append_unichar (clean, qm_character_is_text (c) ? c : REPLACEMENT);
  }
  return g_string_free (clean, FALSE);
}

/* Hebrew, Arabic, Syriac, Thaana, N'Ko and the like, their presentation forms, and the planes that
 * Unicode keeps for such scripts. */
static gboolean
runs_leftwards (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

char *
qm_character_isolate (const char *text)
{
  for (const char *next = text; next != NULL && *next != '\0'; next = g_utf8_next_char (next))
    if (runs_leftwards (g_utf8_get_char (next)))
      return g_strconcat ("\u2068", text, "\u2069", NULL);
  return g_strdup (text);
}

gboolean
qm_character_are_spaces (const char *text)
{
  while (text != NULL && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text == NULL || *text == '\0';
}
