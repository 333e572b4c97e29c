/* Charts that a thread lays out: the picture before stays as long as that takes, and what comes is
 * that of the last view, size and chart. */
#include "app/background.h"
#include "app/chart-view/picture-later.h"
#include "base/language.h"
#include "chart-fixture.h"

/* Enough to be worth a thread. */
#define N_CLAIMS 2100

static QmDataset *
load_line (void)
{
  g_autoptr (GString) claims = g_string_new (NULL), ids = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *text = NULL;
  QmDataset *dataset;

  for (int i = 0; i < N_CLAIMS; i++) {
    g_string_append_printf (claims,
                            "%s{\"id\":\"c%d\",\"measure\":\"m\",\"entity\":\"%s\",\"time\":\"%d\","
                            "\"value\":%d,\"statement\":\"S.\",\"cites\":[{\"source\":\"s\"}]}",
                            i > 0 ? "," : "", i, i % 2 == 0 ? "even" : "odd", 1000 + i / 2,
                            i * 7919 % 1000 + 1);
    g_string_append_printf (ids, "%s\"c%d\"", i > 0 ? "," : "", i);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"Many\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":"
      "\"report\"}],\"entities\":[{\"id\":\"even\",\"name\":\"E\"},{\"id\":\"odd\",\"name\":\"O\"}]"
      ","
      "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"USD\"}],\"claims\":[%s],\"charts\":[{"
      "\"id\":\"many\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\",\"panels\":"
      "[{\"form\":\"line\",\"claims\":[%s]}]}]}",
      claims->str, ids->str);
  dataset = qm_dataset_read ("many", text, strlen (text), qm_forms, problems);
  g_assert_nonnull (dataset);
  return dataset;
}

static void
hide (ChartFixture *fixture, QmDataset *dataset, gsize entity)
{
  g_auto (QmView) view = qm_view_default;

  qm_view_add_hidden (&view, &dataset->entities[entity]);
  qm_chart_view_show (fixture->view, dataset, &dataset->charts[0], &view);
}

/* TRUE if the scene is that of the chart without one of the entities; NULL: with all. */
static gboolean
shows (ChartFixture *fixture, QmDataset *dataset, const QmEntity *hidden)
{
  QmCanvas canvas = { .width = gtk_widget_get_width (GTK_WIDGET (fixture->view)),
                      .height = gtk_widget_get_height (GTK_WIDGET (fixture->view)),
                      .theme = &qm_theme_light };
  g_auto (QmView) view = qm_view_default;
  g_autoptr (QmScene) expected = NULL;
  g_autofree char *dump = qm_scene_dump (qm_chart_view_get_scene (fixture->view));
  g_autofree char *expected_dump = NULL;

  if (hidden != NULL)
    qm_view_add_hidden (&view, hidden);
  expected = qm_chart_build (&dataset->charts[0], &view, &canvas);
  expected_dump = qm_scene_dump (expected);
  return g_str_equal (dump, expected_dump);
}

/* Returns how many scenes there were until then. */
static guint
wait_until_shown (ChartFixture *fixture, QmDataset *dataset, const QmEntity *hidden)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  guint n_scenes = 0;

  while (!shows (fixture, dataset, hidden)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    while (qm_chart_view_get_scene (fixture->view) == scene && g_get_monotonic_time () < end)
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    scene = qm_chart_view_get_scene (fixture->view);
    n_scenes++;
  }
  return n_scenes;
}

static QmDataset *
show_many (ChartFixture *fixture)
{
  QmDataset *many = load_line ();

  g_assert_true (qm_picture_later_is_worth (&many->charts[0]));
  g_assert_false (qm_picture_later_is_worth (&fixture->dataset->charts[0]));
  qm_chart_view_show (fixture->view, many, &many->charts[0], &qm_view_default);
  settle ();
  return many;
}

static void
test_the_picture_before_stays (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) many = show_many (fixture);
  const QmScene *before = qm_chart_view_get_scene (fixture->view);

  hide (fixture, many, 0);
  g_assert_true (qm_chart_view_get_scene (fixture->view) == before);
  g_assert_true (shows (fixture, many, NULL));
  g_assert_cmpuint (wait_until_shown (fixture, many, &many->entities[0]), ==, 1);
}

/* Those between are not laid out. */
static void
test_the_last_view_counts (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) many = show_many (fixture);

  for (gsize i = 0; i < 8; i++)
    hide (fixture, many, i % 2);
  g_assert_cmpuint (wait_until_shown (fixture, many, &many->entities[1]), <=, 2);
  settle ();
  g_assert_true (shows (fixture, many, &many->entities[1]));
}

/* What was laid out for the size before is not shown. */
static void
test_the_size_changes_meanwhile (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) many = show_many (fixture);

  hide (fixture, many, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 700)
    settle ();
  wait_until_shown (fixture, many, &many->entities[0]);
}

/* The thread has what it needs for as long as it needs it, and what it did is let go of. */
static void
test_another_chart_meanwhile (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmDataset *many = show_many (fixture);
  const QmScene *scene;

  hide (fixture, many, 0);
  qm_dataset_unref (many);
  show (fixture, fixture->dataset->charts[0].id);
  scene = qm_chart_view_get_scene (fixture->view);
  for (int i = 0; i < 5; i++)
    settle ();
  g_assert_true (qm_chart_view_get_scene (fixture->view) == scene);
  g_assert_true (shows (fixture, fixture->dataset, NULL));
}

/* Nobody is there when the thread is done. */
static void
test_the_window_closes_meanwhile (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmDataset *many = show_many (fixture);

  hide (fixture, many, 0);
  qm_dataset_unref (many);
}

static void
say_later (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
           GCancellable *never G_GNUC_UNUSED)
{
  g_atomic_int_set ((int *) data, 1);
  g_usleep (G_USEC_PER_SEC / 4);
  g_printerr ("in %s", qm_language_current ());
  g_task_return_boolean (task, TRUE);
}

/* What a thread draws with is there until it is done. */
static void
test_the_process_ends_meanwhile (void)
{
  static int has_begun;

  if (g_test_subprocess ()) {
    g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

    g_task_set_task_data (task, &has_begun, NULL);
    qm_language_use_here ("vi");
    qm_background_run (task, say_later);
    while (!g_atomic_int_get (&has_begun))
      g_usleep (1000);
    exit (0);
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*in vi");
}

#define ADD(name, test) g_test_add (name, ChartFixture, NULL, set_up_chart, test, tear_down_chart)

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/later/the-picture-before-stays", test_the_picture_before_stays);
  ADD ("/later/the-last-view-counts", test_the_last_view_counts);
  ADD ("/later/the-size-changes-meanwhile", test_the_size_changes_meanwhile);
  ADD ("/later/another-chart-meanwhile", test_another_chart_meanwhile);
  ADD ("/later/the-window-closes-meanwhile", test_the_window_closes_meanwhile);
  g_test_add_func ("/later/the-process-ends-meanwhile", test_the_process_ends_meanwhile);
  return g_test_run ();
}
