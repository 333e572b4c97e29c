/* What the reader chose last when exporting, kept in the file of settings. Whatever is missing or
 * wrong there is as it is at first. */
#pragma once

#include "export/export.h"

G_BEGIN_DECLS

typedef enum {
  QM_COLOURS_LIGHT,
  QM_COLOURS_DARK,
  QM_COLOURS_TRANSPARENT_LIGHT, /* nothing behind it: for light slides */
  QM_COLOURS_TRANSPARENT_DARK,
  QM_N_COLOURS
} QmColours;

typedef struct {
  gboolean formats[QM_N_FORMATS]; /* at least one */
  const QmSizePreset *preset;     /* NULL: the reader's own, as below */
  double width, height;           /* in unit */
  QmLengthUnit unit;
  double dots_per_inch;
  QmColours colours;
  const char *language; /* static: a code of base/language.h */
  QmBlocks hidden;
  gboolean has_outlines; /* the letters of an SVG are shapes */
  gboolean is_all;       /* every chart, not the one that is shown */
  char *folder;          /* where the last files went; NULL: none yet */
} QmSettings;

/* Clear it with qm_settings_clear(). */
void qm_settings_load (QmSettings *settings);
gboolean qm_settings_save (const QmSettings *settings, GError **error);
void qm_settings_clear (QmSettings *settings);

/* Makes size, colours, language, parts and letters what they are at first. */
void qm_settings_reset_look (QmSettings *settings);

/* The size that the reader wants. FALSE, with error set, if it is impossible. */
gboolean qm_settings_get_size (const QmSettings *settings, QmExportSize *size, GError **error);

/* How the reader wants pictures to look. FALSE if the size is impossible; all else is set then. */
gboolean qm_settings_get_look (const QmSettings *settings, QmExportLook *look);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmSettings, qm_settings_clear)

G_END_DECLS
