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
#include "base/character.h"
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

#include <math.h>

/* The bar is at least that high where words stand above it. */
#define LOWEST_BAR 4

/* Between the two, where the bar leaves it: the ring of a bar that has the focus touches no words.
 */
#define ROOM_OF_RING 4

typedef struct {
  const QmClaim *claim; /* of several rows, where it is an order */
  QmLabel name, value, computation;
} Row;

typedef struct {
  Row *rows;
  gsize n_rows;
  QmRect area;       /* for the rows */
  double step;       /* height of a row with the space to the next */
  double name_width; /* of the column of names; 0 where they stand above the bars */
  double gap;        /* between a bar and the words beside it */
  QmScale x;
  QmBand band; /* of the rows, once they are drawn */
} Bars;

static gboolean
is_sentence (const QmClaim *claim)
{
  return claim->to_entity != NULL;
}

static gboolean
has_bar (const Row *row)
{
  return row->claim->kind == QM_CLAIM_FIGURE;
}

static double
gap_beside_name (const QmStyle *style)
{
  return qm_style_length (style, 28);
}

/* Someone who stands above the claim's entity, nobody knows by how much: a row of words. */
static void
measure_row_above (Row *row, const Bars *bars, const QmStyle *style, const QmClaim *order,
                   const QmEntity *entity)
{
  double width = bars->area.width;
  double room = width * 0.6 - gap_beside_name (style);
  int max_lines = bars->step > 3.1 * qm_style_line_height (style, QM_ROLE_NOTE) ? 2 : 1;
  g_autofree char *words = g_strdup_printf (
      /* Translators: the source says who is ahead of %s, but gives no number */
      _ ("above %s; no figure in the source"), qm_text_get (order->entity->short_name));

  row->claim = order;
  row->name = qm_label_entity (style, entity, width * 0.4, 0.9 * bars->step);
  row->value = qm_label (style, QM_ROLE_LABEL, words, -1, 1);
  if (row->value.width > room) {
    qm_label_clear (&row->value);
    row->value = qm_label (style, QM_ROLE_NOTE, words, room, max_lines);
  }
  row->value.color = style->theme->muted;
}

/* How the words of rows are measured. */
typedef struct {
  QmTextRole role;                /* of values */
  double shortest;                /* of the longest bar beside words, as a part of the width */
  double name_width, value_width; /* at most, as parts of the width */
} Manner;

static void
measure_row (Row *row, const Bars *bars, const QmStyle *style, const QmPanel *panel,
             const QmClaim *claim, const Manner *manner)
{
  double width = bars->area.width, height = 0.94 * bars->step;
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *computation = qm_wording_computation_short (claim);
  g_autofree char *name = qm_wording_row (panel, claim, FALSE);

  row->claim = claim;
  row->name = qm_label_name (style, QM_ROLE_LABEL, name, width * manner->name_width, height);
  if (qm_label_is_shortened (&row->name)) {
    g_autofree char *short_name = qm_wording_row (panel, claim, TRUE);

    qm_label_clear (&row->name);
    row->name =
        qm_label_name (style, QM_ROLE_LABEL, short_name, width * manner->name_width, height);
  }
  row->name.names = claim->entity;
  row->value = qm_label_figure (style, manner->role, value, width * manner->value_width, height);
  row->computation = qm_label (style, QM_ROLE_NOTE, computation, width, 1);
  if (row->value.height + row->computation.height > 0.9 * bars->step ||
      row->computation.width > width * manner->value_width)
    qm_label_clear (&row->computation);
}

static void
clear_row (Row *row)
{
  qm_label_clear (&row->name);
  qm_label_clear (&row->value);
  qm_label_clear (&row->computation);
}

static double
words_width (const Row *row)
{
  return MAX (row->value.width, row->computation.width);
}

/* The longest bar that leaves every row room for its words: each row allows so many pixels for the
 * unit of its own figure, and the tightest decides. */
static double
longest_bar (const Bars *bars, double room, double low, double high)
{
  double longest = room;

  for (gsize i = 0; i < bars->n_rows; i++) {
    const QmQuantity *quantity = &bars->rows[i].claim->quantity;
    double value = quantity->precision == QM_BETWEEN ? quantity->high : quantity->value;
    double end = (MAX (value, 0) - low) / (high - low);

    if (end > 0 && has_bar (&bars->rows[i]))
      longest = MIN (longest, (room - bars->gap - words_width (&bars->rows[i])) / end);
  }
  return longest;
}

