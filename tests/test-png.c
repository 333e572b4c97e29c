#include "export/png.h"

#include "base/language.h"

#include <gio/gio.h>
#include <locale.h>
#include <math.h>
#include <png.h>
#include <string.h>

/* Laid out for a slide. */
#define DENSITY 144

/* Four fields that differ in every channel, on a background of its own. */
static QmScene *
new_scene (double width, double height)
{
  QmScene *scene = qm_scene_new (width, height, qm_color_from_rgb (0xfafbfc));
  const QmRect fields[] = {
    { 0, 0, 10, 10 }, { 20, 0, 10, 10 }, { 0, 20, 10, 10 }, { 50, 12, 10, 5 }
  };
  const guint32 colors[] = { 0x2e6fbf, 0xc9402f, 0x010203, 0x7a5aa6 };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    qm_scene_add_rect (scene, fields[i], 0, &(QmPaint) { .fill = qm_color_from_rgb (colors[i]) });
  return scene;
}

static GBytes *
encode_scene (const QmScene *scene, double scale, const QmMetadata *metadata)
{
  QmExportSize size = { qm_scene_get_width (scene), qm_scene_get_height (scene), scale, DENSITY };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qm_png_encode (scene, &size, metadata, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
encode (double width, double height, double scale, const QmMetadata *metadata)
{
  g_autoptr (QmScene) scene = new_scene (width, height);

  return encode_scene (scene, scale, metadata);
}

/* What a picture of a made-up chart would carry. The caller clears it by free_metadata(). */
static QmMetadata
new_metadata (const char *language)
{
  return (QmMetadata) {
    .language = language,
    .title = (char *) "Trung tâm dữ liệu",
    .description = (char *) "Một dòng\nNguồn: [1]",
    .copyright = (char *) "© A newspaper",
    .sources = (char *) "Nguồn: [1]",
    .addresses = g_ptr_array_new (),
    .created = g_date_time_new_utc (2026, 11, 24, 0, 0, 0),
    .view = (char *) "{\"chart\":\"gap\"}",
    .citations = (char *) "[]",
    .dataset = (char *) "{}",
  };
}

static void
free_metadata (QmMetadata *metadata)
{
  g_date_time_unref (metadata->created);
  g_ptr_array_unref (metadata->addresses);
}

/* The colour at a place, as 0xRRGGBB, of a picture of that size. */
static guint32
read_pixel (GBytes *bytes, guint width, guint height, guint x, guint y)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *pixels = NULL;
  const guint8 *pixel;

  g_assert_true (png_image_begin_read_from_memory (&image, data, length));
  g_assert_cmpuint (image.width, ==, width);
  g_assert_cmpuint (image.height, ==, height);
  /* As it is stored: an alpha channel or a palette would be another format. */
  g_assert_cmpuint (image.format, ==, PNG_FORMAT_RGB);
  pixels = g_malloc (PNG_IMAGE_SIZE (image));
  g_assert_true (png_image_finish_read (&image, NULL, pixels, 0, NULL));
  pixel = pixels + 3 * (y * width + x);
  return (guint32) (pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
}

static void
test_pixels (void)
{
  const struct {
    double width, height, scale;
    guint columns, rows;
    guint x, y;
    guint32 color;
  } cases[] = {
    { 60, 40, 1, 60, 40, 5, 5, 0x2e6fbf },
    { 60, 40, 1, 60, 40, 25, 5, 0xc9402f },
    { 60, 40, 1, 60, 40, 5, 25, 0x010203 },
    { 60, 40, 1, 60, 40, 30, 9, 0xfafbfc },
    /* Its rows differ from those above in their last pixels only. */
    { 60, 40, 1, 60, 40, 55, 12, 0x7a5aa6 },
    { 60, 40, 2, 120, 80, 59, 19, 0xc9402f },
    { 60, 40, 2, 120, 80, 60, 19, 0xfafbfc },
    { 60, 40, 0.5, 30, 20, 12, 2, 0xc9402f },
    /* Sizes that are no whole pixels have no seam at the edge. */
    { 60.4, 40.4, 1, 60, 40, 59, 39, 0xfafbfc },
    { 60.6, 40.6, 1, 61, 41, 60, 40, 0xfafbfc },
    { 61, 41, 1.3, 79, 53, 78, 52, 0xfafbfc },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = encode (cases[i].width, cases[i].height, cases[i].scale, NULL);

    g_assert_cmphex (read_pixel (bytes, cases[i].columns, cases[i].rows, cases[i].x, cases[i].y),
                     ==, cases[i].color);
  }
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The data of the nth chunk of a kind, and the number of chunks of that kind. */
static const guint8 *
find_chunk (GBytes *bytes, const char *kind, guint nth, guint32 *length, guint *n)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *found = NULL;

  *n = 0;
  for (gsize at = 8; at < size; at += 12 + read_number (data + at)) {
    if (memcmp (data + at + 4, kind, 4) != 0)
      continue;
    if (*n == nth) {
      *length = read_number (data + at);
      found = data + at + 8;
    }
    (*n)++;
  }
  return found;
}

/* Every kind of chunk in the order of the file, runs written once. */
static char *
list_chunks (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GString *list = g_string_new (NULL);

  for (gsize at = 8; at < size; at += 12 + read_number (data + at)) {
    g_autofree char *kind = g_strndup ((const char *) data + at + 4, 4);

    if (!g_str_has_suffix (list->str, kind))
      g_string_append_printf (list, " %s", kind);
  }
  return g_string_free (list, FALSE);
}

static void
test_chunks (void)
{
  QmMetadata metadata = new_metadata ("en");
  g_autoptr (GBytes) bytes = encode (60, 40, 1, &metadata);
  g_autofree char *list = list_chunks (bytes);
  guint32 length;
  guint n;
  const guint8 *data;

  g_assert_cmpstr (list, ==, " IHDR sRGB pHYs iTXt IDAT IEND");

  data = find_chunk (bytes, "IHDR", 0, &length, &n);
  g_assert_cmpuint (data[8], ==, 8);
  g_assert_cmpuint (data[9], ==, PNG_COLOR_TYPE_RGB);

  data = find_chunk (bytes, "sRGB", 0, &length, &n);
  g_assert_cmpuint (data[0], ==, PNG_sRGB_INTENT_RELATIVE);
  free_metadata (&metadata);
}

static void
test_density (void)
{
  const struct {
    double scale, pixels_per_inch;
    guint32 density;
  } cases[] = {
    { 1, 144, 5669 }, { 2, 144, 11339 },           { 1, 96, 3780 },
    { 2, 96, 7559 },  { 300 / 144.0, 144, 11811 },
  };
  g_autoptr (QmScene) scene = new_scene (60, 40);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmExportSize size = { 60, 40, cases[i].scale, cases[i].pixels_per_inch };
    g_autoptr (GBytes) bytes = qm_png_encode (scene, &size, NULL, NULL);
    guint32 length;
    guint n;
    const guint8 *data = find_chunk (bytes, "pHYs", 0, &length, &n);

    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpuint (read_number (data), ==, cases[i].density);
    g_assert_cmpuint (read_number (data + 4), ==, cases[i].density);
    g_assert_cmpuint (data[8], ==, PNG_RESOLUTION_METER);
  }
}

/* Of half a colour, the other half is what lies behind: PNG keeps the colour as it is. */
static void
test_transparency (void)
{
  g_autoptr (QmScene) scene = qm_scene_new (30, 10, (QmColor) { 0 });
  QmColor whole = qm_color_from_rgb (0xc86432), half = whole;
  g_autoptr (GBytes) bytes = NULL;
  png_image image = { .version = PNG_IMAGE_VERSION };
  const guint rgb[] = { 0xc8, 0x64, 0x32 };
  guint8 pixels[4 * 30 * 10];
  gsize length;
  gconstpointer data;

  half.alpha = 0.5;
  qm_scene_add_rect (scene, (QmRect) { 0, 0, 10, 10 }, 0, &(QmPaint) { .fill = whole });
  qm_scene_add_rect (scene, (QmRect) { 10, 0, 10, 10 }, 0, &(QmPaint) { .fill = half });
  bytes = encode_scene (scene, 1, NULL);
  data = g_bytes_get_data (bytes, &length);

  g_assert_true (png_image_begin_read_from_memory (&image, data, length));
  g_assert_cmpuint (image.format, ==, PNG_FORMAT_RGBA);
  g_assert_true (png_image_finish_read (&image, NULL, pixels, 0, NULL));
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (pixels[4 * 5 + i], ==, rgb[i]);
    g_assert_cmpint (ABS (pixels[4 * 15 + i] - pixels[4 * 5 + i]), <=, 1);
    g_assert_cmpuint (pixels[4 * 25 + i], ==, 0);
  }
  g_assert_cmpuint (pixels[4 * 5 + 3], ==, 255);
  g_assert_cmpint (ABS (pixels[4 * 15 + 3] - 128), <=, 1);
  g_assert_cmpuint (pixels[4 * 25 + 3], ==, 0);
}

