#include "base/character.h"

#include <string.h>

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

/* n is that of the character before. */
static guint
count_marks (gunichar c, guint n)
{
  return c > 0x7F && g_unichar_ismark (c) ? n + 1 : 0;
}

gboolean
qm_character_are_crowded (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n <= QM_CHARACTER_MAX_MARKS; text = g_utf8_next_char (text))
    n = count_marks (g_utf8_get_char (text), n);
  return n > QM_CHARACTER_MAX_MARKS;
}

char *
qm_character_thin (const char *text)
{
  GString *thin = g_string_sized_new (strlen (text));
  guint n = 0;

  for (const char *next; *text != '\0'; text = next) {
    next = g_utf8_next_char (text);
    n = count_marks (g_utf8_get_char (text), n);
    if (n <= QM_CHARACTER_MAX_MARKS)
      g_string_append_len (thin, text, next - text);
    else if (n == QM_CHARACTER_MAX_MARKS + 1)
      g_string_append_unichar (thin, REPLACEMENT);
  }
  return g_string_free (thin, FALSE);
}

char *
qm_character_clean (const char *text)
{
  g_autofree char *thin = qm_character_thin (text);
  GString *clean = g_string_new (NULL);

  for (const char *next = thin; *next != '\0'; next = g_utf8_next_char (next)) {
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

int
qm_character_raised (gunichar c)
{
  if (c == 0xb2 || c == 0xb3)
    return (int) c - 0xb0;
  if (c == 0xb9)
    return 1;
  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int) c - 0x2070 : -1;
}
