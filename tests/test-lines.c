/* Lines of other people's figures: many dots, many names, two measures of one unit, names that run
 * from right to left; and a key that says only what is drawn. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/series.h"
#include "dataset/claim-time.h"
#include "load-dataset.h"
#include "look-at-scene.h"
#include "scene/typeset.h"

#include <math.h>
#include <string.h>

static const QmCanvas slide = { .width = 1920, .height = 1080, .theme = &qm_theme_light };
static const QmCanvas small = { .width = 640, .height = 480, .theme = &qm_theme_light };

static QmDataset *
read_dataset (const char *entities, const char *claims, const char *form)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  GString *ids = g_string_new (NULL);
  g_autofree char *text = NULL;
  QmDataset *dataset;

  for (const char *next = claims; (next = strstr (next, "{\"id\":\"")) != NULL; next++) {
    const char *id = next + strlen ("{\"id\":\"");

    g_string_append_printf (ids, "%s\"%.*s\"", ids->len > 0 ? "," : "",
                            (int) (strchr (id, '"') - id), id);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"kind\":\"report\",\"title\":\"S\"}"
      ","
      "{\"id\":\"t0\",\"kind\":\"report\",\"title\":\"T\"},"
      "{\"id\":\"t1\",\"kind\":\"report\",\"title\":\"U\"}],"
      "\"entities\":[%s],\"measures\":[{\"id\":\"m\",\"name\":\"Imports\",\"unit\":\"percent\"},"
      "{\"id\":\"n\",\"name\":\"Exports\",\"unit\":\"percent\"}],\"claims\":[%s],\"charts\":["
      "{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"Title\","
      "\"panels\":[{\"form\":\"%s\",\"claims\":[%s]}]}]}",
      entities, claims, form, ids->str);
  dataset = qm_dataset_read ("lines", text, strlen (text), qm_forms, problems);
  for (guint i = 0; i < problems->len; i++)
    g_error ("%s", qm_problem_to_string (problems->pdata[i], "lines"));
  g_string_free (ids, TRUE);
  return dataset;
}

static void
append_claim (GString *claims, const char *entity, const char *measure, int year, double value,
              const char *more)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.3f", value);
  g_string_append_printf (
      claims,
      "%s{\"id\":\"%s-%s-%d\",\"entity\":\"%s\",\"measure\":\"%s\",\"time\":\"%d\",\"value\":%s,"
      "\"statement\":\"Said.\",\"cites\":[{\"source\":\"s\"}]%s}",
      claims->len > 0 ? "," : "", entity, measure, year, entity, measure, year, digits, more);
}

static char *
name_entities (int n)
{
  GString *entities = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (entities, "%s{\"id\":\"e%d\",\"name\":\"Entity %c%c\"}",
                            i > 0 ? "," : "", i, 'A' + i / 26, 'A' + i % 26);
  return g_string_free (entities, FALSE);
}

static double
radius_of (const QmScene *scene, const char *id)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmMark *mark = scene_mark (scene, id);

  for (gsize i = mark->first; i < mark->end; i++)
    if (shapes[i].kind == QM_SHAPE_DISC)
      return shapes[i].bounds.width / 2;
  g_error ("%s is no dot", id);
}

/* But for the last, beside which the name stands; and of the words only those of the highest. */
static void
test_dense_dots_become_a_line (void)
{
  static const int counts[] = { 12, 400 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autoptr (GString) claims = g_string_new (NULL);
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;
    double first, last;

    for (int year = 0; year < counts[i]; year++)
      append_claim (claims, "e0", "m", 1600 + year, year == 3 ? 90.125 : 10 + year % 7, "");
    dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Lake\"}", claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
    first = radius_of (scene, "e0-m-1600");
    last = radius_of (scene, i == 0 ? "e0-m-1611" : "e0-m-1999");
    g_assert_cmpint (first < last / 2, ==, i == 1);
    g_assert_true (scene_says (scene, "Lake"));
    g_assert_true (mark_says (scene, "e0-m-1603", "90.125%"));
    g_assert_cmpint (mark_says (scene, "e0-m-1605", "15%"), ==, i == 0);
  }
}

