/* Every chart at many sizes, in both languages and themes, with its own texts, with texts half as
 * long again and in a larger font, and in every view: no two texts overlap; none leaves the canvas
 * or its panel, lies under a mark that is not its own or is too small; every claim has its mark;
 * texts and marks stand out from what is behind them; and what is free lies on both sides. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/draw/label.h"
#include "chart/forms/forms.h"
#include "chart/view/view-json.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "load-dataset.h"
#include "long-texts.h"
#include "scene/typeset.h"

#include <math.h>
#include <string.h>

typedef struct {
  double width, height;
} Size;

/* As many of them are for every case. */
#define N_MAIN_SIZES 8

static const Size sizes[] = {
  { 1920, 1080 },
  { 3840, 2160 },
  { 1440, 1080 },
  { 1080, 1080 },
  { 1080, 1920 },
  { 960, 1080 },
  { 640, 480 },
  { 480, 360 },
  /* Whatever else a window may have, down to the smallest; in one theme, since only colours
     differ, and not for the hard cases, which need more room. */
  { 400, 270 },
  { 440, 300 },
  { 480, 310 },
  { 640, 360 },
  { 400, 900 },
  { 700, 1200 },
  { 760, 620 },
  { 960, 540 },
  { 1000, 640 },
  { 1280, 720 },
  { 1440, 500 },
  { 2560, 1440 },
  { 3840, 1000 },
};

/* As pictures are exported, at SLIDE_DENSITY: on and beside slides, upright, on an A4 page, and
 * down to the smallest; the last only for whole texts. */
#define SLIDE_DENSITY 144

static const Size exported_sizes[] = {
  { 1920, 1080 }, { 960, 1080 }, { 640, 1080 }, { 1080, 1920 }, { 1684, 1190 }, { 600, 405 },
};

/* Blocks that are left out: each by itself, the words above and below, and all. */
static const QmBlocks hidden_blocks[] = {
  QM_BLOCK_TITLE,
  QM_BLOCK_SUBTITLE,
  QM_BLOCK_NOTE,
  QM_BLOCK_KEY,
  QM_BLOCK_SOURCES,
  QM_BLOCK_TITLE | QM_BLOCK_SUBTITLE,
  QM_BLOCK_NOTE | QM_BLOCK_KEY | QM_BLOCK_SOURCES,
  QM_BLOCKS_ALL,
};

/* One chart on one canvas. */
typedef struct {
  const char *dataset;
  const QmViewedChart *viewed;
  QmCanvas canvas;
  const QmShape *shapes;
  gsize n_shapes;
  const QmMark *marks;
  gsize n_marks;
  QmRect *areas; /* of the panels */
  const QmScene *scene;
} Picture;

/* A reader's larger system font, and the charts in windows with one or two panes and without, down
 * to 480 pixels. Not for the longest texts, which have no room for both, nor large ones in the
 * smallest window. */
static const double text_scales[] = { 1, 1.3, 2 };
#define LEAST_HEIGHT_FOR_LARGE_TEXTS 360
static const Size sizes_of_reader[] = {
  { 464, 270 }, { 480, 360 }, { 480, 620 }, { 490, 560 }, { 700, 560 }, { 840, 620 }, { 1240, 640 },
};

/* Layouts are compared with half a pixel to spare: glyphs round where rectangles do not. */
#define SLACK 0.5

/* Sums that are equal on paper differ by less. */
#define ROUNDING 1e-6

/* WCAG 2.1, 1.4.3 and 1.4.11. */
#define LEAST_TEXT_CONTRAST 4.5
#define LEAST_MARK_CONTRAST 3.0

static const char *
name_of (const QmShape *shape)
{
  return shape->layout != NULL ? pango_layout_get_text (shape->layout) : "a shape";
}

static void
fail (const Picture *picture, const QmShape *shape, const char *what, const QmShape *other)
{
  const QmChart *chart = picture->viewed->original;
  g_autofree char *view = qm_view_to_json (chart, picture->viewed->view);
  g_autofree char *by = NULL;

  if (other != NULL)
    by = g_strdup_printf (": “%s” at %.0f, %.0f, %.0f × %.0f", name_of (other), other->bounds.x,
                          other->bounds.y, other->bounds.width, other->bounds.height);
  g_test_message ("%s %s, %.0f × %.0f, %s, %s: “%s” at %.0f, %.0f, %.0f × %.0f %s%s",
                  picture->dataset, view, picture->canvas.width, picture->canvas.height,
                  qm_language_current (), picture->canvas.theme->name, name_of (shape),
                  shape->bounds.x, shape->bounds.y, shape->bounds.width, shape->bounds.height, what,
                  by != NULL ? by : "");
  g_test_fail ();
}

