/* Who stands above whom, where the sources say no more: names on a rung without lengths and in no
 * order, and on the next one below whose figure is known.
 *
 *   above, by figures that the source does not give
 *   ┌──────────────────────────────────────────────┐
 *   │ South Korea    Israel    United Arab Emirates │
 *   └──────────────────────────────────────────────┘
 *   ┌──────────────────────────────────────────────┐
 *   │ Japan                 less than US$1 billion │
 *   └──────────────────────────────────────────────┘
 */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/words/wording.h"

typedef struct {
  const QmPanel *panel;
  const QmClaim *order;
  GPtrArray *figures; /* const QmClaim *: of whom stands below */
  QmLabel above;      /* the words over the upper rung */
  QmLabel *names;     /* of those on it */
  QmPoint *places;    /* of the names, from the rung's inner corner */
  double names_height;
  QmLabel name, *values; /* on the lower rung */
  QmRect area;
  double padding, gap;
  double rise; /* what the rungs have above and below their padding */
} Ladder;

/* --- What is on it --- */

static const QmEntity *
lower_of (const Ladder *ladder)
{
  return ladder->order->entity;
}

static void
find_figures (Ladder *ladder)
{
  const QmPanel *panel = ladder->panel;

  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->kind == QM_CLAIM_FIGURE && panel->claims[i]->entity == lower_of (ladder))
      g_ptr_array_add (ladder->figures, (gpointer) panel->claims[i]);
}

static void
clear_words (Ladder *ladder)
{
  qm_label_clear (&ladder->above);
  qm_label_clear (&ladder->name);
  for (gsize i = 0; i < ladder->order->n_above; i++)
    qm_label_clear (&ladder->names[i]);
  for (guint i = 0; i < ladder->figures->len; i++)
    qm_label_clear (&ladder->values[i]);
}

/* --- Words --- */

/* Names side by side, in as many rows as it takes. */
static void
place_names (Ladder *ladder, double room)
{
  double x = 0, y = 0, line = 0;

  for (gsize i = 0; i < ladder->order->n_above; i++) {
    QmLabel *name = &ladder->names[i];

    if (x > 0 && x + name->width > room) {
      x = 0;
      y += line + ladder->gap / 2;
    }
    ladder->places[i] = (QmPoint) { x, y };
    x += name->width + 2 * ladder->gap;
    line = MAX (line, name->height);
  }
  ladder->names_height = y + line;
}

/* That no figures say by how much, unless there is one of any of them, on another ladder. */
static char *
words_above (const Ladder *ladder)
{
  const QmClaim *order = ladder->order;
  const char *below = qm_text_get (order->entity->short_name);

  if (order->n_figures > 0)
    /* Translators: over the names of those of whom the source says that they are ahead of %s */
    return g_strdup_printf (_ ("above %s, in no order"), below);
  /* Translators: the same where no source says by how much */
  return g_strdup_printf (_ ("above %s, in no order; no figures in the source"), below);
}

static void
measure (Ladder *ladder, const QmStyle *style, double scale)
{
  QmStyle own = *style;
  double room = ladder->area.width - 2 * ladder->padding;
  g_autofree char *above = words_above (ladder);

  clear_words (ladder);
  own.scale *= scale;
  ladder->above = qm_label (style, QM_ROLE_NOTE, above, ladder->area.width, 2);
  ladder->gap = qm_style_length (&own, 24) + 2;
  for (gsize i = 0; i < ladder->order->n_above; i++)
    ladder->names[i] = qm_label_entity (&own, ladder->order->above[i], room, -1);
  place_names (ladder, room);
  ladder->name = qm_label_entity (&own, lower_of (ladder), 0.45 * room, -1);
  for (guint i = 0; i < ladder->figures->len; i++) {
    g_autofree char *value = qm_wording_value_as_bound (ladder->figures->pdata[i]);

    ladder->values[i] =
        qm_label_figure (&own, QM_ROLE_EMPHASIS, value,
                         MAX (0.52 * room, room - ladder->name.width - ladder->gap), -1);
  }
}

static double
height_of_figures (const Ladder *ladder)
{
  double height = 0;

  for (guint i = 0; i < ladder->figures->len; i++)
    height += ladder->values[i].height;
  return height;
}

static double
lower_height (const Ladder *ladder)
{
  return MAX (height_of_figures (ladder), ladder->name.height) +
         2 * (ladder->padding + ladder->rise);
}

