/* How much a slide has room for, in each form: at least what README.md says; and what it costs
 * where there is far more. */
#define _POSIX_C_SOURCE 200809L /* the clocks */

#include "base/language.h"
#include "look-at-scene.h"
#include "many-claims.h"

#include <time.h>

/* Short names, one source, nothing but a title: with more words there is less room. */
static const Limit limits[] = {
  { "bars", "number", append_figure, 1000, 25, 0 },
  { "ranks", "rank", append_rank, 500, 130, 0 },
  { "figure", "number", append_figure, 60, 48, 0 },
  { "share", "percent", append_share, 60, 25, 0 },
  { "units", "number", append_ratio, 60, 15, 0 },
  { "multiples", "number", append_ratio, 100, 16, 0 },
  { "slope", "number", append_two, 200, 34, 0 },
  { "stack", "number", append_cell, 99, 60, 0 },
  { "table", "number", append_cell, 99, 45, 0 },
  { "ratio", "number", append_ratio, 60, 8, 0 },
  { "grouped", "number", append_cell, 99, 21, 0 },
  { "grouped", "number", append_sparse, 75, 21, 0 },
  { "line", "number", append_dated, 2000, 2000, 0 },
  { "timeline", "number", append_event, 300, 150, 0 },
  { "dumbbell", "number", append_two, 200, 34, 0 },
  { "figure", "percent", append_figure, 80, 40, 80 },
  /* Beside panels that need less. */
  { "stack", "number", append_cell, 62, 30, 2 },
};

static guint
count_others (const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  guint n = 0;

  for (gsize i = 0; i < n_shapes; i++)
    n += shapes[i].target == QM_TARGET_OTHERS;
  return n;
}

/* What has no room is one row of words, however many panels there are. */
static void
assert_counted_once (const QmScene *scene)
{
  g_assert_cmpuint (count_others (scene), <=, 1);
}

static void
test_limit (gconstpointer data)
{
  const Limit *limit = data;
  g_autoptr (QmDataset) dataset = read_dataset (limit);
  g_autoptr (QmScene) scene = lay_out (dataset);
  gsize n_marks;

  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, >=, limit->shown);
  assert_counted_once (scene);
}

/* Of two arrangements that in which both panels keep their form comes first, though it leaves more
 * figures out: a slope says its years once, below, a list with each figure. */
static void
test_forms_stay (void)
{
  static const QmCanvas small = { .width = 480, .height = 360, .theme = &qm_theme_light };
  const Limit slopes = { "slope", "number", append_two, 20, 0, 0 };
  g_autofree char *text = text_of (&slopes);
  g_auto (GStrv) halves = g_strsplit (text, "\"c15\",\"c16\"", 2);
  g_autofree char *apart = g_strdup_printf ("%s\"c15\"]},{\"form\":\"slope\",\"claims\":[\"c16\"%s",
                                            halves[0], halves[1]);
  g_autoptr (QmDataset) dataset = read_text (apart);
  g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);

  g_assert_cmpuint (dataset->charts[0].n_panels, ==, 2);
  g_assert_true (scene_says (scene, "2000"));
  g_assert_false (scene_says (scene, "Region 0, 2000"));
  g_assert_false (scene_says (scene, "Region 8, 2000"));
}

/* Notes of as many words as there may be, which stand in the footer, leave the panels their part of
 * the picture. */
static void
test_notes (void)
{
  static const Limit line = { "line", "number", append_moment, 20, 0, 0 };
  g_autofree char *note = g_strnfill (QM_CALL_OUT_LENGTH, 'x');
  g_autoptr (QmDataset) dataset = read_dataset (&line);
  g_auto (QmView) view = qm_view_default;

  for (int i = 4; i < QM_CALL_OUT_LENGTH; i += 5)
    note[i] = ' ';
  for (gsize i = 0; i < 20; i++)
    g_assert_true (qm_view_set_call_out (&view, &dataset->claims[i], note, NULL));
  for (double height = 400; height <= 1000; height += 50) {
    QmCanvas canvas = { .width = 900, .height = height, .theme = &qm_theme_light };
    g_auto (QmViewedChart) viewed = qm_view_chart (&view, &dataset->charts[0]);
    QmRect area;
    g_autoptr (QmScene) scene = qm_chart_build_viewed (&viewed, &canvas, &area);

    g_assert_cmpfloat (area.height, >=, 0.3 * height);
  }
}

/* Milliseconds of the processor to read and lay out so many, whatever else it does meanwhile. */
static double
measure (const Limit *limit)
{
  struct timespec before, after;
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
  dataset = read_dataset (limit);
  scene = lay_out (dataset);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
  return (double) (after.tv_sec - before.tv_sec) * 1e3 +
         (double) (after.tv_nsec - before.tv_nsec) / 1e6;
}

/* Eight times as many take about eight times as long, and not up to sixty-four times, as where each
 * is looked for among all. What is measured in times of something measured just before, and the
 * least of several, is the same on a slow or busy machine. */
