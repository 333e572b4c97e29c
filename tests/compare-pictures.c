/* How far two PNG pictures of the same size are apart: "MEAN FAR" of their channels, on white where
 * they are transparent. MEAN is of 255; FAR is the share of pixels with a channel more than a fifth
 * of that apart.
 *
 *   compare-pictures FIRST SECOND */
#include <cairo.h>
#include <glib.h>
#include <stdlib.h>

static cairo_surface_t *
load (const char *path)
{
  cairo_surface_t *loaded = cairo_image_surface_create_from_png (path), *opaque;
  cairo_t *cr;

  g_assert_cmpint (cairo_surface_status (loaded), ==, CAIRO_STATUS_SUCCESS);
  opaque = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (loaded),
                                       cairo_image_surface_get_height (loaded));
  cr = cairo_create (opaque);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, loaded, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (loaded);
  return opaque;
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surfaces[2];
  int width, height;
  double sum = 0, n_far = 0;

  g_assert_cmpint (argc, ==, 3);
  for (int i = 0; i < 2; i++)
    surfaces[i] = load (argv[i + 1]);
  width = cairo_image_surface_get_width (surfaces[0]);
  height = cairo_image_surface_get_height (surfaces[0]);
  g_assert_cmpint (cairo_image_surface_get_width (surfaces[1]), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surfaces[1]), ==, height);

  for (int y = 0; y < height; y++) {
    const unsigned char *rows[2];

    for (int i = 0; i < 2; i++)
      rows[i] = cairo_image_surface_get_data (surfaces[i]) +
                y * cairo_image_surface_get_stride (surfaces[i]);
    for (int x = 0; x < width; x++) {
      int largest = 0;

      for (int channel = 0; channel < 3; channel++) {
        int difference = abs (rows[0][4 * x + channel] - rows[1][4 * x + channel]);

        sum += difference;
        largest = MAX (largest, difference);
      }
      n_far += largest > 51;
    }
  }
  g_print ("%f %f\n", sum / (3.0 * width * height), n_far / ((double) width * height));

  for (int i = 0; i < 2; i++)
    cairo_surface_destroy (surfaces[i]);
  return 0;
}
