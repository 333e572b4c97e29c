#include "chart/draw/panels.h"

#include "chart/draw/emphasis.h"
#include "chart/draw/grid.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/room.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"

#include <math.h>

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

/* Lines of text that a panel takes up in width when it is just not cramped, for each part of its
 * need. */
#define LINES_OF_NEED 6

/* A row where it leaves the panels width enough for their words; where neither that nor a column
 * has room for all of them, whichever is less cramped. */
static gboolean
stand_in_row (const QmStyle *style, const QmChart *chart, QmRect plot)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL), n_gaps = (double) chart->n_panels - 1;
  double in_row =
      (plot.width - n_gaps * row_gap (style)) / (LINES_OF_NEED * total_width_need (chart) * line);
  double in_column = (plot.height - n_gaps * column_gap (style)) / (total_lines (chart) * line);

  if (plot.width > 1.2 * plot.height && in_row >= 1)
    return TRUE;
  return in_column < 1 && in_row >= in_column;
}

/* Between the cells of a grid there is less. */
static QmGrid
panel_grid (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns)
{
  return qm_grid (plot, chart->n_panels, n_columns, column_gap (style) / 2);
}

/* In a row, in a column, or of one size in the cells of a grid. */
static void
place_panels (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns,
              QmRect *areas)
{
  gboolean is_row = n_columns == chart->n_panels;
  double gap = is_row ? row_gap (style) : column_gap (style);
  double gaps = gap * (double) (chart->n_panels - 1);
  QmGrid grid = panel_grid (style, chart, plot, n_columns);
  QmRect area = plot;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];

    if (!is_row && n_columns > 1) {
      areas[i] = qm_grid_cell (&grid, i);
      continue;
    }
    if (is_row)
      area.width = MAX (plot.width - gaps, 1) * qm_form_of (panel)->need / total_width_need (chart);
    else
      area.height = MAX (plot.height - gaps, 1) * lines_of (panel) / total_lines (chart);
    areas[i] = area;
    if (is_row)
      area.x += area.width + gap;
    else
      area.y += area.height + gap;
  }
}

/* --- Drawing --- */

/* Half-way between a panel and the one before it. */
static void
add_divider (QmScene *scene, const QmStyle *style, const QmRect *areas, gsize i, gboolean is_row)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmRect area = areas[i];
  double x = area.x - row_gap (style) / 2, y = area.y - column_gap (style) / 2;

  if (i == 0)
    return;
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

  label.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&label, scene, centre.x - label.width / 2, centre.y - label.height / 2);
}

/* A panel on its way into the scene. */
typedef struct {
  QmRect area, room; /* of all of it, below its heading */
  QmRect marks;      /* the room without the words on the others */
  Heading heading;
  QmOthers fold;
  gsize first, end; /* its shapes */
} Place;

static double
gap_above_others (const QmStyle *style)
{
  return qm_style_length (style, 20) + 4;
}

/* Keeps so many of the claims, and room for the words on the rest. */
static void
keep (Place *place, const QmStyle *style, const QmPanel *panel, gsize most)
{
  g_auto (QmLabel) others = { 0 };

  qm_others_clear (&place->fold);
  place->fold = qm_others (panel, most);
  others = qm_others_label (&place->fold, style, place->room.width);
  place->marks = place->room;
  if (others.layout != NULL)
    place->marks.height = MAX (place->room.height - others.height - gap_above_others (style), 1);
}

