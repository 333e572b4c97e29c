/* Figures of periods, and dates of every kind, drawn as lines and along a timeline. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/draw/room.h"
#include "chart/view/view-json.h"
#include "chart/words/description.h"
#include "load-dataset.h"
#include "look-at-scene.h"

#include <string.h>

static QmDataset *times;

/* NULL, with error set, where that is no view of the dataset. */
static QmScene *
build (const char *json, double width, double height, GError **error)
{
  QmCanvas canvas = { .width = width, .height = height, .theme = &qm_theme_light };
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;

  if (!qm_view_from_json (times, json, &chart, &view, error))
    return NULL;
  return qm_chart_build (chart, &view, &canvas);
}

static char *
describe (const char *json)
{
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;
  QmViewedChart viewed;
  char *description;

  g_assert_true (qm_view_from_json (times, json, &chart, &view, NULL));
  viewed = qm_view_chart (&view, chart);
  description = qm_description (&viewed);
  qm_viewed_chart_clear (&viewed);
  return description;
}

static double
middle_of_text (const QmScene *scene, const char *words)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL && g_str_equal (pango_layout_get_text (shapes[i].layout), words))
      return qm_rect_centre (shapes[i].bounds).x;
  g_error ("“%s” is not said", words);
}

/* What the bars of a claim's mark take up; without width where it has none. */
static QmRect
bar_of (const QmScene *scene, const char *id)
{
  gsize n_shapes, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  QmRect all = { 0 };

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_RECT && shapes[i].mark >= 0 &&
        g_str_equal (marks[shapes[i].mark].id, id))
      all = all.width > 0 ? qm_rect_union (all, shapes[i].bounds) : shapes[i].bounds;
  return all;
}

/* Inside a period its figure is what the source states; before and after it is interpolated, and a
 * period does not have the moment at which it ends. */
static void
test_readings (void)
{
  static const struct {
    const char *view, *said;
  } cases[] = {
    { "{\"chart\":\"periods\",\"year\":\"2019-07\"}", "Lake, Jul 2019: about 5.98, interpolated" },
    { "{\"chart\":\"periods\",\"year\":\"2020\"}", "Lake, 2020: 9, stated for 2020 to 2024" },
    { "{\"chart\":\"periods\",\"year\":\"2022\"}", "Lake, 2022: 9, stated for 2020 to 2024" },
    { "{\"chart\":\"periods\",\"year\":\"2024-12-31\"}",
      "Lake, 31 Dec 2024: 9, stated for 2020 to 2024" },
    { "{\"chart\":\"periods\",\"year\":\"2025\"}", "Lake, 2025: about 9, interpolated" },
    { "{\"chart\":\"periods\",\"year\":\"2025-07\"}", "Lake, Jul 2025: about 6.52, interpolated" },
    { "{\"chart\":\"fiscal-years\",\"year\":\"2022-01\"}",
      "Lake, Jan 2022: 3, stated for 2021/22" },
    { "{\"chart\":\"fiscal-years\",\"year\":\"2024-01\"}",
      "Lake, Jan 2024: 4, stated for 2023/24" },
    { "{\"chart\":\"open-period\",\"year\":\"2010-06\"}", "Lake, Jun 2010: 3, stated to 2010" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *description = describe (cases[i].view);

    if (strstr (description, cases[i].said) == NULL)
      g_error ("“%s” in: %s", cases[i].said, description);
  }
}

static void
test_a_period_is_a_bar_from_its_beginning_to_its_end (void)
{
  g_autoptr (QmScene) line = build ("{\"chart\":\"periods\"}", 1920, 1080, NULL);
  g_autoptr (QmScene) along = build ("{\"chart\":\"periods-line\"}", 1920, 1080, NULL);
  QmRect bar = bar_of (line, "periods-2");

  g_assert_cmpfloat_with_epsilon (bar.x, middle_of_text (line, "2020"), 1);
  g_assert_cmpfloat_with_epsilon (qm_rect_right (bar), middle_of_text (line, "2025"), 1);
  g_assert_true (scene_says (line, "2020 to 2024"));
  g_assert_cmpfloat (bar_of (line, "periods-1").width, <=, 0);

  bar = bar_of (along, "periods-2");
  g_assert_cmpfloat_with_epsilon (bar.x, middle_of_text (along, "2020"), 40);
  /* The axis has every second year. */
  g_assert_cmpfloat_with_epsilon (
      qm_rect_right (bar), (middle_of_text (along, "2024") + middle_of_text (along, "2026")) / 2,
      40);
}

/* Whatever the ends of the part that is shown are: a quarter of these has no figure. */
static void
test_ticks_are_of_the_unit_of_the_figures (void)
{
  g_autoptr (QmScene) scene =
      build ("{\"chart\":\"halves\",\"years\":\"2024-Q2/2025-Q1\"}", 1920, 1080, NULL);

  g_assert_true (scene_says (scene, "Q2 2024"));
  g_assert_true (scene_says (scene, "H2 2024"));
  g_assert_false (scene_says (scene, "Q3 2024"));
}

/* What ends with a year is not of that year: neither is divided by the other, and both are told
 * apart. */
static void
test_one_is_not_its_last_year (void)
{
  static const char *const said[] = { "Lake, 2020 to 2024: about 2 times", "Pond, 2020 to 2024: 1×",
                                      "Lake, 2024: 3 times, stated", "Pond, 2024: 1×" };
  g_autofree char *relative = describe ("{\"chart\":\"same-end\",\"relative_to\":\"pond\"}");
  g_autofree char *fall = describe ("{\"chart\":\"fall\"}");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (relative, said[i]) == NULL)
      g_error ("“%s” in: %s", said[i], relative);
  g_assert_nonnull (strstr (fall, "computed from 8 (2020 to 2024) − 6 (2024)"));
  g_assert_null (build ("{\"chart\":\"alone\",\"relative_to\":\"pond\"}", 960, 540, NULL));
  g_assert_null (build ("{\"chart\":\"below\",\"scale\":\"log\"}", 960, 540, &error));
  g_assert_nonnull (strstr (error->message, "“Lake, 2020/2024”"));
}

