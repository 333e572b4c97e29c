/* How the whole program looks: as the desktop asks of every program, or as the reader has chosen.
 * GTK's own settings count from the start; the desktop portal's org.freedesktop.appearance is asked
 * without waiting for it, and where there is none nothing is said. What the portal says and what
 * the reader chooses is handed on to GTK, so that all windows follow. */
#pragma once

#include "chart/draw/theme.h"

#include <gtk/gtk.h>

typedef enum {
  QM_APPEARANCE_SYSTEM, /* whatever the desktop asks for */
  QM_APPEARANCE_LIGHT,
  QM_APPEARANCE_DARK,
  QM_APPEARANCE_HIGH_CONTRAST, /* light or dark as the desktop asks */
  QM_N_APPEARANCES
} QmAppearanceChoice;

#define QM_TYPE_APPEARANCE (qm_appearance_get_type ())
G_DECLARE_FINAL_TYPE (QmAppearance, qm_appearance, QM, APPEARANCE, GObject)

/* The program's only one. It emits "changed" when one of the answers below may have changed. Needs
 * a display. (unowned) */
QmAppearance *qm_appearance_get_default (void);

void qm_appearance_choose (QmAppearance *self, QmAppearanceChoice choice);

/* The colours of charts that go with it. */
const QmTheme *qm_appearance_get_theme (QmAppearance *self);

/* How much larger than usual texts are to be; 1 where nothing is asked. */
double qm_appearance_get_text_scale (QmAppearance *self);

/* Starts asking the portal, the first time, and goes on listening to it. */
void qm_appearance_follow_portal (QmAppearance *self);
