#include "chart/draw/panels.h"

#include "chart/draw/emphasis.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"

/* --- Places --- */

static double
row_gap (const QmStyle *style)
{
  return qm_style_length (style, 112) + 8;
}

static double
column_gap (const QmStyle *style)
{
  return qm_style_length (style, 80) + 8;
}

static double
total_width_need (const QmChart *chart)
{
  double total = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    total += qm_form_of (&chart->panels[i])->need;
  return total;
}

/* Lines of text that a panel takes up in height when it is just not cramped. */
static double
lines_of (const QmPanel *panel)
{
  double heading = (panel->title != NULL) + (panel->subtitle != NULL);

  return heading + qm_form_of (panel)->lines;
}

static double
total_lines (const QmChart *chart)
{
  double total = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    total += lines_of (&chart->panels[i]);
  return total;
}

/* A row where it leaves the panels width enough for their words, and where a column would leave
 * them too little height. */
static gboolean
stand_in_row (const QmStyle *style, const QmChart *chart, QmRect plot)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  double gaps = column_gap (style) * (double) (chart->n_panels - 1);

  return plot.height - gaps < total_lines (chart) * line ||
         (plot.width > 1.2 * plot.height && plot.width > 27 * line);
}

gboolean
qm_panels_place (const QmStyle *style, const QmChart *chart, QmRect plot, QmRect *areas)
{
  gboolean is_row = stand_in_row (style, chart, plot);
  double gap = is_row ? row_gap (style) : column_gap (style);
  double gaps = gap * (double) (chart->n_panels - 1);
  QmRect area = plot;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];

    if (is_row)
      area.width = (plot.width - gaps) * qm_form_of (panel)->need / total_width_need (chart);
    else
      area.height = MAX (plot.height - gaps, 1) * lines_of (panel) / total_lines (chart);
    areas[i] = area;
    if (is_row)
      area.x += area.width + gap;
    else
      area.y += area.height + gap;
  }
  return is_row;
}

/* --- Drawing --- */

/* Half-way between a panel and the one before it. */
static void
add_divider (QmScene *scene, const QmStyle *style, QmRect area, gboolean is_row)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  double x = area.x - row_gap (style) / 2, y = area.y - column_gap (style) / 2;

  if (is_row)
    qm_scene_add_line (scene, (QmPoint){ x, area.y }, (QmPoint){ x, qm_rect_bottom (area) }, &rule);
  else
    qm_scene_add_line (scene, (QmPoint){ area.x, y }, (QmPoint){ qm_rect_right (area), y }, &rule);
}

/* The panel's words above its marks. Placing them empties the labels. */
typedef struct {
  QmLabel title, subtitle;
  gboolean is_shown; /* there are any */
} Heading;

/* Where there is little room the subtitle has one line. */
static Heading
measure_heading (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  int max_lines = area.height > (lines_of (panel) + 2) * line ? 2 : 1;

  return (Heading){
    qm_label (style, QM_ROLE_HEADING, qm_text_get (panel->title), area.width, max_lines),
    qm_label (style, QM_ROLE_NOTE, qm_text_get (panel->subtitle), area.width, max_lines),
    panel->title != NULL || panel->subtitle != NULL,
  };
}

/* Between the two. */
static double
heading_gap (const QmStyle *style, const Heading *heading)
{
  return heading->title.layout != NULL ? qm_style_length (style, 6) : 0;
}

/* What the heading leaves of the area for the marks. */
static QmRect
room_below (const QmStyle *style, const Heading *heading, QmRect area)
{
  double height = heading->title.height + heading_gap (style, heading) + heading->subtitle.height;

  if (height > 0)
    height += qm_style_length (style, 22) + 2;
  return (QmRect){ area.x, area.y + height, area.width, MAX (area.height - height, 1) };
}

static void
place_heading (Heading *heading, QmScene *scene, const QmStyle *style, QmRect area)
{
  double subtitle_y = area.y + heading->title.height + heading_gap (style, heading);

  qm_label_place (&heading->title, scene, area.x, area.y);
  qm_label_place (&heading->subtitle, scene, area.x, subtitle_y);
}

/* Missing is a word and not an empty place. */
static void
add_nothing (QmScene *scene, const QmStyle *style, const QmView *view, QmRect area)
{
  g_autofree char *words = qm_wording_nothing (view);
  g_auto (QmLabel) label = qm_label_figure (style, QM_ROLE_NOTE, words, area.width, -1);
  QmPoint centre = qm_rect_centre (area);

  qm_label_place (&label, scene, centre.x - label.width / 2, centre.y - label.height / 2);
}

/* A panel on its way into the scene. */
typedef struct {
  QmRect area, room; /* of all of it, of its marks */
  Heading heading;
  QmOthers fold;
  QmLabel others;   /* below the marks */
  gsize first, end; /* its shapes */
} Place;

static double
gap_above_others (const QmStyle *style)
{
  return qm_style_length (style, 20) + 4;
}

/* So few are drawn in any room. */
#define FEWEST_MARKS 3

/* Keeps room for as many marks as can be read in it, and for the words on the others. */
static void
fold (Place *place, const QmStyle *style, const QmPanel *panel)
{
  const QmForm *form = qm_form_of (panel);
  QmRect room = place->room;
  gsize most = form->most != NULL ? form->most (style, panel, room) : G_MAXSIZE;

  /* The words would take the place of one more. */
  if (panel->n_claims <= MAX (most + 1, FEWEST_MARKS))
    most = G_MAXSIZE;
  place->fold = qm_others (panel, most, form->keeps_first);
  place->others = qm_others_label (&place->fold, style, room.width);
  if (place->others.layout == NULL)
    return;
  /* With these words fewer can stay, which does not make them longer by a line. */
  room.height = MAX (room.height - place->others.height - gap_above_others (style), 1);
  qm_others_clear (&place->fold);
  qm_label_clear (&place->others);
  place->fold = qm_others (panel, MIN (most, form->most (style, panel, room)), form->keeps_first);
  place->others = qm_others_label (&place->fold, style, room.width);
  place->room = room;
}

