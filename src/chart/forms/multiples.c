/* Ratios as dots on a scale whose 1 is marked, so that half and threefold are seen against the same
 * line:
 *
 *   ● The US with its allies
 *   GDP                ●───────────────● 3×
 *   Defence            ●───────● 2×
 *                ┆     │       ┆       ┆
 *                0×  China = 1 2×      3×
 */
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"

#include "base/format.h"
#include "base/words.h"

#include <math.h>
#include <string.h>

typedef struct {
  const QmClaim *claim;
  QmLabel name, value;
} Row;

typedef struct {
  Row *rows;
  gsize n_rows;
  QmRect area;       /* for names, rows and axis */
  double name_width; /* of their column; 0 where they stand above their rows */
  double axis_height;
  double base_drop; /* how far the base's words stand below those of the ticks */
  QmScale x;
  QmTicks ticks;
} Multiples;

/* The entity that all rows share, or NULL. */
static const QmEntity *
shared_entity (const QmPanel *panel, gboolean is_base)
{
  const QmClaim *first = panel->claims[0];
  const QmEntity *entity = is_base ? first->to_entity : first->entity;

  for (gsize i = 1; i < panel->n_claims; i++)
    if ((is_base ? panel->claims[i]->to_entity : panel->claims[i]->entity) != entity)
      return NULL;
  return entity;
}

static gboolean
has_one_pair (const QmPanel *panel)
{
  return shared_entity (panel, FALSE) != NULL && shared_entity (panel, TRUE) != NULL;
}

/* The measure that all rows share, where they are told apart by whose they are against one base;
 * else NULL. */
static const QmMeasure *
shared_measure (const QmPanel *panel)
{
  const QmMeasure *measure = panel->claims[0]->measure;

  if (shared_entity (panel, FALSE) != NULL || shared_entity (panel, TRUE) == NULL)
    return NULL;
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->measure != measure || panel->claims[i]->label != NULL)
      return NULL;
  return measure;
}

/* What all rows share stands above them, the base of all on the axis. */
static char *
name_of_row (const QmPanel *panel, const QmClaim *claim)
{
  if (has_one_pair (panel) && claim->label == NULL)
    return g_strdup (qm_text_get (claim->measure->name));
  if (shared_measure (panel) != NULL)
    return g_strdup (qm_text_get (claim->entity->name));
  return qm_wording_subject (claim);
}

static void
measure_row (Row *row, const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
             double width, double height)
{
  /* Of whom a fraction is stands on the axis. */
  g_autofree char *value =
      claim->fraction[1] != 0 ? qm_wording_number_short (claim) : qm_wording_value_short (claim);
  g_autofree char *name = name_of_row (panel, claim);

  row->claim = claim;
  row->name = qm_label_name (style, QM_ROLE_LABEL, name, width, height);
  if (qm_label_is_shortened (&row->name) && !has_one_pair (panel) && claim->label == NULL) {
    const char *whose =
        shared_entity (panel, TRUE) != NULL ? qm_text_get (claim->entity->name) : NULL;
    g_autofree char *words = qm_wording_row (panel, claim, whose);

    qm_label_clear (&row->name);
    row->name = qm_label_name (style, QM_ROLE_LABEL, words, width, height);
  }
  row->value = qm_label_figure (style, QM_ROLE_EMPHASIS, value, 0.75 * width, height);
}

static double
gap_beside_dot (const QmStyle *style)
{
  return qm_status_dot_radius (style) * 1.5 + qm_style_length (style, 14);
}

/* An open end's arrow stands between the dot and the words. */
static double
gap_before_value (const QmStyle *style, const QmClaim *claim)
{
  QmPrecision precision = claim->quantity.precision;
  gboolean has_arrow = precision == QM_OVER || precision == QM_UNDER;

  return gap_beside_dot (style) + (has_arrow ? qm_status_dot_radius (style) : 0);
}

/* It ends with a figure, not with the round number after it: the room is the figures'. */
static double
end_of_axis (QmTicks *ticks, double high)
{
  if (ticks->n > 2 && ticks->values[ticks->n - 1] > high * (1 + 1e-9))
    ticks->n--;
  return MAX (high, ticks->values[ticks->n - 1]);
}

/* The axis over so much of the area, which begins behind the names. */
static QmScale
scale_over (const Multiples *multiples, double high, QmRect area, double left, double right,
            gboolean is_log)
{
  double start = area.x + left, end = qm_rect_right (area) - right;

  return (QmScale) { multiples->ticks.values[0], high, start, MAX (end, start + 1), is_log };
}

/* The values of ratios below 1 stand left of their dots, unless that takes more than this part of
 * the area from the axis. */
#define MOST_LEFT_OF_AXIS 0.4

