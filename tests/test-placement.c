/* Where the card goes, in a scene of one mark and in one where there is more to read. */
#include "app/chart-view/placement.h"
#include "scene/typeset.h"

#define GAP 10

static const QmPaint solid = { .fill = { 1, 0, 0, 1 } };
static const QmColor ink = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

static void
add_mark (QmScene *scene, QmRect rect)
{
  qm_scene_begin_mark (scene, "mark", "mark");
  qm_scene_add_rect (scene, rect, 0, &solid);
  qm_scene_end_mark (scene);
}

/* For a card that keeps its width when it grows. */
static QmRect
find_place (const QmScene *scene, QmRect room, double width, double height, double grown)
{
  QmCardSizes sizes = { { width, height }, { { width, grown } }, 1 };

  return qm_placement_find (scene, 0, room, &sizes, GAP);
}

static QmRect
grow_to (const QmScene *scene, QmRect room, QmRect place, double width, double height,
         gboolean *is_up)
{
  QmCardSizes sizes = { .grown = { { width, height } }, .n_grown = 1 };

  return qm_placement_grow (scene, 0, room, place, &sizes, is_up);
}

static QmRect
place (QmRect room, QmRect mark, double width, double height)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);

  add_mark (scene, mark);
  return find_place (scene, room, width, height, height);
}

typedef struct {
  const char *name;
  QmRect room, mark;
  double width, height;
  QmRect expected;
} Case;

static const Case cases[] = {
  { "below-where-there-is-room",
    { 0, 0, 1000, 700 },
    { 480, 100, 40, 50 },
    300,
    200,
    { 350, 160, 300, 200 } },
  { "above-where-below-is-none",
    { 0, 0, 1000, 700 },
    { 480, 500, 40, 50 },
    300,
    200,
    { 350, 290, 300, 200 } },
  { "right-where-neither-is",
    { 0, 0, 1000, 300 },
    { 100, 120, 40, 60 },
    300,
    200,
    { 150, 50, 300, 200 } },
  { "left-at-the-right-end",
    { 0, 0, 1000, 300 },
    { 900, 120, 40, 60 },
    300,
    200,
    { 590, 50, 300, 200 } },
  { "slid-along-the-mark-at-the-left-end",
    { 0, 0, 1000, 700 },
    { 0, 100, 40, 50 },
    300,
    200,
    { 0, 160, 300, 200 } },
  { "slid-along-the-mark-at-the-right-end",
    { 0, 0, 1000, 700 },
    { 960, 100, 40, 50 },
    300,
    200,
    { 700, 160, 300, 200 } },
  { "nearer-where-the-gap-has-no-room",
    { 0, 0, 1000, 356 },
    { 480, 100, 40, 50 },
    300,
    200,
    { 350, 156, 300, 200 } },
  { "in-a-room-that-does-not-start-at-zero",
    { 6, 6, 988, 688 },
    { 0, 600, 40, 50 },
    300,
    200,
    { 6, 390, 300, 200 } },
  { "over-the-least-of-a-mark-that-leaves-no-room",
    { 0, 0, 400, 300 },
    { 70, 40, 300, 240 },
    200,
    150,
    { 0, 0, 200, 150 } },
  { "from-the-corner-where-the-card-is-larger-than-the-room",
    { 5, 7, 200, 100 },
    { 50, 40, 20, 20 },
    300,
    150,
    { 5, 7, 300, 150 } },
};

static void
test_place (gconstpointer data)
{
  const Case *test = data;
  QmRect found = place (test->room, test->mark, test->width, test->height);

  g_assert_cmpfloat (found.x, ==, test->expected.x);
  g_assert_cmpfloat (found.y, ==, test->expected.y);
  g_assert_cmpfloat (found.width, ==, test->expected.width);
  g_assert_cmpfloat (found.height, ==, test->expected.height);
}

/* A card fits beside the mark if one of the four strips around the mark is large enough. */
static gboolean
has_room_beside (QmRect room, QmRect mark, double width, double height)
{
  return mark.y - room.y >= height || qm_rect_bottom (room) - qm_rect_bottom (mark) >= height ||
         mark.x - room.x >= width || qm_rect_right (room) - qm_rect_right (mark) >= width;
}

