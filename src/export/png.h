/* A scene as the bytes of a PNG file: 8-bit RGB in sRGB, without an alpha channel. The same scene,
 * texts and scale give the same bytes; they hold no date, no name of a person or machine and no
 * path.
 *
 * The physical size (pHYs) is that of a slide, 13.333 × 7.5 inches, for every picture of 16:9
 * (within a pixel): 5669 pixels per metre at 1920 × 1080. For any other it is 96 pixels per inch,
 * times scale. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* The most pixels a picture can have on a side, which is Cairo's limit, and in all: 1 GiB of
 * memory. */
#define QM_PNG_MAX_SIDE 32767
#define QM_PNG_MAX_PIXELS (1 << 28)

/* What the file says about itself, in the language in use (base/language.h). */
typedef struct {
  const char *title;       /* or NULL */
  const char *description; /* lines divided by '\n'; or NULL */
} QmPngText;

/* TRUE if a picture of that size, in logical pixels, can be encoded at that scale. Sets error to
 * G_IO_ERROR_INVALID_ARGUMENT otherwise. */
gboolean qm_png_check_size (double width, double height, double scale, GError **error);

/* Draws the scene with scale pixels for each of its own and encodes the picture. Sizes that are no
 * whole number of pixels are rounded, and the picture is fitted to that. */
GBytes *qm_png_encode (const QmScene *scene, double scale, const QmPngText *text,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
