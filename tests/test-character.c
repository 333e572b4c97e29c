#include "base/character.h"

static void
tells_text_from_what_is_none (void)
{
  static const gunichar texts[] = { '\t',   '\n',   ' ',    'a',     0xA0,    0x1EA3,
                                    0x200D, 0xFFFD, 0xFFFC, 0x1F33E, 0x10FFFD };
  static const gunichar others[] = { 0,      1,       '\b',    '\r',     0x1B,     0x7F,    0x80,
                                     0x9B,   0x9F,    0xD800,  0xDFFF,   0xFDD0,   0xFDEF,  0xFFFE,
                                     0xFFFF, 0x1FFFE, 0x2FFFF, 0x10FFFE, 0x10FFFF, 0x110000 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (qm_character_is_text (texts[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_test_message ("U+%04X", others[i]);
    g_assert_false (qm_character_is_text (others[i]));
  }
}

static void
cleans_a_text (void)
{
  g_autofree char *clean = qm_character_clean ("Lúa\t🌾\n\x1b[31m\xc2\x9b\xef\xbf\xbf.");

  g_assert_cmpstr (clean, ==, "Lúa\t🌾\n\xef\xbf\xbd[31m\xef\xbf\xbd\xef\xbf\xbd.");
}

/* n marks on a letter, and what comes after. */
static char *
crowd (guint n, const char *after)
{
  GString *text = g_string_new ("một bệ");

  for (guint i = 0; i < n; i++)
    g_string_append (text, i % 2 == 0 ? "\u0301" : "\u0323");
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
thins_what_crowds_a_letter (void)
{
  g_autofree char *most = crowd (QM_CHARACTER_MAX_MARKS, " a\u0301.\n"),
                  *more = crowd (QM_CHARACTER_MAX_MARKS + 5, " a\u0301.\n"),
                  *expected = crowd (QM_CHARACTER_MAX_MARKS, "\uFFFD a\u0301.\n"),
                  *same = qm_character_thin (most), *thin = qm_character_thin (more),
                  *clean = qm_character_clean (more);

  g_assert_false (qm_character_are_crowded (most));
  g_assert_true (qm_character_are_crowded (more));
  g_assert_cmpstr (same, ==, most);
  g_assert_cmpstr (thin, ==, expected);
  g_assert_cmpstr (clean, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/character/tells-text-from-what-is-none", tells_text_from_what_is_none);
  g_test_add_func ("/character/cleans-a-text", cleans_a_text);
  g_test_add_func ("/character/thins-what-crowds-a-letter", thins_what_crowds_a_letter);

  return g_test_run ();
}
