/* What each form refuses to draw, told by the reader at the claim in question. */
#include "base/language.h"
#include "chart/chart.h"
#include "dataset/best-form.h"
#include "load-dataset.h"
#include "look-at-scene.h"

#include <string.h>

typedef struct {
  const char *form, *claims;
  const char *expected; /* with the index of the claim; NULL where all is well */
} Case;

static const Case cases[] = {
  { "bars", "\"stated\", \"about\", \"negative\", \"stated-to-about\"", NULL },
  { "bars", "\"stated\", \"share-2001\"", "1: a claim in the unit of the panel’s other bars" },
  { "bars", "\"thirteen\"", "0: at least one claim that is no ratio" },
  { "bars", "\"stated\", \"happening\"", "1: a claim with a figure or an order" },
  { "units", "\"thirteen\", \"fifteenth\"", NULL },
  { "units", "\"thirteen\", \"stated\"", "1: a claim with a ratio above zero" },
  { "units", "\"happening\"", "0: a claim with a ratio above zero" },
  { "ranks", "\"place-1\", \"place-4\", \"place-9\"", NULL },
  { "ranks", "\"place-1\", \"stated\"", "1: a claim with a rank: a whole number from 1 on" },
  { "ranks", "\"place-4\", \"place-1\"", NULL },
  { "ratio", "\"thirteen\", \"fifteenth\"", NULL },
  { "ratio", "\"stated\"", "0: a claim with a ratio above zero" },
  { "grouped", "\"share-2012\", \"share-2024\", \"share-beta-2024\"", NULL },
  { "grouped", "\"share-2012\", \"stated\"",
    "1: a claim in the unit of the panel’s other figures" },
  { "grouped", "\"share-2001\", \"share-again\"",
    "1: one figure for each entity, measure and time, unless sources disagree" },
  { "grouped", "\"thirteen\"", "0: a claim with a figure of one entity" },
  { "slope", "\"share-2012\", \"share-2024\", \"share-beta-2024\"", NULL },
  { "slope", "\"share-2024\"", "0: figures of two times" },
  { "slope", "\"thirteen\"", "0: a claim with a figure of one entity" },
  { "stack", "\"share-2012\", \"share-2024\", \"share-beta-2024\"", NULL },
  { "stack", "\"stated\", \"negative\"", "1: a part of a whole: a figure that is not below zero" },
  { "table", "\"share-2012\", \"stated\", \"negative\"", NULL },
  { "stack", "\"dispute-a\", \"dispute-b\"",
    "1: one figure for each entity, measure and time; on this one sources disagree, and "
    "“grouped”, “table” or “bars” show what each says" },
  { "table", "\"share-2001\", \"share-again\"",
    "1: one figure for each entity, measure and time, unless sources disagree" },
  { "ladder", "\"stated\"", "0: an order, or a figure of who stands below in one" },
  { "dumbbell", "\"share-2012\", \"share-2024\", \"share-beta-2012\", \"share-beta-2024\"", NULL },
  { "dumbbell", "\"share-2012\", \"share-beta-2012\", \"share-2024\", \"share-beta-2024\"", NULL },
  { "dumbbell", "\"thirteen\", \"happening\"", "0: a claim with a figure of one entity" },
  { "dumbbell", "\"share-2012\", \"stated\"",
    "1: a claim in the unit of the panel’s other figures" },
  { "dumbbell", "\"share-2012\", \"share-2024\", \"share-beta-2012\"",
    "2: two figures of one measure for each entity" },
  { "line", "\"share-2024\", \"alpha-to-gamma\", \"share-gamma-2024\"", NULL },
  { "line", "\"thirteen\"", "0: a claim with a figure and a time" },
  { "line", "\"happening\"", "0: a claim with a figure and a time" },
  { "line", "\"alpha-to-gamma\"", "0: at least one claim that is no ratio" },
  { "line", "\"share-2001\", \"stated\"", "1: a claim in the unit of the panel’s other figures" },
  { "line", "\"share-2024\", \"alpha-to-gamma\"",
    "1: a ratio between two figures of the panel, at their time" },
  { "line", "\"share-2001\", \"share-again\"",
    "0: one figure for each entity, measure and time, unless sources disagree" },
  { "line", "\"share-2024\"", NULL }, /* one date is an axis, too */
};