static void
test_everywhere (void)
{
  const QmRect narrow = { 6, 6, 426, 258 };
  guint n_beside = 0, n_over = 0;

  for (double x = 0; x < 430; x += 13)
    for (double y = 0; y < 260; y += 11)
      for (double size = 10; size < 260; size += 30) {
        QmRect mark = { x, y, size, size / 2 };
        QmRect found = place (narrow, mark, 240, 150);

        g_assert_cmpfloat (found.x, >=, narrow.x);
        g_assert_cmpfloat (found.y, >=, narrow.y);
        g_assert_cmpfloat (qm_rect_right (found), <=, qm_rect_right (narrow));
        g_assert_cmpfloat (qm_rect_bottom (found), <=, qm_rect_bottom (narrow));
        if (has_room_beside (narrow, mark, 240, 150)) {
          g_assert_false (qm_rect_overlaps (found, mark));
          n_beside++;
        } else
          n_over++;
      }
  g_assert_cmpuint (n_beside, >, 0);
  g_assert_cmpuint (n_over, >, 0);
}

/* --- What else there is to read --- */

static void
add_text (QmScene *scene, double x, double y)
{
  qm_scene_add_text (scene, qm_typeset ("words", 12, PANGO_WEIGHT_NORMAL, -1, 1),
                     (QmPoint) { x, y }, ink);
}

/* A mark in the middle, and others as a case has them: below it is a row of marks. */
static QmScene *
make_scene (void)
{
  QmScene *scene = qm_scene_new (1000, 700, white);

  add_mark (scene, (QmRect) { 480, 300, 40, 50 });
  for (int i = 0; i < 20; i++)
    add_mark (scene, (QmRect) { 10 + 50 * i, 400, 30, 30 });
  return scene;
}

static const QmRect room = { 0, 0, 1000, 700 };

static gboolean
is_above (QmRect card)
{
  return qm_rect_bottom (card) <= 300;
}

static void
test_other_marks (void)
{
  g_autoptr (QmScene) scene = make_scene ();

  g_assert_true (is_above (find_place (scene, room, 300, 200, 200)));
}

/* A mark covers more than a title does. */
static void
test_titles (void)
{
  g_autoptr (QmScene) scene = make_scene ();
  QmRect found;

  for (int i = 0; i < 20; i++)
    for (int j = 0; j < 9; j++)
      add_text (scene, 10 + 50 * i, 30 * j);
  found = find_place (scene, room, 300, 200, 200);
  g_assert_true (is_above (found) || found.y >= 430);
  for (int i = 0; i < 20; i++)
    g_assert_false (qm_rect_overlaps (found, (QmRect) { 10 + 50 * i, 400, 30, 30 }));
}

/* The sources are for afterwards: two of their lines are rather covered than the title. */
static void
test_footer (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 500, white);
  QmRect found;

  add_text (scene, 490, 100);
  qm_scene_set_part (scene, QM_PART_TITLE);
  add_mark (scene, (QmRect) { 20, 210, 960, 80 });
  for (int i = 0; i < 2; i++) {
    add_text (scene, 490, 440 + 20 * i);
    qm_scene_set_part (scene, QM_PART_FOOTER);
  }
  found = find_place (scene, (QmRect) { 300, 0, 400, 500 }, 400, 190, 190);
  g_assert_cmpfloat (found.y, >=, 290);
}

/* The value of another mark counts as much as the mark. */
static void
test_values (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);
  QmRect found;

  add_mark (scene, (QmRect) { 480, 300, 40, 50 });
  qm_scene_begin_mark (scene, "other", "other");
  qm_scene_add_rect (scene, (QmRect) { 0, 690, 5, 5 }, 0, &solid);
  add_text (scene, 490, 450);
  qm_scene_end_mark (scene);
  found = find_place (scene, room, 300, 200, 200);
  g_assert_true (is_above (found));
}

/* Below the mark is room for the card, but not for what it is going to be. */
static void
test_growing (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);
  QmRect found;

  add_mark (scene, (QmRect) { 480, 300, 40, 50 });
  found = find_place (scene, room, 300, 200, 345);
  g_assert_cmpfloat (found.y + 345, <=, 700);
  g_assert_false (
      qm_rect_overlaps ((QmRect) { found.x, found.y, 300, 345 }, (QmRect) { 480, 300, 40, 50 }));
}

/* Whoever passes by reads the title: it is free, even where the card covers a mark when it grows.
 */
