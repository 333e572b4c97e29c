#include "app/chart-view/placement.h"

/* The start of a length that is centred on middle, moved as little as it takes to lie in the room.
 */
static double
slide (double middle, double length, double room_start, double room_length)
{
  double last = room_start + room_length - length;

  return MAX (MIN (middle - length / 2, last), room_start);
}

static double
overlap (QmRect a, QmRect b)
{
  double width = MIN (qm_rect_right (a), qm_rect_right (b)) - MAX (a.x, b.x);
  double height = MIN (qm_rect_bottom (a), qm_rect_bottom (b)) - MAX (a.y, b.y);

  return MAX (width, 0) * MAX (height, 0);
}

/* The places on the mark's four sides cover nothing of it, unless they have to be moved into the
 * room; then a corner of the room may do better. */
QmRect
qm_place_card (QmRect room, QmRect mark, double width, double height, double gap)
{
  double below = qm_rect_bottom (room) - qm_rect_bottom (mark) - height;
  double above = mark.y - room.y - height;
  double right = qm_rect_right (room) - qm_rect_right (mark) - width;
  double left = mark.x - room.x - width;
  QmPoint centre = qm_rect_centre (mark);
  double x = slide (centre.x, width, room.x, room.width);
  double y = slide (centre.y, height, room.y, room.height);
  double end_x = qm_rect_right (room) - width, end_y = qm_rect_bottom (room) - height;
  const QmRect places[] = {
    { x, qm_rect_bottom (mark) + MIN (gap, below), width, height },
    { x, mark.y - MIN (gap, above) - height, width, height },
    { qm_rect_right (mark) + MIN (gap, right), y, width, height },
    { mark.x - MIN (gap, left) - width, y, width, height },
    { room.x, room.y, width, height },
    { end_x, room.y, width, height },
    { room.x, end_y, width, height },
    { end_x, end_y, width, height },
  };
  QmRect best = { 0 };
  double best_overlap = G_MAXDOUBLE;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    QmRect place = places[i];
    double covered;

    place.x = MAX (MIN (place.x, end_x), room.x);
    place.y = MAX (MIN (place.y, end_y), room.y);
    covered = overlap (place, mark);
    if (covered < best_overlap) {
      best = place;
      best_overlap = covered;
    }
  }

  return best;
}
