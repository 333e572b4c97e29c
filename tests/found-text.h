/* What the tests of folding and searching share. */
#pragma once

#include "base/fold.h"

/* Mostly what is near to our languages, with some of everything. */
static inline gunichar
random_letter (void)
{
  static const gunichar ends[] = { 0x80, 0x250, 0x370, 0x2000, 0x3000, 0xd800, 0x110000 };
  gunichar letter;

  do
    letter = (gunichar) g_test_rand_int_range (
        1, (gint32) ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
  while (!g_unichar_validate (letter));
  return letter;
}

/* The text with its marks (element QmSpan) in brackets. */
static inline char *
with_marks (const char *text, const GArray *marks)
{
  GString *marked = g_string_new (text);

  for (guint i = marks->len; i > 0; i--) {
    QmSpan mark = g_array_index (marks, QmSpan, i - 1);

    g_string_insert_c (marked, (gssize) mark.end, ']');
    g_string_insert_c (marked, (gssize) mark.start, '[');
  }
  return g_string_free (marked, FALSE);
}
