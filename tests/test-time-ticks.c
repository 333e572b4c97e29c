/* Round dates along axes of any span: a table of what stands where, and random axes. */
#include "scale/time-ticks.h"

#include <math.h>
#include <string.h>

static QmDate
date_of (const char *text)
{
  QmDate date = { 0 };

  g_assert_true (*text == '\0' || qm_date_parse (text, strlen (text), &date));
  return date;
}

/* As if each character were that wide, and two of them lay between labels. */
static double
width_of (QmDate date, QmDate before G_GNUC_UNUSED, gpointer data)
{
  g_autofree char *text = qm_date_to_string (date);

  return ((double) strlen (text) + 2) * *(double *) data;
}

/* An axis on which so many characters have room. */
static QmTimeAxis
axis_of (QmDate first, QmDate last, double n_characters, double *character)
{
  double from = qm_date_to_year (first), to = qm_date_to_year (last);

  *character = (to - from) / n_characters;
  return (QmTimeAxis) { .from = from,
                        .to = to,
                        .left = from - 4 * *character,
                        .right = to + 4 * *character,
                        .first = first,
                        .last = last,
                        .finest = MIN (qm_date_resolution (first), qm_date_resolution (last)),
                        .width_of = width_of,
                        .data = character };
}

static char *
write_ticks (const GArray *ticks)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++) {
    const QmTimeTick *tick = &g_array_index (ticks, QmTimeTick, i);
    g_autofree char *date = qm_date_to_string (tick->date);

    if (tick->is_labelled)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", date);
  }
  return g_string_free (line, FALSE);
}

