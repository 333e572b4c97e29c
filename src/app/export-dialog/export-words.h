/* What an exported file will be, and what is chosen for it, in words. */
#pragma once

#include "app/files/export-settings.h"

/* Of a picture its size, "1920 × 1080 pixels: 13.33 × 7.5 in, 339 × 191 mm"; of slides and tables
 * what they hold. */
char *qm_export_words_of (QmExportFormat format,
                          const QmExportLook *look) G_GNUC_WARN_UNUSED_RESULT;

const char *qm_export_words_of_colors (QmExportColors colors);

/* What is not as at first, "Square; Dark"; "" where all is. */
char *qm_export_words_of_remembered (const QmExportSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