static gboolean
can_be_told_apart (const QmShape *a, const QmShape *b)
{
  double air = 0.25 * a->bounds.height;
  QmRect around = { a->bounds.x - air, a->bounds.y, a->bounds.width + 2 * air, a->bounds.height };

  return a == b || a->kind != QM_SHAPE_TEXT || a->mark < 0 || b->kind != QM_SHAPE_TEXT ||
         b->mark < 0 || !qm_rect_overlaps (around, b->bounds);
}

/* However near to each other they stand: "42.85 43.58" is never "42.8543.58". */
static void
test_figures_in_a_row_are_told_apart (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);

  for (int year = 0; year < 24; year++) {
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;
    const QmShape *shapes;
    gsize n_shapes;

    append_claim (claims, "e0", "m", 1980 + year, 42.855 + year * 0.01, "");
    dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Lake\"}", claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
    shapes = qm_scene_get_shapes (scene, &n_shapes);
    for (gsize i = 0; i < n_shapes; i++)
      for (gsize j = 0; j < n_shapes; j++)
        g_assert_true (can_be_told_apart (&shapes[i], &shapes[j]));
  }
}

static void
test_two_measures_of_one_unit_are_two_lines_with_names (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;

  append_claim (claims, "e0", "m", 2020, 10, "");
  append_claim (claims, "e0", "m", 2024, 40, "");
  append_claim (claims, "e0", "n", 2020, 60, "");
  append_claim (claims, "e0", "n", 2024, 80, "");
  dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Lake\"}", claims->str, "line");
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
  g_assert_true (scene_says (scene, "Lake, Imports 40%"));
  g_assert_true (scene_says (scene, "Lake, Exports 80%"));
}

/* TRUE if a line that leads to the claim has the theme's grey. */
static gboolean
is_grey (const QmScene *scene, const char *id)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  QmColor grey = qm_theme_light.identities[QM_IDENTITY_NONE];

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_PATH && g_strcmp0 (shapes[i].about, id) == 0)
      return memcmp (&shapes[i].paint.stroke, &grey, sizeof grey) == 0;
  g_error ("no line leads to %s", id);
}

static gboolean
leaves_out_name (const QmScene *scene, const QmEntity *entity)
{
  gsize n;
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (left_out[i].kind == QM_LEFT_OUT_NAME && left_out[i].what == entity)
      return TRUE;
  return FALSE;
}

/* Of a few, all but one end before the axis does. */
static int
last_year (int n, int line)
{
  return n < 10 && line > 0 ? 2010 : 2020;
}

/* Six that end at one place, of whose names not all have room there; and 200. */
static void
test_lines_without_room_for_names_are_in_the_key_or_grey (void)
{
  static const int counts[] = { 6, 200 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autoptr (GString) claims = g_string_new (NULL);
    g_autofree char *entities = name_entities (counts[i]), *others = NULL;
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;
    int n_grey = 0;

    for (int j = 0; j < counts[i]; j++) {
      g_autofree char *id = g_strdup_printf ("e%d", j);

      append_claim (claims, id, "m", 2000, 90 - j % 80, "");
      append_claim (claims, id, "m", last_year (counts[i], j), 1 + 0.001 * j, "");
    }
    dataset = read_dataset (entities, claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
    for (int j = 0; j < counts[i]; j++) {
      const QmEntity *entity = &dataset->entities[j];
      g_autofree char *id = g_strdup_printf ("e%d-m-%d", j, last_year (counts[i], j));
      gboolean is_said = scene_says (scene, qm_text_get (entity->name));

      g_assert_true (is_said != leaves_out_name (scene, entity));
      if (!is_said)
        g_assert_true (is_grey (scene, id));
      n_grey += !is_said;
    }
    g_assert_cmpint (n_grey > 0, ==, i == 1);
    others = g_strdup_printf ("and %d others", n_grey);
    g_assert_cmpint (scene_says (scene, others), ==, n_grey > 0);
  }
}

/* Each before the other, in the one text that has both and the name. */
static void
assert_before (const QmScene *scene, const char *name, const char *first, const char *second)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  int n_found = 0;

  for (gsize i = 0; i < n_shapes; i++) {
    const char *text = shapes[i].layout != NULL ? pango_layout_get_text (shapes[i].layout) : "";
    const char *left = strstr (text, first), *right = left != NULL ? strstr (left, second) : NULL;
    PangoRectangle left_place, right_place;

    if (right == NULL || strstr (text, name) == NULL)
      continue;
    n_found++;
    pango_layout_index_to_pos (shapes[i].layout, (int) (left - text), &left_place);
    pango_layout_index_to_pos (shapes[i].layout, (int) (right - text), &right_place);
    g_assert_cmpint (left_place.x, <, right_place.x);
  }
  g_assert_cmpint (n_found, ==, 1);
}

