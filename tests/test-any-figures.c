/* Anyone's figures: datasets made up from seeds, laid out at eight sizes, in both languages and in
 * views that a reader may choose. No two texts overlap, nothing leaves the canvas or its panel, no
 * figure is cut, every claim that is shown has its value or is counted among the others, every name
 * is there, and what a row of others counts is what was left out. Whatever is said of a claim says
 * the same figure.
 *
 * Without arguments a short run, as a test. A long one tells how many faults of each kind it found:
 *
 *   QUYMO_LOCALEDIR=build/data/po build/tests/test-any-figures --layouts 10000
 *   … test-any-figures --seed 4711 --verbose --write dataset.json */
#include "any-words.h"
#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/view/form.h"
#include "chart/view/view-json.h"
#include "chart/words/wording.h"
#include "random-dataset.h"
#include "random-view.h"
#include "scene/typeset.h"

#include <stdio.h>
#include <string.h>

static const struct {
  double width, height, pixels_per_inch;
} sizes[] = {
  { 1920, 1080, 144 }, { 960, 1080, 144 }, { 1080, 1080, 144 }, { 1080, 1920, 144 },
  { 640, 480, 96 },    { 1280, 720, 144 }, { 800, 600, 96 },    { 2560, 1440, 96 },
};

typedef enum {
  OVERLAP,
  OFF_CANVAS,
  OFF_PANEL,
  CUT_FIGURE,
  TORN,
  UNTOLD,
  NO_VALUE,
  NO_NAME,
  SAME_NAME,
  WRONG_COUNT,
  WRONG_WORDS,
  N_FAULTS
} Fault;

static const char *const fault_names[] = {
  [OVERLAP] = "texts overlap",
  [OFF_CANVAS] = "text leaves the canvas",
  [OFF_PANEL] = "text leaves its panel",
  [CUT_FIGURE] = "figure is cut",
  [TORN] = "a line begins within a figure or a word",
  [UNTOLD] = "a text ends early and no one says so",
  [NO_VALUE] = "claim has no value",
  [NO_NAME] = "entity has no name",
  [SAME_NAME] = "two names end so early that they are the same",
  [WRONG_COUNT] = "others are miscounted",
  [WRONG_WORDS] = "words are wrong",
};

static int n_found[N_FAULTS], n_faulty;
static int n_empty; /* panels that say they have no room: no fault, but few */
static int n_layouts = 80, first_seed = 0, only_seed = -1;
static gboolean is_verbose;
static char *written_path;

/* One chart on one canvas. */
typedef struct {
  guint32 seed;
  const QmViewedChart *viewed;
  QmCanvas canvas;
  const QmScene *scene;
  const QmShape *shapes;
  gsize n_shapes;
  const QmMark *marks;
  gsize n_marks;
  const QmRect *areas;
  gboolean found[N_FAULTS];
} Picture;

static const char *
text_of (const QmShape *shape)
{
  return shape->layout != NULL ? pango_layout_get_text (shape->layout) : "";
}

static void
report (Picture *picture, Fault fault, const char *what, const char *other)
{
  if (is_verbose && !picture->found[fault]) {
    g_autofree char *view = qm_view_to_json (picture->viewed->original, picture->viewed->view);

    g_printerr ("seed %u %s, %.0f × %.0f, %s, %s: %s: “%s” “%s”\n", picture->seed,
                picture->viewed->chart.panels[0].form->name, picture->canvas.width,
                picture->canvas.height, qm_language_current (), view, fault_names[fault], what,
                other);
  }
  picture->found[fault] = TRUE;
}

/* --- Texts --- */

