#include "scale/scale.h"

#include <math.h>

static void
test_linear_maps_ends_and_middle (void)
{
  QmScale falling = { 10, 30, 500, 100, FALSE };

  g_assert_cmpfloat (qm_scale_map (falling, 10), ==, 500);
  g_assert_cmpfloat (qm_scale_map (falling, 30), ==, 100);
  g_assert_cmpfloat (qm_scale_map (falling, 15), ==, 400);
  g_assert_cmpfloat (qm_scale_map (falling, 40), ==, -100);
}

static void
test_ticks_are_round_and_cover_the_range (void)
{
  static const struct {
    double low, high;
    int max_steps;
    double first, step;
    int n;
  } cases[] = {
    { 0, 0.40, 5, 0, 0.1, 5 },      { 0, 0.41, 5, 0, 0.1, 6 },      { 0, 7, 4, 0, 2, 5 },
    { -12, 40, 6, -20, 10, 7 },     { 0, 1, 1, 0, 1, 2 },           { 3, 99, 3, 0, 50, 3 },
    { 1.5e9, 9.5e9, 8, 0, 2e9, 6 }, { -0.3, 0.3, 4, -0.4, 0.2, 5 }, { 2025, 2030, 2, 2025, 5, 2 },
    { 0, 3e-7, 3, 0, 1e-7, 4 },     { -16, 14, 1, -20, 20, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTicks ticks = qm_ticks (cases[i].low, cases[i].high, cases[i].max_steps);
    double last = ticks.values[ticks.n - 1];

    g_test_message ("%g to %g", cases[i].low, cases[i].high);
    g_assert_cmpfloat_with_epsilon (ticks.values[0], cases[i].first, cases[i].step * 1e-9);
    g_assert_cmpfloat_with_epsilon (ticks.values[1], cases[i].first + cases[i].step,
                                    cases[i].step * 1e-9);
    g_assert_cmpint (ticks.n, ==, cases[i].n);
    g_assert_cmpfloat (ticks.values[0], <=, cases[i].low + cases[i].step * 1e-9);
    g_assert_cmpfloat (last, >=, cases[i].high - cases[i].step * 1e-9);
  }
}

static void
test_ticks_do_not_add_up_errors (void)
{
  QmTicks ticks = qm_ticks (0, 1, 10);

  g_assert_cmpint (ticks.n, ==, 11);
  for (int i = 0; i < ticks.n; i++)
    g_assert_cmpfloat_with_epsilon (ticks.values[i], i / 10.0, 1e-15);
}

static void
test_log_ticks_stand_at_powers_of_ten (void)
{
  static const struct {
    double low, high;
    int max_steps;
    double values[8];
    int n;
  } cases[] = {
    { 0.5, 3, 5, { 0.5, 1, 2, 5 }, 4 },
    { 1, 100, 8, { 1, 2, 5, 10, 20, 50, 100 }, 7 },
    { 1, 100, 3, { 1, 10, 100 }, 3 },
    { 3, 4000, 4, { 1, 10, 100, 1000, 10000 }, 5 },
    { 1 / 15.0, 15, 4, { 0.01, 0.1, 1, 10, 100 }, 5 },
    { 1, 1e9, 2, { 1, 1e5, 1e10 }, 3 },
    { 0.02, 12.25, 1, { 0.01, 100 }, 2 },
    { 1, 1e9, 3, { 1, 1e3, 1e6, 1e9 }, 4 },
    { 1, 1e7, 7, { 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7 }, 8 },
    { 0.02, 3e6, 5, { 0.01, 1, 100, 1e4, 1e6, 1e8 }, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTicks ticks = qm_ticks_log (cases[i].low, cases[i].high, cases[i].max_steps);

    g_test_message ("%g to %g", cases[i].low, cases[i].high);
    g_assert_cmpint (ticks.n, ==, cases[i].n);
    for (int j = 0; j < ticks.n; j++)
      g_assert_cmpfloat_with_epsilon (ticks.values[j], cases[i].values[j],
                                      cases[i].values[j] * 1e-9);
  }
}

static void
test_log_scale_maps_equal_factors_to_equal_lengths (void)
{
  QmScale scale = { 1, 100, 50, 250, TRUE };

  g_assert_cmpfloat_with_epsilon (qm_scale_map (scale, 1), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_scale_map (scale, 10), 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_scale_map (scale, 100), 250, 1e-9);
}

static void
test_bands_fill_the_length_with_gaps_between (void)
{
  QmBand band = qm_band (4, 100, 560, 0.2);

  g_assert_cmpfloat_with_epsilon (band.width, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (band.gap, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_band_start (band, 0), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_band_start (band, 3) + band.width, 560, 1e-9);
}

static void
test_one_band_takes_all (void)
{
  QmBand band = qm_band (1, 0, 50, 0.5);

  g_assert_cmpfloat (band.width, ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/maps-ends-and-middle", test_linear_maps_ends_and_middle);
  g_test_add_func ("/ticks/are-round-and-cover-the-range",
                   test_ticks_are_round_and_cover_the_range);
  g_test_add_func ("/ticks/do-not-add-up-errors", test_ticks_do_not_add_up_errors);
  g_test_add_func ("/ticks/log-ones-stand-at-powers-of-ten", test_log_ticks_stand_at_powers_of_ten);
  g_test_add_func ("/scale/log-maps-equal-factors-to-equal-lengths",
                   test_log_scale_maps_equal_factors_to_equal_lengths);
  g_test_add_func ("/band/fills-the-length-with-gaps-between",
                   test_bands_fill_the_length_with_gaps_between);
  g_test_add_func ("/band/one-takes-all", test_one_band_takes_all);
  return g_test_run ();
}
