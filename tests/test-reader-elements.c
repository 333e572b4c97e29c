/* What a dataset file says is what the dataset has: sources, entities, claims and charts. */
#include "reader-fixture.h"

#include <math.h>

static QmDataset *
read_complete (void)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL, *lines = NULL;
  gsize length;
  QmDataset *dataset;

  text = read_data ("good", "complete.json", &length);
  dataset = read_exactly ("complete.json", text, length, problems);
  lines = join_problems (problems, "complete.json");
  g_assert_cmpstr (lines, ==, "");
  g_assert_nonnull (dataset);

  return dataset;
}

static void
assert_text (const QmText *text, const char *expected)
{
  g_assert_cmpstr (qm_text_get (text), ==, expected);
}

static void
assert_date (QmDate date, int year, int month, int day)
{
  g_assert_cmpint (date.year, ==, year);
  g_assert_cmpint (date.month, ==, month);
  g_assert_cmpint (date.day, ==, day);
}

static void
assert_quantity (const QmDataset *dataset, const char *id, QmPrecision precision, double value,
                 double low, double high)
{
  const QmQuantity *quantity = &qm_dataset_find_claim (dataset, id)->quantity;

  g_test_message ("%s", id);
  g_assert_cmpint (quantity->precision, ==, precision);
  g_assert_cmpfloat_with_epsilon (quantity->value, value, 1e-12);
  g_assert_true (isinf (low) ? isinf (quantity->low) : fabs (quantity->low - low) < 1e-12);
  g_assert_true (isinf (high) ? isinf (quantity->high) : fabs (quantity->high - high) < 1e-12);
}

/* What happened needs no figures, and no measures. */
static void
reads_a_file_of_events (void)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = read_data ("good", "only-events.json", &length);
  dataset = qm_dataset_read ("only-events.json", text, length, forms, problems);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (dataset->n_measures, ==, 0);
  g_assert_cmpuint (dataset->charts[0].panels[0].n_claims, ==, 2);
  g_assert_cmpint (dataset->claims[0].kind, ==, QM_CLAIM_EVENT);
}

static void
reads_sources (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmSource *sources = dataset->sources;

  g_assert_cmpstr (dataset->name, ==, "complete.json");
  assert_text (dataset->title, "Harvests");
  g_assert_cmpuint (dataset->n_sources, ==, 2);
  g_assert_cmpstr (sources[0].id, ==, "first");
  g_assert_cmpint (sources[0].number, ==, 1);
  assert_text (sources[0].title, "First title");
  assert_text (sources[0].container, "First container");
  assert_text (sources[0].read_as, "an extract");
  g_assert_null (sources[0].describes);
  g_assert_cmpstr (sources[0].kind, ==, "webpage");
  g_assert_cmpstr (sources[0].url, ==, "https://example.org/first");
  assert_date (sources[0].issued, 2025, 7, 22);
  g_assert_cmpint (sources[1].number, ==, 2);
  g_assert_null (sources[1].title);
  g_assert_null (sources[1].container);
  g_assert_cmpstr (sources[1].url, ==, "http://example.org/second");
  assert_text (sources[1].describes, "a second source");
  assert_date (sources[1].issued, 2025, 11, 0);
}

static void
reads_entities (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmEntity *entities = dataset->entities;

  g_assert_cmpuint (dataset->n_entities, ==, 3);
  assert_text (entities[0].name, "Farm");
  assert_text (entities[0].short_name, "F");
  assert_text (entities[1].short_name, "Land");
  g_assert_true (entities[0].part_of == &entities[1]);
  g_assert_true (entities[1].part_of == &entities[2]);
  g_assert_null (entities[2].part_of);
  g_assert_cmpint (entities[0].identity, ==, QM_IDENTITY_GOLD);
  g_assert_cmpint (entities[1].identity, ==, QM_IDENTITY_GOLD);
  g_assert_cmpint (entities[2].identity, ==, QM_IDENTITY_TEAL);
}

