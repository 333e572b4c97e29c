#include "chart/draw/panels.h"

#include "chart/draw/emphasis.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/panel-places.h"
#include "chart/draw/room.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"

#include <math.h>

/* --- Drawing --- */

/* Half-way between a panel and the one before it. */
static void
add_divider (QmScene *scene, const QmStyle *style, const QmRect *areas, gsize i, gboolean is_row)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmRect area = areas[i];
  double x = area.x - qm_panel_places_row_gap (style) / 2,
         y = area.y - qm_panel_places_column_gap (style) / 2;

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

/* Each of the two has as many lines at most; 0: any number. */
static Heading
measure_heading (const QmStyle *style, const QmPanel *panel, QmRect area, int max_lines)
{
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

    if (form->fit_figures != NULL && places[i].fold.panel.n_claims > 0)
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
#define LOSS_OF_PANEL 1e6

static double
weigh_loss (const Place *places, gsize n)
{
  double loss = 0;

  for (gsize i = 0; i < n; i++) {
    const QmOthers *fold = &places[i].fold;

    loss += fold->others->len +
            (fold->others->len > 0 && fold->panel.n_claims == 0 ? LOSS_OF_PANEL : 0);
  }
  return loss;
}

static void
clear_place (Place *place)
{
  qm_label_clear (&place->heading.title);
  qm_label_clear (&place->heading.subtitle);
  qm_others_clear (&place->fold);
}

/* The marks of the area below a heading of so many lines. To be freed by clear_place(). */
static Place
find_place (const QmStyle *style, const QmPanel *panel, QmRect area, int max_lines)
{
  Place place = { .area = area, .heading = measure_heading (style, panel, area, max_lines) };

  place.room = room_below (style, &place.heading, area);
  fold (&place, style, panel);
  return place;
}

/* Where there is little room the heading has one line for each of its two; but all of its words
 * where the marks give way to them and none is lost. */
static Place
find_best_place (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  int max_lines = area.height > (qm_panel_places_lines (panel) + 2) * line ? 2 : 1;
  Place place = find_place (style, panel, area, max_lines), whole;

  if (!qm_label_is_shortened (&place.heading.title) &&
      !qm_label_is_shortened (&place.heading.subtitle))
    return place;
  whole = find_place (style, panel, area, 0);
  if (whole.marks.height >= area.height / 2 && whole.fold.others->len <= place.fold.others->len) {
    clear_place (&place);
    return whole;
  }
  clear_place (&whole);
  return place;
}

/* What stands in each area, and as much of it as there is room for. To be freed by free_places().
 */
static Place *
new_places (const QmStyle *style, const QmChart *chart, const QmRect *areas)
{
  Place *places = g_new0 (Place, chart->n_panels);

  for (gsize i = 0; i < chart->n_panels; i++)
    places[i] = find_best_place (style, &chart->panels[i], areas[i]);
  return places;
}

static void
free_places (Place *places, gsize n)
{
  for (gsize i = 0; i < n; i++)
    clear_place (&places[i]);
  g_free (places);
}

/* Returns how much had no room. */
static double
add_panels (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, gsize n_columns,
            const QmRect *areas)
{
  const QmChart *chart = &viewed->chart;
  Place *places = new_places (style, chart, areas);
  QmStyle panel_style = *style;
  double loss;

  panel_style.figures = common_figure_scale (style, chart, places);
  for (gsize i = 0; i < chart->n_panels; i++)
    if (n_columns == 1 || n_columns == chart->n_panels)
      add_divider (scene, style, areas, i, n_columns > 1);
  for (gsize i = 0; i < chart->n_panels; i++)
    add_panel (&places[i], scene, &panel_style, viewed, &chart->panels[i]);
  share_out_height (scene, chart, places, n_columns > 1);
  loss = weigh_loss (places, chart->n_panels);
  free_places (places, chart->n_panels);
  return loss;
}

/* --- All --- */

/* How large figures can be in so many columns; 0 where some have no room, or where a panel has
 * other marks, which may need more. */
static double
figure_scale (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns,
              QmRect *areas)
{
  Place *places;
  double scale = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_form_of (&chart->panels[i])->fit_figures == NULL || chart->panels[i].n_claims == 0)
      return 0;
  qm_panel_places_set (style, chart, plot, n_columns, areas);
  places = new_places (style, chart, areas);
  if (weigh_loss (places, chart->n_panels) <= 0)
    scale = common_figure_scale (style, chart, places).value;
  free_places (places, chart->n_panels);
  return scale;
}

