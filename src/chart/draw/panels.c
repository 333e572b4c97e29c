#include "chart/draw/panels.h"

#include "chart/draw/emphasis.h"
#include "chart/draw/panel-areas.h"
#include "chart/draw/panel-place.h"
#include "chart/draw/told.h"
#include "chart/view/form.h"

#include <math.h>
#include <string.h>

/* --- Drawing --- */

/* Half-way between a panel and the one before it. */
static void
add_divider (QmScene *scene, const QmStyle *style, const QmRect *areas, gsize i, gboolean is_row)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmRect area = areas[i];
  double x = area.x - qm_panel_areas_row_gap (style) / 2,
         y = area.y - qm_panel_areas_column_gap (style) / 2;

  if (i == 0)
    return;
  if (is_row)
    qm_scene_add_line (scene, (QmPoint) { x, area.y }, (QmPoint) { x, qm_rect_bottom (area) },
                       &rule);
  else
    qm_scene_add_line (scene, (QmPoint) { area.x, y }, (QmPoint) { qm_rect_right (area), y },
                       &rule);
}

static QmFigureScale
common_figure_scale (const QmStyle *style, const QmChart *chart, const QmPanelPlace *places)
{
  QmFigureScale scale = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmForm *form = qm_form_of (&chart->panels[i]);

    if (form->fit_figures != NULL && !places[i].is_list && places[i].fold.panel.n_claims > 0)
      form->fit_figures (style, &places[i].fold.panel, places[i].marks, &scale);
  }
  return scale;
}

/* Forms need not fill their area: what they leave free is shared out above and below. Headings that
 * stand side by side stay on one line. */
static void
share_out_height (QmScene *scene, const QmChart *chart, const QmPanelPlace *places, gboolean is_row)
{
  double common = G_MAXDOUBLE;

  for (gsize i = 0; i < chart->n_panels; i++)
    if (is_row && places[i].heading.is_shown)
      common = MIN (common, qm_panel_place_drop (&places[i], scene));

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanelPlace *place = &places[i];
    double drop = qm_panel_place_drop (place, scene);

    qm_scene_move_down (scene, place->first, place->end,
                        place->heading.is_shown ? MIN (drop, common) : drop);
  }
}

/* Panels without a mark weigh more than any number of marks, and those that are but a list more
 * than many. */
#define LOSS_OF_PANEL 1e6
#define LOSS_OF_FORM 1e3

/* That of a name that is shortened: less than that of one mark. */
#define LOSS_OF_NAME 0.99

/* Less than that. */
#define ANY_LOSS 0.25

static double
weigh_loss (const QmPanelPlace *place)
{
  gsize n_others = place->fold.others->len;

  return (double) n_others + (place->is_list ? LOSS_OF_FORM : 0) +
         (n_others > 0 && place->fold.panel.n_claims == 0 ? LOSS_OF_PANEL : 0);
}

/* Of what is added already. */
static double
weigh_words (const QmPanelPlace *place, const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  double loss = 0;

  for (gsize i = place->first; i < place->end; i++)
    if (shapes[i].layout != NULL && shapes[i].mark >= 0 &&
        (qm_typeset_is_shortened (shapes[i].layout) ||
         strstr (pango_layout_get_text (shapes[i].layout), "…") != NULL))
      loss += LOSS_OF_NAME;
  return loss;
}

static void
free_places (QmPanelPlace *places, gsize n)
{
  for (gsize i = 0; places != NULL && i < n; i++)
    qm_panel_place_clear (&places[i]);
  g_free (places);
}

/* What stands in each area, and as much of it as there is room for; NULL where that loses as much
 * as the limit. To be freed by free_places(). Sets which of them lose any in is_crowded, if
 * not NULL. */
