/* What is found by what a reader types, in both languages. */
#include "search/search.h"

#include "base/language.h"
#include "found-text.h"
#include "load-dataset.h"

#include <string.h>

typedef struct {
  QmDataset *dataset;
  QmSearchIndex *index;
} Fixture;

/* For the dataset file of that name in the tests' data, or for NULL the built-in one. */
static void
set_up (Fixture *fixture, gconstpointer name)
{
  g_autofree char *path =
      name != NULL ? g_test_build_filename (G_TEST_DIST, "data", name, NULL) : NULL;

  qm_language_use ("en");
  fixture->dataset = load_dataset (path);
  fixture->index = qm_search_index_new (fixture->dataset);
}

static void
tear_down (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  qm_search_index_free (fixture->index);
  qm_dataset_unref (fixture->dataset);
  qm_language_use ("en");
}

static const char *
id_of (const QmSearchResult *result)
{
  switch (result->kind) {
  case QM_SEARCH_CHART:
    return result->chart->id;
  case QM_SEARCH_ENTITY:
    return result->entity->id;
  case QM_SEARCH_SOURCE:
    return result->source->id;
  case QM_SEARCH_VOICE:
    return qm_text_get_variant (result->voice, 0);
  case QM_SEARCH_CLAIM:
    return result->claim->id;
  }
  g_assert_not_reached ();
}

/* "c:" a chart, "e:" an entity, "s:" a source, "v:" a voice, "f:" a claim, divided by spaces. */
static char *
found_by (const QmSearchIndex *index, const char *typed)
{
  static const char kinds[] = {
    [QM_SEARCH_CHART] = 'c', [QM_SEARCH_ENTITY] = 'e', [QM_SEARCH_SOURCE] = 's',
    [QM_SEARCH_VOICE] = 'v', [QM_SEARCH_CLAIM] = 'f',
  };
  g_autoptr (GPtrArray) results = qm_search (index, typed, G_MAXUINT, NULL);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++) {
    const QmSearchResult *result = results->pdata[i];

    g_string_append_printf (found, "%s%c:%s", i > 0 ? " " : "", kinds[result->kind],
                            id_of (result));
  }
  return g_string_free (found, FALSE);
}

typedef struct {
  const char *typed, *expected;
} Case;

static void
check_cases (const QmSearchIndex *index, const Case *cases, gsize n)
{
  const char *const *languages = qm_language_list ();

  for (gsize i = 0; languages[i] != NULL; i++) {
    qm_language_use (languages[i]);
    for (gsize j = 0; j < n; j++) {
      g_autofree char *found = found_by (index, cases[j].typed);

      g_test_message ("case %" G_GSIZE_FORMAT " in %s", j, languages[i]);
      g_assert_cmpstr (found, ==, cases[j].expected);
    }
  }
}

static void
test_order (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const Case cases[] = {
    { "rice", "c:whole-in-name c:whole-in-title c:whole-in-subtitle f:delta-trade c:start "
              "c:inside" },
    { "công", "c:same-mark e:mekong f:mekong-length f:nile-to-mekong c:other-mark "
              "c:other-mark-longer" },
    { "cong", "c:other-mark c:same-mark e:mekong f:mekong-length f:nile-to-mekong "
              "c:other-mark-longer" },
    { "gold dust", "c:together c:apart" },
    { "dust gold", "c:apart c:together" },
  };

  check_cases (fixture->index, cases, G_N_ELEMENTS (cases));
}

