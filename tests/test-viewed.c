/* Charts as views show them: what is drawn, told and written of who is hidden, of those that
 * disagree, of an order and a highlight. */
#include "chart/chart.h"
#include "chart/draw/room.h"
#include "chart/view/view-json.h"
#include "chart/words/tabular.h"
#include "look-at-scene.h"
#include "random-view.h"
#include "viewed-charts.h"

#include <math.h>
#include <string.h>

static void
test_hidden_entities_are_not_drawn_but_named (void)
{
  static const char *const json = "{\"chart\":\"data-centre-gap\",\"hidden\":[\"china\"]}";
  g_autoptr (QmScene) scene = build (json);
  gsize n_marks;

  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_nonnull (scene_find_mark (scene, "us-ai-infrastructure-2024"));
  g_assert_true (scene_says (scene, "; without China"));
  /* The only figure that was computed is China's. */
  g_assert_false (scene_says (scene, "computed from stated figures"));
  assert_described (json, "without China", TRUE);
  assert_described (json, "US$50 billion", FALSE);
}

/* One stands below the other, and a bracket outside any mark reaches from this to that. */
static void
assert_bracketed (const QmScene *scene, const char *first, const char *second)
{
  const QmMark *above = scene_find_mark (scene, first), *below = scene_find_mark (scene, second);
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  gboolean is_bracketed = FALSE;

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].mark < 0 && shapes[i].n_points == 4 &&
        fabs (shapes[i].points[0].y - above->bounds.y) < 1 &&
        fabs (shapes[i].points[3].y - qm_rect_bottom (below->bounds)) < 1)
      is_bracketed = TRUE;
  g_assert_true (is_bracketed);
}

/* Both are there, and each says so; what another has taken the place of is there if asked for. */
static void
test_sources_that_disagree_and_a_figure_of_yesterday (void)
{
  static const char *const plain = "{\"chart\":\"hard-disputes\"}";
  static const char *const all = "{\"chart\":\"hard-disputes\",\"superseded\":true}";
  g_autoptr (QmScene) scene = build (plain), with_all = build (all);
  const QmClaim *before = qm_dataset_find_claim (hard, "dispute-before");
  g_autofree char *cell = qm_tabular_cell (before, QM_COLUMN_NOTE);
  g_autofree char *other =
      qm_tabular_machine_cell (qm_dataset_find_claim (hard, "dispute-a"), QM_COLUMN_DISAGREES_WITH);

  g_assert_nonnull (scene_find_mark (scene, "dispute-a"));
  g_assert_nonnull (scene_find_mark (scene, "dispute-b"));
  g_assert_null (scene_find_mark (scene, "dispute-before"));
  g_assert_nonnull (scene_find_mark (with_all, "dispute-before"));
  assert_bracketed (scene, "dispute-a", "dispute-b");
  assert_described (plain, "Sources disagree on Epsilon, 2021: ", TRUE);
  assert_described (plain, "38 billion per year, stated (sources disagree: about €31 billion",
                    TRUE);
  assert_described (plain, "superseded", FALSE);
  assert_described (all, "With superseded figures", TRUE);
  assert_described (all, "€36 billion per year, stated (superseded by €38 billion", TRUE);
  g_assert_cmpstr (cell, ==, "Superseded by €38 billion per year [1 p. 3]. Of a first count.");
  g_assert_cmpstr (other, ==, "dispute-b");
}

/* A line goes through the first of them, at every time; of the others both can be read. */
static void
test_a_line_goes_through_the_first_of_those_that_disagree (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"hard-disputes-line\"}");
  const QmMark *first = scene_find_mark (scene, "dispute-2018-b");
  const QmMark *last = scene_find_mark (scene, "dispute-2023-b");
  gsize n_shapes, n_lines = 0, n_brackets = 0;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  g_assert_nonnull (scene_find_mark (scene, "dispute-2018"));
  g_assert_nonnull (scene_find_mark (scene, "dispute-2023"));
  g_assert_nonnull (scene_find_mark (scene, "dispute-b"));
  for (gsize i = 0; i < n_shapes; i++) {
    n_brackets += shapes[i].mark < 0 && shapes[i].n_points == 4;
    if (shapes[i].about == NULL || shapes[i].n_points != 2)
      continue;
    n_lines++;
    g_assert_false (g_str_equal (shapes[i].about, "dispute-b"));
    g_assert_true (shapes[i].points[0].y <= qm_rect_bottom (first->bounds));
    g_assert_true (shapes[i].points[1].y >= last->bounds.y);
  }
  g_assert_cmpuint (n_lines, ==, 2);
  g_assert_cmpuint (n_brackets, ==, 3);
  g_assert_true (scene_says (scene, "Sources disagree on 3 figures"));
}

