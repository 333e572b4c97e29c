/* Words that have room: names stay whole, in order and apart, and dates are not parted, where
 * lists, ranks, slopes, shares and lines are narrow. */
#include "base/language.h"
#include "chart/draw/frame.h"
#include "chart/draw/label.h"
#include "chart/draw/plain-list.h"
#include "chart/draw/room.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"
#include "look-at-scene.h"
#include "many-claims.h"
#include "scene/typeset.h"

/* Lines that end near each other. */
static void
append_near (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 2,
                          2000 + i % 2, 13 - i / 2 + 20 * (i % 2));
}

/* A long word and what stands behind it are not balanced by tearing the word. */
static void
test_long_word (void)
{
  static const char name[] = "Rindfleischetikettierungsüberwachungsaufgaben, 2024";
  const QmCanvas canvas = { .width = 1920, .height = 1080, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);

  for (double width = 440; width < 1000; width += 10) {
    g_auto (QmLabel) label = qm_label_name (&style, QM_ROLE_LABEL, name, width, 100);

    g_assert_false (qm_label_is_shortened (&label));
    g_assert_false (qm_label_is_torn (&label));
  }
}

static gboolean
has_cut_year (const QmScene *scene)
{
  gsize n;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (shapes[i].layout != NULL && qm_typeset_is_shortened (shapes[i].layout) &&
        g_str_has_prefix (pango_layout_get_text (shapes[i].layout), "200"))
      return TRUE;
  return FALSE;
}

static void
append_called (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim,
                          "\"label\":\"%c: statistical institute of household surveys\","
                          "\"time\":\"%d\",\"value\":%d",
                          'A' + i, 2000 + i % 2, 10 + i);
}

/* Of a row that is called something, and has no entity, the time stays whole as well. */
static void
test_times_of_labels (void)
{
  static const Limit rows = { "bars", "number", append_called, 12, 0, 0 };
  g_autofree char *text = text_of (&rows);
  g_autoptr (QmDataset) dataset = read_text (text);

  for (double width = 200; width < 700; width += 20) {
    const QmCanvas canvas = { .width = width, .height = 360, .theme = &qm_theme_light };
    g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[0], &qm_view_default, &canvas);

    g_assert_false (has_cut_year (scene));
  }
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

/* In a narrow list names stand above their figures, rather than that a letter is left of them. The
 * narrowest is as wide as one of them, in the release of the font that is the widest. */
