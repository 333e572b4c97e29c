/* Two figures of one measure for each entity, as dots joined by a line: then and now, or one and
 * the other. The words of each stand on its far side:
 *
 *   China          20%, 2024 ●────────────○ 40%, 2030
 *   United States     15%, 2024 ●──● 17%, 2030
 *   ┌
 *   └ United States                 ● 19%, 2024
 *                 ┆        ┆       ┆        ┆
 *                 0%      15%     30%      45%
 *
 * A figure with which another source disagrees has a row of its own beside that.
 */
#include "base/words.h"
#include "chart/draw/axis.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/view/viewed.h"
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"
#include "dataset/disputes.h"
#include "dataset/unit.h"

typedef struct {
  const QmClaim *claims[2]; /* the entity's two, in the panel's order; NULL: one by itself */
  int lower;                /* which of them is the smaller: its words stand at the left */
  QmLabel name, values[2];
} Row;

typedef struct {
  Row *rows;
  gsize n_rows;
  QmRect area, plot;
  QmScale x;
  QmTicks ticks;
  double step;       /* height of a row with the space to the next */
  gboolean is_above; /* the names stand above their rows, else in a column */
} Dumbbell;

/* --- Rows --- */

/* How many claims from that index on are of one pair, of which partner is the second: between and
 * behind the two stands what disagrees with one of them. Without any partner is 0. */
static gsize
count_pair (const QmPanel *panel, gsize first, gsize *partner)
{
  const QmClaim *const *claims = panel->claims;
  gsize i = first + 1;

  *partner = 0;
  for (; i < panel->n_claims && claims[i]->entity == claims[first]->entity &&
         claims[i]->measure == claims[first]->measure;
       i++) {
    if (qm_disputes_have (claims[first], claims[i]) ||
        (*partner > 0 && qm_disputes_have (claims[*partner], claims[i])))
      continue;
    if (*partner > 0)
      break;
    *partner = i;
  }
  return i - first;
}

static void
add_row (Dumbbell *dumbbell, const QmClaim *first, const QmClaim *second)
{
  Row *row = &dumbbell->rows[dumbbell->n_rows++];

  row->claims[0] = first;
  row->claims[1] = second;
  row->lower = second != NULL && first->quantity.value <= second->quantity.value ? 0 : 1;
}

/* What disagrees with the first of a pair stands above it, what disagrees with the second below. */
static void
find_rows (Dumbbell *dumbbell, const QmPanel *panel)
{
  const QmClaim *const *claims = panel->claims;
  gsize partner, n;

  for (gsize first = 0; first < panel->n_claims; first += n) {
    n = count_pair (panel, first, &partner);
    for (gsize i = first + 1; i < first + n; i++)
      if (i != partner && qm_disputes_have (claims[first], claims[i]))
        add_row (dumbbell, claims[i], NULL);
    add_row (dumbbell, claims[first], partner > 0 ? claims[partner] : NULL);
    for (gsize i = first + 1; i < first + n; i++)
      if (i != partner && !qm_disputes_have (claims[first], claims[i]))
        add_row (dumbbell, claims[i], NULL);
  }
}

/* --- Words --- */

/* How much room the words of a row have, in parts of the area's width; values of -1: any. */
typedef struct {
  double name, value;
  double both;       /* names, and the widest values at either side, at most */
  gboolean is_above; /* names stand above their rows */
  gboolean is_high;  /* times stand below their values, both in small letters */
  gboolean is_bare;  /* units in words stand at the axis alone */
} Manner;

/* The axis says it of all figures. */
static gboolean
is_unit_at_axis (const QmUnit *unit)
{
  return (unit->kind == QM_UNIT_MEASURE || unit->kind == QM_UNIT_OWN) && !qm_unit_is_rate (unit);
}

