#include "base/tcvn3.h"

#include <string.h>

/* Of each byte from 0x80 on; "?" for none. Capitals with marks have the codes of small letters, in
 * a font of their own. */
static const char letters[] = "?\??\??…?\??\??\??\??\??‘’“”?–—?\??\??\??\?"
                              "\u00a0ĂÂÊÔƠƯĐăâêôơưđ?\??\??\?àảãáạ?ằẳẵắ?"
                              "?\??\??\?ặầẩẫấậè?ẻẽéẹềểễếệìỉ?\??ĩíịò"
                              "?ỏõóọồổỗốộờởỡớợù?ủũúụừửữứựỳỷỹýỵ?";

char *
qm_tcvn3_convert (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 2);

  for (gsize i = 0; i < length; i++) {
    guchar byte = (guchar) bytes[i];
    gunichar letter =
        byte < 0x80 ? byte : g_utf8_get_char (g_utf8_offset_to_pointer (letters, byte - 0x80));

    if (byte == 0 || (byte >= 0x80 && letter == '?'))
      return NULL;
    g_string_append_unichar (text, letter);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Consonants, vowels, and consonants again: its marks do not matter. */
static gboolean
is_syllable (const char *word, gsize length)
{
  g_autofree char *apart = g_utf8_normalize (word, (gssize) length, G_NORMALIZE_NFD);
  g_autoptr (GString) base = g_string_new (NULL);
  gsize n_vowels, end;

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_c (base, *c > 0 ? g_ascii_tolower (*c) : 'd');
  end = strspn (base->str, "bcdghklmnpqrstvx");
  n_vowels = strspn (base->str + end, "aeiouy");
  end += n_vowels;
  end += strspn (base->str + end, "cghmnpt");
  return n_vowels > 0 && n_vowels < 4 && end == base->len && end < 8;
}

gboolean
qm_tcvn3_is_likely (const char *bytes, gsize length)
{
  g_autofree char *text =
      memchr (bytes, 0xAE, length) != NULL ? qm_tcvn3_convert (bytes, length) : NULL;
  guint n_words = 0, n_syllables = 0;

  for (const char *c = text; c != NULL && *c != '\0';) {
    const char *end = c;
    gboolean has_mark = FALSE;

    for (; g_unichar_isalpha (g_utf8_get_char (end)); end = g_utf8_next_char (end))
      has_mark |= *end < 0;
    n_words += has_mark;
    n_syllables += has_mark && is_syllable (c, (gsize) (end - c));
    c = end > c ? end : g_utf8_next_char (c);
  }
  return n_words > 3 && n_syllables * 20 >= n_words * 19;
}
