/* The built-in dataset against a list of the figures that its two sources state. The list is
 * written a second time here, so that a slip in the file is seen. */
#include "any-form.h"
#include "base/language.h"
#include "dataset/claim-time.h"
#include "dataset/load.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

typedef struct {
  const char *id;
  double value; /* NAN: an order without a figure */
  QmPrecision precision;
  QmStanding standing;
  const char *unit;
  const char *entity; /* or NULL; "a:b" for a ratio */
  const char *time;   /* as in the file; NULL: undated */
  int source;
  const char *at;
  const char *via; /* or NULL */
} Row;

static const Row rows[] = {
  { "world-compute-bill-2030", 6.7e12, QM_ABOUT, QM_PROJECTED, "USD", NULL, "../2030", 1, "¶3",
    "McKinsey" },
  { "us-ai-infrastructure-2024", 300e9, QM_EXACT, QM_STATED, "USD", "us", "2024", 1, "¶4", NULL },
  { "us-to-china-ai-infrastructure-2024", 6, QM_EXACT, QM_STATED, "times", "us:china", "2024", 1,
    "¶4", NULL },
  { "us-to-china-data-centres", 10, QM_EXACT, QM_STATED, "times", "us:china", "2025", 1, "¶4",
    NULL },
  { "europe-genai-2023", 1.7e9, QM_EXACT, QM_STATED, "USD", "europe", "2023", 1, "¶5", NULL },
  { "us-genai-2023", 23e9, QM_EXACT, QM_STATED, "USD", "us", "2023", 1, "¶5", NULL },
  { "eu-cloud-support", 1.2e9, QM_EXACT, QM_STATED, "EUR", "eu", NULL, 1, "¶5", NULL },
  { "aws-spending-per-year", 30e9, QM_OVER, QM_STATED, "USD per year", "aws", NULL, 1, "¶5", NULL },
  { "japan-private-ai-2024", 1e9, QM_UNDER, QM_STATED, "USD", "japan", "2024", 1, "¶6", NULL },
  { "japan-private-ai-order-2024", NAN, QM_EXACT, QM_STATED, "USD", "japan", "2024", 1, "¶6",
    NULL },
  { "europe-to-us-large-firm-rnd", 0.5, QM_EXACT, QM_STATED, "times",
    "europe-large-firms:us-large-firms", NULL, 1, "¶7", NULL },
  { "europe-large-firm-growth-gap", 2 / 3.0, QM_EXACT, QM_STATED, "times",
    "europe-large-firms:us-large-firms", NULL, 1, "¶7", NULL },
  { "europe-large-firm-capital-efficiency-gap", 0.04, QM_EXACT, QM_STATED, "percentage points",
    "europe-large-firms", NULL, 1, "¶7", NULL },
  { "china-industrial-share-2025", 0.32, QM_EXACT, QM_STATED, "percent", "china", "2025", 1, "¶9",
    NULL },
  { "china-industrial-share-2030", 0.40, QM_EXACT, QM_PROJECTED, "percent", "china", "2030", 1,
    "¶9", NULL },
  { "china-to-us-industrial-share-2030", 4, QM_EXACT, QM_PROJECTED, "times", "china:us", "2030", 1,
    "¶9", NULL },
  { "allies-to-china-gdp", 3, QM_EXACT, QM_STATED, "times", "us-allies:china", NULL, 1, "¶10",
    "Rush Doshi and Kurt Campbell" },
  { "allies-to-china-defence", 2, QM_EXACT, QM_STATED, "times", "us-allies:china", NULL, 1, "¶10",
    "Rush Doshi and Kurt Campbell" },
  { "allies-to-china-industry", 1.5, QM_EXACT, QM_STATED, "times", "us-allies:china", NULL, 1,
    "¶10", "Rush Doshi and Kurt Campbell" },
  { "china-first-trade-partner", 140, QM_OVER, QM_STATED, "number", "china", "2025", 1, "¶11",
    NULL },
  { "startups-on-chinese-models", 0.80, QM_ABOUT, QM_STATED, "percent", "a16z-start-ups", "2025-08",
    2, "¶3", "Martin Casado (a16z), in The Economist" },
  { "qwen-downloads", 600e6, QM_OVER, QM_STATED, "number", "qwen", "2023/2025-11", 2, "¶6",
    "People’s Daily" },
  { "qwen-derivatives", 170e3, QM_ABOUT, QM_STATED, "number", "qwen", "2023/2025-11", 2, "¶6",
    "People’s Daily" },
  { "china-ai-patents", 1.6e6, QM_ABOUT, QM_STATED, "number", "china", "../2025-04", 2, "¶8",
    NULL },
  { "china-ai-patent-share", 0.386, QM_EXACT, QM_STATED, "percent", "china", "../2025-04", 2, "¶8",
    NULL },
  { "design-arena-17", 17, QM_EXACT, QM_STATED, "rank", "gpt-oss-120b", "2025-11", 2, "¶9", NULL },
  { "h20-to-blackwell", 1 / 15.0, QM_EXACT, QM_STATED, "times", "nvidia-h20:nvidia-blackwell",
    "2025-11", 2, "¶12", NULL },
};