static double
upper_height (const Ladder *ladder)
{
  return ladder->names_height + 2 * (ladder->padding + ladder->rise);
}

static double
height_of (const Ladder *ladder)
{
  return ladder->above.height + ladder->gap / 2 + upper_height (ladder) + ladder->gap +
         lower_height (ladder);
}

/* TRUE if a name is smaller than that scale has it, or a value much smaller, because of the width.
 */
static gboolean
is_squeezed (const Ladder *ladder, const QmStyle *style, double scale)
{
  QmStyle own = *style;
  double name, value;
  gboolean is_squeezed;

  own.scale *= scale;
  name = 0.95 * qm_style_line_height (&own, QM_ROLE_LABEL);
  value = 0.7 * qm_style_line_height (&own, QM_ROLE_EMPHASIS);
  is_squeezed = ladder->name.height < name;
  for (gsize i = 0; i < ladder->order->n_above; i++)
    is_squeezed = is_squeezed || ladder->names[i].height < name;
  for (guint i = 0; i < ladder->figures->len; i++)
    is_squeezed = is_squeezed || ladder->values[i].height < value;
  return is_squeezed;
}

/* The words grow with the room. */
static void
fit (Ladder *ladder, const QmStyle *style)
{
  static const double scales[] = { 3.4, 2.8, 2.2, 1.8, 1.5, 1.25, 1, 0.85, 0.7, 0.5 };
  double most_rise;

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    ladder->padding = qm_style_length (style, 28) * scales[i];
    measure (ladder, style, scales[i]);
    if (height_of (ladder) <= 0.8 * ladder->area.height &&
        (scales[i] <= 1 || !is_squeezed (ladder, style, scales[i])))
      break;
  }
  most_rise = MAX (ladder->padding, 0.06 * ladder->area.height);
  ladder->rise = CLAMP ((0.8 * ladder->area.height - height_of (ladder)) / 4, 0, most_rise);
}

/* --- Drawing --- */

static void
add_rung (QmScene *scene, const QmStyle *style, QmRect rung, QmColor color)
{
  QmPaint paint = { .fill = qm_color_mix (style->theme->background, color, 0.1),
                    .stroke = color,
                    .stroke_width = qm_style_line (style, 3) };

  qm_scene_add_rect (scene, rung, qm_style_length (style, 10), &paint);
}

static void
add_upper_rung (Ladder *ladder, QmScene *scene, const QmStyle *style, QmRect rung)
{
  qm_scene_begin_mark (scene, ladder->order, ladder->order->id);
  add_rung (scene, style, rung, style->theme->muted);
  qm_label_place (&ladder->above, scene, rung.x, rung.y - ladder->gap / 2 - ladder->above.height);
  for (gsize i = 0; i < ladder->order->n_above; i++)
    qm_label_place (&ladder->names[i], scene, rung.x + ladder->padding + ladder->places[i].x,
                    rung.y + ladder->padding + ladder->rise + ladder->places[i].y);
  qm_scene_end_mark (scene);
}

/* With a sample of its standing before it where it is not stated. */
static void
add_value (const Ladder *ladder, QmScene *scene, const QmStyle *style, guint i, double right,
           double y)
{
  const QmClaim *claim = ladder->figures->pdata[i];
  QmLabel *value = &ladder->values[i];
  double left = right - value->width;

  qm_status_add_swatch (scene, style, claim, left - 0.3 * qm_status_swatch_side (style),
                        y + value->height / 2);
  value->color = qm_style_identity (style, claim->entity);
  value->anchor = QM_TEXT_END;
  qm_label_place (value, scene, left, y);
}

/* What a bracket is drawn at: figures that disagree, below each other. */
typedef struct {
  gsize first, end;
  double top, reach; /* how far their words reach to the left */
} Run;

/* The run that the i-th figure, at y, belongs to. */
static Run
find_run (const Ladder *ladder, const QmStyle *style, Run run, gsize i, double y)
{
  const QmClaim *const *figures = (const QmClaim *const *) ladder->figures->pdata;
  const QmLabel *value = &ladder->values[i];

  if (i == run.end)
    run = (Run) { i, i + qm_bracket_count (figures + i, ladder->figures->len - i), y, 0 };
  run.reach = MAX (run.reach, value->width + 1.5 * qm_status_swatch_side (style));
  return run;
}