static void
test_narrow_lists (void)
{
  static const Limit rows = { "figure", "USD per year", append_two, 12, 0, 0 };
  g_autoptr (QmDataset) dataset = read_dataset (&rows);
  const QmCanvas canvas = { .width = 640, .height = 480, .theme = &qm_theme_light };
  QmStyle style = qm_style_for_canvas (&canvas);
  double line = qm_style_smallest_line (&style);

  for (double width = 7.7; width < 24; width += 0.7) {
    g_autoptr (QmScene) scene = qm_scene_new (640, 480, qm_theme_light.background);
    QmPanel panel = dataset->charts[0].panels[0];
    QmRect area = { 0, 0, width * line, 6 * line };

    panel.n_claims = MIN (panel.n_claims, qm_plain_list_most (&style, &panel, area));
    g_assert_cmpuint (panel.n_claims, >=, 2);
    qm_plain_list_build (scene, &style, &panel, area);
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
                       (QmRect) { 0, 0, width * line, 6 * line });
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

/* The part of the height that is left to the plot at twice the text size; 0 where the title is cut.
 */
static double
plot_share_below (const char *title)
{
  static const Limit bars = { "bars", "number", append_figure, 3, 0, 0 };
  const QmCanvas canvas = { 1280, 600, &qm_theme_light, .text_scale = 2 };
  const QmFrameWords words = { .notes = "", .are_whole = TRUE };
  QmStyle style = qm_style_for_canvas (&canvas);
  g_autofree char *text = text_of (&bars);
  g_autofree char *titled = g_strdup_printf ("\"S\",\"title\":\"%s\"", title);
  g_auto (GStrv) parts = g_strsplit (text, "\"S\",\"title\":\"T\"", -1);
  g_autofree char *whole = g_strjoinv (titled, parts);
  g_autoptr (QmDataset) dataset = read_text (whole);
  g_auto (QmViewedChart) viewed = qm_view_chart (&qm_view_default, dataset->charts);
  g_autoptr (QmScene) scene = qm_scene_new (canvas.width, canvas.height, canvas.theme->background);
  double height = qm_frame_add (scene, &style, &viewed, NULL, &words).height;
  gsize n;

  return qm_typeset_is_shortened (qm_scene_get_shapes (scene, &n)[0].layout)
             ? 0
             : height / canvas.height;
}

/* Who wants larger texts has whole ones, for which the plot gives up most of its room. */
static void
test_large_titles (void)
{
  g_autoptr (GString) title = g_string_new ("Words");
  double least = 1, share;

  while ((share = plot_share_below (title->str)) > 0) {
    least = MIN (least, share);
    g_string_append (title, " words");
  }
  g_assert_cmpfloat (least, >=, 0.22);
  g_assert_cmpfloat (least, <, 0.3);
}

/* Of a chart with a key, whose note has so many words, the footer's width in that of the canvas; 0
 * where it is cut. */
static double
footer_share_with_note (guint n_words)
{
  static const Limit bars = { "bars", "number", append_figure, 3, 0, 0 };
  const QmCanvas canvas = { .width = 700, .height = 1000, .theme = &qm_theme_light };
  g_autofree char *text = text_of (&bars);
  g_autoptr (GString) json = g_string_new (text);
  g_autoptr (GString) note = g_string_new ("\"S\",\"title\":\"T\",\"note\":\"Note");
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmScene) scene = NULL;
  const QmShape *shapes;
  double share = 0, width;
  gsize n;

  for (guint i = 0; i < n_words; i++)
    g_string_append (note, " word");
  g_string_append_c (note, '"');
  g_string_replace (json, "\"value\":1", "\"standing\":\"projected\",\"value\":1", 1);
  g_assert_cmpuint (g_string_replace (json, "\"S\",\"title\":\"T\"", note->str, 0), ==, 1);
  dataset = read_text (json->str);
  scene = qm_chart_build (dataset->charts, &qm_view_default, &canvas);
  shapes = qm_scene_get_shapes (scene, &n);
  for (gsize i = 0; i < n; i++)
    if (shapes[i].layout != NULL &&
        strstr (pango_layout_get_text (shapes[i].layout), "Note word")) {
      qm_typeset_get_size (shapes[i].layout, &width, NULL);
      share = qm_typeset_is_shortened (shapes[i].layout) ? 0 : width / canvas.width;
    }
  return share;
}

/* First it stands beside the key, and ends early only where there is no room below that, either. */
static void
test_long_note (void)
{
  double share, last = footer_share_with_note (1);

  g_assert_cmpfloat (footer_share_with_note (60), <, 0.7);
  for (guint n = 60; (share = footer_share_with_note (n)) > 0; n += 4)
    last = share;
  g_assert_cmpfloat (last, >, 0.8);
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  g_test_add_func ("/narrow/words-are-not-parted", test_words);
  g_test_add_func ("/narrow/a-long-word-has-a-line-of-its-own", test_long_word);
  g_test_add_func ("/narrow/a-time-beside-a-label-is-whole", test_times_of_labels);
  g_test_add_func ("/narrow/large-titles-are-whole", test_large_titles);
  g_test_add_func ("/narrow/a-long-note-has-all-of-the-width", test_long_note);
  g_test_add_func ("/narrow/a-multiple-says-of-what", test_multiple);
  g_test_add_func ("/narrow/a-bound-is-said-in-words", test_bound);
  g_test_add_func ("/narrow/names-stay-apart", test_names);
  g_test_add_func ("/narrow/names-wrap-before-they-end", test_whole_names);
  g_test_add_func ("/narrow/slopes-have-whole-names", test_names_of_slopes);
  g_test_add_func ("/narrow/a-lone-point-is-in-the-middle", test_lone_point);
  g_test_add_func ("/narrow/names-are-in-the-order-of-lines", test_names_of_lines);
  g_test_add_func ("/narrow/shares-have-room-for-words", test_words_of_shares);
  g_test_add_func ("/narrow/dates-are-not-parted", test_dates_in_names);
  g_test_add_func ("/narrow/narrow-lists-have-whole-names", test_narrow_lists);
  g_test_add_func ("/narrow/ranks-have-whole-names", test_columns_of_ranks);
  g_test_add_func ("/narrow/places-in-sources-stay-whole", test_places_stay_whole);
  g_test_add_func ("/narrow/brackets-go-from-row-to-row", test_brackets);
  return g_test_run ();
}
