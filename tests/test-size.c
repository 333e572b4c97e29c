#include "export/size.h"

#include "base/language.h"

#include <string.h>

static void
test_sizes (void)
{
  const struct {
    const char *text;
    double dots_per_inch;
    double columns, rows; /* as written */
    double dots;          /* for each inch, as written */
  } cases[] = {
    { "slide", 0, 1920, 1080, 144 },
    { "slide", 96, 1280, 720, 96 },
    { "slide-4k", 0, 3840, 2160, 288 },
    { "a4", 0, 3508, 2480, 300 },
    { "1920x1080", 0, 1920, 1080, 144 },
    { "1920×1080", 0, 1920, 1080, 144 },
    { "1920x1080", 300, 1920, 1080, 300 },
    { "13.333x7.5in", 0, 1920, 1080, 144 },
    { "13.333×7.5in", 288, 3840, 2160, 288 },
    { "297x210mm", 300, 3508, 2480, 300 },
    { "1280x720", 0, 1280, 720, 144 },
    { "960x1080", 0, 960, 1080, 144 },
    { "10x10in", 40, 400, 400, 40 },
    /* Too small for the texts of a slide, but not for those of a screen, or a little larger ones.
     */
    { "640x480", 0, 640, 480, 102.4 },
    { "400x270", 0, 400, 270, 96 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmExportSize size;
    g_autoptr (GError) error = NULL;

    g_assert_true (qm_size_parse (cases[i].text, cases[i].dots_per_inch, &size, &error));
    g_assert_no_error (error);
    /* Whole pixels: nothing is left to be rounded. */
    g_assert_cmpfloat_with_epsilon (size.width * size.scale, cases[i].columns, 1e-6);
    g_assert_cmpfloat_with_epsilon (size.height * size.scale, cases[i].rows, 1e-6);
    g_assert_cmpfloat_with_epsilon (size.scale * size.pixels_per_inch, cases[i].dots, 1e-9);
  }
}

/* No pixel more makes texts so large that words lose their room. */
static void
test_texts_grow_with_the_size (void)
{
  double before = 96;

  for (int width = 400; width < 1400; width++) {
    g_autofree char *text = g_strdup_printf ("%dx%d", width, width * 3 / 4);
    QmExportSize size;

    g_assert_true (qm_size_parse (text, 0, &size, NULL));
    g_assert_cmpfloat (size.pixels_per_inch, >=, before);
    g_assert_cmpfloat (size.pixels_per_inch, <, before + 0.5);
    before = size.pixels_per_inch;
  }
  g_assert_cmpfloat (before, ==, 144);
}

static void
test_refused (void)
{
  const struct {
    const char *text, *words;
    double dots_per_inch;
  } cases[] = {
    { "", "is no size", 0 },
    { "slides", "is no size", 0 },
    { "x", "is no size", 0 },
    { "1920", "is no size", 0 },
    { "1920x", "is no size", 0 },
    { "x1080", "is no size", 0 },
    { "1920 x 1080", "is no size", 0 },
    { "-1x1080", "is no size", 0 },
    { "1e3x1e3", "is no size", 0 },
    { "1920.5x1080", "is no size", 0 },
    { "1920x1080px", "is no size", 0 },
    { "1..2x3in", "is no size", 0 },
    { "13x7cm", "is no size", 0 },
    { "infxinf", "is no size", 0 },
    { "in", "is no size", 0 },
    { "399x270", "at least", 0 },
    { "400x269", "at least", 0 },
    { "1x1in", "at least", 0 },
    { "10x10mm", "at least", 0 },
    /* Pixels are what is written, too. */
    { "10x10in", "at least", 1 },
    { "10x10in", "at least", 26 },
    { "slide", "at least", 29 },
    { "1200x800", "at least", 300 },
    { "32768x1080", "cannot be made", 0 },
    { "32768x10", "cannot be made", 0 },
    { "1x999in", "cannot be made", 0 },
    { "32767x32767", "cannot be made", 0 },
    { "999x999in", "cannot be made", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmExportSize size;
    g_autoptr (GError) error = NULL;

    g_assert_false (qm_size_parse (cases[i].text, cases[i].dots_per_inch, &size, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    if (strstr (error->message, cases[i].words) == NULL)
      g_error ("“%s”: %s", cases[i].text, error->message);
  }
}

static void
test_presets (void)
{
  gsize n_presets;
  const QmSizePreset *presets = qm_size_presets (&n_presets);

  g_assert_cmpstr (presets[0].id, ==, "slide");
  for (gsize i = 0; i < n_presets; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (qm_size_find_preset (presets[i].id) == &presets[i]);
    g_assert_true (qm_size_check (&presets[i].size, &error));
    g_assert_no_error (error);
  }
  g_assert_null (qm_size_find_preset ("Slide"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_func ("/size/is-written-in-these-ways", test_sizes);
  g_test_add_func ("/size/texts-grow-with-the-size", test_texts_grow_with_the_size);
  g_test_add_func ("/size/in-no-others", test_refused);
  g_test_add_func ("/size/every-preset-can-be-made", test_presets);
  return g_test_run ();
}