static void
test_title_before_growing (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 500, white);
  QmRect found;

  add_mark (scene, (QmRect) { 20, 250, 960, 80 });
  add_mark (scene, (QmRect) { 490, 450, 20, 20 });
  add_text (scene, 490, 145);
  qm_scene_set_part (scene, QM_PART_TITLE);
  found = find_place (scene, (QmRect) { 300, 60, 400, 440 }, 400, 100, 165);
  g_assert_cmpfloat (found.y, >=, 330);
}

/* Whoever presses a mark looks at it: rather is a title covered, or another mark, than that one by
 * what the card grows to. */
static void
test_mark_that_is_pressed (void)
{
  const QmRect narrow = { 300, 0, 400, 500 };
  g_autoptr (QmScene) scene = qm_scene_new (1000, 500, white);
  QmRect found, grown;
  gboolean is_up;

  add_mark (scene, (QmRect) { 20, 250, 960, 80 });
  add_mark (scene, (QmRect) { 490, 100, 30, 30 });
  add_text (scene, 490, 20);
  qm_scene_set_part (scene, QM_PART_TITLE);
  found = find_place (scene, narrow, 400, 165, 240);
  g_assert_cmpfloat (qm_rect_bottom (found), <=, 250);
  grown = grow_to (scene, narrow, found, 400, 240, &is_up);
  g_assert_cmpfloat (qm_rect_bottom (grown), <=, 250);
}

/* A card as narrow as it likes to be would hide the mark; where none does, it stays narrow. */
static void
test_growing_wider_and_lower (void)
{
  const QmCardSizes sizes = { { 300, 100 }, { { 300, 220 }, { 450, 150 }, { 600, 130 } }, 3 };
  const QmRect low = { 0, 90, 1000, 230 }, high = { 0, 90, 1000, 600 };
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);
  QmRect found, grown;
  gboolean is_up;

  add_mark (scene, (QmRect) { 20, 100, 960, 50 });
  found = qm_placement_find (scene, 0, low, &sizes, GAP);
  grown = qm_placement_grow (scene, 0, low, found, &sizes, &is_up);
  g_assert_cmpfloat (grown.width, ==, 450);
  g_assert_cmpfloat (grown.y, >=, 150);
  found = qm_placement_find (scene, 0, high, &sizes, GAP);
  grown = qm_placement_grow (scene, 0, high, found, &sizes, &is_up);
  g_assert_cmpfloat (grown.width, ==, 300);
}

/* A line's box is not the line. */
static void
test_a_line_covers_what_it_runs_through (void)
{
  const QmPaint line = { .stroke = { 0, 0, 1, 1 }, .stroke_width = 2 };
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);
  QmRect found;

  add_mark (scene, (QmRect) { 480, 300, 40, 50 });
  qm_scene_begin_mark (scene, "line", "line");
  qm_scene_add_line (scene, (QmPoint) { 0, 0 }, (QmPoint) { 990, 690 }, &line);
  qm_scene_end_mark (scene);
  found = find_place (scene, room, 300, 200, 200);
  g_assert_cmpfloat (found.y, ==, 360);
  g_assert_cmpfloat (qm_rect_right (found), <=, 360 * 990 / 690.0);
}

/* --- The fewest --- */

#define N_SCENES 60

static const QmRect small_room = { 3, 3, 234, 174 };

/* Marks at random places, some with a value beside them. */
static QmScene *
scatter (GRand *rand)
{
  QmScene *scene = qm_scene_new (240, 180, white);
  int n = g_rand_int_range (rand, 2, 12);

  for (int i = 0; i < n; i++) {
    QmRect mark = { g_rand_int_range (rand, 3, 210), g_rand_int_range (rand, 3, 150),
                    g_rand_int_range (rand, 4, 40), g_rand_int_range (rand, 4, 40) };

    qm_scene_begin_mark (scene, "mark", "mark");
    qm_scene_add_rect (scene, mark, 0, &solid);
    if (g_rand_boolean (rand))
      add_text (scene, qm_rect_right (mark), mark.y);
    qm_scene_end_mark (scene);
  }
  return scene;
}

/* Other marks than the first one, and values of all; G_MAXUINT where that mark itself is covered.
 */