/* Both figures on which sources disagree are drawn, and bracketed. */
static const struct {
  const char *form, *claims;
  gsize n_brackets;
} disputed[] = {
  { "grouped", "\"dispute-2018\", \"dispute-a\", \"dispute-b\"", 1 },
  { "slope", "\"dispute-2018\", \"dispute-2018-b\", \"dispute-2023\", \"dispute-2023-b\"", 2 },
  { "table", "\"stated\", \"dispute-2018\", \"dispute-a\", \"dispute-b\"", 1 },
  { "dumbbell", "\"dispute-2018-b\", \"dispute-2018\", \"dispute-2023\", \"dispute-2023-b\"", 2 },
  { "dumbbell", "\"dispute-a\", \"dispute-b\"", 1 },
  { "ladder", "\"epsilon-order\", \"dispute-2018\", \"dispute-a\", \"dispute-b\"", 1 },
  { "bars", "\"dispute-a\", \"stated\", \"dispute-b\"", 1 },
  { "multiples", "\"thirteen\", \"fifteenth\", \"thirteen-other\"", 1 },
  { "units", "\"thirteen\", \"fifteenth\", \"thirteen-other\"", 1 },
  { "ratio", "\"thirteen\", \"fifteenth\", \"thirteen-other\"", 1 },
  { "share", "\"share-2001\", \"share-2012\", \"share-other\"", 1 },
  { "figure", "\"dispute-a\", \"dispute-b\"", 1 },
  { "timeline", "\"dispute-a\", \"dispute-2018\", \"dispute-b\"", 1 },
  { "line", "\"dispute-a\", \"dispute-b\", \"dispute-2018\"", 1 },
  { "ranks", "\"place-3\", \"place-4\", \"place-3-other\"", 1 },
};

/* The claims of the hard cases and some more, with one chart of one panel. */
static char *
make_file (const char *form, const char *panel_claims)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "hard-cases.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *claims_end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  claims_end = strstr (text, "\n  ],\n  \"charts\"");
  g_assert_nonnull (claims_end);
  *claims_end = '\0';

  return g_strdup_printf (
      "%s, { \"id\": \"share-again\", \"measure\": \"share\", \"entity\": \"alpha\", \"time\": "
      "\"2001\", \"value\": 13, \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] },"
      "{ \"id\": \"share-other\", \"measure\": \"share\", \"entity\": \"alpha\", \"time\": "
      "\"2001\", \"value\": 30, \"statement\": \"s\", \"cites\": [{ \"source\": \"b\" }] },"
      "{ \"id\": \"thirteen-other\", \"measure\": \"money\", \"ratio\": [\"alpha\", \"beta\"], "
      "\"value\": 9, \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] },"
      "{ \"id\": \"place-3-other\", \"measure\": \"place\", \"entity\": \"model-one\", "
      "\"value\": 5, \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] },"
      "{ \"id\": \"epsilon-order\", \"measure\": \"money\", \"entity\": \"epsilon\", "
      "\"below\": [\"alpha\"], \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] },"
      "{ \"id\": \"alpha-order\", \"measure\": \"money\", \"entity\": \"alpha\", "
      "\"below\": [\"gamma\"], \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] },"
      "{ \"id\": \"beta-order\", \"measure\": \"share\", \"entity\": \"beta\", "
      "\"below\": [\"zeta\"], \"statement\": \"s\", \"cites\": [{ \"source\": \"a\" }] } ],"
      "\"events\": [ { \"id\": \"happening\", \"time\": \"2001\", \"statement\": \"s\", "
      "\"cites\": [{ \"source\": \"a\" }] } ],"
      "\"charts\": [ { \"id\": \"c\", \"topic\": \"t\", \"name\": \"n\", \"summary\": \"s\", "
      "\"title\": \"t\", \"panels\": [ { \"form\": \"%s\", \"claims\": [ %s ] } ] } ] }",
      text, form, panel_claims);
}

