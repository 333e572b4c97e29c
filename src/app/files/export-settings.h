/* What the reader chose last when exporting, kept in the file of settings. Whatever is missing or
 * wrong there is as it is at first. */
#pragma once

#include "export/export.h"

typedef enum {
  QM_EXPORT_COLORS_LIGHT,
  QM_EXPORT_COLORS_DARK,
  QM_EXPORT_COLORS_TRANSPARENT_LIGHT, /* nothing behind it: for light slides */
  QM_EXPORT_COLORS_TRANSPARENT_DARK,
  QM_N_EXPORT_COLORS
} QmExportColors;

typedef struct {
  gboolean formats[QM_N_EXPORT_FORMATS]; /* at least one */
  const QmSizePreset *preset;            /* NULL: the reader's own, as below */
  double width, height;                  /* in unit */
  QmLengthUnit unit;
  double dots_per_inch;
  QmExportColors colors;
  const char *language; /* static: a code of base/language.h */
  QmBlocks hidden;
  gboolean has_outlines; /* the letters of an SVG are shapes */
  gboolean is_all;       /* every chart, not the one that is shown */
  char *folder;          /* where the last files went; NULL: none yet */
} QmExportSettings;

/* Clear it with qm_export_settings_clear(). */
void qm_export_settings_load (QmExportSettings *settings);
gboolean qm_export_settings_save (const QmExportSettings *settings, GError **error);
void qm_export_settings_clear (QmExportSettings *settings);

/* Makes size, colours, language, parts and letters what they are at first. */
void qm_export_settings_reset_look (QmExportSettings *settings);

/* The size that the reader wants. FALSE, with error set, if it is impossible. */
gboolean qm_export_settings_get_size (const QmExportSettings *settings, QmExportSize *size,
                                      GError **error);

/* How the reader wants pictures to look. FALSE if the size is impossible; all else is set then. */
gboolean qm_export_settings_get_look (const QmExportSettings *settings, QmExportLook *look);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmExportSettings, qm_export_settings_clear)