/* What the axis leaves to the values left of it, each of which stands as far right as its dot. */
static double
find_left (const Multiples *multiples, const QmStyle *style, double high, QmRect area, double right,
           gboolean is_log)
{
  QmScale whole = scale_over (multiples, high, area, 0, right, is_log);
  double width = whole.end - whole.start, left = 0;

  for (gsize i = 0; i < multiples->n_rows; i++) {
    const Row *row = &multiples->rows[i];
    double value = row->claim->quantity.value;
    double part = (qm_scale_map (whole, value) - area.x) / width;
    double needs = row->value.width + gap_before_value (style, row->claim) - part * width;

    if (value < 1 && needs > 0 && part < 1)
      left = MAX (left, needs / (1 - part));
  }
  return left;
}

/* Room for every value beyond its dot. */
static void
fit (Multiples *multiples, const QmStyle *style, gboolean is_log, gboolean has_names_beside)
{
  double low = 1, high = 1, value_width = 0, right = gap_beside_dot (style), name_width = 0, left;
  QmRect area = multiples->area;
  int max_steps;

  for (gsize i = 0; i < multiples->n_rows; i++) {
    const Row *row = &multiples->rows[i];
    double needs = row->value.width + gap_before_value (style, row->claim);

    low = MIN (low, row->claim->quantity.value);
    high = MAX (high, qm_status_high (&row->claim->quantity));
    value_width = MAX (value_width, needs);
    right = row->claim->quantity.value < 1 ? right : MAX (right, needs);
    name_width = MAX (name_width, row->name.width);
  }

  multiples->name_width = has_names_beside || area.width > 2.6 * name_width
                              ? name_width + qm_style_length (style, 56)
                              : 0;
  area.x += multiples->name_width;
  area.width -= multiples->name_width;
  max_steps = CLAMP ((int) ((area.width - right) / (1.3 * value_width)), 1, 6);
  multiples->ticks =
      is_log ? qm_ticks_log (low, MAX (high, 2 * low), max_steps) : qm_ticks (0, high, max_steps);
  high = end_of_axis (&multiples->ticks, high);
  left = find_left (multiples, style, high, area, right, is_log);
  if (left > MOST_LEFT_OF_AXIS * area.width) {
    left = 0;
    right = value_width;
  }
  multiples->x = scale_over (multiples, high, area, left, right, is_log);
}

/* From that space on; for NULL the last letter, with its marks. */
static void
cut_last (char *name, char *space)
{
  gboolean is_mark = TRUE;

  while (space == NULL && is_mark && name[0] != '\0') {
    char *last = g_utf8_find_prev_char (name, name + strlen (name));

    is_mark = g_unichar_ismark (g_utf8_get_char (last));
    *last = '\0';
  }
  if (space != NULL)
    *space = '\0';
}

/* "China = 1" on one line, of a long name as many words as leave that room. */
static QmLabel
label_of_base (const QmStyle *style, const QmEntity *base, double width)
{
  const char *whole = qm_text_get (base->short_name);
  g_autofree char *name = g_strdup (whole);
  g_autofree char *shown = g_strdup (name);

  for (;;) {
    /* Translators: a scale on which that entity's level is 1 */
    g_autofree char *words = g_strdup_printf (_ ("%s = 1"), shown);
    QmLabel label = qm_label (style, QM_ROLE_HEADING, words, -1, 1);
    char *space = strrchr (name, ' ');

    label.whole = g_str_equal (shown, whole) ? NULL : whole;
    if (label.width <= width)
      return label;
    qm_label_clear (&label);
    if (space == NULL) {
      label = qm_label_figure (style, QM_ROLE_HEADING, words, width, -1);
      label.whole = g_str_equal (shown, whole) ? NULL : whole;
      if (!qm_label_is_torn (&label) || g_utf8_strlen (name, -1) < 2)
        return label;
      qm_label_clear (&label);
    }
    cut_last (name, space);
    g_free (shown);
    shown = g_strconcat (name, "…", NULL);
  }
}

static QmLabel
base_label (const QmStyle *style, const QmPanel *panel, double width)
{
  const QmEntity *base = shared_entity (panel, TRUE);
  g_autofree char *words = g_strdup_printf (_ ("%s×"), "1");
  QmLabel label = base != NULL ? label_of_base (style, base, width)
                               : qm_label (style, QM_ROLE_HEADING, words, width, 1);

  label.names = base;
  return label;
}

static QmRect
place_of_base (const Multiples *multiples, const QmLabel *base)
{
  double left = multiples->area.x, right = qm_rect_right (multiples->area) - base->width;
  double bottom = qm_rect_bottom (multiples->area) - multiples->axis_height;
  double x = qm_scale_map (multiples->x, 1) - base->width / 2;

  return (QmRect) { CLAMP (x, left, MAX (right, left)),
                    bottom + 0.25 * (multiples->axis_height - multiples->base_drop) +
                        multiples->base_drop,
                    base->width, base->height };
}