/* Each claim has its mark, and nothing is outside. */
static void
assert_is_drawn (const QmScene *scene, const QmPanel *panel, gsize n_brackets)
{
  gsize n_marks, n_shapes, n_found = 0;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, ==, panel->n_claims);
  for (gsize i = 0; i < n_shapes; i++) {
    const QmRect *bounds = &shapes[i].bounds;

    g_assert_true (bounds->x >= 0 && qm_rect_right (*bounds) <= qm_scene_get_width (scene));
    g_assert_true (bounds->y >= 0 && qm_rect_bottom (*bounds) <= qm_scene_get_height (scene));
    n_found += shapes[i].mark < 0 && shapes[i].n_points == 4 && !shapes[i].is_closed;
  }
  g_assert_cmpuint (n_found, ==, n_brackets);
}

/* What a bracket means is said where the subtitle and the key are hidden, too; a thumbnail has no
 * words. */
static void
assert_bracket_is_told (const QmChart *chart)
{
  QmCanvas canvas = { .width = 800,
                      .height = 600,
                      .theme = &qm_theme_light,
                      .hidden = QM_BLOCK_SUBTITLE | QM_BLOCK_KEY };
  g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, &canvas);
  g_autoptr (QmScene) bare = NULL;

  canvas.hidden = QM_BLOCKS_ALL;
  bare = qm_chart_build (chart, &qm_view_default, &canvas);
  g_assert_true (scene_says (scene, "Sources disagree"));
  g_assert_false (scene_says (bare, "disagree"));
}

static void
draw (const QmDataset *dataset, gsize n_brackets)
{
  QmCanvas canvas = { .width = 800, .height = 600, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = NULL;

  g_assert_nonnull (dataset);
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
  g_assert_nonnull (scene);
  assert_is_drawn (scene, &dataset->charts[0].panels[0], n_brackets);
}

static void
test_disputed (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = make_file (disputed[i].form, disputed[i].claims);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  for (guint j = 0; j < problems->len; j++)
    g_test_message ("%s", ((const QmProblem *) problems->pdata[j])->expected);
  draw (dataset, disputed[i].n_brackets);
  assert_bracket_is_told (&dataset->charts[0]);
}

static void
assert_left_of_base (const QmScene *scene, const char *id)
{
  const QmMark *mark = scene_mark (scene, id);
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes), *base = NULL, *value = NULL;

  for (gsize i = mark->first; i < mark->end; i++) {
    if (shapes[i].kind == QM_SHAPE_DISC && base == NULL)
      base = &shapes[i];
    if (shapes[i].kind == QM_SHAPE_TEXT && value == NULL)
      value = &shapes[i];
  }
  g_assert_true (base != NULL && value != NULL);
  g_assert_cmpfloat (qm_rect_right (value->bounds), <, base->bounds.x);
}

/* The value of a ratio below 1 stands on its own side of the line, not at the other's dot, and the
 * words of 1 take no tick's place. */
static void
test_below_one (void)
{
  static const double sizes[][2] = { { 640, 480 }, { 1080, 1080 }, { 1080, 1350 }, { 1280, 720 } };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "../data/scale-and-open-models.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);
  const QmChart *chart = qm_dataset_find_chart (dataset, "large-firms");

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (sizes); i++) {
    QmCanvas canvas = { .width = sizes[i / 2][0],
                        .height = sizes[i / 2][1],
                        .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = NULL;

    g_assert_true (qm_language_use (i % 2 == 0 ? "en" : "vi"));
    scene = qm_chart_build (chart, &qm_view_default, &canvas);
    for (gsize j = 0; j < chart->panels[0].n_claims; j++)
      assert_left_of_base (scene, chart->panels[0].claims[j]->id);
    g_assert_true (scene_says (scene, "0×"));
  }
  g_assert_true (qm_language_use ("en"));
}