static QmLabel
measure_value (const QmStyle *style, const QmClaim *claim, const Manner *manner, double width,
               double height)
{
  g_autofree char *value = manner->is_bare && is_unit_at_axis (&claim->unit)
                               ? qm_wording_number_short (claim)
                               : qm_wording_value_short (claim);
  g_autofree char *time = qm_wording_time (&claim->time), *words = NULL;
  QmLabel label;

  if (manner->is_high && time != NULL) {
    words = g_strdup_printf ("%s\n%s", value, time);
    label = qm_label (style, QM_ROLE_NOTE, words, -1, 2);
    label.color = style->theme->ink;
    return label;
  }
  words = qm_wording_join ((const char *const[]) { value, time }, 2);
  return qm_label_figure (style, QM_ROLE_LABEL, words, width, height);
}

static void
clear_row (Row *row)
{
  qm_label_clear (&row->name);
  qm_label_clear (&row->values[0]);
  qm_label_clear (&row->values[1]);
}

static void
measure_rows (Dumbbell *dumbbell, const QmStyle *style, const Manner *manner)
{
  double width = dumbbell->area.width, row_height = dumbbell->step;
  double height = (manner->is_above ? 0.45 : 0.94) * row_height;

  for (gsize i = 0; i < dumbbell->n_rows; i++) {
    Row *row = &dumbbell->rows[i];

    clear_row (row);
    row->name = qm_label_entity (style, row->claims[0]->entity, manner->name * width, height);
    for (int j = 0; j < 2 && row->claims[j] != NULL; j++)
      row->values[j] = measure_value (style, row->claims[j], manner,
                                      manner->value < 0 ? -1 : manner->value * width, height);
  }
}

static double
gap_beside_dot (const QmStyle *style)
{
  return 2.5 * qm_status_dot_radius (style) + qm_style_length (style, 14);
}

/* --- Room --- */

static double
axis_height (const QmStyle *style)
{
  return 1.6 * qm_style_line_height (style, QM_ROLE_TICK);
}

static void
find_range (const QmPanel *panel, double *low, double *high)
{
  *low = *high = 0;
  for (gsize i = 0; i < panel->n_claims; i++)
    qm_status_widen (low, high, &panel->claims[i]->quantity);
  if (*high <= *low)
    *high = *low + 1;
}

/* Of the widest words on either side of the dots, and of the names. */
static void
find_widths (const Dumbbell *dumbbell, double *name_width, double sides[2])
{
  *name_width = sides[0] = sides[1] = 0;
  for (gsize i = 0; i < dumbbell->n_rows; i++) {
    const Row *row = &dumbbell->rows[i];

    *name_width = MAX (*name_width, row->name.width);
    for (int side = 0; side < 2; side++)
      sides[side] = MAX (sides[side], row->values[side == 0 ? row->lower : 1 - row->lower].width);
  }
}

/* TRUE if the words of each row find their room in it. */
static gboolean
has_room (const Dumbbell *dumbbell, const Manner *manner)
{
  double name_width, sides[2];

  find_widths (dumbbell, &name_width, sides);
  for (gsize i = 0; i < dumbbell->n_rows; i++) {
    const Row *row = &dumbbell->rows[i];
    double height = MAX (row->values[0].height, row->values[1].height);

    if (manner->is_above ? row->name.height + height > dumbbell->step
                         : MAX (row->name.height, height) > dumbbell->step)
      return FALSE;
  }
  return (manner->is_above ? 0 : name_width) + sides[0] + sides[1] <
         manner->both * dumbbell->area.width;
}

/* Names beside their rows where these are long enough, else above them; units where half of the
 * width is left to the dots; in little room the words become smaller. */
static void
choose_words (Dumbbell *dumbbell, const QmStyle *style)
{
  static const Manner manners[] = {
    { 0.3, -1, 0.5, FALSE, FALSE, FALSE }, { 0.3, -1, 0.66, FALSE, FALSE, TRUE },
    { 1, -1, 0.66, TRUE, FALSE, TRUE },    { 0.3, -1, 0.66, FALSE, TRUE, TRUE },
    { 1, -1, 0.66, TRUE, TRUE, TRUE },     { 0.24, 0.22, 0.72, FALSE, FALSE, TRUE },
    { 1, 0.34, 0.72, TRUE, FALSE, TRUE },
  };
  const Manner *manner = &manners[0];

  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++) {
    manner = &manners[i];
    measure_rows (dumbbell, style, manner);
    if (has_room (dumbbell, manner))
      break;
  }
  dumbbell->is_above = manner->is_above;
}