/* Keeps as many marks as can probably be read in the room. */
static void
fold (Place *place, const QmStyle *style, const QmPanel *panel)
{
  const QmForm *form = qm_form_of (panel);
  gsize group = MAX (form->group, 1);
  gsize most = form->most (style, panel, place->room);

  /* The words would take the place of one more. */
  if (most > 0 && most < panel->n_claims && panel->n_claims - most <= group)
    most = panel->n_claims;
  keep (place, style, panel, most);
  if (place->fold.others->len > 0)
    keep (place, style, panel, MIN (most, form->most (style, panel, place->marks)));
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
add_others (const Place *place, QmScene *scene, const QmStyle *style)
{
  g_auto (QmLabel) others = qm_others_label (&place->fold, style, place->room.width);
  double y = MIN (qm_rect_bottom (place->marks) + gap_above_others (style),
                  qm_rect_bottom (place->area) - others.height);

  if (others.layout == NULL)
    return;
  for (guint i = 0; i < place->fold.others->len; i++)
    qm_scene_leave_out (scene, QM_LEFT_OUT_DATUM, place->fold.others->pdata[i]);
  qm_label_place (&others, scene, place->room.x, y);
  qm_scene_set_target (scene, QM_TARGET_OTHERS, NULL);
}

/* Where the words turn out to have no room, with fewer and fewer marks. */
static void
add_marks (Place *place, QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
           const QmPanel *panel)
{
  QmSceneState before = qm_scene_get_state (scene);
  const QmForm *form = qm_form_of (panel);

  if (panel->n_claims == 0) {
    add_nothing (scene, style, viewed->view, place->room);
    return;
  }
  for (;;) {
    gsize n = place->fold.panel.n_claims;

    if (n > 0)
      form->build (scene, style, &place->fold.panel, viewed, place->marks);
    add_others (place, scene, style);
    if (n == 0 || qm_room_is_tidy_in (scene, before.n_shapes, place->area))
      break;
    qm_scene_restore (scene, before);
    keep (place, style, panel, n - MIN (n, MAX (n / 6, MAX (form->group, 1))));
  }
  use_originals (scene, viewed, before.n_marks, before.n_left_out);
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

static QmFigureScale
common_figure_scale (const QmStyle *style, const QmChart *chart, const Place *places)
{
  QmFigureScale scale = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmForm *form = qm_form_of (&chart->panels[i]);

    if (form->fit_figures != NULL && chart->panels[i].n_claims > 0)
      form->fit_figures (style, &places[i].fold.panel, places[i].marks, &scale);
  }
  return scale;
}

/* Of the height that a panel leaves free so much stands above it. */
#define PART_ABOVE 0.4

/* How far the panel is from there. Where a dot reaches above the area, its words do not leave it
 * below for that. */
static double
drop_of (const QmScene *scene, const Place *place)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  double top = qm_rect_bottom (place->area), bottom = place->area.y, below = G_MAXDOUBLE;

  for (gsize i = place->first; i < place->end; i++) {
    double end = qm_rect_bottom (shapes[i].bounds);

    top = MIN (top, shapes[i].bounds.y);
    bottom = MAX (bottom, end);
    if (shapes[i].kind == QM_SHAPE_TEXT)
      below = MIN (below, qm_rect_bottom (place->area) - end);
  }
  return MAX (
      MIN (PART_ABOVE * (place->area.height - (bottom - top)) - (top - place->area.y), below), 0);
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

/* Panels without a mark weigh more than any number of marks. */
static double
weigh_loss (const Place *places, gsize n)
{
  double loss = 0;

  for (gsize i = 0; i < n; i++) {
    const QmOthers *fold = &places[i].fold;

    loss += fold->others->len + (fold->others->len > 0 && fold->panel.n_claims == 0 ? 1e6 : 0);
  }
  return loss;
}

/* Returns how much had no room. */
static double
add_panels (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, gsize n_columns,
            const QmRect *areas)
{
  const QmChart *chart = &viewed->chart;
  g_autofree Place *places = g_new0 (Place, chart->n_panels);
  QmStyle panel_style = *style;
  double loss;

  for (gsize i = 0; i < chart->n_panels; i++) {
    if (n_columns == 1 || n_columns == chart->n_panels)
      add_divider (scene, style, areas, i, n_columns > 1);
    places[i].area = areas[i];
    places[i].heading = measure_heading (style, &chart->panels[i], areas[i]);
    places[i].room = room_below (style, &places[i].heading, areas[i]);
    fold (&places[i], style, &chart->panels[i]);
  }

  panel_style.figures = common_figure_scale (style, chart, places);
  for (gsize i = 0; i < chart->n_panels; i++)
    add_panel (&places[i], scene, &panel_style, viewed, &chart->panels[i]);
  share_out_height (scene, chart, places, n_columns > 1);
  loss = weigh_loss (places, chart->n_panels);
  for (gsize i = 0; i < chart->n_panels; i++)
    qm_others_clear (&places[i].fold);
  return loss;
}

/* The numbers of columns to be tried, the best guess first. Element gsize. */
static GArray *
find_arrangements (const QmStyle *style, const QmChart *chart, QmRect plot)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize n = chart->n_panels, one = 1;
  gboolean is_row = stand_in_row (style, chart, plot);
  /* Cells a little more than twice as wide as high. */
  gsize balanced = (gsize) CLAMP (round (sqrt ((double) n * plot.width / (2.2 * plot.height))), 2,
                                  MAX ((double) n - 1, 2));

  /* Where many stand in a row none has room for its words. */
  if (n > 4)
    g_array_append_val (columns, balanced);
  g_array_append_val (columns, *(is_row ? &n : &one));
  if (n > 1)
    g_array_append_val (columns, *(is_row ? &one : &n));
  for (gsize i = 2; n > 3 && i < n && i <= 8; i++)
    g_array_append_val (columns, i);
  return columns;
}

/* Where the best guess has no room for all marks, another arrangement may have. */
void
qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
               QmRect *areas)
{
  const QmChart *chart = &viewed->chart;
  QmSceneState before = qm_scene_get_state (scene);
  g_autoptr (GArray) columns = find_arrangements (style, chart, plot);
  gsize best = g_array_index (columns, gsize, 0), last = 0;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < columns->len && least > 0; i++) {
    double loss;

    last = g_array_index (columns, gsize, i);
    qm_scene_restore (scene, before);
    place_panels (style, chart, plot, last, areas);
    loss = add_panels (scene, style, viewed, last, areas);
    if (loss < least) {
      least = loss;
      best = last;
    }
  }
  if (last != best) {
    qm_scene_restore (scene, before);
    place_panels (style, chart, plot, best, areas);
    add_panels (scene, style, viewed, best, areas);
  }
  if (viewed->view->highlight != NULL)
    qm_emphasis_add (scene, style, viewed->view->highlight, before.n_shapes);
}
