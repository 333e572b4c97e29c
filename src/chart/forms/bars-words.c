/* The names and values of bars, in the size for which there is room, and what they leave for the
 * bars. */
#include "base/words.h"
#include "chart/draw/label.h"
#include "chart/draw/row-name.h"
#include "chart/draw/status.h"
#include "chart/forms/bars-private.h"
#include "chart/words/wording.h"
#include "dataset/orders.h"

gboolean
qm_bars_has_bar (const QmBarsRow *row)
{
  return row->claim->kind == QM_CLAIM_FIGURE;
}

void
qm_bars_clear_row (QmBarsRow *row)
{
  qm_label_clear (&row->name);
  qm_label_clear (&row->value);
  qm_label_clear (&row->computation);
}

static double
gap_beside_name (const QmStyle *style)
{
  return qm_style_length (style, 28);
}

/* That no figure says by how much entity stands above the order's, unless the file has one. */
static char *
words_above (const QmClaim *order, const QmEntity *entity)
{
  const char *below = qm_text_get (order->entity->short_name);

  if (qm_orders_have_figure (order, entity))
    /* Translators: the source says who is ahead of %s; the figure stands in another row */
    return g_strdup_printf (_ ("above %s"), below);
  /* Translators: the source says who is ahead of %s, but gives no number */
  return g_strdup_printf (_ ("above %s; no figure in the source"), below);
}

/* Someone who stands above the claim's entity: a row of words. */
static void
measure_row_above (QmBarsRow *row, const QmBarsChart *bars, const QmStyle *style,
                   const QmClaim *order, const QmEntity *entity)
{
  double width = bars->area.width;
  double room = width * 0.6 - gap_beside_name (style);
  int max_lines = bars->step > 3.1 * qm_style_line_height (style, QM_ROLE_NOTE) ? 2 : 1;
  g_autofree char *words = words_above (order, entity);

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
measure_row (QmBarsRow *row, const QmBarsChart *bars, const QmStyle *style, const QmPanel *panel,
             const QmClaim *claim, const Manner *manner)
{
  double width = bars->area.width, height = 0.94 * bars->step;
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *computation = qm_wording_computation_short (claim);

  row->claim = claim;
  row->name = qm_row_name (style, QM_ROLE_LABEL, panel, claim, width * manner->name_width, height);
  row->value = qm_label_figure (style, qm_bars_has_bar (row) ? manner->role : QM_ROLE_LABEL, value,
                                width * manner->value_width, height);
  if (!qm_bars_has_bar (row))
    row->value.color = style->theme->muted;
  row->computation = qm_label (style, QM_ROLE_NOTE, computation, width, 1);
  if (row->value.height + row->computation.height > 0.9 * bars->step ||
      row->computation.width > width * manner->value_width)
    qm_label_clear (&row->computation);
}

static double
words_width (const QmBarsRow *row)
{
  return MAX (row->value.width, row->computation.width);
}

/* The longest bar that leaves every row room for its words: each row allows so many pixels for the
 * unit of its own figure, and the tightest decides. */
static double
longest_bar (const QmBarsChart *bars, double room, double low, double high)
{
  double longest = room;

  for (gsize i = 0; i < bars->n_rows; i++) {
    double value = qm_status_high (&bars->rows[i].claim->quantity);
    double end = (MAX (value, 0) - low) / (high - low);

    if (end > 0 && qm_bars_has_bar (&bars->rows[i]))
      longest = MIN (longest, (room - bars->gap - words_width (&bars->rows[i])) / end);
  }
  return longest;
}

/* The figures from zero on, as far as they reach to either side. */
static void
find_range (const QmBarsChart *bars, double *low, double *high)
{
  *low = *high = 0;
  for (gsize i = 0; i < bars->n_rows; i++)
    qm_status_widen (low, high, &bars->rows[i].claim->quantity); /* zero for an order */
  if (*high - *low <= 0)
    *high = *low + 1;
}

/* What the arrow of an open end takes up beyond the longest bar. */
static double
arrow_room (const QmBarsChart *bars, const QmStyle *style)
{
  for (gsize i = 0; i < bars->n_rows; i++) {
    QmPrecision precision = bars->rows[i].claim->quantity.precision;

    if (precision == QM_OVER || precision == QM_UNDER)
      return qm_style_length (style, 45) + 10;
  }
  return 0;
}

static void
fit (QmBarsChart *bars, const QmStyle *style, double shortest)
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
  bars->x = (QmScale) { low, high, bars->area.x + bars->name_width,
                        bars->area.x + bars->name_width + length, FALSE };
}

