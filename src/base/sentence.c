#include "base/sentence.h"

char *
qm_sentence_begin (const char *message)
{
  char first[6];
  int length = g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (message)), first);

  return g_strdup_printf ("%.*s%s", length, first,
                          *message != '\0' ? g_utf8_next_char (message) : "");
}
