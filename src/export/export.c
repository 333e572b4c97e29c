#include "export/export.h"

#include "base/words.h"
#include "export/csv.h"
#include "export/deck.h"
#include "export/pdf.h"
#include "export/picture.h"
#include "export/png.h"
#include "export/svg.h"

#include <string.h>

/* A format is a row of this table, and one function that encodes it. */
static const struct {
  QmFormatInfo info;
  QmPictureEncoder encode_picture;
  GBytes *(*encode_table) (const QmChart *chart, const QmView *view, QmCellsReader reader);
  GBytes *(*encode_deck) (const QmDeck *deck, GError **error);
} formats[] = {
  [QM_FORMAT_PNG] = { { "png", "image/png", N_ ("_PNG picture"), FALSE },
                      .encode_picture = qm_png_encode },
  [QM_FORMAT_SVG] = { { "svg", "image/svg+xml", N_ ("S_VG drawing"), TRUE },
                      .encode_picture = qm_svg_encode },
  [QM_FORMAT_PDF] = { { "pdf", "application/pdf", N_ ("PD_F document"), FALSE },
                      .encode_picture = qm_pdf_encode },
  [QM_FORMAT_CSV] = { { "csv", "text/csv", N_ ("CSV ta_ble"), TRUE },
                      .encode_table = qm_csv_encode },
  [QM_FORMAT_PPTX] = { { "pptx",
                         "application/"
                         "vnd.openxmlformats-officedocument.presentationml.presentation",
                         N_ ("Po_werPoint slides"), FALSE },
                       .encode_deck = qm_pptx_encode },
  [QM_FORMAT_ODP] = { { "odp", "application/vnd.oasis.opendocument.presentation",
                        N_ ("Open_Document slides"), FALSE },
                      .encode_deck = qm_odp_encode },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == QM_N_FORMATS);

const QmFormatInfo *
qm_format_info (QmFormat format)
{
  return &formats[format].info;
}

gboolean
qm_format_is_deck (QmFormat format)
{
  return formats[format].encode_deck != NULL;
}

gboolean
qm_format_has_look (QmFormat format)
{
  return formats[format].encode_table == NULL;
}

char *
qm_format_list (void)
{
  const char *extensions[QM_N_FORMATS + 1] = { NULL };

  for (int i = 0; i < QM_N_FORMATS; i++)
    extensions[i] = formats[i].info.extension;
  return g_strjoinv (", ", (char **) extensions);
}

gboolean
qm_format_find (const char *extension, QmFormat *format)
{
  for (int i = 0; i < QM_N_FORMATS; i++) {
    if (g_ascii_strcasecmp (formats[i].info.extension, extension) == 0) {
      *format = (QmFormat) i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
qm_format_of_name (const char *name, QmFormat *format)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && qm_format_find (dot + 1, format);
}

char *
qm_export_file_name (const QmDataset *dataset, const QmChart *chart, QmFormat format)
{
  const char *extension = qm_format_info (format)->extension;
  g_autofree char *base = g_path_get_basename (dataset->name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot > base)
    *dot = '\0';
  return g_strconcat (chart != NULL ? chart->id : base, ".", extension, NULL);
}

static GBytes *
encode_picture (QmPictureEncoder encode, const QmDataset *dataset, const QmChart *chart,
                const QmView *view, const QmExportLook *look, QmOmissions *omissions,
                GError **error)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autoptr (QmMetadata) metadata = qm_metadata_new (dataset, &viewed);

  return qm_picture_encode (encode, &viewed, metadata, look, omissions, error);
}

GBytes *
qm_export_chart (QmFormat format, const QmDataset *dataset, const QmChart *chart,
                 const QmView *view, const QmExportLook *look, QmOmissions *omissions,
                 GError **error)
{
  if (formats[format].encode_table != NULL)
    return formats[format].encode_table (chart, view, look->reader);
  if (formats[format].encode_deck != NULL)
    return qm_export_deck (format, dataset, &chart, 1, view, look, NULL, NULL, omissions, error);
  return encode_picture (formats[format].encode_picture, dataset, chart, view, look, omissions,
                         error);
}

GBytes *
qm_export_deck (QmFormat format, const QmDataset *dataset, const QmChart *const *charts,
                gsize n_charts, const QmView *view, const QmExportLook *look,
                QmExportProgress progress, gpointer user_data, QmOmissions *omissions,
                GError **error)
{
  g_autoptr (QmDeck) deck = NULL;

  g_return_val_if_fail (formats[format].encode_deck != NULL && n_charts > 0, NULL);

  deck = qm_deck_new (dataset, charts, n_charts, n_charts == 1 ? view : NULL, look, progress,
                      user_data, omissions, error);
  return deck != NULL ? formats[format].encode_deck (deck, error) : NULL;
}
