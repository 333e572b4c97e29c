/* Call-outs: where they stand, and what they do without room. */
#include "look-at-scene.h"
#include "viewed-charts.h"

#include <math.h>

static double
distance_between (QmPoint point, QmRect rect)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - qm_rect_right (rect)), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - qm_rect_bottom (rect)), 0);

  return hypot (dx, dy);
}

/* How far the point is from what shows the claim, its words among it. */
static double
distance_to_mark (const QmScene *scene, QmPoint point, const char *id)
{
  double nearest = G_MAXDOUBLE;
  gsize n_shapes, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].mark >= 0 && g_str_equal (marks[shapes[i].mark].id, id))
      nearest = MIN (nearest, distance_between (point, shapes[i].bounds));
  return nearest;
}

/* The line to the claim's card; NULL where it has none. */
static const QmShape *
find_leader (const QmScene *scene, const QmClaim *claim)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].target == QM_TARGET_NOTE && shapes[i].target_datum == claim &&
        shapes[i].kind == QM_SHAPE_PATH && !shapes[i].is_closed)
      return &shapes[i];
  return NULL;
}

/* At its mark, whatever the size; in the reader's own manner; and no claim. */
static void
test_a_call_out_stands_at_its_mark (void)
{
  static const char *const json =
      "{\"chart\":\"allied-scale\",\"call_outs\":{\"allies-to-china-defence\":\"My own view\"}}";
  static const double sizes[][2] = { { 1920, 1080 }, { 1080, 1080 }, { 960, 540 }, { 2560, 1440 } };
  const QmClaim *claim = qm_dataset_find_claim (built_in, "allies-to-china-defence");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (QmScene) scene = build_sized (json, sizes[i][0], sizes[i][1]);
    const QmShape *leader = find_leader (scene, claim), *note = find_text (scene, "My own view");
    QmPoint end = leader->points[leader->n_points - 1];
    gsize n_marks;

    qm_scene_get_marks (scene, &n_marks);
    g_assert_cmpuint (n_marks, ==, 3);
    g_assert_cmpfloat (distance_to_mark (scene, leader->points[0], claim->id), <, 16);
    g_assert_cmpfloat (distance_between (end, note->bounds), <, 70);
    g_assert_true (scene_says (scene, "Reader’s note"));
    g_assert_cmpint (
        pango_font_description_get_style (pango_layout_get_font_description (note->layout)), ==,
        PANGO_STYLE_ITALIC);
    g_assert_cmpint (note->mark, ==, -1);
    g_assert_true (qm_scene_pick_target (scene, QM_TARGET_NOTE, qm_rect_centre (note->bounds), 0) ==
                   claim);
  }
  assert_described (json,
                    "\n- Reader’s note on US with its allies to China, 2×: "
                    "My own view\n",
                    TRUE);
}

/* It follows its mark to another row. */
static void
test_a_call_out_moves_with_its_mark (void)
{
  const QmClaim *claim = qm_dataset_find_claim (hard, "stated");
  g_autoptr (QmScene) above =
      build ("{\"chart\":\"hard-bars\",\"call_outs\":{\"stated\":\"Most\"}}");
  g_autoptr (QmScene) below = build ("{\"chart\":\"hard-bars\",\"order\":\"smallest-first\","
                                     "\"call_outs\":{\"stated\":\"Most\"}}");

  g_assert_cmpfloat (find_leader (below, claim)->points[0].y, >,
                     find_leader (above, claim)->points[0].y + 200);
  g_assert_cmpfloat (distance_to_mark (below, find_leader (below, claim)->points[0], "stated"), <,
                     16);
}

/* First the cards go, to numbers and words in the footer; every note is somewhere, and in full as
 * long as there is room for a line of each. */
static void
test_call_outs_without_room_are_numbered_notes (void)
{
  static const char *const json =
      "{\"chart\":\"design-arena\",\"call_outs\":{\"design-arena-1\":\"Whose is it?\","
      "\"design-arena-17\":\"The only one that has a name in the article\"}}";
  g_autoptr (QmScene) small = build_sized (json, 480, 360);
  const QmShape *notes =
      find_text (small, "Reader’s notes: (1) China, Nov 2025, rank 1: Whose is it?  "
                        "(2) GPT-oss-120B, Nov 2025, rank 17: The only one that has a "
                        "name in the article");
  const QmClaim *first = qm_dataset_find_claim (built_in, "design-arena-1");

  g_assert_false (pango_layout_is_ellipsized (notes->layout));
  g_assert_nonnull (find_text (small, "2"));
  g_assert_cmpfloat (
      distance_to_mark (small, find_leader (small, first)->points[0], "design-arena-1"), <, 1);
}

static void
test_a_call_out_of_a_hidden_mark_is_hidden (void)
{
  static const char *const json =
      "{\"chart\":\"data-centre-gap\",\"hidden\":[\"china\"],\"call_outs\":"
      "{\"china-ai-infrastructure-2024\":\"My own view\"}}";
  g_autoptr (QmScene) scene = build (json);

  g_assert_false (scene_says (scene, "My own view"));
  assert_described (json, "My own view", FALSE);
}

int
main (int argc, char **argv)
{
  init_viewed_tests (&argc, &argv);

#define ADD(path, test) g_test_add_func ("/call-outs/" path, test)
  ADD ("one-stands-at-its-mark", test_a_call_out_stands_at_its_mark);
  ADD ("one-moves-with-its-mark", test_a_call_out_moves_with_its_mark);
  ADD ("those-without-room-are-numbered-notes", test_call_outs_without_room_are_numbered_notes);
  ADD ("one-of-a-hidden-mark-is-hidden", test_a_call_out_of_a_hidden_mark_is_hidden);
  return run_viewed_tests ();
}
