#include "chart/draw/call-outs.h"

#include "chart/draw/leader-end.h"
#include "chart/draw/room.h"
#include "chart/view/author-view.h"

#include <math.h>

/* A line leaves straight, or it turns once, at a right angle and close to the mark: so it finds its
 * way between bars and rows. */
typedef struct {
  QmPoint points[3];
  gsize n_points;
} Leader;

/* Something to be placed beside a mark. */
typedef struct {
  double width, height;
  double corner;  /* no line can end in a square of that side at its upper right corner */
  double penalty; /* in pixels of distance, for a less handsome shape */
} Box;

typedef struct {
  const QmScene *scene;
  const QmStyle *style;
  const QmCallOutRoom *room;
  int mark;
  gsize panel;   /* of the mark */
  double margin; /* around the box */
  /* the best so far */
  double cost;
  gsize box; /* index */
  QmRect place;
  Leader leader;
} Search;

/* --- Where a box can stand --- */

/* Inside the mark's own panel or outside of all, without a line through another one. */
static gboolean
keeps_to_panel (const Search *search, QmRect place, const Leader *leader)
{
  for (gsize i = 0; i < search->room->viewed->chart.n_panels; i++) {
    QmRect area = search->room->areas[i];
    gboolean is_inside = place.x >= area.x && place.y >= area.y &&
                         qm_rect_right (place) <= qm_rect_right (area) &&
                         qm_rect_bottom (place) <= qm_rect_bottom (area);

    if (qm_rect_overlaps (place, area) && !(is_inside && i == search->panel))
      return FALSE;
    for (gsize j = 1; j < leader->n_points && i != search->panel; j++)
      if (qm_room_line_crosses (leader->points[j - 1], leader->points[j], area))
        return FALSE;
  }
  return TRUE;
}

/* The box with the middle, or nearly an end, of that side at the end of the line that faces it;
 * moved along its side where it would leave the room. FALSE where it leaves it nevertheless. */
static gboolean
attach (const Search *search, const Box *box, QmPoint end, QmPoint way, double part, QmRect *place)
{
  QmRect room = search->room->room;
  gboolean is_above_or_below = fabs (way.y) >= fabs (way.x);

  place->width = box->width;
  place->height = box->height;
  if (is_above_or_below) {
    place->x =
        CLAMP (end.x - part * box->width, room.x, MAX (qm_rect_right (room) - box->width, room.x));
    place->y = way.y < 0 ? end.y - box->height : end.y;
  } else {
    place->x = way.x < 0 ? end.x - box->width : end.x;
    place->y = CLAMP (end.y - part * box->height, room.y,
                      MAX (qm_rect_bottom (room) - box->height, room.y));
  }
  /* The line still has to meet the box's side. */
  if (is_above_or_below ? end.x < place->x || end.x > qm_rect_right (*place)
                        : end.y < place->y || end.y > qm_rect_bottom (*place))
    return FALSE;
  if (end.x > qm_rect_right (*place) - box->corner && end.y < place->y + box->corner)
    return FALSE;
  return place->x >= room.x && place->y >= room.y &&
         qm_rect_right (*place) <= qm_rect_right (room) &&
         qm_rect_bottom (*place) <= qm_rect_bottom (room);
}

static gboolean
is_clear (const Search *search, const Leader *leader)
{
  for (gsize i = 1; i < leader->n_points; i++)
    if (!qm_room_is_clear (search->scene, search->style->theme, leader->points[i - 1],
                           leader->points[i], qm_note_card_knob_radius (search->style) + 1,
                           search->mark))
      return FALSE;
  return TRUE;
}

/* Takes the place at the end of the leader, which goes that way, if it is better than the best so
 * far, and free. */
static void
try_place (Search *search, const Box *box, gsize index, const Leader *leader, QmPoint way,
           double part, double cost)
{
  QmRect place;

  cost += box->penalty + 4 * fabs (part - 0.5);
  if (cost >= search->cost ||
      !attach (search, box, leader->points[leader->n_points - 1], way, part, &place) ||
      !keeps_to_panel (search, place, leader) ||
      !qm_room_is_free (search->scene, search->style->theme,
                        qm_rect_grow (place, search->margin)) ||
      !is_clear (search, leader))
    return;
  search->cost = cost;
  search->box = index;
  search->place = place;
  search->leader = *leader;
}