/* An iTXt chunk is a key, two bytes for "not compressed", a language, a translated key, a text. */
static void
assert_text (GBytes *bytes, guint nth, const char *expected, gsize expected_length)
{
  guint32 length;
  guint n;
  const guint8 *data = find_chunk (bytes, "iTXt", nth, &length, &n);

  g_assert_nonnull (data);
  g_assert_cmpmem (data, length, expected, expected_length);
}

#define ASSERT_TEXT(bytes, nth, literal) assert_text (bytes, nth, literal, sizeof (literal) - 1)

static void
test_text (void)
{
  QmMetadata metadata = new_metadata ("vi");
  g_autoptr (GBytes) told = encode (60, 40, 1, &metadata);
  g_autoptr (GBytes) silent = encode (60, 40, 1, NULL);
  guint32 length;
  guint n;

  ASSERT_TEXT (told, 0, "Title\0\0\0vi\0\0Trung tâm dữ liệu");
  ASSERT_TEXT (told, 1, "Description\0\0\0vi\0\0Một dòng\nNguồn: [1]");
  ASSERT_TEXT (told, 2, "Copyright\0\0\0vi\0\0© A newspaper");
  ASSERT_TEXT (told, 3, "Software\0\0\0\0\0Quymo");
  ASSERT_TEXT (told, 4,
               "Creation Time\0\0\0\0\0"
               "2026-11-24T00:00:00Z");
  ASSERT_TEXT (told, 7, "View\0\0\0\0\0{\"chart\":\"gap\"}");
  find_chunk (told, "iTXt", 0, &length, &n);
  g_assert_cmpuint (n, ==, 9);
  find_chunk (silent, "iTXt", 0, &length, &n);
  g_assert_cmpuint (n, ==, 0);
  free_metadata (&metadata);
}