/* --- Places --- */

static gboolean
lies_within (QmRect inner, QmRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         qm_rect_right (inner) <= qm_rect_right (outer) &&
         qm_rect_bottom (inner) <= qm_rect_bottom (outer);
}

/* By the parameters at which the segment passes the rectangle's sides (Liang and Barsky, 1984). */
static gboolean
segment_crosses (QmPoint from, QmPoint to, QmRect rect)
{
  const double steps[] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  const double rooms[] = { from.x - rect.x, qm_rect_right (rect) - from.x, from.y - rect.y,
                           qm_rect_bottom (rect) - from.y };
  double enters = 0, leaves = 1;

  for (int i = 0; i < 4; i++) {
    if (fabs (steps[i]) <= 0 && rooms[i] <= 0)
      return FALSE;
    if (steps[i] < 0)
      enters = MAX (enters, rooms[i] / steps[i]);
    else if (steps[i] > 0)
      leaves = MIN (leaves, rooms[i] / steps[i]);
  }
  return enters < leaves;
}

static gboolean
path_crosses (const QmShape *path, QmRect rect)
{
  for (gsize i = 1; i < path->n_points; i++)
    if (segment_crosses (path->points[i - 1], path->points[i], rect))
      return TRUE;
  return FALSE;
}

static gboolean
same_color (QmColor a, QmColor b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue) < 1e-9;
}

/* Whether shape takes room that text cannot have. The lines of a grid only divide, and words can
 * stand on the areas of their own mark. */
static gboolean
collides (const Picture *picture, const QmShape *shape, const QmShape *text, QmRect place)
{
  switch (shape->kind) {
  case QM_SHAPE_TEXT:
    return qm_rect_overlaps (place, shape->bounds);
  case QM_SHAPE_RECT:
  case QM_SHAPE_DISC:
    return shape->mark != text->mark && qm_rect_overlaps (place, shape->bounds);
  case QM_SHAPE_PATH:
    return !same_color (shape->paint.stroke, picture->canvas.theme->rule) &&
           path_crosses (shape, place);
  }
  return FALSE;
}

static int
panel_of_claim (const QmViewedChart *viewed, const QmClaim *claim)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      if (qm_viewed_original (viewed, viewed->chart.panels[i].claims[j]) == claim)
        return (int) i;
  return -1;
}

/* A mark's words stand within their panel; others within any one or outside of all. */
static void
check_panel (const Picture *picture, const QmShape *text, QmRect place)
{
  if (text->mark >= 0) {
    int panel = panel_of_claim (picture->viewed, picture->marks[text->mark].datum);

    if (panel < 0 || !lies_within (place, picture->areas[panel]))
      fail (picture, text, "leaves its panel", NULL);
    return;
  }
  for (gsize i = 0; i < picture->viewed->chart.n_panels; i++)
    if (qm_rect_overlaps (place, picture->areas[i]) && !lies_within (place, picture->areas[i]))
      fail (picture, text, "reaches out of a panel, or into one", NULL);
}

static void
check_place (const Picture *picture, const QmShape *text)
{
  QmRect canvas = { 0, 0, picture->canvas.width, picture->canvas.height };
  QmRect place = qm_rect_grow (text->bounds, -SLACK);

  if (!lies_within (place, canvas))
    fail (picture, text, "leaves the canvas", NULL);
  check_panel (picture, text, place);
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (&picture->shapes[i] != text && collides (picture, &picture->shapes[i], text, place))
      fail (picture, text, "is not alone", &picture->shapes[i]);
}

static double
density_of (const Picture *picture)
{
  return picture->canvas.pixels_per_inch > 0 ? picture->canvas.pixels_per_inch / 96 : 1;
}

