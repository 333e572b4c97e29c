#include "chart/frame.h"

#include "chart/legend.h"
#include "chart/wording-private.h"
#include "chart/wording.h"

#include <glib/gi18n.h>

/* How much of the words is kept; each step gives up more than the one before. */
typedef struct {
  int title_lines, subtitle_lines, footer_lines;
  gboolean has_note;
} Allowance;

static const Allowance allowances[] = {
  { 3, 3, 8, TRUE }, { 3, 2, 5, TRUE }, { 2, 2, 4, TRUE },  { 2, 2, 3, TRUE },
  { 2, 1, 3, TRUE }, { 2, 0, 3, TRUE }, { 2, 0, 2, FALSE }, { 1, 0, 1, FALSE },
};

/* The part of the canvas's height that the plot keeps as long as words can give way. */
#define PLOT_SHARE 0.42

typedef struct {
  const QmView *view;
  QmLabel title, subtitle, footer;
  QmLegend legend;
  gboolean is_legend_beside; /* right of the footer's text, else above it */
  QmRect inner;              /* the canvas without its margins */
} Frame;

static char *
footer_text (const QmChart *chart, gboolean has_note)
{
  g_autofree char *sources = qm_wording_sources (chart);

  if (!has_note || chart->note == NULL)
    return g_steal_pointer (&sources);
  return g_strdup_printf ("%s %s", sources, qm_text_get (chart->note));
}

/* What the view changes of the chart is said where the chart says what it measures. */
static char *
subtitle_text (const QmChart *chart, const QmView *view)
{
  g_autofree char *base = NULL;
  const char *parts[3] = { chart->subtitle != NULL ? qm_text_get (chart->subtitle) : NULL };
  QmViewOptions options = qm_view_options (chart);

  if (view->relative_to != NULL && (options & QM_VIEW_RELATIVE) != 0)
    parts[1] = base = g_strdup_printf (_ ("%s = 1"), qm_text_get (view->relative_to->short_name));
  if (view->is_log && (options & QM_VIEW_LOG) != 0)
    parts[2] = _ ("logarithmic scale");
  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

/* FALSE where the label has to be measured anew to keep to so many lines. */
static gboolean
keeps_to (const QmLabel *label, int max_lines)
{
  return label->layout != NULL && !qm_text_is_shortened (label->layout) &&
         pango_layout_get_line_count (label->layout) <= max_lines;
}

static void
measure_header (Frame *frame, const QmStyle *style, const QmChart *chart,
                const Allowance *allowance)
{
  double width = frame->inner.width;
  g_autofree char *subtitle =
      allowance->subtitle_lines > 0 ? subtitle_text (chart, frame->view) : NULL;

  if (!keeps_to (&frame->title, allowance->title_lines)) {
    qm_label_clear (&frame->title);
    frame->title = qm_label_balanced (style, QM_ROLE_TITLE, qm_text_get (chart->title), width,
                                      allowance->title_lines);
  }
  if (!keeps_to (&frame->subtitle, allowance->subtitle_lines)) {
    qm_label_clear (&frame->subtitle);
    frame->subtitle =
        qm_label_balanced (style, QM_ROLE_SUBTITLE, subtitle, width, allowance->subtitle_lines);
  }
}

static void
measure_footer (Frame *frame, const QmStyle *style, const QmChart *chart,
                const Allowance *allowance)
{
  double width = frame->inner.width;
  g_autofree char *text = NULL;

  if (frame->is_legend_beside)
    width -= frame->legend.width + qm_style_length (style, 48);
  if (allowance->has_note && keeps_to (&frame->footer, allowance->footer_lines))
    return;
  text = footer_text (chart, allowance->has_note);
  qm_label_clear (&frame->footer);
  frame->footer = qm_label (style, QM_ROLE_FOOTER, text, width, allowance->footer_lines);
}

static double
header_height (const Frame *frame, const QmStyle *style)
{
  return frame->title.height + frame->subtitle.height +
         (frame->subtitle.layout != NULL ? qm_style_length (style, 8) : 0);
}

static double
footer_height (const Frame *frame, const QmStyle *style)
{
  if (frame->is_legend_beside)
    return MAX (frame->footer.height, frame->legend.height);
  return frame->footer.height + frame->legend.height +
         (frame->legend.height > 0 ? qm_style_length (style, 10) : 0);
}

/* The rule stands half-way in the space between the plot and the footer. */
static double
footer_gap (const QmStyle *style)
{
  return qm_style_length (style, 24) + 2;
}

static QmRect
plot_of (const Frame *frame, const QmStyle *style)
{
  double top = frame->inner.y + header_height (frame, style) + qm_style_length (style, 56);
  double bottom =
      qm_rect_bottom (frame->inner) - footer_height (frame, style) - 2 * footer_gap (style);

  return (QmRect){ frame->inner.x, top, frame->inner.width, MAX (bottom - top, 1) };
}

static void
place_footer (Frame *frame, QmScene *scene, const QmStyle *style)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmRect inner = frame->inner;
  double top = qm_rect_bottom (inner) - footer_height (frame, style);
  double rule_y = top - footer_gap (style);

  qm_scene_add_line (scene, (QmPoint){ inner.x, rule_y },
                     (QmPoint){ qm_rect_right (inner), rule_y }, &rule);

  if (frame->is_legend_beside)
    qm_legend_place (&frame->legend, scene, style, qm_rect_right (inner) - frame->legend.width,
                     top);
  else if (frame->legend.height > 0) {
    qm_legend_place (&frame->legend, scene, style, inner.x, top);
    top += frame->legend.height + qm_style_length (style, 10);
  }
  qm_label_place (&frame->footer, scene, inner.x, top);
}

QmRect
qm_frame_add (QmScene *scene, const QmStyle *style, const QmChart *chart, const QmView *view)
{
  QmRect canvas = { 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) };
  Frame frame = {
    .view = view,
    .inner = qm_rect_grow (canvas, -qm_style_margin (style)),
  };
  double title_height;
  QmRect plot;

  frame.legend = qm_legend (style, chart, view, frame.inner.width);
  frame.is_legend_beside = frame.legend.width > 0 && frame.legend.width < frame.inner.width * 0.42;
  for (gsize i = 0; i < G_N_ELEMENTS (allowances); i++) {
    measure_header (&frame, style, chart, &allowances[i]);
    measure_footer (&frame, style, chart, &allowances[i]);
    plot = plot_of (&frame, style);
    if (plot.height >= PLOT_SHARE * canvas.height)
      break;
  }

  title_height = frame.title.height;
  qm_label_place (&frame.title, scene, frame.inner.x, frame.inner.y);
  qm_label_place (&frame.subtitle, scene, frame.inner.x,
                  frame.inner.y + title_height + qm_style_length (style, 8));
  place_footer (&frame, scene, style);
  return plot;
}
