/* The session: every change is told and can be taken back. */
#include "app/session/session.h"
#include "base/language.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "load-dataset.h"
#include "random-view.h"

#include <string.h>

typedef struct {
  QmDataset *dataset;
  QmSession *session;
  guint n_changes;
  guint changes; /* QmSessionChange, all since they were last looked at */
} Fixture;

static void
changed_cb (Fixture *fixture, guint change)
{
  fixture->n_changes++;
  fixture->changes |= change;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->dataset = load_dataset (NULL);
  fixture->session = qm_session_new (fixture->dataset);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->session);
  qm_dataset_unref (fixture->dataset);
}

static void
assert_told (Fixture *fixture, guint changes)
{
  g_assert_cmpuint (fixture->n_changes, ==, changes != 0 ? 1 : 0);
  g_assert_cmphex (fixture->changes, ==, changes);
  fixture->n_changes = fixture->changes = 0;
}

static const QmChart *
chart (Fixture *fixture, const char *id)
{
  const QmChart *found = qm_dataset_find_chart (fixture->dataset, id);

  g_assert_nonnull (found);
  return found;
}

static void
test_tells_each_change_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *share = chart (fixture, "industrial-share");
  g_auto (QmView) view = qm_view_copy (qm_session_get_view (session));

  qm_session_show_chart (session, qm_session_get_chart (session));
  assert_told (fixture, 0);
  qm_session_show_chart (session, share);
  assert_told (fixture, QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_HISTORY);
  view.is_log = TRUE;
  qm_session_set_view (session, &view, NULL);
  assert_told (fixture, QM_SESSION_VIEW | QM_SESSION_HISTORY);
  qm_session_select (session, share->panels[0].claims[0]);
  assert_told (fixture, QM_SESSION_SELECTION);
  qm_session_select (session, share->panels[0].claims[0]);
  assert_told (fixture, 0);
  qm_session_move_chart (session, 0, 3);
  assert_told (fixture, QM_SESSION_ORDER | QM_SESSION_HISTORY);
  qm_session_undo (session);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_a_chart_keeps_its_view (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *share = chart (fixture, "industrial-share");
  QmView view = qm_view_default;

  view.is_log = TRUE;
  qm_session_show (session, share, &view);
  qm_session_show_chart (session, chart (fixture, "design-arena"));
  g_assert_false (qm_session_get_view (session)->is_log);
  qm_session_show_chart (session, share);
  g_assert_true (qm_session_get_view (session)->is_log);

  qm_session_undo (session);
  qm_session_undo (session);
  qm_session_undo (session);
  qm_session_show_chart (session, share);
  g_assert_true (qm_session_get_view (session)->is_log);
}

static void
test_the_way_through_charts_is_one_step (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *arena = chart (fixture, "design-arena");
  QmView view = qm_view_default;

  view.is_log = TRUE;
  qm_session_show (session, chart (fixture, "industrial-share"), &view);
  qm_session_show_chart (session, arena);
  for (int i = 0; i < 4; i++)
    qm_session_turn_to_chart (session, qm_session_peek_chart (session, 1));
  g_assert_true (qm_session_get_chart (session) == chart (fixture, "industrial-share"));
  g_assert_true (qm_session_get_view (session)->is_log);

  qm_session_undo (session);
  g_assert_true (qm_session_get_chart (session) == arena);
  qm_session_undo (session);
  g_assert_true (qm_session_get_chart (session) == chart (fixture, "industrial-share"));
}

static void
test_the_selection_stays_with_its_chart (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *arena = chart (fixture, "design-arena");

  g_assert_true (qm_session_go_to_claim (session, arena->panels[0].claims[4]));
  g_assert_true (qm_session_get_chart (session) == arena);
  g_assert_true (qm_session_get_selected (session) == arena->panels[0].claims[4]);
  qm_session_show_chart (session, chart (fixture, "industrial-share"));
  g_assert_null (qm_session_get_selected (session));
}

