#include "chart/draw/frame.h"

#include "chart/draw/label.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"

/* How much of the words is kept; each step gives up more than the one before. Before the subtitle
 * is cut short, the plot gives up a little. A list of sources that is longer ends with how many
 * more there are; a note has as many lines as it needs. */
typedef struct {
  int title_lines, subtitle_lines, footer_lines;
  double plot_share; /* of the canvas's height, below which the next step is taken */
} Allowance;

static const Allowance allowances[] = {
  { 3, 3, 8, 0.42 }, { 3, 2, 5, 0.42 }, { 3, 2, 4, 0.42 }, { 3, 2, 3, 0.38 }, { 2, 2, 3, 0.38 },
  { 2, 1, 3, 0.42 }, { 2, 0, 3, 0.42 }, { 2, 0, 2, 0.42 }, { 1, 0, 1, 0.42 },
};

/* With whole words: before a title, a subtitle or the sources are cut, the plot gives up more, and
 * at last the subtitle goes. */
static const Allowance whole_words[] = {
  { 3, 2, 5, 0.32 },
  { 4, 1, 5, 0.32 },
  { 5, 0, 6, 0.3 },
  { 6, 0, 8, 0.22 },
};

/* Of a note alone, at most. */
#define MOST_NOTE_LINES 9

typedef struct {
  const QmViewedChart *viewed;
  QmLabel title, subtitle, notes, footer;
  QmLegend legend;
  gboolean is_legend_beside; /* right of the footer's text, else above it */
  QmRect inner;              /* the canvas without its margins */
  gsize n_sources;           /* of those that are named */
} Frame;

static gboolean
is_shown (const QmStyle *style, QmBlocks block)
{
  return (style->hidden & block) == 0;
}

static gboolean
has_note_below (const QmPanel *panel)
{
  return panel->note != NULL && !qm_form_of (panel)->places_note;
}

/* With at most so many sources; and the notes of panels that have no place for theirs. */
static char *
footer_text (const QmStyle *style, const QmChart *chart, gsize n_sources)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *sources =
      is_shown (style, QM_BLOCK_SOURCES) ? qm_wording_sources_shown (chart, n_sources, NULL) : NULL;

  if (sources != NULL)
    g_ptr_array_add (texts, sources);
  for (gsize i = 0; i < chart->n_panels && is_shown (style, QM_BLOCK_NOTE); i++)
    if (has_note_below (&chart->panels[i]))
      g_ptr_array_add (texts, (gpointer) qm_text_get (chart->panels[i].note));
  if (chart->note != NULL && is_shown (style, QM_BLOCK_NOTE))
    g_ptr_array_add (texts, (gpointer) qm_text_get (chart->note));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" ", (char **) texts->pdata);
}

static gsize
count_sources (const QmChart *chart)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QmSourcePlace));
  g_autofree char *text = qm_wording_sources_shown (chart, G_MAXSIZE, places);

  g_assert (text != NULL);
  return places->len;
}

/* FALSE where the label has to be measured anew to keep to so many lines. */
static gboolean
keeps_to (const QmLabel *label, int max_lines)
{
  return label->layout != NULL && !qm_typeset_is_shortened (label->layout) &&
         pango_layout_get_line_count (label->layout) <= max_lines;
}

/* Where not all has room it is said in brief; what the reader has chosen, and that sources
 * disagree, is said in any case, even of a hidden subtitle: else a "1×" or a bracket would stand
 * unexplained. */
static QmLabel
measure_subtitle (const Frame *frame, const QmStyle *style, int max_lines)
{
  double width = frame->inner.width;
  int own_lines = is_shown (style, QM_BLOCK_SUBTITLE) ? max_lines : 0;
  QmViewedChart untold = *frame->viewed; /* it owns nothing */
  g_autofree char *chosen = NULL;
  QmLabel label = { 0 };

  untold.chart.subtitle = NULL;
  chosen = qm_wording_subtitle (&untold, TRUE);
  if (style->hidden == QM_BLOCKS_ALL)
    return label;
  for (int i = 0; own_lines > 0 && i < 2 && !keeps_to (&label, max_lines); i++) {
    g_autofree char *words = qm_wording_subtitle (frame->viewed, i == 1);

    qm_label_clear (&label);
    label = qm_label_balanced (style, QM_ROLE_SUBTITLE, words, width, max_lines);
  }
  if (chosen[0] == '\0' || keeps_to (&label, max_lines))
    return label;
  qm_label_clear (&label);
  label = qm_label_balanced (style, QM_ROLE_SUBTITLE, chosen, width, MAX (max_lines, 1));
  if (!qm_label_is_shortened (&label))
    return label;
  qm_label_clear (&label);
  return qm_label_figure (style, QM_ROLE_SUBTITLE, chosen, width, -1);
}

