/* A part of an axis of time, and what lines are read off at. */
#include "look-at-scene.h"
#include "viewed-charts.h"

#include <math.h>

/* The shape that leads to the claim of that id. */
static const QmShape *
find_leading (const QmScene *scene, const char *id, QmShapeKind kind)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == kind && g_strcmp0 (shapes[i].about, id) == 0)
      return &shapes[i];
  return NULL;
}

/* Alpha has 12% in 2001, 55% in mid-2012 and 48% in 2024: at 2005 and 2013 its lines are cut where
 * they are then, by the labels of the axes. */
static void
test_lines_are_cut_at_the_edges_of_a_part_of_time (void)
{
  static const char *const json = "{\"chart\":\"hard-line\",\"years\":\"2005/2013\"}";
  g_autoptr (QmScene) scene = build (json);
  double zero = qm_rect_centre (find_text (scene, "0%")->bounds).y;
  double sixty = qm_rect_centre (find_text (scene, "60%")->bounds).y;
  double left = qm_rect_centre (find_text (scene, "2005")->bounds).x;
  double right = qm_rect_centre (find_text (scene, "2013")->bounds).x;
  const QmShape *first = find_leading (scene, "share-2012", QM_SHAPE_PATH);
  const QmShape *second = find_leading (scene, "share-2024", QM_SHAPE_PATH);
  double mid_2012 = qm_date_to_year ((QmDate) { .year = 2012, .month = 7 });
  double at_2005 = 12 + 43 * 4 / (mid_2012 - 2001);
  double at_2013 = 55 - 7 * (2013 - mid_2012) / (2024 - mid_2012);

  g_assert_cmpfloat_with_epsilon (first->points[0].x, left, 0.1);
  g_assert_cmpfloat_with_epsilon (first->points[0].y, zero + (sixty - zero) * at_2005 / 60, 1);
  g_assert_cmpfloat_with_epsilon (second->points[1].x, right, 0.1);
  g_assert_cmpfloat_with_epsilon (second->points[1].y, zero + (sixty - zero) * at_2013 / 60, 1);

  g_assert_null (scene_find_mark (scene, "share-2001"));
  g_assert_null (scene_find_mark (scene, "share-2024"));
  g_assert_null (scene_find_mark (scene, "alpha-to-gamma"));
  g_assert_nonnull (scene_find_mark (scene, "share-2012"));
  /* The line that leaves is of a projected figure, and whose it is stands beside it. */
  g_assert_true (scene_says (scene, "projected"));
  g_assert_nonnull (find_leading (scene, "share-2024", QM_SHAPE_TEXT));
  g_assert_true (scene_says (scene, "2005 to 2013"));
  assert_described (json, "2005 to 2013", TRUE);
}

static void
test_a_short_part_of_time_has_months (void)
{
  g_autoptr (QmScene) line = build ("{\"chart\":\"hard-line\",\"years\":\"2012-03/2012-09\"}");
  g_autoptr (QmScene) days =
      build ("{\"chart\":\"hard-line\",\"years\":\"2012-06-20/2012-07-10\"}");
  g_autoptr (QmScene) timeline = build ("{\"chart\":\"timeline\",\"years\":\"2025-06/2025-12\"}");

  g_assert_true (scene_says (line, "May"));
  g_assert_true (scene_says (days, "20 Jun 2012"));
  g_assert_true (scene_says (timeline, "Oct"));
  g_assert_nonnull (scene_find_mark (timeline, "casado-in-the-economist"));
  g_assert_null (scene_find_mark (timeline, "h800-ban"));
}

/* Of figures before the part that is shown nothing is seen, so the key does not explain them. */
static void
test_the_key_of_a_part_of_time_is_of_what_is_seen (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"hard-line\",\"years\":\"2011-03/2011-09\"}");

  g_autoptr (QmScene) later = build ("{\"chart\":\"line\",\"years\":\"2005/2020\"}");

  g_assert_false (scene_says (scene, "projected"));
  g_assert_true (scene_says (scene, "0%"));
  g_assert_nonnull (scene_find_mark (later, "size-a-2010"));
  g_assert_false (scene_says (later, "projected"));
}

static void
test_an_empty_part_of_time_says_so (void)
{
  static const char *const json =
      "{\"chart\":\"hard-timeline\",\"years\":\"2012/2015\",\"hidden\":[\"delta\"]}";
  g_autoptr (QmScene) scene = build (json);
  gsize n_marks;

  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_true (scene_says (scene, "nothing from 2012 to 2015"));
  assert_described (json, "\nnothing from 2012 to 2015\n", TRUE);
}

