/* The pictures, compared with stored ones: as dumps of their scenes, which a diff shows line by
 * line, and a few as pixels, with tolerance for other versions of the libraries; and the claims of
 * the built-in dataset. After a wanted change
 *
 *   QUYMO_UPDATE_GOLDENS=1 meson test -C build --suite golden
 *
 * writes them anew, and the diff is reviewed like code. The font is the one in golden/fonts. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "chart/words/tabular.h"
#include "load-dataset.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *dataset; /* below tests/, or NULL for the built-in one */
  const char *chart;
  const char *language;
  double width, height;
  const char *theme;
  gboolean has_pixels;
  /* A view of the chart, and what it chooses, for the file's name; NULL: as the dataset has it. */
  const char *choice, *view;
} Picture;

/* One of each form as pixels, small and narrow canvases, the dark theme, and the hard cases. Every
 * chart of the built-in dataset stands as a slide besides, in each language, and without words. */
static const Picture pictures[] = {
  { NULL, "data-centre-gap", "en", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "data-centre-gap", "vi", 480, 360, "light", FALSE, NULL, NULL },
  { NULL, "chip-access", "vi", 1080, 1080, "light", FALSE, NULL, NULL },
  { NULL, "design-arena", "vi", 1920, 1080, "dark", TRUE, NULL, NULL },
  { NULL, "design-arena", "en", 480, 360, "light", FALSE, NULL, NULL },
  { NULL, "start-ups", "en", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "qwen-reach", "vi", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "industrial-share", "en", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "industrial-share", "en", 1080, 1920, "light", FALSE, NULL, NULL },
  { NULL, "allied-scale", "en", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "timeline", "vi", 1920, 1080, "light", TRUE, NULL, NULL },
  { NULL, "timeline", "en", 640, 480, "dark", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-bars", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-view", "vi", 960, 540, "light", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-disputes", "en", 960, 540, "light", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-disputes", "vi", 960, 540, "dark", FALSE, "superseded",
    "{\"superseded\":true}" },
  { "data/hard-cases.json", "hard-disputes-line", "vi", 960, 540, "dark", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-units", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-ranks", "en", 960, 540, "dark", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-line", "vi", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-share", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-multiples", "vi", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-dumbbell", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-grouped", "vi", 960, 540, "dark", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-slope", "en", 960, 540, "light", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-stack", "vi", 960, 540, "light", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-table", "en", 960, 540, "dark", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-ratio", "en", 960, 540, "light", FALSE, NULL, NULL },
  { "data/hard-cases.json", "hard-figure", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-timeline", "en", 960, 540, "light", TRUE, NULL, NULL },
  { "data/hard-cases.json", "hard-bars", "en", 960, 540, "light", FALSE, "hidden",
    "{\"hidden\":[\"alpha\",\"zeta\"]}" },
  { "data/hard-cases.json", "hard-bars", "vi", 960, 540, "dark", FALSE, "order",
    "{\"order\":\"smallest-first\"}" },
  { "data/hard-cases.json", "hard-ranks", "en", 960, 540, "light", FALSE, "highlight",
    "{\"highlight\":\"place-3\"}" },
  { "data/hard-cases.json", "hard-line", "vi", 960, 540, "dark", TRUE, "highlight",
    "{\"highlight\":\"share-2024\"}" },
  { "data/hard-cases.json", "hard-line", "vi", 960, 540, "light", FALSE, "years",
    "{\"years\":\"2005/2013\"}" },
  { NULL, "timeline", "en", 960, 540, "light", FALSE, "years", "{\"years\":\"2025-06/2025-12\"}" },
  { NULL, "industrial-share", "en", 960, 540, "light", FALSE, "year", "{\"year\":\"2027-06\"}" },
  { "data/hard-cases.json", "hard-line", "en", 960, 540, "dark", TRUE, "year",
    "{\"year\":\"2018-03\",\"scale\":\"log\",\"hidden\":[\"delta\"]}" },
  { NULL, "data-centre-gap", "en", 1920, 1080, "light", TRUE, "call-out",
    "{\"call_outs\":{\"china-ai-infrastructure-2024\":\"Nobody counted this: it is a sixth of what "
    "the US spends.\"},\"highlight\":\"china-ai-infrastructure-2024\"}" },
  { "data/hard-cases.json", "hard-line", "en", 960, 540, "dark", FALSE, "call-outs",
    "{\"call_outs\":{\"share-2012\":\"After the reform\",\"share-delta-2010\":\"Only once counted, "
    "and by another method\",\"share-gamma-2024\":\"A guess\"}}" },
  { NULL, "design-arena", "en", 480, 360, "light", FALSE, "call-outs",
    "{\"call_outs\":{\"design-arena-1\":\"Whose is it?\",\"design-arena-17\":\"The only one that "
    "has "
    "a name in the article\"}}" },
  { NULL, "large-firms", "en", 960, 540, "light", FALSE, "measure",
    "{\"measure\":\"large-firm-rnd\"}" },
};

static gboolean
is_updating (void)
{
  return g_getenv ("QUYMO_UPDATE_GOLDENS") != NULL;
}

static char *
name_of (const Picture *picture, const char *suffix)
{
  return g_strdup_printf ("%s%s%s-%s-%.0fx%.0f-%s%s", picture->chart,
                          picture->choice != NULL ? "-" : "",
                          picture->choice != NULL ? picture->choice : "", picture->language,
                          picture->width, picture->height, picture->theme, suffix);
}

/* --- Dumps --- */

static void
show_difference (const char *golden, const char *actual)
{
  g_autoptr (GSubprocess) diff =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "diff", "-u", golden, actual, NULL);
  g_autofree char *output = NULL;

  if (diff != NULL && g_subprocess_communicate_utf8 (diff, NULL, NULL, &output, NULL, NULL))
    g_test_message ("%s", output);
}

static void
compare_text (const char *name, const char *text)
{
  g_autofree char *golden_path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autofree char *actual_path = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (is_updating ())
    g_file_set_contents (golden_path, text, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (golden_path, &golden, NULL, &error);
  g_assert_no_error (error);

  if (!g_str_equal (text, golden)) {
    g_file_set_contents (actual_path, text, -1, NULL);
    show_difference (golden_path, actual_path);
    g_test_fail ();
  }
}

/* What a picture says is also spoken, copied and searched for. Where lines may not end is no part
 * of its words. */
static void
check_no_joiners (const char *dump)
{
  static const char *const joiners[] = { "\u200b", "\u200d", "\u2060", "\ufeff" };

  for (gsize i = 0; i < G_N_ELEMENTS (joiners); i++)
    g_assert_null (strstr (dump, joiners[i]));
}

static void
compare_dump (const Picture *picture, const QmScene *scene)
{
  g_autofree char *name = name_of (picture, ".txt");
  g_autofree char *dump = qm_scene_dump (scene);

  check_no_joiners (dump);
  compare_text (name, dump);
}

/* --- Pixels --- */

/* Drawn at half size: enough to see a wrong shape, little enough to keep. */
static cairo_surface_t *
draw (const QmScene *scene)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (qm_scene_get_width (scene) / 2),
                                  (int) (qm_scene_get_height (scene) / 2));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 0.5, 0.5);
  qm_scene_draw (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guchar *
pixel_at (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
         4 * x;
}

/* Whether the first's pixel there is between those around it in the second: Cairo 1.18 sets letters
 * at parts of a pixel, Cairo 1.16 at whole ones. */
static gboolean
is_among (cairo_surface_t *first, cairo_surface_t *second, int x, int y)
{
  int right = MIN (x + 1, cairo_image_surface_get_width (second) - 1);
  int bottom = MIN (y + 1, cairo_image_surface_get_height (second) - 1);

  for (int channel = 0; channel < 3; channel++) {
    int value = pixel_at (first, x, y)[channel], low = 255, high = 0;

    for (int row = MAX (y - 1, 0); row <= bottom; row++)
      for (int column = MAX (x - 1, 0); column <= right; column++) {
        low = MIN (low, pixel_at (second, column, row)[channel]);
        high = MAX (high, pixel_at (second, column, row)[channel]);
      }
    if (value < low - 80 || value > high + 80)
      return FALSE;
  }
  return TRUE;
}

/* How many pixels differ by more than antialiasing explains; these are white in differences. */
static int
count_differences (cairo_surface_t *golden, cairo_surface_t *actual, cairo_surface_t *differences)
{
  int width = cairo_image_surface_get_width (actual);
  int height = cairo_image_surface_get_height (actual), n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!is_among (golden, actual, x, y) || !is_among (actual, golden, x, y)) {
        memset (pixel_at (differences, x, y), 255, 4);
        n++;
      }
  cairo_surface_mark_dirty (differences);
  return n;
}