/* Of two figures of one time, of spring and of autumn, neither is 1 for all others. */
static void
test_one_of_several_figures_is_no_base (void)
{
  g_assert_null (build ("{\"chart\":\"labels\",\"relative_to\":\"pond\"}", 960, 540, NULL));
}

/* Cut at the edge of the part of time that is shown, not left out with its middle. */
static void
test_a_period_is_cut (void)
{
  g_autoptr (QmScene) line =
      build ("{\"chart\":\"periods\",\"years\":\"2024-06/2026\"}", 1920, 1080, NULL);
  g_autoptr (QmScene) along =
      build ("{\"chart\":\"periods-line\",\"years\":\"2024-06/2026\"}", 1920, 1080, NULL);

  g_assert_cmpfloat_with_epsilon (bar_of (line, "periods-2").x, middle_of_text (line, "Jun 2024"),
                                  1);
  g_assert_cmpfloat (bar_of (along, "periods-2").width, >, 100);
}

static void
test_what_is_early_stands_early (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"parts-line\"}", 1920, 1080, NULL);
  double january = middle_of_text (scene, "2024");

  g_assert_true (scene_says (scene, "early Nov 2025"));
  g_assert_cmpfloat (qm_rect_right (bar_of (scene, "parts-1")), <, january + 40);
  g_assert_cmpfloat (qm_rect_right (bar_of (scene, "parts-1")), >, january - 40);
}

/* Texture is standing: a hollow dot in a span without ends, and a period of a broken line. */
static void
test_what_is_projected_looks_so (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"later-line\"}", 1920, 1080, NULL);
  const char *const ids[] = { "parts-2", "later-1", "later-2" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    const QmMark *mark = scene_mark (scene, ids[i]);
    gsize n_shapes, n_dots = 0, n_dashed = 0;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (gsize j = mark->first; j < mark->end; j++) {
      n_dots += shapes[j].kind == QM_SHAPE_DISC && shapes[j].paint.stroke_width > 0;
      n_dashed += shapes[j].kind == QM_SHAPE_RECT && shapes[j].paint.dash > 0;
    }
    g_assert_cmpuint (n_dots, ==, i == 1);
    g_assert_cmpuint (n_dashed, ==, i == 2);
  }
}

/* Computed figures are hatched there, too; and the key says of which figures only where it knows,
 * and nothing of a broken line that is not there. */
