#include "export/export.h"

#include "base/words.h"
#include "chart/view/author-view.h"
#include "export/csv.h"
#include "export/deck.h"
#include "export/pdf.h"
#include "export/png.h"
#include "export/svg.h"

#include <string.h>

/* A format is a row of this table, and one function that encodes it. */
static const struct {
  QmExportFormatInfo info;
  QmPictureEncoder encode_picture;
  GBytes *(*encode_table) (const QmDataset *dataset, const QmViewedChart *viewed,
                           QmCellsReader reader);
  GBytes *(*encode_deck) (const QmDeck *deck, GError **error);
  GBytes *(*encode_pages) (const QmPdfPage *pages, gsize n_pages, const QmMetadata *metadata,
                           GError **error);
} formats[] = {
  [QM_EXPORT_PNG] = { { "png", "image/png", N_ ("_PNG picture"), FALSE },
                      .encode_picture = qm_png_encode },
  [QM_EXPORT_SVG] = { { "svg", "image/svg+xml", N_ ("S_VG drawing"), TRUE },
                      .encode_picture = qm_svg_encode },
  [QM_EXPORT_PDF] = { { "pdf", "application/pdf", N_ ("PD_F document"), FALSE },
                      .encode_picture = qm_pdf_encode,
                      .encode_pages = qm_pdf_encode_pages },
  [QM_EXPORT_CSV] = { { "csv", "text/csv", N_ ("CSV ta_ble"), TRUE },
                      .encode_table = qm_csv_encode },
  [QM_EXPORT_PPTX] = { { "pptx",
                         "application/"
                         "vnd.openxmlformats-officedocument.presentationml.presentation",
                         N_ ("Po_werPoint slides"), FALSE },
                       .encode_deck = qm_deck_encode_pptx },
  [QM_EXPORT_ODP] = { { "odp", "application/vnd.oasis.opendocument.presentation",
                        N_ ("Open_Document slides"), FALSE },
                      .encode_deck = qm_deck_encode_odp },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == QM_N_EXPORT_FORMATS);

const QmExportFormatInfo *
qm_export_format_info (QmExportFormat format)
{
  return &formats[format].info;
}

gboolean
qm_export_format_is_deck (QmExportFormat format)
{
  return formats[format].encode_deck != NULL;
}

gboolean
qm_export_format_holds_several (QmExportFormat format)
{
  return formats[format].encode_deck != NULL || formats[format].encode_pages != NULL;
}

gboolean
qm_export_format_has_look (QmExportFormat format)
{
  return formats[format].encode_table == NULL;
}

char *
qm_export_format_list (void)
{
  const char *extensions[QM_N_EXPORT_FORMATS + 1] = { NULL };

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    extensions[i] = formats[i].info.extension;
  return g_strjoinv (", ", (char **) extensions);
}

gboolean
qm_export_format_find (const char *extension, QmExportFormat *format)
{
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++) {
    if (g_ascii_strcasecmp (formats[i].info.extension, extension) == 0) {
      *format = (QmExportFormat) i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
qm_export_format_of_name (const char *name, QmExportFormat *format)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && qm_export_format_find (dot + 1, format);
}

char *
qm_export_file_name (const QmDataset *dataset, const QmChart *chart, QmExportFormat format)
{
  const char *extension = qm_export_format_info (format)->extension;
  g_autofree char *base = g_path_get_basename (dataset->name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot > base)
    *dot = '\0';
  return g_strconcat (chart != NULL ? chart->id : base, ".", extension, NULL);
}

static GBytes *
encode_deck (QmExportFormat format, QmDeck *deck, GError **error)
{
  g_autoptr (QmDeck) owned = deck;

  return deck != NULL ? formats[format].encode_deck (deck, error) : NULL;
}

GBytes *
qm_export_picture (QmExportFormat format, const QmPicture *picture, const QmExportLook *look,
                   GError **error)
{
  return qm_picture_encode (picture,
                            format == QM_EXPORT_SVG && look->has_outlines
                                ? qm_svg_encode_outlines
                                : formats[format].encode_picture,
                            error);
}

GBytes *
qm_export_chart (QmExportFormat format, const QmDataset *dataset, const QmViewedChart *viewed,
                 const QmExportLook *look, QmOmissions *omissions, GError **error)
{
  g_autoptr (QmPicture) picture = NULL;

  if (formats[format].encode_table != NULL)
    return formats[format].encode_table (dataset, viewed, look->reader);
  if (formats[format].encode_deck != NULL)
    return encode_deck (format, qm_deck_new_of_one (dataset, viewed, look, omissions, error),
                        error);
  picture = qm_picture_new (dataset, viewed, look, omissions, error);
  return picture != NULL ? qm_export_picture (format, picture, look, error) : NULL;
}

/* --- Several charts --- */

static void
clear_page (gpointer data)
{
  QmPdfPage *page = data;

  qm_scene_free ((QmScene *) page->scene);
  qm_metadata_free ((QmMetadata *) page->metadata);
}

static void
add_page (GArray *pages, const QmDataset *dataset, const QmChart *chart, const QmExportLook *look,
          QmOmissions *omissions)
{
  const QmCanvas canvas = qm_export_canvas (look);
  g_auto (QmViewedChart) viewed = qm_view_chart (qm_author_view (chart), chart);
  const QmPdfPage page = { qm_chart_build_viewed (&viewed, &canvas, NULL),
                           look->size.pixels_per_inch, qm_metadata_new (dataset, &viewed) };

  qm_omissions_note (omissions, chart, page.scene);
  g_array_append_val (pages, page);
}

static QmMetadata *
metadata_of_all (const QmDataset *dataset, const GArray *pages)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (parts, (gpointer) g_array_index (pages, QmPdfPage, i).metadata);
  return qm_metadata_new_of_several (dataset, parts);
}

static GBytes *
encode_pages (QmExportFormat format, const QmDataset *dataset, const QmChart *const *charts,
              gsize n_charts, const QmExportLook *look, QmExportProgress progress,
              gpointer user_data, QmOmissions *omissions, GError **error)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (QmPdfPage));
  g_autoptr (QmMetadata) metadata = NULL;

  if (!qm_size_check (&look->size, error))
    return NULL;
  g_array_set_clear_func (pages, clear_page);
  for (gsize i = 0; i < n_charts; i++) {
    add_page (pages, dataset, charts[i], look, omissions);
    if (progress != NULL && !progress (i + 1, user_data)) {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
      return NULL;
    }
  }
  metadata = metadata_of_all (dataset, pages);
  return formats[format].encode_pages ((const QmPdfPage *) (gconstpointer) pages->data, pages->len,
                                       metadata, error);
}

GBytes *
qm_export_deck (QmExportFormat format, const QmDataset *dataset, const QmChart *const *charts,
                gsize n_charts, const QmExportLook *look, QmExportProgress progress,
                gpointer user_data, QmOmissions *omissions, GError **error)
{
  g_return_val_if_fail (qm_export_format_holds_several (format) && n_charts > 0, NULL);

  if (formats[format].encode_pages != NULL)
    return encode_pages (format, dataset, charts, n_charts, look, progress, user_data, omissions,
                         error);
  return encode_deck (
      format, qm_deck_new (dataset, charts, n_charts, look, progress, user_data, omissions, error),
      error);
}