static QmPanelPlace *
new_places (const QmStyle *style, const QmChart *chart, const QmRect *areas, double limit,
            gboolean *is_crowded)
{
  QmPanelPlace *places = g_new0 (QmPanelPlace, chart->n_panels);
  double loss = 0;

  for (gsize i = 0; i < chart->n_panels; i++) {
    places[i] = qm_panel_place_find (style, &chart->panels[i], areas[i]);
    if (is_crowded != NULL)
      is_crowded[i] = weigh_loss (&places[i]) > 0;
    loss += weigh_loss (&places[i]);
    if (loss < limit)
      continue;
    free_places (places, i + 1);
    return NULL;
  }
  return places;
}

static gboolean
has_large_figures (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_form_of (&chart->panels[i])->fit_figures != NULL)
      return TRUE;
  return FALSE;
}

/* Arrangements that are tried one after another. */
typedef struct {
  QmScene *scene;
  const QmStyle *style;
  const QmViewedChart *viewed;
  QmSceneState before;
  double least; /* what the best so far had no room for, or the limit */
  gsize best_columns;
  QmRect *best;
  gboolean *is_crowded; /* the panels that lost marks in the last */
  gboolean is_added;    /* the last is the best */
  QmPanelPlace *known;  /* what stands in the first, where that is known; NULL: not yet */
} Trial;

/* Large figures are of one size, for which all panels have to be known; else each is as soon as it
 * is added. */
static QmPanelPlace *
begin_places (Trial *trial, const QmRect *areas, double limit)
{
  const QmChart *chart = &trial->viewed->chart;

  if (trial->known != NULL)
    return g_steal_pointer (&trial->known);
  return has_large_figures (chart)
             ? new_places (trial->style, chart, areas, limit, trial->is_crowded)
             : g_new0 (QmPanelPlace, chart->n_panels);
}

/* Returns how much had no room, and sets in which panels; where that is as much as the limit, not
 * all is added. */
static double
add_panels (Trial *trial, gsize n_columns, const QmRect *areas, double limit)
{
  const QmChart *chart = &trial->viewed->chart;
  QmPanelPlace *places = begin_places (trial, areas, limit);
  QmStyle style = *trial->style;
  double loss = 0;

  if (places == NULL)
    return limit;
  style.figures = common_figure_scale (&style, chart, places);
  for (gsize i = 0; i < chart->n_panels; i++)
    if (n_columns == 1 || n_columns == chart->n_panels)
      add_divider (trial->scene, &style, areas, i, n_columns > 1);
  for (gsize i = 0; i < chart->n_panels && loss < limit; i++) {
    if (!has_large_figures (chart))
      places[i] = qm_panel_place_find (&style, &chart->panels[i], areas[i]);
    qm_panel_place_add (&places[i], trial->scene, &style, trial->viewed, &chart->panels[i]);
    trial->is_crowded[i] = weigh_loss (&places[i]) > 0;
    loss += weigh_loss (&places[i]) + weigh_words (&places[i], trial->scene);
  }
  if (loss < limit)
    share_out_height (trial->scene, chart, places, n_columns > 1);
  free_places (places, chart->n_panels);
  return loss;
}

/* --- All --- */

/* What stands in so many columns, of which some are large figures; NULL where any have no room. */
static QmPanelPlace *
find_figures (const Trial *trial, QmRect plot, gsize n_columns, QmRect *areas)
{
  const QmChart *chart = &trial->viewed->chart;

  if (!has_large_figures (chart))
    return NULL;
  for (gsize i = 0; i < chart->n_panels; i++)
    if (chart->panels[i].n_claims == 0)
      return NULL;
  qm_panel_areas_set (trial->style, chart, plot, n_columns, NULL, areas);
  return new_places (trial->style, chart, areas, ANY_LOSS, NULL);
}

/* The arrangement in which figures can be larger by at least a quarter comes first. */
#define CLEARLY_LARGER 1.25

