/* How much a slide has room for, in each form: at least what README.md says; and what it costs
 * where there is far more. */
#define _POSIX_C_SOURCE 200809L /* the clocks */

#include "base/language.h"
#include "chart/draw/figure-list.h"
#include "chart/draw/label.h"
#include "chart/draw/room.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"
#include "load-dataset.h"
#include "look-at-scene.h"
#include "scene/typeset.h"

#include <string.h>
#include <time.h>

typedef void (*AppendOwn) (GString *claim, int i, int n);

static void
append_figure (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"value\":%d", i, n - i);
}

static void
append_rank (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"value\":%d", i, i + 1);
}

static void
append_share (GString *claim, int i, int n)
{
  append_rank (claim, i, n);
}

static void
append_ratio (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"ratio\":[\"e%d\",\"e1000\"],\"value\":%d", i, 2 + i % 7);
}

/* 200 lines. */
static void
append_dated (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i % 200,
                          1000 + i / 200, 1 + i % 37);
}

/* One line. */
static void
append_moment (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e0\",\"time\":\"%d\",\"value\":%d", 2000 + i,
                          1 + i % 7);
}

static void
append_event (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"time\":\"%d\",\"label\":\"Event %d\"", 1700 + i, i);
}

/* Three times of each. */
static void
append_cell (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 3,
                          2000 + i % 3, n - i);
}

/* Three figures of each, of as many sources, and never the same one. */
static void
append_disputed (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"2024\",\"value\":%d", i / 3,
                          100 + i);
}

/* Two times of each. */
static void
append_two (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 2,
                          2000 + i % 2, n - i);
}

/* Lines that end near each other. */
static void
append_near (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 2,
                          2000 + i % 2, 13 - i / 2 + 20 * (i % 2));
}

typedef struct {
  const char *form, *unit;
  AppendOwn append;
  int n, shown;
  int n_apart; /* the last of them, each in a panel of its own */
} Limit;

/* Short names, one source, nothing but a title: with more words there is less room. */
static const Limit limits[] = {
  { "bars", "number", append_figure, 1000, 25, 0 },
  { "ranks", "rank", append_rank, 500, 100, 0 },
  { "figure", "number", append_figure, 60, 48, 0 },
  { "share", "percent", append_share, 60, 25, 0 },
  { "units", "number", append_ratio, 60, 15, 0 },
  { "multiples", "number", append_ratio, 100, 16, 0 },
  { "slope", "number", append_two, 200, 34, 0 },
  { "stack", "number", append_cell, 99, 60, 0 },
  { "table", "number", append_cell, 99, 45, 0 },
  { "ratio", "number", append_ratio, 60, 8, 0 },
  { "grouped", "number", append_cell, 99, 21, 0 },
  { "line", "number", append_dated, 2000, 2000, 0 },
  { "timeline", "number", append_event, 300, 50, 0 },
  { "dumbbell", "number", append_two, 200, 34, 0 },
  { "figure", "percent", append_figure, 80, 40, 80 },
  /* Beside panels that need less. */
  { "stack", "number", append_cell, 62, 30, 2 },
};

/* No dataset is without a claim. */
static const char beside_events[] =
    "\"claims\":[{\"id\":\"x\",\"measure\":\"m\",\"value\":1,\"statement\":\"Said.\","
    "\"cites\":[{\"source\":\"s\"}]}],\"events\":[";

static char *
text_of (const Limit *limit)
{
  gboolean is_event = limit->append == append_event;
  GString *entities = g_string_new (NULL), *claims = g_string_new (NULL);
  GString *ids = g_string_new (NULL);
  g_autofree char *apart = g_strdup_printf ("]},{\"form\":\"%s\",\"claims\":[", limit->form);
  char *text;

  for (int i = 0; i <= MAX (limit->n, 1000); i++)
    g_string_append_printf (entities, "%s{\"id\":\"e%d\",\"name\":\"Region %d\"}", i > 0 ? "," : "",
                            i, i);
  for (int i = 0; i < limit->n; i++) {
    g_string_append_printf (claims, "%s{\"id\":\"c%d\",%s", i > 0 ? "," : "", i,
                            is_event ? "" : "\"measure\":\"m\",");
    limit->append (claims, i, limit->n);
    g_string_append (claims, ",\"statement\":\"Said.\",\"cites\":[{\"source\":\"s\"}]}");
    g_string_append_printf (ids, "%s\"c%d\"",
                            i == 0                           ? ""
                            : i >= limit->n - limit->n_apart ? apart
                                                             : ",",
                            i);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"kind\":\"report\",\"title\":\"S\"}"
      "],"
      "\"entities\":[%s],\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"%s\"}],%s%s],"
      "\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"%s\",\"claims\":[%s]}]}]}",
      entities->str, limit->unit, is_event ? beside_events : "\"claims\":[", claims->str,
      limit->form, ids->str);
  g_string_free (entities, TRUE);
  g_string_free (claims, TRUE);
  g_string_free (ids, TRUE);
  return text;
}

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