static void
test_table (void)
{
  static const struct {
    const char *first, *last;
    double n_characters;
    const char *ticks;
  } cases[] = {
    { "2026-02-28", "2026-03-01", 80, "2026-02-28 2026-03-01" },
    { "2024-03-01", "2024-03-05", 100, "2024-03-01 2024-03-02 2024-03-03 2024-03-04 2024-03-05" },
    { "2024-02-26", "2024-03-03", 60, "2024-02-26 2024-02-29 2024-03-03" },
    { "2025-01-06", "2025-01-27", 80, "2025-01-06 2025-01-13 2025-01-20 2025-01-27" },
    { "2025-01-06", "2025-03-03", 80, "2025-01-06 2025-01-20 2025-02-03 2025-02-17 2025-03-03" },
    { "2024-01", "2024-06", 80, "2024-01 2024-02 2024-03 2024-04 2024-05 2024-06" },
    { "2024-01", "2025-01", 60, "2024-01 2024-04 2024-07 2024-10 2025-01" },
    { "2024-Q1", "2025-Q1", 60, "2024-Q1 2024-Q2 2024-Q3 2024-Q4 2025-Q1" },
    { "2024-H1", "2025-H1", 60, "2024-H1 2024-H2 2025-H1" },
    { "2025", "2030", 60, "2025 2026 2027 2028 2029 2030" },
    { "2000", "2013", 60, "2000 2002 2004 2006 2008 2010 2013" },
    { "2000", "2017", 60, "2000 2002 2004 2006 2008 2010 2012 2014 2017" },
    { "2000", "2017", 40, "2000 2005 2010 2017" },
    { "1903", "2019", 60, "1903 1925 1950 1975 2000 2019" },
    { "1800", "1999", 60, "1800 1825 1850 1875 1900 1925 1950 1975 1999" },
    { "0079", "2024", 80, "0079 0250 0500 0750 1000 1250 1500 1750 2024" },
    { "-0999", "2000", 80, "-0999 -0499 0001 0500 1000 1500 2000" },
    { "9000", "Y12000", 40, "9000 Y10000 Y11000 Y12000" },
    { "2024-05-17", "2026-02-03", 60, "2024-05-17 2025-01 2025-07 2026-02-03" },
    { "1998", "2002", 20, "1998 2000 2002" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    double character;
    QmTimeAxis axis = axis_of (date_of (cases[i].first), date_of (cases[i].last),
                               cases[i].n_characters, &character);
    g_autoptr (GArray) ticks = qm_time_ticks (&axis);
    g_autofree char *line = write_ticks (ticks);

    g_assert_cmpstr (line, ==, cases[i].ticks);
  }
}

/* --- Random axes --- */

static QmDate
random_date (double from, double span)
{
  QmDate date = qm_date_from_year (from + span * g_test_rand_double ());
  double chance = g_test_rand_double ();

  if (chance < 0.3)
    date.month = date.day = 0;
  else if (chance < 0.6)
    date.month = MAX (date.month, 1), date.day = 0;
  return date;
}

/* Round as a person would say it; step is the place in the list of steps. */
static gboolean
is_round (QmDate date, int step)
{
  static const int years[] = { 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000 };

  switch (step) {
  case 0:
    return date.day != 0;
  case 1:
    return date.day != 0 && qm_date_to_days (date) % 2 == 0;
  case 2:
    return date.day != 0 && qm_date_to_days (date) % 7 == 0;
  case 3:
    return date.day != 0 && qm_date_to_days (date) % 14 == 0;
  case 4:
    return date.day == 0 && date.month != 0;
  case 5:
    return date.day == 0 && date.month % 3 == 1;
  case 6:
    return date.day == 0 && date.month % 6 == 1;
  default:
    return step - 7 < (int) G_N_ELEMENTS (years) && date.month == 0 &&
           (date.year % years[step - 7] == 0 || date.year == 1);
  }
}

/* What there is of a step strictly between the ends. */
static GArray *
inner_ticks_of (const QmTimeAxis *axis, int step)
{
  GArray *ticks = qm_time_ticks_of_step (step, axis->from, axis->to, axis->finest);

  for (guint i = ticks->len; i-- > 0;) {
    double at = g_array_index (ticks, QmTimeTick, i).at;

    if (at < axis->from + 1e-5 || at > axis->to - 1e-5)
      g_array_remove_index (ticks, i);
  }
  return ticks;
}

/* The finest step that has these dates between the ends. */
static int
step_of (const QmTimeAxis *axis, const GArray *ticks)
{
  for (int step = 0; step < qm_time_ticks_n_steps (); step++) {
    g_autoptr (GArray) inner = inner_ticks_of (axis, step);
    gboolean is_same = inner->len + 2 == ticks->len;

    for (guint i = 0; i < inner->len && is_same; i++)
      is_same = qm_date_equal (g_array_index (inner, QmTimeTick, i).date,
                               g_array_index (ticks, QmTimeTick, i + 1).date);
    if (is_same)
      return step;
  }
  g_assert_not_reached ();
}

static void
check_dates (const QmTimeAxis *axis, const GArray *ticks)
{
  int step = step_of (axis, ticks);

  g_assert_true (qm_date_equal (g_array_index (ticks, QmTimeTick, 0).date, axis->first));
  g_assert_true (
      qm_date_equal (g_array_index (ticks, QmTimeTick, ticks->len - 1).date, axis->last));
  g_assert_true (g_array_index (ticks, QmTimeTick, 0).is_labelled);
  g_assert_true (g_array_index (ticks, QmTimeTick, ticks->len - 1).is_labelled);
  for (guint i = 1; i + 1 < ticks->len; i++)
    g_assert_true (is_round (g_array_index (ticks, QmTimeTick, i).date, step));
}

static void
check_labels (const QmTimeAxis *axis, const GArray *ticks)
{
  double free_from = axis->left, at = -INFINITY;

  for (guint i = 0; i < ticks->len; i++) {
    const QmTimeTick *tick = &g_array_index (ticks, QmTimeTick, i);
    double width = axis->width_of (tick->date, tick->before, axis->data);
    double start = qm_time_ticks_label_start (axis, tick->at, width);

    g_assert_cmpfloat (tick->at, >, at);
    at = tick->at;
    if (!tick->is_labelled)
      continue;
    g_assert_cmpfloat (start, >=, free_from - 1e-9 * fabs (free_from));
    free_from = start + width;
  }
}

static double
length_of_step (const GArray *ticks)
{
  double length = INFINITY;

  for (guint i = 1; i < ticks->len; i++)
    length = MIN (length, g_array_index (ticks, QmTimeTick, i).at -
                              g_array_index (ticks, QmTimeTick, i - 1).at);
  return length;
}

static gboolean
touch (const QmTimeAxis *axis, const QmTimeTick *left, const QmTimeTick *right)
{
  double left_width = axis->width_of (left->date, (QmDate) { 0 }, axis->data);
  double right_width = axis->width_of (right->date, (QmDate) { 0 }, axis->data);

  return qm_time_ticks_label_start (axis, left->at, left_width) + left_width >
         qm_time_ticks_label_start (axis, right->at, right_width);
}

/* TRUE if labels touch that are a step apart, the ends among them, which are wider than others. */
static gboolean
labels_touch (const QmTimeAxis *axis, GArray *ticks)
{
  double step = length_of_step (ticks) - 1e-6;
  const QmTimeTick first = { .at = axis->from, .date = axis->first };
  const QmTimeTick last = { .at = axis->to, .date = axis->last };

  g_array_prepend_val (ticks, first);
  g_array_append_val (ticks, last);
  for (guint i = 1; i < ticks->len; i++)
    for (guint j = i < 4 ? 0 : i - 4; j < i; j++) {
      const QmTimeTick *left = &g_array_index (ticks, QmTimeTick, j);
      const QmTimeTick *right = &g_array_index (ticks, QmTimeTick, i);

      if (right->at - left->at >= step && touch (axis, left, right))
        return TRUE;
    }
  return FALSE;
}

/* As many as fit: those of the next finer step would touch each other. */
static void
check_no_finer_step_fits (const QmTimeAxis *axis, const GArray *ticks)
{
  int finest = axis->finest == QM_RESOLUTION_DAY ? 0 : axis->finest == QM_RESOLUTION_MONTH ? 4 : 7;
  int step = step_of (axis, ticks);
  g_autoptr (GArray) finer = NULL;

  if (step <= finest)
    return;
  finer = inner_ticks_of (axis, step - 1);
  g_assert_true (labels_touch (axis, finer));
}

static void
test_random_axes (void)
{
  for (int i = 0; i < 5000; i++) {
    double span = pow (10, g_test_rand_double_range (log10 (1 / 365.0), log10 (3000)));
    double from = g_test_rand_double_range (-3000, 12000);
    QmDate first = random_date (from, span / 3);
    QmDate last = random_date (from + span * 2 / 3, span / 3);
    double character, n_characters = g_test_rand_double_range (30, 300);
    QmTimeAxis axis;
    g_autoptr (GArray) ticks = NULL;

    if (!(qm_date_to_year (first) < qm_date_to_year (last)))
      continue;
    axis = axis_of (first, last, n_characters, &character);
    ticks = qm_time_ticks (&axis);
    g_assert_cmpuint (ticks->len, >=, 2);
    check_dates (&axis, ticks);
    check_labels (&axis, ticks);
    check_no_finer_step_fits (&axis, ticks);
  }
}

/* An axis that says nothing of its ends has round dates only. */
static void
test_without_ends (void)
{
  double character;
  QmTimeAxis axis = axis_of (date_of ("1903"), date_of ("2019"), 60, &character);
  g_autoptr (GArray) ticks = NULL;
  g_autofree char *line = NULL;

  axis.first = axis.last = (QmDate) { 0 };
  ticks = qm_time_ticks (&axis);
  line = write_ticks (ticks);
  g_assert_cmpstr (line, ==, "1925 1950 1975 2000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-ticks/are-round-and-as-many-as-fit", test_table);
  g_test_add_func ("/time-ticks/are-so-on-any-axis", test_random_axes);
  g_test_add_func ("/time-ticks/without-ends-are-round", test_without_ends);
  return g_test_run ();
}