static QmPoint
move (QmPoint from, QmPoint way, double distance)
{
  return (QmPoint) { from.x + distance * way.x, from.y + distance * way.y };
}

static void
try_sides (Search *search, const Box *box, gsize index, const Leader *leader, QmPoint way,
           double cost)
{
  static const double parts[] = { 0.5, 0.12, 0.88 };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    try_place (search, box, index, leader, way, parts[i], cost);
}

/* From an end, straight away from the mark and to both sides of that. */
static void
try_straight (Search *search, const Box *box, gsize index, const QmLeaderEnd *end, double distance)
{
  static const double angles[] = { 0, G_PI / 7, -G_PI / 7, G_PI / 3.2, -G_PI / 3.2 };

  for (gsize i = 0; i < G_N_ELEMENTS (angles); i++) {
    double c = cos (angles[i]), s = sin (angles[i]);
    QmPoint way = { c * end->outwards.x - s * end->outwards.y,
                    s * end->outwards.x + c * end->outwards.y };
    const Leader leader = { { end->at, move (end->at, way, distance) }, 2 };
    double slant = MIN (fabs (way.x), fabs (way.y)); /* an upright line looks calmer */

    try_sides (search, box, index, &leader, way, distance * (1 + 0.4 * slant) + end->penalty);
  }
}

/* Away from the mark by a little, and then along it. */
static void
try_turning (Search *search, const Box *box, gsize index, const QmLeaderEnd *end, double distance)
{
  static const double firsts[] = { 12, 20, 32 }; /* pixels of the slide, up to the turn */

  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    for (int side = -1; side <= 1; side += 2) {
      double first = qm_style_length (search->style, firsts[i]) + 3;
      QmPoint turn = move (end->at, end->outwards, first);
      QmPoint way = { -side * end->outwards.y, side * end->outwards.x };
      const Leader leader = { { end->at, turn, move (turn, way, distance) }, 3 };

      try_sides (search, box, index, &leader, way,
                 distance + 2 * first + qm_style_length (search->style, 30) + end->penalty);
    }
}

static gboolean
is_upright (QmPoint way)
{
  return MIN (fabs (way.x), fabs (way.y)) < 1e-6;
}

static void
try_end (Search *search, const Box *box, gsize index, const QmLeaderEnd *end, double distance)
{
  if (distance + end->penalty + box->penalty >= search->cost)
    return;
  try_straight (search, box, index, end, distance);
  if (is_upright (end->outwards))
    try_turning (search, box, index, end, distance);
}

/* The best place for one of the boxes, the nearest as far as their shapes are alike. FALSE where
 * there is none. */
static gboolean
find_place (Search *search, const Box *boxes, gsize n_boxes, double nearest)
{
  g_autoptr (GArray) ends = qm_leader_end_list (search->scene, search->style, search->mark);
  /* A longer line is not followed by the eye. */
  double farthest = qm_style_length (search->style, 360) + 40;

  search->cost = G_MAXDOUBLE;
  for (double distance = nearest; distance < MIN (farthest, search->cost); distance *= 1.3)
    for (gsize i = 0; i < n_boxes; i++)
      for (guint j = 0; j < ends->len; j++)
        try_end (search, &boxes[i], i, &g_array_index (ends, QmLeaderEnd, j), distance);
  return search->cost < G_MAXDOUBLE;
}

/* --- Where the reader has put it --- */

/* The nearest point of the box's sides that a line can end in. */
static QmPoint
nearest_side (const Box *box, QmRect place, QmPoint from)
{
  QmPoint end = { CLAMP (from.x, place.x, qm_rect_right (place)),
                  CLAMP (from.y, place.y, qm_rect_bottom (place)) };

  if (end.x > qm_rect_right (place) - box->corner && end.y < place.y + box->corner) {
    if (from.y < place.y)
      end.x = qm_rect_right (place) - box->corner;
    else
      end.y = place.y + box->corner;
  }
  return end;
}