/* The figures from zero on, as far as they reach to either side. */
static void
find_range (const Bars *bars, double *low, double *high)
{
  *low = *high = 0;
  for (gsize i = 0; i < bars->n_rows; i++) {
    const QmQuantity *quantity = &bars->rows[i].claim->quantity; /* zero for an order */
    gboolean is_between = quantity->precision == QM_BETWEEN;

    *low = MIN (*low, is_between ? quantity->low : quantity->value);
    *high = MAX (*high, is_between ? quantity->high : quantity->value);
  }
  if (*high - *low <= 0)
    *high = *low + 1;
}

/* What the arrow of an open end takes up beyond the longest bar. */
static double
arrow_room (const Bars *bars, const QmStyle *style)
{
  for (gsize i = 0; i < bars->n_rows; i++) {
    QmPrecision precision = bars->rows[i].claim->quantity.precision;

    if (precision == QM_OVER || precision == QM_UNDER)
      return qm_style_length (style, 45) + 10;
  }
  return 0;
}

static void
fit (Bars *bars, const QmStyle *style, double shortest)
{
  double low, high, length, arrow = arrow_room (bars, style);

  find_range (bars, &low, &high);
  bars->gap = qm_style_length (style, 24) + 2;
  bars->name_width = 0;
  for (gsize i = 0; i < bars->n_rows; i++)
    bars->name_width = MAX (bars->name_width, bars->rows[i].name.width + gap_beside_name (style));

  length = longest_bar (bars, bars->area.width - bars->name_width - arrow, low, high);
  if (shortest <= 0)
    length = MAX (length, 1);
  else if (length < bars->area.width * shortest) {
    bars->name_width = 0;
    length = bars->area.width - arrow;
  }
  bars->x = (QmScale){ low, high, bars->area.x + bars->name_width,
                       bars->area.x + bars->name_width + length, FALSE };
}

/* Whether the rows are high enough for their words, and wide enough where a name and a value share
 * a line. */
static gboolean
has_room (const Bars *bars)
{
  for (gsize i = 0; i < bars->n_rows; i++) {
    const Row *row = &bars->rows[i];
    double line = MAX (row->name.height, row->value.height);

    if (bars->name_width > 0 && line > bars->step)
      return FALSE;
    if (bars->name_width <= 0 &&
        (line * 1.3 > bars->step ||
         row->name.width + bars->gap + row->value.width > bars->area.width))
      return FALSE;
  }
  return TRUE;
}

/* Name, bar and words on one line. */
static void
add_row_beside (const Bars *bars, QmScene *scene, const QmStyle *style, Row *row, double y,
                double height)
{
  double zero = qm_scale_map (bars->x, 0);
  double end =
      has_bar (row) ? qm_status_add_bar (scene, style, row->claim, bars->x, y, height) : zero;
  double x = MAX (end, zero) + (has_bar (row) ? bars->gap : 0);
  double words = row->value.height;
  double value_height = row->value.height;

  words += row->computation.height;
  qm_label_place (&row->name, scene, bars->area.x, y + (height - row->name.height) / 2);
  qm_label_place (&row->value, scene, x, y + (height - words) / 2);
  qm_label_place (&row->computation, scene, x, y + (height - words) / 2 + value_height);
}

/* Name and value above the bar, which takes what is left of the row. */
static void
add_row_below (const Bars *bars, QmScene *scene, const QmStyle *style, Row *row, double y,
               double height)
{
  double line = MAX (row->name.height, row->value.height);
  double name_y = y + (line - row->name.height) / 2, value_y = y + (line - row->value.height) / 2;
  double value_x = qm_rect_right (bars->area) - row->value.width;
  double gap = CLAMP (height - line - LOWEST_BAR, 0, ROOM_OF_RING);

  if (has_bar (row))
    qm_status_add_bar (scene, style, row->claim, bars->x, y + line + gap,
                       MAX (height - line - gap, LOWEST_BAR));
  qm_label_place (&row->name, scene, bars->area.x, name_y);
  row->value.anchor = QM_TEXT_END;
  qm_label_place (&row->value, scene, value_x, value_y);
}

