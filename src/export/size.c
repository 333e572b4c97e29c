#include "export/size.h"

#include "base/words.h"

#include <math.h>
#include <string.h>

/* Pixels for which a slide is laid out, and those of a screen. */
#define SLIDE_DENSITY 144.0
#define SCREEN_DENSITY 96.0

#define A4_DENSITY 300.0
#define A4_LONG (3508 * SLIDE_DENSITY / A4_DENSITY)
#define A4_SHORT (2480 * SLIDE_DENSITY / A4_DENSITY)

static const QmSizePreset presets[] = {
  { "slide",
    N_ ("Slide 16:9"),
    N_ ("fills a slide of 13.33 × 7.5 inches, for a Full HD projector"),
    { 1920, 1080, 1, SLIDE_DENSITY } },
  { "slide-4k",
    N_ ("Slide 16:9, 4K"),
    N_ ("the same slide, for a 4K screen or a large print"),
    { 1920, 1080, 2, SLIDE_DENSITY } },
  { "slide-4-3",
    N_ ("Slide 4:3"),
    N_ ("fills a slide of 10 × 7.5 inches"),
    { 1440, 1080, 1, SLIDE_DENSITY } },
  { "half",
    N_ ("Half a slide"),
    N_ ("beside text, as wide as half of a 16:9 slide"),
    { 960, 1080, 1, SLIDE_DENSITY } },
  { "third",
    N_ ("Third of a slide"),
    N_ ("a column, as wide as a third of a 16:9 slide"),
    { 640, 1080, 1, SLIDE_DENSITY } },
  { "square", N_ ("Square"), N_ ("for posts and chats"), { 1080, 1080, 1, SLIDE_DENSITY } },
  { "portrait",
    N_ ("Portrait 9:16"),
    N_ ("for telephones, held upright"),
    { 1080, 1920, 1, SLIDE_DENSITY } },
  { "a4",
    N_ ("A4 page"),
    N_ ("a page of 297 × 210 mm, printed at 300 dots per inch"),
    { A4_LONG, A4_SHORT, A4_DENSITY / SLIDE_DENSITY, SLIDE_DENSITY } },
};

const QmSizePreset *
qm_size_presets (gsize *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

const QmSizePreset *
qm_size_find_preset (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, id))
      return &presets[i];
  return NULL;
}

/* As it is laid out, and in the pixels that are written. */
static gboolean
has_room (const QmExportSize *size)
{
  double least = MAX (size->pixels_per_inch / SCREEN_DENSITY, 1 / size->scale);

  return round (size->width) >= round (QM_CANVAS_MIN_WIDTH * least) &&
         round (size->height) >= round (QM_CANVAS_MIN_HEIGHT * least);
}

gboolean
qm_size_check_pixels (double width, double height, double scale, GError **error)
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

gboolean
qm_size_check (const QmExportSize *size, GError **error)
{
  /* One side may be too long and the other too short: the long one is told of. */
  if (!qm_size_check_pixels (size->width, size->height, size->scale, error))
    return FALSE;
  if (has_room (size))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("the size must be at least %d × %d pixels and %.2f × %.2f inches, for the "
                  "texts to be read"),
               QM_CANVAS_MIN_WIDTH, QM_CANVAS_MIN_HEIGHT, QM_CANVAS_MIN_WIDTH / SCREEN_DENSITY,
               QM_CANVAS_MIN_HEIGHT / SCREEN_DENSITY);
  return FALSE;
}

/* Laid out for as many pixels as are written. They are those of a slide, with its larger texts,
 * where there is twice and a quarter the least room, those of a screen where there is little, and
 * something between on the way: no size has texts so much larger that it loses words which a
 * smaller one keeps. */
static QmExportSize
size_in_pixels (double width, double height)
{
  double room = MIN (width / QM_CANVAS_MIN_WIDTH, height / QM_CANVAS_MIN_HEIGHT);

  return (QmExportSize) { width, height, 1,
                          CLAMP (SCREEN_DENSITY * room / 1.5, SCREEN_DENSITY, SLIDE_DENSITY) };
}

/* So many dots are written, and laid out at a slide's density. */
static QmExportSize
size_in_dots (double columns, double rows, double dots_per_inch)
{
  double scale = dots_per_inch / SLIDE_DENSITY;

  return (QmExportSize) { columns / scale, rows / scale, scale, SLIDE_DENSITY };
}

gboolean
qm_size_custom (double width, double height, QmLengthUnit unit, double dots_per_inch,
                QmExportSize *size, GError **error)
{
  double dots = dots_per_inch > 0 ? dots_per_inch : SLIDE_DENSITY;
  double per_unit = unit == QM_LENGTH_INCHES ? dots : dots / QM_MILLIMETRES_PER_INCH;

  if (unit == QM_LENGTH_PIXELS && dots_per_inch <= 0)
    *size = size_in_pixels (width, height);
  else if (unit == QM_LENGTH_PIXELS)
    *size = size_in_dots (width, height, dots);
  else
    *size = size_in_dots (round (width * per_unit), round (height * per_unit), dots);
  return qm_size_check (size, error);
}

/* Digits with at most one point, and something of them: neither 1e3 nor inf. */
static gboolean
parse_number (const char *text, gsize length, double *number)
{
  g_autofree char *copy = g_strndup (text, length);
  char *end;

  if (length == 0 || length > 20 || strspn (copy, "0123456789.") != length)
    return FALSE;
  *number = g_ascii_strtod (copy, &end);
  return *end == '\0' && *number > 0;
}

/* Where the sign between the sides is, and how long; NULL if there is none. */
static const char *
find_sign (const char *text, gsize *length)
{
  const char *const signs[] = { "x", "×" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *sign = strstr (text, signs[i]);

    *length = strlen (signs[i]);
    if (sign != NULL)
      return sign;
  }
  return NULL;
}

static gboolean
parse_sides (const char *text, double *width, double *height, QmLengthUnit *unit)
{
  static const struct {
    const char *name;
    QmLengthUnit unit;
  } units[] = { { "in", QM_LENGTH_INCHES },
                { "mm", QM_LENGTH_MILLIMETRES },
                { "", QM_LENGTH_PIXELS } };
  gsize sign_length, end = strlen (text);
  const char *sign = find_sign (text, &sign_length);
  const char *second;

  if (sign == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    if (g_str_has_suffix (text, units[i].name)) {
      *unit = units[i].unit;
      end -= strlen (units[i].name);
      break;
    }
  }

  second = sign + sign_length;
  return parse_number (text, (gsize) (sign - text), width) && second <= text + end &&
         parse_number (second, (gsize) (text + end - second), height) &&
         /* There are no parts of pixels. */
         (*unit != QM_LENGTH_PIXELS || strchr (text, '.') == NULL);
}

gboolean
qm_size_parse (const char *text, double dots_per_inch, QmExportSize *size, GError **error)
{
  const QmSizePreset *preset = qm_size_find_preset (text);
  double width, height;
  QmLengthUnit unit = QM_LENGTH_PIXELS;

  if (preset != NULL) {
    *size = preset->size;
    if (dots_per_inch > 0)
      *size = size_in_dots (round (size->width * dots_per_inch / SLIDE_DENSITY),
                            round (size->height * dots_per_inch / SLIDE_DENSITY), dots_per_inch);
    return qm_size_check (size, error);
  }
  if (parse_sides (text, &width, &height, &unit))
    return qm_size_custom (width, height, unit, dots_per_inch, size, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is no size: write it as 1920x1080, 13.333x7.5in, 297x210mm or slide"),
               text);
  return FALSE;
}