#define N_UNNAMED_RANKS 16

typedef struct {
  const char *id;
  QmOperation operation;
  const char *left, *right; /* ids; NULL: the number 1 */
  double value;
  double tolerance; /* of the value as the list gives it */
  gboolean is_projected;
  const char *unit;
  const char *places[2];
} ComputedRow;

static const ComputedRow computed_rows[] = {
  { "china-ai-infrastructure-2024",
    QM_DIVIDE,
    "us-ai-infrastructure-2024",
    "us-to-china-ai-infrastructure-2024",
    50e9,
    1,
    FALSE,
    "USD",
    { "1 ¶4" } },
  { "us-industrial-share-2030",
    QM_DIVIDE,
    "china-industrial-share-2030",
    "china-to-us-industrial-share-2030",
    0.10,
    1e-12,
    TRUE,
    "percent",
    { "1 ¶9" } },
  { "us-to-europe-genai-2023",
    QM_DIVIDE,
    "us-genai-2023",
    "europe-genai-2023",
    13.529,
    0.0005,
    FALSE,
    "times",
    { "1 ¶5" } },
  { "world-ai-patents",
    QM_DIVIDE,
    "china-ai-patents",
    "china-ai-patent-share",
    4.145e6,
    500,
    FALSE,
    "number",
    { "2 ¶8" } },
  { "us-2024-part-of-2030-bill",
    QM_SHARE_OF,
    "us-ai-infrastructure-2024",
    "world-compute-bill-2030",
    0.04478,
    0.000005,
    TRUE,
    "percent",
    { "1 ¶4", "1 ¶3" } },
  { "blackwell-to-h20",
    QM_DIVIDE,
    NULL,
    "h20-to-blackwell",
    15,
    1e-9,
    FALSE,
    "times",
    { "2 ¶12" } },
};

typedef struct {
  const char *id;
  const char *time; /* or NULL */
  gboolean is_approximate;
  const char *words; /* or NULL */
  int source;
  const char *at; /* or NULL */
} EventRow;

static const EventRow event_rows[] = {
  { "qwen-count-starts", "2023", FALSE, NULL, 2, "¶6" },
  { "h800-ban", "late 2023", FALSE, "end of 2023", 2, "¶15" },
  { "japan-times-commentary", "2025-07-22", FALSE, NULL, 1, NULL },
  { "casado-in-the-economist", "2025-08", FALSE, NULL, 2, "¶3" },
  { "huang-warning", "early 2025-11", FALSE, "early November 2025", 2, "¶4" },
  { "chatham-house-analysis", "2025-11", FALSE, NULL, 2, "¶11" },
  { "airbnb-on-qwen", NULL, FALSE, NULL, 2, "¶5" },
  { "kimi-k2-ahead", NULL, FALSE, NULL, 2, "¶15" },
};

static QmDataset *dataset;

static void
load (void)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GError) error = NULL;

  dataset = qm_dataset_load (NULL, forms, problems, &error);
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = qm_problem_to_string (problems->pdata[i], "built-in");

    g_printerr ("%s\n", line);
  }
  g_assert_no_error (error);
}

static const QmClaim *
find (const char *id)
{
  const QmClaim *claim = qm_dataset_find_claim (dataset, id);

  g_test_message ("%s", id);
  g_assert_nonnull (claim);

  return claim;
}

/* NULL for no time. */
static char *
time_to_string (const QmTime *time)
{
  QmTime plain = *time;

  plain.is_approximate = FALSE;
  return time->end.year != 0 ? qm_claim_time_to_string (&plain) : NULL;
}