static void
test_fields (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const Case cases[] = {
    { "flows", "f:mekong-length" },        /* a statement */
    { "chảy qua SÁU", "f:mekong-length" }, /* in the other language */
    { "chay sau qua", "f:mekong-length" }, /* without marks, in another order */
    { "worth", "f:delta-trade" },          /* a label */
    { "hàng hóa", "f:delta-trade" },
    { "buon ban", "f:delta-trade" }, /* a measure */
    { "twice", "f:nile-length" },    /* a caveat */
    { "turn century", "f:flood" },   /* a time in words */
    { "giao thời", "f:flood" },
    { "MKD", "e:delta f:delta-trade" }, /* a short name */
    { "nin", "e:nile f:nile-length f:nile-to-mekong" },
    { "carry delta", "f:delta-trade" },     /* words in different texts */
    { "carry đồng bằng", "f:delta-trade" }, /* and languages */
    { "7 billion", "f:delta-trade" },       /* a figure */
    { "7 tỷ", "f:delta-trade" },
    { "khoảng 7 ty", "f:delta-trade" }, /* in words */
    { "≈ 7", "f:delta-trade" },         /* and in signs */
    { "4,350", "f:mekong-length" },
    { "4.350", "f:mekong-length" },
    { "4350", "f:mekong-length" },
    { "1.5 times", "f:nile-to-mekong" },
    { "1,5 lần", "f:nile-to-mekong" },
    { "12 mar 1999", "f:mekong-length" }, /* a date */
    { "12/3/1999", "f:mekong-length" },
    { "1999-03-12", "f:mekong-length" },
    { "computed", "f:nile-to-mekong" }, /* a standing */
    { "dự báo", "f:delta-trade" },
    { "weekly", "s:atlas f:nile-length f:delta-trade f:nile-to-mekong f:flood" },
    { "atlas of rivers 7 billion", "f:delta-trade" },
    { "to roi", "s:leaflet f:mekong-length f:delta-trade f:nile-to-mekong" },
    /* The last syllable is also in the measure “Buôn bán”, which counts more than a voice. */
    { "uy ban", "v:The River Commission f:delta-trade f:mekong-length f:nile-to-mekong" },
    { "phrases", "c:apart c:together" }, /* a topic */
    { "volga", "e:volga f:ebro-order" }, /* who stands above */
    { "900", "f:ebro-length" },
    { "từ 900", "f:ebro-length" },
    { "930", "" },                         /* the middle, which no source says */
    { "pans sluices lost", "c:together" }, /* a panel */
  };

  check_cases (fixture->index, cases, G_N_ELEMENTS (cases));
}

static void
test_nothing (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const Case cases[] = {
    { "", "" },           { " \n\t ", "" },       { "“…”", "" }, { "xyzzy", "" },
    { "rice xyzzy", "" }, { "mekongmekong", "" }, { "mỹ", "" },  { "\u0302", "" },
  };

  check_cases (fixture->index, cases, G_N_ELEMENTS (cases));
}

/* What a table's pattern names is filled in; its words in braces are nobody's. */
static void
test_patterns (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const Case cases[] = { { "measure", "" }, { "entity", "" } };

  check_cases (fixture->index, cases, G_N_ELEMENTS (cases));
}

static void
test_built_in (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const Case cases[] = {
    { "50 billion", "f:china-ai-infrastructure-2024" },
    { "50 tỷ", "f:china-ai-infrastructure-2024" },
    { "50 TY usd", "f:china-ai-infrastructure-2024" },
    { "economist", "v:Martin Casado (a16z), in The Economist f:casado-in-the-economist "
                   "f:startups-on-chinese-models" },
    { "people's daily", "v:People’s Daily c:qwen-reach f:qwen-downloads f:qwen-derivatives" },
    { "38,6", "c:ai-patents f:china-ai-patent-share f:world-ai-patents" },
    { "1/15", "c:chip-access f:h20-to-blackwell" },
    { "170000", "f:qwen-derivatives" },
    { "south korea", "e:south-korea f:japan-private-ai-order-2024 c:japan-private-ai" },
  };

  check_cases (fixture->index, cases, G_N_ELEMENTS (cases));
}

static void
expect_first (const QmSearchIndex *index, const char *typed, const char *expected)
{
  g_autofree char *found = found_by (index, typed);

  g_test_message ("found: %s", found);
  g_assert_true (g_str_has_prefix (found, expected));
}