/* From 32% in 2025 to 40% in 2030. */
static void
test_a_line_is_read_off_as_it_is_drawn (void)
{
  static const char *const json = "{\"chart\":\"industrial-share\",\"year\":\"2027-07\"}";
  static const char *const log =
      "{\"chart\":\"industrial-share\",\"year\":\"2027-07\",\"scale\":\"log\"}";
  g_autoptr (QmScene) scene = build (json), logarithmic = build (log);
  const QmShape *value = find_text (scene, "China ≈\u00a036.0%");
  const QmShape *crossing;
  gsize n_marks, n_plain;
  g_autoptr (QmScene) plain = build ("{\"chart\":\"industrial-share\"}");

  g_assert_true (scene_says (scene, "Jul 2027: interpolated, not in the source"));
  /* 32% × (40 / 32)^½ is a little less. */
  g_assert_true (scene_says (logarithmic, "China ≈\u00a035.8%"));
  assert_described (json,
                    "\n- China, Jul 2027: about 36.0%, interpolated in equal steps between "
                    "2025 (the article’s “now”) and 2030, not in the source\n",
                    TRUE);
  assert_described (log, "about 35.8%, interpolated by equal factors between", TRUE);

  /* It is not a claim: nothing of it can be picked, and nothing counts it. */
  qm_scene_get_marks (scene, &n_marks);
  qm_scene_get_marks (plain, &n_plain);
  g_assert_cmpuint (n_marks, ==, n_plain);
  g_assert_cmpint (value->mark, ==, -1);
  g_assert_cmpint (qm_scene_pick (scene, qm_rect_centre (value->bounds), 0), ==, -1);
  crossing = find_leading (scene, "china-industrial-share-2030", QM_SHAPE_PATH);
  g_assert_cmpint (crossing->mark, ==, -1);
}

static void
test_a_stated_year_shows_what_is_stated (void)
{
  static const char *const json = "{\"chart\":\"industrial-share\",\"year\":\"2030\"}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_false (scene_says (scene, "interpolated"));
  g_assert_true (mark_says (scene, "china-industrial-share-2030", "China 40%"));
  assert_described (json, "interpolated", FALSE);
}

/* In 2012 there is a figure of Beta, and none of Alpha; Gamma and Delta have only one each. */
static void
test_only_what_lies_between_two_figures_is_interpolated (void)
{
  static const char *const json = "{\"chart\":\"hard-line\",\"year\":\"2012\"}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_true (scene_says (scene, "2012: Alpha interpolated, not in the source"));
  g_assert_true (scene_says (scene, "Alpha ≈\u00a053.1%"));
  g_assert_true (mark_says (scene, "share-beta-2012", "51%"));
  g_assert_false (scene_says (scene, "Gamma ≈"));
  g_assert_false (scene_says (scene, "Delta ≈"));
  assert_described (json, "- Alpha, 2012: about 53.1%, interpolated", TRUE);
  assert_described (json, "- Beta, 2012: about", FALSE);
}

/* Where there is no room at the lines, the words above have the values. */
static void
test_what_is_read_off_is_said_at_every_size (void)
{
  g_autoptr (QmScene) scene =
      build_sized ("{\"chart\":\"hard-line\",\"year\":\"2012-05\"}", 400, 270);

  g_assert_true (scene_says (scene, "≈\u00a054.4%"));
  g_assert_true (scene_says (scene, "≈\u00a050.9%"));
  g_assert_true (scene_says (scene, "interpolated, not in the source"));
}

static void
test_a_year_outside_the_part_of_time_is_not_read (void)
{
  static const char *const json =
      "{\"chart\":\"hard-line\",\"year\":\"2018\",\"years\":\"2005/2013\"}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_false (scene_says (scene, "interpolated"));
  assert_described (json, "interpolated", FALSE);
}

int
main (int argc, char **argv)
{
  init_viewed_tests (&argc, &argv);

#define ADD(path, test) g_test_add_func ("/viewed-time/" path, test)
  ADD ("lines-are-cut-at-the-edges-of-a-part-of-time",
       test_lines_are_cut_at_the_edges_of_a_part_of_time);
  ADD ("a-short-part-of-time-has-months", test_a_short_part_of_time_has_months);
  ADD ("the-key-of-a-part-of-time-is-of-what-is-seen",
       test_the_key_of_a_part_of_time_is_of_what_is_seen);
  ADD ("an-empty-part-of-time-says-so", test_an_empty_part_of_time_says_so);
  ADD ("a-line-is-read-off-as-it-is-drawn", test_a_line_is_read_off_as_it_is_drawn);
  ADD ("a-stated-year-shows-what-is-stated", test_a_stated_year_shows_what_is_stated);
  ADD ("only-what-lies-between-two-figures-is-interpolated",
       test_only_what_lies_between_two_figures_is_interpolated);
  ADD ("what-is-read-off-is-said-at-every-size", test_what_is_read_off_is_said_at_every_size);
  ADD ("a-year-outside-the-part-of-time-is-not-read",
       test_a_year_outside_the_part_of_time_is_not_read);
  return run_viewed_tests ();
}