static guint
count_covered (const QmScene *scene, QmRect place)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  guint n = 0;

  if (qm_rect_overlaps (shapes[0].bounds, place))
    return G_MAXUINT;
  for (gsize i = 1; i < n_shapes; i++)
    n += qm_rect_overlaps (shapes[i].bounds, place);
  return n;
}

static guint
count_fewest (const QmScene *scene, double width, double height)
{
  guint fewest = G_MAXUINT;

  for (double y = small_room.y; y + height <= qm_rect_bottom (small_room); y++)
    for (double x = small_room.x; x + width <= qm_rect_right (small_room); x++)
      fewest = MIN (fewest, count_covered (scene, (QmRect) { x, y, width, height }));
  return fewest;
}

static void
test_fewest (void)
{
  for (guint32 seed = 1; seed <= N_SCENES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (QmScene) scene = scatter (rand);
    double width = g_rand_int_range (rand, 30, 100), height = g_rand_int_range (rand, 20, 60);
    QmRect found = find_place (scene, small_room, width, height, height + 30);
    guint covered = count_covered (scene, found), fewest = count_fewest (scene, width, height);

    if (covered != fewest)
      g_error ("seed %u: it covers %u where it could cover %u", seed, covered, fewest);
  }
}

/* --- When it is pressed --- */

static gboolean
holds (QmRect outer, QmRect inner)
{
  QmRect both = qm_rect_union (outer, inner);

  return both.width == outer.width && both.height == outer.height;
}

/* It is still there where it was, and of the two ways to grow goes that which covers fewer. */
static void
test_growing_in_its_place (void)
{
  guint n_up = 0;

  for (guint32 seed = 1; seed <= N_SCENES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (QmScene) scene = scatter (rand);
    double width = g_rand_int_range (rand, 30, 100), height = g_rand_int_range (rand, 20, 60);
    QmRect found = find_place (scene, small_room, width, height, height + 40);
    QmRect down = { found.x, found.y, width, height + 40 }, up = down, grown;
    gboolean is_up;

    up.y -= 40;
    grown = grow_to (scene, small_room, found, width, height + 40, &is_up);
    g_assert_true (holds (grown, found));
    g_assert_true (holds (small_room, grown));
    if (holds (small_room, down) && holds (small_room, up))
      g_assert_cmpuint (count_covered (scene, grown), <=,
                        MIN (count_covered (scene, down), count_covered (scene, up)));
    n_up += is_up;
  }
  g_assert_cmpuint (n_up, >, 0);
  g_assert_cmpuint (n_up, <, N_SCENES);
}

/* In a corner of the room it grows to the left and upwards. */
static void
test_growing_wider (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (1000, 700, white);
  QmRect corner = { 700, 500, 300, 200 }, grown;
  gboolean is_up;

  add_mark (scene, (QmRect) { 480, 100, 40, 50 });
  grown = grow_to (scene, room, corner, 400, 250, &is_up);
  g_assert_true (is_up);
  g_assert_cmpfloat (grown.x, ==, 600);
  g_assert_cmpfloat (grown.y, ==, 450);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/placement/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_place);
  }
  g_test_add_func ("/placement/inside-the-room-and-beside-the-mark-wherever-it-is",
                   test_everywhere);
  g_test_add_func ("/placement/where-it-covers-no-other-mark", test_other_marks);
  g_test_add_func ("/placement/rather-over-titles-than-over-marks", test_titles);
  g_test_add_func ("/placement/rather-over-sources-than-over-a-title", test_footer);
  g_test_add_func ("/placement/where-it-covers-no-value", test_values);
  g_test_add_func ("/placement/where-it-can-grow", test_growing);
  g_test_add_func ("/placement/a-title-is-free-before-it-grows", test_title_before_growing);
  g_test_add_func ("/placement/where-it-covers-the-fewest", test_fewest);
  g_test_add_func ("/placement/it-grows-in-its-place", test_growing_in_its_place);
  g_test_add_func ("/placement/it-grows-wider-inside-the-room", test_growing_wider);
  g_test_add_func ("/placement/a-line-is-where-it-runs", test_a_line_covers_what_it_runs_through);
  g_test_add_func ("/placement/it-grows-wider-rather-than-over-its-mark",
                   test_growing_wider_and_lower);
  g_test_add_func ("/placement/it-covers-another-mark-rather-than-its-own-when-pressed",
                   test_mark_that_is_pressed);
  return g_test_run ();
}