static double
size_of (const QmShape *text)
{
  const PangoFontDescription *font = pango_layout_get_font_description (text->layout);

  return (double) pango_font_description_get_size (font) / PANGO_SCALE;
}

/* 9 pt, on a screen and on a slide whose shorter side is 1080 pixels. */
static void
check_size (const Picture *picture, const QmShape *text)
{
  double shorter = MIN (picture->canvas.width, picture->canvas.height);

  if (size_of (text) < MAX (12 * density_of (picture), 18 * shorter / 1080) - 0.01)
    fail (picture, text, "is too small", NULL);
}

/* --- Contrast --- */

/* The shape without the end that fades out. */
static QmRect
solid_part (const QmShape *shape)
{
  QmRect part = shape->bounds;
  double *start = shape->paint.fades_down ? &part.y : &part.x;

  *(shape->paint.fades_down ? &part.height : &part.width) -= fabs (shape->paint.feather);
  if (shape->paint.feather < 0)
    *start -= shape->paint.feather;
  return part;
}

/* The text against each colour that may be behind a part of it: the fill and the hatch of whatever
 * was painted there before, down to the first that is behind all of it. */
static void
check_text_contrast (const Picture *picture, gsize i)
{
  const QmShape *text = &picture->shapes[i];
  QmRect place = qm_rect_grow (text->bounds, -ROUNDING);
  double least = G_MAXDOUBLE;
  gboolean is_covered = FALSE;

  while (i-- > 0 && !is_covered) {
    const QmShape *shape = &picture->shapes[i];

    if (shape->kind == QM_SHAPE_TEXT || shape->paint.fill.alpha <= 0 ||
        !qm_rect_overlaps (shape->bounds, place))
      continue;
    least = MIN (least, qm_color_contrast (text->color, shape->paint.fill));
    if (shape->paint.hatch.alpha > 0)
      least = MIN (least, qm_color_contrast (text->color, shape->paint.hatch));
    is_covered = lies_within (place, solid_part (shape));
  }
  if (!is_covered)
    least = MIN (least, qm_color_contrast (text->color, picture->canvas.theme->background));
  if (least < LEAST_TEXT_CONTRAST)
    fail (picture, text, "is too faint", NULL);
}

static gboolean
stands_out (const Picture *picture, const QmShape *shape)
{
  QmColor color = shape->paint.stroke.alpha > 0 ? shape->paint.stroke : shape->paint.fill;

  return color.alpha >= 1 &&
         qm_color_contrast (color, picture->canvas.theme->background) >= LEAST_MARK_CONTRAST;
}

/* A mark's shape counts by its outline, else by its fill; the halo of a dot by the dot on it. */
static void
check_mark_contrast (const Picture *picture, gsize i)
{
  const QmShape *shape = &picture->shapes[i];
  gboolean is_seen = stands_out (picture, shape);

  for (gsize j = i + 1; j < picture->n_shapes && !is_seen; j++) {
    const QmShape *upper = &picture->shapes[j];

    is_seen = upper->mark == shape->mark && shape->kind == QM_SHAPE_DISC &&
              upper->kind == QM_SHAPE_DISC && stands_out (picture, upper) &&
              lies_within (upper->bounds, shape->bounds);
  }
  if (!is_seen)
    fail (picture, shape, "is too faint", NULL);
}

/* --- Marks --- */

static gboolean
has_mark (const Picture *picture, const QmClaim *claim)
{
  for (gsize i = 0; i < picture->n_marks; i++)
    if (picture->marks[i].datum == claim &&
        (picture->marks[i].bounds.width > 0 || picture->marks[i].bounds.height > 0))
      return TRUE;
  return FALSE;
}

/* The hard cases need more. */
static gboolean
has_room_for_notes (const Picture *picture)
{
  return MIN (picture->canvas.width, picture->canvas.height) >= 1000 &&
         !g_str_has_suffix (picture->dataset, "hard-cases");
}