static void
measure_header (Frame *frame, const QmStyle *style, const Allowance *allowance)
{
  double width = frame->inner.width;
  const QmText *text = frame->viewed->chart.title;
  const char *title = is_shown (style, QM_BLOCK_TITLE) ? qm_text_get (text) : NULL;

  if (!keeps_to (&frame->title, allowance->title_lines)) {
    qm_label_clear (&frame->title);
    frame->title = qm_label_balanced (style, QM_ROLE_TITLE, title, width, allowance->title_lines);
  }
  if (!keeps_to (&frame->subtitle, allowance->subtitle_lines)) {
    qm_label_clear (&frame->subtitle);
    frame->subtitle = measure_subtitle (frame, style, allowance->subtitle_lines);
  }
}

static double
footer_width (const Frame *frame, const QmStyle *style)
{
  double width = frame->inner.width;

  return frame->is_legend_beside ? width - frame->legend.width - qm_style_length (style, 48)
                                 : width;
}

/* FALSE where it is cut. */
static gboolean
try_footer (Frame *frame, const QmStyle *style, gsize n_sources, int max_lines)
{
  g_autofree char *text = footer_text (style, &frame->viewed->chart, n_sources);

  qm_label_clear (&frame->footer);
  frame->footer = qm_label (style, QM_ROLE_FOOTER, text, footer_width (frame, style), max_lines);
  frame->n_sources = n_sources;
  return !qm_label_is_shortened (&frame->footer);
}

/* As many sources as there is room for, found by halves. Where there is none for any, a note that
 * is longer than that has its lines nevertheless, and at last those beside the key, too. */
static void
measure_footer (Frame *frame, const QmStyle *style, const Allowance *allowance)
{
  gsize all = count_sources (&frame->viewed->chart), fits = 0, too_many = all;

  if ((keeps_to (&frame->footer, allowance->footer_lines) && frame->n_sources == all) ||
      try_footer (frame, style, all, allowance->footer_lines))
    return;
  while (too_many - fits > 1) {
    gsize middle = fits + (too_many - fits) / 2;

    *(try_footer (frame, style, middle, allowance->footer_lines) ? &fits : &too_many) = middle;
  }
  for (int lines = allowance->footer_lines; lines <= MOST_NOTE_LINES; lines++)
    if (try_footer (frame, style, fits, lines))
      return;
  if (frame->is_legend_beside) {
    frame->is_legend_beside = FALSE;
    measure_footer (frame, style, allowance);
  }
}

/* Between the title and the subtitle. */
static double
header_gap (const Frame *frame, const QmStyle *style)
{
  return frame->title.layout != NULL && frame->subtitle.layout != NULL ? qm_style_length (style, 8)
                                                                       : 0;
}

static double
header_height (const Frame *frame, const QmStyle *style)
{
  return frame->title.height + frame->subtitle.height + header_gap (frame, style);
}

/* Between the key and the text below it. */
static double
key_gap (const Frame *frame, const QmStyle *style)
{
  return frame->legend.height > 0 && frame->footer.layout != NULL ? qm_style_length (style, 10) : 0;
}

static double
footer_height_below_notes (const Frame *frame, const QmStyle *style)
{
  if (frame->is_legend_beside)
    return MAX (frame->footer.height, frame->legend.height);
  return frame->footer.height + frame->legend.height + key_gap (frame, style);
}

/* Between the reader's notes and what stands below them. */
static double
notes_gap (const Frame *frame, const QmStyle *style)
{
  return frame->notes.height > 0 && footer_height_below_notes (frame, style) > 0
             ? qm_style_length (style, 14)
             : 0;
}

static double
footer_height (const Frame *frame, const QmStyle *style)
{
  return frame->notes.height + notes_gap (frame, style) + footer_height_below_notes (frame, style);
}