static char *
unit_to_string (const QmUnit *unit)
{
  static const char *const names[] = {
    [QM_UNIT_NUMBER] = "number",   [QM_UNIT_CURRENCY] = "",
    [QM_UNIT_PERCENT] = "percent", [QM_UNIT_PERCENTAGE_POINTS] = "percentage points",
    [QM_UNIT_TIMES] = "times",     [QM_UNIT_RANK] = "rank",
  };

  return g_strconcat (names[unit->kind], unit->currency, unit->per != NULL ? " per year" : NULL,
                      NULL);
}

static char *
subject_to_string (const QmClaim *claim)
{
  if (claim->entity == NULL)
    return NULL;

  return g_strconcat (claim->entity->id, claim->to_entity != NULL ? ":" : NULL,
                      claim->to_entity != NULL ? claim->to_entity->id : NULL, NULL);
}

static void
check_row (const Row *row)
{
  const QmClaim *claim = find (row->id);
  const QmQuantity *quantity = &claim->quantity;
  g_autofree char *time = time_to_string (&claim->time);
  g_autofree char *unit = unit_to_string (&claim->unit);
  g_autofree char *subject = subject_to_string (claim);

  g_assert_cmpint (claim->kind, ==, isnan (row->value) ? QM_CLAIM_ORDER : QM_CLAIM_FIGURE);
  if (!isnan (row->value))
    g_assert_cmpfloat_with_epsilon (quantity->value, row->value, fabs (row->value) * 1e-15);
  g_assert_cmpint (quantity->precision, ==, row->precision);
  g_assert_cmpint (quantity->standing, ==, row->standing);
  g_assert_cmpint (quantity->is_projected, ==, row->standing == QM_PROJECTED);
  g_assert_cmpstr (unit, ==, row->unit);
  g_assert_cmpstr (subject, ==, row->entity);
  g_assert_cmpstr (time, ==, row->time);
  g_assert_false (claim->time.is_approximate);
  g_assert_null (claim->derivation);
  g_assert_cmpuint (claim->n_citations, ==, 1);
  g_assert_cmpint (claim->citations[0].source->number, ==, row->source);
  g_assert_cmpstr (qm_text_get (claim->citations[0].at), ==, row->at);
  g_assert_cmpstr (qm_text_get (claim->citations[0].via), ==, row->via);
}

static void
holds_every_stated_figure (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

static void
holds_every_rank_and_names_no_model (void)
{
  for (int i = 1; i <= N_UNNAMED_RANKS; i++) {
    g_autofree char *id = g_strdup_printf ("design-arena-%d", i);
    const Row row = {
      id, i, QM_EXACT, QM_STATED, "rank", "china", "2025-11", 2, "¶9", NULL,
    };

    check_row (&row);
  }
}

static void
holds_who_stands_above_japan (void)
{
  const char *const above[] = { "south-korea", "israel", "uae" };
  const QmClaim *claim = find ("japan-private-ai-order-2024");

  g_assert_cmpuint (claim->n_above, ==, G_N_ELEMENTS (above));
  for (gsize i = 0; i < G_N_ELEMENTS (above); i++)
    g_assert_cmpstr (claim->above[i]->id, ==, above[i]);
}

static void
writes_fractions_as_the_source_does (void)
{
  g_assert_cmpint (find ("h20-to-blackwell")->fraction[0], ==, 1);
  g_assert_cmpint (find ("h20-to-blackwell")->fraction[1], ==, 15);
  g_assert_cmpint (find ("europe-large-firm-growth-gap")->fraction[0], ==, 2);
  g_assert_cmpint (find ("europe-large-firm-growth-gap")->fraction[1], ==, 3);
}

static void
check_operand (const QmOperand *operand, const char *id)
{
  if (id != NULL)
    g_assert_cmpstr (operand->claim->id, ==, id);
  else
    g_assert_null (operand->claim);
}

static void
computes_every_computed_figure (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computed_rows); i++) {
    const ComputedRow *row = &computed_rows[i];
    const QmClaim *claim = find (row->id);
    g_autofree char *unit = unit_to_string (&claim->unit);
    gsize n_places = row->places[1] != NULL ? 2 : 1;

    g_assert_cmpfloat_with_epsilon (claim->quantity.value, row->value, row->tolerance);
    g_assert_cmpint (claim->quantity.precision, ==, QM_ABOUT);
    g_assert_cmpint (claim->quantity.standing, ==, QM_COMPUTED);
    g_assert_cmpint (claim->quantity.is_projected, ==, row->is_projected);
    g_assert_cmpstr (unit, ==, row->unit);
    g_assert_cmpint (claim->derivation->operation, ==, row->operation);
    check_operand (&claim->derivation->operands[0], row->left);
    check_operand (&claim->derivation->operands[1], row->right);

    g_assert_cmpuint (claim->n_citations, ==, n_places);
    for (gsize j = 0; j < n_places; j++) {
      g_autofree char *place = g_strdup_printf ("%d %s", claim->citations[j].source->number,
                                                qm_text_get (claim->citations[j].at));

      g_assert_cmpstr (place, ==, row->places[j]);
    }
  }
}