/* In English, where the per cent sign follows its figure, and the lower bound is first. */
static void
test_figures_beside_names_that_run_leftwards_stay_whole (void)
{
  static const struct {
    const char *more, *first, *second;
  } cases[] = {
    { "", "36", "%" },
    { ",\"precision\":\"between\",\"low\":30,\"high\":40", "30", "40" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) claims = g_string_new (NULL);
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;

    append_claim (claims, "e0", "m", 2020, 10, "");
    append_claim (claims, "e0", "m", 2024, 36, cases[i].more);
    dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"المملكة\"}", claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
    assert_before (scene, "المملكة", cases[i].first, cases[i].second);
  }
}

static void
test_a_name_that_runs_leftwards_is_cut_at_its_end (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (400, 100, qm_theme_light.background);
  g_autoptr (GArray) pieces = NULL;
  gsize n_shapes;

  qm_scene_add_text (scene,
                     qm_typeset ("المملكة العربية السعودية", 20, PANGO_WEIGHT_NORMAL, 110, 1),
                     (QmPoint) { 10, 10 }, qm_theme_light.ink);
  pieces = qm_scene_text_pieces (qm_scene_get_shapes (scene, &n_shapes));
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_true (g_array_index (pieces, QmTextPiece, 0).is_leftward);
  g_assert_true (g_str_has_prefix (g_array_index (pieces, QmTextPiece, 0).text, "المملكة"));
  g_assert_cmpstr (g_array_index (pieces, QmTextPiece, 1).text, ==, "…");
  g_assert_cmpfloat (g_array_index (pieces, QmTextPiece, 1).bounds.x, <,
                     g_array_index (pieces, QmTextPiece, 0).bounds.x);
}

static void
test_a_key_says_only_what_is_drawn (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autofree char *entities = name_entities (90);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) folded = NULL, whole = NULL;
  g_auto (QmView) view = qm_view_default;

  for (int i = 0; i < 90; i++) {
    g_autofree char *id = g_strdup_printf ("e%d", i);

    append_claim (claims, id, "m", 2024, 90 - i, i == 89 ? ",\"standing\":\"projected\"" : "");
  }
  dataset = read_dataset (entities, claims->str, "bars");
  folded = qm_chart_build (&dataset->charts[0], &view, &small);
  g_assert_true (scene_says (folded, "others"));
  g_assert_false (scene_says (folded, "projected"));

  for (int i = 0; i < 85; i++)
    qm_view_add_hidden (&view, &dataset->entities[i]);
  whole = qm_chart_build (&dataset->charts[0], &view, &small);
  g_assert_true (scene_says (whole, "projected"));
}

/* Neither above its dot nor below it is room for the first; and who is called by a number has a
 * colon before another. */
static void
test_the_first_of_a_steep_line_is_written (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;

  append_claim (claims, "e0", "m", 2000, -85, "");
  append_claim (claims, "e0", "m", 2001, 27, "");
  append_claim (claims, "e0", "m", 2002, 12, "");
  dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Group 2\"}", claims->str, "line");
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
  g_assert_true (scene_says (scene, "−85%"));
  g_assert_true (scene_says (scene, "Group 2: 12%"));
}

/* In a picture that has no room for so many columns. */
static void
test_a_table_without_room_for_its_columns_is_a_list (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;

  for (int year = 2000; year < 2012; year++)
    append_claim (claims, "e0", "m", year, year - 1990, "");
  dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Somewhere\"}", claims->str, "table");
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
  for (int year = 2000; year < 2012; year++) {
    g_autofree char *id = g_strdup_printf ("e0-m-%d", year);
    g_autofree char *name = g_strdup_printf ("Somewhere, %d", year);

    g_assert_nonnull (scene_find_mark (scene, id));
    g_assert_true (scene_says (scene, name));
  }
}