/* On a card at its mark, or in the footer, where small pictures may shorten the last line. */
static void
check_call_outs (const Picture *picture)
{
  const GArray *call_outs = picture->viewed->view->call_outs;

  for (guint i = 0; call_outs != NULL && i < call_outs->len; i++) {
    const QmCallOut *call_out = &g_array_index (call_outs, QmCallOut, i);
    gboolean is_there = FALSE;

    for (gsize j = 0; j < picture->n_shapes && !is_there; j++) {
      const QmShape *shape = &picture->shapes[j];

      is_there = shape->layout != NULL && strstr (pango_layout_get_text (shape->layout),
                                                  qm_call_out_get_text (call_out)) != NULL;
      if (is_there && has_room_for_notes (picture) && pango_layout_is_ellipsized (shape->layout))
        fail (picture, shape, "is shortened", NULL);
    }
    if (!is_there) {
      g_test_message ("%s %s, %.0f × %.0f: no note on %s", picture->dataset,
                      picture->viewed->chart.id, picture->canvas.width, picture->canvas.height,
                      call_out->claim->id);
      g_test_fail ();
    }
  }
}

static gboolean
is_covered (const QmForm *form, const QmView *view, const QmClaim *claim)
{
  double from, to;

  form->span_of (claim, &from, &to);
  return qm_view_covers_span (view, from, to);
}

/* Three groups of bars have no legible room on the smallest canvases and on slides with large type:
 * there the row of others counts the last. No other case may leave a figure out. */
static gboolean
is_among_others (const Picture *picture, const QmClaim *claim)
{
  gsize n;
  const QmLeftOut *left_out = qm_scene_get_left_out (picture->scene, &n);

  if (!g_str_equal (picture->viewed->chart.id, "hard-grouped"))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (left_out[i].kind == QM_LEFT_OUT_DATUM && left_out[i].what == claim)
      return TRUE;
  return FALSE;
}

static void
check_marks (const Picture *picture)
{
  const QmChart *chart = &picture->viewed->chart;

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      const QmForm *form = qm_form_of (&chart->panels[i]);
      const QmClaim *claim = qm_viewed_original (picture->viewed, chart->panels[i].claims[j]);

      /* A line leads to figures beyond the part of the axis that is shown. */
      if (form->span_of != NULL && !is_covered (form, picture->viewed->view, claim))
        continue;
      if (!has_mark (picture, claim) && !is_among_others (picture, claim)) {
        g_test_message ("%s %s, %.0f × %.0f: no mark for %s", picture->dataset, chart->id,
                        picture->canvas.width, picture->canvas.height, claim->id);
        g_test_fail ();
      }
    }
}

/* What a chart's only panel leaves free of its height does not all lie below it. */
static void
check_balance (const Picture *picture)
{
  QmRect area = picture->areas[0];
  double top = qm_rect_bottom (area), bottom = area.y;

  if (picture->viewed->chart.n_panels > 1 || picture->viewed->view->call_outs != NULL)
    return;
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (qm_rect_contains (area, qm_rect_centre (picture->shapes[i].bounds))) {
      top = MIN (top, picture->shapes[i].bounds.y);
      bottom = MAX (bottom, qm_rect_bottom (picture->shapes[i].bounds));
    }
  if (qm_rect_bottom (area) - bottom > 1.6 * (top - area.y) + SLACK) {
    g_test_message ("%s %s, %.0f × %.0f: %.0f free above the panel, %.0f below it",
                    picture->dataset, picture->viewed->chart.id, picture->canvas.width,
                    picture->canvas.height, top - area.y, qm_rect_bottom (area) - bottom);
    g_test_fail ();
  }
}

/* --- Cases --- */