static void
test_cost (void)
{
  static const Limit few[] = {
    { "bars", "number", append_figure, 1000, 0, 0 },
    { "line", "number", append_dated, 1000, 0, 0 },
    { "ranks", "rank", append_rank, 1000, 0, 0 },
    { "table", "number", append_cell, 1000, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (few); i++) {
    Limit many = few[i];
    double least_few = G_MAXDOUBLE, least_many = G_MAXDOUBLE;

    many.n *= 8;
    for (int run = 0; run < 3; run++) {
      least_few = MIN (least_few, measure (&few[i]));
      least_many = MIN (least_many, measure (&many));
    }
    g_test_message ("%s: %.1f ms, then %.1f ms", few[i].form, least_few, least_many);
    g_assert_cmpfloat (least_many, <, 13 * least_few);
  }
}

/* Each of thousands of figures of one thing is told from all others. */
static void
test_cost_of_one (void)
{
  static const Limit of_one = { "table", "number", append_moment, 8000, 0, 0 };
  static const Limit of_many = { "table", "number", append_cell, 8000, 0, 0 };
  double time_of_many = measure (&of_many), time_of_one = measure (&of_one);

  g_test_message ("%.1f ms, of one %.1f ms", time_of_many, time_of_one);
  g_assert_cmpfloat (time_of_one, <, 8 * time_of_many);
}

/* Four panels stay, each with its own words where it has no room; those after them that would be
 * empty are counted together. */
static void
test_many_panels (void)
{
  static const struct {
    int n_panels;
    double height;
    gsize n_marks;
    guint n_others;
  } cases[] = { { 4, 60, 0, 4 }, { 5, 60, 0, 5 }, { 6, 60, 0, 5 }, { 6, 240, 4, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Limit apart = {
      "bars", "number", append_figure, cases[i].n_panels, 0, cases[i].n_panels
    };
    const QmCanvas canvas = { .width = 100, .height = cases[i].height, .theme = &qm_theme_light };
    g_autoptr (QmDataset) dataset = read_dataset (&apart);
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n_marks;

    qm_scene_get_marks (scene, &n_marks);
    g_assert_cmpuint (n_marks, ==, cases[i].n_marks);
    g_assert_cmpuint (count_others (scene), ==, cases[i].n_others);
  }
}

static gboolean
has_axis (const QmScene *scene)
{
  gsize n;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (shapes[i].target == QM_TARGET_TIME)
      return TRUE;
  return FALSE;
}

/* The words around a line that has become a list, or has no room at all, tell of no scale. */
static void
test_told (void)
{
  static const Limit line = { "line", "number", append_moment, 20, 0, 0 };
  g_autofree char *text = text_of (&line);
  g_auto (GStrv) parts = g_strsplit (text, "\"value\":", -1);
  g_autofree char *high = g_strjoinv ("\"value\":9", parts);
  g_autoptr (QmDataset) dataset = read_text (high);
  g_auto (QmView) view = qm_view_default;
  int n_axes = 0, n = 0;

  for (; n < 20; n++) {
    const QmCanvas canvas = { .width = 100 + 30 * n, .height = 200, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &view, &canvas);
    const char *words = view.is_log ? "Logarithmic" : "does not begin at 0";

    g_assert_true (scene_says (scene, words) == has_axis (scene));
    n_axes += has_axis (scene);
    view.is_log = !view.is_log;
  }
  g_assert_cmpint (n_axes, >, 0);
  g_assert_cmpint (n_axes, <, n);
}

/* Of five panels the last keeps its mark, though the first can have none: then there is one panel
 * without, and not two. */
static void
test_a_panel_stands_beside_an_empty_one (void)
{
  static const Limit apart = { "ladder", "number", append_figure, 5, 0, 5 };
  g_autofree char *text = text_of (&apart);
  g_autoptr (GString) mixed = g_string_new (text);
  const QmCanvas small = { .width = 320, .height = 240, .theme = &qm_theme_light };
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;

  g_string_replace (mixed, "\"ladder\"", "\"bars\"", 0);
  g_string_replace (mixed, "\"bars\"", "\"ladder\"", 1);
  g_string_replace (mixed, "\"value\":5", "\"below\":[\"e1\",\"e2\",\"e3\",\"e4\",\"e5\",\"e6\"]",
                    1);
  dataset = read_text (mixed->str);
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
  g_assert_null (scene_find_mark (scene, "c0"));
  g_assert_nonnull (scene_find_mark (scene, "c4"));
  g_assert_true (scene_says (scene, "1 claim has no room here"));
}

/* Of five panels the last keeps its mark, though the first has thousands for which there is no
 * room: that is not a panel without any. */
static void
test_a_panel_weighs_more_than_marks (void)
{
  static const Limit uneven = { "bars", "number", append_figure, 2004, 0, 4 };
  g_autoptr (QmDataset) dataset = read_dataset (&uneven);
  g_autoptr (QmScene) scene = lay_out (dataset);

  g_assert_cmpuint (dataset->charts[0].n_panels, ==, 5);
  g_assert_nonnull (scene_find_mark (scene, "c2003"));
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *path = g_strdup_printf ("/limits/%s-%d", limits[i].form, limits[i].n);

    g_test_add_data_func (path, &limits[i], test_limit);
  }
  g_test_add_func ("/limits/forms-stay", test_forms_stay);
  g_test_add_func ("/limits/many-panels", test_many_panels);
  g_test_add_func ("/limits/a-panel-weighs-more-than-marks", test_a_panel_weighs_more_than_marks);
  g_test_add_func ("/limits/notes-leave-the-panels-their-part", test_notes);
  g_test_add_func ("/limits/cost-grows-with-what-is-drawn", test_cost);
  g_test_add_func ("/limits/figures-of-one-thing-cost-little-more", test_cost_of_one);
  g_test_add_func ("/limits/a-panel-stands-beside-an-empty-one",
                   test_a_panel_stands_beside_an_empty_one);
  g_test_add_func ("/limits/what-is-not-drawn-is-not-told", test_told);
  return g_test_run ();
}
