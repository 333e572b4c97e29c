/* A chart goes into another dataset, with all that it draws. */
#include "base/language.h"
#include "dataset/extract.h"
#include "entry-fixture.h"

static const char *
name_of (const QmEntity *entity)
{
  return entity != NULL ? qm_text_get (entity->name) : NULL;
}

static void
assert_same_claim (const QmClaim *claim, const QmClaim *other)
{
  g_assert_cmpstr (qm_text_get (claim->statement), ==, qm_text_get (other->statement));
  g_assert_cmpstr (name_of (claim->entity), ==, name_of (other->entity));
  g_assert_cmpint (claim->kind, ==, other->kind);
  if (claim->kind == QM_CLAIM_FIGURE)
    g_assert_cmpfloat (claim->quantity.value, ==, other->quantity.value);
  g_assert_cmpuint (claim->n_citations, ==, other->n_citations);
  for (gsize i = 0; i < claim->n_citations; i++) {
    g_assert_cmpstr (qm_text_get (claim->citations[i].at), ==,
                     qm_text_get (other->citations[i].at));
    g_assert_cmpstr (qm_text_get (claim->citations[i].source->title), ==,
                     qm_text_get (other->citations[i].source->title));
  }
}

/* The chart as it is there, whatever ids it has here. */
static void
assert_same_chart (const QmChart *chart, const QmChart *other)
{
  g_assert_cmpstr (qm_text_get (chart->title), ==, qm_text_get (other->title));
  g_assert_cmpuint (chart->n_panels, ==, other->n_panels);
  for (gsize i = 0; i < chart->n_panels; i++) {
    g_assert_cmpuint (chart->panels[i].n_claims, ==, other->panels[i].n_claims);
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      assert_same_claim (chart->panels[i].claims[j], other->panels[i].claims[j]);
  }
}

/* text with that chart of the dataset. */
static char *
transplant (const char *text, const QmDataset *dataset, const QmChart *chart)
{
  g_autofree char *extract = qm_dataset_extract (dataset, chart), *id = NULL, *result = NULL;
  g_autoptr (QmDataset) changed = NULL;
  QmEdit *edit = qm_edit_begin (text);

  id = g_strdup (qm_edit_transplant (edit, extract));
  result = qm_edit_end (edit);
  changed = read_good (result);
  assert_same_chart (qm_dataset_find_chart (changed, id), chart);
  return g_steal_pointer (&result);
}

static void
every_chart_goes_into_every_dataset (void)
{
  static const char *const names[][2] = { { "../data", "scale-and-open-models.json" },
                                          { "data/good", "complete.json" },
                                          { "data/good", "sums.json" },
                                          { "data", "sources.json" },
                                          { "data", "evidence.json" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++) {
      g_autofree char *from = read_file (names[i][0], names[i][1]);
      g_autofree char *text = read_file (names[j][0], names[j][1]);
      g_autoptr (QmDataset) dataset = read_good (from);

      for (gsize k = 0; k < dataset->n_charts; k++) {
        g_autofree char *before = g_steal_pointer (&text);

        g_test_message ("%s of %s into %s", dataset->charts[k].id, names[i][1], names[j][1]);
        text = transplant (before, dataset, &dataset->charts[k]);
      }
    }
}

/* What says the same is there once; only the chart is there twice. */
static void
nothing_is_there_twice (void)
{
  g_autofree char *text = read_file ("data/good", "complete.json"), *twice = g_strdup (text);
  g_autoptr (QmDataset) dataset = read_good (text);
  g_autoptr (QmDataset) after = NULL;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    g_autofree char *before = g_steal_pointer (&twice);

    twice = transplant (before, dataset, &dataset->charts[i]);
  }
  after = read_good (twice);
  g_assert_cmpuint (after->n_sources, ==, dataset->n_sources);
  g_assert_cmpuint (after->n_entities, ==, dataset->n_entities);
  g_assert_cmpuint (after->n_measures, ==, dataset->n_measures);
  g_assert_cmpuint (after->n_claims, ==, dataset->n_claims);
  g_assert_cmpuint (after->n_charts, ==, 2 * dataset->n_charts);
}

/* The same ids for other things: all of the chart is still its own, what is computed of it too. */
static void
what_is_another_gets_another_id (void)
{
  static const char *const changes[][2] = { { "\"China\"", "\"Cathay\"" },
                                            { "The Japan Times", "The Kobe Times" },
                                            { "300e9", "290e9" } };
  static const char chart[] = "\"id\": \"data-centre-gap\",";
  g_autofree char *built_in = read_built_in ();
  g_autoptr (GString) text = g_string_new (built_in);
  g_autoptr (QmDataset) dataset = NULL;

  g_string_replace (text, chart,
                    "\"id\": \"data-centre-gap\", \"view\": { \"relative_to\": \"china\", "
                    "\"highlight\": \"us-ai-infrastructure-2024\", "
                    "\"call_outs\": { \"us-ai-infrastructure-2024\": \"Much\" } },",
                    1);
  dataset = read_good (text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GString) other = g_string_new (built_in);
    g_autoptr (QmDataset) after = NULL;
    g_autofree char *result = NULL;

    g_assert_cmpuint (g_string_replace (other, changes[i][0], changes[i][1], 0), >, 0);
    result = transplant (other->str, dataset, qm_dataset_find_chart (dataset, "data-centre-gap"));
    after = read_good (result);
    g_assert_cmpuint (after->n_claims, >, dataset->n_claims);
  }
}

static void
tables_go_with_their_charts (void)
{
  g_autoptr (QmDataset) dataset = read_good (rice), same = NULL, more = NULL;
  g_autoptr (GString) other = g_string_new (rice);
  g_autofree char *once = transplant (rice, dataset, &dataset->charts[0]), *twice = NULL;

  same = read_good (once);
  g_assert_cmpuint (same->n_claims, ==, dataset->n_claims);
  g_string_replace (other, "19.1", "18", 1);
  twice = transplant (other->str, dataset, &dataset->charts[0]);
  more = read_good (twice);
  g_assert_cmpuint (more->n_claims, ==, dataset->n_claims + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

#define TEST(name) g_test_add_func ("/transplant/" #name, name)
  TEST (every_chart_goes_into_every_dataset);
  TEST (nothing_is_there_twice);
  TEST (what_is_another_gets_another_id);
  TEST (tables_go_with_their_charts);
#undef TEST
  return g_test_run ();
}
