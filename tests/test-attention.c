#include "app/chart-view/attention.h"

typedef enum { HOVER, WALK, PIN, CLOSE } Deed;

#define MAX_STEPS 5

/* What is shown after each step. */
typedef struct {
  const char *name;
  struct {
    Deed deed;
    int mark, shown;
  } steps[MAX_STEPS];
  gsize n_steps;
} Case;

static const Case cases[] = {
  { "hovering-shows-until-the-pointer-leaves",
    { { HOVER, 3, 3 }, { HOVER, 4, 4 }, { HOVER, -1, -1 } },
    3 },
  { "walking-shows-until-the-focus-leaves",
    { { WALK, 3, 3 }, { WALK, 4, 4 }, { WALK, -1, -1 } },
    3 },
  { "hovering-counts-for-more-than-having-walked",
    { { WALK, 3, 3 }, { HOVER, 5, 5 }, { HOVER, -1, 3 } },
    3 },
  { "walking-on-counts-for-more-than-a-resting-pointer",
    { { HOVER, 5, 5 }, { WALK, 3, 3 }, { HOVER, 5, 3 }, { HOVER, 6, 6 } },
    4 },
  { "a-pinned-card-stays",
    { { PIN, 2, 2 }, { HOVER, 5, 2 }, { HOVER, -1, 2 }, { WALK, -1, 2 }, { PIN, 4, 4 } },
    5 },
  { "pressing-beside-a-mark-takes-the-pin-off", { { PIN, 2, 2 }, { PIN, -1, -1 } }, 2 },
  { "walking-on-takes-the-pin-off", { { PIN, 2, 2 }, { WALK, 2, 2 }, { WALK, 3, 3 } }, 3 },
  { "walking-to-the-pinned-mark-keeps-the-pin",
    { { PIN, 2, 2 }, { WALK, 2, 2 }, { WALK, -1, 2 } },
    3 },
  { "closed-stays-closed-on-the-same-mark",
    { { HOVER, 3, 3 }, { CLOSE, 0, -1 }, { HOVER, 3, -1 }, { HOVER, 4, 4 }, { HOVER, 3, 3 } },
    5 },
  { "closing-takes-the-pin-off", { { PIN, 3, 3 }, { CLOSE, 0, -1 } }, 2 },
  { "closed-opens-when-pressed", { { HOVER, 3, 3 }, { CLOSE, 0, -1 }, { PIN, 3, 3 } }, 3 },
};

static void
test_steps (gconstpointer data)
{
  const Case *test = data;
  QmAttention attention = qm_attention_none ();

  g_assert_cmpint (qm_attention_get_shown (&attention), ==, QM_NO_MARK);
  for (gsize i = 0; i < test->n_steps; i++) {
    switch (test->steps[i].deed) {
    case HOVER:
      qm_attention_hover (&attention, test->steps[i].mark);
      break;
    case WALK:
      qm_attention_walk (&attention, test->steps[i].mark);
      break;
    case PIN:
      qm_attention_pin (&attention, test->steps[i].mark);
      break;
    case CLOSE:
      qm_attention_close (&attention);
      break;
    }
    g_test_message ("step %d", (int) i);
    g_assert_cmpint (qm_attention_get_shown (&attention), ==, test->steps[i].shown);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/attention/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_steps);
  }
  return g_test_run ();
}
