/* The least program that draws a chart's marks as a PNG: Cairo, Pango and libpng, and nothing else.
 * tests/benchmark-png.py compares Quymo with it.
 *
 *     bare-png DRAWING PNG
 *
 * A line of the drawing is one of these, in pixels. A fade is opaque at x1 and gone at x2; what is
 * faded or clipped follows it.
 *
 *     rect rrggbb x y width height radius
 *     frame rrggbb x y width height radius line
 *     lines rrggbb width x1 y1 x2 y2 x1 y1 x2 y2 ...
 *     text rrggbb x baseline size weight words
 *     clip 000000 x y width height radius
 *     unclip 000000
 *     fade 000000 x y width height x1 x2
 *     unfade 000000 x1 x2 */
#include <glib.h>
#include <pango/pangocairo.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080
#define MOST_NUMBERS 1000

static void
set_color (cairo_t *cr, unsigned rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
                        (rgb & 255) / 255.0);
}

static void
trace_rect (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double right = x + width, bottom = y + height;

  if (radius <= 0) {
    cairo_rectangle (cr, x, y, width, height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_lines (cairo_t *cr, const double *n, int count)
{
  cairo_set_line_width (cr, n[0]);
  for (int i = 1; i + 3 < count; i += 4) {
    cairo_move_to (cr, n[i], n[i + 1]);
    cairo_line_to (cr, n[i + 2], n[i + 3]);
  }
  cairo_stroke (cr);
}

static void
draw_text (cairo_t *cr, const double *n, const char *words)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Inter");

  pango_font_description_set_weight (font, (PangoWeight) n[3]);
  pango_font_description_set_absolute_size (font, n[2] * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  cairo_move_to (cr, n[0], n[1] - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
begin_fade (cairo_t *cr, const double *n)
{
  cairo_save (cr);
  trace_rect (cr, n[0], n[1], n[2], n[3], 0);
  cairo_clip (cr);
  cairo_push_group (cr);
}

static void
end_fade (cairo_t *cr, const double *n)
{
  cairo_pattern_t *mask = cairo_pattern_create_linear (n[0], 0, n[1], 0);

  cairo_pattern_add_color_stop_rgba (mask, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (mask, 1, 0, 0, 0, 0);
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, mask);
  cairo_restore (cr);
  cairo_pattern_destroy (mask);
}

static void
draw_mark (cairo_t *cr, const char *kind, const double *n, int count, const char *words)
{
  if (strcmp (kind, "rect") == 0) {
    trace_rect (cr, n[0], n[1], n[2], n[3], n[4]);
    cairo_fill (cr);
  } else if (strcmp (kind, "frame") == 0) {
    trace_rect (cr, n[0], n[1], n[2], n[3], n[4]);
    cairo_set_line_width (cr, n[5]);
    cairo_stroke (cr);
  } else if (strcmp (kind, "lines") == 0) {
    draw_lines (cr, n, count);
  } else if (strcmp (kind, "text") == 0) {
    draw_text (cr, n, words);
  } else if (strcmp (kind, "clip") == 0) {
    cairo_save (cr);
    trace_rect (cr, n[0], n[1], n[2], n[3], n[4]);
    cairo_clip (cr);
  } else if (strcmp (kind, "unclip") == 0) {
    cairo_restore (cr);
  } else if (strcmp (kind, "fade") == 0) {
    begin_fade (cr, n);
  } else if (strcmp (kind, "unfade") == 0) {
    end_fade (cr, n);
  }
}

static void
draw_line_of_file (cairo_t *cr, const char *line)
{
  char kind[8];
  unsigned rgb;
  double numbers[MOST_NUMBERS];
  int count = 0, start;

  if (sscanf (line, "%7s %x%n", kind, &rgb, &start) != 2)
    return;
  /* The words of a text may begin with digits. */
  for (int most = strcmp (kind, "text") == 0 ? 4 : MOST_NUMBERS; count < most; count++) {
    char *end;

    numbers[count] = strtod (line + start, &end);
    if (end == line + start)
      break;
    start = (int) (end - line);
  }
  set_color (cr, rgb);
  draw_mark (cr, kind, numbers, count, line + start + strspn (line + start, " "));
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
  char line[10000];
  FILE *drawing = argc == 3 ? fopen (argv[1], "r") : NULL;

  if (drawing == NULL)
    return 2;
  while (fgets (line, sizeof line, drawing) != NULL) {
    line[strcspn (line, "\n")] = '\0';
    draw_line_of_file (cr, line);
  }
  fclose (drawing);
  cairo_surface_flush (surface);
  write_png (surface, argv[2]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