static void
test_comparing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *first = qm_session_get_chart (session),
                *share = chart (fixture, "industrial-share");
  QmView view = qm_view_default;

  qm_session_set_comparing (session, TRUE);
  g_assert_cmpuint (qm_session_get_n_panes (session), ==, 2);
  g_assert_cmpuint (qm_session_get_active (session), ==, 1);
  view.is_log = TRUE;
  qm_session_show (session, share, &view);
  g_assert_true (qm_session_get_pane (session, 0, NULL) == first);
  g_assert_true (qm_session_get_pane (session, 1, NULL) == share);

  qm_session_set_active (session, 0);
  g_assert_true (qm_session_get_chart (session) == first);
  g_assert_false (qm_session_get_view (session)->is_log);
  /* To go there was no step, and leaves what can be redone. */
  qm_session_undo (session);
  g_assert_cmpuint (qm_session_get_active (session), ==, 1);
  g_assert_true (qm_session_get_chart (session) == first);
  qm_session_set_active (session, 0);
  qm_session_redo (session);
  g_assert_true (qm_session_get_pane (session, 1, NULL) == share);

  qm_session_set_active (session, 1);
  qm_session_set_comparing (session, FALSE);
  g_assert_cmpuint (qm_session_get_n_panes (session), ==, 1);
  g_assert_true (qm_session_get_chart (session) == share);
}

static void
test_order (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *charts = fixture->dataset->charts;

  g_assert_true (qm_session_peek_chart (session, 1) == &charts[1]);
  g_assert_null (qm_session_peek_chart (session, -1));
  qm_session_move_chart (session, 3, 0);
  g_assert_cmpuint (qm_session_get_order (session)[0], ==, 3);
  g_assert_cmpuint (qm_session_get_order (session)[1], ==, 0);
  g_assert_cmpuint (qm_session_get_order (session)[4], ==, 4);
  g_assert_true (qm_session_peek_chart (session, -1) == &charts[3]);
  qm_session_move_chart (session, 0, 2);
  g_assert_cmpuint (qm_session_get_order (session)[2], ==, 3);
  g_assert_cmpuint (qm_session_get_order (session)[0], ==, 0);
}

/* A state may come from a file that anybody has changed, or from another dataset. */
static void
test_any_state_can_be_restored (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const states[] = {
    "",
    "\n",
    "7",
    "1\ndesign-arena design-arena nothing",
    "9\n\n{\"chart\":\"design-arena\"}",
    "1\n\n{}\n{}\n{}",
    "1\n\n{\"chart\":\"nothing\"}\nno JSON",
    "0\n\n{\"chart\":\"design-arena\"}\n{\"chart\":\"design-arena\"}\n{\"chart\":\"design-arena\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    guint sum = 0;

    qm_session_begin (fixture->session, fixture->dataset, states[i]);
    g_assert_nonnull (qm_session_get_chart (fixture->session));
    for (guint j = 0; j < fixture->dataset->n_charts; j++)
      sum += qm_session_get_order (fixture->session)[j];
    g_assert_cmpuint (sum, ==, fixture->dataset->n_charts * (fixture->dataset->n_charts - 1) / 2);
  }
  qm_session_begin (fixture->session, fixture->dataset,
                    "1\ntimeline\n{\"chart\":\"design-arena\"}\n"
                    "{\"chart\":\"industrial-share\",\"scale\":\"log\"}");
  g_assert_true (qm_session_get_chart (fixture->session) == chart (fixture, "industrial-share"));
  g_assert_true (qm_session_get_view (fixture->session)->is_log);
  g_assert_true (&fixture->dataset->charts[qm_session_get_order (fixture->session)[0]] ==
                 chart (fixture, "timeline"));
}

