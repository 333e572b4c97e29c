#include "scene/scene.h"
#include "scene/typeset.h"

#include <math.h>
#include <string.h>

static const QmPaint solid = { .fill = { 1, 0, 0, 1 } };
static const QmPaint line = { .stroke = { 0, 0, 1, 1 }, .stroke_width = 2 };
static const QmColor white = { 1, 1, 1, 1 }, ink = { 0, 0, 0, 1 };

/* Two bars, the second on top of the first's right half, a dot, a line and a text of its own:
 *
 *   10      60   110   160
 *   ┌───────┬─────┬─────┐ 20      ● 250,40      ╱ 300,100 to 400,20
 *   │ first │   second  │
 *   └───────┴───────────┘ 60      words 20,100
 */
static QmScene *
make_scene (void)
{
  QmScene *scene = qm_scene_new (500, 200, white);

  qm_scene_add_rect (scene, (QmRect) { 0, 0, 500, 200 }, 0, &line); /* no mark's */
  qm_scene_begin_mark (scene, "first", "first");
  qm_scene_add_rect (scene, (QmRect) { 10, 20, 100, 40 }, 4, &solid);
  qm_scene_end_mark (scene);
  qm_scene_begin_mark (scene, "second", "second");
  qm_scene_add_rect (scene, (QmRect) { 60, 20, 100, 40 }, 0, &solid);
  qm_scene_add_text (scene, qm_typeset ("beside", 12, PANGO_WEIGHT_NORMAL, -1, 1),
                     (QmPoint) { 170, 30 }, ink);
  qm_scene_end_mark (scene);
  qm_scene_begin_mark (scene, "dot", "dot");
  qm_scene_add_disc (scene, (QmPoint) { 250, 40 }, 10, &solid);
  qm_scene_end_mark (scene);
  qm_scene_begin_mark (scene, "line", "line");
  qm_scene_add_line (scene, (QmPoint) { 300, 100 }, (QmPoint) { 400, 20 }, &line);
  qm_scene_end_mark (scene);
  qm_scene_begin_mark (scene, "words", "words");
  qm_scene_add_text (scene, qm_typeset ("words alone", 20, PANGO_WEIGHT_BOLD, -1, 1),
                     (QmPoint) { 20, 100 }, ink);
  qm_scene_end_mark (scene);
  return scene;
}

/* What is filled is there between its edges, too; what is only drawn around is not. */
static void
test_pick_finds_what_is_filled (void)
{
  static const QmPoint corner[] = { { 10, 10 }, { 110, 10 }, { 110, 60 },
                                    { 60, 60 }, { 60, 110 }, { 10, 110 } };
  g_autoptr (QmScene) scene = qm_scene_new (300, 200, white);

  qm_scene_begin_mark (scene, "filled", "filled");
  qm_scene_add_path (scene, corner, G_N_ELEMENTS (corner), TRUE, &solid);
  qm_scene_end_mark (scene);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 35, 85 }, 0), ==, 0);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 85, 35 }, 0), ==, 0);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 90, 90 }, 0), ==, -1);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 5, 35 }, 0), ==, -1);

  qm_scene_begin_mark (scene, "outline", "outline");
  qm_scene_add_path (scene, corner, G_N_ELEMENTS (corner), TRUE, &line);
  qm_scene_end_mark (scene);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 35, 85 }, 0), ==, 0);
}

static void
test_pick_finds_the_topmost_mark_or_the_nearest_in_reach (void)
{
  static const struct {
    QmPoint point;
    double reach;
    int mark;
  } cases[] = {
    { { 20, 30 }, 0, 0 },    { { 80, 30 }, 0, 1 },  { { 170, 40 }, 0, 1 }, { { 250, 40 }, 0, 2 },
    { { 258, 48 }, 0, -1 },  { { 258, 48 }, 2, 2 }, { { 350, 60 }, 0, 3 }, { { 350, 100 }, 8, -1 },
    { { 353, 66 }, 8, 3 },   { { 30, 110 }, 0, 4 }, { { 5, 30 }, 4, -1 },  { { 5, 30 }, 5, 0 },
    { { 480, 180 }, 8, -1 },
  };
  g_autoptr (QmScene) scene = make_scene ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("at %g, %g", cases[i].point.x, cases[i].point.y);
    g_assert_cmpint (qm_scene_pick (scene, cases[i].point, cases[i].reach), ==, cases[i].mark);
  }
}

