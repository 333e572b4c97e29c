/* Horizontal bars from zero, a row for each figure, the value beyond the bar's end; a ratio between
 * two of them as a sentence below:
 *
 *   United States ████████████████████ US$300 billion
 *   China         ▨▨▨▨ ≈ US$50 billion
 *                      computed: US$300 billion ÷ 6
 *                 ────────────────────
 *                 The US outspends China 6 to 1
 *
 * Where names and values leave too little width, both stand above their bar. */
#include "base/words.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/bars-private.h"
#include "chart/forms/forms.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

/* The bar is at least that high where words stand above it. */
#define LOWEST_BAR 4

/* Between the two, where the bar leaves it: the ring of a bar that has the focus touches no words.
 */
#define ROOM_OF_RING 4

/* Name, bar and words on one line. */
static void
add_row_beside (const QmBarsChart *bars, QmScene *scene, const QmStyle *style, QmBarsRow *row,
                double y, double height)
{
  double zero = qm_scale_map (bars->x, 0);
  double end = qm_bars_has_bar (row)
                   ? qm_status_add_bar (scene, style, row->claim, bars->x, y, height)
                   : zero;
  double x = MAX (end, zero) + (qm_bars_has_bar (row) ? bars->gap : 0);
  double words = row->value.height;
  double value_height = row->value.height;

  words += row->computation.height;
  qm_label_place (&row->name, scene, bars->area.x, y + (height - row->name.height) / 2);
  qm_label_place (&row->value, scene, x, y + (height - words) / 2);
  qm_label_place (&row->computation, scene, x, y + (height - words) / 2 + value_height);
}

static double
height_above_bar (const QmBarsRow *row)
{
  return MAX (row->name.height, row->value.height);
}

/* What the words of any row take above its bar: all bars are as thick. */
static double
most_above (const QmBarsChart *bars)
{
  double height = 0;

  for (gsize i = 0; i < bars->n_rows; i++)
    height = MAX (height, height_above_bar (&bars->rows[i]));
  return height;
}

/* Name and value above the bar, which takes what is left of the row. */
static void
add_row_below (const QmBarsChart *bars, QmScene *scene, const QmStyle *style, QmBarsRow *row,
               double y, double height)
{
  double line = most_above (bars);
  double middle = y + line - height_above_bar (row) / 2;
  double name_y = middle - row->name.height / 2, value_y = middle - row->value.height / 2;
  double value_x = qm_rect_right (bars->area) - row->value.width;
  double gap = CLAMP (height - line - LOWEST_BAR, 0, ROOM_OF_RING);

  if (qm_bars_has_bar (row))
    qm_status_add_bar (scene, style, row->claim, bars->x, y + line + gap,
                       MAX (height - line - gap, LOWEST_BAR));
  qm_label_place (&row->name, scene, bars->area.x, name_y);
  row->value.anchor = QM_TEXT_END;
  qm_label_place (&row->value, scene, value_x, value_y);
}

static QmBand
band_of (const QmBarsChart *bars, const QmStyle *style)
{
  double thickest =
      MAX (qm_style_length (style, bars->name_width > 0 ? 136 : 150), 0.19 * bars->area.height);
  QmBand band = qm_band (bars->n_rows, bars->area.y, qm_rect_bottom (bars->area), 0.45);

  if (band.width > thickest) {
    band.gap = MIN (band.gap, thickest * 0.85);
    band.width = thickest;
  }
  return band;
}

/* Of its words, where they stand beside the bar. */
static double
height_of (const QmBarsRow *row)
{
  return MAX (row->name.height, row->value.height + row->computation.height);
}

/* How far the last row reaches below its band. */
static double
overhang_of (const QmBarsChart *bars, QmBand band)
{
  const QmBarsRow *last = &bars->rows[bars->n_rows - 1];

  if (bars->name_width > 0)
    return MAX (height_of (last) - band.width, 0) / 2;
  return MAX (most_above (bars) + LOWEST_BAR - band.width, 0);
}