static QmDataset *
read_text (const char *text)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  QmDataset *dataset = qm_dataset_read ("limits", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len && i < 1; i++) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[i], "limits");

    g_error ("%s", problem);
  }
  return dataset;
}

static QmDataset *
read_dataset (const Limit *limit)
{
  g_autofree char *text = text_of (limit);

  return read_text (text);
}

static QmScene *
lay_out (const QmDataset *dataset)
{
  const QmCanvas slide = {
    .width = 1920, .height = 1080, .pixels_per_inch = 144, .theme = &qm_theme_light
  };

  return qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
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
  double least_of_one = G_MAXDOUBLE, least_of_many = G_MAXDOUBLE;

  for (int run = 0; run < 2; run++) {
    least_of_many = MIN (least_of_many, measure (&of_many));
    least_of_one = MIN (least_of_one, measure (&of_one));
  }
  g_test_message ("%.1f ms, of one %.1f ms", least_of_many, least_of_one);
  g_assert_cmpfloat (least_of_one, <, 4 * least_of_many);
}

/* As text, too, which takes label. */
static gboolean
is_drawn_with_hyphen (QmLabel *label)
{
  g_autoptr (QmScene) scene = qm_scene_new (1280, 720, qm_theme_light.background);
  g_autoptr (GArray) pieces = NULL;
  gsize n;

  qm_label_place (label, scene, 0, 0);
  pieces = qm_scene_text_pieces (qm_scene_get_shapes (scene, &n));
  return g_str_has_suffix (g_array_index (pieces, QmTextPiece, 0).text, "-") ||
         g_str_has_suffix (g_array_index (pieces, QmTextPiece, 1).text, "-");
}

/* A name of one long word is shortened where it has no room, and not parted into lines; in other
 * words a hyphen says that it goes on. */
static void
test_words (void)
{
  static const char *const names[] = { "Hottentottenstottertrottelmutter",
                                       "Office of Kraftfahrzeughaftpflichtversicherung" };
  const QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (double width = 20; width < 400; width += 4) {
      g_auto (QmLabel) label = qm_label_name (&style, QM_ROLE_HEADING, names[i], width, 200);

      g_assert_false (qm_label_is_torn (&label));
      g_assert_cmpfloat (label.width, <=, width + 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_auto (QmLabel) note = qm_label (&style, QM_ROLE_NOTE, names[i], 100, 0);

    g_assert_true (qm_label_is_torn (&note));
    g_assert_true (qm_typeset_has_hyphens (note.layout));
    g_assert_true (is_drawn_with_hyphen (&note));
  }
}

/* A multiple that is written large says of what. */
static void
test_multiple (void)
{
  static const char *const expected[][2] = { { "vi", "gấp 2 lần Trung Quốc" },
                                             { "en", "2× China" } };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmClaim *claim = qm_dataset_find_claim (dataset, "allies-to-china-defence");

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *words = NULL;

    g_assert_true (qm_language_use (expected[i][0]));
    words = qm_wording_value_as_bound (claim);
    g_assert_cmpstr (words, ==, expected[i][1]);
  }
}

/* A figure that stands alone has its bound in words. */
static void
test_bound (void)
{
  static const struct {
    double width, height;
  } sizes[] = { { 1920, 1080 }, { 1080, 1080 }, { 1080, 1350 }, { 1080, 1920 } };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "first-trade-partner");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    QmCanvas canvas = { sizes[i].width, sizes[i].height, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, &canvas);

    g_assert_true (mark_says (scene, "china-first-trade-partner", "more than 140"));
  }
}

/* Names that differ only at their end are not shortened to the same: fewer rows are left. */
static QmDataset *
read_long_names (const char *form, int n)
{
  const Limit rows = { form, "number", append_two, n, 0, 0 };
  g_autofree char *text = text_of (&rows);
  g_auto (GStrv) parts = g_strsplit (text, "\"name\":\"", -1);
  g_autofree char *longer = g_strjoinv ("\"name\":\"Statistical office of the department for "
                                        "household surveys and forecasts of the region ",
                                        parts);

  return read_text (longer);
}