/* Rounding, a share in a source, another standing, and other words for what it is are no
 * disagreement. */
static void
test_what_can_both_be_right_does_not_disagree (void)
{
  static const struct {
    const char *first, *second;
    gboolean disagree;
  } cases[] = {
    { "\"value\":31,\"cites\":[{\"source\":\"s\"}]", "\"value\":31,\"cites\":[{\"source\":\"t\"}]",
      FALSE },
    { "\"value\":31,\"cites\":[{\"source\":\"s\"}]", "\"value\":38,\"cites\":[{\"source\":\"t\"}]",
      TRUE },
    { "\"value\":31,\"cites\":[{\"source\":\"s\"}]", "\"value\":38,\"cites\":[{\"source\":\"s\"}]",
      FALSE },
    { "\"value\":30,\"precision\":\"about\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":34,\"cites\":[{\"source\":\"t\"}]", FALSE },
    { "\"value\":30,\"precision\":\"about\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":36,\"cites\":[{\"source\":\"t\"}]", TRUE },
    { "\"value\":30,\"precision\":\"over\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":90,\"cites\":[{\"source\":\"t\"}]", FALSE },
    { "\"value\":30,\"precision\":\"over\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":20,\"cites\":[{\"source\":\"t\"}]", TRUE },
    { "\"value\":31,\"standing\":\"projected\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":38,\"cites\":[{\"source\":\"t\"}]", FALSE },
    { "\"value\":31,\"time\":\"2020\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":38,\"time\":\"2021\",\"cites\":[{\"source\":\"t\"}]", FALSE },
    { "\"value\":31,\"label\":\"Men\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":38,\"label\":\"Women\",\"cites\":[{\"source\":\"t\"}]", FALSE },
    { "\"value\":31,\"label\":\"Men\",\"cites\":[{\"source\":\"s\"}]",
      "\"value\":38,\"label\":\"Men\",\"cites\":[{\"source\":\"t\"}]", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}"
        ","
        "{\"id\":\"t\",\"title\":\"T\",\"kind\":\"book\"}],"
        "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"number\"}],\"claims\":["
        "{\"id\":\"a\",\"measure\":\"m\",\"statement\":\"x\",%s},"
        "{\"id\":\"b\",\"measure\":\"m\",\"statement\":\"x\",%s}],"
        "\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\",\"title\":"
        "\"t\","
        "\"panels\":[{\"form\":\"bars\",\"claims\":[\"a\",\"b\"]}]}]}",
        cases[i].first, cases[i].second);
    g_autoptr (GPtrArray) problems = qm_problem_array_new ();
    g_autoptr (QmDataset) dataset = qm_dataset_read ("d", text, strlen (text), qm_forms, problems);

    g_assert_nonnull (dataset);
    g_test_message ("%zu", i);
    g_assert_cmpuint (dataset->claims[0].n_disagreeing, ==, cases[i].disagree);
    g_assert_cmpuint (dataset->claims[1].n_disagreeing, ==, cases[i].disagree);
  }
}

/* As many figures of one thing, each in a source of its own, as are taken to be of one thing; and
 * one more. */