static gboolean
lies_within (QmRect inner, QmRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         qm_rect_right (inner) <= qm_rect_right (outer) &&
         qm_rect_bottom (inner) <= qm_rect_bottom (outer);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* A reader's own words may have digits, and end early. */
static gboolean
is_notes (const QmShape *shape)
{
  return shape->target == QM_TARGET_NOTE ||
         pango_font_description_get_style (pango_layout_get_font_description (shape->layout)) ==
             PANGO_STYLE_ITALIC;
}

/* TRUE if the text before its end, or the last part of it, is how name begins. */
static gboolean
ends_with_part (const char *text, const char *end, const char *name)
{
  for (const char *start = text; start < end; start = g_utf8_next_char (start))
    if (strncmp (start, name, (gsize) (end - start)) == 0)
      return TRUE;
  return FALSE;
}

/* What Pango ends is told by the layout itself. */
static gboolean
is_told (const Picture *picture, const QmShape *text)
{
  const char *end = strstr (text_of (text), "…");
  gsize n;
  const QmLeftOut *left_out = qm_scene_get_left_out (picture->scene, &n);

  for (gsize i = 0; i < n && end != NULL; i++)
    if (left_out[i].kind == QM_LEFT_OUT_END &&
        ends_with_part (text_of (text), end, left_out[i].what))
      return TRUE;
  return end == NULL;
}

static void
check_text (Picture *picture, gsize i)
{
  const QmShape *text = &picture->shapes[i];
  QmRect place = qm_rect_grow (text->bounds, -0.5);
  QmRect canvas = { 0, 0, picture->canvas.width, picture->canvas.height };

  if (!lies_within (place, canvas))
    report (picture, OFF_CANVAS, text_of (text), "");
  /* A reader's note stands where the reader has put it. */
  for (gsize j = 0; j < picture->viewed->chart.n_panels && !is_notes (text); j++)
    if (qm_rect_overlaps (place, picture->areas[j]) && !lies_within (place, picture->areas[j]))
      report (picture, OFF_PANEL, text_of (text), "");
  for (gsize j = 0; j < i; j++)
    if (picture->shapes[j].kind == QM_SHAPE_TEXT &&
        qm_rect_overlaps (place, picture->shapes[j].bounds))
      report (picture, OVERLAP, text_of (text), text_of (&picture->shapes[j]));
  if (pango_layout_is_ellipsized (text->layout) && has_digit (text_of (text)) && !is_notes (text))
    report (picture, CUT_FIGURE, text_of (text), "");
  if (!is_notes (text) &&
      (qm_typeset_is_torn (text->layout) ||
       (qm_typeset_lines_before_tear (text->layout) > 0 && !qm_typeset_has_hyphens (text->layout))))
    report (picture, TORN, text_of (text), "");
  if (!is_told (picture, text))
    report (picture, UNTOLD, text_of (text), "");
  if (qm_typeset_is_lost (text->layout))
    report (picture, NO_NAME, text_of (text), "");
}

/* In one panel: names in two are told apart by what stands over them. */
static void
check_names (Picture *picture, QmRect area)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < picture->n_shapes; i++) {
    const QmShape *shape = &picture->shapes[i];
    g_autofree char *name = NULL;
    gconstpointer owner;

    if (shape->target != QM_TARGET_NAME || !qm_rect_overlaps (shape->bounds, area))
      continue;
    name = qm_typeset_read (shape->layout);
    if (strstr (name, "…") == NULL)
      continue;
    owner = g_hash_table_lookup (owners, name);
    if (owner != NULL && owner != shape->target_datum)
      report (picture, SAME_NAME, name, "");
    g_hash_table_insert (owners, g_steal_pointer (&name), (gpointer) shape->target_datum);
  }
}

/* --- Claims --- */

static gboolean
is_left_out (const Picture *picture, QmLeftOutKind kind, gconstpointer what)
{
  gsize n;
  const QmLeftOut *left_out = qm_scene_get_left_out (picture->scene, &n);

  for (gsize i = 0; i < n; i++)
    if (left_out[i].kind == kind && left_out[i].what == what)
      return TRUE;
  return FALSE;
}

static int
find_mark (const Picture *picture, const QmClaim *claim)
{
  for (gsize i = 0; i < picture->n_marks; i++)
    if (picture->marks[i].datum == claim)
      return (int) i;
  return -1;
}

