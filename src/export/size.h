/* How large an exported picture is: on paper or on a slide, in pixels, and as it is laid out. */
#pragma once

#include "chart/chart.h"

#include <gio/gio.h>

/* The most pixels a picture can have on a side, which is Cairo's limit, and in all: 1 GiB of
 * memory. */
#define QM_PNG_MAX_SIDE 32767
#define QM_PNG_MAX_PIXELS (1 << 28)

#define QM_MILLIMETRES_PER_INCH 25.4

typedef struct {
  double width, height; /* logical pixels, for which the chart is laid out */
  double scale;         /* pixels written for each logical one */
  double
      pixels_per_inch; /* logical ones: 144 on a slide. What is written has scale times as many. */
} QmExportSize;

/* A size that people ask for by name. */
typedef struct {
  const char *id;      /* "slide", as on the command line and in settings */
  const char *name;    /* to be translated: "Slide 16:9" */
  const char *meaning; /* to be translated: what it is good for */
  QmExportSize size;
} QmSizePreset;

/* The first is the usual one. */
const QmSizePreset *qm_size_presets (gsize *n_presets);

/* NULL if there is none of that id. */
const QmSizePreset *qm_size_find_preset (const char *id);

typedef enum { QM_LENGTH_PIXELS, QM_LENGTH_INCHES, QM_LENGTH_MILLIMETRES } QmLengthUnit;

/* A size of the reader's own: both sides in unit, to be written at dots_per_inch. Where that is 0
 * it is 144, as on a slide, or for pixels that are too few for a slide's texts 96, as on a screen.
 * Sets error to G_IO_ERROR_INVALID_ARGUMENT, with a sentence that says which sizes there are, where
 * it is too small for the texts or too large to be made. */
gboolean qm_size_custom (double width, double height, QmLengthUnit unit, double dots_per_inch,
                         QmExportSize *size, GError **error);

/* Reads a preset's id, "1920x1080", "13.333x7.5in" or "297x210mm" (also with ×), the latter as
 * qm_size_custom() takes them. Errors as above. */
gboolean qm_size_parse (const char *text, double dots_per_inch, QmExportSize *size, GError **error);

/* TRUE if a picture of that size, in logical pixels, can be encoded at that scale. Sets error to
 * G_IO_ERROR_INVALID_ARGUMENT otherwise. */
gboolean qm_size_check_pixels (double width, double height, double scale, GError **error);

/* TRUE if the chart, laid out for that size, has room for its texts, and is written with as many
 * pixels as they need and as a picture can have. Errors as above. */
gboolean qm_size_check (const QmExportSize *size, GError **error);
