#include "scene/no-break.h"
#include "scene/typeset.h"

#include <math.h>
#include <string.h>

/* Spaces at which no line ends are written "~". */
static const char *const cases[] = {
  "",
  " ",
  "one",
  "no figure at all",
  "spent US$300~billion on it",
  "“US$300~billion”, it says",
  "(≈ 6.7~trillion) of 2~percentage~points",
  "about 50~% or 12~km of 170,000 of them",
  "it is US$~300, and USD~300 too",
  "in 2025~people left, in 2025, people stayed",
  "in November~2025 and 22~Jul~2025, Q1~2024",
  "it may be so; in May 20 came",
  "44~BC",
  "25~m² of 300~km²",
  "đạt 300~tỷ~USD vào tháng~11~năm~2025",
  "gấp 13,5~lần, 50~nghìn~tỷ~đồng, Quý~1/2024",
  "tăng 2~điểm~phần~trăm một năm",
  "The Times [1\u00a0¶3,~¶4]; The Post [2~¶9].",
  "3, ¶4 or (see) ¶5",
  "[1\u00a0¶3–6,~¶11,~¶15,~¶20, ¶21,~¶22,~¶25,~¶28]",
  "a billion a million",
  "two lines 300\nbillion",
  "5  billion",
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdelimit (g_strdup (cases[i]), "~", ' ');
    g_autofree char *found = g_strdup (text);
    g_autoptr (GArray) parts = qm_no_break_find (text);

    for (guint j = 0; j < parts->len; j++) {
      const QmUnbroken *part = &g_array_index (parts, QmUnbroken, j);

      for (guint k = part->start; k < part->end; k++)
        if (found[k] == ' ')
          found[k] = '~';
    }
    g_assert_cmpstr (found, ==, cases[i]);
  }
}

static gboolean
has_line (PangoLayout *layout, const char *words)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++) {
    const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    g_autofree char *part = g_strndup (text + line->start_index, (gsize) line->length);

    if (strstr (part, words) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* At every width that takes them the words stand on one line, and at none beyond it. */
static void
test_layout (void)
{
  const char *text = "They spent US$300 billion in November 2025 and more";
  g_autoptr (PangoLayout) month = qm_typeset ("November 2025", 12, PANGO_WEIGHT_NORMAL, -1, 1);
  double least, width;

  qm_typeset_get_size (month, &least, NULL);
  for (double room = 0.5 * least; room < 4 * least; room++) {
    g_autoptr (PangoLayout) layout = qm_typeset (text, 12, PANGO_WEIGHT_NORMAL, room, 0);

    qm_typeset_get_size (layout, &width, NULL);
    g_assert_cmpfloat (width, <=, ceil (room));
    g_assert_cmpstr (pango_layout_get_text (layout), ==, text);
    if (room >= 1.1 * least) {
      g_assert_true (has_line (layout, "US$300 billion"));
      g_assert_true (has_line (layout, "November 2025"));
    }
  }
}

/* Where the parts fill two lines only when one is broken, it is broken. */
static void
test_no_letter_is_lost (void)
{
  const char *text = "of it US$300 billion";
  g_autoptr (PangoLayout) first = qm_typeset ("of it US$300", 12, PANGO_WEIGHT_NORMAL, -1, 1);
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  qm_typeset_get_size (first, &width, NULL);
  layout = qm_typeset (text, 12, PANGO_WEIGHT_NORMAL, width + 1, 2);
  g_assert_false (qm_typeset_is_shortened (layout));
  g_assert_true (has_line (layout, "of it US$300"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/no-break/table", test_table);
  g_test_add_func ("/no-break/layout", test_layout);
  g_test_add_func ("/no-break/no-letter-is-lost", test_no_letter_is_lost);
  return g_test_run ();
}