static QmBand
band_of (const Bars *bars, const QmStyle *style)
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
height_of (const Row *row)
{
  return MAX (row->name.height, row->value.height + row->computation.height);
}

/* How far the last row reaches below its band. */
static double
overhang_of (const Bars *bars, QmBand band)
{
  const Row *last = &bars->rows[bars->n_rows - 1];
  double line = MAX (last->name.height, last->value.height);

  if (bars->name_width > 0)
    return MAX (height_of (last) - band.width, 0) / 2;
  return MAX (line + LOWEST_BAR - band.width, 0);
}

static void
add_rows (Bars *bars, QmScene *scene, const QmStyle *style, double bottom)
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
    Row *row = &bars->rows[i];
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
  bars->band = band;
  bars->area.height = qm_band_start (band, bars->n_rows - 1) + band.width - bars->area.y;
}

/* At the left of the rows, once these have their places. */
static void
add_brackets (const Bars *bars, QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
              double x)
{
  g_autofree const QmClaim **claims = g_new (const QmClaim *, bars->n_rows + 1);

  for (gsize i = 0; i < bars->n_rows; i++)
    claims[i] = bars->rows[i].claim;
  qm_bracket_add_to_rows (scene, style, viewed, claims, bars->n_rows, bars->band, x);
}

/* A stated ratio in the dataset's words; a computed one from its value, which no one types in. */
static char *
sentence_of (const QmClaim *claim)
{
  g_autofree char *name = qm_wording_entity (claim);
  g_autofree char *entity = qm_character_isolate (name);
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *computation = qm_wording_computation_short (claim);

  if (computation != NULL)
    return g_strdup_printf ("%s: %s, %s", entity, value, computation);
  return claim->label != NULL ? g_strdup (qm_text_get (claim->label))
                              : qm_wording_statement (claim);
}

static QmLabel
measure_sentence (const QmStyle *style, const QmClaim *claim, double width)
{
  g_autofree char *text = sentence_of (claim);

  return qm_label (style, QM_ROLE_HEADING, text, width, 2);
}

static double
sentence_gap (const QmStyle *style)
{
  return qm_style_length (style, 36) + 2;
}

static void
add_sentence (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmLabel *sentence,
              double x, double y, double rule_end)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };

  qm_scene_add_line (scene, (QmPoint){ x, y - sentence_gap (style) / 2 },
                     (QmPoint){ rule_end, y - sentence_gap (style) / 2 }, &rule);
  qm_scene_begin_mark (scene, claim, claim->id);
  qm_label_place (sentence, scene, x, y);
  qm_scene_end_mark (scene);
}

static void
check (const QmPanel *panel, const char **expected)
{
  const QmClaim *first = NULL;

  for (gsize i = 0; i < panel->n_claims && first == NULL; i++)
    if (panel->claims[i]->kind == QM_CLAIM_FIGURE && !is_sentence (panel->claims[i]))
      first = panel->claims[i];

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_EVENT)
      expected[i] = _ ("a claim with a figure or an order");
    else if (first == NULL)
      expected[i] = _ ("at least one claim that is no ratio");
    else if (!is_sentence (claim) && !qm_unit_equal (&claim->unit, &first->unit))
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
  double n_rows = (double) count_rows (panel);

  for (gsize i = 0; i < panel->n_claims; i++) {
    g_auto (QmLabel) sentence = { 0 };

    if (!is_sentence (panel->claims[i]))
      continue;
    sentence = measure_sentence (style, panel->claims[i], 0.7 * area.width);
    area.height -= sentence.height + sentence_gap (style);
    n_rows -= 1;
  }
  return MAX (area.height, 1) / n_rows;
}

static void
measure_rows (Bars *bars, const QmStyle *style, const QmPanel *panel, const Manner *manner)
{
  for (gsize i = 0; i < bars->n_rows; i++)
    clear_row (&bars->rows[i]);
  bars->n_rows = 0;
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_ORDER)
      for (gsize j = 0; j < claim->n_above; j++)
        measure_row_above (&bars->rows[bars->n_rows++], bars, style, claim, claim->above[j]);
    else if (!is_sentence (claim))
      measure_row (&bars->rows[bars->n_rows++], bars, style, panel, claim, manner);
  }
}

/* Lines of the smallest text in a row, where words stand above the bar. */
#define LINES_ABOVE 1.6