/* What the scene says of claims of the view, it says of the dataset's. */
static void
use_originals (QmScene *scene, const QmViewedChart *viewed, gsize first_mark, gsize first_left_out)
{
  gsize n_marks, n_left_out;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);

  for (gsize i = first_mark; i < n_marks; i++)
    qm_scene_set_datum (scene, (int) i, qm_viewed_original (viewed, marks[i].datum));
  for (gsize i = first_left_out; i < n_left_out; i++)
    if (left_out[i].kind == QM_LEFT_OUT_DATUM)
      qm_scene_set_left_out (scene, i, qm_viewed_original (viewed, left_out[i].what));
}

static void
add_others (Place *place, QmScene *scene, const QmStyle *style)
{
  double y = qm_rect_bottom (place->room) + gap_above_others (style);

  if (place->others.layout == NULL)
    return;
  for (guint i = 0; i < place->fold.others->len; i++)
    qm_scene_leave_out (scene, QM_LEFT_OUT_DATUM, place->fold.others->pdata[i]);
  qm_label_place (&place->others, scene, place->room.x, y);
  qm_scene_set_target (scene, QM_TARGET_OTHERS, NULL);
}

static void
add_marks (Place *place, QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
           const QmPanel *panel)
{
  gsize n_marks, n_left_out;

  if (panel->n_claims == 0) {
    add_nothing (scene, style, viewed->view, place->room);
    return;
  }
  qm_scene_get_marks (scene, &n_marks);
  qm_scene_get_left_out (scene, &n_left_out);
  qm_form_of (panel)->build (scene, style, &place->fold.panel, viewed, place->room);
  add_others (place, scene, style);
  use_originals (scene, viewed, n_marks, n_left_out);
}

static void
add_panel (Place *place, QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
           const QmPanel *panel)
{
  qm_scene_get_shapes (scene, &place->first);
  place_heading (&place->heading, scene, style, place->area);
  add_marks (place, scene, style, viewed, panel);
  qm_scene_get_shapes (scene, &place->end);
}

/* All large figures of a chart have one size, the smallest that any of them needs: a larger one
 * would be read as the weightier. */
static double
common_figure_scale (const QmStyle *style, const QmChart *chart, const Place *places)
{
  double scale = G_MAXDOUBLE;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmForm *form = qm_form_of (&chart->panels[i]);

    if (form->figure_scale != NULL && chart->panels[i].n_claims > 0)
      scale = MIN (scale, form->figure_scale (style, &places[i].fold.panel, places[i].room));
  }
  return scale;
}

/* Of the height that a panel leaves free so much stands above it. */
#define PART_ABOVE 0.4

/* How far the panel is from there. */
static double
drop_of (const QmScene *scene, const Place *place)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  double top = qm_rect_bottom (place->area), bottom = place->area.y;

  for (gsize i = place->first; i < place->end; i++) {
    top = MIN (top, shapes[i].bounds.y);
    bottom = MAX (bottom, qm_rect_bottom (shapes[i].bounds));
  }
  return MAX (PART_ABOVE * (place->area.height - (bottom - top)) - (top - place->area.y), 0);
}

/* Forms need not fill their area: what they leave free is shared out above and below. Headings that
 * stand side by side stay on one line. */
static void
share_out_height (QmScene *scene, const QmChart *chart, const Place *places, gboolean is_row)
{
  double common = G_MAXDOUBLE;

  for (gsize i = 0; i < chart->n_panels; i++)
    if (is_row && places[i].heading.is_shown)
      common = MIN (common, drop_of (scene, &places[i]));

  for (gsize i = 0; i < chart->n_panels; i++) {
    const Place *place = &places[i];
    double drop = drop_of (scene, place);

    qm_scene_move_down (scene, place->first, place->end,
                        place->heading.is_shown ? MIN (drop, common) : drop);
  }
}

void
qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot)
{
  const QmChart *chart = &viewed->chart;
  g_autofree QmRect *areas = g_new0 (QmRect, chart->n_panels);
  g_autofree Place *places = g_new0 (Place, chart->n_panels);
  gboolean is_row = qm_panels_place (style, chart, plot, areas);
  QmStyle panel_style = *style;
  gsize n_before;

  qm_scene_get_shapes (scene, &n_before);

  for (gsize i = 0; i < chart->n_panels; i++) {
    if (i > 0)
      add_divider (scene, style, areas[i], is_row);
    places[i].area = areas[i];
    places[i].heading = measure_heading (style, &chart->panels[i], areas[i]);
    places[i].room = room_below (style, &places[i].heading, areas[i]);
    fold (&places[i], style, &chart->panels[i]);
  }

  panel_style.figure_scale = common_figure_scale (style, chart, places);
  for (gsize i = 0; i < chart->n_panels; i++)
    add_panel (&places[i], scene, &panel_style, viewed, &chart->panels[i]);
  share_out_height (scene, chart, places, is_row);
  for (gsize i = 0; i < chart->n_panels; i++)
    qm_others_clear (&places[i].fold);
  if (viewed->view->highlight != NULL)
    qm_emphasis_add (scene, style, viewed->view->highlight, n_before);
}