/* The shortest line to the box, rather one that leaves the mark outwards, and far rather one that
 * touches nothing. */
static void
find_leader (Search *search, const Box *box, const GArray *ends)
{
  double best = G_MAXDOUBLE,
         unclear = hypot (qm_scene_get_width (search->scene), qm_scene_get_height (search->scene));

  for (guint i = 0; i < ends->len; i++) {
    const QmLeaderEnd *end = &g_array_index (ends, QmLeaderEnd, i);
    const Leader leader = { { end->at, nearest_side (box, search->place, end->at) }, 2 };
    double dx = leader.points[1].x - end->at.x, dy = leader.points[1].y - end->at.y;
    double length = hypot (dx, dy);
    gboolean is_inwards = dx * end->outwards.x + dy * end->outwards.y < 0.2 * length;
    double cost = length * (is_inwards ? 3 : 1) + end->penalty;

    if (cost < best && !is_clear (search, &leader))
      cost += unclear;
    if (cost < best) {
      best = cost;
      search->leader = leader;
    }
  }
}

/* The box with its middle there, as far as the picture reaches. FALSE where it would cover
 * something. */
static gboolean
put (Search *search, const Box *box, QmPoint middle)
{
  double width = qm_scene_get_width (search->scene), height = qm_scene_get_height (search->scene);
  double margin = search->margin;

  search->place = (QmRect) {
    CLAMP (middle.x - box->width / 2, margin, MAX (width - margin - box->width, margin)),
    CLAMP (middle.y - box->height / 2, margin, MAX (height - margin - box->height, margin)),
    box->width, box->height
  };
  return qm_rect_right (search->place) <= width && qm_rect_bottom (search->place) <= height &&
         qm_room_is_free (search->scene, search->style->theme,
                          qm_rect_grow (search->place, margin));
}

/* There, or as near to it as nothing is covered. */
static gboolean
put_near (Search *search, const Box *boxes, gsize n_boxes, QmPoint middle)
{
  double step = qm_style_length (search->style, 10) + 2;
  double farthest =
      hypot (qm_scene_get_width (search->scene), qm_scene_get_height (search->scene)) / 2;

  for (double distance = 0; distance < farthest; distance += step)
    for (gsize i = 0; i < n_boxes; i++)
      for (int j = 0; j < (distance > 0 ? 24 : 1); j++) {
        double angle = j * G_PI / 12;

        search->box = i;
        if (put (search, &boxes[i],
                 move (middle, (QmPoint) { cos (angle), sin (angle) }, distance)))
          return TRUE;
      }
  return FALSE;
}

/* Where that call-out was placed by hand; FALSE where it was not, or finds no room. */
static gboolean
find_place_by_hand (Search *search, const Box *boxes, gsize n_boxes, const QmCallOut *call_out)
{
  g_autoptr (GArray) ends = qm_leader_end_list (search->scene, search->style, search->mark);
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (search->scene, &n_marks);
  QmPoint middle = qm_rect_centre (marks[search->mark].bounds);

  middle.x += call_out->across * qm_scene_get_width (search->scene);
  middle.y += call_out->down * qm_scene_get_height (search->scene);
  if (!call_out->is_placed || ends->len == 0 || !put_near (search, boxes, n_boxes, middle))
    return FALSE;
  find_leader (search, &boxes[search->box], ends);
  return TRUE;
}

/* --- Marks --- */

static int
find_mark (const QmScene *scene, const QmClaim *claim)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].datum == claim)
      return (int) i;
  return -1;
}

static gsize
find_panel (const QmViewedChart *viewed, const QmClaim *claim)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      if (qm_viewed_original (viewed, viewed->chart.panels[i].claims[j]) == claim)
        return i;
  g_assert_not_reached ();
}

/* For what stands at the call-out's mark, at that distance from everything else. */
static Search
search_for (const QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
            const QmCallOut *call_out, double margin)
{
  return (Search) { .scene = scene,
                    .style = style,
                    .room = room,
                    .mark = find_mark (scene, call_out->claim),
                    .panel = find_panel (room->viewed, call_out->claim),
                    .margin = margin };
}