static void
check_names_apart (const char *form)
{
  g_autoptr (QmDataset) dataset = read_long_names (form, 60);
  const QmCanvas small = { .width = 480, .height = 360, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (shapes[i].target == QM_TARGET_NAME) {
      char *name = qm_typeset_read (shapes[i].layout);
      gconstpointer owner = g_hash_table_lookup (owners, name);

      g_assert_true (owner == NULL || owner == shapes[i].target_datum);
      g_hash_table_insert (owners, name, (gpointer) shapes[i].target_datum);
    }
}

static void
test_names (void)
{
  static const char *const forms[] = { "bars", "figure", "table" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    check_names_apart (forms[i]);
}

/* Where there is room names are whole, in as many lines as that takes. */
static void
test_whole_names (void)
{
  static const char *const forms[] = { "table", "stack" };
  const QmCanvas small = { .width = 480, .height = 360, .theme = &qm_theme_light };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (QmDataset) dataset = read_long_names (forms[i], 6);
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
    gsize n_shapes, n_left_out;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

    qm_scene_get_left_out (scene, &n_left_out);
    g_assert_cmpuint (n_left_out, ==, 0);
    for (gsize j = 0; j < n_shapes; j++)
      g_assert_false (shapes[j].layout != NULL && qm_typeset_is_shortened (shapes[j].layout));
  }
}

/* Of each run of three in rows of figures there is a part in every row that has one of them. */
static void
test_brackets (void)
{
  const Limit rows = { "figure", "number", append_disputed, 12, 0, 0 };
  g_autofree char *text = text_of (&rows);
  g_auto (GStrv) cites = g_strsplit (text, "\"source\":\"s\"", -1);
  GString *cited = g_string_new (cites[0]);
  g_autoptr (QmDataset) dataset = NULL;
  const QmCanvas small = { .width = 640, .height = 480, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = NULL;
  gsize n_shapes, n_marks;
  const QmShape *shapes;
  const QmMark *marks;

  for (int i = 1; cites[i] != NULL; i++)
    g_string_append_printf (cited, "\"source\":\"%c\"%s", 's' + (i - 1) % 3, cites[i]);
  g_string_replace (cited, "\"sources\":[",
                    "\"sources\":[{\"id\":\"t\",\"kind\":\"report\",\"title\":\"T\"},"
                    "{\"id\":\"u\",\"kind\":\"report\",\"title\":\"U\"},",
                    1);
  dataset = read_text (cited->str);
  g_string_free (cited, TRUE);
  scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &small);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  marks = qm_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].n_points > 2 && shapes[i].mark < 0)
      g_assert_cmpfloat (shapes[i].bounds.height, <, marks[0].bounds.height);
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
    const char *words = view.is_log ? "logarithmic" : "does not begin at 0";

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

static gboolean
has_shortened (const QmScene *scene)
{
  gsize n_shapes, n_left_out;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  qm_scene_get_left_out (scene, &n_left_out);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL && qm_typeset_is_shortened (shapes[i].layout))
      return TRUE;
  return n_left_out > 0;
}

/* In a narrow list names stand above their figures, rather than that a letter is left of them. */
static void
test_narrow_lists (void)
{
  static const Limit rows = { "figure", "USD per year", append_two, 12, 0, 0 };
  g_autoptr (QmDataset) dataset = read_dataset (&rows);
  const QmCanvas canvas = { .width = 640, .height = 480, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);
  double line = qm_style_smallest_line (&style);

  for (double width = 7; width < 24; width += 0.7) {
    g_autoptr (QmScene) scene = qm_scene_new (640, 480, qm_theme_light.background);
    QmPanel panel = dataset->charts[0].panels[0];
    QmRect area = { 0, 0, width * line, 6 * line };

    panel.n_claims = MIN (panel.n_claims, qm_figure_list_most (&style, &panel, area));
    g_assert_cmpuint (panel.n_claims, >=, 2);
    qm_figure_list_build (scene, &style, &panel, area);
    g_assert_true (qm_room_is_tidy_in (scene, 0, area));
    g_assert_false (has_shortened (scene));
  }
}