static void
test_what_is_computed_looks_so (void)
{
  static const struct {
    const char *json, *id;
    QmShapeKind kind;
    const char *said;
  } cases[] = {
    { "{\"chart\":\"made\"}", "made-2", QM_SHAPE_RECT, "computed from stated figures" },
    { "{\"chart\":\"made-expected\"}", "made-1", QM_SHAPE_DISC, "computed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmScene) scene = build (cases[i].json, 1920, 1080, NULL);
    const QmMark *mark = scene_mark (scene, cases[i].id);
    gsize n_shapes, n_hatched = 0;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (gsize j = mark->first; j < mark->end; j++)
      n_hatched += shapes[j].kind == cases[i].kind && shapes[j].paint.hatch_spacing > 0;
    g_assert_cmpuint (n_hatched, ==, 1);
    middle_of_text (scene, cases[i].said);
    g_assert_false (scene_says (scene, "projected"));
  }
}

/* Whatever the forms of their panels are. */
static void
test_notes_of_panels_are_there (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"notes\"}", 960, 540, NULL);

  g_assert_true (scene_says (scene, "Read at noon. Read by night."));
}

/* Both ends of a line can be dated at any span and size, and no words collide. */
static void
test_every_kind_is_drawn_at_every_size (void)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1280, 720 }, { 640, 480 }, { 1080, 1920 } };

  for (gsize i = 0; i < times->n_charts; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes) * 2; j++) {
      g_autofree char *json = g_strdup_printf ("{\"chart\":\"%s\"}", times->charts[i].id);
      g_autoptr (QmScene) scene = NULL;

      qm_language_use (j % 2 == 0 ? "en" : "vi");
      scene = build (json, sizes[j / 2][0], sizes[j / 2][1], NULL);
      if (!qm_room_is_tidy (scene))
        g_error ("words collide in %s at %.0f × %.0f", json, sizes[j / 2][0], sizes[j / 2][1]);
    }
  qm_language_use ("en");
}

/* Along a line that runs to the right or downwards. */
static double
dot_of (const QmScene *scene, const char *id)
{
  const QmMark *mark = scene_mark (scene, id);
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = mark->first; i < mark->end; i++)
    if (shapes[i].kind == QM_SHAPE_DISC)
      return qm_rect_centre (shapes[i].bounds).x + qm_rect_centre (shapes[i].bounds).y;
  g_error ("%s has no dot", id);
}

/* And so is a list, also where words have to be small for that. */
static void
test_every_size_is_true_to_time (void)
{
  static const double sizes[][2] = { { 640, 480 }, { 1080, 1080 }, { 1080, 1350 }, { 1280, 720 } };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "../data/scale-and-open-models.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (sizes); i++) {
    QmCanvas canvas = { .width = sizes[i / 2][0],
                        .height = sizes[i / 2][1],
                        .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = NULL;
    double july, august, november;

    g_assert_true (qm_language_use (i % 2 == 0 ? "en" : "vi"));
    scene = qm_chart_build (qm_dataset_find_chart (dataset, "timeline"), &qm_view_default, &canvas);
    july = dot_of (scene, "japan-times-commentary");
    august = dot_of (scene, "casado-in-the-economist");
    november = dot_of (scene, "chatham-house-analysis");
    g_assert_cmpfloat (november - august, >, 2.5 * (august - july));
  }
  g_assert_true (qm_language_use ("en"));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  path = g_test_build_filename (G_TEST_DIST, "data", "good", "times.json", NULL);
  times = load_dataset (path);

#define ADD(path, test) g_test_add_func ("/periods/" path, test)
  ADD ("a-reading-within-one-is-stated", test_readings);
  ADD ("one-is-a-bar-from-its-beginning-to-its-end",
       test_a_period_is_a_bar_from_its_beginning_to_its_end);
  ADD ("ticks-are-of-the-unit-of-the-figures", test_ticks_are_of_the_unit_of_the_figures);
  ADD ("one-is-not-its-last-year", test_one_is_not_its_last_year);
  ADD ("one-of-several-figures-is-no-base", test_one_of_several_figures_is_no_base);
  ADD ("one-is-cut", test_a_period_is_cut);
  ADD ("what-is-early-stands-early", test_what_is_early_stands_early);
  ADD ("what-is-projected-looks-so", test_what_is_projected_looks_so);
  ADD ("what-is-computed-looks-so", test_what_is_computed_looks_so);
  ADD ("notes-of-panels-are-there", test_notes_of_panels_are_there);
  ADD ("every-size-is-true-to-time", test_every_size_is_true_to_time);
  ADD ("every-kind-is-drawn-at-every-size", test_every_kind_is_drawn_at_every_size);
  status = g_test_run ();
  qm_dataset_unref (times);
  return status;
}