static void
put_largest_first (Trial *trial, GArray *columns, QmRect plot, QmRect *areas)
{
  const QmChart *chart = &trial->viewed->chart;
  gsize *n = &g_array_index (columns, gsize, 0), guess = *n;
  double best = 0;

  for (guint i = 0; i < columns->len && (i == 0 || trial->known != NULL); i++) {
    QmPanelPlace *places = find_figures (trial, plot, n[i], areas);
    double scale = places != NULL ? common_figure_scale (trial->style, chart, places).value : 0;

    if (i > 0 && scale <= best) {
      free_places (places, chart->n_panels);
      continue;
    }
    free_places (trial->known, chart->n_panels);
    trial->known = places;
    best = i == 0 ? scale * CLEARLY_LARGER : scale;
    *n = n[i];
  }
  if (*n != guess)
    g_array_append_val (columns, guess);
}

/* Of what has no room so much must be left less that another arrangement is better than the guess,
 * in which words have more room. */
#define CLEARLY_LESS 0.75

/* Of more panels than that, those that would be empty are counted together where they are many. */
#define MOST_PANELS_WITHOUT_MARKS 4

/* Up to that many all stand there with their headings where that is as well. */
#define MOST_PANELS_WITH_HEADINGS 8

/* What another arrangement has to lose less than: as many forms, but clearly fewer marks. */
static double
most_of_another (double least)
{
  double of_forms = LOSS_OF_FORM * floor (least / LOSS_OF_FORM);

  return of_forms + CLEARLY_LESS * (least - of_forms);
}

static void
try_areas (Trial *trial, gsize n_columns, const QmRect *areas)
{
  double most = trial->best_columns > 0 ? most_of_another (trial->least) : trial->least;
  gsize n = trial->viewed->chart.n_panels;
  double loss;

  memset (trial->is_crowded, 0, n * sizeof *trial->is_crowded);
  qm_scene_restore (trial->scene, trial->before);
  loss = add_panels (trial, n_columns, areas, most);
  trial->is_added = loss < most;
  if (!trial->is_added)
    return;
  trial->least = loss;
  trial->best_columns = n_columns;
  memcpy (trial->best, areas, n * sizeof *areas);
}

/* Of few panels those that lose marks have more of a column, where others need less, and of a row
 * if that is long. */
static void
try_columns (Trial *trial, QmRect plot, gsize n_columns, QmRect *areas)
{
  const QmChart *chart = &trial->viewed->chart;
  gsize n = chart->n_panels, n_crowded = 0;

  qm_panel_areas_set (trial->style, chart, plot, n_columns, NULL, areas);
  try_areas (trial, n_columns, areas);
  for (gsize i = 0; i < n; i++)
    n_crowded += trial->is_crowded[i] != 0;
  if (trial->least <= 0 || n_crowded == 0 || n_crowded == n || n > MOST_PANELS_WITHOUT_MARKS ||
      (n_columns > 1 && (n_columns < n || plot.width < plot.height)))
    return;
  qm_panel_areas_set (trial->style, chart, plot, n_columns, trial->is_crowded, areas);
  try_areas (trial, n_columns, areas);
}

/* Where the best guess has no room for all marks, another arrangement may have. Returns how much
 * had none; where that is as much as the limit in each of them, nothing is added. */