static void
test_form (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = make_file (test->form, test->claims);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);
  g_autofree char *found = NULL;

  if (test->expected == NULL) {
    draw (dataset, 0);
    return;
  }

  g_assert_null (dataset);
  g_assert_cmpuint (problems->len, >=, 1);
  found = g_strdup_printf ("/charts/0/panels/0/claims/%c: %s", test->expected[0],
                           test->expected + strlen ("0: "));
  for (guint i = 0; i < problems->len; i++) {
    const QmProblem *problem = problems->pdata[i];
    g_autofree char *line = g_strdup_printf ("%s: %s", problem->pointer, problem->expected);

    if (g_str_equal (line, found))
      return;
    g_test_message ("%s", line);
  }
  g_test_message ("instead of %s", found);
  g_test_fail ();
}

static QmDataset *
read_panels (const char *form, const char *claims)
{
  g_autofree char *text = make_file (form, claims);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  g_assert_nonnull (dataset);
  return dataset;
}

/* Where panels without titles have different measures, each says which it has; a figure says it
 * below itself. */
static void
test_panels_name_their_measures (void)
{
  static const struct {
    const char *second;
    gboolean names_money, names_share;
  } panels[] = {
    { "\"form\": \"line\", \"claims\": [ \"share-2001\", \"share-2012\"", TRUE, TRUE },
    { "\"form\": \"share\", \"claims\": [ \"share-2001\"", TRUE, FALSE },
    { "\"form\": \"line\", \"title\": \"Ours\", \"claims\": [ \"share-2001\"", TRUE, FALSE },
    { "\"form\": \"bars\", \"claims\": [ \"about\"", FALSE, FALSE },
  };
  QmCanvas canvas = { .width = 1200, .height = 600, .theme = &qm_theme_light };

  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++) {
    g_autofree char *claims = g_strconcat ("\"stated\" ] }, { ", panels[i].second, NULL);
    g_autoptr (QmDataset) dataset = read_panels ("bars", claims);
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n_shapes, n_money = 0, n_share = 0;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (gsize j = 0; j < n_shapes; j++)
      if (shapes[j].layout != NULL) {
        n_money += g_str_equal (pango_layout_get_text (shapes[j].layout), "Money");
        n_share += g_str_equal (pango_layout_get_text (shapes[j].layout), "Share");
      }
    g_assert_cmpuint (n_money, ==, panels[i].names_money);
    g_assert_cmpuint (n_share, ==, panels[i].names_share);
  }
}

/* Where ratios are of several measures, or of another than the bars, that is named. */
static void
test_ratios_name_their_measures (void)
{
  static const struct {
    const char *form, *claims, *named[2];
  } panels[] = {
    { "ratio", "\"alike\", \"alpha-to-gamma\"", { "Money", "Share" } },
    { "units", "\"alike\", \"alpha-to-gamma\"", { "Money", "Share" } },
    { "bars", "\"share-2012\", \"stated-to-about\"", { "Money, Alpha", "÷" } },
  };
  QmCanvas canvas = { .width = 540, .height = 960, .theme = &qm_theme_light };

  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++) {
    g_autoptr (QmDataset) dataset = read_panels (panels[i].form, panels[i].claims);
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n_shapes;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (gsize j = 0; j < 2; j++)
      g_assert_true (scene_says (scene, panels[i].named[j]));
    for (gsize j = 0; j < n_shapes; j++)
      g_assert_false (shapes[j].layout != NULL && pango_layout_is_ellipsized (shapes[j].layout));
  }
}

