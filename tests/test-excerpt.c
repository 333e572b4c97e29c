/* Places shown in their lines. */
#include "dataset/excerpt.h"

#include <string.h>

#define TEN "0123456789"
#define FORTY TEN TEN TEN TEN

/* In a text, § is where the place is. */
typedef struct {
  const char *text, *line, *underline;
} Case;

static const Case cases[] = {
  { "one\n  \"key\": §\"a \\\"b\\\"\", 2\nthree", "  \"key\": \"a \\\"b\\\"\", 2",
    "         ^~~~~~~~~" },
  { "§{\"a\": 1}", "{\"a\": 1}", "^" },
  { "{\"a\": §-12.5e+3}", "{\"a\": -12.5e+3}", "      ^~~~~~~~" },
  { "{\"a\": §nul}\r\n", "{\"a\": nul}", "      ^~~" },
  { "{\"a\": §\"not ended\n\"", "{\"a\": \"not ended", "      ^~~~~~~~~~" },
  { "{\"a\": §\"\\", "{\"a\": \"\\", "      ^~" },
  { "a\nb§\nc", "b", " ^" },
  { "a\nb§", "b", " ^" },
  { "a\n§", "", "^" },
  { "§", "", "^" },
  { "\t§x\ty", " x y", " ^" },
  { "Tiếng Việt §, e\xcc\xa3 中文§§", "Tiếng Việt , e\xcc\xa3 中文§§", "           ^" },
  { "中文e\xcc\xa3 §中.", "中文e\xcc\xa3 中.", "      ^~" },
  /* What would move a cursor, and what is no text at all. */
  { "\x1b[2J§\x07", "\xef\xbf\xbd[2J\xef\xbf\xbd", "    ^" },
  { "ab\xff§\xfe\xfe\"", "ab\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"", "   ^" },
  { "\xe2\x80\xae§x", "\xef\xbf\xbdx", " ^" },
  /* Long lines: 96 characters are shown. */
  { FORTY FORTY "012345678901234§x", FORTY FORTY "012345678901234x",
    "                                                                                          "
    "     ^" },
  { FORTY FORTY FORTY FORTY "§xy" FORTY FORTY FORTY, "…" FORTY "xy" FORTY TEN "0123…",
    "                                         ^~" },
  { "§" FORTY FORTY FORTY, FORTY FORTY TEN "012345…", "^" },
  { "§\"" FORTY FORTY FORTY, "\"" FORTY FORTY TEN "01234…", "^" },
  { FORTY FORTY FORTY "§x",
    "…"
    "56789" FORTY FORTY TEN "x",
    NULL },
};

static void
shows (gconstpointer data)
{
  const Case *this = data;
  const char *place = strstr (this->text, "§");
  g_autofree char *text = g_strndup (this->text, (gsize) (place - this->text));
  g_autofree char *whole = g_strconcat (text, place + strlen ("§"), NULL);
  gsize length = strlen (whole), offset = strlen (text);
  /* A block of exactly that length, so that a sanitizer sees every step beyond it. */
  g_autofree char *block = g_memdup2 (whole, length);
  QmExcerpt excerpt = qm_excerpt (block != NULL ? block : "", length, offset);
  g_autofree char *underline = qm_excerpt_underline (&excerpt);

  g_assert_cmpstr (excerpt.text, ==, this->line);
  if (this->underline != NULL && strstr (this->line, FORTY) == NULL)
    g_assert_cmpstr (underline, ==, this->underline);
  qm_excerpt_clear (&excerpt);
}

/* Whatever the bytes are, it is short and valid, and the place is in it. */
static void
survives_anything (void)
{
  enum { LENGTH = 4000 };
  static const char bytes[] = "\x80\xbf\xe2\xf0\xff\"\\\0a1-{, \t\x1b";
  g_autofree char *text = g_malloc (LENGTH);

  for (int round = 0; round < 2000; round++) {
    int n_kinds = g_test_rand_int_range (1, sizeof bytes);
    gsize offset = (gsize) g_test_rand_int_range (0, LENGTH + 1);
    QmExcerpt excerpt;

    for (int i = 0; i < LENGTH; i++)
      text[i] = bytes[g_test_rand_int_range (0, n_kinds)];
    if (round % 2 == 0)
      text[g_test_rand_int_range (0, LENGTH)] = '\n';
    excerpt = qm_excerpt (text, LENGTH, offset);
    g_assert_true (g_utf8_validate (excerpt.text, -1, NULL));
    g_assert_cmpint (g_utf8_strlen (excerpt.text, -1), <=, 4 * 96 + 2);
    g_assert_cmpint (excerpt.start, >=, 0);
    g_assert_cmpint (excerpt.length, >=, 0);
    g_assert_cmpint (excerpt.start + excerpt.length, <=, g_utf8_strlen (excerpt.text, -1));
    qm_excerpt_clear (&excerpt);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("/excerpt/shows-the-place/%u", (guint) i);

    g_test_add_data_func (name, &cases[i], shows);
  }
  g_test_add_func ("/excerpt/survives-anything", survives_anything);
  return g_test_run ();
}