static void
test_without_marks (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const char *const typed[] = {
    "cong nghiep", "CONG NGHIEP", "công nghiệp", "CÔNG NGHIỆP", "co\u0302ng nghie\u0323\u0302p",
    "nghiep cong", "cong ngh",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    expect_first (fixture->index, typed[i], "c:industrial-share c:allied-scale ");
}

static gboolean
has_result (const GPtrArray *results, gconstpointer thing)
{
  for (guint i = 0; i < results->len; i++) {
    const QmSearchResult *result = results->pdata[i];

    if (thing == (result->kind == QM_SEARCH_CHART ? (gconstpointer) result->chart : result->claim))
      return TRUE;
  }
  return FALSE;
}

/* Whatever a text of the dataset says, its owner is found by it, typed in any way. */
static void
expect_found (const QmSearchIndex *index, const QmText *text, gconstpointer thing)
{
  const char *words;

  for (gsize i = 0; (words = qm_text_get_variant (text, i)) != NULL; i++) {
    g_autofree char *plain = qm_fold (words, QM_FOLD_MARKS, NULL);
    g_autofree char *decomposed = g_utf8_normalize (words, -1, G_NORMALIZE_NFD);
    g_autofree char *upper = g_utf8_strup (words, -1);
    const char *const typed[] = { words, plain, decomposed, upper };

    for (gsize j = 0; j < G_N_ELEMENTS (typed); j++) {
      g_autoptr (GPtrArray) results = qm_search (index, typed[j], G_MAXUINT, NULL);

      g_test_message ("“%s”", typed[j]);
      g_assert_true (has_result (results, thing));
    }
  }
}

static void
test_everything (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  const QmDataset *dataset = fixture->dataset;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    expect_found (fixture->index, dataset->charts[i].name, &dataset->charts[i]);
    expect_found (fixture->index, dataset->charts[i].title, &dataset->charts[i]);
    expect_found (fixture->index, dataset->charts[i].summary, &dataset->charts[i]);
  }
  for (gsize i = 0; i < dataset->n_claims; i++) {
    expect_found (fixture->index, dataset->claims[i].statement, &dataset->claims[i]);
    expect_found (fixture->index, dataset->claims[i].caveat, &dataset->claims[i]);
  }
}

/* "every claim that comes from The Economist" */
static void
test_sources_claims (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  const QmDataset *dataset = fixture->dataset;
  g_autoptr (GPtrArray) results = qm_search (fixture->index, "japan times", G_MAXUINT, NULL);
  const QmSearchResult *first = results->pdata[0];
  guint n = 0;

  g_assert_cmpint (first->kind, ==, QM_SEARCH_SOURCE);
  g_assert_cmpstr (first->source->id, ==, "scale-is-the-key");
  for (gsize i = 0; i < dataset->n_claims; i++)
    if (dataset->claims[i].citations[0].source == first->source) {
      g_assert_true (first->claims->pdata[n++] == &dataset->claims[i]);
      g_assert_true (has_result (results, &dataset->claims[i]));
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, ==, first->claims->len);
}

/* --- What a result has --- */

/* The ids of charts or claims, which begin with them. */
static char *
ids_of (const GPtrArray *things, gsize offset)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            G_STRUCT_MEMBER (const char *, things->pdata[i], offset));
  return g_string_free (ids, FALSE);
}

