#include "app/export-dialog/export-words.h"

#include "base/format.h"
#include "base/words.h"
#include "export/deck.h"

#include <math.h>

static char *
format_rounded (double value, int parts)
{
  return qm_format_number (round (value * parts) / parts, QM_DIGITS_ALL);
}

static char *
describe_picture (const QmExportSize *size)
{
  double wide = size->width / size->pixels_per_inch, high = size->height / size->pixels_per_inch;
  g_autofree char *inches_wide = format_rounded (wide, 100);
  g_autofree char *inches_high = format_rounded (high, 100);
  g_autofree char *millimetres_wide = format_rounded (wide * QM_MILLIMETRES_PER_INCH, 1);
  g_autofree char *millimetres_high = format_rounded (high * QM_MILLIMETRES_PER_INCH, 1);

  /* Translators: the size of a picture in pixels, in inches and in millimetres */
  return g_strdup_printf (_ ("%d × %d pixels: %s × %s in, %s × %s mm"),
                          (int) round (size->width * size->scale),
                          (int) round (size->height * size->scale), inches_wide, inches_high,
                          millimetres_wide, millimetres_high);
}

static char *
describe_slide (const QmExportLook *look)
{
  QmDeck deck;

  qm_deck_layout (look, &deck);
  return g_strdup (deck.width * 3 > deck.height * 4 + 1
                       ? _ ("Slides of 16:9, with citations in the speaker’s notes and a slide of "
                            "sources at the end")
                       : _ ("Slides of 4:3, with citations in the speaker’s notes and a slide of "
                            "sources at the end"));
}

char *
qm_export_words_of (QmFormat format, const QmExportLook *look)
{
  if (qm_export_format_is_deck (format))
    return describe_slide (look);
  if (!qm_export_format_has_look (format))
    return g_strdup (_ ("A table of figures and their sources, without a picture"));
  return describe_picture (&look->size);
}
