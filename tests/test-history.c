/* The history of what is shown: steps back and forth. */
#include "app/session/history.h"

static void
test_history (void)
{
  g_autoptr (QmHistory) history = qm_history_new ("a");

  g_assert_false (qm_history_can_undo (history));
  g_assert_null (qm_history_undo (history));
  g_assert_false (qm_history_push (history, "a", NULL));
  g_assert_true (qm_history_push (history, "b", NULL));
  g_assert_true (qm_history_push (history, "c", NULL));
  g_assert_cmpstr (qm_history_undo (history), ==, "b");
  g_assert_cmpstr (qm_history_undo (history), ==, "a");
  g_assert_cmpstr (qm_history_redo (history), ==, "b");
  qm_history_amend (history, "a");
  g_assert_false (qm_history_can_undo (history));
  g_assert_true (qm_history_push (history, "b", NULL));
  g_assert_true (qm_history_push (history, "c", NULL));
  qm_history_undo (history);
  g_assert_true (qm_history_can_redo (history));
  g_assert_true (qm_history_push (history, "d", NULL));
  g_assert_false (qm_history_can_redo (history));
  g_assert_null (qm_history_redo (history));
  g_assert_cmpstr (qm_history_undo (history), ==, "b");
}

static void
test_steps_of_one_kind (void)
{
  g_autoptr (QmHistory) history = qm_history_new ("a");

  qm_history_push (history, "b", "year");
  qm_history_push (history, "c", "year");
  qm_history_push (history, "d", "zoom");
  g_assert_cmpstr (qm_history_undo (history), ==, "c");
  g_assert_cmpstr (qm_history_undo (history), ==, "a");

  /* What was undone is not gone on from. */
  qm_history_redo (history);
  qm_history_push (history, "e", "year");
  g_assert_cmpstr (qm_history_undo (history), ==, "c");

  /* Moved there and back. */
  qm_history_push (history, "f", "zoom");
  g_assert_true (qm_history_push (history, "c", "zoom"));
  g_assert_cmpstr (qm_history_undo (history), ==, "a");
}

/* Moved there, back, and on: one step from where it began, and none of those before. */
static void
test_steps_that_turn_back (void)
{
  g_autoptr (QmHistory) history = qm_history_new ("a");

  for (int i = 0; i < 2; i++) {
    qm_history_push (history, "b", "year");
    qm_history_push (history, "a", "year");
    g_assert_false (qm_history_can_undo (history));
  }
  qm_history_push (history, "b", "year");
  qm_history_push (history, "c", "zoom");
  qm_history_push (history, "b", "zoom");
  qm_history_push (history, "d", "zoom");
  g_assert_cmpstr (qm_history_undo (history), ==, "b");
  g_assert_cmpstr (qm_history_undo (history), ==, "a");
  g_assert_false (qm_history_can_undo (history));
}

static void
test_history_forgets_the_oldest (void)
{
  g_autoptr (QmHistory) history = qm_history_new ("first");
  guint n_steps = 0;

  for (int i = 0; i < QM_HISTORY_MAX_STEPS + 5; i++) {
    g_autofree char *state = g_strdup_printf ("%d", i);

    qm_history_push (history, state, NULL);
  }
  while (qm_history_can_undo (history)) {
    qm_history_undo (history);
    n_steps++;
  }
  g_assert_cmpuint (n_steps, ==, QM_HISTORY_MAX_STEPS);
  g_assert_cmpstr (qm_history_get (history), ==, "4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/goes-back-and-forth", test_history);
  g_test_add_func ("/history/steps-of-one-kind-are-one", test_steps_of_one_kind);
  g_test_add_func ("/history/steps-of-one-kind-may-turn-back", test_steps_that_turn_back);
  g_test_add_func ("/history/forgets-the-oldest", test_history_forgets_the_oldest);
  return g_test_run ();
}
