#include "base/fold.h"
#include "found-text.h"

#include <string.h>

typedef struct {
  const char *text, *cased, *plain;
} Case;

static const Case cases[] = {
  { "", "", "" },
  { "Scale 2030", "scale 2030", "scale 2030" },
  { "CÔNG NGHIỆP", "công nghiệp", "cong nghiep" },
  { "Đồng minh, đồng minh", "đồng minh, đồng minh", "dong minh, dong minh" },
  { "Mỹ ƯỚC TÍNH", "mỹ ước tính", "my uoc tinh" },
  /* The same letters as base and marks, in either order of the marks. */
  { "co\u0302ng nghie\u0323\u0302p", "công nghiệp", "cong nghiep" },
  { "nghie\u0302\u0323p", "nghiệp", "nghiep" },
  { "Straße", "strasse", "strasse" },
  { "Øre Łódź Æon", "øre łódź æon", "ore lodz aeon" },
  { "İstanbul", "i\u0307stanbul", "istanbul" },
  { "ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ σίσυφοσ", "σισυφοσ σισυφοσ" },
  { "ﬁne ½ ＵＳ", "fine 1\u20442 us", "fine 1/2 us" },
  { "the world’s “now” 1–16", "the world’s “now” 1–16", "the world's \"now\" 1-16" },
  { "≈\u00a050 €", "≈ 50 €", "≈ 50 €" },
  { "\u00adsoft\u00adhyphen\u00ad", "softhyphen", "softhyphen" },
  { "\u0302", "\u0302", "" },
  { "Ёлка", "ёлка", "елка" },
  { "規模", "規模", "規模" },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *cased = qm_fold (cases[i].text, QM_FOLD_CASE, NULL);
    g_autofree char *plain = qm_fold (cases[i].text, QM_FOLD_MARKS, NULL);

    g_assert_cmpstr (cased, ==, cases[i].cased);
    g_assert_cmpstr (plain, ==, cases[i].plain);
  }
}

static void
test_twice (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *cased = qm_fold (cases[i].cased, QM_FOLD_CASE, NULL);
    g_autofree char *plain = qm_fold (cases[i].cased, QM_FOLD_MARKS, NULL);
    g_autofree char *again = qm_fold (plain, QM_FOLD_MARKS, NULL);

    g_assert_cmpstr (cased, ==, cases[i].cased);
    g_assert_cmpstr (plain, ==, cases[i].plain);
    g_assert_cmpstr (again, ==, cases[i].plain);
  }
}

/* The part of the text that part, the first of its kind in the fold, comes from. */
static char *
origin_of (const char *text, const char *part)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *folded = qm_fold (text, QM_FOLD_MARKS, origins);
  const char *at = strstr (folded, part);
  gsize start = (gsize) (at - folded);
  QmSpan span;

  g_assert_nonnull (at);
  g_assert_cmpuint (origins->len, ==, strlen (folded) + 1);
  span = qm_fold_origin (origins, (QmSpan) { start, start + strlen (part) });
  return g_strndup (text + span.start, span.end - span.start);
}

static void
test_origin (void)
{
  static const struct {
    const char *text, *part, *expected;
  } table[] = {
    { "Sản lượng CÔNG NGHIỆP", "cong", "CÔNG" },
    { "Sản lượng công nghiệp", "nghiep", "nghiệp" },
    { "nghie\u0323\u0302p", "e", "e\u0323\u0302" },
    { "nghie\u0323\u0302p", "nghi", "nghi" },
    { "nghie\u0323\u0302p", "p", "p" },
    { "Đông", "d", "Đ" },
    { "\u0302Đông", "d", "Đ" },
    /* Half of a letter is all of it. */
    { "Maße", "mas", "Maß" },
    { "Maße", "se", "ße" },
    { "x…", ".", "…" },
    { "a\u00adb", "ab", "a\u00adb" },
    { "whole", "whole", "whole" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *origin = origin_of (table[i].text, table[i].part);

    g_assert_cmpstr (origin, ==, table[i].expected);
  }
}

static void
check_origins (const char *text, QmFold fold)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *folded = qm_fold (text, fold, origins);
  g_autofree char *without = qm_fold (text, fold, NULL);
  gsize length = strlen (folded), end = strlen (text), before = 0;

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (folded, ==, without);
  g_assert_cmpuint (origins->len, ==, length + 1);
  for (gsize i = 0; i <= length; i++) {
    gsize origin = g_array_index (origins, gsize, i);

    g_assert_cmpuint (origin, >=, before);
    g_assert_true (origin == end || ((guchar) text[origin] & 0xc0) != 0x80);
    before = origin;
  }
  g_assert_cmpuint (before, ==, end);
}

static void
test_any_text (void)
{
  for (int i = 0; i < 5000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
      g_string_append_unichar (text, random_letter ());
    check_origins (text->str, QM_FOLD_CASE);
    check_origins (text->str, QM_FOLD_MARKS);
  }
}

static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *plain = NULL;

  for (int i = 0; i < 500000; i++)
    g_string_append (text, "\u0302\u0323");
  g_string_append (text, "b");
  plain = qm_fold (text->str, QM_FOLD_MARKS, NULL);
  g_assert_cmpstr (plain, ==, "ab");
  check_origins (text->str, QM_FOLD_CASE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/takes-away-case-and-then-marks", test_table);
  g_test_add_func ("/fold/what-is-folded-stays", test_twice);
  g_test_add_func ("/fold/knows-where-a-part-comes-from", test_origin);
  g_test_add_func ("/fold/any-text-is-folded", test_any_text);
  g_test_add_func ("/fold/a-million-marks-on-a-letter-end", test_many_marks);

  return g_test_run ();
}