/* The rule stands half-way in the space between the plot and the footer. */
static double
footer_gap (const QmStyle *style)
{
  return qm_style_length (style, 24) + 2;
}

/* Below a title that stands outside, as on a slide, the subtitle follows as it does here. */
static double
header_top (const Frame *frame, const QmStyle *style)
{
  gboolean follows_title = !is_shown (style, QM_BLOCK_TITLE) && frame->subtitle.layout != NULL;

  return follows_title ? qm_style_length (style, 8) : frame->inner.y;
}

static QmRect
plot_of (const Frame *frame, const QmStyle *style)
{
  double header = header_height (frame, style), footer = footer_height (frame, style);
  double top = header_top (frame, style) + header + (header > 0 ? qm_style_length (style, 56) : 0);
  double bottom =
      qm_rect_bottom (frame->inner) - footer - (footer > 0 ? 2 * footer_gap (style) : 0);

  return (QmRect) { frame->inner.x, top, frame->inner.width, MAX (bottom - top, 1) };
}

/* The footer's text begins with the sources. */
static void
link_sources (const Frame *frame, QmScene *scene)
{
  const QmChart *chart = &frame->viewed->chart;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QmSourcePlace));
  g_autofree char *text = qm_wording_sources_shown (chart, G_MAXSIZE, places);

  g_assert (text != NULL);
  for (guint i = 0; i < places->len; i++) {
    const QmSourcePlace *place = &g_array_index (places, QmSourcePlace, i);

    if (i >= frame->n_sources)
      qm_scene_leave_out (scene, QM_LEFT_OUT_SOURCE, place->source);
    else if (place->source->url != NULL)
      qm_scene_link_text (scene, place->start, place->end, place->source->url);
  }
}

/* Says so of a text that is not there, or not whole. */
static void
note_what_is_cut (QmScene *scene, const QmLabel *label, const QmText *text)
{
  if (text != NULL && (label->layout == NULL || qm_label_is_shortened (label)))
    qm_scene_leave_out (scene, QM_LEFT_OUT_TEXT, qm_text_get (text));
}

static void
note_notes_cut (QmScene *scene, const Frame *frame)
{
  const QmChart *chart = &frame->viewed->chart;

  for (gsize i = 0; i < chart->n_panels; i++)
    if (has_note_below (&chart->panels[i]))
      note_what_is_cut (scene, &frame->footer, chart->panels[i].note);
  note_what_is_cut (scene, &frame->footer, chart->note);
}

static void
place_part (QmLabel *label, QmScene *scene, double x, double y, QmPart part)
{
  if (label->layout == NULL)
    return;
  qm_label_place (label, scene, x, y);
  qm_scene_set_part (scene, part);
}

static void
place_footer (Frame *frame, QmScene *scene, const QmStyle *style)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmRect inner = frame->inner;
  double top = qm_rect_bottom (inner) - footer_height (frame, style);
  double rule_y = top - footer_gap (style);

  if (footer_height (frame, style) <= 0)
    return;
  qm_scene_add_line (scene, (QmPoint) { inner.x, rule_y },
                     (QmPoint) { qm_rect_right (inner), rule_y }, &rule);
  if (frame->notes.layout != NULL) {
    double notes_y = top;

    top += frame->notes.height + notes_gap (frame, style);
    place_part (&frame->notes, scene, inner.x, notes_y, QM_PART_FOOTER);
  }

  if (frame->is_legend_beside)
    qm_legend_place (&frame->legend, scene, style, qm_rect_right (inner) - frame->legend.width,
                     top);
  else if (frame->legend.height > 0) {
    qm_legend_place (&frame->legend, scene, style, inner.x, top);
    top += frame->legend.height + key_gap (frame, style);
  }
  if (frame->footer.layout == NULL)
    return;
  place_part (&frame->footer, scene, inner.x, top, QM_PART_FOOTER);
  if (is_shown (style, QM_BLOCK_SOURCES))
    link_sources (frame, scene);
}

/* The room that is left, where it is as much as the allowance leaves to the plot. */
static gboolean
try_allowance (Frame *frame, const QmStyle *style, const Allowance *allowance, double height,
               QmRect *plot)
{
  measure_header (frame, style, allowance);
  measure_footer (frame, style, allowance);
  *plot = plot_of (frame, style);
  return plot->height >= allowance->plot_share * height;
}

