#include "chart/draw/hue-key.h"

/* That a name has at most, where it is wider than the key. */
#define LINES_OF_NAME 3

static void
add_sample (QmScene *scene, const QmStyle *style, const QmEntity *entity, gboolean has_dots,
            QmRect place)
{
  QmPaint paint = { .fill = qm_style_identity (style, entity) };

  if (has_dots)
    qm_scene_add_disc (scene, qm_rect_centre (place), place.height / 2, &paint);
  else
    qm_scene_add_rect (scene, place, place.height / 6, &paint);
}

QmRect
qm_hue_key_add (QmScene *scene, const QmStyle *style, const GPtrArray *entities, gboolean has_dots,
                QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_NOTE), sample = 0.7 * line;
  double x = area.x, y = area.y, row = line, height;

  if (entities->len == 0)
    return area;
  for (guint i = 0; i < entities->len; i++) {
    const QmEntity *entity = entities->pdata[i];
    g_auto (QmLabel) label = qm_label_short_entity (
        style, QM_ROLE_NOTE, entity, area.width - 1.5 * sample, LINES_OF_NAME * line);
    double width = 1.5 * sample + label.width;

    if (x > area.x && x + width > qm_rect_right (area)) {
      x = area.x;
      y += row + 0.15 * line;
      row = line;
    }
    row = MAX (row, label.height);
    label.color = style->theme->ink;
    add_sample (scene, style, entity, has_dots,
                (QmRect) { x, y + (line - sample) / 2, sample, sample });
    qm_label_place (&label, scene, x + 1.5 * sample, y);
    x += width + 1.4 * line;
  }
  height = y + row + 0.7 * line - area.y;
  return (QmRect) { area.x, area.y + height, area.width, MAX (area.height - height, 1) };
}