static void
holds_every_event (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (event_rows); i++) {
    const EventRow *row = &event_rows[i];
    const QmClaim *event = find (row->id);
    g_autofree char *time = time_to_string (&event->time);

    g_assert_cmpint (event->kind, ==, QM_CLAIM_EVENT);
    g_assert_cmpstr (time, ==, row->time);
    g_assert_cmpint (event->time.is_approximate, ==, row->is_approximate);
    g_assert_cmpstr (qm_text_get (event->time.words), ==, row->words);
    g_assert_cmpuint (event->n_citations, ==, 1);
    g_assert_cmpint (event->citations[0].source->number, ==, row->source);
    g_assert_cmpstr (qm_text_get (event->citations[0].at), ==, row->at);
  }
}

static void
holds_nothing_else (void)
{
  g_assert_cmpuint (dataset->n_claims, ==,
                    G_N_ELEMENTS (rows) + N_UNNAMED_RANKS + G_N_ELEMENTS (computed_rows) +
                        G_N_ELEMENTS (event_rows));
  g_assert_cmpuint (dataset->n_sources, ==, 2);
}

static void
says_what_was_read (void)
{
  const QmSource *sources = dataset->sources;

  g_assert_cmpstr (qm_text_get (sources[0].title), ==, "Scale is the key to success");
  g_assert_cmpstr (qm_text_get (sources[0].container), ==, "The Japan Times");
  g_assert_cmpstr (qm_text_get (sources[0].read_as), ==, "a Vietnamese summary");
  g_assert_cmpstr (sources[0].url, ==,
                   "https://www.japantimes.co.jp/commentary/2025/07/22/world/"
                   "scale-is-the-key-to-success/");
  g_assert_cmpint (sources[0].issued.month, ==, 7);
  g_assert_cmpint (sources[0].issued.day, ==, 22);

  /* Neither publisher, title nor address of the second one is known. */
  g_assert_null (sources[1].title);
  g_assert_null (sources[1].container);
  g_assert_null (sources[1].url);
  g_assert_cmpstr (qm_text_get (sources[1].describes), ==, "news article on Chinese open models");
  g_assert_cmpint (sources[1].issued.month, ==, 11);
  g_assert_cmpint (sources[1].issued.day, ==, 25);
}

/* The caveats that the charts must carry, by the claims that they are about. */
static void
carries_the_caveats (void)
{
  static const char *const ids[] = {
    "china-ai-infrastructure-2024",
    "us-to-china-data-centres",
    "eu-cloud-support",
    "aws-spending-per-year",
    "china-industrial-share-2025",
    "china-industrial-share-2030",
    "us-industrial-share-2030",
    "allies-to-china-gdp",
    "allies-to-china-defence",
    "allies-to-china-industry",
    "design-arena-1",
    "design-arena-16",
    "design-arena-17",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (find (ids[i])->caveat);
}

/* Names and units may be alike in both languages; sentences are not. */
static void
speaks_both_languages (void)
{
  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    const QmText *const texts[] = { claim->statement, claim->caveat, claim->label };

    g_test_message ("%s", claim->id);
    g_assert_nonnull (claim->statement);

    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++) {
      const char *english;

      g_assert_true (qm_language_use ("en"));
      english = qm_text_get (texts[j]);
      g_assert_true (qm_language_use ("vi"));
      if (english != NULL)
        g_assert_cmpstr (english, !=, qm_text_get (texts[j]));
    }
  }

  g_assert_true (qm_language_use ("en"));
}

