#include "chart/draw/leader-end.h"

#include "chart/draw/note-card.h"

#include <math.h>

static void
add_end (GArray *ends, double x, double y, double dx, double dy)
{
  QmLeaderEnd end = { { x, y }, { dx, dy }, 0 };

  g_array_append_val (ends, end);
}

/* The middles of the sides; of long sides also places near their ends. */
static void
add_ends_of_rect (GArray *ends, QmRect rect, double distance)
{
  static const double parts[] = { 0.5, 0.1, 0.9, 0.3, 0.7 };
  QmRect around = qm_rect_grow (rect, distance);
  gsize n_across = rect.width > 60 ? G_N_ELEMENTS (parts) : 1;
  gsize n_down = rect.height > 60 ? 3 : 1;

  for (gsize i = 0; i < n_across; i++) {
    add_end (ends, rect.x + parts[i] * rect.width, around.y, 0, -1);
    add_end (ends, rect.x + parts[i] * rect.width, qm_rect_bottom (around), 0, 1);
  }
  for (gsize i = 0; i < n_down; i++) {
    add_end (ends, around.x, rect.y + parts[i] * rect.height, -1, 0);
    add_end (ends, qm_rect_right (around), rect.y + parts[i] * rect.height, 1, 0);
  }
}

static void
add_ends_of_disc (GArray *ends, const QmShape *disc)
{
  QmPoint centre = qm_rect_centre (disc->bounds);

  for (int i = 0; i < 16; i++) {
    double dx = cos (i * G_PI / 8), dy = sin (i * G_PI / 8);

    add_end (ends, centre.x + disc->radius * dx, centre.y + disc->radius * dy, dx, dy);
  }
}

/* Along a line, to either side of it. */
static void
add_ends_of_path (GArray *ends, const QmShape *path)
{
  QmPoint from = path->points[0], to = path->points[path->n_points - 1];
  double dx = to.x - from.x, dy = to.y - from.y, length = hypot (dx, dy);

  for (int i = 2; i <= 8 && length > 0; i += 3)
    for (int side = -1; side <= 1; side += 2)
      add_end (ends, from.x + dx * i / 10, from.y + dy * i / 10, -side * dy / length,
               side * dx / length);
}

/* The first and the last shape of that kind in the mark; NULL where there is none. */
static void
find_ends (const QmScene *scene, int mark, QmShapeKind kind, const QmShape **first,
           const QmShape **last)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  *first = *last = NULL;
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].mark == mark && shapes[i].kind == kind) {
      *first = *first != NULL ? *first : &shapes[i];
      *last = &shapes[i];
    }
}

/* A dot is the mark itself, above its halo and what leads to it; else areas are, then lines. */
static void
add_ends_of_shapes (const QmScene *scene, int mark, GArray *ends)
{
  const QmShape *first, *last;

  find_ends (scene, mark, QM_SHAPE_DISC, &first, &last);
  if (last != NULL) {
    add_ends_of_disc (ends, last);
    return;
  }
  find_ends (scene, mark, QM_SHAPE_RECT, &first, &last);
  if (first != NULL) {
    add_ends_of_rect (ends, first->bounds, 0);
    if (last != first)
      add_ends_of_rect (ends, last->bounds, 0);
    return;
  }
  find_ends (scene, mark, QM_SHAPE_PATH, &first, &last);
  if (first != NULL)
    add_ends_of_path (ends, first);
}

/* Of a mark that is nothing but words. */
static void
add_ends_of_words (const QmScene *scene, const QmStyle *style, int mark, GArray *ends)
{
  double distance = qm_note_card_knob_radius (style) + qm_style_length (style, 8) + 2;
  const QmShape *first, *last;

  find_ends (scene, mark, QM_SHAPE_TEXT, &first, &last);
  if (first != NULL)
    add_ends_of_rect (ends, first->bounds, distance);
  if (last != first)
    add_ends_of_rect (ends, last->bounds, distance);
  for (guint i = 0; i < ends->len; i++) {
    QmLeaderEnd *end = &g_array_index (ends, QmLeaderEnd, i);

    /* Above and below words stand those of others. */
    end->penalty = qm_style_length (style, 30) * fabs (end->outwards.y);
  }
}

GArray *
qm_leader_end_list (const QmScene *scene, const QmStyle *style, int mark)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (QmLeaderEnd));

  add_ends_of_shapes (scene, mark, ends);
  if (ends->len == 0)
    add_ends_of_words (scene, style, mark, ends);
  return ends;
}
