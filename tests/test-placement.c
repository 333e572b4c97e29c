#include "app/chart-view/placement.h"

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
  QmRect place = qm_place_card (test->room, test->mark, test->width, test->height, 10);

  g_assert_cmpfloat (place.x, ==, test->expected.x);
  g_assert_cmpfloat (place.y, ==, test->expected.y);
  g_assert_cmpfloat (place.width, ==, test->expected.width);
  g_assert_cmpfloat (place.height, ==, test->expected.height);
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
  const QmRect room = { 6, 6, 426, 258 };
  guint n_beside = 0, n_over = 0;

  for (double x = 0; x < 430; x += 13)
    for (double y = 0; y < 260; y += 11)
      for (double size = 10; size < 260; size += 30) {
        QmRect mark = { x, y, size, size / 2 };
        QmRect place = qm_place_card (room, mark, 240, 150, 10);

        g_assert_cmpfloat (place.x, >=, room.x);
        g_assert_cmpfloat (place.y, >=, room.y);
        g_assert_cmpfloat (qm_rect_right (place), <=, qm_rect_right (room));
        g_assert_cmpfloat (qm_rect_bottom (place), <=, qm_rect_bottom (room));
        if (has_room_beside (room, mark, 240, 150)) {
          g_assert_false (qm_rect_overlaps (place, mark));
          n_beside++;
        } else
          n_over++;
      }
  g_assert_cmpuint (n_beside, >, 0);
  g_assert_cmpuint (n_over, >, 0);
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
  return g_test_run ();
}