static void
test_very_many_do_not_disagree (void)
{
  for (gsize n = 100; n <= 101; n++) {
    g_autoptr (GString) sources = g_string_new (NULL), claims = g_string_new (NULL);
    g_autofree char *text = NULL;
    g_autoptr (GPtrArray) problems = qm_problem_array_new ();
    g_autoptr (QmDataset) dataset = NULL;

    for (gsize i = 0; i < n; i++) {
      const char *comma = i > 0 ? "," : "";

      g_string_append_printf (sources, "%s{\"id\":\"s%zu\",\"title\":\"S\",\"kind\":\"book\"}",
                              comma, i);
      g_string_append_printf (claims,
                              "%s{\"id\":\"c%zu\",\"measure\":\"m\",\"statement\":\"x\",\"value\":"
                              "%zu,\"cites\":[{\"source\":\"s%zu\"}]}",
                              comma, i, i, i);
    }
    text = g_strdup_printf (
        "{\"quymo\":1,\"title\":\"T\",\"sources\":[%s],\"measures\":[{\"id\":\"m\",\"name\":"
        "\"M\",\"unit\":\"number\"}],\"claims\":[%s],\"charts\":[{\"id\":\"c\",\"topic\":\"t\","
        "\"name\":\"n\",\"summary\":\"s\",\"title\":\"t\",\"panels\":[{\"form\":\"bars\","
        "\"claims\":[\"c0\"]}]}]}",
        sources->str, claims->str);
    dataset = qm_dataset_read ("d", text, strlen (text), qm_forms, problems);
    g_assert_nonnull (dataset);
    g_assert_cmpuint (dataset->claims[0].n_disagreeing, ==, n == 100 ? 99 : 0);
  }
}

/* South Korea, Israel and the Emirates stand above Japan, without figures. */
static void
test_an_order_goes_on_without_one_of_it (void)
{
  g_autoptr (QmScene) scene = build ("{\"chart\":\"japan-private-ai\",\"hidden\":[\"israel\"]}");

  g_assert_true (mark_says (scene, "japan-private-ai-order-2024", "South Korea"));
  g_assert_false (mark_says (scene, "japan-private-ai-order-2024", "Israel"));
  g_assert_true (scene_mark (scene, "japan-private-ai-order-2024")->datum ==
                 qm_dataset_find_claim (built_in, "japan-private-ai-order-2024"));
}

