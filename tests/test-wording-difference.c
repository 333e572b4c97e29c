/* What tells figures of one entity in one panel apart. */
#include "base/language.h"
#include "chart/words/wording.h"
#include "load-dataset.h"

#include <string.h>

/* Figures of one entity in one panel: by what is said, then by who says it, then by their places.
 */
static void
test_what_tells_figures_apart (void)
{
  const QmEntity peru = { .id = "peru" }, chile = { .id = "chile" };
  const QmTime early = { .start = { .year = 2023 }, .end = { .year = 2023 } },
               late = { .start = { .year = 2024 }, .end = { .year = 2024 } };
  const QmSource atlas = { .number = 1 }, herald = { .number = 2 };
  const QmCitation by_atlas = { .source = &atlas }, by_herald = { .source = &herald };
  const struct {
    const QmEntity *entity;
    const QmTime *time;
    const QmCitation *citation;
    const char *difference;
  } cases[] = {
    { &peru, &early, &by_atlas, "2023" },
    { &peru, &late, &by_atlas, "2024, [1]" },
    { &peru, &late, &by_herald, "2024, [2], figure 1 of 2" },
    { &peru, &late, &by_herald, "2024, [2], figure 2 of 2" },
    { &chile, &late, &by_atlas, "" },
  };
  QmClaim claims[G_N_ELEMENTS (cases)] = { 0 };
  const QmClaim *pointers[G_N_ELEMENTS (cases)];
  const QmPanel panel = { .claims = pointers, .n_claims = G_N_ELEMENTS (cases) };

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    claims[i] = (QmClaim) { .entity = cases[i].entity,
                            .time = *cases[i].time,
                            .citations = cases[i].citation,
                            .n_citations = 1 };
    pointers[i] = &claims[i];
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *difference = qm_wording_difference (&panel, &claims[i]);

    g_assert_cmpstr (difference, ==, cases[i].difference);
  }
}

/* The words of a time, how many sources are cited, and where in one of them. */
static void
test_what_little_tells_figures_apart (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmText *here = dataset->sources[0].title, *there = dataset->sources[1].title;
  const QmEntity peru = { .id = "peru" };
  const QmDate year = { .year = 2023 };
  const QmSource atlas = { .number = 1 }, herald = { .number = 2 };
  const QmCitation by_both[] = { { .source = &atlas, .at = here },
                                 { .source = &herald, .at = here } };
  const QmCitation by_one[] = { { .source = &atlas, .at = here },
                                { .source = &atlas, .at = there } };
  const struct {
    QmClaim claims[2];
    const char *second; /* what tells the second one */
  } pairs[] = {
    { { { .entity = &peru, .time = { .start = year, .end = year, .words = here } },
        { .entity = &peru, .time = { .start = year, .end = year } } },
      "2023" },
    { { { .entity = &peru, .citations = by_both, .n_citations = 1 },
        { .entity = &peru, .citations = by_both, .n_citations = 2 } },
      "[1] [2]" },
    { { { .entity = &peru, .citations = &by_one[1], .n_citations = 1 },
        { .entity = &peru, .citations = &by_one[0], .n_citations = 1 } },
      "[1 Scale is the key to success]" },
  };

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    const QmClaim *claims[] = { &pairs[i].claims[0], &pairs[i].claims[1] };
    const QmPanel panel = { .claims = claims, .n_claims = 2 };
    g_autofree char *first = qm_wording_difference (&panel, claims[0]);
    g_autofree char *second = qm_wording_difference (&panel, claims[1]);

    g_assert_cmpstr (second, ==, pairs[i].second);
    g_assert_cmpstr (first, !=, second);
    g_assert_null (strstr (first, "figure "));
  }
}

/* All that can tell a claim from another, in words. */
static char *
word_all_of (const QmClaim *claim)
{
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *references = qm_wording_references (claim);
  g_autofree char *value = qm_wording_value (claim);

  return g_strdup_printf ("%s|%s|%s|%s", time, qm_wording_standing (claim->quantity.standing),
                          references, claim->unit.kind == QM_UNIT_RANK ? value : "");
}

/* Those that say the same in words, and only those, are counted; with its rank, which stands before
 * it, each is told from all others. */
static void
assert_counted (const QmPanel *panel)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < panel->n_claims; i++) {
    g_autofree char *difference = qm_wording_difference (panel, panel->claims[i]);
    g_autofree char *words = word_all_of (panel->claims[i]);
    gboolean has_same = FALSE;

    for (gsize j = 0; j < panel->n_claims && !has_same; j++) {
      g_autofree char *others = word_all_of (panel->claims[j]);

      has_same = j != i && g_str_equal (others, words);
    }
    g_test_message ("%s: %s", words, difference);
    g_assert_cmpint (strstr (difference, "figure ") != NULL, ==, has_same);
    g_assert_true (g_hash_table_add (told, g_strconcat (strrchr (words, '|'), difference, NULL)));
  }
}

static QmClaim
make_similar (GRand *dice, const QmCitation citations[], QmEntity *entity)
{
  static const QmDate year = { .year = 2023 }, next = { .year = 2024 },
                      quarter = { 2023, 1, 0, QM_DATE_QUARTER, QM_DATE_WHOLE };
  const QmTime times[] = { { .start = year, .end = year },
                           { .start = year, .end = year, .is_approximate = TRUE },
                           { .start = year, .end = next },
                           { .start = year, .end = next, .is_approximate = TRUE },
                           { .end = next },
                           { .start = quarter, .end = quarter } };
  gsize first = (gsize) g_rand_int_range (dice, 0, 4);

  return (QmClaim) { .entity = entity,
                     .time = times[g_rand_int_range (dice, 0, G_N_ELEMENTS (times))],
                     .unit = { .kind = g_rand_boolean (dice) ? QM_UNIT_RANK : QM_UNIT_NUMBER },
                     .quantity = { .value = g_rand_int_range (dice, 1, 3),
                                   .standing = g_rand_boolean (dice) ? QM_STATED : QM_PROJECTED },
                     .citations = citations + first,
                     .n_citations = (gsize) g_rand_int_range (dice, 1, 5 - (int) first) };
}

static void
test_only_what_says_the_same_is_counted (void)
{
  QmEntity peru = { .id = "peru" };
  const QmSource sources[] = { { .number = 1 }, { .number = 2 }, { .number = 3 }, { .number = 4 } };
  const QmCitation citations[] = { { .source = &sources[0] },
                                   { .source = &sources[1] },
                                   { .source = &sources[2] },
                                   { .source = &sources[3] } };

  g_assert_true (qm_language_use ("en"));
  for (guint32 seed = 0; seed < 300; seed++) {
    g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
    QmClaim claims[8];
    const QmClaim *pointers[G_N_ELEMENTS (claims)];
    const QmPanel panel = { .claims = pointers, .n_claims = G_N_ELEMENTS (claims) };

    for (gsize i = 0; i < G_N_ELEMENTS (claims); i++) {
      claims[i] = make_similar (dice, citations, &peru);
      pointers[i] = &claims[i];
    }
    assert_counted (&panel);
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording-difference/what-tells-figures-apart", test_what_tells_figures_apart);
  g_test_add_func ("/wording-difference/what-tells-figures-apart-by-little",
                   test_what_little_tells_figures_apart);
  g_test_add_func ("/wording-difference/only-what-says-the-same-is-counted",
                   test_only_what_says_the_same_is_counted);
  return g_test_run ();
}
