#include "app/chart-view/placement.h"

#include <math.h>

/* --- What a place covers --- */

/* Of two places the better one has less of the first in which they differ. */
typedef struct {
  double own;  /* area of the mark that the card is about */
  guint marks; /* other marks, and values and notes of all */
  double way;  /* that what the card says moves when it grows, in pixels */
  guint titles;
  guint texts; /* that belong to no mark, titles among them, each by its weight */
} Covered;

/* As strcmp(). */
static int
compare_marks (const Covered *a, const Covered *b)
{
  if (a->own != b->own)
    return a->own < b->own ? -1 : 1;
  if (a->marks != b->marks)
    return a->marks < b->marks ? -1 : 1;
  return (a->way > b->way) - (a->way < b->way);
}

static int
compare_texts (const Covered *a, const Covered *b)
{
  return (a->texts > b->texts) - (a->texts < b->texts);
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

/* Of shapes of marks with so many points, or more, some tell as much about a place as all do. */
#define MANY 1000

/* That it takes to find whether a place covers the shape. */
static gsize
work_of (const QmShape *shape)
{
  return shape->kind == QM_SHAPE_PATH && !shape->is_closed ? MAX (shape->n_points, 1) : 1;
}

/* All words, and of the rest so many at most as are looked at for each place. Element const QmShape
 * *, in their order. */
static GPtrArray *
choose_shapes (const QmScene *scene, gsize *work)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gsize n_shapes, all_work = 0;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    all_work += work_of (&shapes[i]);
  *work = 0;
  for (gsize i = 0; i < n_shapes; i++)
    if (i % (all_work / MANY + 1) == 0 || is_of_words (&shapes[i])) {
      g_ptr_array_add (chosen, (gpointer) &shapes[i]);
      *work += work_of (&shapes[i]);
    }
  return chosen;
}

/* What a card can cover, and where it can be. */
typedef struct {
  GPtrArray *shapes;
  gsize work; /* for a place */
  int mark;   /* that it is about */
  QmRect bounds;
  QmRect room;
} Ground;

static Ground
survey (const QmScene *scene, int mark, QmRect room)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  Ground ground = { .mark = mark, .room = room };

  g_assert (mark >= 0 && (gsize) mark < n_marks);
  ground.bounds = marks[mark].bounds;
  ground.shapes = choose_shapes (scene, &ground.work);
  return ground;
}

/* So many that no place covers more. */
#define ANY (G_MAXUINT - 1)

static const Covered all = { G_MAXDOUBLE, G_MAXUINT, G_MAXDOUBLE, G_MAXUINT, G_MAXUINT };

/* Titles say what the chart is of; the sources and the key at its foot are for afterwards. */
#define WEIGHT_OF_TITLE 4

static void
count_text (Covered *covered, const QmShape *shape)
{
  gboolean is_title = shape->part != QM_PART_FOOTER;

  covered->titles += is_title;
  covered->texts += is_title ? WEIGHT_OF_TITLE : 1;
}

/* Shapes of a mark follow each other, so that it is counted once. Where there are more marks than
 * most, how many does not matter. */
static Covered
find_covered (const Ground *ground, QmRect place, guint most)
{
  Covered covered = { overlap (place, ground->bounds), 0, 0, 0, 0 };
  int counted = ground->mark;

  for (guint i = 0; i < ground->shapes->len && covered.marks <= most; i++) {
    const QmShape *shape = ground->shapes->pdata[i];
    gboolean is_text = shape->kind == QM_SHAPE_TEXT;

    if (!qm_shape_overlaps (shape, place))
      continue;
    if (is_text && shape->mark < 0 && shape->target != QM_TARGET_NOTE)
      count_text (&covered, shape);
    else if (is_of_words (shape))
      covered.marks++;
    else if (shape->mark >= 0 && shape->mark != counted && shape->mark != ground->mark) {
      covered.marks++;
      counted = shape->mark;
    }
  }
  return covered;
}

/* --- A card that grows --- */

/* One with a corner where the card has one, or as near to that as the room has it; the card's texts
 * are then at its top, or at its foot where is_up. */
typedef struct {
  QmRect place;
  gboolean is_up;
  double own; /* area of the mark that it covers */
} Way;