static gboolean
is_of_panels (const QmChart *chart, const char *text)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (g_strcmp0 (text, qm_text_get (chart->panels[i].title)) == 0 ||
        g_strcmp0 (text, qm_text_get (chart->panels[i].subtitle)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_cut (const QmShape *text)
{
  return qm_typeset_is_shortened (text->layout) ||
         qm_label_is_torn (&(QmLabel) { .layout = text->layout });
}

/* Of marks, in pixels. */
#define LEAST_TILE 4

/* Of the titles, the figures and the sources nothing is cut: the plot gives way first. Nor is
 * anything in a window, however large a reader has its texts; and something is left of the plot. */
static void
check_is_whole (const Picture *picture)
{
  gboolean is_in_window = picture->canvas.text_scale > 0;
  gsize n_left_out;
  const QmLeftOut *left_out = qm_scene_get_left_out (picture->scene, &n_left_out);

  for (gsize i = 0; i < picture->n_shapes; i++)
    if (picture->shapes[i].layout != NULL &&
        (is_in_window || picture->shapes[i].part == QM_PART_TITLE ||
         picture->shapes[i].part == QM_PART_SUBTITLE ||
         is_of_panels (&picture->viewed->chart,
                       pango_layout_get_text (picture->shapes[i].layout))) &&
        is_cut (&picture->shapes[i]))
      fail (picture, &picture->shapes[i], "is cut", NULL);
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (is_in_window && picture->shapes[i].mark >= 0 && picture->shapes[i].kind == QM_SHAPE_RECT &&
        MAX (picture->shapes[i].bounds.width, picture->shapes[i].bounds.height) < LEAST_TILE)
      fail (picture, &picture->shapes[i], "can hardly be seen", NULL);
  for (gsize i = 0; i < n_left_out; i++)
    if (left_out[i].kind == QM_LEFT_OUT_SOURCE || left_out[i].kind == QM_LEFT_OUT_DATUM ||
        (left_out[i].kind == QM_LEFT_OUT_END && is_in_window))
      fail (picture, &picture->shapes[0],
            "is in a picture that leaves out a source, a figure or the end of a name", NULL);
}

static void
check_shapes (Picture *picture)
{
  for (gsize i = 0; i < picture->n_shapes; i++)
    if (picture->shapes[i].kind == QM_SHAPE_TEXT) {
      check_place (picture, &picture->shapes[i]);
      check_size (picture, &picture->shapes[i]);
      check_text_contrast (picture, i);
    } else if (picture->shapes[i].mark >= 0)
      check_mark_contrast (picture, i);
}

static void
check_picture (const char *dataset, const QmChart *chart, const QmView *view, QmCanvas canvas)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autofree QmRect *areas = g_new0 (QmRect, chart->n_panels);
  g_autoptr (QmScene) scene = qm_chart_build_viewed (&viewed, &canvas, areas);
  Picture picture = { dataset, &viewed, canvas, .areas = areas, .scene = scene };

  picture.shapes = qm_scene_get_shapes (scene, &picture.n_shapes);
  picture.marks = qm_scene_get_marks (scene, &picture.n_marks);
  check_shapes (&picture);
  check_marks (&picture);
  check_call_outs (&picture);
  check_balance (&picture);
  if (canvas.text_scale >= 1)
    check_is_whole (&picture);
}

typedef struct {
  const char *name;
  const char *path; /* from the folder of tests */
  gboolean is_hard, is_long;
  const char *language;
} Case;

/* All but as much as has to stay; and nobody but the first. */
static void
hide (const QmChart *chart, const QmViewOffers *offers, QmView *most, QmView *first)
{
  for (guint i = 0; i < offers->entities->len; i++)
    qm_view_hide (most, chart, offers->entities->pdata[i], NULL);
  if (offers->entities->len > 0)
    qm_view_hide (first, chart, offers->entities->pdata[0], NULL);
}

/* Whatever the distance of its months: those at the ends, which stay on the picture, come nearest
 * to the next where their dates are the very ends. */
static void
show_months (const QmViewOffers *offers, GArray *views)
{
  double from = offers->from.year, to = offers->to.year;

  for (int n_months = 2; n_months < 12 * (to - from) && n_months < 24; n_months++)
    g_array_append_val (
        views, ((QmView) { .from = qm_date_from_year (to - n_months / 12.0), .to = offers->to }));
}

/* A third of the axis of time, and the last few months of that. */
static void
come_closer (const QmViewOffers *offers, GArray *views)
{
  double from = offers->from.year, to = offers->to.year;
  QmDate third = qm_date_from_year (from + (to - from) / 3);
  QmDate two_thirds = qm_date_from_year (from + 2 * (to - from) / 3);

  if (offers->from.year == 0)
    return;
  g_array_append_val (views, ((QmView) { .from = third, .to = two_thirds }));
  /* From the middle of one month to just after the beginning of another. */
  g_array_append_val (views, ((QmView) { .from = qm_date_from_year (from + 0.75),
                                         .to = qm_date_from_year (from + 2.255) }));
  show_months (offers, views);
  g_array_append_val (views,
                      ((QmView) { .from = qm_date_from_year (qm_date_to_year (two_thirds) - 0.4),
                                  .to = two_thirds }));
}

/* In the middle, and near the beginning. */
static void
read_off (const QmViewOffers *offers, GArray *views)
{
  double from = qm_date_to_year (offers->year_from), to = qm_date_to_year (offers->year_to);

  if (offers->year_from.year == 0)
    return;
  g_array_append_val (views, ((QmView) { .year = qm_date_from_year ((from + to) / 2) }));
  g_array_append_val (views, ((QmView) { .year = qm_date_from_year (from + (to - from) / 12) }));
}

/* Short and long notes, on two marks of each panel, and on the first few of each. */
static void
call_out (const QmChart *chart, GArray *views, gboolean has_many)
{
  static const char *const longer =
      "A note that has more to say than others: why this figure matters, what it leaves out, and "
      "whom to ask; in short, as much as a reader writes on a chart.";
  QmView few = qm_view_default, many = qm_view_default;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];

    qm_view_set_call_out (&few, panel->claims[panel->n_claims - 1], "See here", NULL);
    qm_view_set_call_out (&few, panel->claims[panel->n_claims / 3], longer, NULL);
    for (gsize j = 0; j < MIN (panel->n_claims, 4); j++)
      qm_view_set_call_out (&many, panel->claims[j], j % 2 == 0 ? longer : "And see here", NULL);
  }
  g_array_append_val (views, few);
  if (has_many)
    g_array_append_val (views, many);
  else
    qm_view_clear (&many);
}