/* Of two that are as near, that which is painted last: it would be on top if they met. */
static void
test_pick_of_equally_near_marks_finds_the_last (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (300, 200, white);
  const QmPoint between = { 60, 50 };

  for (int i = 0; i < 3; i++) {
    qm_scene_begin_mark (scene, "dot", "dot");
    qm_scene_add_rect (scene, (QmRect) { i == 0 ? 10 : 70, 40, 40, 20 }, 0, &solid);
    qm_scene_end_mark (scene);
    g_assert_cmpint (qm_scene_pick (scene, between, 10), ==, i);
  }
  g_assert_cmpint (qm_scene_pick (scene, between, 9), ==, -1);
}

/* What is no target does not hide one that lies under it. */
static void
test_targets_are_found_among_everything_else (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  QmPoint name = { 25, 160 }, below = { 25, 190 };

  qm_scene_add_text (scene, qm_typeset ("A name", 16, PANGO_WEIGHT_NORMAL, -1, 1),
                     (QmPoint) { 20, 150 }, ink);
  qm_scene_set_target (scene, QM_TARGET_NAME, "someone");
  qm_scene_add_rect (scene, (QmRect) { 10, 140, 100, 40 }, 0, &line);

  g_assert_cmpstr (qm_scene_pick_target (scene, QM_TARGET_NAME, name, 0), ==, "someone");
  g_assert_null (qm_scene_pick_target (scene, QM_TARGET_NAME, below, 4));
  g_assert_cmpstr (qm_scene_pick_target (scene, QM_TARGET_NAME, below, 40), ==, "someone");
  g_assert_cmpint (qm_scene_pick (scene, name, 0), ==, -1);
}

static void
test_marks_keep_their_order_and_the_bounds_of_their_shapes (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  gsize n;
  const QmMark *marks = qm_scene_get_marks (scene, &n);

  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpstr (marks[1].id, ==, "second");
  g_assert_cmpstr (marks[1].datum, ==, "second");
  g_assert_cmpfloat (marks[1].bounds.x, ==, 60);
  g_assert_cmpfloat (marks[1].bounds.width, ==, 100); /* its text lies beside */
  g_assert_cmpfloat (marks[2].bounds.y, ==, 30);
  g_assert_cmpfloat (marks[3].bounds.x, ==, 299); /* half a stroke more than its points */
  g_assert_cmpfloat (marks[4].bounds.x, ==, 20);
  g_assert_cmpfloat (marks[4].bounds.width, >, 50);
}

static void
test_moved_marks_are_found_where_they_are_drawn (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  gsize n;

  qm_scene_move_down (scene, 4, 6, 50); /* the dot and the line */
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 250, 40 }, 0), ==, -1);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 250, 90 }, 0), ==, 2);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 350, 110 }, 0), ==, 3);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 20, 30 }, 0), ==, 0);
  g_assert_cmpint (qm_scene_pick (scene, (QmPoint) { 30, 110 }, 0), ==, 4);
  g_assert_cmpfloat (qm_scene_get_marks (scene, &n)[2].bounds.y, ==, 80);
  g_assert_cmpfloat (qm_scene_get_marks (scene, &n)[1].bounds.y, ==, 20);
}