/* A ladder is of who stands above: without them there is nothing to stand below. */
static void
test_the_last_of_an_order_stays (void)
{
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;
  const QmChart *chart = NULL;

  g_assert_false (qm_view_from_json (
      built_in, "{\"chart\":\"japan-private-ai\",\"hidden\":[\"south-korea\",\"israel\",\"uae\"]}",
      &chart, &view, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_many_hidden_are_counted (void)
{
  assert_described (
      "{\"chart\":\"hard-bars\",\"hidden\":[\"alpha\",\"gamma\",\"delta\",\"epsilon\"]}",
      "; without Alpha, Gamma and 2 others\n", TRUE);
}

/* Where the subtitle has no room it still says what is missing. */
static void
test_who_is_hidden_is_said_at_every_size (void)
{
  g_autoptr (QmScene) scene =
      build_sized ("{\"chart\":\"data-centre-gap\",\"hidden\":[\"us\"]}", 400, 270);

  g_autoptr (QmScene) measure =
      build_sized ("{\"chart\":\"large-firms\",\"measure\":\"large-firm-growth\"}", 400, 270);

  g_assert_true (scene_says (scene, "Without US"));
  find_text (measure, "Only “Growth of firms with revenue over US$1 billion”");
}

static void
test_one_measure_leaves_the_others_out (void)
{
  static const char *const json = "{\"chart\":\"data-centre-gap\",\"measure\":\"data-centres\"}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_nonnull (scene_find_mark (scene, "us-to-china-data-centres"));
  g_assert_null (scene_find_mark (scene, "us-ai-infrastructure-2024"));
  g_assert_true (scene_says (scene, "; only “Number of data centres”"));
  assert_described (json, "only “Number of data centres”", TRUE);
  assert_described (json, "US$300 billion", FALSE);
}

/* A ratio between two who are still there needs their dots. */
static void
test_what_a_form_cannot_draw_alone_is_left_out (void)
{
  g_autoptr (QmScene) whole = build ("{\"chart\":\"hard-line\"}");
  g_autoptr (QmScene) scene = build ("{\"chart\":\"hard-line\",\"hidden\":[\"gamma\"]}");

  g_assert_nonnull (scene_find_mark (whole, "alpha-to-gamma"));
  g_assert_null (scene_find_mark (scene, "alpha-to-gamma"));
  /* Without bars a sentence about them stands nowhere, and its panel is gone. */
  assert_described ("{\"chart\":\"bars\"}", "Twice", FALSE);
  assert_described ("{\"chart\":\"bars\"}", "B to C: 2 times, stated [1]\n\nSpeed\n- B to C", TRUE);
  assert_described ("{\"chart\":\"bars\",\"measure\":\"speed\"}",
                    "Bars\nOnly “Speed”\n\nSpeed\n- B to C: 2 times, stated [1]\n\nSource", TRUE);
}

/* Bars are of one measure, whatever a ratio below them is of. */
static void
test_bars_with_a_ratio_of_something_else_have_a_heading (void)
{
  static const char *const json = "{\"chart\":\"bars\"}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_true (scene_says (scene, "Size"));
  assert_described (json, "\n\nSize\n- A, 2001", TRUE);
  assert_described (json, "\n- Speed: B to C: 2 times", TRUE);
}

/* The ids of the panel's marks from above, divided by spaces. */
static void
assert_order (const char *json, const char *ids)
{
  g_autoptr (QmScene) scene = build (json);
  g_autoptr (GString) found = g_string_new (NULL);
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++) {
    g_assert_true (i == 0 || marks[i].bounds.y > marks[i - 1].bounds.y);
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", marks[i].id);
  }
  g_assert_cmpstr (found->str, ==, ids);
}

/* The keyboard and the description go by the same order. */
static void
assert_last (const char *json, const char *id)
{
  const QmChart *chart;
  g_auto (QmView) view = read_view (json, &chart);
  g_auto (QmViewedChart) viewed = qm_view_chart (&view, chart);
  const QmPanel *panel = &viewed.chart.panels[0];

  g_assert_cmpstr (panel->claims[panel->n_claims - 1]->id, ==, id);
}

static void
test_bars_and_multiples_stand_in_the_order_chosen (void)
{
  static const char *const smallest =
      "{\"chart\":\"hard-bars\",\"order\":\"smallest-first\",\"hidden\":[\"delta\",\"epsilon\"]}";

  assert_order ("{\"chart\":\"hard-bars\",\"order\":\"largest-first\"}",
                "stated about over under between negative computed-negative stated-to-about");
  assert_last ("{\"chart\":\"hard-bars\",\"order\":\"largest-first\"}", "stated-to-about");
  assert_order (smallest, "computed-negative negative over about stated stated-to-about");
  assert_order ("{\"chart\":\"hard-bars\",\"order\":\"by-name\",\"hidden\":[\"alpha\",\"zeta\"]}",
                "about computed-negative under between over");
  assert_order ("{\"chart\":\"equals\",\"order\":\"largest-first\"}", "weight-c weight-b weight-a");
  assert_order ("{\"chart\":\"equals\",\"order\":\"smallest-first\"}",
                "weight-b weight-a weight-c");
  assert_order ("{\"chart\":\"hard-multiples\",\"order\":\"largest-first\"}",
                "twelve alike fifteenth tiny");
  assert_described (smallest, "- Zeta, 2024: −€12 billion per year, stated [1 p. 1]\n- The Comm",
                    TRUE);
}

static QmColor
color_of (const QmShape *shape)
{
  if (shape->kind == QM_SHAPE_TEXT)
    return shape->color;
  return shape->paint.stroke.alpha > 0 ? shape->paint.stroke : shape->paint.fill;
}

/* The same picture, but for colours; and these are the same of the mark and of what leads to it. */
static void
test_others_step_back_behind_a_highlight (void)
{
  static const char *const json =
      "{\"chart\":\"industrial-share\",\"highlight\":\"china-industrial-share-2030\"}";
  g_autoptr (QmScene) plain = build ("{\"chart\":\"industrial-share\"}");
  g_autoptr (QmScene) scene = build (json);
  gsize n_shapes, n_plain, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmShape *before = qm_scene_get_shapes (plain, &n_plain);
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  QmColor background = qm_scene_get_background (scene);
  guint n_behind = 0, n_leading = 0;

  g_assert_cmpuint (n_shapes, ==, n_plain);
  for (gsize i = 0; i < n_shapes; i++) {
    double was = qm_color_contrast (color_of (&before[i]), background);
    double is = qm_color_contrast (color_of (&shapes[i]), background);
    gboolean is_behind = shapes[i].mark >= 0 &&
                         !g_str_equal (marks[shapes[i].mark].id, "china-industrial-share-2030");

    g_assert_cmpfloat (shapes[i].bounds.x, ==, before[i].bounds.x);
    g_assert_cmpint (is < was, ==, is_behind && was > 1);
    n_behind += is < was;
    n_leading += shapes[i].about != NULL;
  }
  g_assert_cmpuint (n_behind, >, 5);
  g_assert_cmpuint (n_leading, ==, 1);
  assert_described (json, "\nHighlighted: China, 2030: 40%, projected\n", TRUE);
}

/* The way to another figure steps back with it. */
static void
test_lines_step_back_with_their_figures (void)
{
  g_autoptr (QmScene) scene =
      build ("{\"chart\":\"industrial-share\",\"highlight\":\"china-industrial-share-2025\"}");
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].about != NULL)
      g_assert_cmpfloat (qm_color_contrast (shapes[i].paint.stroke, qm_theme_light.background), <,
                         3.2);
}