/* On its axis is no other date, of which nobody speaks. */
static void
test_a_single_date_stands_alone (void)
{
  static const char *const times[][2] = { { "2023", "2023" },
                                          { "2023-05", "May 2023" },
                                          { "2023-Q2", "Q2 2023" },
                                          { "2023-05-17", "17 May 2023" } };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (GString) claims = g_string_new (NULL);
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;
    g_autofree char *time = g_strdup_printf ("\"time\":\"%s\"", times[i][0]);
    gsize n_shapes, n_dates = 0;
    const QmShape *shapes;

    append_claim (claims, "e0", "m", 2023, 40, "");
    g_string_replace (claims, "\"time\":\"2023\"", time, 1);
    dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Somewhere\"}", claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
    shapes = qm_scene_get_shapes (scene, &n_shapes);
    for (gsize j = 0; j < n_shapes; j++)
      n_dates += shapes[j].layout != NULL &&
                 strstr (pango_layout_get_text (shapes[j].layout), "20") != NULL &&
                 strchr (pango_layout_get_text (shapes[j].layout), '%') == NULL;
    g_assert_cmpuint (n_dates, ==, 1);
    g_assert_true (scene_says (scene, times[i][1]));
  }
}

/* Each group's is one bracket, and two groups' that pass each other are not at one place. */
static void
test_brackets_of_two_are_apart (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;
  static const int values[] = { 18, 33, 30, 39 };
  double lefts[4];
  gsize n_shapes, n = 0;
  const QmShape *shapes;

  append_claim (claims, "e0", "m", 2020, 24, "");
  append_claim (claims, "e1", "m", 2020, 36, "");
  for (int i = 0; i < 4; i++)
    g_string_append_printf (
        claims,
        ",{\"id\":\"x%d\",\"entity\":\"e%d\",\"measure\":\"m\",\"time\":\"2020\","
        "\"value\":%d,\"statement\":\"Said.\",\"cites\":[{\"source\":\"t%d\"}]}",
        i, i / 2, values[i], i % 2);
  dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"A\"},{\"id\":\"e1\",\"name\":\"B\"}",
                          claims->str, "line");
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].n_points == 4 && n < G_N_ELEMENTS (lefts))
      lefts[n++] = shapes[i].bounds.x;
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (fabs (lefts[0] - lefts[1]), <, 0.1);
  g_assert_cmpfloat (fabs (lefts[2] - lefts[3]), <, 0.1);
  g_assert_cmpfloat (lefts[2], <, lefts[0] - 4);
}

/* A period comes before the moment at which it ends. */
static void
test_a_period_leads_to_the_moment_of_its_end (void)
{
  const QmMeasure measure = { 0 };
  QmClaim moment = { .measure = &measure }, period = { .measure = &measure };
  const QmClaim *const claims[] = { &moment, &period };
  g_autoptr (QmSeries) series = NULL;

  g_assert_true (qm_claim_time_parse ("2021", &moment.time));
  g_assert_true (qm_claim_time_parse ("2019/2020", &period.time));
  series = qm_series_new (claims, G_N_ELEMENTS (claims));
  g_assert_true (qm_series_next (series, &period) == &moment);
  g_assert_null (qm_series_next (series, &moment));
  g_assert_true (qm_series_previous (series, &moment) == &period);
  g_assert_null (qm_series_previous (series, &period));
  g_assert_false (qm_series_is_aside (series, &moment));
}