static double
add_arranged (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
              QmRect *areas, double limit)
{
  const QmChart *chart = &viewed->chart;
  g_autoptr (GArray) columns = qm_panel_areas_find (style, chart, plot);
  g_autofree QmRect *best = g_new0 (QmRect, chart->n_panels);
  g_autofree gboolean *is_crowded = g_new0 (gboolean, chart->n_panels);
  Trial trial = { scene,      style, viewed, qm_scene_get_state (scene), limit, 0, best,
                  is_crowded, FALSE, NULL };

  put_largest_first (&trial, columns, plot, areas);
  for (guint i = 0; i < columns->len && trial.least > 0; i++)
    try_columns (&trial, plot, g_array_index (columns, gsize, i), areas);
  if (!trial.is_added)
    qm_scene_restore (scene, trial.before);
  if (trial.best_columns > 0)
    memcpy (areas, best, chart->n_panels * sizeof *areas);
  if (!trial.is_added && trial.best_columns > 0)
    add_panels (&trial, trial.best_columns, areas, limit);
  return trial.least;
}

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
           QmRect *areas, double limit)
{
  QmSceneState before = qm_scene_get_state (scene);
  g_auto (QmOthers) rest = find_rest (&viewed->chart, n);
  g_auto (QmLabel) words = qm_others_label (&rest, style, plot.width);
  QmViewedChart part = *viewed;
  double loss;

  part.chart.n_panels = n;
  plot.height = MAX (plot.height - words.height - qm_others_gap (style), 1);
  loss = add_arranged (scene, style, &part, plot, areas, limit);
  for (gsize i = n; i < viewed->chart.n_panels; i++)
    areas[i] = (QmRect) { plot.x, qm_rect_bottom (plot), 0, 0 };
  for (gsize i = n; i < viewed->chart.n_panels; i++)
    qm_told_leave_out (scene, &viewed->chart.panels[i]);
  for (guint i = 0; i < rest.others->len; i++)
    qm_scene_leave_out (scene, QM_LEFT_OUT_DATUM, rest.others->pdata[i]);
  qm_panel_place_use_originals (scene, viewed, before.n_marks, before.n_left_out);
  qm_label_place (&words, scene, plot.x, qm_rect_bottom (plot) + qm_others_gap (style));
  qm_scene_set_target (scene, QM_TARGET_OTHERS, NULL);
  return loss;
}

/* What the first few may lose to stand there alone, where all lose so much: as many panels without
 * marks, with those that are left out then, or one more where none has marks and so fewer words say
 * it. */
static double
limit_of_few (double loss, gsize n_panels)
{
  double n_left_out = (double) n_panels - MOST_PANELS_WITHOUT_MARKS;
  double n_empty = floor (loss / LOSS_OF_PANEL);

  return (n_empty - n_left_out + (n_empty >= (double) n_panels)) * LOSS_OF_PANEL;
}

static void
add_all_or_few (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
                QmRect *areas)
{
  QmSceneState before = qm_scene_get_state (scene);
  double loss = add_arranged (scene, style, viewed, plot, areas, G_MAXDOUBLE);
  double limit = limit_of_few (loss, viewed->chart.n_panels);

  if (viewed->chart.n_panels <= MOST_PANELS_WITHOUT_MARKS || limit <= 0)
    return;
  qm_scene_restore (scene, before);
  if (add_first (scene, style, viewed, MOST_PANELS_WITHOUT_MARKS, plot, areas, limit) < limit)
    return;
  qm_scene_restore (scene, before);
  add_arranged (scene, style, viewed, plot, areas, G_MAXDOUBLE);
}

/* As many of the first as have marks. */
static void
add_many (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
          QmRect *areas)
{
  QmSceneState before = qm_scene_get_state (scene);
  gsize n = viewed->chart.n_panels;
  double loss = add_arranged (scene, style, viewed, plot, areas, LOSS_OF_PANEL);

  while (loss >= LOSS_OF_PANEL && n > MOST_PANELS_WITHOUT_MARKS) {
    n = MAX (n * 4 / 5, MOST_PANELS_WITHOUT_MARKS);
    qm_scene_restore (scene, before);
    loss = add_first (scene, style, viewed, n, plot, areas,
                      n > MOST_PANELS_WITHOUT_MARKS ? LOSS_OF_PANEL : G_MAXDOUBLE);
  }
}

void
qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
               QmRect *areas)
{
  QmSceneState before = qm_scene_get_state (scene);

  if (viewed->chart.n_panels <= MOST_PANELS_WITH_HEADINGS)
    add_all_or_few (scene, style, viewed, plot, areas);
  else
    add_many (scene, style, viewed, plot, areas);
  if (viewed->view->highlight != NULL)
    qm_emphasis_add (scene, style, viewed->view->highlight, before.n_shapes);
}
