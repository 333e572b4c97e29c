#include "export/png.h"

#include "base/words.h"
#include "export/xmp.h"

#include <gio/gio.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define METRES_PER_INCH 0.0254

/* libpng's compression is chosen for flat colours, measured on the charts at 1920 × 1080: see
 * tests/benchmark-png.py. */
#define COMPRESSION_LEVEL 3

static gboolean
has_background (const QmScene *scene)
{
  return qm_scene_get_background (scene).alpha > 0;
}

/* The scene on a surface, opaque where it has a background, or NULL. */
static cairo_surface_t *
draw (const QmScene *scene, int columns, int rows, GError **error)
{
  cairo_format_t format = has_background (scene) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  cairo_surface_t *surface = cairo_image_surface_create (format, columns, rows);
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
set_text (png_structp png, png_infop info, const char *key, const char *text, const char *language,
          int compression)
{
  png_text entry = {
    .compression = compression,
    .key = (char *) key,
    .text = (char *) text,
    .lang = (char *) language,
    .lang_key = (char *) "",
  };

  png_set_text (png, info, &entry, 1);
}

/* Only the dataset is long enough for compression to pay. */
static void
set_texts (png_structp png, png_infop info, const QmMetadata *metadata, const char *created,
           const char *xmp)
{
  const struct {
    const char *key, *text, *language;
    int compression;
  } texts[] = {
    { QM_PNG_KEY_TITLE, metadata->title, metadata->language, PNG_ITXT_COMPRESSION_NONE },
    { "Description", metadata->description, metadata->language, PNG_ITXT_COMPRESSION_NONE },
    { "Copyright", metadata->copyright, metadata->language, PNG_ITXT_COMPRESSION_NONE },
    { "Software", "Quymo", "", PNG_ITXT_COMPRESSION_NONE },
    { "Creation Time", created, "", PNG_ITXT_COMPRESSION_NONE },
    { "Citations", metadata->citations, metadata->language, PNG_ITXT_COMPRESSION_zTXt },
    { QM_PNG_KEY_XMP, xmp, "", PNG_ITXT_COMPRESSION_NONE },
    { QM_PNG_KEY_VIEW, metadata->view, "", PNG_ITXT_COMPRESSION_NONE },
    { QM_PNG_KEY_DATASET, metadata->dataset, "", PNG_ITXT_COMPRESSION_zTXt },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (png, info, texts[i].key, texts[i].text, texts[i].language, texts[i].compression);
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

/* The same with alpha, by which Cairo has multiplied the colours and PNG has not. */
static void
convert_row_with_alpha (guint8 *row, const guint32 *pixels, int columns)
{
  for (int x = 0; x < columns; x++) {
    guint32 alpha = pixels[x] >> 24;

    for (int i = 0; i < 3; i++) {
      guint32 color = pixels[x] >> (16 - 8 * i) & 0xff;

      row[4 * x + i] = (guint8) (alpha > 0 ? (color * 255 + alpha / 2) / alpha : 0);
    }
    row[4 * x + 3] = (guint8) alpha;
  }
}

/* What is encoded. */
typedef struct {
  cairo_surface_t *surface;
  png_uint_32 density; /* pixels per metre */
  const QmMetadata *metadata;
  const char *created, *xmp;
} Picture;

/* Everything in here may end by the jump of fail(): it owns nothing and changes nothing of its own
 * that is looked at afterwards. */
static void
write_png (png_structp png, png_infop info, const Picture *picture, guint8 *row)
{
  int columns = cairo_image_surface_get_width (picture->surface);
  int rows = cairo_image_surface_get_height (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  const guint8 *data = cairo_image_surface_get_data (picture->surface);
  gboolean is_opaque = cairo_image_surface_get_format (picture->surface) == CAIRO_FORMAT_RGB24;

  png_set_IHDR (png, info, (png_uint_32) columns, (png_uint_32) rows, 8,
                is_opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, info, picture->density, picture->density, PNG_RESOLUTION_METER);
  if (picture->metadata != NULL)
    set_texts (png, info, picture->metadata, picture->created, picture->xmp);

  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, info);

  for (int y = 0; y < rows; y++) {
    const guint8 *pixels = data + (gsize) y * (gsize) stride;

    /* Most rows of a chart are like the one above. */
    if (y == 0 || memcmp (pixels, pixels - stride, 4 * (gsize) columns) != 0)
      (is_opaque ? convert_row
                 : convert_row_with_alpha) (row, (const guint32 *) (gconstpointer) pixels, columns);
    png_write_row (png, row);
  }
  png_write_end (png, NULL);
}

static GBytes *
encode (const Picture *picture, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc (4 * (gsize) cairo_image_surface_get_width (picture->surface));
  g_autoptr (GError) failure = NULL;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &failure, fail, warn);
  png_infop info = png_create_info_struct (png);

  if (setjmp (png_jmpbuf (png)) == 0) {
    png_set_write_fn (png, bytes, write_bytes, flush_bytes);
    write_png (png, info, picture, row);
  }
  png_destroy_write_struct (&png, &info);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
qm_png_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
               GError **error)
{
  double width = qm_scene_get_width (scene), height = qm_scene_get_height (scene);
  g_autofree char *created = metadata != NULL ? qm_metadata_created_text (metadata) : NULL;
  g_autofree char *xmp = metadata != NULL ? qm_xmp_write (metadata, "image/png", TRUE) : NULL;
  Picture picture = {
    .density = (png_uint_32) round (size->scale * size->pixels_per_inch / METRES_PER_INCH),
    .metadata = metadata,
    .created = created,
    .xmp = xmp,
  };
  GBytes *bytes;

  if (!qm_size_check_pixels (width, height, size->scale, error))
    return NULL;

  picture.surface =
      draw (scene, (int) round (width * size->scale), (int) round (height * size->scale), error);
  if (picture.surface == NULL)
    return NULL;

  bytes = encode (&picture, error);
  cairo_surface_destroy (picture.surface);
  return bytes;
}