/* Nobody steps back behind what is not there. */
static void
test_a_hidden_highlight_changes_nothing (void)
{
  g_autoptr (QmScene) plain = build ("{\"chart\":\"data-centre-gap\",\"hidden\":[\"china\"]}");
  g_autoptr (QmScene) scene = build ("{\"chart\":\"data-centre-gap\",\"hidden\":[\"china\"],"
                                     "\"highlight\":\"china-ai-infrastructure-2024\"}");
  g_autofree char *expected = qm_scene_dump (plain), *found = qm_scene_dump (scene);

  g_assert_cmpstr (found, ==, expected);
}

/* Whose names the pointer finds where they are drawn, in the order of drawing. */
static void
test_names_are_found_by_the_pointer (void)
{
  static const struct {
    const char *json, *names;
  } cases[] = {
    { "{\"chart\":\"data-centre-gap\"}", "us china us china" },
    { "{\"chart\":\"japan-private-ai\"}", "south-korea israel uae japan" },
    { "{\"chart\":\"industrial-share\"}", "china us" },
    { "{\"chart\":\"allied-scale\"}", "us-allies china" },
    { "{\"chart\":\"design-arena\"}", "china gpt-oss-120b" },
    { "{\"chart\":\"timeline\"}", "china us" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmScene) scene = build (cases[i].json);
    g_autoptr (GString) names = g_string_new (NULL);
    gsize n_shapes;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (gsize j = 0; j < n_shapes; j++) {
      const QmEntity *entity =
          qm_scene_pick_target (scene, QM_TARGET_NAME, qm_rect_centre (shapes[j].bounds), 0);

      if (shapes[j].kind == QM_SHAPE_TEXT && entity != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", entity->id);
    }
    g_assert_cmpstr (names->str, ==, cases[i].names);
  }
}

/* A month beside a stem, and bounds beyond a bar's figure. */
static void
test_words_do_not_collide_where_they_did (void)
{
  static const char *const views[] = {
    "{\"chart\":\"timeline\",\"hidden\":[\"airbnb\",\"qwen\"],\"years\":\"2025-04-04/2026\"}",
    "{\"chart\":\"hard-bars\",\"relative_to\":\"epsilon\",\"hidden\":[\"epsilon\"]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autoptr (QmScene) scene = build (views[i]);

    g_assert_true (qm_room_is_tidy (scene));
  }
}

/* All choices at once, in any way that a reader may make them. */
static void
test_any_view_is_drawn (void)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 960, 540 }, { 400, 270 } };
  const QmDataset *const datasets[] = { built_in, hard, rare };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (gsize i = 0; i < G_N_ELEMENTS (datasets); i++)
    for (gsize j = 0; j < datasets[i]->n_charts * 12; j++) {
      const QmChart *chart = &datasets[i]->charts[j / 12];
      double width = sizes[j % 3][0], height = sizes[j % 3][1];
      QmCanvas canvas = { .width = width, .height = height, .theme = &qm_theme_dark };
      g_auto (QmView) view = random_view (rand, chart);
      g_autoptr (QmScene) scene = qm_chart_build (chart, &view, &canvas);

      if (width > 1000 && !qm_room_is_tidy (scene)) {
        g_autofree char *json = qm_view_to_json (chart, &view);

        g_error ("words collide in %s", json);
      }
    }
}