static void
compare_pixels (const Picture *picture, const QmScene *scene)
{
  g_autofree char *name = name_of (picture, ".png");
  g_autofree char *golden_path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autofree char *out_name = name_of (picture, ".out.png");
  g_autofree char *out_path = g_test_build_filename (G_TEST_BUILT, out_name, NULL);
  g_autofree char *diff_name = name_of (picture, ".diff.png");
  g_autofree char *diff_path = g_test_build_filename (G_TEST_BUILT, diff_name, NULL);
  cairo_surface_t *golden, *actual = draw (scene);
  int width = cairo_image_surface_get_width (actual);
  int height = cairo_image_surface_get_height (actual);
  cairo_surface_t *differences = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int n;

  if (is_updating ())
    g_assert_cmpint (cairo_surface_write_to_png (actual, golden_path), ==, CAIRO_STATUS_SUCCESS);
  golden = cairo_image_surface_create_from_png (golden_path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);

  cairo_surface_write_to_png (actual, out_path);
  n = count_differences (golden, actual, differences);
  if (n > width * height / 2000) {
    cairo_surface_write_to_png (differences, diff_path);
    g_test_message ("%d of %d pixels differ: see %s and %s", n, width * height, out_path,
                    diff_path);
    g_test_fail ();
  } else
    g_remove (out_path);
  cairo_surface_destroy (golden);
  cairo_surface_destroy (actual);
  cairo_surface_destroy (differences);
}