static void
test_another_version_of_the_dataset (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) again = load_dataset (NULL);
  QmSession *session = fixture->session;
  const QmChart *arena = chart (fixture, "design-arena");

  qm_session_go_to_claim (session, arena->panels[0].claims[4]);
  qm_session_set_dataset (session, again);
  g_assert_cmpstr (qm_session_get_selected (session)->id, ==, arena->panels[0].claims[4]->id);
  g_assert_true (qm_session_get_selected (session) != arena->panels[0].claims[4]);
  g_assert_true (qm_session_get_chart (session) == qm_dataset_find_chart (again, "design-arena"));
  g_assert_true (qm_session_can_undo (session));
}

/* The built-in dataset under another title, or as it is. */
static QmDataset *
find_version (guint version, gpointer edited)
{
  static QmDataset *again;

  g_clear_pointer (&again, qm_dataset_unref);
  again = version == 0 ? load_dataset (NULL) : qm_dataset_ref (edited);
  return again;
}

static void
test_edits_are_steps_among_others (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) edited = load_dataset (NULL);
  QmSession *session = fixture->session;
  guint told = QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_ORDER |
               QM_SESSION_SELECTION | QM_SESSION_HISTORY;

  qm_session_set_versions (session, find_version, edited, 0);
  qm_session_show_chart (session, chart (fixture, "design-arena"));
  fixture->n_changes = fixture->changes = 0;
  qm_session_edit (session, edited, 1, "timeline");
  assert_told (fixture, told);
  g_assert_true (qm_session_get_chart (session) == qm_dataset_find_chart (edited, "timeline"));
  qm_session_show_chart (session, qm_dataset_find_chart (edited, "compute-bill"));

  qm_session_undo (session);
  g_assert_true (qm_session_get_dataset (session) == edited);
  fixture->n_changes = fixture->changes = 0;
  qm_session_undo (session);
  assert_told (fixture, told);
  g_assert_true (qm_session_get_dataset (session) != edited);
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, "design-arena");
  qm_session_redo (session);
  g_assert_true (qm_session_get_dataset (session) == edited);
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, "timeline");
  find_version (1, edited);
}

/* Whatever was done to any chart is there again, and nothing of another dataset. */
static void
test_begins_as_it_was_left (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmSession) again = qm_session_new (fixture->dataset);
  g_autofree char *left = NULL, *left_again = NULL;
  g_auto (QmView) view = qm_view_default;

  view.is_log = TRUE;
  qm_session_show (fixture->session, chart (fixture, "industrial-share"), &view);
  qm_session_show_chart (fixture->session, chart (fixture, "design-arena"));
  qm_session_move_chart (fixture->session, 0, 3);
  left = qm_session_write_left (fixture->session);

  qm_session_select (again, &fixture->dataset->claims[0]);
  qm_session_show_chart (again, chart (fixture, "compute-bill"));
  g_signal_connect_swapped (again, "changed", G_CALLBACK (changed_cb), fixture);
  fixture->n_changes = fixture->changes = 0;
  qm_session_begin (again, fixture->dataset, left);
  assert_told (fixture, QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW |
                            QM_SESSION_SELECTION | QM_SESSION_ORDER | QM_SESSION_HISTORY);
  g_assert_false (qm_session_can_undo (again));
  g_assert_null (qm_session_get_selected (again));
  g_assert_cmpstr (qm_session_get_state (again), ==, qm_session_get_state (fixture->session));
  left_again = qm_session_write_left (again);
  g_assert_cmpstr (left_again, ==, left);
  qm_session_show_chart (again, chart (fixture, "industrial-share"));
  g_assert_true (qm_session_get_view (again)->is_log);

  qm_session_begin (again, fixture->dataset, NULL);
  g_assert_true (qm_session_get_chart (again) == &fixture->dataset->charts[0]);
  g_assert_cmpuint (qm_session_get_order (again)[0], ==, 0);
  qm_session_show_chart (again, chart (fixture, "industrial-share"));
  g_assert_false (qm_session_get_view (again)->is_log);
}

static void
test_begins_with_anything (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const left[] = { "", "\n\n", "\n\n\n\n{}", "0\n\n\n{", "1\na\n{}\n\nx\n{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (left); i++) {
    qm_session_begin (fixture->session, fixture->dataset, left[i]);
    g_assert_true (qm_session_get_chart (fixture->session) == &fixture->dataset->charts[0]);
    g_assert_cmpuint (qm_session_get_n_panes (fixture->session), ==, 1);
  }
}