static void
add_rows (QmBarsChart *bars, QmScene *scene, const QmStyle *style, double bottom)
{
  QmBand band;
  double overhang, top;

  /* Only sentences may have room. */
  if (bars->n_rows == 0) {
    bars->area.height = 0;
    return;
  }
  band = band_of (bars, style);
  overhang = overhang_of (bars, band);

  /* With less height the bands are lower, and the row reaches a little further beyond. */
  if (qm_rect_bottom (bars->area) + overhang > bottom) {
    bars->area.height -= overhang / (1 - band.width / bars->area.height);
    band = band_of (bars, style);
  }
  top = qm_band_start (band, 0) - bars->area.y + (band.width - height_of (&bars->rows[0])) / 2;
  if (bars->name_width > 0 && top < 0) {
    bars->area.y -= top;
    bars->area.height += top;
    band = band_of (bars, style);
  }
  for (gsize i = 0; i < bars->n_rows; i++) {
    QmBarsRow *row = &bars->rows[i];
    gboolean begins = i == 0 || bars->rows[i - 1].claim != row->claim;
    gboolean ends = i + 1 == bars->n_rows || bars->rows[i + 1].claim != row->claim;
    double y = qm_band_start (band, i);

    if (begins)
      qm_scene_begin_mark (scene, row->claim, row->claim->id);
    if (bars->name_width > 0)
      add_row_beside (bars, scene, style, row, y, band.width);
    else
      add_row_below (bars, scene, style, row, y, band.width);
    if (ends)
      qm_scene_end_mark (scene);
  }
  bars->area.height = qm_band_start (band, bars->n_rows - 1) + band.width - bars->area.y;
}

static void
check (const QmPanel *panel, const char **expected)
{
  const QmClaim *first = NULL;

  for (gsize i = 0; i < panel->n_claims && first == NULL; i++)
    if (panel->claims[i]->kind == QM_CLAIM_FIGURE && !qm_bars_is_sentence (panel->claims[i]))
      first = panel->claims[i];

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_EVENT)
      expected[i] = _ ("a claim with a figure or an order");
    else if (first == NULL)
      expected[i] = _ ("at least one claim that is no ratio");
    else if (!qm_bars_is_sentence (claim) && !qm_unit_equal (&claim->unit, &first->unit))
      expected[i] = _ ("a claim in the unit of the panel’s other bars");
  }
}

/* An order has a row for each of those it names above. */
static gsize
count_rows (const QmPanel *panel)
{
  gsize n_rows = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    n_rows += panel->claims[i]->kind == QM_CLAIM_ORDER ? panel->claims[i]->n_above : 1;
  return n_rows;
}

/* What the sentences leave of the height for each row, at least. */
static double
row_step (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gsize n_rows = count_rows (panel) - qm_bars_count_sentences (panel);
  double height = area.height - qm_bars_height_of_sentences (style, panel, 0.7 * area.width);

  return MAX (height, 1) / (double) n_rows;
}

/* Orders stay before other claims, with all of their rows. */
static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gboolean is_wide = area.width > 24 * qm_style_smallest_line (style);
  gsize n_sentences = qm_bars_count_sentences (panel);
  gsize n_more_rows = count_rows (panel) - panel->n_claims, n_rows;

  area.height -= (double) n_sentences * qm_bars_least_height_of_sentence (style);
  n_rows = qm_others_count_rows (style, area.height, is_wide ? 1.12 : QM_BARS_LINES_ABOVE);
  return n_more_rows < n_rows ? n_sentences + n_rows - n_more_rows : 0;
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_autofree QmBarsRow *rows = g_new0 (QmBarsRow, count_rows (panel));
  QmBarsChart bars = { .rows = rows };
  QmRect sentences;

  bars.area = area;
  bars.step = row_step (style, panel, area);
  qm_bars_choose_words (&bars, style, panel);

  sentences = area;
  sentences.x += bars.name_width;
  sentences.width -= bars.name_width;
  bars.area.height =
      MAX (area.height - qm_bars_height_of_sentences (style, panel, sentences.width), 1);
  add_rows (&bars, scene, style, qm_rect_bottom (area));

  sentences.y = qm_rect_bottom (bars.area);
  qm_bars_add_sentences (scene, style, panel, sentences, bars.x.end);

  for (gsize i = 0; i < bars.n_rows; i++)
    qm_bars_clear_row (&rows[i]);
}

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 20 : set->n_measures == 1 ? 65 : 45;
}

const QmForm qm_bars_form = {
  .rule = { "bars", check, rate, FALSE, FALSE },
  .name = N_ ("Bars"),
  .picture = "▆▆▆▆▆▆▆▆ 8   ▆▆ 2",
  .takes = N_ ("figures in one unit, ratios between two of them, and orders without figures"),
  .build = build,
  .most = most,
  .name_of = qm_wording_name,
  .brackets = QM_BRACKET_LEFT,
  .need = 2,
  .lines = 6,
  .leaves_out_time = TRUE,
  .options = QM_VIEW_RELATIVE,
};