static QmDataset *
load (const char *dataset)
{
  g_autofree char *path =
      dataset != NULL ? g_test_build_filename (G_TEST_DIST, dataset, NULL) : NULL;

  return load_dataset (path);
}

static QmScene *
build (const Picture *picture, const QmDataset *dataset, QmBlocks hidden)
{
  QmCanvas canvas = { .width = picture->width,
                      .height = picture->height,
                      .theme = qm_theme_find (picture->theme),
                      .hidden = hidden };
  const QmChart *chart = qm_dataset_find_chart (dataset, picture->chart);
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;

  g_assert_true (qm_language_use (picture->language));
  qm_view_set (&view, qm_author_view (chart));
  if (picture->view != NULL)
    qm_view_from_json (dataset, picture->view, &chart, &view, &error);
  g_assert_no_error (error);
  return qm_chart_build (chart, &view, &canvas);
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autoptr (QmDataset) dataset = load (picture->dataset);
  g_autoptr (QmScene) scene = build (picture, dataset, 0);

  compare_dump (picture, scene);
  if (picture->has_pixels)
    compare_pixels (picture, scene);
}

static void
test_slides (gconstpointer language)
{
  g_autoptr (QmDataset) dataset = load (NULL);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const Picture slide = { NULL, dataset->charts[i].id, language, 1920, 1080, "light", FALSE, NULL,
                            NULL };
    g_autoptr (QmScene) scene = build (&slide, dataset, 0);

    compare_dump (&slide, scene);
  }
}

/* The marks take the room that the words leave. */
static void
test_bare_pictures (void)
{
  g_autoptr (QmDataset) dataset = load (NULL);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const Picture bare = { NULL, dataset->charts[i].id, "en", 1200, 1000, "light", FALSE, "bare",
                           NULL };
    g_autoptr (QmScene) scene = build (&bare, dataset, QM_BLOCKS_ALL);

    compare_dump (&bare, scene);
  }
}

/* Also what no picture shows: a figure or a quotation that is changed by accident is seen. */
static void
test_claims (gconstpointer language)
{
  g_autoptr (QmDataset) dataset = load (NULL);
  g_autofree char *name = g_strdup_printf ("claims-%s.txt", (const char *) language);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (qm_language_use (language));
  for (gsize i = 0; i < dataset->n_claims; i++) {
    for (int column = 0; column < QM_N_COLUMNS; column++) {
      g_autofree char *cell = qm_tabular_machine_cell (&dataset->claims[i], (QmColumn) column);

      if (cell[0] != '\0')
        g_string_append_printf (text, "%s: %s\n", qm_tabular_machine_name ((QmColumn) column),
                                cell);
    }
    g_string_append_c (text, '\n');
  }
  compare_text (name, text->str);
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/golden/every-chart-as-a-slide/en", "en", test_slides);
  g_test_add_data_func ("/golden/every-chart-as-a-slide/vi", "vi", test_slides);
  g_test_add_func ("/golden/every-chart-without-its-words", test_bare_pictures);
  g_test_add_data_func ("/golden/every-claim/en", "en", test_claims);
  g_test_add_data_func ("/golden/every-claim/vi", "vi", test_claims);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++) {
    g_autofree char *name = name_of (&pictures[i], "");
    g_autofree char *path = g_strdup_printf ("/golden/%s", name);

    g_test_add_data_func (path, &pictures[i], test_picture);
  }
  return g_test_run ();
}