/* The plot leaves room for the widest words at either end. */
static void
fit (Dumbbell *dumbbell, const QmStyle *style, const QmPanel *panel)
{
  double sides[2], name_width, tick_width, low, high;
  QmRect area = dumbbell->area;

  find_widths (dumbbell, &name_width, sides);
  if (dumbbell->is_above)
    name_width = 0;
  else
    name_width += qm_style_length (style, 40);
  area.x += name_width + sides[0] + gap_beside_dot (style);
  area.width -= name_width + sides[0] + sides[1] + 2 * gap_beside_dot (style);
  area.width = MAX (area.width, 1);
  area.height = MAX (area.height - axis_height (style), 1);

  find_range (panel, &low, &high);
  tick_width = qm_axis_values_width (style, qm_ticks (low, high, 1), &panel->claims[0]->unit);
  dumbbell->ticks = qm_ticks (low, high, CLAMP ((int) (area.width / (1.6 * tick_width)), 3, 6));
  dumbbell->plot = area;
  dumbbell->x =
      (QmScale) { dumbbell->ticks.values[0], dumbbell->ticks.values[dumbbell->ticks.n - 1], area.x,
                  qm_rect_right (area), FALSE };
}

/* --- Drawing --- */

static void
add_axis (const Dumbbell *dumbbell, QmScene *scene, const QmStyle *style, const QmUnit *unit)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  double bottom = qm_rect_bottom (dumbbell->plot);
  double line = qm_style_line_height (style, QM_ROLE_TICK), free_from = dumbbell->area.x;

  for (int i = 0; i < dumbbell->ticks.n; i++) {
    double x = qm_scale_map (dumbbell->x, dumbbell->ticks.values[i]);
    g_auto (QmLabel) label = qm_axis_label (style, dumbbell->ticks.values[i], unit);
    double left = x - label.width / 2, right = left + label.width;

    qm_scene_add_line (scene, (QmPoint) { x, dumbbell->plot.y }, (QmPoint) { x, bottom }, &rule);
    if (left < free_from || right > qm_rect_right (dumbbell->area))
      continue;
    free_from = right + qm_style_length (style, 14);
    label.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&label, scene, left, bottom + 0.4 * line);
  }
}

/* Where what is drawn of the figure ends, on the side of its words. */
static double
end_of (const Dumbbell *dumbbell, const QmClaim *claim, gboolean is_lower)
{
  const QmQuantity *quantity = &claim->quantity;
  double bound = is_lower ? quantity->low : quantity->high;

  return qm_scale_map (dumbbell->x, quantity->precision == QM_BETWEEN ? bound : quantity->value);
}

/* The line to the second figure looks like that. */
static void
add_line (const Dumbbell *dumbbell, QmScene *scene, const QmStyle *style, const Row *row,
          double middle)
{
  QmPoint from = { qm_scale_map (dumbbell->x, row->claims[0]->quantity.value), middle };
  QmPoint to = { qm_scale_map (dumbbell->x, row->claims[1]->quantity.value), middle };
  QmPaint line = qm_status_line (style, row->claims[1]->quantity.standing,
                                 qm_style_identity (style, row->claims[0]->entity));

  qm_scene_add_line (scene, from, to, &line);
}

/* A figure's dot with its words on the far side of the other; the first of a row has the name and
 * the line to the second. */