/* --- A thousand steps and back --- */

static void
act_at_random (QmSession *session, GRand *random)
{
  QmDataset *dataset = qm_session_get_dataset (session);
  gint32 n_charts = (gint32) dataset->n_charts;
  const QmChart *chart = &dataset->charts[g_rand_int_range (random, 0, n_charts)];
  g_auto (QmView) view = random_view (random, qm_session_get_chart (session));

  switch (g_rand_int_range (random, 0, 8)) {
  case 0:
    qm_session_show_chart (session, chart);
    break;
  case 1:
    qm_session_set_comparing (session, g_rand_boolean (random));
    break;
  case 2:
    qm_session_set_active (session, qm_session_get_n_panes (session) - 1);
    break;
  case 3:
    qm_session_move_chart (session, (guint) g_rand_int_range (random, 0, n_charts),
                           (guint) g_rand_int_range (random, 0, n_charts));
    break;
  case 4:
    qm_session_go_to_claim (session, chart->panels[0].claims[0]);
    break;
  default:
    qm_session_set_view (session, &view, g_rand_boolean (random) ? "view" : NULL);
    break;
  }
}

static void
test_undoes_a_thousand_steps (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT));
  g_autofree char *first = g_strdup (qm_session_get_state (fixture->session));
  g_autofree char *last = NULL;
  guint n_undone = 0;

  for (int i = 0; i < 1000; i++)
    act_at_random (fixture->session, random);
  last = g_strdup (qm_session_get_state (fixture->session));

  for (; qm_session_can_undo (fixture->session); n_undone++)
    qm_session_undo (fixture->session);
  g_assert_cmpuint (n_undone, >, 300);
  g_assert_cmpstr (qm_session_get_state (fixture->session), ==, first);
  while (qm_session_can_redo (fixture->session))
    qm_session_redo (fixture->session);
  g_assert_cmpstr (qm_session_get_state (fixture->session), ==, last);
}

/* --- The choice of charts --- */

