#include "export/export.h"

#include "base/words.h"
#include "export/csv.h"
#include "export/metadata.h"
#include "export/pdf.h"
#include "export/png.h"
#include "export/svg.h"

#include <string.h>

static const QmFormatInfo formats[QM_N_FORMATS] = {
  [QM_FORMAT_PNG] = { "png", "image/png", N_ ("PNG picture"), .has_look = TRUE },
  [QM_FORMAT_SVG] = { "svg", "image/svg+xml", N_ ("SVG drawing"), .has_look = TRUE },
  [QM_FORMAT_PDF] = { "pdf", "application/pdf", N_ ("PDF document"), .has_look = TRUE },
  [QM_FORMAT_CSV] = { "csv", "text/csv", N_ ("CSV table") },
  [QM_FORMAT_PPTX] = { "pptx",
                       "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                       N_ ("PowerPoint slides"), .is_deck = TRUE, .has_look = TRUE },
  [QM_FORMAT_ODP] = { "odp", "application/vnd.oasis.opendocument.presentation",
                      N_ ("OpenDocument slides"), .is_deck = TRUE, .has_look = TRUE },
};

const QmFormatInfo *
qm_format_info (QmFormat format)
{
  return &formats[format];
}

gboolean
qm_format_find (const char *extension, QmFormat *format)
{
  for (int i = 0; i < QM_N_FORMATS; i++) {
    if (g_ascii_strcasecmp (formats[i].extension, extension) == 0) {
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

QmCanvas
qm_export_canvas (const QmExportLook *look)
{
  return (QmCanvas){
    .width = look->size.width,
    .height = look->size.height,
    .theme = look->theme,
    .text_scale = 1,
    .pixels_per_inch = look->size.pixels_per_inch,
    .hidden = look->hidden,
    .is_transparent = look->is_transparent,
  };
}

GBytes *
qm_export_chart (QmFormat format, const QmDataset *dataset, const QmChart *chart,
                 const QmView *view, const QmExportLook *look, GError **error)
{
  const QmCanvas canvas = qm_export_canvas (look);
  g_autoptr (QmMetadata) metadata = NULL;
  g_autoptr (QmScene) scene = NULL;

  if (format == QM_FORMAT_CSV)
    return qm_csv_encode (chart, view);
  if (formats[format].is_deck)
    return qm_export_deck (format, dataset, &chart, 1, view, look, NULL, NULL, error);
  if (!qm_size_check (&look->size, error))
    return NULL;

  metadata = qm_metadata_new (dataset, chart, view);
  scene = qm_chart_build (chart, view, &canvas);
  if (format == QM_FORMAT_SVG)
    return qm_svg_encode (scene, &look->size, metadata);
  if (format == QM_FORMAT_PDF)
    return qm_pdf_encode (scene, &look->size, metadata, error);
  return qm_png_encode (scene, &look->size, metadata, error);
}