static void
add_figure (const Dumbbell *dumbbell, QmScene *scene, const QmStyle *style, Row *row, int which,
            double top, double middle)
{
  const QmClaim *claim = row->claims[which];
  gboolean is_lower = which == row->lower;
  double end = end_of (dumbbell, claim, is_lower);
  QmLabel *value = &row->values[which];

  qm_scene_begin_mark (scene, claim, claim->id);
  if (which == 0 && row->claims[1] != NULL)
    add_line (dumbbell, scene, style, row, middle);
  qm_status_add_dot_on_x (scene, style, claim, dumbbell->x, middle);
  if (which == 0)
    qm_label_place (&row->name, scene, dumbbell->area.x,
                    dumbbell->is_above ? top : middle - row->name.height / 2);
  value->anchor = is_lower ? QM_TEXT_END : QM_TEXT_START;
  qm_label_place (value, scene,
                  is_lower ? end - gap_beside_dot (style) - value->width
                           : end + gap_beside_dot (style),
                  middle - value->height / 2);
  qm_scene_end_mark (scene);
}

/* The claims of the panel that have no partner, in whatever order it has them. */
static GHashTable *
list_single (const QmPanel *panel)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  GHashTable *single = g_hash_table_new (NULL, NULL);
  QmPanel gathered = *panel;
  gsize partner, n;

  for (gsize i = 0; i < panel->n_claims; i++)
    g_ptr_array_add (claims, (gpointer) panel->claims[i]);
  qm_viewed_gather_entities (claims);
  gathered.claims = (const QmClaim *const *) claims->pdata;
  for (gsize i = 0; i < panel->n_claims; i += n) {
    n = count_pair (&gathered, i, &partner);
    if (n == 1)
      g_hash_table_add (single, claims->pdata[i]);
  }
  return single;
}

static void
check (const QmPanel *panel, const char **expected)
{
  g_autoptr (GHashTable) single = list_single (panel);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind != QM_CLAIM_FIGURE || claim->to_entity != NULL || claim->entity == NULL)
      expected[i] = _ ("a claim with a figure of one entity");
    else if (!qm_unit_equal (&claim->unit, &panel->claims[0]->unit))
      expected[i] = _ ("a claim in the unit of the panel’s other figures");
    else if (g_hash_table_contains (single, claim))
      expected[i] = _ ("two figures of one measure for each entity");
  }
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double widest = is_unit_at_axis (&panel->claims[0]->unit) ? 24 : 30;
  gboolean is_wide = area.width > widest * qm_style_smallest_line (style);

  return 2 * qm_others_count_rows (style, area.height - axis_height (style), is_wide ? 1.15 : 2.3);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_autofree Row *rows = g_new0 (Row, panel->n_claims);
  Dumbbell dumbbell = { .rows = rows, .area = area };
  QmBand band;

  find_rows (&dumbbell, panel);
  dumbbell.step = MAX (area.height - axis_height (style), 1) / (double) MAX (dumbbell.n_rows, 1);
  choose_words (&dumbbell, style);
  fit (&dumbbell, style, panel);

  add_axis (&dumbbell, scene, style, &panel->claims[0]->unit);
  band = qm_band (dumbbell.n_rows, dumbbell.plot.y, qm_rect_bottom (dumbbell.plot), 0.1);
  for (gsize i = 0; i < dumbbell.n_rows; i++) {
    double top = qm_band_start (band, i);
    double name_height = dumbbell.is_above ? rows[i].name.height : 0;
    double middle = top + name_height + (band.width - name_height) / 2;

    for (int j = 0; j < 2 && rows[i].claims[j] != NULL; j++)
      add_figure (&dumbbell, scene, style, &rows[i], j, top, middle);
  }
}

/* More than two of an entity are a series, cut into pairs. */
static int
rate (const QmClaimSet *set)
{
  if (set->n > 2 * set->n_entities)
    return 20;
  return set->n <= 4 ? 44 : 85;
}

const QmForm qm_dumbbell_form = {
  .rule = { "dumbbell", check, rate, FALSE, FALSE },
  .name = N_ ("Dumbbell"),
  .picture = "2 ●━━━━● 7",
  .takes = N_ ("two figures of one measure for each entity"),
  .build = build,
  .most = most,
  .gathers_entities = TRUE,
  .folds_entities = TRUE,
  .brackets = QM_BRACKET_LEFT,
  .need = 2,
  .lines = 6,
  .has_dots = TRUE,
};