static void
test_leads (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const struct {
    const char *typed; /* whose first result */
    const char *charts, *claims, *claim;
  } cases[] = {
    { "licorice", "inside", "", NULL },
    { "flows", "whole-in-name", "mekong-length", "mekong-length" },
    { "boats", "", "delta-trade", "delta-trade" },
    /* A part's claims are also those of the whole, which is compared in the last. */
    { "mê công", "whole-in-name", "mekong-length delta-trade nile-to-mekong", "mekong-length" },
    { "mkd", "", "delta-trade", "delta-trade" },
    { "sông nin", "whole-in-name other-mark other-mark-longer same-mark apart together",
      "nile-length nile-to-mekong", "nile-length" },
    { "commission", "whole-in-name", "mekong-length delta-trade nile-to-mekong", "mekong-length" },
    { "a flood", "inside start whole-in-subtitle whole-in-title", "flood", "flood" },
    { "volga", "", "ebro-order", "ebro-order" },
    /* Of the atlas, the first chart shows no figure but the flood. */
    { "atlas",
      "inside start whole-in-subtitle whole-in-title whole-in-name other-mark "
      "other-mark-longer same-mark apart together",
      "nile-length delta-trade nile-to-mekong flood", "flood" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) results = qm_search (fixture->index, cases[i].typed, 1, NULL);
    const QmSearchResult *result = results->pdata[0];
    g_autofree char *charts = ids_of (result->charts, G_STRUCT_OFFSET (QmChart, id));
    g_autofree char *claims = ids_of (result->claims, G_STRUCT_OFFSET (QmClaim, id));

    g_test_message ("“%s”", cases[i].typed);
    g_assert_cmpstr (charts, ==, cases[i].charts);
    g_assert_cmpstr (claims, ==, cases[i].claims);
    g_assert_cmpstr (result->claim != NULL ? result->claim->id : NULL, ==, cases[i].claim);
    g_assert_true (result->chart == (result->charts->len > 0 ? result->charts->pdata[0] : NULL));
  }
}

static void
test_words (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const struct {
    const char *language, *typed; /* whose first result */
    const char *title, *detail;
  } cases[] = {
    { "en", "licorice", "[Licorice]", "y" },
    { "en", "flows commission", "It [flows] through six countries.",
      "[2] an unsigned leaflet, publisher not given, p. 1, through The River [Commission]" },
    { "vi", "chay", "Sông [chảy] qua sáu nước.",
      "[2] một tờ rơi không ký tên, không rõ nhà xuất bản, p. 1, theo Ủy ban sông" },
    /* In the language that is not in use: the detail shows it. */
    { "en", "chay sau", "It flows through six countries.", "Sông [chảy] qua [sáu] nước." },
    { "vi", "six flows", "Sông chảy qua sáu nước.", "It [flows] through [six] countries." },
    { "en", "worth", "Boats carry rice.", "[worth] of goods" },
    { "en", "4350", "It flows through six countries.",
      "[2] an unsigned leaflet, publisher not given, p. 1, through The River Commission" },
    { "en", "mekong", "[Mekong]", "3 claims, 1 chart" },
    { "vi", "mekong", "Mê Công", "[Mekong]" },
    { "en", "weekly", "Atlas of rivers", "[1] The [Weekly], 2001" },
    { "en", "unsigned", "an [unsigned] leaflet", "[2] an [unsigned] leaflet, publisher not given" },
    { "en", "commission", "The River [Commission]", "3 claims, 1 chart" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) results = NULL;
    const QmSearchResult *result;
    g_autofree char *title = NULL, *detail = NULL;

    qm_language_use (cases[i].language);
    results = qm_search (fixture->index, cases[i].typed, 1, NULL);
    result = results->pdata[0];
    title = with_marks (result->title, result->title_marks);
    detail = with_marks (result->detail, result->detail_marks);

    g_assert_cmpstr (title, ==, cases[i].title);
    g_assert_cmpstr (detail, ==, cases[i].detail);
  }
}

static void
test_limit (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const guint limits[] = { 0, 1, 5, 6, 7, G_MAXUINT };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
    guint n_found = 0;
    g_autoptr (GPtrArray) results = qm_search (fixture->index, "rice", limits[i], &n_found);

    g_assert_cmpuint (n_found, ==, 6);
    g_assert_cmpuint (results->len, ==, MIN (limits[i], 6));
  }
}

