#include "chart/panels.h"

#include "chart/emphasis.h"
#include "chart/forms/forms.h"
#include "chart/wording.h"

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
    total += qm_form_find (chart->panels[i].form)->need;
  return total;
}

/* Lines of text that a panel takes up in height when it is just not cramped. */
static double
lines_of (const QmPanel *panel)
{
  double heading = (panel->title != NULL) + (panel->subtitle != NULL);

  return heading + qm_form_find (panel->form)->lines;
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
      area.width =
          (plot.width - gaps) * qm_form_find (panel->form)->need / total_width_need (chart);
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

/* Adds the panel's words above its marks and returns the room that is left for them. Where there is
 * little the subtitle has one line. */
static QmRect
add_heading (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL), height, y = area.y;
  int max_lines = area.height > (lines_of (panel) + 2) * line ? 2 : 1;
  g_auto (QmLabel) title =
      qm_label (style, QM_ROLE_HEADING, qm_text_get (panel->title), area.width, max_lines);
  g_auto (QmLabel) subtitle =
      qm_label (style, QM_ROLE_NOTE, qm_text_get (panel->subtitle), area.width, max_lines);

  if (title.layout != NULL) {
    height = title.height;
    qm_label_place (&title, scene, area.x, y);
    y += height + qm_style_length (style, 6);
  }
  if (subtitle.layout != NULL) {
    height = subtitle.height;
    qm_label_place (&subtitle, scene, area.x, y);
    y += height;
  }
  if (y > area.y)
    y += qm_style_length (style, 22) + 2;

  return (QmRect){ area.x, y, area.width, MAX (qm_rect_bottom (area) - y, 1) };
}

/* Missing is a word and not an empty place. */
static void
add_nothing (QmScene *scene, const QmStyle *style, const QmView *view, QmRect area)
{
  g_autofree char *words = qm_wording_nothing (view);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_NOTE, words, area.width, 2);
  QmPoint centre = qm_rect_centre (area);

  qm_label_place (&label, scene, centre.x - label.width / 2, centre.y - label.height / 2);
}

static void
add_marks (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, const QmPanel *panel,
           QmRect area)
{
  gsize n_before, n_after;

  if (panel->n_claims == 0) {
    add_nothing (scene, style, viewed->view, area);
    return;
  }
  qm_scene_get_marks (scene, &n_before);
  qm_form_find (panel->form)->build (scene, style, panel, viewed->view, area);
  qm_scene_get_marks (scene, &n_after);

  for (gsize i = n_before; i < n_after; i++)
    qm_scene_set_datum (scene, (int) i,
                        qm_viewed_original (viewed, qm_scene_get_marks (scene, &n_after)[i].datum));
}

/* All large figures of a chart have one size, the smallest that any of them needs: a larger one
 * would be read as the weightier. */
static double
common_figure_scale (const QmStyle *style, const QmChart *chart, const QmRect *areas)
{
  double scale = G_MAXDOUBLE;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmForm *form = qm_form_find (chart->panels[i].form);

    if (form->figure_scale != NULL)
      scale = MIN (scale, form->figure_scale (style, &chart->panels[i], areas[i]));
  }
  return scale;
}

void
qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot)
{
  const QmChart *chart = &viewed->chart;
  g_autofree QmRect *areas = g_new0 (QmRect, chart->n_panels);
  gboolean is_row = qm_panels_place (style, chart, plot, areas);
  QmStyle panel_style = *style;
  gsize n_before;

  qm_scene_get_shapes (scene, &n_before);

  for (gsize i = 0; i < chart->n_panels; i++) {
    if (i > 0)
      add_divider (scene, style, areas[i], is_row);
    areas[i] = add_heading (scene, style, &chart->panels[i], areas[i]);
  }

  panel_style.figure_scale = common_figure_scale (style, chart, areas);
  for (gsize i = 0; i < chart->n_panels; i++)
    add_marks (scene, &panel_style, viewed, &chart->panels[i], areas[i]);
  if (viewed->view->highlight != NULL)
    qm_emphasis_add (scene, style, viewed->view->highlight, n_before);
}