static void
clear_view (gpointer data)
{
  qm_view_clear (data);
}

/* What a reader can choose to see of the chart besides what it is. Element QmView. */
static GArray *
find_views (const QmChart *chart, const Case *test)
{
  const QmViewOffers *offers = qm_view_offers (chart);
  GArray *views = g_array_new (FALSE, FALSE, sizeof (QmView));
  QmView most = qm_view_default, first = qm_view_default;

  g_array_set_clear_func (views, clear_view);
  hide (chart, offers, &most, &first);
  g_array_append_val (views, most);
  g_array_append_val (views, first);
  if (offers->has_log)
    g_array_append_val (views, ((QmView) { .is_log = TRUE }));
  if (offers->relative_to->len > 0)
    g_array_append_val (views, ((QmView) { .relative_to = offers->relative_to->pdata[0] }));
  for (gsize i = 0; i < chart->n_panels; i++)
    g_array_append_val (views, ((QmView) { .highlight = chart->panels[i].claims[0] }));
  call_out (chart, views, !test->is_long);
  come_closer (offers, views);
  read_off (offers, views);
  if (offers->has_order)
    g_array_append_val (views, ((QmView) { .order = QM_ORDERED_SMALLEST_FIRST }));
  for (guint i = 0; i < offers->measures->len; i++)
    g_array_append_val (views, ((QmView) { .measure = offers->measures->pdata[i] }));
  return views;
}

static void
check_chart (const Case *test, const QmChart *chart, Size size)
{
  QmCanvas light = { .width = size.width, .height = size.height, .theme = &qm_theme_light };
  QmCanvas dark = { .width = size.width, .height = size.height, .theme = &qm_theme_dark };
  g_autoptr (GArray) views = find_views (chart, test);

  check_picture (test->name, chart, &qm_view_default, light);
  check_picture (test->name, chart, &qm_view_default, dark);
  for (guint i = 0; i < views->len; i++) {
    const QmView *view = &g_array_index (views, QmView, i);

    check_picture (test->name, chart, view, view->highlight != NULL ? dark : light);
  }
}

static void
check_sizes_of_text (const Case *test, const QmChart *chart)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes_of_reader); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (text_scales); j++)
      if (text_scales[j] <= 1 || sizes_of_reader[i].height >= LEAST_HEIGHT_FOR_LARGE_TEXTS)
        check_picture (test->name, chart, &qm_view_default,
                       (QmCanvas) { .width = sizes_of_reader[i].width,
                                    .height = sizes_of_reader[i].height,
                                    .theme = &qm_theme_light,
                                    .text_scale = text_scales[j] });
}