static gboolean
mark_says (const Picture *picture, int mark, const char *words)
{
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (picture->shapes[i].mark == mark && strstr (text_of (&picture->shapes[i]), words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
scene_names (const Picture *picture, const QmEntity *entity)
{
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (picture->shapes[i].target_datum == entity ||
        strstr (text_of (&picture->shapes[i]), qm_text_get (entity->name)) != NULL)
      return TRUE;
  return FALSE;
}

/* A line's values stand on its axis, too, and a timeline is of dates; the others write theirs at
 * the mark. */
static gboolean
writes_values (const QmPanel *panel)
{
  return qm_form_of (panel)->span_of == NULL;
}

static void
check_claim (Picture *picture, const QmPanel *panel, const QmClaim *claim)
{
  const QmClaim *original = qm_viewed_original (picture->viewed, claim);
  g_autofree char *number = qm_wording_number_short (claim);
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *bound = qm_wording_value_as_bound (claim);
  int mark = find_mark (picture, original);

  if (is_left_out (picture, QM_LEFT_OUT_DATUM, original))
    return;
  if (mark < 0) {
    if (picture->viewed->view->from.year == 0)
      report (picture, NO_VALUE, claim->id, "no mark");
    return;
  }
  if (writes_values (panel) && number != NULL && !mark_says (picture, mark, number) &&
      !mark_says (picture, mark, value) && !mark_says (picture, mark, bound))
    report (picture, NO_VALUE, claim->id, number);
  if (claim->entity != NULL && !scene_names (picture, claim->entity) &&
      !is_left_out (picture, QM_LEFT_OUT_NAME, claim->entity) && claim->label == NULL)
    report (picture, NO_NAME, claim->id, qm_text_get (claim->entity->name));
}

/* --- Others --- */

static int
count_left_out (const Picture *picture)
{
  gsize n, count = 0;
  const QmLeftOut *left_out = qm_scene_get_left_out (picture->scene, &n);

  for (gsize i = 0; i < n; i++)
    count += left_out[i].kind == QM_LEFT_OUT_DATUM;
  return (int) count;
}

/* What the rows say, of each panel that has one: "and 88 others". */
static void
check_others (Picture *picture)
{
  int said = 0;

  for (gsize i = 0; i < picture->n_shapes; i++)
    if (picture->shapes[i].target == QM_TARGET_OTHERS) {
      const char *digits = strpbrk (text_of (&picture->shapes[i]), "0123456789");

      said += digits != NULL ? atoi (digits) : 0;
    }
  if (said != count_left_out (picture))
    report (picture, WRONG_COUNT, "", "");
}

/* --- Layouts --- */

static gboolean
is_empty (const Picture *picture, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (!is_left_out (picture, QM_LEFT_OUT_DATUM,
                      qm_viewed_original (picture->viewed, panel->claims[i])))
      return FALSE;
  return panel->n_claims > 0;
}

static void
check_layout (guint32 seed, const QmChart *chart, const QmView *view, const QmCanvas *canvas)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autofree QmRect *areas = g_new0 (QmRect, chart->n_panels);
  g_autoptr (QmScene) scene = qm_chart_build_viewed (&viewed, canvas, areas);
  Picture picture = { seed, &viewed, *canvas, scene, .areas = areas };
  gboolean is_faulty = FALSE;

  picture.shapes = qm_scene_get_shapes (scene, &picture.n_shapes);
  picture.marks = qm_scene_get_marks (scene, &picture.n_marks);
  for (gsize i = 0; i < picture.n_shapes; i++)
    if (picture.shapes[i].kind == QM_SHAPE_TEXT)
      check_text (&picture, i);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    for (gsize j = 0; j < viewed.chart.panels[i].n_claims; j++)
      check_claim (&picture, &viewed.chart.panels[i], viewed.chart.panels[i].claims[j]);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    check_names (&picture, areas[i]);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    n_empty += is_empty (&picture, &viewed.chart.panels[i]);
  check_others (&picture);
  for (int i = 0; i < N_FAULTS; i++) {
    n_found[i] += picture.found[i];
    is_faulty |= picture.found[i];
  }
  n_faulty += is_faulty;
}

static void
check_words (guint32 seed, const QmChart *chart)
{
  g_autofree char *text = random_dataset_text (seed);
  g_autofree char *fault = any_words_find_fault (text, chart);

  if (fault == NULL)
    return;
  n_found[WRONG_WORDS]++;
  n_faulty++;
  if (is_verbose)
    g_printerr ("seed %u: %s\n", seed, fault);
}

/* As it is, and in a view of a reader's: each at every second size, by turns. */
static int
check_seed (guint32 seed)
{
  g_autoptr (QmDataset) dataset = random_dataset (seed, qm_forms);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_auto (QmView) view = random_view (rand, &dataset->charts[0]);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    const QmCanvas canvas = { .width = sizes[i].width,
                              .height = sizes[i].height,
                              .pixels_per_inch = sizes[i].pixels_per_inch,
                              .theme = &qm_theme_light };

    g_assert_true (qm_language_use ((seed + i / 2) % 2 == 0 ? "en" : "vi"));
    check_layout (seed, &dataset->charts[0],
                  (seed / 2 + i) % 2 == 0 ? qm_author_view (&dataset->charts[0]) : &view, &canvas);
  }
  check_words (seed, &dataset->charts[0]);
  return (int) G_N_ELEMENTS (sizes);
}

static void
test_layouts (void)
{
  for (int seed = 0, n = 0; n < n_layouts; seed++)
    n += check_seed ((guint32) seed);
  for (int i = 0; i < N_FAULTS; i++)
    if (n_found[i] > 0)
      g_test_message ("%s: %d", fault_names[i], n_found[i]);
  g_assert_cmpint (n_faulty, ==, 0);
}

/* A new form has to be made up, too. */
static void
test_forms (void)
{
  for (gsize i = 0; qm_forms->rules[i] != NULL; i++)
    if (!random_dataset_has_form (qm_forms->rules[i]->name))
      g_error ("no random datasets of the form %s", qm_forms->rules[i]->name);
}

/* More than are laid out here, so that a long run does not end at one. */
static void
test_datasets (void)
{
  for (guint32 seed = 1000; seed < 1200; seed++) {
    g_autoptr (QmDataset) dataset = random_dataset (seed, qm_forms);

    g_assert_cmpuint (dataset->n_charts, ==, 1);
  }
}

static const GOptionEntry options[] = {
  { "layouts", 'n', 0, G_OPTION_ARG_INT, &n_layouts, "How many", "NUMBER" },
  { "from", 'f', 0, G_OPTION_ARG_INT, &first_seed, "The first seed", "NUMBER" },
  { "seed", 's', 0, G_OPTION_ARG_INT, &only_seed, "Only that seed", "NUMBER" },
  { "verbose", 'v', 0, G_OPTION_ARG_NONE, &is_verbose, "Name each fault", NULL },
  { "write", 'w', 0, G_OPTION_ARG_FILENAME, &written_path, "Write the seed’s dataset", "FILE" },
  G_OPTION_ENTRY_NULL,
};

static int
run_long (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  if (only_seed >= 0 && written_path != NULL) {
    g_autofree char *text = random_dataset_text ((guint32) only_seed);

    return !g_file_set_contents (written_path, text, -1, NULL);
  }
  if (only_seed >= 0)
    n = check_seed ((guint32) only_seed);
  for (int seed = first_seed; only_seed < 0 && n < n_layouts; seed++)
    n += check_seed ((guint32) seed);
  printf ("%d of %d layouts have a fault\n", n_faulty, n);
  for (int i = 0; i < N_FAULTS; i++)
    printf ("%6d %s\n", n_found[i], fault_names[i]);
  printf ("%d panels have no room for any mark\n", n_empty);
  return n_faulty > 0;
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  if (argc > 1 && g_str_has_prefix (argv[1], "--") && !g_str_has_prefix (argv[1], "--tap"))
    return run_long (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/any-figures/every-form-is-made-up", test_forms);
  g_test_add_func ("/any-figures/every-dataset-can-be-read", test_datasets);
  g_test_add_func ("/any-figures/nothing-is-cut-untrue-or-lost", test_layouts);
  return g_test_run ();
}