static void
test_dump_says_what_is_painted_for_whom (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (64, 32, white);
  g_autofree char *dump = NULL;
  const QmPaint hatched = {
    .hatch = { 0, 0, 0, 0.5 }, .stroke = ink, .stroke_width = 1.5, .dash = 3, .feather = -4
  };

  qm_scene_add_line (scene, (QmPoint) { 0, 8 }, (QmPoint) { 64, 8 }, &line);
  qm_scene_begin_mark (scene, "x", "claim-x");
  qm_scene_add_rect (scene, (QmRect) { 1, 2, 3.26, 4 }, 0, &hatched);
  qm_scene_end_mark (scene);
  dump = qm_scene_dump (scene);
  g_assert_cmpstr (dump, ==,
                   "scene 64.0x32.0 #ffffff\n"
                   "path -1.0,7.0 66.0x2.0 through 0.0,8.0 64.0,8.0 stroke #0000ff width 2.0\n"
                   "  [claim-x] rect 1.0,2.0 3.3x4.0 hatch #00000080 stroke #000000 width 1.5"
                   " dash 3.0 feather -4.0\n");
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static cairo_surface_t *
draw (const QmScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 200);
  cairo_t *cr = cairo_create (surface);

  qm_scene_draw (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_drawing_fills_shapes_and_background (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  cairo_surface_t *surface = draw (scene);

  g_assert_cmphex (pixel_at (surface, 30, 40), ==, 0xff0000);
  g_assert_cmphex (pixel_at (surface, 250, 40), ==, 0xff0000);
  g_assert_cmphex (pixel_at (surface, 350, 60) & 0xff00ff, <, 0x4000ff); /* blue, antialiased */
  g_assert_cmphex (pixel_at (surface, 450, 150), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_feather_fades_down (void)
{
  for (int side = -1; side <= 1; side += 2) {
    g_autoptr (QmScene) scene = qm_scene_new (500, 200, white);
    QmPaint paint = { .fill = ink, .feather = side * 40, .fades_down = TRUE };
    cairo_surface_t *surface;
    int near_edge = side > 0 ? 147 : 52, far_edge = side > 0 ? 52 : 147;

    qm_scene_add_rect (scene, (QmRect) { 100, 50, 200, 100 }, 0, &paint);
    surface = draw (scene);
    g_assert_cmpint (pixel_at (surface, 102, near_edge) & 0xff, >, 200);
    g_assert_cmpint (pixel_at (surface, 297, near_edge - side * 18) & 0xff, >, 80);
    g_assert_cmpint (pixel_at (surface, 297, near_edge - side * 18) & 0xff, <, 180);
    g_assert_cmphex (pixel_at (surface, 297, far_edge), ==, 0);
    cairo_surface_destroy (surface);
  }
}

static void
test_feather_fades_towards_its_edge (void)
{
  for (int side = -1; side <= 1; side += 2) {
    g_autoptr (QmScene) scene = qm_scene_new (500, 200, white);
    QmPaint paint = { .fill = ink, .feather = side * 40 };
    cairo_surface_t *surface;
    int near_edge = side > 0 ? 297 : 102, far_edge = side > 0 ? 102 : 297;

    qm_scene_add_rect (scene, (QmRect) { 100, 50, 200, 50 }, 0, &paint);
    surface = draw (scene);
    g_assert_cmpint (pixel_at (surface, near_edge, 70) & 0xff, >, 200);
    g_assert_cmpint (pixel_at (surface, near_edge - side * 18, 70) & 0xff, >, 80);
    g_assert_cmpint (pixel_at (surface, near_edge - side * 18, 70) & 0xff, <, 180);
    g_assert_cmphex (pixel_at (surface, far_edge, 70), ==, 0);
    cairo_surface_destroy (surface);
  }
}

static void
test_outline_stays_around_the_mark (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 200);
  cairo_t *cr = cairo_create (surface);

  qm_scene_outline_mark (scene, 2, cr, (QmColor) { 0, 1, 0, 1 }, 3, 2);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 264, 40) & 0x00ff00, >, 0x008000); /* 10 + 3 + half of 2 */
  g_assert_cmphex (pixel_at (surface, 250, 40), ==, 0); /* the mark itself is left */
  g_assert_cmphex (pixel_at (surface, 267, 40), ==, 0);
  cairo_surface_destroy (surface);
}

/* Ten tiles by eight, ten pixels wide and as far apart as two: a line around them, and none within
 * the field or in its gaps. */
static void
test_a_field_of_tiles_has_one_outline (void)
{
  const QmPaint paint = { .fill = { 1, 0, 0, 1 } };
  g_autoptr (QmScene) scene = qm_scene_new (500, 200, (QmColor) { 1, 1, 1, 1 });
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 200);
  cairo_t *cr = cairo_create (surface);

  qm_scene_begin_mark (scene, "field", "field");
  for (int i = 0; i < 80; i++)
    qm_scene_add_rect (scene, (QmRect) { 50 + i % 10 * 12, 50 + i / 10 * 12, 10, 10 }, 2, &paint);
  qm_scene_end_mark (scene);
  qm_scene_outline_mark (scene, 0, cr, (QmColor) { 0, 1, 0, 1 }, 3, 2);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  for (int y = 50; y < 144; y++)
    for (int x = 50; x < 168; x++)
      g_assert_cmphex (pixel_at (surface, x, y) & 0xffffff, ==, 0);
  for (int x = 55; x < 163; x++) {
    g_assert_cmphex (pixel_at (surface, x, 46) & 0x00ff00, >, 0x008000);
    g_assert_cmphex (pixel_at (surface, x, 148) & 0x00ff00, >, 0x008000);
  }
  cairo_surface_destroy (surface);
}

static void
test_text_wraps_shortens_and_measures_without_a_surface (void)
{
  PangoLayout *one = qm_typeset ("Industrial share", 20, PANGO_WEIGHT_BOLD, -1, 1);
  PangoLayout *two = qm_typeset ("Industrial share", 20, PANGO_WEIGHT_BOLD, 110, 0);
  PangoLayout *cut = qm_typeset ("Industrial share", 20, PANGO_WEIGHT_BOLD, 110, 1);
  PangoLayout *twice = qm_typeset ("Industrial share", 40, PANGO_WEIGHT_BOLD, -1, 1);
  double width, height, other_width, other_height;

  qm_typeset_get_size (one, &width, &height);
  qm_typeset_get_size (twice, &other_width, &other_height);
  g_assert_cmpfloat_with_epsilon (other_width, 2 * width,
                                  0.1); /* no hinting: sizes are in proportion */
  g_assert_cmpfloat_with_epsilon (other_height, 2 * height, 0.1);

  qm_typeset_get_size (two, &other_width, &other_height);
  g_assert_cmpfloat_with_epsilon (other_height, 2 * height, 0.1);
  g_assert_false (qm_typeset_is_shortened (two));
  g_assert_true (qm_typeset_is_shortened (cut));
  g_object_unref (one);
  g_object_unref (two);
  g_object_unref (cut);
  g_object_unref (twice);
}

