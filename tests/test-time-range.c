/* Coming nearer on an axis of time, and going along it. */
#include "app/controls/time-range.h"

static const QmViewOffers offers = { .from = { 2000 }, .to = { 2016 } };

static void
assert_shows (const QmView *view, const char *from, const char *to)
{
  g_autofree char *actual_from = qm_date_to_string (view->from);
  g_autofree char *actual_to = qm_date_to_string (view->to);

  g_assert_cmpstr (actual_from, ==, from);
  g_assert_cmpstr (actual_to, ==, to);
}

static void
test_zoom (void)
{
  QmView view = qm_view_default;

  qm_time_range_zoom (&view, &offers, 1, 0.5);
  assert_shows (&view, "2004", "2012");
  qm_time_range_zoom (&view, &offers, 1, 0.5);
  assert_shows (&view, "2006", "2010");
  qm_time_range_zoom (&view, &offers, -1, 0.5);
  assert_shows (&view, "2004", "2012");
  qm_time_range_zoom (&view, &offers, -1, 0.5);
  assert_shows (&view, "", "");
  qm_time_range_zoom (&view, &offers, -1, 0.5);
  assert_shows (&view, "", "");
  qm_time_range_zoom (&view, &offers, 100, 0.5);
  g_assert_cmpfloat_with_epsilon (qm_date_to_year (view.to) - qm_date_to_year (view.from),
                                  QM_TIME_RANGE_SHORTEST, 0.01);
}

/* What is there stays there: 2012 is at three quarters of the whole. */
static void
test_zoom_at_a_place (void)
{
  QmView view = qm_view_default;

  qm_time_range_zoom (&view, &offers, 1, 0.75);
  assert_shows (&view, "2006", "2014");
  qm_time_range_zoom (&view, &offers, 1, 0);
  assert_shows (&view, "2006", "2010");
  qm_time_range_zoom (&view, &offers, 2, 1);
  assert_shows (&view, "2009", "2010");
}

static void
test_pan (void)
{
  QmView view = qm_view_default;

  qm_time_range_pan (&view, &offers, 1);
  assert_shows (&view, "", "");
  qm_time_range_zoom (&view, &offers, 2, 0.5);
  qm_time_range_pan (&view, &offers, 1);
  assert_shows (&view, "2008", "2012");
  qm_time_range_pan (&view, &offers, 9);
  assert_shows (&view, "2012", "2016");
  qm_time_range_pan (&view, &offers, -99);
  assert_shows (&view, "2000", "2004");
  /* At an end, what comes into sight lies all on the other side. */
  qm_time_range_zoom (&view, &offers, -1, 0.5);
  assert_shows (&view, "2000", "2008");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-range/zooms-around-the-middle", test_zoom);
  g_test_add_func ("/time-range/zooms-at-a-place", test_zoom_at_a_place);
  g_test_add_func ("/time-range/pans-within-the-axis", test_pan);
  return g_test_run ();
}