/* Whether the rows are high enough for their words, of which bars below them are to leave enough to
 * be no lines, and wide enough where a name and a value share a line. */
static gboolean
has_room (const QmBarsChart *bars)
{
  for (gsize i = 0; i < bars->n_rows; i++) {
    const QmBarsRow *row = &bars->rows[i];
    double line = MAX (row->name.height, row->value.height);

    if (bars->name_width > 0 && line > bars->step)
      return FALSE;
    if (bars->name_width <= 0 &&
        (line * 1.6 > bars->step ||
         row->name.width + bars->gap + row->value.width > bars->area.width))
      return FALSE;
  }
  return TRUE;
}

static void
measure_rows (QmBarsChart *bars, const QmStyle *style, const QmPanel *panel, const Manner *manner)
{
  for (gsize i = 0; i < bars->n_rows; i++)
    qm_bars_clear_row (&bars->rows[i]);
  bars->n_rows = 0;
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_ORDER)
      for (gsize j = 0; j < claim->n_above; j++)
        measure_row_above (&bars->rows[bars->n_rows++], bars, style, claim, claim->above[j]);
    else if (!qm_bars_is_sentence (claim))
      measure_row (&bars->rows[bars->n_rows++], bars, style, panel, claim, manner);
  }
}

/* Names in what their values leave of a line above the bars. */
static void
give_way (QmBarsChart *bars, const QmStyle *style, const QmPanel *panel)
{
  double line = bars->step / 1.3;

  for (gsize i = 0; i < bars->n_rows; i++) {
    QmBarsRow *row = &bars->rows[i];
    double room = bars->area.width - bars->gap - row->value.width;
    const QmEntity *entity;

    if (row->name.layout == NULL || (row->name.width <= room && row->name.height <= line))
      continue;
    entity = row->name.names;
    qm_label_clear (&row->name);
    row->name = qm_bars_has_bar (row)
                    ? qm_row_name (style, QM_ROLE_LABEL, panel, row->claim, room, line)
                    : qm_label_entity (style, entity, room, line);
  }
}

void
qm_bars_choose_words (QmBarsChart *bars, const QmStyle *style, const QmPanel *panel)
{
  static const Manner manners[] = {
    { QM_ROLE_VALUE, 0.3, 0.4, 0.7 },
    { QM_ROLE_EMPHASIS, 0.3, 0.4, 0.6 },
    { QM_ROLE_HEADING, 0.3, 0.4, 0.5 },
    { QM_ROLE_HEADING, 0.1, 0.4, 0.5 },
  };
  static const Manner beside = { QM_ROLE_HEADING, 0, 0.3, 0.6 };
  static const Manner above = { QM_ROLE_HEADING, 1, 0.4, 0.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++) {
    measure_rows (bars, style, panel, &manners[i]);
    fit (bars, style, manners[i].shortest);
    if (has_room (bars))
      return;
  }
  if (bars->step < QM_BARS_LINES_ABOVE * qm_style_smallest_line (style)) {
    measure_rows (bars, style, panel, &beside);
    fit (bars, style, beside.shortest);
    return;
  }
  bars->step /= 1.3;
  measure_rows (bars, style, panel, &above);
  bars->step *= 1.3;
  fit (bars, style, above.shortest);
  give_way (bars, style, panel);
}
