#include "app/export-dialog/export-words.h"

#include "base/format.h"
#include "base/language.h"
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
qm_export_words_of (QmExportFormat format, const QmExportLook *look)
{
  if (qm_export_format_is_deck (format))
    return describe_slide (look);
  if (!qm_export_format_has_look (format))
    return g_strdup (_ ("A table of figures and their sources, without a picture"));
  return describe_picture (&look->size);
}

const char *
qm_export_words_of_colors (QmExportColors colors)
{
  static const char *const labels[QM_N_EXPORT_COLORS] = {
    N_ ("Light"),
    N_ ("Dark"),
    N_ ("Transparent, for light slides"),
    N_ ("Transparent, for dark slides"),
  };

  return _ (labels[colors]);
}

static void
append_remembered (GString *list, const char *words)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", words);
}

char *
qm_export_words_of_remembered (const QmExportSettings *settings)
{
  GString *list = g_string_new (NULL);
  gsize n_presets;

  if (settings->preset != qm_size_presets (&n_presets))
    append_remembered (list,
                       settings->preset != NULL ? _ (settings->preset->name) : _ ("Custom size"));
  if (settings->colors != QM_EXPORT_COLORS_LIGHT)
    append_remembered (list, qm_export_words_of_colors (settings->colors));
  if (!g_str_equal (settings->language, qm_language_current ()))
    append_remembered (list, _ ("another language than the window’s"));
  if (settings->hidden != 0)
    append_remembered (list, _ ("parts are left out"));
  if (settings->has_outlines)
    append_remembered (list, _ ("letters of SVG as outlines"));

  return g_string_free (list, FALSE);
}