static Way
make_way (const Ground *ground, QmRect place, QmCardShape shape, gboolean is_leftwards,
          gboolean is_up)
{
  QmRect room = ground->room, grown = { place.x, place.y, shape.width, shape.height };

  /* Where it is wider it may need less height; but its texts stay where they are. */
  if (shape.width > place.width)
    grown.height = shape.height = MAX (shape.height, place.height);
  if (is_leftwards)
    grown.x = MAX (qm_rect_right (place) - shape.width, room.x);
  grown.x = MAX (MIN (grown.x, qm_rect_right (room) - shape.width), room.x);
  if (is_up)
    grown.y = MAX (qm_rect_bottom (place) - shape.height, room.y);
  grown.y = MAX (MIN (grown.y, qm_rect_bottom (room) - shape.height), room.y);
  return (Way) { grown, is_up, overlap (grown, ground->bounds) };
}

#define N_WAYS 4

/* Those that cover least of the mark, all of the first shape that can. Returns how many there are.
 */
static guint
list_ways (const Ground *ground, QmRect place, const QmCardSizes *sizes, Way ways[N_WAYS])
{
  guint n = 0, best = 0;

  for (guint i = 0; i < sizes->n_grown && (n == 0 || ways[0].own > 0); i++)
    for (int j = 0; j < (sizes->grown[i].width == place.width ? 2 : N_WAYS); j++) {
      Way way = make_way (ground, place, sizes->grown[i], j / 2, j % 2);

      if (n == 0 || way.own < ways[0].own) {
        n = 0;
        best = i;
      }
      if (i == best && (n == 0 || way.own == ways[0].own))
        ways[n++] = way;
    }
  return n;
}

static Covered
find_covered_later (const Ground *ground, QmRect place, const Way *way)
{
  Covered covered = find_covered (ground, way->place, ANY);

  covered.way =
      fabs (way->place.x - place.x) +
      (way->is_up ? qm_rect_bottom (way->place) - qm_rect_bottom (place) : place.y - way->place.y);
  return covered;
}

/* The one that covers fewest marks and moves the texts least. */
static Way
choose_way (const Ground *ground, QmRect place, const Way *ways, guint n, Covered *covered)
{
  Way chosen = ways[0];

  *covered = find_covered_later (ground, place, &ways[0]);
  for (guint i = 1; i < n; i++) {
    Covered by_this = find_covered_later (ground, place, &ways[i]);

    if (compare_marks (&by_this, covered) < 0) {
      *covered = by_this;
      chosen = ways[i];
    }
  }
  return chosen;
}

/* --- Places to choose from --- */

/* Along the mark. */
#define N_STEPS 8

/* Of so many along a side that touch something, or more, some are enough; of fewer where each takes
 * longer, so that all do not take more than so much. */
#define MANY_PLACES 100
#define MOST_WORK 2e6

typedef struct {
  const Ground *ground;
  const QmCardSizes *sizes;
  double gap;
  QmRect best;
  Covered now, later; /* by the best, and when it has grown */
  double distance;
} Search;

/* What is pressed is seen, as what is passed by: of both cards none covers the mark where that can
 * be. */
static int
compare_own (const Search *search, double now, double later)
{
  if (now != search->now.own)
    return now < search->now.own ? -1 : 1;
  return (later > search->later.own) - (later < search->later.own);
}

/* To cover what is at the foot is better than to cover a mark later, or to leap away from there;
 * but whoever passes by reads the title. */
static gboolean
is_better (const Search *search, const Covered *now, const Covered *later, double distance)
{
  int order = compare_own (search, now->own, later->own);

  if (order == 0)
    order = compare_marks (now, &search->now);
  if (order == 0)
    order = (now->titles > search->now.titles) - (now->titles < search->now.titles);
  if (order == 0)
    order = compare_marks (later, &search->later);
  if (order == 0)
    order = compare_texts (now, &search->now);
  if (order == 0)
    order = compare_texts (later, &search->later);
  return order < 0 || (order == 0 && distance < search->distance);
}

/* Where a widget can be: at whole pixels. Most places are found to be worse by little. */
static void
try_place (Search *search, QmRect place)
{
  const Ground *ground = search->ground;
  QmRect room = ground->room;
  gboolean is_free = search->now.own == 0 && search->later.own == 0;
  Way ways[N_WAYS];
  Covered now, later;
  double own, distance;
  guint n_ways = 0;
  int order = 0;

  place.x = MAX (MIN (rint (place.x), qm_rect_right (room) - place.width), room.x);
  place.y = MAX (MIN (rint (place.y), qm_rect_bottom (room) - place.height), room.y);
  own = overlap (place, ground->bounds);
  if (!is_free && own <= search->now.own) {
    n_ways = list_ways (ground, place, search->sizes, ways);
    order = compare_own (search, own, ways[0].own);
  }
  if (order > 0 || own > search->now.own)
    return;
  now = find_covered (ground, place, order < 0 ? ANY : search->now.marks);
  if (order == 0 && compare_marks (&now, &search->now) > 0)
    return;
  if (is_free)
    n_ways = list_ways (ground, place, search->sizes, ways);
  choose_way (ground, place, ways, n_ways, &later);
  distance = MAX (distance_between (place, ground->bounds), search->gap);
  if (!is_better (search, &now, &later, distance))
    return;
  search->best = place;
  search->now = now;
  search->later = later;
  search->distance = distance;
}