/* The same with names of one long word. */
static QmDataset *
read_long_words (const Limit *limit)
{
  g_autofree char *text = text_of (limit);
  g_auto (GStrv) parts = g_strsplit (text, "\"Region ", -1);
  g_autofree char *longer = g_strjoinv ("\"Landesverwaltungsgemeinschaft", parts);

  return read_text (longer);
}

/* Ranks stand in as few columns as their names need, up to one. */
static void
test_columns_of_ranks (void)
{
  static const Limit ranks = { "ranks", "rank", append_rank, 5, 0, 0 };
  g_autoptr (QmDataset) dataset = read_long_words (&ranks);
  const QmCanvas canvas = { .width = 640, .height = 480, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);
  double line = qm_style_smallest_line (&style);

  for (double width = 18; width < 40; width += 2.2) {
    g_autoptr (QmScene) scene = qm_scene_new (640, 480, qm_theme_light.background);

    qm_ranks_add_list (scene, &style, &dataset->charts[0].panels[0],
                       (QmRect){ 0, 0, width * line, 6 * line });
    g_assert_false (has_shortened (scene));
  }
}

/* Names at the later end of a slope have what the values at the earlier one leave. */
static void
test_names_of_slopes (void)
{
  static const Limit slopes = { "slope", "number", append_two, 4, 0, 0 };
  g_autoptr (QmDataset) dataset = read_long_words (&slopes);

  for (double width = 480; width < 700; width += 20) {
    const QmCanvas canvas = { .width = width, .height = 480, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);

    g_assert_true (scene_says (scene, "2000"));
    g_assert_false (has_shortened (scene));
  }
}

/* What is alone on a line's axis stands in its middle. */
static void
test_lone_point (void)
{
  static const Limit line = { "line", "number", append_moment, 1, 0, 0 };
  g_autoptr (QmDataset) dataset = read_dataset (&line);
  g_autoptr (QmScene) scene = lay_out (dataset);
  QmPoint dot = qm_rect_centre (scene_mark (scene, "c0")->bounds);

  g_assert_cmpfloat (dot.x, >, 0.4 * 1920);
  g_assert_cmpfloat (dot.x, <, 0.6 * 1920);
  g_assert_true (scene_says (scene, "2000"));
  g_assert_true (scene_says (scene, "Region 0"));
}

/* Names at the ends of lines stand in the order of these, however many lines they have. */
static void
test_names_of_lines (void)
{
  static const Limit lines = { "line", "number", append_near, 8, 0, 0 };
  g_autofree char *text = text_of (&lines);
  g_autoptr (GString) longer = g_string_new (text);
  g_autoptr (QmDataset) dataset = NULL;

  for (int i = 1; i < 4; i += 2) {
    g_autofree char *name = g_strdup_printf ("\"Region %d\"", i);

    g_string_replace (longer, name, "\"Northern coast with its islands\"", 1);
  }
  dataset = read_text (longer->str);
  for (double width = 400; width < 900; width += 100) {
    const QmCanvas canvas = { .width = width, .height = 480, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    double from = 0;

    for (gsize i = 0; i < 4; i++) {
      gsize n;
      const QmShape *shapes = qm_scene_get_shapes (scene, &n);

      for (gsize j = 0; j < n; j++)
        if (shapes[j].mark >= 0 && shapes[j].target_datum == &dataset->entities[i]) {
          g_assert_cmpfloat (shapes[j].bounds.y, >=, from);
          from = qm_rect_bottom (shapes[j].bounds);
        }
    }
    g_assert_cmpfloat (from, >, 0);
  }
}

/* Three shares stand in a row only where their words are no column of single ones. */
static void
test_words_of_shares (void)
{
  static const Limit shares = { "share", "percent", append_share, 3, 0, 0 };
  g_autofree char *text = text_of (&shares);
  g_auto (GStrv) parts = g_strsplit (text, "\"Region ", -1);
  g_autofree char *longer = g_strjoinv ("\"Under the tax of the new state ", parts);
  g_autoptr (QmDataset) dataset = read_text (longer);

  for (double width = 300; width < 800; width += 50) {
    const QmCanvas canvas = { .width = width, .height = 300, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n);

    for (gsize i = 0; i < n; i++)
      if (shapes[i].layout != NULL)
        g_assert_cmpint (pango_layout_get_line_count (shapes[i].layout), <=, 3);
  }
}

/* Lines of about the same length end no date that has room. */
static void
test_dates_in_names (void)
{
  const QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);
  g_auto (QmLabel) date = qm_label (&style, QM_ROLE_LABEL, "Quý 2/2300", -1, 1);

  for (double width = date.width + 1; width < 3 * date.width; width += 2) {
    g_auto (QmLabel) name = qm_label_name (&style, QM_ROLE_LABEL, "Chad, Quý 2/2300", width, 200);
    g_auto (QmLabel) words = qm_label (&style, QM_ROLE_LABEL, "Quý 2/2300 a", width, 0);

    g_assert_false (qm_typeset_parts_figures (name.layout));
    g_assert_false (qm_typeset_parts_figures (words.layout));
  }
}

