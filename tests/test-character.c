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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/character/tells-text-from-what-is-none", tells_text_from_what_is_none);
  g_test_add_func ("/character/cleans-a-text", cleans_a_text);

  return g_test_run ();
}