/* Bars of figures that are not of one time name that of each. */
static void
test_rows_name_their_times (void)
{
  static const char *const said[] = { "Alpha, Jul 2012", "Beta, 2024" };
  g_autoptr (QmDataset) dataset = read_panels ("bars", "\"share-2012\", \"share-beta-2024\"");
  QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_true (scene_says (scene, said[i]));
}

/* Where the file has a figure of someone, be it in the chart or not, an order does not say that
 * there is none. */
static void
test_orders_own_to_figures (void)
{
  static const struct {
    const char *form, *claims, *words;
    gboolean has_figure;
  } panels[] = {
    { "bars", "\"stated\", \"epsilon-order\"", "above Epsilon", TRUE },
    { "bars", "\"about\", \"epsilon-order\"", "above Epsilon", TRUE },
    { "bars", "\"share-2001\", \"beta-order\"", "above Beta", FALSE },
    { "ladder", "\"epsilon-order\"", "above Epsilon, in no order", TRUE },
    { "ladder", "\"beta-order\"", "above Beta, in no order", FALSE },
  };
  QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };

  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++) {
    g_autoptr (QmDataset) dataset = read_panels (panels[i].form, panels[i].claims);
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    g_autofree char *none = g_strconcat (panels[i].words, "; no figure", NULL);

    g_assert_true (scene_says (scene, panels[i].words));
    g_assert_cmpint (scene_says (scene, none), ==, !panels[i].has_figure);
  }
}

static void
test_first_rank_stands_first (void)
{
  g_autoptr (QmDataset) dataset = read_panels ("ranks", "\"place-9\", \"place-1\", \"place-4\"");
  QmCanvas canvas = { .width = 540, .height = 960, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);

  g_assert_cmpfloat (scene_mark (scene, "place-1")->bounds.y, <,
                     scene_mark (scene, "place-4")->bounds.y);
  g_assert_cmpfloat (scene_mark (scene, "place-4")->bounds.y, <,
                     scene_mark (scene, "place-9")->bounds.y);
}

/* A row that just has room is no better than a column that has much more, also where only one of
 * the panels is a large figure. */
static void
test_portrait_has_a_column (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "large-firms");

  for (double height = 1080; height <= 1350; height += 270) {
    QmCanvas canvas = { .width = 1080, .height = height, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, &canvas);
    const QmMark *first = scene_mark (scene, chart->panels[0].claims[0]->id);
    const QmMark *figure = scene_mark (scene, chart->panels[1].claims[0]->id);

    g_assert_cmpfloat (figure->bounds.y, >, qm_rect_bottom (first->bounds));
    g_assert_cmpfloat (figure->bounds.width, >, 540);
  }
}

/* Rather than lines below their words, bars are beside smaller ones. */
static void
test_bars_are_no_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "poll.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);
  QmCanvas canvas = { .width = 1080, .height = 1920, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene =
      qm_chart_build (qm_dataset_find_chart (dataset, "net"), &qm_view_default, &canvas);
  gsize n, n_bars = 0;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (shapes[i].kind == QM_SHAPE_RECT && shapes[i].mark >= 0) {
      g_assert_cmpfloat (shapes[i].bounds.height, >, 30);
      n_bars++;
    }
  g_assert_cmpuint (n_bars, >, 10);
}