static void
test_determinism (void)
{
  QmMetadata metadata = new_metadata ("en");
  g_autoptr (GBytes) first = encode (60, 40, 1.5, &metadata);
  g_autoptr (GBytes) second = encode (60, 40, 1.5, &metadata);

  g_assert_true (g_bytes_equal (first, second));
  free_metadata (&metadata);
}

static void
test_limits (void)
{
  const struct {
    double width, height, scale;
    gboolean is_possible;
  } cases[] = {
    { 1920, 1080, 1, TRUE },       { 32767, 100, 1, TRUE },    { 100, 32767, 1, TRUE },
    { 32768, 100, 1, FALSE },      { 100, 32768, 1, FALSE },   { 3276.8, 100, 10, FALSE },
    { 16384, 16384, 1, TRUE },     { 16384, 16385, 1, FALSE }, { 100, 100, 0.001, FALSE },
    { 100, 100, 0, FALSE },        { 100, 100, -1, FALSE },    { 100, 100, NAN, FALSE },
    { 100, 100, INFINITY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (qm_size_check_pixels (cases[i].width, cases[i].height, cases[i].scale, &error),
                     ==, cases[i].is_possible);
    if (cases[i].is_possible)
      g_assert_no_error (error);
    else
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  }
}

static void
test_limits_hold (void)
{
  g_autoptr (QmScene) scene = new_scene (100, 100);
  g_autoptr (GError) error = NULL;

  g_assert_null (qm_png_encode (scene, &(QmExportSize) { 100, 100, 400, DENSITY }, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_func ("/png/every-pixel-comes-back", test_pixels);
  g_test_add_func ("/png/there-are-these-chunks-and-no-others", test_chunks);
  g_test_add_func ("/png/its-physical-size-is-that-of-the-export", test_density);
  g_test_add_func ("/png/a-half-transparent-colour-stays-that-colour", test_transparency);
  g_test_add_func ("/png/texts-carry-their-language", test_text);
  g_test_add_func ("/png/the-same-scene-gives-the-same-bytes", test_determinism);
  g_test_add_func ("/png/sizes-have-limits", test_limits);
  g_test_add_func ("/png/a-picture-beyond-the-limits-is-refused", test_limits_hold);
  return g_test_run ();
}