static void
test_language (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  const char *const *languages = qm_language_list ();

  for (gsize i = 0; languages[i] != NULL; i++) {
    g_autoptr (QmSearchIndex) index = NULL;
    g_autofree char *found = NULL;

    qm_language_use (languages[i]);
    index = qm_search_index_new (fixture->dataset);
    g_assert_cmpstr (qm_language_current (), ==, languages[i]);
    found = found_by (index, "khoảng 7 tỷ usd");
    g_assert_cmpstr (found, ==, "f:delta-trade");
    found = (g_free (found), found_by (index, "about us$7 billion"));
    g_assert_cmpstr (found, ==, "f:delta-trade");
  }
}

/* --- Anything that can be typed --- */

static void
check_marks (const char *text, const GArray *marks)
{
  gsize before = 0;

  for (guint i = 0; i < marks->len; i++) {
    QmSpan mark = g_array_index (marks, QmSpan, i);

    g_assert_true (i == 0 || mark.start > before);
    g_assert_cmpuint (mark.start, <, mark.end);
    g_assert_cmpuint (mark.end, <=, strlen (text));
    g_assert_true (g_utf8_validate (text + mark.start, (gssize) (mark.end - mark.start), NULL));
    before = mark.end;
  }
}

/* A piece of a text that is there, so that often something is found. */
static void
append_piece (GString *typed, const QmDataset *dataset)
{
  const QmClaim *claim = &dataset->claims[g_test_rand_int_range (0, (gint32) dataset->n_claims)];
  const char *words = qm_text_get_variant (claim->statement, 0);
  glong length = g_utf8_strlen (words, -1);
  glong start = g_test_rand_int_range (0, (gint32) length);
  glong end = start + g_test_rand_int_range (1, 12);
  g_autofree char *piece = g_utf8_substring (words, start, MIN (end, length));

  g_string_append (typed, piece);
}

static void
test_any_text (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  for (int i = 0; i < 3000; i++) {
    g_autoptr (GString) typed = g_string_new (NULL);
    g_autoptr (GPtrArray) results = NULL;

    if (g_test_rand_bit ())
      append_piece (typed, fixture->dataset);
    for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
      g_string_append_unichar (typed, random_letter ());

    results = qm_search (fixture->index, typed->str, 50, NULL);
    for (guint j = 0; j < results->len; j++) {
      const QmSearchResult *result = results->pdata[j];

      check_marks (result->title, result->title_marks);
      check_marks (result->detail, result->detail_marks);
    }
  }
}

static void
test_long_text (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (int i = 0; i < 20000; i++)
    g_string_append (typed, "rice ríce rìce ");
  expect_first (fixture->index, typed->str, "c:whole-in-name ");
  g_string_append (typed, "xyzzy");
  expect_first (fixture->index, typed->str, "");
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  static const char small[] = "search.json";

  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  ADD ("/search/whole-words-names-and-charts-come-first", small, test_order);
  ADD ("/search/every-text-is-looked-at", small, test_fields);
  ADD ("/search/nonsense-finds-nothing", small, test_nothing);
  ADD ("/search/leads-to-claims-and-charts", small, test_leads);
  ADD ("/search/results-show-why", small, test_words);
  ADD ("/search/the-best-are-within-the-limit", small, test_limit);
  ADD ("/search/the-language-in-use-stays", small, test_language);
  ADD ("/search/a-long-text-ends", small, test_long_text);
  ADD ("/search/figures-and-voices-of-the-built-in-dataset", NULL, test_built_in);
  ADD ("/search/marks-and-case-need-not-be-typed", NULL, test_without_marks);
  ADD ("/search/everything-is-found-by-its-own-words", NULL, test_everything);
  ADD ("/search/a-source-leads-to-all-its-claims", NULL, test_sources_claims);
  ADD ("/search/any-text-can-be-typed", NULL, test_any_text);

  ADD ("/search/patterns-of-tables-are-not-found", "good/poll.json", test_patterns);
  return g_test_run ();
}