/* All of one time, then all of another. */
static void
test_pairs_are_joined_in_any_order (void)
{
  g_autoptr (QmDataset) dataset = read_panels (
      "dumbbell", "\"share-2012\", \"share-beta-2012\", \"share-2024\", \"share-beta-2024\"");
  const QmCanvas canvas = { .width = 800, .height = 600, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
  QmPoint then = qm_rect_centre (scene_mark (scene, "share-2012")->bounds);
  QmPoint now = qm_rect_centre (scene_mark (scene, "share-2024")->bounds);

  g_assert_cmpfloat_with_epsilon (then.y, now.y, 1);
}

/* Of three at two times, in a unit of many letters. */
static QmDataset *
read_pairs (void)
{
  static const char file[] =
      "{\"quymo\":1,\"title\":\"t\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}],"
      "\"entities\":[{\"id\":\"a\",\"name\":\"Alpha\"},{\"id\":\"b\",\"name\":\"Beta\"},"
      "{\"id\":\"c\",\"name\":\"Gamma\"}],\"measures\":[{\"id\":\"m\",\"name\":\"M\","
      "\"unit\":\"kilowatt-hour-per-square-meter\"}],\"tables\":[{\"id\":\"t\",\"source\":\"s\","
      "\"at\":\"1\",\"statement\":\"s\",\"columns\":[{\"id\":\"then\",\"name\":\"A\",\"measure\":"
      "\"m\",\"time\":\"2019\"},"
      "{\"id\":\"now\",\"name\":\"B\",\"measure\":\"m\",\"time\":\"2024\"}],\"rows\":["
      "{\"id\":\"a\",\"row\":1,\"entity\":\"a\",\"values\":[96.5,71.2]},"
      "{\"id\":\"b\",\"row\":2,\"entity\":\"b\",\"values\":[88,83]},"
      "{\"id\":\"c\",\"row\":3,\"entity\":\"c\",\"values\":[79,70]}]}],"
      "\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\",\"title\":\"t\","
      "\"panels\":[{\"form\":\"dumbbell\",\"claims\":[\"t\"]}]}]}";
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("pairs", file, strlen (file), qm_forms, problems);

  g_assert_nonnull (dataset);
  return dataset;
}

/* Rather than that dots stand close together, a unit in words is said of all figures, at the axis.
 */
static void
test_units_stand_at_the_axis (void)
{
  g_autoptr (QmDataset) dataset = read_pairs ();
  const QmCanvas wide = { .width = 1920, .height = 1080, .theme = &qm_theme_light };
  const QmCanvas narrow = { .width = 540, .height = 540, .theme = &qm_theme_light };
  g_autoptr (QmScene) all = qm_chart_build (&dataset->charts[0], &qm_view_default, &wide);
  g_autoptr (QmScene) few = qm_chart_build (&dataset->charts[0], &qm_view_default, &narrow);

  g_assert_true (mark_says (all, "t-a-then", "96.5 kWh/m², 2019"));
  g_assert_true (mark_says (few, "t-a-then", "96.5, 2019"));
  g_assert_true (mark_says (few, "t-c-now", "70, 2024"));
  g_assert_true (scene_says (few, "0 kWh/m²"));
}

/* Lines between two times are for those who are there at both. */
static void
test_one_with_two_times_makes_no_slope (void)
{
  g_autoptr (QmDataset) dataset =
      read_panels ("bars", "\"share-beta-2012\", \"share-beta-2024\", \"share-2024\", "
                           "\"share-gamma-2024\", \"all-of-it\"");
  const QmPanel *panel = &dataset->charts[0].panels[0];
  g_autoptr (GPtrArray) best = qm_best_form_list (panel->claims, panel->n_claims, qm_forms);

  g_assert_cmpstr (((const QmFormRule *) best->pdata[0])->name, ==, "grouped");
}

/* Of each of two wholes so many parts, of these values. */
static QmDataset *
read_parts (gsize n, int (*values)[2])
{
  g_autoptr (GString) entities = g_string_new (NULL);
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *file = NULL;

  for (gsize i = 0; i < n; i++) {
    g_string_append_printf (entities, "%s{\"id\":\"e%zu\",\"name\":\"E%zu\"}", i > 0 ? "," : "", i,
                            i);
    for (gsize j = 0; j < 2; j++) {
      g_string_append_printf (
          claims,
          "%s{\"id\":\"c%zu-%zu\",\"measure\":\"m%zu\",\"entity\":\"e%zu\",\"value\":"
          "%d,\"statement\":\"s\",\"cites\":[{\"source\":\"s\"}]}",
          i + j > 0 ? "," : "", i, j, j, i, values[i][j]);
      g_string_append_printf (ids, "%s\"c%zu-%zu\"", i + j > 0 ? "," : "", i, j);
    }
  }
  file = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"t\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}],"
      "\"entities\":[%s],\"measures\":[{\"id\":\"m0\",\"name\":\"A\",\"unit\":\"number\"},{\"id\":"
      "\"m1\",\"name\":\"B\",\"unit\":\"number\"}],\"claims\":[%s],\"charts\":[{\"id\":\"c\","
      "\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\",\"title\":\"t\",\"panels\":[{\"form\":"
      "\"stack\",\"claims\":[%s]}]}]}",
      entities->str, claims->str, ids->str);
  return qm_dataset_read ("parts", file, strlen (file), qm_forms, problems);
}