static void
add_bracket (QmScene *scene, const QmStyle *style, const Run *run, double right, double bottom)
{
  double end = right - run->reach;

  if (run->end - run->first > 1)
    qm_bracket_add (scene, style, end - qm_bracket_depth (style), end, run->top, bottom);
}

/* The figures of whom stands below, its name with the first. */
static void
add_lower_rung (Ladder *ladder, QmScene *scene, const QmStyle *style, QmRect rung)
{
  double y = qm_rect_centre (rung).y - height_of_figures (ladder) / 2;
  double right = qm_rect_right (rung) - ladder->padding;
  Run run = { 0 };

  if (ladder->figures->len == 0) {
    add_rung (scene, style, rung, qm_style_identity (style, lower_of (ladder)));
    qm_label_place (&ladder->name, scene, rung.x + ladder->padding,
                    rung.y + ladder->padding + ladder->rise);
  }
  for (guint i = 0; i < ladder->figures->len; i++) {
    const QmClaim *claim = ladder->figures->pdata[i];
    double height = ladder->values[i].height;

    run = find_run (ladder, style, run, i, y);
    qm_scene_begin_mark (scene, claim, claim->id);
    if (i == 0) {
      double middle = qm_rect_centre (rung).y;

      add_rung (scene, style, rung, qm_style_identity (style, claim->entity));
      qm_label_place (&ladder->name, scene, rung.x + ladder->padding,
                      middle - ladder->name.height / 2);
    }
    add_value (ladder, scene, style, i, right, y);
    qm_scene_end_mark (scene);
    y += height;
    if (i + 1 == run.end)
      add_bracket (scene, style, &run, right, y);
  }
}

static void
add_ladder (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmClaim *order,
            QmRect area)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree QmLabel *names = g_new0 (QmLabel, order->n_above);
  g_autofree QmLabel *values = g_new0 (QmLabel, panel->n_claims);
  g_autofree QmPoint *places = g_new0 (QmPoint, order->n_above);
  Ladder ladder = { .panel = panel,
                    .order = order,
                    .figures = figures,
                    .names = names,
                    .places = places,
                    .values = values,
                    .area = area };
  QmRect upper = area, lower = area;

  find_figures (&ladder);
  fit (&ladder, style);
  upper.y += ladder.above.height + ladder.gap / 2;
  upper.height = upper_height (&ladder);
  lower.y = qm_rect_bottom (upper) + ladder.gap;
  lower.height = lower_height (&ladder);
  add_upper_rung (&ladder, scene, style, upper);
  add_lower_rung (&ladder, scene, style, lower);
  clear_words (&ladder);
}

static gboolean
has_order (const QmPanel *panel, const QmEntity *entity)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->kind == QM_CLAIM_ORDER && panel->claims[i]->entity == entity)
      return TRUE;
  return FALSE;
}

static void
check (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_EVENT || claim->no_figure != NULL || claim->to_entity != NULL ||
        !has_order (panel, claim->entity))
      expected[i] = _ ("an order, or a figure of who stands below in one");
    for (gsize j = 0; j < i && claim->kind == QM_CLAIM_ORDER; j++)
      if (panel->claims[j]->kind == QM_CLAIM_ORDER && panel->claims[j]->entity == claim->entity)
        expected[i] = _ ("one order for each who stands below");
  }
}

static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 88;
}

static gsize
count_orders (const QmPanel *panel)
{
  gsize n = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    n += panel->claims[i]->kind == QM_CLAIM_ORDER;
  return n;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gsize n_figures = (panel->n_claims + count_orders (panel) - 1) / MAX (count_orders (panel), 1);

  return n_figures * qm_others_count_rows (style, area.height, 4.5 + 1.2 * (double) n_figures);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  double gap = qm_style_length (style, 48);
  double height = (area.height + gap) / (double) count_orders (panel) - gap;

  area.height = MAX (height, 1);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->kind == QM_CLAIM_ORDER) {
      add_ladder (scene, style, panel, panel->claims[i], area);
      area.y += area.height + gap;
    }
}

const QmForm qm_ladder_form = {
  .rule = { "ladder", check, rate, FALSE, FALSE },
  .name = N_ ("Ladder"),
  .picture = "A  B  C ▲ D",
  .takes = N_ ("who stands above whom without figures, and figures of who stands below"),
  .build = build,
  .most = most,
  .folds_entities = TRUE,
  .brackets = QM_BRACKET_BUILT,
  .need = 2,
  .lines = 6,
};
