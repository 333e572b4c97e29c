#include "export/png.h"

#include "base/language.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define METRES_PER_INCH 0.0254
#define SLIDE_WIDTH (40.0 / 3 * METRES_PER_INCH)
#define SCREEN_DENSITY (96 / METRES_PER_INCH)

/* libpng's compression is chosen for flat colours, measured on the charts at 1920 × 1080: see
 * tests/benchmark-png.py. */
#define COMPRESSION_LEVEL 3

gboolean
qm_png_check_size (double width, double height, double scale, GError **error)
{
  double columns = round (width * scale), rows = round (height * scale);

  if (columns >= 1 && rows >= 1 && columns <= QM_PNG_MAX_SIDE && rows <= QM_PNG_MAX_SIDE &&
      columns * rows <= QM_PNG_MAX_PIXELS)
    return TRUE;

  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
      _ ("a picture of %.0f × %.0f pixels cannot be made; each side can have 1 to %d pixels, "
         "and both together %d million"),
      columns, rows, QM_PNG_MAX_SIDE, QM_PNG_MAX_PIXELS / 1000000);
  return FALSE;
}

/* The scene on an opaque surface, or NULL. */
static cairo_surface_t *
draw (const QmScene *scene, int columns, int rows, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, columns / qm_scene_get_width (scene), rows / qm_scene_get_height (scene));
  qm_scene_draw (scene, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return surface;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the picture could not be drawn: %s"),
               cairo_status_to_string (status));
  cairo_surface_destroy (surface);
  return NULL;
}

static png_uint_32
pixels_per_metre (int columns, int rows, double scale)
{
  gboolean is_slide = ABS (columns * 9 - rows * 16) < 16;

  return (png_uint_32) round (is_slide ? columns / SLIDE_WIDTH : scale * SCREEN_DENSITY);
}

static void
write_bytes (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_bytes (G_GNUC_UNUSED png_structp png)
{
}

static void
fail (png_structp png, png_const_charp message)
{
  g_set_error (png_get_error_ptr (png), G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("the picture could not be encoded: %s"), message);
  png_longjmp (png, 1);
}

static void
warn (G_GNUC_UNUSED png_structp png, png_const_charp message)
{
  g_warning ("libpng: %s", message);
}

static void
set_text (png_structp png, png_infop info, const char *key, const char *text, const char *language)
{
  png_text entry = {
    .compression = PNG_ITXT_COMPRESSION_NONE,
    .key = (char *) key,
    .text = (char *) text,
    .lang = (char *) language,
    .lang_key = (char *) "",
  };

  if (text != NULL)
    png_set_text (png, info, &entry, 1);
}

/* From Cairo's pixels, a number each, to the bytes of red, green and blue. */
static void
convert_row (guint8 *row, const guint32 *pixels, int columns)
{
  for (int x = 0; x < columns; x++) {
    row[3 * x] = (guint8) (pixels[x] >> 16);
    row[3 * x + 1] = (guint8) (pixels[x] >> 8);
    row[3 * x + 2] = (guint8) pixels[x];
  }
}

/* Everything in here may end by the jump of fail(): it owns nothing and changes nothing of its own
 * that is looked at afterwards. */
static void
write_png (png_structp png, png_infop info, cairo_surface_t *surface, double scale,
           const QmPngText *text, guint8 *row)
{
  int columns = cairo_image_surface_get_width (surface);
  int rows = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  png_uint_32 density = pixels_per_metre (columns, rows, scale);

  png_set_IHDR (png, info, (png_uint_32) columns, (png_uint_32) rows, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, info, density, density, PNG_RESOLUTION_METER);
  set_text (png, info, "Title", text->title, qm_language_current ());
  set_text (png, info, "Description", text->description, qm_language_current ());
  set_text (png, info, "Software", "Quymo", "");

  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, info);

  for (int y = 0; y < rows; y++) {
    const guint8 *pixels = data + (gsize) y * (gsize) stride;

    /* Most rows of a chart are like the one above. */
    if (y == 0 || memcmp (pixels, pixels - stride, 4 * (gsize) columns) != 0)
      convert_row (row, (const guint32 *) (gconstpointer) pixels, columns);
    png_write_row (png, row);
  }
  png_write_end (png, NULL);
}

static GBytes *
encode (cairo_surface_t *surface, double scale, const QmPngText *text, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc (3 * (gsize) cairo_image_surface_get_width (surface));
  g_autoptr (GError) failure = NULL;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &failure, fail, warn);
  png_infop info = png_create_info_struct (png);

  if (setjmp (png_jmpbuf (png)) == 0) {
    png_set_write_fn (png, bytes, write_bytes, flush_bytes);
    write_png (png, info, surface, scale, text, row);
  }
  png_destroy_write_struct (&png, &info);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
qm_png_encode (const QmScene *scene, double scale, const QmPngText *text, GError **error)
{
  double width = qm_scene_get_width (scene), height = qm_scene_get_height (scene);
  cairo_surface_t *surface;
  GBytes *bytes;

  if (!qm_png_check_size (width, height, scale, error))
    return NULL;

  surface = draw (scene, (int) round (width * scale), (int) round (height * scale), error);
  if (surface == NULL)
    return NULL;

  bytes = encode (surface, scale, text, error);
  cairo_surface_destroy (surface);
  return bytes;
}