/* Of forty parts of each of two wholes: of the first all are 10, of the second all but two are 20.
 */
#define N_PARTS 40

/* What has no room of its own is a part of its bar all the same: bars are as long as their wholes.
 */
static void
test_stack_is_whole (void)
{
  int values[N_PARTS][2];
  g_autoptr (QmDataset) dataset = NULL;
  QmCanvas canvas = { .width = 800, .height = 600, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = NULL;
  double left = G_MAXDOUBLE, lengths[2] = { 0 }, top = -1;
  gsize n_marks, n_shapes;
  const QmShape *shapes;

  for (int i = 0; i < N_PARTS; i++) {
    values[i][0] = 10;
    values[i][1] = i < 2 ? 10 : 20;
  }
  dataset = read_parts (N_PARTS, values);
  g_assert_nonnull (dataset);
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, <, 2 * N_PARTS);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++) {
    const QmRect *bounds = &shapes[i].bounds;

    if (shapes[i].kind != QM_SHAPE_RECT || bounds->height < 30)
      continue;
    if (top < 0)
      top = bounds->y;
    left = MIN (left, bounds->x);
    lengths[bounds->y > top + 1] = MAX (lengths[bounds->y > top + 1], qm_rect_right (*bounds));
  }
  g_assert_cmpfloat_with_epsilon ((lengths[0] - left) / (lengths[1] - left), 400.0 / 780, 0.01);
}

/* Values that have no room in their parts, all of them at the end of their bar. */
static void
test_last_parts_keep_their_values (void)
{
  static const double sizes[][2] = { { 640, 480 }, { 800, 600 }, { 1080, 1350 }, { 1280, 720 } };
  static int values[][2] = { { 940, 200 }, { 20, 250 }, { 10, 300 }, { 10, 150 }, { 10, 20 } };
  g_autoptr (QmDataset) dataset = read_parts (G_N_ELEMENTS (values), values);

  g_assert_nonnull (dataset);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    QmCanvas canvas = { .width = sizes[i][0], .height = sizes[i][1], .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);

    assert_is_drawn (scene, &dataset->charts[0].panels[0], 0);
  }
}

