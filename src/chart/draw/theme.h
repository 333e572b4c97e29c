/* The colours of a picture, light and dark. Those of high contrast are for the window, where the
 * reader asks for them. */
#pragma once

#include "base/color.h"
#include "dataset/dataset.h"

typedef struct {
  const char *name; /* "light", "dark", "high-contrast", "high-contrast-dark" */
  QmColor background;
  QmColor ink;   /* titles and values */
  QmColor muted; /* everything said in a lower voice */
  QmColor rule;  /* lines that only divide */
  QmColor identities[QM_N_IDENTITIES];
} QmTheme;

extern const QmTheme qm_theme_light;
extern const QmTheme qm_theme_dark;
extern const QmTheme qm_theme_high_contrast;
extern const QmTheme qm_theme_high_contrast_dark;

/* "light" or "dark"; NULL for any other name. */
const QmTheme *qm_theme_find (const char *name);
