/* A chart as the bytes of a file: what the command line, the export dialog, the clipboard and
 * dragging all call. Nothing here shows anything or writes a file (write.h); it may be called in
 * any thread, and speaks the language in use there (base/language.h). */
#pragma once

#include "chart/chart.h"
#include "export/look.h"
#include "export/omissions.h"
#include "export/picture.h"

#include <gio/gio.h>

typedef enum {
  QM_EXPORT_PNG,
  QM_EXPORT_SVG,
  QM_EXPORT_PDF,
  QM_EXPORT_CSV,
  QM_EXPORT_PPTX,
  QM_EXPORT_ODP,
  QM_N_EXPORT_FORMATS
} QmExportFormat;

typedef struct {
  const char *extension;  /* "png": also its name on the command line and in settings */
  const char *media_type; /* "image/png" */
  const char *name;       /* to be translated, with a letter to choose it by: "_PNG picture" */
  gboolean is_text;       /* can be shown by a terminal */
} QmExportFormatInfo;

const QmExportFormatInfo *qm_export_format_info (QmExportFormat format);

/* Whether it holds several charts, a slide for each. */
gboolean qm_export_format_is_deck (QmExportFormat format);

/* Whether one file of it can hold several charts: that of a deck, or pages of a document. */
gboolean qm_export_format_holds_several (QmExportFormat format);

/* Whether it shows pictures, to which QmExportLook matters. */
gboolean qm_export_format_has_look (QmExportFormat format);

/* The extensions of all, "png, svg, pdf". */
char *qm_export_format_list (void) G_GNUC_WARN_UNUSED_RESULT;

/* By extension ("png") or by a file's name ("a.PNG"). FALSE if there is no such format. */
gboolean qm_export_format_find (const char *extension, QmExportFormat *format);
gboolean qm_export_format_of_name (const char *name, QmExportFormat *format);

/* The name of the file that holds the chart in that format; of a deck of all where chart is NULL,
 * the dataset's: "scale-and-open-models.pptx". */
char *qm_export_file_name (const QmDataset *dataset, const QmChart *chart,
                           QmExportFormat format) G_GNUC_WARN_UNUSED_RESULT;

/* The chart in that format; of a deck, one slide and its sources. What had no room is noted in
 * omissions, which may be NULL. */
GBytes *qm_export_chart (QmExportFormat format, const QmDataset *dataset,
                         const QmViewedChart *viewed, const QmExportLook *look,
                         QmOmissions *omissions, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a chart that is laid out already, in a format of pictures. */
GBytes *qm_export_picture (QmExportFormat format, const QmPicture *picture,
                           const QmExportLook *look, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Charts of the dataset in one file: a slide for each, and one of sources, or a page for each.
 * format is one that holds several. They are shown as the author has them. progress, which may be
 * NULL, is called after each chart and ends the export with G_IO_ERROR_CANCELLED where it returns
 * FALSE. */
GBytes *qm_export_deck (QmExportFormat format, const QmDataset *dataset,
                        const QmChart *const *charts, gsize n_charts, const QmExportLook *look,
                        QmExportProgress progress, gpointer user_data, QmOmissions *omissions,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