static QmLabel
tick_label (const QmStyle *style, double value)
{
  g_autofree char *number = qm_format_number (value, QM_DIGITS_ALL);
  g_autofree char *words = g_strdup_printf (_ ("%s×"), number);

  return qm_label (style, QM_ROLE_TICK, words, -1, 1);
}

/* TRUE if the base's words would leave no room for those of another tick. */
static gboolean
base_covers_tick (const Multiples *multiples, const QmStyle *style, const QmPanel *panel)
{
  g_auto (QmLabel) base = base_label (style, panel, multiples->area.width);
  QmRect place = place_of_base (multiples, &base);

  for (int i = 0; i < multiples->ticks.n; i++) {
    double value = multiples->ticks.values[i];
    g_auto (QmLabel) label = tick_label (style, value);
    double reach = label.width / 2 + qm_style_length (style, 10);
    double x = qm_scale_map (multiples->x, value);

    if (fabs (value - 1) > 1e-9 && x + reach > place.x && x - reach < qm_rect_right (place))
      return TRUE;
  }
  return FALSE;
}

static QmRect
with_space_beside (QmRect place, const QmStyle *style)
{
  double space = qm_style_length (style, 10);

  return (QmRect) { place.x - space, place.y, place.width + 2 * space, place.height };
}

/* The line at 1 with its words, and the other ticks where they leave these alone. */
static void
add_axis (const Multiples *multiples, QmScene *scene, const QmStyle *style, const QmPanel *panel)
{
  QmPaint strong = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 3) };
  QmPaint weak = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  double top = multiples->area.y,
         bottom = qm_rect_bottom (multiples->area) - multiples->axis_height;
  double base_x = qm_scale_map (multiples->x, 1),
         words_y = bottom + 0.25 * (multiples->axis_height - multiples->base_drop);
  g_auto (QmLabel) base = base_label (style, panel, multiples->area.width);
  QmRect base_place = place_of_base (multiples, &base);
  double free_from = multiples->area.x;

  for (int i = 0; i < multiples->ticks.n; i++) {
    double value = multiples->ticks.values[i], x = qm_scale_map (multiples->x, value);
    g_auto (QmLabel) label = tick_label (style, value);
    double right = qm_rect_right (multiples->area) - label.width;
    QmRect place = { CLAMP (x - label.width / 2, multiples->area.x, MAX (right, multiples->area.x)),
                     words_y, label.width, label.height };

    if (fabs (value - 1) < 1e-9)
      continue;
    qm_scene_add_line (scene, (QmPoint) { x, top }, (QmPoint) { x, bottom }, &weak);
    if (qm_rect_overlaps (with_space_beside (place, style), base_place) || place.x < free_from)
      continue;
    free_from = qm_rect_right (place) + qm_style_length (style, 10);
    label.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&label, scene, place.x, place.y);
  }
  qm_scene_add_line (scene, (QmPoint) { base_x, top }, (QmPoint) { base_x, bottom }, &strong);
  base.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&base, scene, base_place.x, base_place.y);
}

/* From the base's dot at 1 to the ratio; its words lie on the far side of it. */
static void
add_row (const Multiples *multiples, QmScene *scene, const QmStyle *style, Row *row, double y,
         double height)
{
  const QmClaim *claim = row->claim;
  QmColor color = qm_style_identity (style, claim->entity);
  QmPaint stem = qm_status_line (style, claim->quantity.standing, color);
  QmPaint base = { .fill = qm_style_identity (style, claim->to_entity) };
  double base_x = qm_scale_map (multiples->x, 1);
  double x = qm_scale_map (multiples->x, claim->quantity.value);
  gboolean is_above = multiples->name_width <= 0;
  double middle =
      is_above ? y + row->name.height + (height - row->name.height) / 2 : y + height / 2;
  double gap = gap_before_value (style, claim);
  double value_x = x < base_x
                       ? x - gap - row->value.width
                       : qm_scale_map (multiples->x, qm_status_high (&claim->quantity)) + gap;

  /* Left of a ratio near zero there may be no room; right of the line at 1 there is then. */
  if (value_x < multiples->area.x + multiples->name_width - 0.5)
    value_x = qm_scale_map (multiples->x, MAX (1, qm_status_high (&claim->quantity))) +
              gap_beside_dot (style);

  stem.stroke_width = MAX (4 * style->scale, 1.5);
  qm_scene_begin_mark (scene, claim, claim->id);
  qm_scene_add_line (scene, (QmPoint) { base_x, middle }, (QmPoint) { x, middle }, &stem);
  qm_scene_add_disc (scene, (QmPoint) { base_x, middle }, qm_status_dot_radius (style) * 0.7,
                     &base);
  qm_status_add_dot_on_x (scene, style, claim, multiples->x, middle);
  row->value.anchor = value_x < x ? QM_TEXT_END : QM_TEXT_START;
  qm_label_place (&row->value, scene, value_x, middle - row->value.height / 2);
  qm_label_place (&row->name, scene, multiples->area.x,
                  is_above ? y : middle - row->name.height / 2);
  qm_scene_end_mark (scene);
}