static void
gives_a_text_in_each_of_its_languages (void)
{
  const QmText *text = find ("us-ai-infrastructure-2024")->entity->name;

  g_assert_cmpstr (qm_text_get_variant (text, 0), ==, "United States");
  g_assert_cmpstr (qm_text_get_variant (text, 1), ==, "Mỹ");
  g_assert_null (qm_text_get_variant (text, 2));
  g_assert_null (qm_text_get_variant (NULL, 0));

  /* One that is the same in every language. */
  g_assert_cmpstr (qm_text_get_variant (dataset->sources[0].title, 0), ==,
                   "Scale is the key to success");
  g_assert_null (qm_text_get_variant (dataset->sources[0].title, 1));
}

static gboolean
shows (const QmChart *chart, const QmClaim *claim)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j] == claim)
        return TRUE;
  return FALSE;
}

static void
shows_every_claim_and_event (void)
{
  for (gsize i = 0; i < dataset->n_claims; i++) {
    gsize n_shown = 0;

    for (gsize j = 0; j < dataset->n_charts; j++)
      n_shown += shows (&dataset->charts[j], &dataset->claims[i]);
    if (n_shown == 0) {
      g_test_message ("%s is on no chart", dataset->claims[i].id);
      g_test_fail ();
    }
  }
}

/* A chart that shows a claim with a caveat says so in its note, in both languages. */
static void
notes_every_caveat (void)
{
  for (gsize i = 0; i < dataset->n_charts; i++)
    for (gsize j = 0; j < dataset->n_claims; j++) {
      const QmChart *chart = &dataset->charts[i];

      if (dataset->claims[j].caveat == NULL || !shows (chart, &dataset->claims[j]))
        continue;
      g_test_message ("%s on %s", dataset->claims[j].id, chart->id);
      g_assert_nonnull (chart->note);
    }
}

static void
shows_the_ranks_in_order (void)
{
  const QmPanel *panel = qm_dataset_find_chart (dataset, "design-arena")->panels;

  for (gsize i = 0; i < panel->n_claims; i++)
    g_assert_cmpfloat_with_epsilon (panel->claims[i]->quantity.value, (double) i + 1, 1e-9);
}

static void
gives_models_the_hue_of_their_country (void)
{
  g_assert_cmpint (find ("design-arena-1")->entity->identity, ==, QM_IDENTITY_RED);
  g_assert_cmpint (find ("design-arena-17")->entity->identity, ==, QM_IDENTITY_BLUE);
  g_assert_cmpint (find ("qwen-downloads")->entity->identity, ==, QM_IDENTITY_RED);
  g_assert_cmpint (find ("eu-cloud-support")->entity->identity, ==, QM_IDENTITY_GOLD);
  g_assert_cmpint (find ("japan-private-ai-2024")->entity->identity, ==, QM_IDENTITY_VIOLET);
  g_assert_cmpint (find ("allies-to-china-gdp")->entity->identity, ==, QM_IDENTITY_TEAL);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  g_assert_true (qm_language_use ("en"));
  load ();

  g_test_add_func ("/dataset/holds-every-stated-figure", holds_every_stated_figure);
  g_test_add_func ("/dataset/holds-every-rank-and-names-no-model",
                   holds_every_rank_and_names_no_model);
  g_test_add_func ("/dataset/holds-who-stands-above-japan", holds_who_stands_above_japan);
  g_test_add_func ("/dataset/writes-fractions-as-the-source-does",
                   writes_fractions_as_the_source_does);
  g_test_add_func ("/dataset/computes-every-computed-figure", computes_every_computed_figure);
  g_test_add_func ("/dataset/holds-every-event", holds_every_event);
  g_test_add_func ("/dataset/holds-nothing-else", holds_nothing_else);
  g_test_add_func ("/dataset/says-what-was-read", says_what_was_read);
  g_test_add_func ("/dataset/carries-the-caveats", carries_the_caveats);
  g_test_add_func ("/dataset/speaks-both-languages", speaks_both_languages);
  g_test_add_func ("/dataset/gives-a-text-in-each-of-its-languages",
                   gives_a_text_in_each_of_its_languages);
  g_test_add_func ("/dataset/shows-every-claim-and-event", shows_every_claim_and_event);
  g_test_add_func ("/dataset/notes-every-caveat", notes_every_caveat);
  g_test_add_func ("/dataset/shows-the-ranks-in-order", shows_the_ranks_in_order);
  g_test_add_func ("/dataset/gives-models-the-hue-of-their-country",
                   gives_models_the_hue_of_their_country);

  status = g_test_run ();
  qm_dataset_unref (dataset);

  return status;
}