/* The arrangement in which figures can be larger by at least a quarter comes first. */
#define CLEARLY_LARGER 1.25

static void
put_largest_first (GArray *columns, const QmStyle *style, const QmChart *chart, QmRect plot,
                   QmRect *areas)
{
  gsize *n = &g_array_index (columns, gsize, 0), guess = *n;
  double best = figure_scale (style, chart, plot, guess, areas) * CLEARLY_LARGER;

  for (guint i = 1; i < columns->len && best > 0; i++) {
    double scale = figure_scale (style, chart, plot, n[i], areas);

    if (scale > best) {
      best = scale;
      *n = n[i];
    }
  }
  if (*n != guess)
    g_array_append_val (columns, guess);
}

/* Where the best guess has no room for all marks, another arrangement may have. Returns how much
 * had none. */
static double
add_arranged (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
              QmRect *areas)
{
  const QmChart *chart = &viewed->chart;
  QmSceneState before = qm_scene_get_state (scene);
  g_autoptr (GArray) columns = qm_panel_places_find (style, chart, plot);
  gsize best, last = 0;
  double least = G_MAXDOUBLE;

  put_largest_first (columns, style, chart, plot, areas);
  best = g_array_index (columns, gsize, 0);
  for (guint i = 0; i < columns->len && least > 0; i++) {
    double loss;

    last = g_array_index (columns, gsize, i);
    qm_scene_restore (scene, before);
    qm_panel_places_set (style, chart, plot, last, areas);
    loss = add_panels (scene, style, viewed, last, areas);
    if (loss < least) {
      least = loss;
      best = last;
    }
  }
  if (last != best) {
    qm_scene_restore (scene, before);
    qm_panel_places_set (style, chart, plot, best, areas);
    add_panels (scene, style, viewed, best, areas);
  }
  return least;
}

/* Of more panels than that, those that would be empty are counted together. */
#define MOST_PANELS_WITHOUT_MARKS 4

/* The claims of all panels from the n-th on, to be counted in one row of words. */
static QmOthers
find_rest (const QmChart *chart, gsize n)
{
  QmOthers rest = { .panel = chart->panels[0], .others = g_ptr_array_new () };

  rest.panel.claims = NULL;
  for (gsize i = n; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      g_ptr_array_add (rest.others, (gpointer) chart->panels[i].claims[j]);
  return rest;
}

/* The first n panels, and in a row below them how many figures the others have. */
static double
add_first (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, gsize n, QmRect plot,
           QmRect *areas)
{
  QmSceneState before = qm_scene_get_state (scene);
  g_auto (QmOthers) rest = find_rest (&viewed->chart, n);
  g_auto (QmLabel) words = qm_others_label (&rest, style, plot.width);
  QmViewedChart part = *viewed;
  double loss;

  part.chart.n_panels = n;
  plot.height = MAX (plot.height - words.height - gap_above_others (style), 1);
  loss = add_arranged (scene, style, &part, plot, areas);
  for (gsize i = n; i < viewed->chart.n_panels; i++)
    areas[i] = (QmRect){ plot.x, qm_rect_bottom (plot), 0, 0 };
  for (guint i = 0; i < rest.others->len; i++)
    qm_scene_leave_out (scene, QM_LEFT_OUT_DATUM, rest.others->pdata[i]);
  use_originals (scene, viewed, before.n_marks, before.n_left_out);
  qm_label_place (&words, scene, plot.x, qm_rect_bottom (plot) + gap_above_others (style));
  qm_scene_set_target (scene, QM_TARGET_OTHERS, NULL);
  return loss;
}

void
qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
               QmRect *areas)
{
  QmSceneState before = qm_scene_get_state (scene);
  gsize n = viewed->chart.n_panels;
  double loss = add_arranged (scene, style, viewed, plot, areas);

  while (loss >= LOSS_OF_PANEL && n > MOST_PANELS_WITHOUT_MARKS) {
    n = MAX (n * 4 / 5, MOST_PANELS_WITHOUT_MARKS);
    qm_scene_restore (scene, before);
    loss = add_first (scene, style, viewed, n, plot, areas);
  }
  if (viewed->view->highlight != NULL)
    qm_emphasis_add (scene, style, viewed->view->highlight, before.n_shapes);
}
