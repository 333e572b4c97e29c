/* Scenes as a PDF file of a page each, as large as their sizes say: texts that can be selected,
 * sources that can be clicked, a structure that can be read aloud, with the description of each
 * chart, and what the file says about itself. */
#pragma once

#include "export/metadata.h"
#include "export/size.h"
#include "scene/scene.h"

#include <gio/gio.h>

typedef struct {
  const QmScene *scene;
  double pixels_per_inch;     /* logical ones of the scene */
  const QmMetadata *metadata; /* of the chart */
} QmPdfPage;

/* metadata is that of the whole. Several pages have bookmarks. */
GBytes *qm_pdf_encode_pages (const QmPdfPage *pages, gsize n_pages, const QmMetadata *metadata,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A file of one page. */
GBytes *qm_pdf_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