static gboolean
is_cut (const Frame *frame)
{
  return qm_label_is_shortened (&frame->title) || qm_label_is_shortened (&frame->subtitle) ||
         frame->n_sources < count_sources (&frame->viewed->chart);
}

static gboolean
lacks_subtitle (const Frame *frame, const QmStyle *style)
{
  return frame->subtitle.layout == NULL && is_shown (style, QM_BLOCK_SUBTITLE) &&
         qm_text_get (frame->viewed->chart.subtitle) != NULL;
}

/* What has whole words. Who wants larger texts wants to read them, and has even less of the plot
 * for that. */
static const Allowance *
find_whole (Frame *frame, const QmStyle *style, double height, gboolean is_for_subtitle)
{
  double least_share = style->text_scale > 1 ? 0 : 0.3;
  QmRect plot;

  for (gsize i = 0; i < G_N_ELEMENTS (whole_words) && whole_words[i].plot_share >= least_share; i++)
    if ((!is_for_subtitle || whole_words[i].subtitle_lines > 0) &&
        try_allowance (frame, style, &whole_words[i], height, &plot) && !is_cut (frame))
      return &whole_words[i];
  return NULL;
}

static QmRect
measure (Frame *frame, const QmStyle *style, double height, gboolean has_whole_words)
{
  const Allowance *whole;
  QmRect plot;
  gsize i = 0;

  while (!try_allowance (frame, style, &allowances[i], height, &plot) &&
         i + 1 < G_N_ELEMENTS (allowances))
    i++;
  if (is_cut (frame) ? style->text_scale <= 1 && !has_whole_words
                     : !has_whole_words || !lacks_subtitle (frame, style))
    return plot;
  whole = find_whole (frame, style, height, !is_cut (frame));
  try_allowance (frame, style, whole != NULL ? whole : &allowances[i], height, &plot);
  return plot;
}

static void
measure_key (Frame *frame, const QmStyle *style)
{
  QmStandings standings = qm_legend_find (frame->viewed, NULL);

  if (is_shown (style, QM_BLOCK_KEY))
    frame->legend = qm_legend (style, frame->viewed, &standings, frame->inner.width);
}

/* What has turned out not to be drawn leaves its room in the key free. */
static void
say_only_what_is_drawn (Frame *frame, const QmStyle *style, const QmStandings *drawn)
{
  double height = frame->legend.height;

  if (drawn == NULL || height <= 0)
    return;
  qm_legend_clear (&frame->legend);
  frame->legend = qm_legend (style, frame->viewed, drawn, frame->inner.width);
  frame->legend.height = height;
}

QmRect
qm_frame_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
              const QmStandings *drawn, const QmFrameWords *words)
{
  QmRect canvas = { 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) };
  Frame frame = {
    .viewed = viewed,
    .inner = qm_rect_grow (canvas, -qm_style_margin (style)),
  };
  double subtitle_y;
  QmRect plot;

  measure_key (&frame, style);
  frame.is_legend_beside = frame.legend.width > 0 && frame.legend.width < frame.inner.width * 0.42;
  frame.notes =
      qm_label (style, QM_ROLE_VOICE, words->notes, frame.inner.width, words->n_note_lines);
  plot = measure (&frame, style, canvas.height, words->are_whole);

  if (is_shown (style, QM_BLOCK_TITLE))
    note_what_is_cut (scene, &frame.title, viewed->chart.title);
  if (is_shown (style, QM_BLOCK_SUBTITLE))
    note_what_is_cut (scene, &frame.subtitle, viewed->chart.subtitle);
  if (is_shown (style, QM_BLOCK_NOTE))
    note_notes_cut (scene, &frame);

  subtitle_y = header_top (&frame, style) + frame.title.height + header_gap (&frame, style);
  place_part (&frame.title, scene, frame.inner.x, frame.inner.y, QM_PART_TITLE);
  place_part (&frame.subtitle, scene, frame.inner.x, subtitle_y, QM_PART_SUBTITLE);
  say_only_what_is_drawn (&frame, style, drawn);
  place_footer (&frame, scene, style);
  return plot;
}