/* Whose ratios they are, or what of, where all rows are of the same; then returns what is left of
 * the area. */
static QmRect
add_heading (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  const QmEntity *entity = has_one_pair (panel) ? shared_entity (panel, FALSE) : NULL;
  const QmMeasure *measure = shared_measure (panel);
  double radius = qm_status_dot_radius (style),
         line = qm_style_line_height (style, QM_ROLE_HEADING);
  double indent = entity != NULL ? 2 * radius + qm_style_length (style, 14) : 0, height;
  QmPaint dot = { .fill = qm_style_identity (style, entity) };
  QmLabel label;

  if (entity == NULL && measure == NULL)
    return area;

  label = qm_label_name (style, QM_ROLE_HEADING,
                         qm_text_get (entity != NULL ? entity->name : measure->name),
                         area.width - indent, 2.1 * line);
  label.names = entity;
  height = label.height;
  if (entity != NULL)
    qm_scene_add_disc (scene, (QmPoint) { area.x + radius, area.y + MIN (height, line) / 2 },
                       radius, &dot);
  qm_label_place (&label, scene, area.x + indent, area.y);
  height += qm_style_length (style, 28);
  return (QmRect) { area.x, area.y + height, area.width, MAX (area.height - height, 1) };
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  double heading = qm_style_line_height (style, QM_ROLE_HEADING);

  return qm_others_count_rows (style, area.height - 2.5 * heading - qm_style_length (style, 28),
                               1.4);
}

static double
highest_row (const Multiples *multiples, const QmStyle *style)
{
  return MAX (qm_style_length (style, 150), 0.25 * multiples->area.height);
}

static void
arrange (Multiples *multiples, const QmStyle *style, const QmPanel *panel, gboolean is_log)
{
  double room = (multiples->area.height - multiples->axis_height) / (double) multiples->n_rows;
  double row_height = MIN (room, highest_row (multiples, style));

  for (gsize i = 0; i < panel->n_claims; i++) {
    qm_label_clear (&multiples->rows[i].name);
    qm_label_clear (&multiples->rows[i].value);
    measure_row (&multiples->rows[i], style, panel, panel->claims[i], multiples->area.width * 0.36,
                 0.86 * row_height);
  }
  fit (multiples, style, is_log, row_height < 2.6 * qm_style_line_height (style, QM_ROLE_LABEL));
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
       QmRect area)
{
  g_autofree Row *rows = g_new0 (Row, panel->n_claims);
  Multiples multiples = { .rows = rows, .n_rows = panel->n_claims };
  gboolean is_log = qm_view_is_log (viewed->view, panel);
  double highest, line = qm_style_line_height (style, QM_ROLE_HEADING);
  QmBand band;

  multiples.area = add_heading (scene, style, panel, area);
  multiples.axis_height = 1.5 * line;
  highest = highest_row (&multiples, style);
  arrange (&multiples, style, panel, is_log);
  if (multiples.area.height > 8 * line && base_covers_tick (&multiples, style, panel)) {
    multiples.base_drop = line;
    multiples.axis_height += line;
    arrange (&multiples, style, panel, is_log);
  }

  multiples.area.height =
      MIN (multiples.area.height, highest * (double) multiples.n_rows + multiples.axis_height);
  add_axis (&multiples, scene, style, panel);
  band = qm_band (multiples.n_rows, multiples.area.y,
                  qm_rect_bottom (multiples.area) - multiples.axis_height, 0.1);
  for (gsize i = 0; i < multiples.n_rows; i++)
    add_row (&multiples, scene, style, &rows[i], qm_band_start (band, i), band.width);
}

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 40 : 70;
}

const QmForm qm_multiples_form = {
  .rule = { "multiples", qm_forms_check_ratios, rate, FALSE, FALSE },
  .name = N_ ("Multiples"),
  .picture = "┃●━━━━● 3×",
  .takes = N_ ("ratios on a scale whose 1 is marked"),
  .build = build,
  .most = most,
  .name_of = qm_wording_name,
  .brackets = QM_BRACKET_LEFT,
  .names_measures = TRUE,
  .need = 2,
  .lines = 6,
  .leaves_out_time = TRUE,
  .has_dots = TRUE,
  .options = QM_VIEW_LOG,
};