/* The linked text's pieces: "[text]" is inside the link, "|" begins another line. */
static char *
pieces_of (double width, int max_lines)
{
  g_autoptr (QmScene) scene = qm_scene_new (500, 200, white);
  g_autoptr (GArray) pieces = NULL;
  GString *found = g_string_new (NULL);
  double baseline = NAN;
  const QmShape *shape;
  gsize n_shapes;

  qm_scene_add_text (scene,
                     qm_typeset ("See one two three.", 20, PANGO_WEIGHT_NORMAL, width, max_lines),
                     (QmPoint) { 20, 100 }, ink);
  qm_scene_link_text (scene, 4, 17, "https://example.org/");
  shape = qm_scene_get_shapes (scene, &n_shapes);
  pieces = qm_scene_text_pieces (shape);

  for (guint i = 0; i < pieces->len; i++) {
    const QmTextPiece *piece = &g_array_index (pieces, QmTextPiece, i);

    g_string_append (found, piece->baseline > baseline ? "|" : "");
    g_string_append_printf (found, piece->link == 0 ? "[%s]" : "%s", piece->text);
    baseline = piece->baseline;
    g_assert_cmpfloat (piece->bounds.x, >=, 20);
    g_assert_cmpfloat (qm_rect_right (piece->bounds), <=, qm_rect_right (shape->bounds) + 0.1);
    g_assert_true (
        qm_rect_contains (shape->bounds, (QmPoint) { piece->bounds.x, piece->baseline }));
  }
  return g_string_free (found, FALSE);
}

static void
test_links_have_a_place_in_each_line (void)
{
  g_autofree char *one = pieces_of (-1, 0);
  g_autofree char *wrapped = pieces_of (90, 0);
  g_autofree char *shortened = pieces_of (90, 1);
  g_autofree char *hidden = pieces_of (55, 1);

  g_assert_cmpstr (one, ==, "See [one two three].");
  g_assert_cmpstr (wrapped, ==, "See [one ]|[two ]|[three].");
  g_test_message ("%s, %s", shortened, hidden);
  g_assert_true (g_str_has_prefix (shortened, "See [o"));
  g_assert_true (g_str_has_suffix (shortened, "…"));
  g_assert_null (strchr (hidden, '['));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pick/finds-the-topmost-mark-or-the-nearest-in-reach",
                   test_pick_finds_the_topmost_mark_or_the_nearest_in_reach);
  g_test_add_func ("/scene/pick/of-equally-near-marks-finds-the-last",
                   test_pick_of_equally_near_marks_finds_the_last);
  g_test_add_func ("/scene/pick/finds-what-is-filled", test_pick_finds_what_is_filled);
  g_test_add_func ("/scene/pick/finds-targets-among-everything-else",
                   test_targets_are_found_among_everything_else);
  g_test_add_func ("/scene/marks/keep-their-order-and-the-bounds-of-their-shapes",
                   test_marks_keep_their_order_and_the_bounds_of_their_shapes);
  g_test_add_func ("/scene/marks/that-move-are-found-where-they-are-drawn",
                   test_moved_marks_are_found_where_they_are_drawn);
  g_test_add_func ("/scene/dump/says-what-is-painted-for-whom",
                   test_dump_says_what_is_painted_for_whom);
  g_test_add_func ("/scene/draw/fills-shapes-and-background",
                   test_drawing_fills_shapes_and_background);
  g_test_add_func ("/scene/draw/feather-fades-towards-its-edge",
                   test_feather_fades_towards_its_edge);
  g_test_add_func ("/scene/draw/feather-fades-down", test_feather_fades_down);
  g_test_add_func ("/scene/draw/outline-stays-around-the-mark", test_outline_stays_around_the_mark);
  g_test_add_func ("/scene/draw/a-field-of-tiles-has-one-outline",
                   test_a_field_of_tiles_has_one_outline);
  g_test_add_func ("/scene/links/have-a-place-in-each-line", test_links_have_a_place_in_each_line);
  g_test_add_func ("/text/wraps-shortens-and-measures-without-a-surface",
                   test_text_wraps_shortens_and_measures_without_a_surface);
  return g_test_run ();
}