/* What a source says is not computed again; what it does not say is. */
static void
test_a_stated_ratio_stays_stated (void)
{
  static const char *const of_china = "{\"chart\":\"data-centre-gap\",\"relative_to\":\"china\"}";
  static const char *const of_us = "{\"chart\":\"data-centre-gap\",\"relative_to\":\"us\"}";
  g_autoptr (QmScene) scene = build (of_china);

  g_assert_true (mark_says (scene, "us-ai-infrastructure-2024", "6×"));
  g_assert_false (mark_says (scene, "us-ai-infrastructure-2024", "≈ 6×"));
  assert_described (of_china, "- United States, 2024: 6 times, stated [1", TRUE);
  assert_described (of_us, "- China, 2024: about 0.167×, computed", TRUE);
}

int
main (int argc, char **argv)
{
  init_viewed_tests (&argc, &argv);

#define ADD(path, test) g_test_add_func ("/viewed/" path, test)
  ADD ("sources-that-disagree-and-a-figure-of-yesterday",
       test_sources_that_disagree_and_a_figure_of_yesterday);
  g_test_add_func ("/viewed/a-line-goes-through-the-first-of-those-that-disagree",
                   test_a_line_goes_through_the_first_of_those_that_disagree);
  ADD ("what-can-both-be-right-does-not-disagree", test_what_can_both_be_right_does_not_disagree);
  ADD ("very-many-figures-of-one-thing-do-not-disagree", test_very_many_do_not_disagree);
  ADD ("a-stated-ratio-stays-stated", test_a_stated_ratio_stays_stated);
  ADD ("hidden-entities-are-not-drawn-but-named", test_hidden_entities_are_not_drawn_but_named);
  ADD ("an-order-goes-on-without-one-of-it", test_an_order_goes_on_without_one_of_it);
  ADD ("the-last-of-an-order-stays", test_the_last_of_an_order_stays);
  ADD ("many-hidden-are-counted", test_many_hidden_are_counted);
  ADD ("who-is-hidden-is-said-at-every-size", test_who_is_hidden_is_said_at_every_size);
  ADD ("bars-with-a-ratio-of-something-else-have-a-heading",
       test_bars_with_a_ratio_of_something_else_have_a_heading);
  ADD ("one-measure-leaves-the-others-out", test_one_measure_leaves_the_others_out);
  ADD ("what-a-form-cannot-draw-alone-is-left-out", test_what_a_form_cannot_draw_alone_is_left_out);
  ADD ("bars-and-multiples-stand-in-the-order-chosen",
       test_bars_and_multiples_stand_in_the_order_chosen);
  ADD ("others-step-back-behind-a-highlight", test_others_step_back_behind_a_highlight);
  ADD ("lines-step-back-with-their-figures", test_lines_step_back_with_their_figures);
  ADD ("a-hidden-highlight-changes-nothing", test_a_hidden_highlight_changes_nothing);
  ADD ("names-are-found-by-the-pointer", test_names_are_found_by_the_pointer);
  ADD ("words-do-not-collide-where-they-did", test_words_do_not_collide_where_they_did);
  ADD ("any-view-is-drawn", test_any_view_is_drawn);
  return run_viewed_tests ();
}