/* Nearer than the gap where there is less space. */
static void
try_sides (Search *search, QmRect mark, double x, double y)
{
  double width = search->sizes->small.width, height = search->sizes->small.height;
  double gap = search->gap;
  double below = qm_rect_bottom (search->ground->room) - qm_rect_bottom (mark) - height;
  double above = mark.y - search->ground->room.y - height;
  double right = qm_rect_right (search->ground->room) - qm_rect_right (mark) - width;
  double left = mark.x - search->ground->room.x - width;

  try_place (search, (QmRect) { x, qm_rect_bottom (mark) + MIN (gap, below), width, height });
  try_place (search, (QmRect) { x, mark.y - MIN (gap, above) - height, width, height });
  try_place (search, (QmRect) { qm_rect_right (mark) + MIN (gap, right), y, width, height });
  try_place (search, (QmRect) { mark.x - MIN (gap, left) - width, y, width, height });
}

static void
try_around (Search *search, QmRect mark)
{
  double width = search->sizes->small.width, height = search->sizes->small.height;
  QmPoint centre = qm_rect_centre (mark);

  try_sides (search, mark, centre.x - width / 2, centre.y - height / 2);
  for (int i = 0; i <= N_STEPS; i++) {
    double part = (double) i / N_STEPS;

    try_sides (search, mark, mark.x - width + part * (mark.width + width),
               mark.y - height + part * (mark.height + height));
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where a card of that length just touches one of the shapes, along one of the sides of the room:
 * elsewhere it covers no less. Element double, in their order. */
static GArray *
touching_places (const Ground *ground, double length, gboolean is_across)
{
  GArray *all_places = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  guint most = (guint) MIN (sqrt (MOST_WORK / (double) MAX (ground->work, 1)), MANY_PLACES);

  for (guint i = 0; i < ground->shapes->len; i++) {
    QmRect bounds = ((const QmShape *) ground->shapes->pdata[i])->bounds;
    double before = floor ((is_across ? bounds.x : bounds.y) - length);
    double after = ceil (is_across ? qm_rect_right (bounds) : qm_rect_bottom (bounds));

    g_array_append_val (all_places, before);
    g_array_append_val (all_places, after);
  }
  g_array_sort (all_places, compare_numbers);
  for (guint i = 0; i < all_places->len; i += all_places->len / most + 1)
    g_array_append_val (places, g_array_index (all_places, double, i));
  g_array_unref (all_places);
  return places;
}

static void
try_everywhere (Search *search)
{
  double width = search->sizes->small.width, height = search->sizes->small.height;
  g_autoptr (GArray) xs = touching_places (search->ground, width, TRUE);
  g_autoptr (GArray) ys = touching_places (search->ground, height, FALSE);

  for (guint i = 0; i < ys->len; i++)
    for (guint j = 0; j < xs->len; j++)
      try_place (search, (QmRect) { g_array_index (xs, double, j), g_array_index (ys, double, i),
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
qm_placement_find (const QmScene *scene, int mark, QmRect room, const QmCardSizes *sizes,
                   double gap)
{
  Ground ground = survey (scene, mark, room);
  Search search = { &ground, sizes, gap, room, all, all, G_MAXDOUBLE };

  try_around (&search, extents_of (scene, mark, ground.bounds));
  try_around (&search, ground.bounds);
  try_everywhere (&search);
  g_ptr_array_unref (ground.shapes);
  return search.best;
}

QmRect
qm_placement_grow (const QmScene *scene, int mark, QmRect room, QmRect place,
                   const QmCardSizes *sizes, gboolean *is_up)
{
  Ground ground = survey (scene, mark, room);
  Way ways[N_WAYS], chosen;
  Covered covered;
  guint n = list_ways (&ground, place, sizes, ways);

  chosen = choose_way (&ground, place, ways, n, &covered);
  g_ptr_array_unref (ground.shapes);
  *is_up = chosen.is_up;
  return chosen.place;
}
