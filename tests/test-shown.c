/* What the evidence lists: claims, sources and uses, without a window. */
#include "app/evidence/shown.h"
#include "chart/view/viewed.h"
#include "load-dataset.h"

typedef struct {
  QmDataset *dataset;
  QmSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "evidence.json", NULL);

  fixture->dataset = load_dataset (path);
  fixture->session = qm_session_new (fixture->dataset);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->session);
  qm_dataset_unref (fixture->dataset);
}

static const QmClaim *
claim (Fixture *fixture, const char *id)
{
  return qm_dataset_find_claim (fixture->dataset, id);
}

static void
show (Fixture *fixture, const char *chart)
{
  qm_session_show_chart (fixture->session, qm_dataset_find_chart (fixture->dataset, chart));
}

static void
assert_claims (const GPtrArray *claims, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const QmClaim *) claims->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_shown (Fixture *fixture, const char *expected)
{
  g_auto (QmShownClaims) shown = qm_shown_claims (fixture->session);

  assert_claims (shown.in_front, expected);
}

/* What is computed from that claim. */
static void
assert_computed (Fixture *fixture, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) claims = qm_dataset_computed_from (fixture->dataset, claim (fixture, id));

  assert_claims (claims, expected);
}

static QmShown
where (Fixture *fixture, const char *id)
{
  g_auto (QmShownClaims) shown = qm_shown_claims (fixture->session);

  return qm_shown_where (&shown, claim (fixture, id));
}

/* "1: 5, 2; 2: 7, 1": each source's number, its claims and how many of them are here. */
static void
assert_sources (Fixture *fixture, const char *expected)
{
  g_auto (QmShownClaims) shown = qm_shown_claims (fixture->session);
  g_autoptr (GArray) sources = qm_shown_sources (&shown);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++) {
    const QmShownSource *source = &g_array_index (sources, QmShownSource, i);

    g_string_append_printf (text, "%s%d: %u, %u", i > 0 ? "; " : "", source->source->number,
                            source->n_claims, source->n_here);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_each_claim_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (QmView) view = qm_view_default;

  show (fixture, "harvest");
  assert_shown (fixture, "valley-rice lake-rice hill-rice");

  g_assert_true (qm_view_hide (&view, NULL, claim (fixture, "hill-rice")->entity, NULL));
  view.order = QM_ORDERED_SMALLEST_FIRST;
  qm_session_set_view (fixture->session, &view, NULL);
  assert_shown (fixture, "lake-rice valley-rice");
}

/* In a view relative to the lake the chart draws other figures, of the same claims. */
static void
test_claims_are_the_datasets_own (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (QmView) view = qm_view_default;

  show (fixture, "harvest");
  view.relative_to = claim (fixture, "valley-rice")->entity;
  qm_session_set_view (fixture->session, &view, NULL);
  assert_shown (fixture, "valley-rice lake-rice hill-rice");
  g_assert_cmpint (where (fixture, "hill-rice"), ==, QM_SHOWN);
}

static void
test_sources_of_all_panes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_sources (fixture, "1: 5, 1; 2: 7, 1");
  show (fixture, "harvest");
  assert_sources (fixture, "1: 5, 2; 2: 7, 1; 3: 3, 1");

  /* The figure that both charts have is here once. */
  qm_session_set_comparing (fixture->session, TRUE);
  show (fixture, "times");
  assert_sources (fixture, "1: 5, 2; 2: 7, 2; 3: 3, 2");
}

static void
test_sources_of_what_is_selected (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  qm_session_select (fixture->session, claim (fixture, "lake-rice"));
  assert_sources (fixture, "1: 5, 1; 2: 7, 1; 3: 3, 0");
}

static void
test_where (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *claim;
    QmShown shown;
  } cases[] = {
    { "valley-rice", QM_SHOWN },
    { "lake-rice", QM_SHOWN_NOT_BY_VIEW },
    { "flood", QM_SHOWN_ELSEWHERE },
    { "lake-alone", QM_SHOWN_NOWHERE },
  };
  g_auto (QmView) view = qm_view_default;

  show (fixture, "harvest");
  qm_view_hide (&view, NULL, claim (fixture, "lake-rice")->entity, NULL);
  qm_session_set_view (fixture->session, &view, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (where (fixture, cases[i].claim), ==, cases[i].shown);
}

static void
test_uses (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_computed (fixture, "valley-rice", "hill-rice both-rice");
  assert_computed (fixture, "hill-rice", "both-rice hill-part");
  assert_computed (fixture, "flood", "");
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/shown/each-claim-once", test_each_claim_once);
  ADD ("/shown/claims-are-the-datasets-own", test_claims_are_the_datasets_own);
  ADD ("/shown/sources-of-all-panes", test_sources_of_all_panes);
  ADD ("/shown/sources-of-what-is-selected", test_sources_of_what_is_selected);
  ADD ("/shown/where-a-claim-is-to-be-seen", test_where);
  ADD ("/shown/what-is-computed-from-a-claim", test_uses);
  return g_test_run ();
}
