#include "app/chart-view/placement.h"

#include <math.h>

/* --- What a place covers --- */

/* Of two places the better one has less of the first in which they differ. */
typedef struct {
  double own;        /* area of the mark that the card is about */
  guint marks;       /* other marks, and values and notes of all */
  guint texts;       /* that belong to no mark */
  gboolean is_tight; /* for a card that grows */
  double distance;
} Cost;

static gboolean
is_less (const Cost *a, const Cost *b)
{
  if (a->own != b->own)
    return a->own < b->own;
  if (a->marks != b->marks)
    return a->marks < b->marks;
  if (a->texts != b->texts)
    return a->texts < b->texts;
  if (a->is_tight != b->is_tight)
    return b->is_tight;
  return a->distance < b->distance;
}

static double
overlap (QmRect a, QmRect b)
{
  double width = MIN (qm_rect_right (a), qm_rect_right (b)) - MAX (a.x, b.x);
  double height = MIN (qm_rect_bottom (a), qm_rect_bottom (b)) - MAX (a.y, b.y);

  return MAX (width, 0) * MAX (height, 0);
}

static double
distance_between (QmRect a, QmRect b)
{
  double x = MAX (MAX (a.x - qm_rect_right (b), b.x - qm_rect_right (a)), 0);
  double y = MAX (MAX (a.y - qm_rect_bottom (b), b.y - qm_rect_bottom (a)), 0);

  return hypot (x, y);
}

static gboolean
is_of_words (const QmShape *shape)
{
  return shape->kind == QM_SHAPE_TEXT || shape->target == QM_TARGET_NOTE;
}

/* Of so many shapes of marks, or more, some tell as much about a place as all do. */
#define MANY 1000

/* All words, and of the rest so many at most as are looked at for each place. Element const QmShape
 * *, in their order. */
static GPtrArray *
choose_shapes (const QmScene *scene)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  gsize step = n_shapes / MANY + 1;

  for (gsize i = 0; i < n_shapes; i++)
    if (i % step == 0 || is_of_words (&shapes[i]))
      g_ptr_array_add (chosen, (gpointer) &shapes[i]);
  return chosen;
}

/* Shapes of a mark follow each other, so that it is counted once. */
static void
count_covered (const GPtrArray *shapes, int mark, QmRect place, Cost *cost)
{
  int counted = mark;

  for (guint i = 0; i < shapes->len; i++) {
    const QmShape *shape = shapes->pdata[i];
    gboolean is_text = shape->kind == QM_SHAPE_TEXT;

    if (!qm_shape_overlaps (shape, place))
      continue;
    if (is_text && shape->mark < 0 && shape->target != QM_TARGET_NOTE)
      cost->texts++;
    else if (is_of_words (shape))
      cost->marks++;
    else if (shape->mark >= 0 && shape->mark != counted && shape->mark != mark) {
      cost->marks++;
      counted = shape->mark;
    }
  }
}

gboolean
qm_placement_is_free (const QmScene *scene, int mark, QmRect room, QmRect place)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  return place.x >= room.x && place.y >= room.y && qm_rect_right (place) <= qm_rect_right (room) &&
         qm_rect_bottom (place) <= qm_rect_bottom (room) &&
         !qm_rect_overlaps (place, marks[mark].bounds);
}

/* --- Places to choose from --- */

/* Along each of the room's sides, and along the mark. */
#define N_STEPS 8

typedef struct {
  const QmScene *scene;
  const GPtrArray *shapes; /* of the scene, to be covered as little as can be */
  int mark;
  QmRect bounds; /* of the mark */
  QmRect room;
  double grown; /* height */
  double gap;
  QmRect best;
  Cost cost; /* of the best */
} Search;