/* Five columns in portrait: a long name, a figure that is missing. */
static QmDataset *
read_wide_table (const char *last_name)
{
  const char *const names[] = { "Amsterdam", "Berlin", "Hanoi", "Tokyo", last_name };
  static const char *const entities[] = { "Car", "Public transport and taxis", "On foot" };
  g_autoptr (GString) text = g_string_new ("{\"quymo\":1,\"title\":\"t\",\"sources\":[{\"id\":"
                                           "\"s\",\"title\":\"S\",\"kind\":\"book\"}]");
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_append_printf (text, "%s{\"id\":\"e%zu\",\"name\":\"%s\"}",
                            i > 0 ? "," : ",\"entities\":[", i, entities[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s{\"id\":\"m%zu\",\"name\":\"%s\",\"unit\":\"percent\"}",
                            i > 0 ? "," : "],\"measures\":[", i, names[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (entities) * G_N_ELEMENTS (names) - 1; i++) {
    g_string_append_printf (
        text,
        "%s{\"id\":\"c%zu\",\"measure\":\"m%zu\",\"entity\":\"e%zu\",\"value\":%zu,"
        "\"statement\":\"s\",\"cites\":[{\"source\":\"s\"}]}",
        i > 0 ? "," : "],\"claims\":[", i, i % G_N_ELEMENTS (names), i / G_N_ELEMENTS (names),
        5 + 3 * i);
    g_string_append_printf (ids, "%s\"c%zu\"", i > 0 ? "," : "", i);
  }
  g_string_append_printf (
      text,
      "],\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\","
      "\"title\":\"t\",\"panels\":[{\"form\":\"table\",\"claims\":[%s]}]}]}",
      ids->str);
  return qm_dataset_read ("table", text->str, text->len, qm_forms, problems);
}

/* Names, and words for what is missing, go on in a second line before figures give way, and headers
 * in as many as they need. */
static void
assert_table_is_of_one_size (const char *last_name)
{
  g_autoptr (QmDataset) dataset = read_wide_table (last_name);
  QmCanvas canvas = { .width = 1080, .height = 1350, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = NULL;
  gsize n_shapes, n_figures = 0;
  const QmShape *shapes;
  double height = 0;

  g_assert_nonnull (dataset);
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++) {
    if (shapes[i].kind != QM_SHAPE_TEXT)
      continue;
    g_assert_false (pango_layout_is_ellipsized (shapes[i].layout));
    if (!g_str_has_suffix (pango_layout_get_text (shapes[i].layout), "%"))
      continue;
    if (n_figures++ == 0)
      height = shapes[i].bounds.height;
    g_assert_cmpfloat_with_epsilon (shapes[i].bounds.height, height, 0.5);
  }
  g_assert_cmpuint (n_figures, ==, 14);
  g_assert_cmpfloat (height, >, 24);
}

static void
test_table_is_of_one_size (void)
{
  assert_table_is_of_one_size ("London");
  assert_table_is_of_one_size ("On weekdays in the capital region");
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/forms/%s-%s-%zu", cases[i].form,
                                             cases[i].expected == NULL ? "draws" : "refuses", i);

    g_test_add_data_func (path, &cases[i], test_form);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (disputed); i++) {
    g_autofree char *path =
        g_strdup_printf ("/forms/%s-brackets-what-sources-disagree-on-%zu", disputed[i].form, i);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_disputed);
  }
  g_test_add_func ("/forms/panels-name-their-measures", test_panels_name_their_measures);
  g_test_add_func ("/forms/ratios-name-their-measures", test_ratios_name_their_measures);
  g_test_add_func ("/forms/rows-name-their-times", test_rows_name_their_times);
  g_test_add_func ("/forms/orders-own-to-figures", test_orders_own_to_figures);
  g_test_add_func ("/forms/the-first-rank-stands-first", test_first_rank_stands_first);
  g_test_add_func ("/forms/portrait-has-a-column", test_portrait_has_a_column);
  g_test_add_func ("/forms/bars-are-no-lines", test_bars_are_no_lines);
  g_test_add_func ("/forms/one-with-two-times-makes-no-slope",
                   test_one_with_two_times_makes_no_slope);
  g_test_add_func ("/forms/stack-is-as-long-as-its-whole", test_stack_is_whole);
  g_test_add_func ("/forms/stack-keeps-the-values-at-its-end", test_last_parts_keep_their_values);
  g_test_add_func ("/forms/table-has-figures-of-one-size", test_table_is_of_one_size);
  g_test_add_func ("/forms/multiples-below-one-stand-left-of-it", test_below_one);
  g_test_add_func ("/forms/pairs-are-joined-in-any-order", test_pairs_are_joined_in_any_order);
  g_test_add_func ("/forms/units-of-pairs-stand-at-the-axis", test_units_stand_at_the_axis);
  return g_test_run ();
}