/* "[1 row 27]" stays whole where nothing else tells two ranks of one from each other. */
static void
test_places_stay_whole (void)
{
  static const Limit ranks = { "ranks", "rank", append_rank, 6, 0, 0 };
  g_autofree char *text = text_of (&ranks);
  g_auto (GStrv) cites = g_strsplit (text, "\"source\":\"s\"", -1);
  g_autofree char *placed = g_strjoinv ("\"source\":\"s\",\"at\":\"row 1234567\"", cites);
  g_autoptr (GString) same = g_string_new (placed);
  g_autoptr (QmDataset) dataset = NULL;

  for (int i = 1; i < 6; i++) {
    g_autofree char *entity = g_strdup_printf ("\"entity\":\"e%d\"", i);
    g_autofree char *value = g_strdup_printf ("\"value\":%d", i + 1);
    g_autofree char *place = g_strdup_printf ("\"at\":\"row %d00\"", i);

    g_string_replace (same, entity, "\"entity\":\"e0\"", 1);
    g_string_replace (same, value, "\"value\":1", 1);
    g_string_replace (same, "\"at\":\"row 1234567\"", place, 1);
  }
  dataset = read_text (same->str);
  for (double width = 100; width < 400; width += 12) {
    const QmCanvas canvas = { .width = width, .height = 400, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);
    gsize n;
    const QmShape *shapes = qm_scene_get_shapes (scene, &n);

    for (gsize i = 0; i < n; i++)
      if (shapes[i].target == QM_TARGET_NAME)
        g_assert_false (qm_typeset_is_shortened (shapes[i].layout));
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *path =
        g_strconcat ("/limits/", limits[i].form, limits[i].n_apart > 0 ? "-apart" : "", NULL);

    g_test_add_data_func (path, &limits[i], test_limit);
  }
  g_test_add_func ("/limits/forms-stay", test_forms_stay);
  g_test_add_func ("/limits/many-panels", test_many_panels);
  g_test_add_func ("/limits/a-panel-weighs-more-than-marks", test_a_panel_weighs_more_than_marks);
  g_test_add_func ("/limits/notes-leave-the-panels-their-part", test_notes);
  g_test_add_func ("/limits/cost-grows-with-what-is-drawn", test_cost);
  g_test_add_func ("/limits/figures-of-one-thing-cost-little-more", test_cost_of_one);
  g_test_add_func ("/limits/words-are-not-parted", test_words);
  g_test_add_func ("/limits/a-multiple-says-of-what", test_multiple);
  g_test_add_func ("/limits/a-bound-is-said-in-words", test_bound);
  g_test_add_func ("/limits/names-stay-apart", test_names);
  g_test_add_func ("/limits/names-wrap-before-they-end", test_whole_names);
  g_test_add_func ("/limits/a-panel-stands-beside-an-empty-one",
                   test_a_panel_stands_beside_an_empty_one);
  g_test_add_func ("/limits/what-is-not-drawn-is-not-told", test_told);
  g_test_add_func ("/limits/slopes-have-whole-names", test_names_of_slopes);
  g_test_add_func ("/limits/a-lone-point-is-in-the-middle", test_lone_point);
  g_test_add_func ("/limits/names-are-in-the-order-of-lines", test_names_of_lines);
  g_test_add_func ("/limits/shares-have-room-for-words", test_words_of_shares);
  g_test_add_func ("/limits/dates-are-not-parted", test_dates_in_names);
  g_test_add_func ("/limits/narrow-lists-have-whole-names", test_narrow_lists);
  g_test_add_func ("/limits/ranks-have-whole-names", test_columns_of_ranks);
  g_test_add_func ("/limits/places-in-sources-stay-whole", test_places_stay_whole);
  g_test_add_func ("/limits/brackets-go-from-row-to-row", test_brackets);
  return g_test_run ();
}