/* Of a whole that has a hue, of one that is muted, and beside someone else. */
static void
parts_that_are_told_apart_by_hue_have_their_own (void)
{
  static const struct {
    const char *whole, *panel;
    QmIdentity identities[4]; /* of whole, north, south and who is no part */
  } cases[] = {
    { "\"color\":\"red\"",
      "\"form\":\"line\",\"claims\":[\"c0\",\"c1\",\"c2\"]",
      { QM_IDENTITY_RED, QM_IDENTITY_BLUE, QM_IDENTITY_GOLD, QM_IDENTITY_VIOLET } },
    { "\"color\":\"muted\"",
      "\"form\":\"line\",\"claims\":[\"c1\",\"c2\"]",
      { QM_IDENTITY_NONE, QM_IDENTITY_BLUE, QM_IDENTITY_RED, QM_IDENTITY_GOLD } },
    { "\"name\":\"All\"",
      "\"form\":\"line\",\"claims\":[\"c1\",\"c2\",\"c3\"]",
      { QM_IDENTITY_BLUE, QM_IDENTITY_BLUE, QM_IDENTITY_BLUE, QM_IDENTITY_RED } },
    { "\"color\":\"red\"",
      "\"form\":\"bars\",\"claims\":[\"c1\",\"c2\"]",
      { QM_IDENTITY_RED, QM_IDENTITY_RED, QM_IDENTITY_RED, QM_IDENTITY_BLUE } },
    { "\"color\":\"red\"",
      "\"form\":\"stack\",\"claims\":[\"c1\",\"c2\",\"c3\"]",
      { QM_IDENTITY_RED, QM_IDENTITY_GOLD, QM_IDENTITY_RED, QM_IDENTITY_BLUE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GPtrArray) problems = new_problems ();
    g_autoptr (QmDataset) dataset = NULL;

    g_string_printf (
        text,
        "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}"
        "],"
        "\"entities\":[{\"id\":\"e0\",%s%s},{\"id\":\"e1\",\"name\":\"N\",\"part_of\":\"e0\"},"
        "{\"id\":\"e2\",\"name\":\"S\",\"part_of\":\"e0\"},{\"id\":\"e3\",\"name\":\"O\"}],"
        "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"number\"}],\"claims\":[",
        cases[i].whole, strstr (cases[i].whole, "name") == NULL ? ",\"name\":\"All\"" : "");
    for (int j = 0; j < 4; j++)
      g_string_append_printf (text,
                              "%s{\"id\":\"c%d\",\"measure\":\"m\",\"entity\":\"e%d\",\"value\":1,"
                              "\"statement\":\"x\",\"cites\":[{\"source\":\"s\"}]}",
                              j > 0 ? "," : "", j, j);
    g_string_append_printf (
        text,
        "],\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":"
        "\"s\",\"title\":\"t\",\"panels\":[{%s}]}]}",
        cases[i].panel);
    dataset = qm_dataset_read ("d", text->str, text->len, forms, problems);
    g_assert_nonnull (dataset);
    for (int j = 0; j < 4; j++)
      g_assert_cmpint (dataset->entities[j].identity, ==, cases[i].identities[j]);
  }
}

static void
reads_claims (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmClaim *rice = qm_dataset_find_claim (dataset, "rice");
  const QmClaim *order = qm_dataset_find_claim (dataset, "order");
  const QmClaim *fraction = qm_dataset_find_claim (dataset, "fraction");

  g_assert_cmpuint (dataset->n_claims, ==, 11);
  g_assert_cmpint (rice->kind, ==, QM_CLAIM_FIGURE);
  assert_text (rice->measure->name, "Rice grown");
  g_assert_cmpstr (rice->entity->id, ==, "farm");
  g_assert_null (rice->to_entity);
  g_assert_cmpint (rice->unit.kind, ==, QM_UNIT_CURRENCY);
  g_assert_cmpstr (rice->unit.currency, ==, "EUR");
  g_assert_cmpstr (rice->unit.per, ==, "year");
  g_assert_cmpint (rice->quantity.standing, ==, QM_PROJECTED);
  g_assert_true (rice->quantity.is_projected);
  assert_text (rice->statement, "Rice — 🌾.");
  assert_text (rice->label, "Rice label");
  assert_text (rice->caveat, "Rice caveat");
  g_assert_cmpstr (rice->checked_by, ==, "Ann Roe");
  g_assert_cmpint (rice->checked_on.day, ==, 22);
  g_assert_null (rice->derivation);
  g_assert_cmpuint (rice->n_citations, ==, 2);
  g_assert_cmpstr (rice->citations[0].source->id, ==, "second");
  g_assert_cmpstr (qm_text_get (rice->citations[0].at), ==, "¶2");
  assert_text (rice->citations[0].via, "the miller");
  g_assert_cmpstr (rice->citations[1].source->id, ==, "first");
  g_assert_null (rice->citations[1].via);
  g_assert_null (qm_dataset_find_claim (dataset, "wheat")->citations[3].at);

  g_assert_cmpint (order->kind, ==, QM_CLAIM_ORDER);
  g_assert_cmpuint (order->n_above, ==, 2);
  g_assert_cmpstr (order->above[0]->id, ==, "land");
  g_assert_cmpstr (order->above[1]->id, ==, "sea");

  g_assert_cmpstr (fraction->entity->id, ==, "land");
  g_assert_cmpstr (fraction->to_entity->id, ==, "farm");
  g_assert_cmpint (fraction->unit.kind, ==, QM_UNIT_TIMES);
  g_assert_cmpint (fraction->fraction[0], ==, 1);
  g_assert_cmpint (fraction->fraction[1], ==, 15);
  g_assert_null (qm_dataset_find_claim (dataset, "nothing"));

  g_assert_cmpint (rice->digits, ==, 0);
  g_assert_cmpint (qm_dataset_find_claim (dataset, "percentage")->digits, ==, 2);
  g_assert_cmpint (qm_dataset_find_claim (dataset, "part")->digits, ==, 15);
}

static void
reads_quantities (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();

  assert_quantity (dataset, "rice", QM_OVER, 30, 30, INFINITY);
  assert_quantity (dataset, "wheat", QM_BETWEEN, 5, 4, 6);
  assert_quantity (dataset, "all", QM_UNDER, 40, -INFINITY, 40);
  assert_quantity (dataset, "rank", QM_EXACT, 2, 2, 2);
  assert_quantity (dataset, "percentage", QM_EXACT, 0.386, 0.386, 0.386);
  assert_quantity (dataset, "points", QM_BETWEEN, 0.04, 0.03, 0.07);
  assert_quantity (dataset, "fraction", QM_EXACT, 1 / 15.0, 1 / 15.0, 1 / 15.0);
  assert_quantity (dataset, "each", QM_OVER, 5, 5, INFINITY);
  assert_quantity (dataset, "part", QM_UNDER, 4 / 3.0, -INFINITY, 4 / 3.0);
}

static void
reads_times (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmTime *rice = &qm_dataset_find_claim (dataset, "rice")->time;
  const QmTime *wheat = &qm_dataset_find_claim (dataset, "wheat")->time;
  const QmTime *all = &qm_dataset_find_claim (dataset, "all")->time;
  const QmTime *rank = &qm_dataset_find_claim (dataset, "rank")->time;
  const QmTime *order = &qm_dataset_find_claim (dataset, "order")->time;
  const QmTime *flood = &qm_dataset_find_claim (dataset, "flood")->time;

  assert_date (rice->start, 2023, 0, 0);
  assert_date (rice->end, 2025, 11, 0);
  g_assert_true (rice->is_approximate);
  assert_text (rice->words, "kürzlich");
  assert_date (wheat->start, 0, 0, 0);
  assert_date (wheat->end, 2030, 0, 0);
  g_assert_false (wheat->is_approximate);
  g_assert_null (wheat->words);
  assert_date (all->start, 2024, 2, 29);
  assert_date (all->end, 2024, 2, 29);
  assert_date (rank->start, 0, 0, 0);
  assert_date (rank->end, 0, 0, 0);
  assert_date (order->start, 2025, 7, 0);
  assert_date (order->end, 2025, 0, 0);
  assert_date (flood->start, 2025, 7, 4);
  assert_date (flood->end, 2025, 7, 0);
}

static void
cites_for_a_computed_claim_what_its_operands_cite (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmClaim *each = qm_dataset_find_claim (dataset, "each");
  const struct {
    const char *source, *at, *via;
  } expected[] = { { "second", "¶2", "the miller" },
                   { "first", "¶1", NULL },
                   { "second", "¶2", "the baker" },
                   { "first", NULL, NULL } };

  g_assert_cmpint (each->derivation->operation, ==, QM_DIVIDE);
  g_assert_cmpstr (each->derivation->operands[0].claim->id, ==, "rice");
  g_assert_cmpstr (each->derivation->operands[1].claim->id, ==, "wheat");
  g_assert_cmpint (each->quantity.standing, ==, QM_COMPUTED);
  g_assert_true (each->quantity.is_projected);
  g_assert_cmpuint (each->n_citations, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpstr (each->citations[i].source->id, ==, expected[i].source);
    g_assert_cmpstr (qm_text_get (each->citations[i].at), ==, expected[i].at);
    g_assert_cmpstr (qm_text_get (each->citations[i].via), ==, expected[i].via);
  }
}

static void
reads_events_after_the_claims (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmClaim *event = &dataset->claims[dataset->n_claims - 1];

  g_assert_cmpstr (event->id, ==, "flood");
  g_assert_cmpint (event->kind, ==, QM_CLAIM_EVENT);
  g_assert_null (event->measure);
  g_assert_cmpstr (event->entity->id, ==, "sea");
  assert_text (event->label, "Flood");
}

static void
reads_charts (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmChart *chart = qm_dataset_find_chart (dataset, "yields");
  const QmPanel *panel = chart->panels;

  g_assert_cmpuint (dataset->n_charts, ==, 2);
  assert_text (chart->topic, "Topic");
  assert_text (chart->name, "Name");
  assert_text (chart->summary, "Summary");
  assert_text (chart->title, "Title");
  assert_text (chart->subtitle, "Subtitle");
  assert_text (chart->note, "Note");
  g_assert_cmpuint (chart->n_panels, ==, 2);
  g_assert_cmpstr (panel->form->name, ==, "units");
  assert_text (panel->title, "Panel title");
  assert_text (panel->subtitle, "Panel subtitle");
  assert_text (panel->note, "Panel note");
  g_assert_cmpuint (panel->n_claims, ==, 2);
  g_assert_cmpstr (panel->claims[0]->id, ==, "each");
  g_assert_cmpstr (panel->claims[1]->id, ==, "fraction");
  g_assert_null (qm_dataset_find_chart (dataset, "second")->note);
  g_assert_null (qm_dataset_find_chart (dataset, "third"));
}

/* In the language in use, else in English, else in the first there is. */
static void
chooses_the_language_of_a_text (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();

  g_assert_true (qm_language_use ("vi"));
  assert_text (dataset->title, "Mùa màng");
  assert_text (dataset->sources[1].describes, "a second source");
  assert_text (qm_dataset_find_claim (dataset, "rice")->time.words, "kürzlich");
  assert_text (dataset->sources[0].title, "First title");
  g_assert_true (qm_language_use ("en"));
  assert_text (dataset->title, "Harvests");
  g_assert_null (qm_text_get (NULL));
}

static void
tells_texts_apart (void)
{
  g_autoptr (QmDataset) dataset = read_complete ();
  const QmText *rice = qm_dataset_find_claim (dataset, "rice")->statement;
  const QmText *baker = qm_dataset_find_claim (dataset, "wheat")->citations[2].via;
  const QmText *english_baker = qm_dataset_find_claim (dataset, "all")->citations[0].via;

  g_assert_true (qm_text_equal (rice, rice));
  g_assert_false (qm_text_equal (rice, dataset->title));
  g_assert_false (qm_text_equal (baker, english_baker));
  g_assert_false (qm_text_equal (english_baker, baker));
  g_assert_false (qm_text_equal (NULL, baker));
  g_assert_false (qm_text_equal (baker, NULL));
  g_assert_true (qm_text_equal (NULL, NULL));
}

static void
keeps_what_is_referred_to (void)
{
  QmDataset *dataset = read_complete ();
  QmDataset *reference = qm_dataset_ref (dataset);

  qm_dataset_unref (dataset);
  assert_text (reference->title, "Harvests");
  qm_dataset_unref (reference);
  qm_dataset_unref (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  g_test_add_func ("/reader/reads-a-file-of-events", reads_a_file_of_events);
  g_test_add_func ("/reader/reads-sources", reads_sources);
  g_test_add_func ("/reader/reads-entities", reads_entities);
  g_test_add_func ("/reader/parts-that-are-told-apart-by-hue-have-their-own",
                   parts_that_are_told_apart_by_hue_have_their_own);
  g_test_add_func ("/reader/reads-claims", reads_claims);
  g_test_add_func ("/reader/reads-quantities", reads_quantities);
  g_test_add_func ("/reader/reads-times", reads_times);
  g_test_add_func ("/reader/reads-events-after-the-claims", reads_events_after_the_claims);
  g_test_add_func ("/reader/reads-charts", reads_charts);
  g_test_add_func ("/reader/cites-for-a-computed-claim-what-its-operands-cite",
                   cites_for_a_computed_claim_what_its_operands_cite);
  g_test_add_func ("/reader/chooses-the-language-of-a-text", chooses_the_language_of_a_text);
  g_test_add_func ("/reader/tells-texts-apart", tells_texts_apart);
  g_test_add_func ("/reader/a-reference-keeps-the-dataset", keeps_what_is_referred_to);
  return g_test_run ();
}