static void
assert_chosen (QmSession *session, const char *expected)
{
  g_autoptr (GPtrArray) charts = qm_session_list_chosen (session);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < charts->len; i++)
    g_string_append_printf (ids, "%s ", ((const QmChart *) charts->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* In the order of the list, whatever was chosen first; no step to undo. */
static void
test_choosing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;
  const QmChart *charts = fixture->dataset->charts;

  assert_chosen (session, "");
  qm_session_choose (session, &charts[2], TRUE);
  assert_told (fixture, QM_SESSION_CHOICE);
  qm_session_choose (session, &charts[2], TRUE);
  assert_told (fixture, 0);
  qm_session_choose (session, &charts[0], TRUE);
  assert_chosen (session, "data-centre-gap chip-access ");
  g_assert_false (qm_session_can_undo (session));

  qm_session_move_chart (session, 2, 0);
  assert_chosen (session, "chip-access data-centre-gap ");
  qm_session_choose (session, &charts[0], FALSE);
  assert_chosen (session, "chip-access ");
  qm_session_choose_range (session, 2, 1);
  assert_chosen (session, "data-centre-gap compute-bill ");
  qm_session_choose_none (session);
  assert_chosen (session, "");
}

static void
test_a_choice_is_remembered (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *left = NULL;

  qm_session_choose (fixture->session, &fixture->dataset->charts[1], TRUE);
  qm_session_choose (fixture->session, &fixture->dataset->charts[3], TRUE);
  left = qm_session_write_left (fixture->session);
  qm_session_begin (fixture->session, fixture->dataset, NULL);
  assert_chosen (fixture->session, "");
  qm_session_begin (fixture->session, fixture->dataset, left);
  assert_chosen (fixture->session, "compute-bill design-arena ");
  qm_session_begin (fixture->session, fixture->dataset, "0\n\n\nchosen nowhere timeline ");
  assert_chosen (fixture->session, "timeline ");
}

/* What the author chose is where a chart begins, and where a step back leads. */
static void
test_the_authors_view (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "hard-cases.json", NULL);
  g_autoptr (QmDataset) hard = load_dataset (path);
  g_autoptr (QmSession) session = qm_session_new (hard), another = NULL;
  const QmChart *chart = qm_dataset_find_chart (hard, "hard-view");
  g_auto (QmView) own = qm_view_copy (qm_author_view (chart));
  g_autofree char *left = NULL, *untouched = NULL;

  qm_session_show_chart (session, chart);
  g_assert_true (qm_view_equal (qm_session_get_view (session), qm_author_view (chart)));
  untouched = qm_session_write_left (session);
  g_assert_null (strstr (untouched, "\n\n{"));
  own.order = QM_ORDERED_AS_GIVEN;
  qm_session_set_view (session, &own, NULL);
  left = qm_session_write_left (session);
  g_assert_nonnull (strstr (left, "{\"chart\":\"hard-view\",\"order\":null}"));

  another = qm_session_new (hard);
  qm_session_begin (another, hard, left);
  g_assert_true (qm_view_equal (qm_session_get_view (another), &own));
  qm_session_undo (session);
  g_assert_true (qm_view_equal (qm_session_get_view (session), qm_author_view (chart)));
  qm_session_undo (session);
  g_assert_true (qm_session_get_chart (session) == &hard->charts[0]);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

/* Charts, views and order: all of the state but which pane is in front, its first line. */
static char *
what_is_seen (QmSession *session)
{
  return g_strdup (strchr (qm_session_get_state (session), '\n'));
}

static void
assert_step_is_seen (QmSession *session, void (*step) (QmSession *session))
{
  g_autofree char *before = what_is_seen (session), *after = NULL;

  step (session);
  after = what_is_seen (session);
  g_assert_cmpstr (before, !=, after);
}

static void
test_steps_are_seen (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = fixture->session;

  qm_session_set_comparing (session, TRUE);
  for (int i = 0; i < 12; i++) {
    qm_session_set_active (session, (guint) i % 2);
    qm_session_show_chart (session, &fixture->dataset->charts[i + 1]);
  }
  for (int i = 0; i < 10; i++) {
    assert_step_is_seen (session, qm_session_undo);
    /* As the focus does that comes along. */
    qm_session_set_active (session, 1 - qm_session_get_active (session));
  }
  for (int i = 0; i < 10; i++)
    assert_step_is_seen (session, qm_session_redo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  ADD ("/session/tells-each-change-once", test_tells_each_change_once);
  ADD ("/session/a-chart-keeps-its-view", test_a_chart_keeps_its_view);
  ADD ("/session/the-way-through-charts-is-one-step", test_the_way_through_charts_is_one_step);
  ADD ("/session/the-selection-stays-with-its-chart", test_the_selection_stays_with_its_chart);
  ADD ("/session/compares-two-charts", test_comparing);
  ADD ("/session/every-step-undone-or-redone-is-seen", test_steps_are_seen);
  ADD ("/session/keeps-an-order", test_order);
  ADD ("/session/any-state-can-be-restored", test_any_state_can_be_restored);
  ADD ("/session/goes-on-in-another-version", test_another_version_of_the_dataset);
  ADD ("/session/edits-are-steps-among-others", test_edits_are_steps_among_others);
  ADD ("/session/begins-as-it-was-left", test_begins_as_it_was_left);
  ADD ("/session/charts-are-chosen-in-their-order", test_choosing);
  ADD ("/session/a-choice-is-remembered", test_a_choice_is_remembered);
  ADD ("/session/begins-with-anything", test_begins_with_anything);
  ADD ("/session/undoes-a-thousand-steps", test_undoes_a_thousand_steps);
  g_test_add_func ("/session/a-chart-begins-as-the-author-wants-it", test_the_authors_view);
  return g_test_run ();
}
