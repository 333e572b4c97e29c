/* The least program that draws a chart's marks as a PNG: Cairo, Pango and libpng, and nothing else.
 * tests/benchmark-png.py compares Quymo with it.
 *
 *     bare-png DRAWING PNG
 *
 * A drawing's lines are "rect x y width height rrggbb", "line x1 y1 x2 y2" and
 * "text x y size weight rrggbb words"; y of a text is the middle of its line. */
#include <glib.h>
#include <pango/pangocairo.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080

static void
set_color (cairo_t *cr, unsigned rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
                        (rgb & 255) / 255.0);
}

static void
draw_text (cairo_t *cr, double x, double y, double size, int weight, const char *words)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Inter");
  int height;

  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cr, x, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
draw_line (cairo_t *cr, const char *line)
{
  double a, b, c, d;
  unsigned rgb;
  int weight, start = 0;

  if (sscanf (line, "rect %lf %lf %lf %lf %x", &a, &b, &c, &d, &rgb) == 5) {
    set_color (cr, rgb);
    cairo_rectangle (cr, a, b, c, d);
    cairo_fill (cr);
  } else if (sscanf (line, "line %lf %lf %lf %lf", &a, &b, &c, &d) == 4) {
    set_color (cr, 0xe3e6ea);
    cairo_move_to (cr, a, b);
    cairo_line_to (cr, c, d);
    cairo_stroke (cr);
  } else if (sscanf (line, "text %lf %lf %lf %d %x %n", &a, &b, &c, &weight, &rgb, &start) == 5) {
    set_color (cr, rgb);
    draw_text (cr, a, b, c, weight, line + start);
  }
}

static void
write_png (cairo_surface_t *surface, const char *path)
{
  FILE *file = fopen (path, "wb");
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  int stride = cairo_image_surface_get_stride (surface);

  png_init_io (png, file);
  png_set_IHDR (png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level (png, 3);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, info);
  png_set_filler (png, 0, PNG_FILLER_AFTER);
  png_set_bgr (png);
  for (int y = 0; y < HEIGHT; y++)
    png_write_row (png, cairo_image_surface_get_data (surface) + y * stride);
  png_write_end (png, NULL);
  png_destroy_write_struct (&png, &info);
  fclose (file);
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  char line[1000];
  FILE *drawing = argc == 3 ? fopen (argv[1], "r") : NULL;

  if (drawing == NULL)
    return 2;
  set_color (cr, 0xffffff);
  cairo_paint (cr);
  while (fgets (line, sizeof line, drawing) != NULL) {
    line[strcspn (line, "\n")] = '\0';
    draw_line (cr, line);
  }
  fclose (drawing);
  cairo_surface_flush (surface);
  write_png (surface, argv[2]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