/* The key takes room in which other names had their places. */
static void
test_no_name_stands_twice (void)
{
  g_autofree char *entities = name_entities (60);
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;

  for (int i = 0; i < 60; i++)
    for (int year = 2014; year <= 2024; year += 10) {
      g_autofree char *entity = g_strdup_printf ("e%d", i);

      append_claim (claims, entity, "m", year, (year == 2014 ? 1000 : 700) * pow (0.9, i), "");
    }
  dataset = read_dataset (entities, claims->str, "line");
  for (double width = 1280; width <= 1920; width += 160) {
    QmCanvas canvas = { .width = width, .height = width * 9 / 16, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n_shapes;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    for (int i = 0; i < 60; i++) {
      g_autofree char *name = g_strdup_printf ("Entity %c%c", 'A' + i / 26, 'A' + i % 26);
      int n = 0;

      for (gsize j = 0; j < n_shapes; j++)
        n += shapes[j].layout != NULL &&
             g_str_has_prefix (pango_layout_get_text (shapes[j].layout), name);
      g_assert_cmpint (n, <=, 1);
    }
  }
}

/* A name that no line holds ends early by itself, its value below it. */
static void
test_a_long_word_is_not_parted (void)
{
  const QmCanvas canvas = {
    .width = 400, .height = 480, .pixels_per_inch = 96, .theme = &qm_theme_light
  };
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;
  gsize n_shapes;
  const QmShape *shapes;

  append_claim (claims, "e0", "m", 2023, 40, "");
  append_claim (claims, "e0", "m", 2024, 50, "");
  dataset = read_dataset ("{\"id\":\"e0\",\"name\":\"Honorificabilitudinitatibus\"}", claims->str,
                          "line");
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL)
      g_assert_cmpint (qm_typeset_lines_before_tear (shapes[i].layout), ==, 0);
}

#define ADD(path, test) g_test_add_func ("/lines/" path, test)

static gboolean
has_text (const QmScene *scene, const char *text)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_TEXT &&
        g_str_equal (pango_layout_get_text (shapes[i].layout), text))
      return TRUE;
  return FALSE;
}

/* Beside zero nothing would be seen of how they change; of others it would be exaggerated. */
static void
test_close_figures_are_not_seen_from_zero (void)
{
  static const struct {
    double first, second;
    const char *lowest;
    gboolean has_zero;
  } table[] = {
    { 95.8, 99.5, "95%", FALSE }, { -95.8, -99.5, "−100%", FALSE }, { 60, 99, "20%", TRUE },
    { -1, 1, "1%", TRUE },        { 80, 80, "20%", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (GString) claims = g_string_new (NULL);
    g_autofree char *entities = name_entities (1);
    g_autoptr (QmDataset) dataset = NULL;
    g_autoptr (QmScene) scene = NULL;

    append_claim (claims, "e0", "m", 2001, table[i].first, "");
    append_claim (claims, "e0", "m", 2009, table[i].second, "");
    dataset = read_dataset (entities, claims->str, "line");
    scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
    g_assert_true (has_text (scene, table[i].lowest));
    g_assert_cmpint (has_text (scene, "0%"), ==, table[i].has_zero);
    g_assert_cmpint (has_text (scene, "The scale does not begin at 0"), ==, !table[i].has_zero);
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  ADD ("a-long-word-is-not-parted", test_a_long_word_is_not_parted);
  ADD ("close-figures-are-not-seen-from-zero", test_close_figures_are_not_seen_from_zero);
  ADD ("figures-in-a-row-are-told-apart", test_figures_in_a_row_are_told_apart);
  ADD ("dense-dots-become-a-line", test_dense_dots_become_a_line);
  ADD ("two-measures-of-one-unit-are-two-lines-with-names",
       test_two_measures_of_one_unit_are_two_lines_with_names);
  ADD ("lines-without-room-for-names-are-in-the-key-or-grey",
       test_lines_without_room_for_names_are_in_the_key_or_grey);
  ADD ("figures-beside-names-that-run-leftwards-stay-whole",
       test_figures_beside_names_that_run_leftwards_stay_whole);
  ADD ("a-name-that-runs-leftwards-is-cut-at-its-end",
       test_a_name_that_runs_leftwards_is_cut_at_its_end);
  ADD ("a-key-says-only-what-is-drawn", test_a_key_says_only_what_is_drawn);
  ADD ("the-first-of-a-steep-line-is-written", test_the_first_of_a_steep_line_is_written);
  ADD ("a-table-without-room-for-its-columns-is-a-list",
       test_a_table_without_room_for_its_columns_is_a_list);
  ADD ("a-single-date-stands-alone", test_a_single_date_stands_alone);
  ADD ("no-name-stands-twice", test_no_name_stands_twice);
  ADD ("brackets-of-two-are-apart", test_brackets_of_two_are_apart);
  ADD ("a-period-leads-to-the-moment-of-its-end", test_a_period_leads_to_the_moment_of_its_end);
  return g_test_run ();
}
