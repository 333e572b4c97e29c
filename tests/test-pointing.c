/* The rule of the pointer as a function on plain data; what comes of it in the window is in
 * test-sweeping.c. */
#include "app/chart-view/pointing.h"

#include <math.h>

/*   10    110          300  350    450  500
 *                       ┌────────────────┐ 0
 *   ┌──────┐ 20         │ card ┌──────┐  │
 *   │ mark │            │ over │ mark │  │
 *   │   0  │            │      │   1  │  │
 *   └──────┘ 120        │      └──────┘  │
 *                       └────────────────┘ 200
 */
static QmScene *
make_scene (void)
{
  static const QmPaint solid = { .fill = { 1, 0, 0, 1 } };
  QmScene *scene = qm_scene_new (600, 300, (QmColor) { 1, 1, 1, 1 });

  qm_scene_begin_mark (scene, "0", "0");
  qm_scene_add_rect (scene, (QmRect) { 10, 20, 100, 100 }, 0, &solid);
  qm_scene_end_mark (scene);
  qm_scene_begin_mark (scene, "1", "1");
  qm_scene_add_rect (scene, (QmRect) { 350, 20, 100, 100 }, 0, &solid);
  qm_scene_end_mark (scene);
  return scene;
}

static const QmRect place = { 300, 0, 200, 200 };

typedef struct {
  const char *name;
  QmShownCard card;
  QmPoint pointer;
  QmPointedAt at;
  int mark;
} Case;

static const Case cases[] = {
  { "no-card", { QM_NO_MARK, place, FALSE }, { 310, 10 }, QM_POINTED_AT_NOTHING, QM_NO_MARK },
  { "a-mark", { QM_NO_MARK, place, FALSE }, { 50, 50 }, QM_POINTED_AT_MARK, 0 },
  { "beside-a-mark", { QM_NO_MARK, place, FALSE }, { 117, 50 }, QM_POINTED_AT_MARK, 0 },
  { "too-far-from-it", { QM_NO_MARK, place, FALSE }, { 119, 50 }, QM_POINTED_AT_NOTHING, -1 },
  { "a-mark-through-a-card", { 0, place, FALSE }, { 400, 50 }, QM_POINTED_AT_MARK, 1 },
  { "near-it-through-a-card", { 0, place, FALSE }, { 345, 50 }, QM_POINTED_AT_MARK, 1 },
  { "its-own-mark-through-a-card", { 1, place, FALSE }, { 400, 50 }, QM_POINTED_AT_MARK, 1 },
  { "a-card-where-no-mark-is", { 0, place, FALSE }, { 310, 10 }, QM_POINTED_AT_CARD, QM_NO_MARK },
  { "a-pinned-card-over-a-mark", { 0, place, TRUE }, { 400, 50 }, QM_POINTED_AT_CARD, QM_NO_MARK },
  { "a-mark-beside-a-pinned-card", { 1, place, TRUE }, { 50, 50 }, QM_POINTED_AT_MARK, 0 },
};

static void
test_point (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QmScene) scene = make_scene ();
  int mark;

  g_assert_cmpint (qm_pointed_at (scene, &test->card, test->pointer, &mark), ==, test->at);
  g_assert_cmpint (mark, ==, test->mark);
}

/* What GTK tells of the pointer, and what of that is a move. */
static void
test_move (void)
{
  static const struct {
    QmPoint to;
    gboolean is_told, is_moved;
  } steps[] = {
    { { 50, 50 }, TRUE, TRUE },    { { 50, 50 }, TRUE, FALSE },
    { { 90, 50 }, FALSE, FALSE }, /* the picture has moved */
    { { 90, 50 }, FALSE, FALSE },  { { 400, 50 }, TRUE, TRUE },
    { { 400, 90 }, FALSE, FALSE }, { { 400, 90 }, TRUE, TRUE }, /* GTK was first to see it */
    { { 400, 90 }, TRUE, FALSE },
  };
  QmPointer pointer = { { NAN, NAN }, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (qm_pointing_move (&pointer, steps[i].to, steps[i].is_told), ==,
                     steps[i].is_moved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/pointing/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_point);
  }
  g_test_add_func ("/pointing/moves", test_move);
  return g_test_run ();
}