GPtrArray *
qm_call_outs_find (const QmScene *scene, const QmViewedChart *viewed)
{
  GPtrArray *call_outs = g_ptr_array_new ();
  const GArray *all = viewed->view->call_outs;
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks && all != NULL; i++)
    for (guint j = 0; j < all->len; j++) {
      const QmCallOut *call_out = &g_array_index (all, QmCallOut, j);

      if (call_out->claim == marks[i].datum && !g_ptr_array_find (call_outs, call_out, NULL))
        g_ptr_array_add (call_outs, (gpointer) call_out);
    }
  return call_outs;
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer scene)
{
  const QmCallOut *first = *(const QmCallOut *const *) a, *second = *(const QmCallOut *const *) b;

  return find_mark (scene, first->claim) - find_mark (scene, second->claim);
}

void
qm_call_outs_sort (GPtrArray *call_outs, const QmScene *scene)
{
  g_ptr_array_sort_with_data (call_outs, compare_marks, (gpointer) scene);
}

/* --- Cards --- */

/* On the slide, the widths at which the words are tried, the most handsome first. */
static const double widths[] = { 340, 460, 250, 600, 180 };

static QmNoteCard
new_card (const QmStyle *style, const QmCallOutRoom *room, const QmCallOut *call_out, double width)
{
  const char *text = qm_call_out_get_text (call_out);

  return qm_note_card (style, text,
                       qm_author_view_wrote (room->viewed->original, call_out->claim, text),
                       qm_style_length (style, width) + 40);
}

static gboolean
add_card (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
          const QmCallOut *call_out)
{
  Search search = search_for (scene, style, room, call_out, qm_style_length (style, 12) + 3);
  Box boxes[G_N_ELEMENTS (widths)];
  g_auto (QmNoteCard) card = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_auto (QmNoteCard) tried = new_card (style, room, call_out, widths[i]);

    boxes[i] =
        (Box) { tried.width, tried.height, tried.corner, qm_style_length (style, 14) * (double) i };
  }
  if (!find_place_by_hand (&search, boxes, G_N_ELEMENTS (boxes), call_out) &&
      !find_place (&search, boxes, G_N_ELEMENTS (boxes), qm_style_length (style, 30) + 6))
    return FALSE;

  card = new_card (style, room, call_out, widths[search.box]);
  qm_note_card_add_leader (scene, style, call_out->claim, search.leader.points,
                           search.leader.n_points);
  qm_note_card_place (&card, scene, style, call_out->claim, search.place.x, search.place.y);
  return TRUE;
}

static void
add_cards (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room, GPtrArray *call_outs,
           gboolean is_placed)
{
  for (guint i = 0; i < call_outs->len;) {
    const QmCallOut *call_out = call_outs->pdata[i];

    if (call_out->is_placed == is_placed && add_card (scene, style, room, call_out))
      g_ptr_array_remove_index (call_outs, i);
    else
      i++;
  }
}

/* What the reader has placed stands there; the others make room for it. */
void
qm_call_outs_add (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
                  GPtrArray *call_outs)
{
  add_cards (scene, style, room, call_outs, TRUE);
  add_cards (scene, style, room, call_outs, FALSE);
}

/* --- Numbers --- */

void
qm_call_outs_add_numbers (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
                          const GPtrArray *call_outs)
{
  double side = qm_note_card_badge_size (style);
  const Box box = { side, side, 0, 0 };

  for (guint i = 0; i < call_outs->len; i++) {
    const QmCallOut *call_out = call_outs->pdata[i];
    Search search = search_for (scene, style, room, call_out, 1);

    if (!find_place (&search, &box, 1, qm_style_length (style, 6) + 2))
      continue;
    qm_note_card_add_leader (scene, style, call_out->claim, search.leader.points,
                             search.leader.n_points);
    qm_note_card_badge_place (scene, style, call_out->claim, (int) i + 1, search.place.x,
                              search.place.y);
  }
}