/* As a picture is exported. */
static void
check_exported (const Case *test, const QmChart *chart, Size size)
{
  QmCanvas canvas = { .width = size.width,
                      .height = size.height,
                      .theme = &qm_theme_light,
                      .pixels_per_inch = SLIDE_DENSITY };

  check_picture (test->name, chart, &qm_view_default, canvas);
  for (gsize i = 0; i < G_N_ELEMENTS (hidden_blocks); i++) {
    canvas.hidden = hidden_blocks[i];
    check_picture (test->name, chart, &qm_view_default, canvas);
  }
}

static const Case cases[] = {
  { "own-texts", "../data/scale-and-open-models.json", FALSE, FALSE, "en" },
  { "own-texts", "../data/scale-and-open-models.json", FALSE, FALSE, "vi" },
  { "long-texts", "../data/scale-and-open-models.json", FALSE, TRUE, "en" },
  { "long-texts", "../data/scale-and-open-models.json", FALSE, TRUE, "vi" },
  { "hard-cases", "data/hard-cases.json", TRUE, FALSE, "en" },
  { "hard-cases", "data/hard-cases.json", TRUE, FALSE, "vi" },
  { "long-hard-cases", "data/hard-cases.json", TRUE, TRUE, "en" },
  { "long-hard-cases", "data/hard-cases.json", TRUE, TRUE, "vi" },
};

static QmDataset *
load (const Case *test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, test->path, NULL);

  if (test->is_long)
    return load_with_long_texts (path, qm_forms);
  return load_dataset (path);
}

static void
test_layout (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QmDataset) dataset = load (test);

  g_assert_true (qm_language_use (test->language));
  for (gsize i = 0; i < dataset->n_charts; i++) {
    if (!test->is_hard && !test->is_long)
      check_sizes_of_text (test, &dataset->charts[i]);
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      if (j < N_MAIN_SIZES)
        check_chart (test, &dataset->charts[i], sizes[j]);
      else if (!test->is_hard)
        check_picture (test->name, &dataset->charts[i], &qm_view_default,
                       (QmCanvas) { .width = sizes[j].width,
                                    .height = sizes[j].height,
                                    .theme = &qm_theme_light });
  }
}

static void
test_exported (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QmDataset) dataset = load (test);

  g_assert_true (qm_language_use (test->language));
  for (gsize i = 0; i < dataset->n_charts; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (exported_sizes) - (test->is_hard ? 1 : 0); j++)
      check_exported (test, &dataset->charts[i], exported_sizes[j]);
}

/* Pictures that are shown one after another: on slides, on a screen, and as posts. */
static const Size sizes_in_a_row[] = {
  { 640, 480 }, { 1280, 720 }, { 1920, 1080 }, { 1080, 1080 }, { 1080, 1350 },
};

static double
size_of_title (const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].part == QM_PART_TITLE)
      return size_of (&shapes[i]);
  g_assert_not_reached ();
}

static void
test_titles_in_a_row (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QmDataset) dataset = load (test);

  g_assert_true (qm_language_use (test->language));
  for (gsize i = 0; i < G_N_ELEMENTS (sizes_in_a_row); i++) {
    QmCanvas canvas = { .width = sizes_in_a_row[i].width,
                        .height = sizes_in_a_row[i].height,
                        .theme = &qm_theme_light };
    double first = 0;

    for (gsize j = 0; j < dataset->n_charts; j++) {
      g_autoptr (QmScene) scene = qm_chart_build (&dataset->charts[j], &qm_view_default, &canvas);
      double size = size_of_title (scene);

      first = j == 0 ? size : first;
      g_assert_cmpfloat_with_epsilon (size, first, 1e-6);
    }
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path =
        g_strdup_printf ("/layout/%s/nothing-collides-with-%s", cases[i].language, cases[i].name);
    g_autofree char *exported_path =
        g_strdup_printf ("/layout/%s/exported-with-%s", cases[i].language, cases[i].name);
    g_autofree char *row_path =
        g_strdup_printf ("/layout/%s/titles-in-a-row-are-of-one-size", cases[i].language);

    g_test_add_data_func (path, &cases[i], test_layout);
    g_test_add_data_func (exported_path, &cases[i], test_exported);
    if (!cases[i].is_hard && !cases[i].is_long)
      g_test_add_data_func (row_path, &cases[i], test_titles_in_a_row);
  }
  return g_test_run ();
}
