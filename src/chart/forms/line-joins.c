/* Ratios between two entities, each a join of their dots of its time. */
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/words/wording.h"

/* That of the entity's figure at the time of the ratio, or NULL. */
static const QmLinePoint *
find_dot (const QmLineChart *chart, const QmEntity *entity, const QmClaim *ratio)
{
  const QmClaim *claim = qm_series_of_ratio (chart->series, ratio, entity);

  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_dot && chart->points[i].claim == claim)
      return &chart->points[i];
  return NULL;
}

/* In the middle between the dots, or as near to it as no other line is in the way; FALSE where
 * nothing is free. */
static gboolean
add_join_words (QmLineChart *chart, QmScene *scene, QmLabel *label, QmLabel *whose, double right,
                double top, double bottom)
{
  static const double places[] = { 0.5, 0.3, 0.7, 0.1, 0.9 }; /* in the room between */
  double width = MAX (label->width, whose->width), height = label->height;
  double room = bottom - top - height - whose->height;

  for (gsize i = 0; i < G_N_ELEMENTS (places) && room > 0; i++) {
    QmRect place = { right - width, top + places[i] * room, width, height + whose->height };

    if (!qm_line_is_free (chart, place))
      continue;
    label->anchor = whose->anchor = QM_TEXT_END;
    qm_label_place (label, scene, right - label->width, place.y);
    qm_label_place (whose, scene, right - whose->width, place.y + height);
    return TRUE;
  }
  return FALSE;
}

void
qm_line_add_join (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmClaim *claim)
{
  const QmLinePoint *first = find_dot (chart, claim->entity, claim);
  const QmLinePoint *second = find_dot (chart, claim->to_entity, claim);
  double clearance = qm_status_dot_radius (style) * 1.5, width = MAX (3 * style->scale, 1.5);
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = width, .dash = 2 * width };
  g_autofree char *value = qm_wording_value_short (claim);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_EMPHASIS, value, -1, 1);
  g_autofree char *entities = qm_wording_pair (claim);
  g_auto (QmLabel) whose = qm_label (style, QM_ROLE_NOTE, entities, 0.3 * chart->plot.width, 2);
  double x, top, bottom, right;

  if (first == NULL || second == NULL)
    return;
  x = qm_line_place_of (chart, first->year, first->value).x;
  right = x - qm_style_length (style, 28) - 2;
  top = qm_line_place_of (chart, first->year, first->value).y;
  bottom = qm_line_place_of (chart, second->year, second->value).y;
  if (top > bottom) {
    double swap = top;

    top = bottom;
    bottom = swap;
  }
  top += clearance;
  bottom = MAX (bottom - clearance, top);

  qm_scene_begin_mark (scene, claim, claim->id);
  qm_scene_add_line (scene, (QmPoint) { x, top }, (QmPoint) { x, bottom }, &paint);
  if (qm_label_is_shortened (&whose))
    qm_label_clear (&whose);
  /* Where there is no room for whose it is the number alone is; at last the card still says it. */
  if (!add_join_words (chart, scene, &label, &whose, right, top, bottom)) {
    qm_label_clear (&whose);
    add_join_words (chart, scene, &label, &whose, right, top, bottom);
  }
  qm_scene_end_mark (scene);
}
