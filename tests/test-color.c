#include "base/color.h"

static void
test_contrast (void)
{
  static const struct {
    guint32 a, b;
    double contrast;
  } cases[] = {
    { 0x000000, 0xffffff, 21 },
    { 0xffffff, 0x000000, 21 },
    { 0x2e6fbf, 0x2e6fbf, 1 },
    /* The lightest grey that passes on white, well known for it. */
    { 0x767676, 0xffffff, 4.54 },
    { 0xff0000, 0xffffff, 4.00 },
    { 0x00ff00, 0xffffff, 1.37 },
    { 0x0000ff, 0xffffff, 8.59 },
    /* Dark enough for the straight part of the curve. */
    { 0x000000, 0x0a0a0a, 1.06 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    double contrast =
        qm_color_contrast (qm_color_from_rgb (cases[i].a), qm_color_from_rgb (cases[i].b));

    g_test_message ("%06x on %06x", cases[i].a, cases[i].b);
    g_assert_cmpfloat_with_epsilon (contrast, cases[i].contrast, 0.005);
  }
}

static void
test_rgb_gives_each_channel (void)
{
  QmColor color = qm_color_from_rgb (0x336699);

  g_assert_cmpfloat_with_epsilon (color.red, 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (color.green, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (color.blue, 0.6, 1e-9);
  g_assert_cmpfloat (color.alpha, ==, 1);
}

static void
test_mix_goes_from_the_first_to_the_second (void)
{
  QmColor a = { 0.1, 0.2, 0.3, 0.4 }, b = { 0.9, 0.4, 0.1, 0.8 };
  QmColor mixed = qm_color_mix (a, b, 0.25);

  g_assert_cmpfloat_with_epsilon (mixed.red, 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.green, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.blue, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.alpha, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_color_mix (a, b, 0).red, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qm_color_mix (a, b, 1).red, 0.9, 1e-9);
}

static void
test_string (void)
{
  static const struct {
    QmColor color;
    const char *text;
  } cases[] = {
    { { 0.2, 0.4, 0.6, 1 }, "#336699" },
    { { 1, 0, 10 / 255.0, 0.5 }, "#ff000a80" },
    { { 1.5, -0.5, 0, 0 }, "#ff000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = qm_color_to_string (cases[i].color);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/color/contrast-is-that-of-wcag", test_contrast);
  g_test_add_func ("/color/rgb-gives-each-channel", test_rgb_gives_each_channel);
  g_test_add_func ("/color/mix-goes-from-the-first-to-the-second",
                   test_mix_goes_from_the_first_to_the_second);
  g_test_add_func ("/color/string-has-alpha-only-where-not-opaque", test_string);

  return g_test_run ();
}