/* Downwards or upwards. */
static gboolean
can_grow (const Search *search, QmRect place)
{
  QmRect down = { place.x, place.y, place.width, search->grown };
  QmRect up = { place.x, qm_rect_bottom (place) - search->grown, place.width, search->grown };

  return qm_placement_is_free (search->scene, search->mark, search->room, down) ||
         qm_placement_is_free (search->scene, search->mark, search->room, up);
}

/* Where a widget can be: at whole pixels. */
static void
try_place (Search *search, QmRect place)
{
  Cost cost = { 0 };

  place.x = rint (place.x);
  place.y = rint (place.y);
  place.x = MAX (MIN (place.x, qm_rect_right (search->room) - place.width), search->room.x);
  place.y = MAX (MIN (place.y, qm_rect_bottom (search->room) - place.height), search->room.y);
  cost.own = overlap (place, search->bounds);
  if (cost.own > search->cost.own)
    return;
  /* As near as the gap is near enough. */
  cost.distance = MAX (distance_between (place, search->bounds), search->gap);
  cost.is_tight = !can_grow (search, place);
  count_covered (search->shapes, search->mark, place, &cost);
  if (is_less (&cost, &search->cost)) {
    search->best = place;
    search->cost = cost;
  }
}

/* Nearer than the gap where there is less space. */
static void
try_sides (Search *search, QmRect mark, double x, double y, double width, double height)
{
  double gap = search->gap;
  double below = qm_rect_bottom (search->room) - qm_rect_bottom (mark) - height;
  double above = mark.y - search->room.y - height;
  double right = qm_rect_right (search->room) - qm_rect_right (mark) - width;
  double left = mark.x - search->room.x - width;

  try_place (search, (QmRect){ x, qm_rect_bottom (mark) + MIN (gap, below), width, height });
  try_place (search, (QmRect){ x, mark.y - MIN (gap, above) - height, width, height });
  try_place (search, (QmRect){ qm_rect_right (mark) + MIN (gap, right), y, width, height });
  try_place (search, (QmRect){ mark.x - MIN (gap, left) - width, y, width, height });
}

static void
try_around (Search *search, QmRect mark, double width, double height)
{
  QmPoint centre = qm_rect_centre (mark);

  try_sides (search, mark, centre.x - width / 2, centre.y - height / 2, width, height);
  for (int i = 0; i <= N_STEPS; i++) {
    double part = (double) i / N_STEPS;

    try_sides (search, mark, mark.x - width + part * (mark.width + width),
               mark.y - height + part * (mark.height + height), width, height);
  }
}

static void
try_everywhere (Search *search, double width, double height)
{
  for (int i = 0; i <= N_STEPS; i++)
    for (int j = 0; j <= N_STEPS; j++)
      try_place (search, (QmRect){ search->room.x + j * (search->room.width - width) / N_STEPS,
                                   search->room.y + i * (search->room.height - height) / N_STEPS,
                                   width, height });
}

/* The mark with the texts beside it. */
static QmRect
extents_of (const QmScene *scene, int mark, QmRect bounds)
{
  gsize n;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);
  const QmMark *marks = qm_scene_get_marks (scene, &n);

  for (gsize i = marks[mark].first; i < marks[mark].end; i++)
    bounds = qm_rect_union (bounds, shapes[i].bounds);
  return bounds;
}

QmRect
qm_placement_find (const QmScene *scene, int mark, QmRect room, double width, double height,
                   double grown, double gap)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  g_autoptr (GPtrArray) shapes = choose_shapes (scene);
  Search search = { .scene = scene,
                    .shapes = shapes,
                    .mark = mark,
                    .room = room,
                    .grown = grown,
                    .gap = gap,
                    .cost = { .own = G_MAXDOUBLE } };

  g_return_val_if_fail (mark >= 0 && (gsize) mark < n_marks, room);

  search.bounds = marks[mark].bounds;
  try_around (&search, extents_of (scene, mark, search.bounds), width, height);
  try_around (&search, search.bounds, width, height);
  try_everywhere (&search, width, height);
  return search.best;
}