/* Names in what their values leave of a line above the bars. */
static void
give_way (Bars *bars, const QmStyle *style)
{
  double line = bars->step / 1.3;

  for (gsize i = 0; i < bars->n_rows; i++) {
    Row *row = &bars->rows[i];
    double room = bars->area.width - bars->gap - row->value.width;
    g_autofree char *name = NULL;

    if (row->name.layout == NULL || (row->name.width <= room && row->name.height <= line))
      continue;
    name = g_strdup (pango_layout_get_text (row->name.layout));
    qm_label_clear (&row->name);
    row->name = qm_label_name (style, QM_ROLE_LABEL, name, room, line);
    row->name.names = row->claim->entity;
  }
}

/* The largest values with which all words have room; then names and values give way to each other,
 * above the bars where there is height for that, else beside short ones. */
static void
choose_words (Bars *bars, const QmStyle *style, const QmPanel *panel)
{
  static const Manner manners[] = {
    { QM_ROLE_VALUE, 0.3, 0.4, 0.7 },
    { QM_ROLE_EMPHASIS, 0.3, 0.4, 0.6 },
    { QM_ROLE_TICK, 0.3, 0.4, 0.5 },
    { QM_ROLE_TICK, 0.1, 0.4, 0.5 },
  };
  static const Manner beside = { QM_ROLE_TICK, 0, 0.3, 0.6 };
  static const Manner above = { QM_ROLE_TICK, 1, 0.4, 0.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++) {
    measure_rows (bars, style, panel, &manners[i]);
    fit (bars, style, manners[i].shortest);
    if (has_room (bars))
      return;
  }
  if (bars->step < LINES_ABOVE * qm_style_smallest_line (style)) {
    measure_rows (bars, style, panel, &beside);
    fit (bars, style, beside.shortest);
    return;
  }
  bars->step /= 1.3;
  measure_rows (bars, style, panel, &above);
  bars->step *= 1.3;
  fit (bars, style, above.shortest);
  give_way (bars, style);
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gboolean is_wide = area.width > 24 * qm_style_smallest_line (style);
  gsize n_sentences = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    n_sentences += is_sentence (panel->claims[i]);
  area.height -=
      (double) n_sentences * (qm_style_line_height (style, QM_ROLE_HEADING) + sentence_gap (style));
  return n_sentences + qm_others_count_rows (style, area.height, is_wide ? 1.12 : LINES_ABOVE);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
       QmRect area)
{
  g_autofree Row *rows = g_new0 (Row, count_rows (panel));
  g_autofree QmLabel *sentences = g_new0 (QmLabel, panel->n_claims);
  Bars bars = { .rows = rows };
  double y, below = 0, bracket = qm_bracket_width (style, viewed, panel);

  area.x += bracket;
  area.width -= bracket;
  bars.area = area;
  bars.step = row_step (style, panel, area);
  choose_words (&bars, style, panel);

  for (gsize i = 0; i < panel->n_claims; i++)
    if (is_sentence (panel->claims[i])) {
      sentences[i] = measure_sentence (style, panel->claims[i], area.width - bars.name_width);
      below += sentences[i].height + sentence_gap (style);
    }
  bars.area.height = MAX (area.height - below, 1);
  add_rows (&bars, scene, style, qm_rect_bottom (area));
  add_brackets (&bars, scene, style, viewed, area.x - bracket);

  y = qm_rect_bottom (bars.area) + sentence_gap (style);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (is_sentence (panel->claims[i])) {
      double height = sentences[i].height;

      add_sentence (scene, style, panel->claims[i], &sentences[i], area.x + bars.name_width, y,
                    bars.x.end);
      y += height + sentence_gap (style);
    }

  for (gsize i = 0; i < bars.n_rows; i++)
    clear_row (&rows[i]);
}

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 20 : set->n_measures == 1 ? 65 : 45;
}

const QmForm qm_bars_form = {
  .rule = { "bars", check, rate },
  .name = N_ ("Bars"),
  .picture = "▆▆▆▆▆▆▆▆ 8   ▆▆ 2",
  .takes = N_ ("figures in one unit, ratios between two of them, and orders without figures"),
  .build = build,
  .most = most,
  .name_of = qm_wording_name,
  .need = 2,
  .lines = 6,
  .options = QM_VIEW_RELATIVE,
};
