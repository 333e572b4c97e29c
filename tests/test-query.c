#include "found-text.h"
#include "search/query.h"

#include <string.h>

static void
test_words (void)
{
  static const struct {
    const char *typed, *expected; /* divided by "|" */
  } cases[] = {
    { "", "" },
    { " \t\n ", "" },
    { "…, ?! – “”", "" },
    { "\u0302", "" },
    { "Scale", "scale" },
    { "  industrial\u00a0 share\u3000to ", "industrial|share|to" },
    { "CÔNG nghiệp", "cong|nghiep" },
    { "“The Economist”, (2025)", "the|economist|2025" },
    { "data-centre 1–16", "data|centre|1|16" },
    { "US$300 38.6% ≈50 6× 1/15", "us$300|38.6|≈50|6*|1/15" },
    { "one ONE two one", "one|two" },
    { "công cong", "cong|cong" },
    { "¶4", "4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) words = qm_query_words (cases[i].typed);
    g_autoptr (GString) joined = g_string_new (NULL);

    for (guint j = 0; j < words->len; j++)
      g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "",
                              ((const QmQueryWord *) words->pdata[j])->plain);
    g_assert_cmpstr (joined->str, ==, cases[i].expected);
  }
}

static void
test_many_words (void)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GPtrArray) words = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (typed, "word%d ", i);
  words = qm_query_words (typed->str);
  g_assert_cmpuint (words->len, >=, 20);
  g_assert_cmpuint (words->len, <, 100);
}

static void
test_match (void)
{
  static const struct {
    const char *word, *text;
    QmMatch expected;
  } cases[] = {
    { "rice", "Licorice and rice", QM_MATCH_WHOLE },
    { "rice", "Licorice and ricefields", QM_MATCH_START },
    { "rice", "Licorice", QM_MATCH_INSIDE },
    { "rice", "Lice", QM_MATCH_NONE },
    { "RICE", "rice’s", QM_MATCH_WHOLE },
    { "rice", "RICE", QM_MATCH_WHOLE },

    /* Typed without marks: any marks. */
    { "cong", "Công nghiệp", QM_MATCH_WHOLE },
    { "cong", "cộng", QM_MATCH_WHOLE },
    { "cong", "cong", QM_MATCH_WHOLE },
    { "dong", "Đồng", QM_MATCH_WHOLE },
    { "ngh", "nghiệp", QM_MATCH_START },
    { "my", "economy", QM_MATCH_INSIDE },

    /* Typed with marks: the same first, no others inside a word. */
    { "công", "Cộng, công", QM_MATCH_WHOLE },
    { "CÔNG", "co\u0302ng", QM_MATCH_WHOLE },
    { "co\u0302ng", "công", QM_MATCH_WHOLE },
    { "cô", "công", QM_MATCH_START },
    { "ông", "công", QM_MATCH_INSIDE },
    { "công", "cộng", QM_MATCH_UNLIKE_WHOLE },
    { "công", "cong", QM_MATCH_UNLIKE_WHOLE },
    { "công", "conga", QM_MATCH_UNLIKE_START },
    { "mỹ", "economy", QM_MATCH_NONE },
    { "đ", "d", QM_MATCH_UNLIKE_WHOLE },

    /* Numbers and signs. */
    { "50", "≈ US$50 billion", QM_MATCH_WHOLE },
    { "us", "US$50", QM_MATCH_START },
    { "us$50", "US$50 billion", QM_MATCH_WHOLE },
    { "$50", "US$50 billion", QM_MATCH_INSIDE },
    { "38.6", "38.6%", QM_MATCH_WHOLE },
    { "38", "38.6%", QM_MATCH_START },
    { "6", "38.6%", QM_MATCH_INSIDE },
    { "170", "170,000", QM_MATCH_START },
    { "10", "1, 2, 10.", QM_MATCH_WHOLE },
    { "6×", "6×", QM_MATCH_WHOLE },
    { "1/15", "1/15×", QM_MATCH_WHOLE },
    { "½", "½", QM_MATCH_WHOLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) words = qm_query_words (cases[i].word);
    g_auto (QmFolded) text = qm_folded (cases[i].text);

    g_test_message ("“%s” in “%s”", cases[i].word, cases[i].text);
    g_assert_cmpuint (words->len, ==, 1);
    g_assert_cmpint (qm_query_match (words->pdata[0], &text), ==, cases[i].expected);
  }
}

static void
test_marks (void)
{
  static const struct {
    const char *typed, *text, *expected; /* text with the marked parts in brackets */
  } cases[] = {
    { "rice", "Licorice and rice, Rice", "Licorice and [rice], [Rice]" },
    { "rice", "Licorice", "Lico[rice]" },
    { "cong", "Công, cộng", "[Công], [cộng]" },
    { "công", "Cộng, công, CÔNG", "Cộng, [công], [CÔNG]" },
    { "công", "Cộng", "[Cộng]" },
    { "nghiep", "Nghie\u0323\u0302p", "[Nghie\u0323\u0302p]" },
    { "cong nghiep", "Sản lượng công nghiệp", "Sản lượng [công] [nghiệp]" },
    { "dong", "Đồng minh", "[Đồng] minh" },
    { "mas", "Maße", "[Maß]e" },
    /* Overlapping and touching ones are one. */
    { "data dat", "data", "[data]" },
    { "aa", "aaa", "[aa]a" },
    { "50 us$", "US$50", "[US$50]" },
    { "xyz", "abc", "abc" },
    { "", "abc", "abc" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) words = qm_query_words (cases[i].typed);
    g_autoptr (GArray) spans = qm_query_mark (words, cases[i].text);
    g_autofree char *marked = with_marks (cases[i].text, spans);

    g_assert_cmpstr (marked, ==, cases[i].expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/words-are-what-is-between-spaces-and-dashes", test_words);
  g_test_add_func ("/query/a-pasted-book-ends", test_many_words);
  g_test_add_func ("/query/whole-words-before-starts-before-insides", test_match);
  g_test_add_func ("/query/marks-are-on-the-letters-found", test_marks);

  return g_test_run ();
}
